"""What every verb works with: the stores, the clock, the adapters and what is remembered."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.commands.lexicon import Lexicon
from bot.commands.model import Caller
from bot.commands.times import zone_of
from bot.domain.channel import Channel, Platform
from bot.domain.story import AHEAD, Story, StoryId
from bot.domain.subscription import Criteria, Subscription, SubscriptionId
from bot.domain.text import listed, shorten
from bot.errors import RequestRefused
from bot.ports.channels import ChannelAdapter
from bot.ports.clock import Clock
from bot.ports.handlers import Finding
from bot.ports.stores import Stores
from bot.rules.predicate import matches
from bot.rules.terms import StoryFacts, facts_of

_REMEMBERED = 20_000
"""Stories whose facts are kept: a busy week."""


@dataclass(slots=True, kw_only=True)
class Context:
    """One per process."""

    stores: Stores
    clock: Clock
    adapters: Mapping[Platform, ChannelAdapter]
    command: str
    """The command's name without a slash: `news`."""
    health: Callable[[], Iterable[Finding]] = tuple
    """How the platforms stand now; told only on this machine's own page."""
    _lexicon: Lexicon | None = None
    _facts: OrderedDict[tuple[StoryId, int], StoryFacts] = field(default_factory=OrderedDict)

    def typed(self, line: str) -> str:
        """A line as a person types it here: `/news list`."""
        return f"`/{self.command} {line}`"

    def now(self) -> datetime:
        return self.clock.now()

    async def lexicon(self) -> Lexicon:
        """Known names and categories; made anew only when stories brought new ones."""
        vocabulary = await self.stores.stories.vocabulary()
        if self._lexicon is None or self._lexicon.vocabulary is not vocabulary:
            self._lexicon = Lexicon(vocabulary)
        return self._lexicon

    async def channel(self, caller: Caller) -> Channel:
        """The caller's channel with its stored time zone and state."""
        channel = await self.stores.channels.get(caller.channel.id) or caller.channel
        # The first use of a zone reads a file; from then on it is in memory.
        await asyncio.to_thread(zone_of, channel.time_zone)
        return channel

    async def recent(self, span: timedelta) -> tuple[Story, ...]:
        """Stories that still stand, first published within `span`, newest first."""
        now = self.now()
        found = await self.stores.stories.between(now - span, now + AHEAD)
        return tuple(story for story in found if story.stands)

    async def matching(self, stories: Iterable[Story], criteria: Criteria) -> tuple[Story, ...]:
        """Those that meet the criteria, in their order; off the event loop, they may be many."""
        chosen = tuple(stories)
        return await asyncio.to_thread(
            lambda: tuple(story for story in chosen if matches(criteria, self.facts(story)))
        )

    def facts(self, story: Story) -> StoryFacts:
        key = (story.id, story.version)
        found = self._facts.get(key)
        if found is None:
            found = self._facts[key] = facts_of(story)
            while len(self._facts) > _REMEMBERED:
                self._facts.popitem(last=False)
        return found

    async def subscription(self, caller: Caller, words: str) -> Subscription:
        """The caller's subscription of that id or name. Raises RequestRefused naming the others."""
        identity = SubscriptionId(words.casefold().lstrip("#"))
        found = await self.stores.subscriptions.get(caller.channel.id, identity)
        if found is not None:
            return found
        present = await self.stores.subscriptions.of_channel(caller.channel.id)
        named = [one for one in present if one.name.casefold() == words.casefold()]
        if len(named) == 1:
            return named[0]
        shown = f"“{shorten(words, 40)}”"
        if not present:
            raise RequestRefused(
                f"There is no subscription {shown}: this channel has none yet.",
                suggestions=("subscribe region:EU impact>=7",),
            )
        ids = listed([one.label for one in present[:10]])
        raise RequestRefused(f"There is no subscription {shown} here. There is {ids}.")

    async def keep(self, caller: Caller, changed: Subscription) -> Subscription:
        """Write the changed form of a subscription."""
        await self.stores.subscriptions.replace(changed, actor=caller.user_id, now=self.now())
        return changed

    async def set_paused(
        self,
        caller: Caller,
        subscription: Subscription,
        *,
        paused: bool,
        until: datetime | None = None,
    ) -> Subscription:
        """Pause it, until then or until somebody resumes it; or take it up again."""
        reason = f"paused by {caller.user_name or caller.user_id}" if paused else ""
        changed = replace(subscription, paused=paused, paused_reason=reason, paused_until=until)
        return await self.keep(caller, changed)
