"""What stands beside the conversation: rules, sources and the latest deliveries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.alert import Delivery, DeliveryStatus
from bot.domain.channel import Channel
from bot.domain.subscription import Subscription
from bot.domain.text import plural, shorten
from bot.ports.sources import SourceState
from bot.rules.wording import describe_subscription
from bot.sources.intake import stale
from handlers.web import limits
from handlers.web.site import Site

HEADLINE = 90
_STATUS_MARKS = {
    DeliveryStatus.PENDING: "○",
    DeliveryStatus.CLAIMED: "◐",
    DeliveryStatus.SENT: "✓",
    DeliveryStatus.RETRYING: "↻",
    DeliveryStatus.UNCERTAIN: "?",
    DeliveryStatus.HELD: "‖",
    DeliveryStatus.DROPPED: "–",
    DeliveryStatus.FAILED: "✕",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    id: str
    name: str
    words: str
    paused: bool
    until: datetime | None = None
    """When the pause ends by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    name: str
    state: str
    """`fresh`, `waiting`, `stale`: also a word on the page, never colour alone."""
    last_at: datetime | None
    error: str = ""
    problems: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryLine:
    mark: str
    status: str
    what: str
    story: str
    at: datetime | None
    error: str = ""


class Panel:
    def __init__(self, site: Site) -> None:
        self._site = site

    async def html(self, channel: Channel) -> str:
        stores = self._site.stores
        rules = await stores.subscriptions.of_channel(channel.id)
        log = await stores.outbox.log(channel.id, limit=limits.PANEL_DELIVERIES)
        return self._site.renderer.panel(
            {
                "rules": [_rule(rule) for rule in rules],
                "sources": await self.sources(),
                "deliveries": [await self._delivery(delivery) for delivery in log],
            }
        )

    async def sources(self) -> list[SourceLine]:
        """Every configured source, as it was at its latest poll."""
        site = self._site
        now = site.clock.now()
        known = {state.name: state for state in await site.stores.sources.all()}
        lines = []
        for source in site.sources:
            state = known.get(source.name, SourceState(name=source.name))
            problems = len(site.intake.problems(source.name))
            is_stale = stale(state, source.every, now)
            lines.append(_source(state, is_stale=is_stale, problems=problems))
        return lines

    async def _delivery(self, delivery: Delivery) -> DeliveryLine:
        alerts = delivery.alerts
        story = await self._site.stores.stories.get(alerts[0].story) if len(alerts) == 1 else None
        what = story.headline if story else plural(len(alerts), "story", "stories")
        kind = "" if delivery.kind.value == "new" else f"{delivery.kind.value.capitalize()}: "
        return DeliveryLine(
            mark=_STATUS_MARKS[delivery.status],
            status=delivery.status.value,
            what=shorten(f"{kind}{what}", HEADLINE),
            story=story.id if story else "",
            at=delivery.sent_at or delivery.created_at,
            error=shorten(delivery.last_error, HEADLINE * 2),
        )


def _rule(rule: Subscription) -> RuleLine:
    return RuleLine(
        id=rule.id,
        name=rule.name,
        words=describe_subscription(rule),
        paused=rule.paused,
        until=rule.paused_until,
    )


def _source(state: SourceState, *, is_stale: bool, problems: int) -> SourceLine:
    waiting = state.last_attempt_at is None
    word = "waiting" if waiting else "stale" if is_stale else "fresh"
    return SourceLine(
        name=state.name,
        state=word,
        last_at=state.last_success_at,
        error=shorten(state.last_error, HEADLINE * 3),
        problems=problems,
    )
