"""Acts that undo each other: who fires a coach and who hires him is in two events.

Only pairs where one event is never told in both words. Prices that rise and fall, strikes that
begin and end, arrests and releases are turns of one story and left out.
"""

from __future__ import annotations

from bot.domain.regions.tables import codes
from bot.newsdesk.clustering.title_marks import Mark
from bot.newsdesk.text.tokens import term

ACT = "act on "
_OPPOSITES = {
    "post": ("fire fires fired sack oust dismiss", "hire hires hired appoint"),
    "rule": ("weaken scrap repeal", "restore reinstate"),
    "policy": ("ease eases eased loosen relax", "tighten"),
    "access": ("close closes closed shut shuts suspend", "reopen resume"),
    "verdict": ("convict", "acquit acquits"),
    "vote": ("approve pass passes passed", "reject"),
    "rate": ("raise hike hikes hiked", "cut cuts lower lowers lowered slash"),
    "sanction": ("impose", "lift lifts lifted"),
}
# "Fails to pass" is no passing, and what may happen has not happened.
_NOT_DONE = codes(
    """
    not no never fail fails failed refuse refuses refused deny denies denied may might could would
    should if unless plan plans planned threaten threatens vow vows urge urges call calls ask asks
    want wants consider considers delay delays against before after
    """
)


def _table() -> dict[str, Mark]:
    """Term of a verb -> the act and its side."""
    return {
        term(word): (f"{ACT}{act}", side.split()[0])
        for act, sides in _OPPOSITES.items()
        for side in sides
        for word in side.split()
    }


_ACTS = _table()
ACT_TERMS = frozenset(_ACTS)


def acts(title_words: list[str]) -> list[Mark]:
    """The acts that a title tells; its words are lower case."""
    if not _NOT_DONE.isdisjoint(title_words):
        return []
    return [_ACTS[one] for one in map(term, title_words) if one in _ACTS]
