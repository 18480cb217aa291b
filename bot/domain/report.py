"""A report: one item from one feed, as the newsdesk takes it in.

A report is evidence, never a story: several become a candidate, and only the gate
decides whether a candidate is published.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

ReportId = NewType("ReportId", str)


class SourceKind(StrEnum):
    """What sort of publisher speaks; the weight of each kind stands in `newsdesk.confidence`."""

    PRIMARY = "primary"
    """The issuer itself: regulator, central bank, statistics office, company, court."""
    WIRE = "wire"
    """A news agency."""
    OUTLET = "outlet"
    """A newspaper, broadcaster or site with an editorial desk."""
    TRADE = "trade"
    """A specialist publication of one trade."""
    AGGREGATOR = "aggregator"
    """Repeats others; never an origin of its own."""
    SOCIAL = "social"
    """Posts by anybody."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One item of one feed, normalised."""

    id: ReportId
    publisher: str
    url: str
    """Canonical address: no tracking parameters, no redirect wrapper."""
    title: str
    text: str = ""
    """Plain text without boilerplate; empty when the feed carries a title only."""
    published_at: datetime | None = None
    """Aware, UTC. None where the item does not say: unknown stays unknown, never "now"."""
    fetched_at: datetime | None = None
    """Aware, UTC; the order of arrival. None in a batch file."""
    language: str = "en"
    kind: SourceKind = SourceKind.UNKNOWN
    owner: str = ""
    """Who owns the publisher; two publishers of one owner are one origin. Empty: the domain."""
    region: str = ""
    """The feed's own region code where its settings give one; a hint, never a finding."""
    feed: str = ""
    """The name of the feed it came from; empty in a batch file."""
    clock_note: str = ""
    """Why `published_at` is not what the item said (a future date that was clamped); else empty."""
    credit: str = ""
    """Agency and editing credits cut from the text ("(Reuters) -", "Reporting by ..."), one a line:
    no reader needs them, the count of origins does."""
