from __future__ import annotations

from pathlib import Path

import pytest

from handlers.web.assets import FOLDER, Assets
from handlers.web.rendering import FOLDER as TEMPLATES


def test_any_change_of_a_file_changes_the_address_of_all(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("1")
    (tmp_path / "b.js").write_text("2")
    before = Assets(tmp_path)
    (tmp_path / "b.js").write_text("3")
    after = Assets(tmp_path)
    assert before.path("a.js") != after.path("a.js")
    assert after.path("a.js").endswith("/a.js")


def test_a_file_that_does_not_exist_has_no_address() -> None:
    with pytest.raises(KeyError):
        Assets().path("missing.js")


def test_nothing_is_loaded_from_elsewhere() -> None:
    for path in [*FOLDER.iterdir(), *TEMPLATES.iterdir()]:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "http://" not in text, path.name
        assert "https://" not in text, path.name
        assert "@import" not in text, path.name


def test_templates_hold_no_script_or_style_of_their_own() -> None:
    for path in TEMPLATES.iterdir():
        text = path.read_text(encoding="utf-8")
        assert "style=" not in text, path.name
        assert " onclick" not in text, path.name
        assert "<style" not in text, path.name
        for script in text.split("<script")[1:]:
            assert script.startswith(
                (" src=", ' type="module" src=', ' type="application/ld+json"')
            )
