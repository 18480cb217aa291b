"""What reports say about which instance of a thing they mean, and whom they are about.

Read once per report and added up over a group; `veto.py` compares two of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from bot.newsdesk.clustering.acts import acts
from bot.newsdesk.clustering.full_names import surnames
from bot.newsdesk.clustering.measured import MEASURES, measured
from bot.newsdesk.clustering.places import places_in
from bot.newsdesk.clustering.title_marks import Mark, title_marks
from bot.newsdesk.text.tokens import term, terms, words

ESTABLISHED = 0.5
"""Share of a group's reports that must carry a mark before it speaks for the group."""
OPENING_WORDS = 25
"""So many words of the text tell what a report is about; whom it quotes comes later."""
READ_WORDS = 200
OFTEN = 3
"""Who is named so often without standing in the title is still what a report is about."""


@dataclass(slots=True)
class Signature:
    """Counts over one or more reports."""

    titles: int = 0
    """How many reports."""
    marks: Counter[Mark] = field(default_factory=Counter)
    pattern: Counter[str] = field(default_factory=Counter)
    """Terms of the titles without places and numbers."""
    names: Counter[str] = field(default_factory=Counter)
    """Terms that the texts use as names."""
    leading: Counter[str] = field(default_factory=Counter)
    """Those of the names that stand in the title or the opening words."""
    people: Counter[str] = field(default_factory=Counter)
    """Whom reports are about: those of them that are surnames, in the title or named often."""

    def add(self, other: Signature) -> None:
        self.titles += other.titles
        for ours, theirs in zip(self._counts(), other._counts(), strict=True):
            if theirs:
                ours.update(theirs)

    def values(self, kind: str) -> frozenset[str]:
        """The values of marks of this kind, if enough reports carry one."""
        carried = {value: n for (name, value), n in self.marks.items() if name == kind}
        # One report may give several days or magnitudes, and must not speak for many.
        carriers = max if kind in MEASURES else sum
        enough = carriers(carried.values() or (0,)) >= ESTABLISHED * self.titles
        return frozenset(carried) if enough else frozenset()

    def established(self) -> frozenset[str]:
        """Title terms that speak for the group."""
        return self._enough(self.pattern)

    def protagonists(self) -> frozenset[str]:
        """Surnames that speak for the group."""
        return self._enough(self.people)

    def _counts(self) -> tuple[Counter[Any], ...]:
        return (self.marks, self.pattern, self.names, self.leading, self.people)

    def _enough(self, counts: Counter[str]) -> frozenset[str]:
        least = ESTABLISHED * self.titles
        return frozenset(word for word, count in counts.items() if count >= least)


def copied(one: Signature) -> Signature:
    """The same counts, free to grow."""
    copy = Signature()
    copy.add(one)
    return copy


def signature(title: str, text: str = "", names: frozenset[str] = frozenset()) -> Signature:
    """The signature of one report; `names` are the terms that its text uses as names."""
    lower = words(title)
    places = places_in(lower)
    named = {part for name in places.values() for part in name.split()}
    rest = frozenset(
        term(word) for word in lower if word not in named and not word[0].isdigit()
    ) - {""}
    marks = {("place", place) for place in places} | set(title_marks(title)) | set(acts(lower))
    read = text.split(maxsplit=READ_WORDS)[:READ_WORDS]
    whole = " ".join(read)
    marks.update(measured(f"{title}\n{whole}"))
    leading = names.intersection([*rest, *terms(" ".join(read[:OPENING_WORDS]))])
    told = surnames(whole) if leading else {}
    people = [one for one in leading & told.keys() if one in rest or told[one] >= OFTEN]
    return Signature(
        titles=1,
        marks=Counter(marks),
        pattern=Counter(rest),
        names=Counter(names),
        leading=Counter(leading),
        people=Counter(people),
    )
