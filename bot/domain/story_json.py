"""A story as an item of the story feed (JSON Feed 1.1 with a `_story` object), both ways.

Reading stands in `story_reading`; what is written here reads back as the same story.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.domain.report import SourceKind
from bot.domain.story import (
    Affected,
    Change,
    Confidence,
    Conflict,
    Entity,
    Factor,
    Finding,
    KeyFact,
    ReportLink,
    Story,
    Trace,
    Verification,
)
from bot.domain.story_reading import story_from_item

__all__ = ["feed_document", "story_from_item", "story_to_item", "timestamp"]

Json = dict[str, Any]


def timestamp(moment: datetime) -> str:
    """RFC 3339 in UTC with a Z, without a fraction where there is none."""
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def story_to_item(story: Story) -> Json:
    """The JSON Feed item of one story version; empty optional fields are left out."""
    return _without_empty(
        {
            "id": story.id,
            "url": story.url,
            "title": story.headline,
            "date_published": timestamp(story.published_at),
            "date_modified": timestamp(story.modified_at),
            "summary": story.summary,
            "content_text": _content(story),
            "tags": [story.category],
            "_story": _extension(story),
        }
    )


def feed_document(
    stories: Sequence[Story], *, title: str, feed_url: str, home_url: str = "", next_url: str = ""
) -> Json:
    """A page of the story feed; `stories` are expected newest change first."""
    document: Json = {"version": "https://jsonfeed.org/version/1.1", "title": title}
    if home_url:
        document["home_page_url"] = home_url
    document["feed_url"] = feed_url
    document["next_url"] = next_url or None
    document["items"] = [story_to_item(story) for story in stories]
    return document


def _content(story: Story) -> str:
    """What a plain feed reader shows. JSON Feed requires some content, so never empty."""
    bullets = "\n".join(f"• {line}" for line in story.takeaways)
    parts = (bullets, story.analysis, story.what_to_watch)
    return "\n\n".join(part for part in parts if part) or story.summary or story.headline


def _extension(story: Story) -> Json:
    extension: Json = {
        "version": story.version,
        "status": story.status.value,
        "category": story.category,
        "language": story.language,
        "reading_minutes": story.reading_minutes,
        "sentiment": {"label": story.sentiment.label.value, "value": story.sentiment.value},
        "impact": {"score": story.impact.score, "factors": _factors(story.impact.factors)},
        "verification": _verification(story.verification),
        "takeaways": list(story.takeaways),
        "key_facts": [_key_fact(fact) for fact in story.key_facts],
        "entities": [_entity(entity) for entity in story.entities],
        "regions": list(story.regions),
        "affected": [_affected(affected) for affected in story.affected],
        "analysis": story.analysis,
        "what_to_watch": story.what_to_watch,
    }
    if story.sample:
        extension["sample"] = True
    if story.traces:
        extension["traces"] = [_trace(trace) for trace in story.traces]
    if story.findings:
        extension["findings"] = [_finding(finding) for finding in story.findings]
    if story.history:
        extension["history"] = [_change(change) for change in story.history]
    if story.merged_into:
        extension["merged_into"] = story.merged_into
    return extension


def _factors(factors: Sequence[Factor]) -> list[Json]:
    return [
        {"name": factor.name, "points": factor.points, "because": factor.because}
        for factor in factors
    ]


def _verification(verification: Verification) -> Json:
    return {
        "independent_sources": verification.independent_sources,
        "confidence": _confidence(verification.confidence),
        "conflicts": [_conflict(conflict) for conflict in verification.conflicts],
        "reports": [_report(link) for link in verification.reports],
    }


def _confidence(confidence: Confidence) -> Json:
    shown: Json = {"label": confidence.label.value, "value": confidence.value}
    if confidence.parts:
        shown["parts"] = _factors(confidence.parts)
    return shown


def _conflict(conflict: Conflict) -> Json:
    values = [
        {"value": value.value, "publishers": list(value.publishers)} for value in conflict.values
    ]
    return {"about": conflict.about, "values": values}


def _report(link: ReportLink) -> Json:
    published = timestamp(link.published_at) if link.published_at else ""
    kind = "" if link.kind is SourceKind.UNKNOWN else link.kind.value
    return _without_empty(
        {
            "publisher": link.publisher,
            "url": link.url,
            "published_at": published,
            "kind": kind,
            "title": link.title,
            "origin": link.origin,
        }
    )


def _key_fact(fact: KeyFact) -> Json:
    return _without_empty(
        {
            "text": fact.text,
            "corroborated_by": fact.corroborated_by,
            "publishers": list(fact.publishers),
        }
    )


def _entity(entity: Entity) -> Json:
    return _without_empty(
        {
            "id": entity.id,
            "name": entity.name,
            "type": entity.type.value,
            "aliases": list(entity.aliases),
        }
    )


def _affected(affected: Affected) -> Json:
    return _without_empty(
        {
            "name": affected.name,
            "type": affected.type.value,
            "polarity": affected.polarity.value,
            "because": affected.because,
        }
    )


def _trace(trace: Trace) -> Json:
    return {"text": trace.text, "urls": list(trace.urls)}


def _finding(finding: Finding) -> Json:
    return _without_empty(
        {
            "analyzer": finding.analyzer,
            "text": finding.text,
            "because": finding.because,
            "urls": list(finding.urls),
        }
    )


def _change(change: Change) -> Json:
    return {"version": change.version, "at": timestamp(change.at), "what": list(change.what)}


def _without_empty(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value not in ("", [], None)}
