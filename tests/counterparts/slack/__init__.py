"""A Slack that runs on this machine, for tests: strict where Slack is strict, scriptable where it fails."""

from __future__ import annotations

from tests.counterparts.slack.blockkit import block_errors, view_errors
from tests.counterparts.slack.faults import Fault, FaultStorm
from tests.counterparts.slack.reading import Reading, read_message, visible_text
from tests.counterparts.slack.server import SlackCounterpart
from tests.counterparts.slack.state import CounterpartError, Exchange, Violation, Workspace

__all__ = [
    "CounterpartError",
    "Exchange",
    "Fault",
    "FaultStorm",
    "Reading",
    "SlackCounterpart",
    "Violation",
    "Workspace",
    "block_errors",
    "read_message",
    "view_errors",
    "visible_text",
]
