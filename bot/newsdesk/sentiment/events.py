"""Count the harm and the help a sentence of general news tells of.

The weights learnt from finance, where nobody drowns and no outbreak ends. Harm that the sentence
itself ends is help, and a boon that it ends is harm. Pure; the words stand in `event_words`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from bot.newsdesk.sentiment.event_words import (
    BOON,
    BRINGING,
    BURDEN,
    CASUALTY,
    CRIME,
    DEAL,
    ENDING,
    HAZARD,
    LIFTING,
    LOSS,
    MEASURED,
    ROUTINE,
    SAFE,
)
from bot.newsdesk.sentiment.features import moves
from bot.newsdesk.sentiment.lexicon import NEGATIONS, word_set
from bot.newsdesk.sentiment.words import base_forms, direction, lean, welcome


class Part(Enum):
    """What a word does in a sentence about an event."""

    HAZARD = auto()
    CASUALTY = auto()
    BURDEN = auto()
    WRONG = auto()
    """A crime, a loss, or a word of bad news in the lexicon."""
    BOON = auto()
    GOOD = auto()
    """Good news by itself."""
    BRINGING = auto()
    ENDING = auto()
    LIFTING = auto()
    FALLING = auto()
    MEASURED = auto()
    """Good news where it falls: unemployment, deaths."""
    ROUTINE = auto()


_TABLES = {
    Part.HAZARD: HAZARD,
    Part.CASUALTY: CASUALTY,
    Part.BURDEN: BURDEN,
    Part.WRONG: CRIME | LOSS,
    Part.BOON: BOON,
    Part.GOOD: DEAL,
    Part.BRINGING: BRINGING,
    Part.ENDING: ENDING,
    Part.LIFTING: LIFTING,
    Part.ROUTINE: ROUTINE,
    Part.MEASURED: MEASURED,
}
_GRAVE = frozenset((Part.HAZARD, Part.CASUALTY))
_HARM = _GRAVE | {Part.BURDEN, Part.WRONG}
_BOON = frozenset((Part.BOON,))
_MEASURED = frozenset((Part.MEASURED,))
_LIFTED = frozenset((Part.BURDEN,))
_BY_LEAN: dict[int, frozenset[Part]] = {
    1: frozenset((Part.GOOD,)),
    0: frozenset(),
    -1: frozenset((Part.WRONG,)),
}
_REACH = 4
_PARTICLES = word_set("away down dry off out up")
_BREAKS = word_set("after as before amid when while but because since until despite ; : ?")
_BREAKS_BACK = _BREAKS | {"at", "by", "during", "near"}
_SMALL = word_set("a an the is are was were be been has have its his her their of in to")
"""Words that take nothing from the reach."""
_HOW_IT_ENDS = word_set("with in at up by")
"""After these an end is only when or how: "talks end with a deal"."""
_AFTER_PASSIVE = word_set("in on by for to from under as at until after against") | {""}
"""A tariff cut "from" 10 % is lifted; a tariff that cuts "sales" is not."""
_IS_OVER = word_set("is are was were be declared declares nearly finally now")
_NEGATED_WITHIN = 3
_TWO_AS_ONE = {
    ("under", "control"): "contained",
    **{
        (what, cut): "blackout"
        for what in ("power", "electricity", "water")
        for cut in ("cut", "cuts")
    },
}
_RATE = frozenset(("rate", "rates"))
_WHOSE_RATE = word_set("bank fed interest benchmark repo lending policy borrowing reserve")


@dataclass(frozen=True, slots=True)
class Happened:
    """How much harm and how much help a sentence tells of."""

    harm: int
    help: int
    ended: int
    """How many of the helps are the end of a harm."""

    @property
    def lean(self) -> int:
        """Help less harm."""
        return self.help - self.harm


@lru_cache(maxsize=8_192)
def parts(word: str) -> frozenset[Part]:
    """All that the tables say of a word; the lexicon speaks where they are silent."""
    # Who does a thing has not done it: no "container" contains, no "fighter" is a fight.
    doer = word.endswith(("er", "ers"))
    forms = frozenset((word, word.removesuffix("s"))) if doer else base_forms(word)
    found = {part for part, table in _TABLES.items() if not forms.isdisjoint(table)}
    if word in SAFE:
        found.add(Part.GOOD)
    if not found or found == {Part.MEASURED}:
        found |= _BY_LEAN[lean(word)]
    if direction(word) < 0 and not found & _HARM:
        found.add(Part.FALLING)
    if welcome(word) < 0 and word != "spread":  # a verb here, of interest rates elsewhere
        found.add(Part.MEASURED)
    return frozenset(found)


def is_rate_decision(words: Sequence[str]) -> bool:
    """Whether a rate of interest is set: dear for some, welcome to others, so neither."""
    return (
        not _RATE.isdisjoint(words)
        and not _WHOSE_RATE.isdisjoint(words)
        and any(direction(word) for word in words)
    )


def is_grave(words: Sequence[str]) -> bool:
    """Whether it tells of a hazard or of people come to harm."""
    return any(not parts(word).isdisjoint(_GRAVE) for word in words)


def happened(words: Sequence[str]) -> Happened:
    """Count what a sentence of lower-case `words` tells of."""
    return _Count(_joined(words)).total()


def _joined(words: Sequence[str]) -> list[str]:
    """Two words of one meaning as the one that the tables know."""
    found: list[str] = []
    for word in words:
        if found and (one := _TWO_AS_ONE.get((found[-1], word))):
            found[-1] = one
        else:
            found.append(word)
    return found


class _Count:
    """One sentence while it is counted; `done` are the words whose say is used up."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.parts = [parts(word) for word in words]
        self.done: set[int] = set()

    def total(self) -> Happened:
        ended = self._each(self._burden_lifts) + self._each(self._harm_ends)
        harm = self._each(self._boon_ends)
        routine = any(Part.ROUTINE in what for what in self.parts)
        signs = [self._sign(at, routine=routine) for at in self._left()]
        if not is_grave(self.words):
            signs += [sign for at, sign in moves(self.words) if at not in self.done]
        return Happened(harm + signs.count(-1), ended + signs.count(1), ended)

    def _each(self, ends: Callable[[int], bool]) -> int:
        return sum([ends(at) for at in range(len(self.words))])

    def _left(self) -> Iterable[int]:
        return [at for at in range(len(self.words)) if at not in self.done]

    def _sign(self, at: int, *, routine: bool) -> int:
        what = self.parts[at]
        good = Part.GOOD in what and (not routine or self._settled(at))
        if good or self._brings(at):
            # To uphold a ban or to approve a tariff is good in no other way.
            return -1 if self._negated(at) or self._ahead(at, _LIFTED) - self.done else 1
        bad = what & (_GRAVE if routine else _HARM) or self._pair(at) in LOSS
        return -1 if bad and not self._negated(at) else 0

    def _harm_ends(self, at: int) -> bool:
        what = self.parts[at]
        found: set[int] = set()
        if self.words[at] in SAFE:
            found = self._around(at, _HARM, _HARM)
        elif Part.BRINGING in what and self._behind(at, _BOON):
            found = self._ahead(at, _HARM)
        elif self._ends(at):
            # Who was killed at the end of something is dead: only what can end is looked for.
            found = self._around(at, _HARM, _HARM - {Part.CASUALTY})
        if Part.FALLING in what:
            # Deaths fall, and reforms cut deaths; who fell to his death did not cut it.
            cuts = _MEASURED if Part.LIFTING in what else frozenset()
            found |= self._around(at, cuts, _MEASURED)
        return self._use(at, found)

    def _burden_lifts(self, at: int) -> bool:
        """Tariffs lifted are good news; a rape inquiry dropped is neither good nor bad."""
        if Part.LIFTING not in self.parts[at]:
            return False
        is_lifted = "".join(self.words[at + 1 : at + 2]) in _AFTER_PASSIVE
        lifted = self._around(at, _LIFTED, _LIFTED if is_lifted else frozenset())
        crimes = {n - 1 for n in lifted if n and self.parts[n - 1] & _HARM} - lifted
        return self._use(at, lifted | crimes) and not crimes

    def _boon_ends(self, at: int) -> bool:
        falls = self.parts[at] & {Part.FALLING, Part.WRONG, Part.LIFTING}
        if falls or self._ends(at):
            return self._use(at, self._around(at, _BOON, _BOON))
        return False

    def _use(self, at: int, found: set[int]) -> bool:
        if at in self.done or not found - self.done:
            return False
        self.done |= found | {at}
        return True

    def _ends(self, at: int) -> bool:
        word, after = self.words[at], "".join(self.words[at + 1 : at + 2])
        if word == "over":
            before = "".join(self.words[at - 1 : at]) if at else ""
            return before in _IS_OVER or not after or after in _BREAKS
        if after in _PARTICLES:
            return self._pair(at) in ENDING
        return Part.ENDING in self.parts[at] and after not in _HOW_IT_ENDS

    def _pair(self, at: int) -> str:
        """Verb and particle as the tables write them; empty where they write none."""
        after = "".join(self.words[at + 1 : at + 2])
        if after not in _PARTICLES:
            return ""
        pairs = {f"{form}_{after}" for form in base_forms(self.words[at])}
        return next(iter(pairs & (ENDING | LOSS)), "")

    def _settled(self, at: int) -> bool:
        """Talks that end "with a deal"."""
        return "with" in self.words[max(0, at - 2) : at]

    def _brings(self, at: int) -> bool:
        if Part.BRINGING not in self.parts[at]:
            return False
        return bool(self._around(at, _BOON, _BOON) - self.done)

    def _negated(self, at: int) -> bool:
        near = self.words[max(0, at - _NEGATED_WITHIN) : at]
        return any(word in NEGATIONS for word in near)

    def _around(self, at: int, ahead: AbstractSet[Part], behind: AbstractSet[Part]) -> set[int]:
        return self._ahead(at, ahead) | self._behind(at, behind)

    def _ahead(self, at: int, wanted: AbstractSet[Part]) -> set[int]:
        return self._along(range(at + 1, len(self.words)), wanted, _BREAKS)

    def _behind(self, at: int, wanted: AbstractSet[Part]) -> set[int]:
        return self._along(range(at - 1, -1, -1), wanted, _BREAKS_BACK)

    def _along(self, way: range, wanted: AbstractSet[Part], breaks: AbstractSet[str]) -> set[int]:
        """Wanted words along the way: each at most four words from the last, in one clause."""
        found: set[int] = set()
        left = _REACH
        for at in way:
            if self.words[at] in breaks or left <= 0:
                break
            left -= self.words[at] not in _SMALL
            if self.parts[at] & wanted:
                found.add(at)
                left = _REACH
        return found
