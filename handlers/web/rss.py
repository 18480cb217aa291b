"""RSS 2.0 from stories. Pure: an element tree is built, so every text is escaped by the writer."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from bot.domain.brief import brief_of
from bot.domain.story import Story
from bot.domain.text import clean, clean_block

ATOM = "http://www.w3.org/2005/Atom"
register_namespace("atom", ATOM)


def rss_document(
    stories: Sequence[Story], *, title: str, about: str, home_url: str, feed_url: str
) -> bytes:
    """The feed as UTF-8 XML; `stories` are expected newest change first, with an address."""
    root = Element("rss", {"version": "2.0"})
    channel = SubElement(root, "channel")
    _text(channel, "title", title)
    _text(channel, "link", home_url)
    _text(channel, "description", about)
    link = {"href": feed_url, "rel": "self", "type": "application/rss+xml"}
    SubElement(channel, f"{{{ATOM}}}link", link)
    if stories:
        _text(channel, "lastBuildDate", format_datetime(stories[0].modified_at, usegmt=True))
    for story in stories:
        _item(channel, story)
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _item(channel: Element, story: Story) -> None:
    brief = brief_of(story)
    mark = f"{brief.mark}: " if brief.mark else ""
    item = SubElement(channel, "item")
    _text(item, "title", f"{mark}[{brief.impact}/10] {brief.headline}")
    _text(item, "link", story.url)
    # The id with the version: readers show a changed story again, as the JSON feed does.
    guid = SubElement(item, "guid", {"isPermaLink": "false"})
    guid.text = clean(f"{story.id}#v{story.version}")
    _text(item, "pubDate", format_datetime(story.modified_at, usegmt=True))
    _text(item, "category", story.category)
    bullets = [f"• {line}" for line in story.takeaways]
    facts = " · ".join(brief.facts_line)
    parts = [facts, story.summary, *bullets, story.analysis, story.what_to_watch]
    _text(item, "description", "\n\n".join(part for part in parts if part))


def _text(parent: Element, name: str, words: str) -> None:
    SubElement(parent, name).text = clean_block(words)
