"""How many independent origins stand behind a set of reports: the number that verifies a story.

Outlets are not origins: most print agency copy. Reports that carry one text are taken as one, and
each text is traced to whoever first said it: the issuer, an agency, an outlet it cites, or its own
publisher's owner. A further copy therefore changes no count, and no order of arrival does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from bot.domain.report import Report, ReportId, SourceKind
from bot.newsdesk.clustering.closed_set import in_order
from bot.newsdesk.origins.copies import Copy, copies
from bot.newsdesk.origins.derived import derivation, passed_on
from bot.newsdesk.origins.shingles import contained, jaccard, wording
from bot.newsdesk.publishers.agencies import agency
from bot.newsdesk.publishers.credits import SYNDICATED, Credit, credit_in, credits_of
from bot.newsdesk.publishers.outlets import by_name
from bot.newsdesk.publishers.owners import (
    agency_of,
    is_aggregator,
    owner_key,
    owner_named,
    owner_of,
)
from bot.newsdesk.publishers.releases import is_primary, issuer_of

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_WHOLE = 0.9
"""A copy of at least this share of the longest may be the original of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a report counts as this origin and not as its own publisher."""

    report: ReportId
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One independent voice."""

    name: str
    kind: SourceKind
    reports: tuple[ReportId, ...]
    """Every report that repeats it, earliest first."""
    why: tuple[Reason, ...]
    retold: frozenset[ReportId] = frozenset()
    """Those that cite it in words of their own; what they name as their source is the origin."""


class _Source(NamedTuple):
    """Whom a text is traced to."""

    key: str
    name: str
    kind: SourceKind
    because: str
    """Why it is not the publisher; empty where it is."""
    retold: bool = False


@dataclass(slots=True, kw_only=True)
class _Text:
    """The reports that carry one text, and the one that speaks for it."""

    members: list[int]
    original: int
    source: _Source | None = None


def origins(reports: Sequence[Report]) -> tuple[Origin, ...]:
    """The independent origins of reports of one event, the one heard first at the start."""
    ordered = in_order(reports)
    return _Tracing(ordered).result() if ordered else ()


class _Tracing:
    """One set of reports on its way to origins."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._lengths = [len(report.text.split()) for report in reports]
        self._owners = [owner_key(owner_of(report)) for report in reports]
        self._publishers = {report.publisher for report in reports if report.publisher}
        self._citations = [derivation(report, self._publishers) for report in reports]
        self._credits = [_all_credits(report) for report in reports]
        self._primary = frozenset(n for n, report in enumerate(reports) if is_primary(report))
        self._copies = {copy.position: copy for copy in copies(reports, self._primary)}
        self._texts = self._grouped()

    def result(self) -> tuple[Origin, ...]:
        for text in self._texts:
            text.source = self._traced(text)
        self._place_syndicated()
        self._place_aggregated()
        by_key: dict[str, list[_Text]] = defaultdict(list)
        for text in self._texts:
            by_key[_source(text).key].append(text)
        found = [self._origin(texts) for texts in by_key.values()]
        position = {report.id: n for n, report in enumerate(self._reports)}
        return tuple(sorted(found, key=lambda origin: position[origin.reports[0]]))

    def _grouped(self) -> list[_Text]:
        members: dict[int, list[int]] = defaultdict(list)
        for position in range(len(self._reports)):
            root = position
            while root in self._copies:
                root = self._copies[root].of
            members[root].append(position)
        return [_Text(members=each, original=self._original(each)) for each in members.values()]

    def _original(self, members: Sequence[int]) -> int:
        """The earliest that has the whole text, no aggregator if it can be helped.

        Of two at one instant it is the outlet that is heard elsewhere in the set, too.
        """
        longest = max(self._lengths[member] for member in members)
        whole = [member for member in members if self._lengths[member] >= _WHOLE * longest]
        inside = set(members)
        heard = {owner for n, owner in enumerate(self._owners) if n not in inside}
        heard |= {citation.owner for citation in self._citations if citation}

        def claim(member: int) -> tuple[bool, bool, datetime, bool, int]:
            report = self._reports[member]
            undated, at = report.published_at is None, report.published_at or _LONG_AGO
            unheard = self._owners[member] not in heard
            return (is_aggregator(report), undated, at, unheard, member)

        return min(whole, key=claim)

    def _traced(self, text: _Text) -> _Source | None:
        """Whom the text comes from; None where only its neighbours can tell."""
        return (
            self._issuer(text)
            or self._agency(text)
            or self._cited(text)
            or (None if self._is_placed_later(text) else self._owner(text))
        )

    def _issuer(self, text: _Text) -> _Source | None:
        documents = [member for member in text.members if member in self._primary]
        if not documents:
            return None
        named = [n for n in documents if self._reports[n].kind is SourceKind.PRIMARY] or documents
        issuer = issuer_of(self._reports[named[0]])
        because = f"press release of {issuer}"
        return _Source(owner_key(issuer), issuer, SourceKind.PRIMARY, because)

    def _agency(self, text: _Text) -> _Source | None:
        # The original speaks first, then the earliest: a later copy must not rename the origin.
        for member in (text.original, *text.members):
            named = (credit.agency for credit in self._credits[member])
            credited = [one for one in named if one not in ("", SYNDICATED)]
            report = self._reports[member]
            wire = report.publisher if report.kind is SourceKind.WIRE else ""
            name = agency_of(report) or (credited[0] if credited else wire)
            if name:
                return None if self._is_passed_on(text, name) else self._of_agency(name)
        return None

    def _is_passed_on(self, text: _Text, agency_name: str) -> bool:
        """Whether the agency tells no more than that another outlet reports it."""
        report = self._reports[text.original]
        return bool(self._citations[text.original]) and passed_on(
            report, (agency_name,), self._publishers
        )

    def _of_agency(self, name: str) -> _Source:
        because = f"credit line ({name})"
        return _Source(owner_key(owner_named(name)), name, SourceKind.WIRE, because)

    def _cited(self, text: _Text) -> _Source | None:
        citation = self._citations[text.original]
        if citation is None:
            return None
        owner = owner_named(citation.outlet)
        known = by_name().get(citation.outlet.lower())
        name = known.name if known else owner
        voiced = [r for r in self._reports if owner_key(r.publisher) == owner_key(citation.outlet)]
        if voiced:
            owner = owner_of(voiced[0])
        kind = SourceKind.WIRE if agency(owner) else SourceKind.OUTLET
        return _Source(owner_key(owner), name, kind, f"derived: '{citation.words}'", retold=True)

    def _owner(self, text: _Text) -> _Source:
        report = self._reports[text.original]
        owner = owner_of(report)
        kind = report.kind
        if kind is SourceKind.UNKNOWN and report.publisher.lower() in by_name():
            kind = SourceKind.OUTLET
        key = owner_key(owner) or f"report {report.id}"
        return _Source(key, report.publisher or owner, kind, "")

    def _is_placed_later(self, text: _Text) -> bool:
        return self._is_syndicated(text) or self._is_aggregated(text)

    def _is_syndicated(self, text: _Text) -> bool:
        return any(credit.agency for member in text.members for credit in self._credits[member])

    def _is_aggregated(self, text: _Text) -> bool:
        return all(is_aggregator(self._reports[member]) for member in text.members)

    def _place_syndicated(self) -> None:
        """A feed without a name is the one agency there is, else a voice of its own."""
        agencies = {
            text.source.key: text.source
            for text in self._texts
            if text.source and text.source.kind is SourceKind.WIRE
        }
        unnamed = _Source("syndicated feed", SYNDICATED, SourceKind.WIRE, "credit line (unnamed)")
        only = next(iter(agencies.values())) if len(agencies) == 1 else unnamed
        for text in self._texts:
            if text.source is None and self._is_syndicated(text):
                text.source = only._replace(because=f"credit line ({SYNDICATED})")

    def _place_aggregated(self) -> None:
        """An aggregator repeats somebody: whoever is nearest in words."""
        placed = [text for text in self._texts if text.source]
        for text in self._texts:
            if text.source is None:
                nearest = max(placed, key=lambda one: self._likeness(text, one), default=None)
                source = _source(nearest) if nearest else self._owner(text)
                name = self._reports[text.original].publisher
                text.source = source._replace(because=f"aggregator ({name})")

    def _likeness(self, left: _Text, right: _Text) -> tuple[float, float, int]:
        ours, theirs = (wording(self._reports[text.original]) for text in (left, right))
        shared = contained(ours.whole, theirs.whole)
        return (shared, jaccard(ours.title, theirs.title), -right.original)

    def _origin(self, texts: Sequence[_Text]) -> Origin:
        source = _source(texts[0])
        members = sorted(member for text in texts for member in text.members)
        names = {_source(text).name for text in texts}
        own = [owner_of(self._reports[member]) for member in members]
        group = next((name for name in own if owner_key(name) == source.key), source.name)
        return Origin(
            name=source.name if len(names) == 1 else group,
            kind=min((_source(text).kind for text in texts), key=_STANDING.index),
            reports=tuple(self._reports[member].id for member in members),
            why=tuple(self._reasons(texts)),
            retold=frozenset(
                self._reports[n].id for text in texts if _source(text).retold for n in text.members
            ),
        )

    def _reasons(self, texts: Sequence[_Text]) -> list[Reason]:
        """One for every report that is not plainly its own voice."""
        reasons = []
        own = [text.original for text in texts if not _source(text).because]
        for text in texts:
            because = _source(text).because
            if not because and len(own) > 1:
                because = f"same owner ({owner_of(self._reports[text.original])})"
            for member in text.members:
                copy = self._copies.get(member)
                if copy:
                    reasons.append(self._reason(member, self._of_whom(copy)))
                elif because:
                    reasons.append(self._reason(member, because))
        return reasons

    def _of_whom(self, copy: Copy) -> str:
        publisher = self._reports[copy.of].publisher or self._reports[copy.of].id
        return f"{copy.because} stand in {publisher}"

    def _reason(self, member: int, because: str) -> Reason:
        return Reason(report=self._reports[member].id, because=because)


_STANDING = (
    SourceKind.PRIMARY,
    SourceKind.WIRE,
    SourceKind.OUTLET,
    SourceKind.TRADE,
    SourceKind.UNKNOWN,
    SourceKind.SOCIAL,
    SourceKind.AGGREGATOR,
)


def _all_credits(report: Report) -> tuple[Credit, ...]:
    """Those cut from the text before, and those still in it."""
    before = (credit_in(line) for line in report.credit.splitlines())
    datelines = credits_of(*report.credit.splitlines(), report.text)
    return (*(credit for credit in before if credit), *datelines)


def _source(text: _Text) -> _Source:
    if text.source is None:
        raise LookupError("a text was counted before it was traced to a source")
    return text.source
