"""What an amount says of an event: it moved, is a part of a whole, a firm's result, or a guess.

Judged by the words right beside it. Only what moves in the event itself counts in full.
"""

from __future__ import annotations

import re
from enum import Enum

_NEAR = 48
"""Letters to either side in which the word stands that an amount belongs to."""
_PART_OF = re.compile(r"\s+of\s+(?!gdp|gross domestic)", re.IGNORECASE)
_TAKEN_AWAY = re.compile(
    r"\b(?:cut\w*|los[est]\w*|wip\w+(?: out)?|halt\w*|knock\w*(?: out)?|shut\w*|axe\w*|"
    r"lay\w* off|laid off|shed\w*|slash\w*|eliminat\w+|reduc\w+|clos\w+|idl\w+|stop\w*|"
    r"destroy\w*|dismiss\w*|fir(?:e|es|ed|ing)|cancel\w*|suspend\w*|default\w*|write\w* off|"
    r"seiz\w+|buy\w*|bought|acquir\w+|sell\w*|sold|nationalis\w+|nationaliz\w+|took|takes?)"
    r"\s+(?:(?!on\b|tariffs?\b|dut)[\w,.’'-]+\s){0,4}$",
    re.IGNORECASE,
)
"""A part that is cut off, lost or sold is a change, not a share."""
_LOST = re.compile(r"\b(?:los(?:e|es|t|ing)|wip\w+ (?:out|off)|eras\w+)\b", re.IGNORECASE)
_VOTES = re.compile(
    r"\b(?:vot(?:e|ed|es|ers|ing)|ballots?|turnout|poll(?:s|ed)?|in favou?r|approval rating)\b",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    r"\b(?:sees?|wants?|wanted|demand(?:s|ed|ing)|seeks?|expects?|forecasts?|predicts?|projects?|"
    r"estimates?|expected|forecast)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_RESULTS = re.compile(
    r"\b(?:profits?|revenues?|sales|earnings|turnover|net income|income|dividends?|margins?|"
    r"market (?:value|capitali[sz]ation)|valuation|valued at|bookings)\b",
    re.IGNORECASE,
)
_TRADE_AT_LARGE = re.compile(
    r"\b(?:retail|car|cars|vehicle|vehicles|home|homes|house|housing|national|industry|global|"
    r"worldwide|arms|bond|asset|export)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(r"\b(?:shares|stock)\b(?! (?:market|index|exchange)s?\b)", re.IGNORECASE)


class Nature(Enum):
    """What an amount says of the event."""

    MOVED = "moves in the event itself"
    RESULT = "a firm's own profit, sales or value"
    SHARE_PRICE = "how far a firm's shares moved"
    FORECAST = "what somebody expects"
    SHARE = "a part of a whole: it moves only where the part has stopped"


def tells_results(title: str) -> bool:
    """Whether the title is about a firm's own figures; then so are the amounts of the text."""
    large = _TRADE_AT_LARGE.search(title) or _LOST.search(title)
    return bool(_RESULTS.search(title)) and not large


def nature_of(found: re.Match[str], *, percent: bool, of_gdp: bool) -> Nature:
    """What the words around an amount say it is; `percent` where it is none of money."""
    ahead, after = found.string[: found.start()], found.string[found.end() :]
    near = f"{ahead[-_NEAR:]} {after[:_NEAR]}"
    if percent and _is_share(ahead, after, near, of_gdp=of_gdp):
        return Nature.SHARE
    if _FORECAST.search(ahead):
        return Nature.FORECAST
    if _LOST.search(ahead[-_NEAR:]):
        return Nature.MOVED
    if _RESULTS.search(near) and not _TRADE_AT_LARGE.search(near):
        return Nature.RESULT
    return Nature.SHARE_PRICE if percent and _SHARES.search(near) else Nature.MOVED


def _is_share(ahead: str, after: str, near: str, *, of_gdp: bool) -> bool:
    """Whether a percentage is a part of a whole, or of those who voted."""
    if _VOTES.search(near):
        return True
    return not of_gdp and bool(_PART_OF.match(after)) and not _TAKEN_AWAY.search(ahead)
