"""A core claim that one origin reports and another reports as denied.

A denial in a title disputes the claim only beside an origin that asserts, without a denial of its
own, what is denied: where every report says "denies", the denial is the event, and where nobody
asserts it, there is nothing to dispute. So does who contradicts the very speaker of another origin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.story import Conflict, ConflictValue
from bot.newsdesk.reports.claims import FRONT_SENTENCES
from bot.newsdesk.reports.retractions import DENIED, Notice, denial_in
from bot.newsdesk.text.tokens import terms
from bot.newsdesk.verifying.contradictions import contradictions
from bot.newsdesk.verifying.corroborate import Told
from bot.newsdesk.verifying.crosscheck import LEAST_BACKING

ABOUT = "whether it is so"
DENIED_TOO = 0.6
"""Share of what is denied that a sentence must say to assert it."""
_SUBJECT = 2
"""Terms that denial and assertion share at least, so that both are about one thing."""
_REPORTING = frozenset(
    terms("reports claims rumours allegations story speculation suggestions accounts statement")
)
# "Nothing has been signed" agrees with the denial, whatever words it shares with it.
_NEGATED = re.compile(r"\b(?:no|not|never|nothing|nobody|none|without|\w+n[’']t)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Who reports the claim and who reports its denial."""

    reported: tuple[Told, ...]
    denied: tuple[Told, ...]
    said: str
    """The words of the first denial."""

    @property
    def share(self) -> float:
        """The part of the origins on either side that report the denial, 0..1."""
        return len(self.denied) / (len(self.reported) + len(self.denied))

    @property
    def words(self) -> str:
        """For the gate's reason: `The origins differ on ...`."""
        first = self.denied[0]
        return f"{ABOUT}: {self.reported[0].name} reports it, {first.name} a denial (“{self.said}”)"

    def conflict(self) -> Conflict:
        """Both sides, for the page."""
        return Conflict(
            about=ABOUT,
            values=(
                ConflictValue(value="reported", publishers=_publishers(self.reported)),
                ConflictValue(value="denied", publishers=_publishers(self.denied)),
            ),
        )


def denial_of(told: Sequence[Told]) -> Denial | None:
    """The denial that disputes the claim; None where there is none, or but a lone voice."""
    found = _denied_in_title(told) or _contradicted(told)
    return found if found and found.share >= LEAST_BACKING else None


def _denied_in_title(told: Sequence[Told]) -> Denial | None:
    denied = tuple(one for one in told if one.reading.notice.notice is Notice.DENIAL)
    matters = [matter for one in denied for matter in _matters(one)]
    reported = tuple(one for one in told if one not in denied and _asserts(one, matters))
    if not reported:
        return None
    return Denial(reported=reported, denied=denied, said=denied[0].reading.notice.words)


def _contradicted(told: Sequence[Told]) -> Denial | None:
    """The first origin that contradicts a speaker, and those in which he speaks unchallenged."""
    for one in told:
        for found in contradictions(_front(one)):
            reported = tuple(
                other
                for other in told
                if other is not one
                and found.is_of(_front(other))
                and not any(contradictions(_front(other)))
            )
            if reported:
                return Denial(reported=reported, denied=(one,), said=found.words)
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    """What is denied, and the whole sentence around it; terms."""

    denied: frozenset[str]
    crux: str
    """The first word of it that is no place: who shares but the setting asserts nothing."""
    around: frozenset[str]


def _matters(told: Told) -> Iterator[_Matter]:
    places = _places(told)
    for text in _front(told):
        match = DENIED.search(text)
        if match and denial_in(text):
            # "X is false" denies what stands before, "denies claims that X" what comes after.
            after = re.split(r"[:;“\"]", text[match.end() :])[0]
            claimed = re.split(r"\bthat\b", after, maxsplit=1)[-1]
            denied = _content(claimed) or _content(text[: match.start()])
            crux = next((term for term in denied if term not in places), "")
            yield _Matter(denied=frozenset(denied), crux=crux, around=frozenset(terms(text)))


def _content(text: str) -> list[str]:
    return [term for term in terms(text) if term not in _REPORTING]


def _places(told: Told) -> frozenset[str]:
    named = (one.text for one in told.reading.extraction.mentions if one.region)
    return frozenset(term for text in named for term in terms(text))


def _asserts(told: Told, matters: Sequence[_Matter]) -> bool:
    front = _front(told)
    if any(denial_in(text) for text in front) or any(contradictions(front)):
        return False
    said = [frozenset(terms(text)) for text in front[:3] if not _NEGATED.search(text)]
    return any(_says(ours, matter) for ours in said for matter in matters)


def _says(ours: frozenset[str], matter: _Matter) -> bool:
    return (
        bool(matter.denied)
        and len(ours & matter.denied) >= DENIED_TOO * len(matter.denied)
        and (not matter.crux or matter.crux in ours)
        and len(ours & matter.around) >= _SUBJECT
    )


def _front(told: Told) -> tuple[str, ...]:
    reading = told.reading
    return (reading.report.title, *reading.sentences[:FRONT_SENTENCES])


def _publishers(told: Sequence[Told]) -> tuple[str, ...]:
    return tuple(one.reading.report.publisher for one in told)
