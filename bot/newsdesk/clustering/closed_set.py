"""Clustering of a closed set: every report gets the story it belongs to.

Reports are read in order of time and id, so the order of arrival changes nothing; the live stream
in `stream.py` uses the same knots, linkage and thresholds.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from bot.domain.report import Report, ReportId
from bot.domain.story import StoryId
from bot.newsdesk.clustering.background import Background, shipped_background
from bot.newsdesk.clustering.knot_index import KnotIndex
from bot.newsdesk.clustering.knots import Member
from bot.newsdesk.clustering.linkage import grouped


def cluster_all(
    reports: Iterable[Report], background: Background | None = None
) -> dict[ReportId, StoryId]:
    """Report id -> story id, for every report; of two reports with one id the first counts.

    A story's id is made of the id of its earliest report.
    """
    index = KnotIndex(background or shipped_background())
    for report in in_order(reports):
        index.tie(index.read(report), report.published_at)
    knots = list(index.knots(index))
    stories: dict[ReportId, StoryId] = {}
    for group in grouped(knots):
        members = [member for position in group for member in knots[position].members]
        key = story_id(min(members, key=lambda member: member.order))
        stories.update((member.report_id, key) for member in members)
    return stories


def in_order(reports: Iterable[Report]) -> list[Report]:
    """By time, then id; undated reports last; a repeated id once."""
    by_id: dict[ReportId, Report] = {}
    for report in sorted(reports, key=_order):
        by_id.setdefault(report.id, report)
    return list(by_id.values())


def _order(report: Report) -> tuple[tuple[bool, float, str], str, str]:
    member = Member(report_id=report.id, at=report.published_at)
    return (member.order, report.title, report.text)


def story_id(founder: Member) -> StoryId:
    """The id of the story that this report founds: short, fit for an address, always the same."""
    return StoryId("s" + blake2b(founder.report_id.encode(), digest_size=6).hexdigest())
