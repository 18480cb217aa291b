from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from bot.observability import configure_logging, mask, metrics_text


@pytest.mark.parametrize(
    "token",
    [
        "xoxb-123456789012-abcdefghijkl",
        "xapp-1-A0123-456-abcdef",
        "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs",
    ],
)
def test_no_token_is_ever_readable(token: str) -> None:
    assert token not in mask(f"failed with {token} at once")
    assert mask("a sentence - with dashes") == "a sentence - with dashes"


@pytest.fixture
def untouched_logging() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    yield
    root.handlers[:], root.level = before


@pytest.mark.usefixtures("untouched_logging")
def test_a_token_in_a_log_event_is_masked(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging(level="info", style="json")
    logging.getLogger("slack").info("posting with %s", "xoxb-123456789012-abcdefghijkl")
    written = capsys.readouterr().err
    assert "posting with [token]" in written
    assert '"level": "info"' in written


def test_metrics_are_in_the_text_format_of_prometheus() -> None:
    assert b"# TYPE tidings_sends_total counter" in metrics_text()
