from __future__ import annotations

import pytest

from handlers.web.links import channel_path, host_of, safe_url, story_path


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x",
        "/stories/x",
        "https://",
        "https://bank.example@evil.example/",
        "http://exa mple.org/",
        "https://example.org/\u202egnp",
        "https://[::1",
        "https://example.org/" + "a" * 3_000,
        "",
    ],
)
def test_only_plain_web_addresses_are_linked(url: str) -> None:
    assert safe_url(url) == ""
    assert host_of(url) == ""


def test_web_addresses_stay_as_they_are() -> None:
    assert safe_url("https://example.org/a?b=c#d") == "https://example.org/a?b=c#d"
    assert host_of("https://www.example.org/a") == "example.org"


def test_a_story_id_may_be_an_address() -> None:
    assert story_path("https://desk.example/s?a=1") == (
        "/stories/https%3A%2F%2Fdesk.example%2Fs%3Fa%3D1"
    )
    assert channel_path("web:local/main") == "/api/channels/web%3Alocal%2Fmain"
