"""Stories, sources, notebook and web messages, on every database."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from bot.domain.alert import AlertKind, DeliveryKey, MessageId
from bot.domain.channel import ChannelId
from bot.domain.story import Entity, StoryId, story_ref
from bot.errors import StoreError
from bot.ports.sources import SourceState
from bot.store import SqlStores
from bot.testing import LONG_AGO, NOON, a_story, next_version

pytestmark = pytest.mark.usefixtures("no_blocking")
MAIN = ChannelId("web:local/main")


async def test_a_story_comes_back_as_it_was_kept(stores: SqlStores) -> None:
    story = a_story(headline="Ümlaut “quotes” 中文", entities=("Gazprom",), regions=("DE", "EU"))
    assert await stores.stories.add([story], source="desk", now=NOON) == (story,)
    assert await stores.stories.get(story.id) == story


async def test_a_version_is_new_only_once(stores: SqlStores) -> None:
    story = a_story()
    await stores.stories.add([story], source="desk", now=NOON)
    assert await stores.stories.add([story], source="other", now=NOON) == ()


async def test_a_known_version_is_known(stores: SqlStores) -> None:
    story = a_story()
    await stores.stories.add([story], source="desk", now=NOON)
    assert await stores.stories.knows(story.id, 1)
    assert not await stores.stories.knows(story.id, 2)


async def test_a_batch_is_returned_oldest_modification_first(stores: SqlStores) -> None:
    first = a_story("one", modified_at=NOON)
    second = a_story("two", modified_at=NOON + timedelta(minutes=1))
    added = await stores.stories.add([second, first], source="desk", now=NOON)
    assert added == (first, second)


async def test_a_kept_version_is_refreshed_without_being_news(stores: SqlStores) -> None:
    story = a_story()
    await stores.stories.add([story], source="desk", now=NOON, history=True)
    fuller = replace(story, summary="With one more report.")
    await stores.stories.refresh([fuller, replace(story, version=7)])
    assert await stores.stories.get(story.id) == fuller
    assert not await stores.stories.knows(story.id, 7)
    assert await stores.stories.unmatched(limit=5) == ()


async def test_the_latest_version_is_the_one_shown(stores: SqlStores) -> None:
    first = a_story()
    second = next_version(first, headline="Ministers sign the cap")
    await stores.stories.add([second], source="desk", now=NOON)
    await stores.stories.add([first], source="desk", now=NOON)
    assert await stores.stories.get(first.id) == second
    assert await stores.stories.get(first.id, 1) == first
    assert await stores.stories.versions(first.id) == (first, second)
    assert await stores.stories.changed(limit=5) == (second,)


async def test_unmatched_stories_come_in_order_of_arrival(stores: SqlStores) -> None:
    late = a_story("late", published_at=LONG_AGO - timedelta(days=1))
    early = a_story("early")
    await stores.stories.add([early], source="desk", now=NOON)
    await stores.stories.add([late], source="desk", now=NOON)
    assert await stores.stories.unmatched(limit=5) == (early, late)
    assert await stores.stories.unmatched(limit=1) == (early,)


async def test_history_is_never_matched(stores: SqlStores) -> None:
    story = a_story()
    await stores.stories.add([story], source="desk", now=NOON, history=True)
    assert await stores.stories.unmatched(limit=5) == ()
    assert await stores.stories.get(story.id) == story


async def test_a_version_that_comes_after_a_newer_matched_one_is_no_news(
    stores: SqlStores,
) -> None:
    first = a_story()
    second = next_version(first)
    await stores.stories.add([second], source="desk", now=NOON)
    await stores.outbox.record(second, (), rules_version=0, now=NOON)
    await stores.stories.add([first], source="desk", now=NOON)
    assert await stores.stories.unmatched(limit=5) == ()


async def test_a_long_id_is_found_by_its_short_stand_in(stores: SqlStores) -> None:
    story = a_story("https://desk.example/stories/" + "x" * 80)
    await stores.stories.add([story], source="desk", now=NOON)
    assert await stores.stories.by_ref(story_ref(story.id)) == story
    assert await stores.stories.by_ref("#unknown") is None


async def test_a_window_takes_its_start_and_leaves_its_end(stores: SqlStores) -> None:
    hours = [a_story(f"at-{hour}", published_at=NOON - timedelta(hours=hour)) for hour in (1, 2, 3)]
    await stores.stories.add(hours, source="desk", now=NOON)
    found = await stores.stories.between(NOON - timedelta(hours=3), NOON - timedelta(hours=1))
    assert [story.id for story in found] == ["at-2", "at-3"]


async def test_search_takes_every_word_anywhere_without_accents(stores: SqlStores) -> None:
    story = a_story(headline="Élysée backs 100% gas_cap")
    await stores.stories.add([story, a_story("other")], source="desk", now=NOON)
    assert await stores.stories.search("ELYSEE 100", limit=5) == (story,)
    assert await stores.stories.search("elysee coal", limit=5) == ()


async def test_a_wildcard_in_a_search_is_a_plain_character(stores: SqlStores) -> None:
    await stores.stories.add([a_story(headline="Fifty off")], source="desk", now=NOON)
    assert await stores.stories.search("f+ty", limit=5) == ()


async def test_vocabulary_names_the_most_frequent_first(stores: SqlStores) -> None:
    gazprom = Entity(id="company:gazprom", name="Gazprom", aliases=("Газпром",))
    stories = [replace(a_story(name), entities=(gazprom,)) for name in ("one", "two")]
    other = replace(a_story("three", category="Trade"), entities=(Entity(id="", name="Adler"),))
    await stores.stories.add(stories, source="desk", now=NOON)
    before = await stores.stories.vocabulary()
    await stores.stories.add([other], source="desk", now=NOON)
    known = await stores.stories.vocabulary()
    assert before.entities == ("Gazprom",)
    assert known.entities == ("Gazprom", "Adler")
    assert known.categories == ("energy", "trade")
    assert ("company:gazprom", "Gazprom") in known.aliases
    assert ("Газпром", "Gazprom") in known.aliases


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    headline=st.text(min_size=1, max_size=80),
    takeaways=st.lists(st.text(max_size=40), max_size=3),
    name=st.text(min_size=1, max_size=20),
)
async def test_no_text_is_too_strange_to_keep(
    stores: SqlStores, headline: str, takeaways: list[str], name: str
) -> None:
    story = a_story(
        f"s{abs(hash((headline, name)))}",
        headline=f"Cap {headline}",
        takeaways=tuple(takeaways),
        entities=(name,),
    )
    await stores.stories.add([story], source="desk", now=NOON)
    assert (await stores.stories.get(story.id)) is not None
    await stores.stories.search(headline, limit=1)


async def test_one_unreadable_story_does_not_hide_the_others(stores: SqlStores) -> None:
    await stores.stories.add([a_story("good"), a_story("bad")], source="desk", now=NOON)
    spoil = text("UPDATE stories SET document = '{}' WHERE id = 'bad'")
    await stores.database.write(lambda connection: connection.execute(spoil).rowcount)
    assert [story.id for story in await stores.stories.unmatched(limit=5)] == ["good"]
    with pytest.raises(StoreError, match="'bad' version 1 in the database cannot be read"):
        await stores.stories.get(StoryId("bad"))


async def test_a_source_is_blank_until_it_was_saved(stores: SqlStores) -> None:
    assert await stores.sources.state("desk") == SourceState(name="desk")
    state = SourceState(
        name="desk", etag='"a"', failures=2, last_error="no answer", last_attempt_at=NOON
    )
    await stores.sources.save(state)
    await stores.sources.save(replace(state, failures=3))
    assert await stores.sources.state("desk") == replace(state, failures=3)
    assert await stores.sources.all() == (replace(state, failures=3),)


async def test_the_notebook_keeps_the_last_value(stores: SqlStores) -> None:
    assert await stores.notebook.read("commands") is None
    await stores.notebook.write("commands", "one")
    await stores.notebook.write("commands", "two")
    assert await stores.notebook.read("commands") == "two"


async def _post(stores: SqlStores, key: str) -> MessageId:
    return await stores.web_messages.post(
        MAIN,
        {"text": f"about {key}"},
        key=DeliveryKey(key),
        story=StoryId("gas-cap"),
        version=1,
        kind=AlertKind.NEW,
        now=NOON,
    )


async def test_a_web_message_with_a_known_key_is_the_first_one(stores: SqlStores) -> None:
    first = await _post(stores, "k1")
    assert await _post(stores, "k1") == first
    assert len(await stores.web_messages.list(MAIN)) == 1


async def test_web_messages_are_listed_newest_last(stores: SqlStores) -> None:
    ids = [await _post(stores, f"k{number}") for number in range(4)]
    assert [m.id for m in await stores.web_messages.list(MAIN, limit=3)] == ids[1:]
    assert [m.id for m in await stores.web_messages.since(MAIN, ids[1])] == ids[2:]
    assert await stores.web_messages.list(ChannelId("web:local/other")) == ()


async def test_an_edited_web_message_shows_the_new_text(stores: SqlStores) -> None:
    message = await _post(stores, "k1")
    edited = await stores.web_messages.edit(message, {"text": "new"}, version=2, now=NOON)
    found = await stores.web_messages.by_key(DeliveryKey("k1"))
    assert edited
    assert found is not None
    assert (found.payload, found.version, found.edited_at) == ({"text": "new"}, 2, NOON)
    assert not await stores.web_messages.edit(MessageId("m9"), {}, version=1, now=NOON)
