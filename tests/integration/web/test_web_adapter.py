from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.alert import MessageId
from bot.domain.brief import brief_of
from bot.errors import MessageGone, TransientDeliveryError
from bot.store import SqlStores
from bot.testing import FakeClock, a_story, next_version
from handlers.web.app import WebHandler
from handlers.web.site import HOME
from tests.integration.web.wire import an_update, break_table, key

STORY = a_story()


async def test_the_same_delivery_is_one_message_however_often_it_is_posted(
    web: WebHandler, sqlite_stores: SqlStores
) -> None:
    first = await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    again = await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    assert first == again
    assert len(await sqlite_stores.web_messages.list(HOME.id)) == 1


async def test_a_message_is_found_by_its_delivery(web: WebHandler, clock: FakeClock) -> None:
    posted = await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    since = clock.now() - timedelta(minutes=1)
    assert await web.adapter.find(HOME, key=key(1), since=since) == posted
    assert await web.adapter.find(HOME, key=key(2), since=since) is None
    later = clock.now() + timedelta(minutes=1)
    assert await web.adapter.find(HOME, key=key(1), since=later) is None


async def test_an_edit_replaces_the_card_and_keeps_its_place(
    web: WebHandler, sqlite_stores: SqlStores
) -> None:
    posted = await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    changed = next_version(STORY, impact=9)
    await web.adapter.edit(HOME, posted, brief_of(changed), key=key(2))
    (kept,) = await sqlite_stores.web_messages.list(HOME.id)
    assert (kept.id, kept.version, kept.payload["impact"]) == (posted, 2, 9)
    assert kept.edited_at is not None
    assert kept.key == key(1)


async def test_what_is_gone_is_said(web: WebHandler) -> None:
    with pytest.raises(MessageGone):
        await web.adapter.edit(HOME, MessageId("99"), brief_of(STORY), key=key(1))
    with pytest.raises(MessageGone):
        await web.adapter.post(HOME, an_update(), key=key(1), reply_to=MessageId("99"))


async def test_a_broken_database_is_a_reason_to_try_again(
    web: WebHandler, sqlite_stores: SqlStores
) -> None:
    await break_table(sqlite_stores, "web_messages")
    with pytest.raises(TransientDeliveryError):
        await web.adapter.post(HOME, brief_of(STORY), key=key(1))
    with pytest.raises(TransientDeliveryError):
        await web.adapter.edit(HOME, MessageId("1"), brief_of(STORY), key=key(1))
    with pytest.raises(TransientDeliveryError):
        await web.adapter.find(HOME, key=key(1), since=STORY.published_at)


async def test_nothing_keeps_us_from_posting_there(web: WebHandler) -> None:
    assert await web.adapter.preflight(HOME) == ()
