from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.story import StoryStatus
from bot.testing import a_story
from handlers.web.rss import rss_document


def parsed(*stories: object) -> ET.Element:
    document = rss_document(
        stories,  # type: ignore[arg-type]  # built by a_story below
        title="Tidings",
        about="Stories",
        home_url="http://desk.example/",
        feed_url="http://desk.example/feed.xml",
    )
    return ET.fromstring(document)  # noqa: S314 - we wrote it just now


@given(st.text(), st.text(), st.text())
def test_any_text_makes_a_readable_feed(headline: str, summary: str, story_id: str) -> None:
    story = a_story(
        story_id or "x", headline=headline or "x", summary=summary, url="https://desk.example/x"
    )
    root = parsed(story)
    assert root.attrib == {"version": "2.0"}
    assert root.findtext("channel/item/link") == "https://desk.example/x"


def test_an_item_has_what_readers_need() -> None:
    story = a_story(url="https://desk.example/x", summary="A <b>cap</b> & more.")
    item = parsed(story).find("channel/item")
    assert item is not None
    assert item.findtext("title") == "[7/10] Ministers agree on a gas price cap"
    assert item.findtext("guid") == "gas-cap#v1"
    assert item.findtext("pubDate") == "Fri, 06 Mar 2026 10:00:00 GMT"
    assert item.findtext("category") == "energy"
    assert "A <b>cap</b> & more." in (item.findtext("description") or "")


def test_a_retraction_says_so_in_its_title() -> None:
    story = a_story(status=StoryStatus.WITHDRAWN, url="https://desk.example/x")
    assert (parsed(story).findtext("channel/item/title") or "").startswith("RETRACTED: ")


def test_an_empty_feed_is_valid_too() -> None:
    assert parsed().findtext("channel/title") == "Tidings"
