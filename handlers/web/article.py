"""A story as schema.org describes news, so that search engines and readers understand the page."""

from __future__ import annotations

from typing import Any

from bot.domain.story import Entity, EntityType, Story, StoryStatus
from bot.domain.story_json import timestamp
from bot.domain.text import clean, shorten
from handlers.web.links import safe_url

_TYPES = {
    EntityType.COUNTRY: "Country",
    EntityType.REGION: "Place",
    EntityType.ORGANIZATION: "Organization",
    EntityType.COMPANY: "Corporation",
    EntityType.PERSON: "Person",
    EntityType.COMMODITY: "Thing",
    EntityType.CURRENCY: "Thing",
    EntityType.POLICY: "Legislation",
    EntityType.OTHER: "Thing",
}
_STATUS = {StoryStatus.CORRECTED: "Corrected", StoryStatus.WITHDRAWN: "Retracted"}
_HEADLINE = 110
"""What search engines show of a headline."""
_LISTED = 50


def news_article(story: Story, url: str) -> dict[str, Any]:
    """The JSON-LD of one story version."""
    article: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": shorten(clean(story.headline), _HEADLINE),
        "url": url,
        "datePublished": timestamp(story.published_at),
        "dateModified": timestamp(story.modified_at),
        "version": story.version,
        "inLanguage": story.language,
        "articleSection": clean(story.category),
        "isBasedOn": [
            {
                "@type": "CreativeWork",
                "url": report.url,
                "publisher": {"@type": "Organization", "name": clean(report.publisher)},
            }
            for report in story.verification.reports[:_LISTED]
            if safe_url(report.url)
        ],
        "mentions": [_mention(entity) for entity in story.entities[:_LISTED]],
    }
    if story.summary:
        article["description"] = shorten(clean(story.summary), 300)
    if story.status in _STATUS:
        article["creativeWorkStatus"] = _STATUS[story.status]
    return article


def _mention(entity: Entity) -> dict[str, Any]:
    mention: dict[str, Any] = {"@type": _TYPES[entity.type], "name": clean(entity.name)}
    if entity.aliases:
        mention["alternateName"] = [clean(alias) for alias in entity.aliases[:_LISTED]]
    return mention
