"""One claimed delivery: look whether it was posted, render it from the latest version, send it.

Says how it ended or raises the platform's error; it writes nothing to the outbox but a receipt
that turned out to be stale. `outcomes` decides what an error means.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from bot.delivery.outcomes import LookupRefusedError
from bot.delivery.rendering import Updates, card, note_kind, roll_up, update_note
from bot.domain.alert import (
    Alert,
    AlertKind,
    Delivery,
    DeliveryKey,
    MessageId,
    Outcome,
    Receipt,
    delivery_key,
)
from bot.domain.brief import Message
from bot.domain.channel import AccountId, Channel
from bot.domain.mute import Mute
from bot.domain.story import Story, StoryId
from bot.errors import (
    AmbiguousDelivery,
    ContentRefused,
    DeliveryError,
    MessageGone,
    PermanentDeliveryError,
)
from bot.errors import TransientDeliveryError as Transient
from bot.ports.channels import ChannelAdapter
from bot.ports.clock import Clock
from bot.ports.stores import Stores
from bot.rules.policy import is_quieted


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The platform has it."""

    message_id: MessageId
    shows: int | None = None
    """The story version that the card shows now; None where there is no card."""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """It is not worth a message any more."""

    reason: str


Ending = Confirmed | Overtaken
Slot = Callable[[], Awaitable[None]]
"""Waits until the next message may go to the channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Everything one attempt needs."""

    delivery: Delivery
    channel: Channel
    adapter: ChannelAdapter
    stores: Stores
    clock: Clock
    updates: Updates
    slot: Slot
    no_looks: dict[AccountId, datetime]
    """Until when an account may not look for messages; posting goes on meanwhile."""

    async def run(self) -> Ending:
        """Bring the delivery to its end. Raises DeliveryError when the platform did not."""
        match self.delivery.kind:
            case AlertKind.NEW:
                return await self._new(self.delivery.alerts[0])
            case AlertKind.DIGEST:
                return await self._digest()
            case _:
                return await self._follow_up(self.delivery.alerts[0])

    async def _new(self, alert: Alert) -> Ending:
        story = await self.stores.stories.get(alert.story)
        unwanted = await self._unwanted(story)
        # What is not to be posted again is looked for even where repeating is safe.
        found = await self._look(insist=bool(unwanted))
        if found is not None:
            # It shows what was true at that attempt; the update behind it will edit it.
            return Confirmed(found, alert.version)
        if story is None or unwanted:
            return Overtaken(unwanted)
        posted = await self._post(card(story, alert))
        return Confirmed(posted, alert.version if self.delivery.ambiguous else story.version)

    async def _unwanted(self, story: Story | None) -> str:
        """Why its first card is not to be posted any more; empty where it is."""
        if story is None or story.withdrawn:
            return "withdrawn before it was posted"
        mute = (await self._mutes([story.id])).get(story.id)
        return mute.reason if mute else ""

    async def _mutes(self, stories: Collection[StoryId]) -> dict[StoryId, Mute]:
        """Asked at every attempt: somebody may have muted a story since it was matched."""
        found = await self.stores.mutes.of_stories(stories, now=self.clock.now())
        return {mute.story: mute for mute in found if mute.channel == self.channel.id}

    async def _digest(self) -> Ending:
        muted = await self._mutes([alert.story for alert in self.delivery.alerts])
        found = await self._look(insist=bool(muted))
        if found is not None:
            return Confirmed(found)
        for mute in muted.values():
            await self.stores.outbox.leave_out(self.delivery, mute.story, reason=mute.reason)
        alerts = [alert for alert in self.delivery.alerts if alert.story not in muted]
        latest = [await self.stores.stories.get(alert.story) for alert in alerts]
        stories = [story for story in latest if story is not None and not story.withdrawn]
        if not stories:
            return Overtaken("every story in it was withdrawn or muted")
        return Confirmed(await self._post(roll_up(stories, alerts)))

    async def _follow_up(self, alert: Alert) -> Ending:
        story = await self.stores.stories.get(alert.story)
        receipt = await self.stores.outbox.receipt(alert.channel, alert.story)
        before = await self._before(alert, receipt)
        if story is None or before is None:
            return Overtaken("the channel was never told of the story")
        if receipt and receipt.version >= alert.version:
            return Overtaken("the card shows it already")
        muted = await self._quieted(alert, before, story)
        # An attempt that was begun is finished: what it posted must not be forgotten.
        if muted and not self.delivery.ambiguous:
            return Overtaken(muted)
        return await self._change(alert, before, story, receipt, muted)

    async def _change(
        self, alert: Alert, before: Story, story: Story, receipt: Receipt | None, muted: str
    ) -> Ending:
        """Edit the card and say below it what changed; nothing new is posted of a muted story."""
        note = update_note(story, before, alert, updates=self.updates)
        edited = await self._edit(receipt, story, alert, needed=note is None)
        if note is None:
            if not edited or receipt is None:
                return Overtaken("the message it would change is not there any more")
            return Confirmed(receipt.message_id, story.version)
        thread = receipt.message_id if edited and receipt else None
        posted = await self._look(reply_to=thread, insist=bool(muted))
        if posted is None and muted:
            return Overtaken(muted)
        posted = posted or await self._reply(note, thread)
        return Confirmed(posted, story.version if edited else None)

    async def _quieted(self, alert: Alert, before: Story, story: Story) -> str:
        """Why a mute keeps it back; empty where there is none, or where it takes something back."""
        mute = (await self._mutes([story.id])).get(story.id)
        if mute is None or not is_quieted(note_kind(alert.kind, before, story), before, story):
            return ""
        return mute.reason

    async def _before(self, alert: Alert, receipt: Receipt | None) -> Story | None:
        """The version the channel knows; None where nothing was ever posted there about it."""
        if receipt is not None:
            version = receipt.version
        else:
            told = [
                earlier.version
                for earlier in await self.stores.outbox.told(alert.story)
                if earlier.channel == alert.channel
                and earlier.version < alert.version
                and earlier.outcome is not Outcome.SUPPRESS
            ]
            if not told:
                return None
            version = max(told)
        return await self.stores.stories.get(alert.story, version)

    async def _edit(
        self, receipt: Receipt | None, story: Story, alert: Alert, *, needed: bool
    ) -> bool:
        """Edit the card in place; False where there is none to edit."""
        if receipt is None or (self.delivery.plain and not needed):
            return receipt is not None
        shown = card(story, alert)
        try:
            await self.slot()
            await self.adapter.edit(self.channel, receipt.message_id, shown, key=_card(receipt))
        except MessageGone:
            await self.stores.outbox.forget_receipt(alert.channel, alert.story)
            return False
        return True

    async def _reply(self, note: Message, thread: MessageId | None) -> MessageId:
        try:
            return await self._post(note, reply_to=thread)
        except MessageGone:
            if thread is None:
                raise
            # The thread is closed or its card was deleted meanwhile: say it in the channel.
            return await self._post(note)

    async def _post(self, message: Message, *, reply_to: MessageId | None = None) -> MessageId:
        await self.slot()
        return await self.adapter.post(
            self.channel,
            message,
            key=self.delivery.key,
            reply_to=reply_to,
            plain=self.delivery.plain,
        )

    async def _look(
        self, *, reply_to: MessageId | None = None, insist: bool = False
    ) -> MessageId | None:
        """The message of an unanswered attempt; None where it is safe to post (again)."""
        first = self.delivery.first_attempt_at
        if not self.delivery.ambiguous or first is None:
            return None
        if not insist and self.clock.now() - first <= self.adapter.safe_repeat:
            return None
        self._may_look()
        try:
            return await self.adapter.find(
                self.channel, key=self.delivery.key, since=first, reply_to=reply_to
            )
        except (Transient, AmbiguousDelivery) as exc:
            raise self._look_again(exc) from exc
        except (PermanentDeliveryError, ContentRefused) as exc:
            raise LookupRefusedError(
                f"It may have been posted, and the platform does not let us look: {exc}",
                code=exc.code,
            ) from exc

    def _may_look(self) -> None:
        until = self.no_looks.get(self.channel.account)
        if until is not None and until > self.clock.now():
            raise Transient(
                "The platform asked to look less often.",
                retry_after=until - self.clock.now(),
                counts=False,
            )

    def _look_again(self, error: DeliveryError) -> Transient:
        """A look that failed says nothing about posts: only the next look has to wait."""
        if not isinstance(error, Transient):
            return Transient(f"Looking for the message got no answer: {error}", code=error.code)
        if error.whole_account and error.retry_after is not None:
            until = self.clock.now() + error.retry_after
            self.no_looks[self.channel.account] = until
        return Transient(
            str(error), code=error.code, retry_after=error.retry_after, counts=error.counts
        )


def _card(receipt: Receipt) -> DeliveryKey:
    """The key of an edited card. Its reply goes by the delivery's own key and is looked for."""
    return delivery_key(receipt.channel, receipt.story, receipt.version, AlertKind.NEW)
