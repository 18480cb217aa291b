"""How what a public suffers or lives from has moved: unemployment fell, jobs were created.

Learnt weights hear "falls" and think of shares. Where a sentence moves one of these measures, the
way it moved says whether that is good, whatever else the words are used for. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.newsdesk.sentiment.lexicon import NEGATIONS, word_set
from bot.newsdesk.sentiment.words import base_forms, direction

SUFFERED = word_set(
    """
    backlog bankruptcy bottleneck burglary crime deficit deforestation delay emission eviction
    foreclosure homelessness homicide hunger illiteracy inflation insolvency jobless joblessness
    layoff mortality murder pollution poverty rent shortage shortfall unemployment
    """
)
"""Measures that nobody likes to see rise."""
SUFFERED_PAIRS = frozenset(
    f"{first} {second}"
    for firsts, seconds in (
        ("food grocery bread consumer electricity", "price prices"),
        ("energy electricity gas heating water food living", "cost costs bill bills"),
        ("shipping freight", "cost costs"),
        ("government public national sovereign household federal", "debt"),
        ("price inflationary", "pressure pressures"),
        ("waiting", "time times list lists"),
        ("jobless unemployment", "claims"),
    )
    for first in firsts.split()
    for second in seconds.split()
)
"""The same in two words; alone the second moves for better and for worse."""
_MARKETS = word_set(
    """
    bond bonds bullion equities etf ftse fx gold index investor investors market markets nasdaq
    nifty rally rupiah sensex share shares silver sterling stock stocks trader traders yields
    """
)
"""Where these stand, the measure is the background of a market, which the weights know."""
_MAKING = word_set("add create generate hire recruit")
_WORK = frozenset(("job", "jobs"))
_NUMBER = "0"
"""As `words.tokens` writes every number."""
_MORE = word_set("double highest lengthen mount spread triple worsen")
_LESS = word_set("cool fewest halve lowest shorten")
_REACH = 4
_CLAUSE = word_set("after as before amid when while but because since until despite ; : ?")
_SMALL = word_set("a an the is are was were be been has have its his her their of in to by")


def public_move(words: Sequence[str]) -> int:
    """+1 for the better, -1 for the worse; 0 where nothing such moves, or for a market."""
    if not _MARKETS.isdisjoint(words):
        return 0
    signs = {_makes_work(words, at) for at in range(len(words))}
    signs |= {_moved(words, at) for at in range(len(words)) if _is_suffered(words, at)}
    signs -= {0}
    return signs.pop() if len(signs) == 1 else 0


def _makes_work(words: Sequence[str], at: int) -> int:
    """Jobs created or added, so many people hired."""
    before = words[max(0, at - 3) : at]
    if _MAKING.isdisjoint(base_forms(words[at])) or not NEGATIONS.isdisjoint(before):
        return 0
    ahead = words[at + 1 : at + 1 + _REACH]
    return int(_NUMBER in ahead[:1] or (not _WORK.isdisjoint(ahead) and _NUMBER in ahead))


def _is_suffered(words: Sequence[str], at: int) -> bool:
    pair = " ".join(words[at : at + 2])
    return pair in SUFFERED_PAIRS or not SUFFERED.isdisjoint(base_forms(words[at]))


def _moved(words: Sequence[str], at: int) -> int:
    """The nearest movement in the same clause; what follows the measure comes first."""
    after = _nearest(words, range(at + 1, len(words)))
    return -(after or _nearest(words, range(at - 1, -1, -1)))


def _nearest(words: Sequence[str], way: range) -> int:
    left = _REACH
    for at in way:
        if words[at] in _CLAUSE or left <= 0:
            return 0
        if sign := _way(words[at]):
            return 0 if at and words[at - 1] in NEGATIONS else sign
        left -= words[at] not in _SMALL
    return 0


@lru_cache(maxsize=4_096)
def _way(word: str) -> int:
    forms = base_forms(word)
    return direction(word) or (not forms.isdisjoint(_MORE)) - (not forms.isdisjoint(_LESS))
