"""Every implementation of `ChannelAdapter` on its platform, behind one set of verbs.

A new platform adds one function and one line of `STAGES`, and the whole suite runs over it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from bot.domain.alert import MessageId
from bot.domain.channel import Channel, Platform
from bot.errors import (
    AmbiguousDelivery,
    ChannelUnavailable,
    ContentRefused,
    DeliveryError,
    TransientDeliveryError,
)
from bot.ports.channels import ChannelAdapter
from bot.store import SqlStores, open_stores
from bot.testing import FakeClock, RecordingAdapter, a_channel
from handlers.web.adapter import WebAdapter
from handlers.web.format import message_of, text_of
from handlers.web.live import Live
from tests.integration.discord.newsroom import newsroom
from tests.integration.slack.stage import CHANNEL, on_stage

SEVEN = timedelta(seconds=7)
Mood = Literal["applied then silent", "silent", "limited", "refused form", "forbidden"]
"""How the platform answers the next post."""


@dataclass(frozen=True, kw_only=True)
class AdapterStage:
    """One adapter in front of its platform."""

    adapter: ChannelAdapter
    channel: Channel
    now: Callable[[], datetime]
    """The platform's clock."""
    read: Callable[[], list[str]]
    """What stands in the channel, as its readers see it, oldest first."""
    delete: Callable[[MessageId], object] | None = None
    """A person deletes a message; None where nobody can."""
    upset: Callable[[Mood], object] | None = None
    """Makes the next post fail; None for a platform that never does."""


Stage = Callable[[Path], AbstractAsyncContextManager[AdapterStage]]


@asynccontextmanager
async def recording(folder: Path) -> AsyncIterator[AdapterStage]:
    del folder
    clock, channel = FakeClock(), a_channel()
    adapter = RecordingAdapter(clock=clock)
    errors: dict[Mood, DeliveryError] = {
        "applied then silent": AmbiguousDelivery("silence"),
        "silent": AmbiguousDelivery("silence"),
        "limited": TransientDeliveryError("slower", retry_after=SEVEN, counts=False),
        "refused form": ContentRefused("bad blocks"),
        "forbidden": ChannelUnavailable("not in the channel", fix="invite it"),
    }

    def delete(message: MessageId) -> None:
        for posted in adapter.messages:
            posted.deleted = posted.deleted or posted.id == message

    def upset(mood: Mood) -> None:
        adapter.fail_next("post", errors[mood], applied=mood.startswith("applied"))

    yield AdapterStage(
        adapter=adapter,
        channel=channel,
        now=clock.now,
        read=lambda: [text_of(posted.shown) for posted in adapter.in_channel(channel.id)],
        delete=delete,
        upset=upset,
    )


@asynccontextmanager
async def slack(folder: Path) -> AsyncIterator[AdapterStage]:
    faults: dict[Mood, dict[str, object]] = {
        "applied then silent": {"kind": "apply_then_drop"},
        "silent": {"kind": "drop"},
        "limited": {"kind": "ratelimited", "retry_after": 7},
        "refused form": {"kind": "error", "error": "invalid_blocks"},
        "forbidden": {"kind": "error", "error": "not_in_channel"},
    }
    where = (CHANNEL.workspace, CHANNEL.native_id)
    async with open_stores(f"sqlite:///{folder / 'slack.db'}") as stores, on_stage(stores) as stage:
        server = stage.slack

        def delete(message: MessageId) -> None:
            standing = server.messages(*where)
            standing[:] = [found for found in standing if found["ts"] != message]

        yield AdapterStage(
            adapter=stage.handler.adapter,
            channel=CHANNEL,
            now=lambda: datetime.now(UTC),
            read=lambda: [seen.text for seen in server.seen(*where)],
            delete=delete,
            upset=lambda mood: server.inject(method="chat.postMessage", **faults[mood]),  # type: ignore[arg-type]
        )
        assert server.violations == []


@asynccontextmanager
async def discord(folder: Path) -> AsyncIterator[AdapterStage]:
    faults: dict[Mood, dict[str, object]] = {
        "applied then silent": {"kind": "apply_then_drop"},
        "silent": {"kind": "drop_before_apply"},
        # discord.py itself waits for anything up to half a minute.
        "limited": {"kind": "ratelimit", "retry_after": 45},
        "refused form": {"kind": "error", "status": 400, "code": 50035},
        "forbidden": {"kind": "error", "status": 403, "code": 50001},
    }
    post = {"method": "POST", "route": "/channels/{channel_id}/messages"}
    async with newsroom(folder) as room:
        await room.start()
        yield AdapterStage(
            adapter=room.handler.adapter,
            channel=room.channel,
            now=lambda: datetime.now(UTC),
            read=lambda: [room.place.visible_text(message) for message in room.shown()],
            delete=lambda message: room.place.delete_message(room.channel_id, message),
            upset=lambda mood: room.place.fault(**faults[mood], **post),  # type: ignore[arg-type]
        )


@asynccontextmanager
async def web(folder: Path) -> AsyncIterator[AdapterStage]:
    clock = FakeClock()
    channel = Channel(platform=Platform.WEB, workspace="local", native_id="main")
    async with open_stores(f"sqlite:///{folder / 'web.db'}") as stores:
        texts: list[str] = []
        adapter = _Watched(WebAdapter(stores, clock=clock, live=Live()), stores, channel, texts)
        yield AdapterStage(
            adapter=adapter, channel=channel, now=clock.now, read=lambda: list(texts)
        )


class _Watched:
    """Reads the channel's table after each call, because `read` cannot wait for it."""

    def __init__(
        self, inner: WebAdapter, stores: SqlStores, channel: Channel, texts: list[str]
    ) -> None:
        self._inner, self._stores, self._channel, self._texts = inner, stores, channel, texts

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._inner, name)
        if not callable(found):
            return found

        async def call(*args: Any, **more: Any) -> Any:
            answer = await found(*args, **more)
            standing = await self._stores.web_messages.list(self._channel.id)
            self._texts[:] = [text_of(message_of(message.payload)) for message in standing]
            return answer

        return call


STAGES: dict[str, Stage] = {
    "recording": recording,
    "slack": slack,
    "discord": discord,
    "web": web,
}
