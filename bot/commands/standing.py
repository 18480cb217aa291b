"""Status, log and settings: how sources, messages and this channel stand."""

from __future__ import annotations

import asyncio
from datetime import datetime

from bot.commands.context import Context
from bot.commands.meaning import refuse_words
from bot.commands.model import Caller, Line, Reply
from bot.commands.muting import muted_lines
from bot.commands.near import nearest
from bot.commands.times import ago, known_zones, local_time
from bot.commands.words import Takes, find_key, usage
from bot.domain.alert import AlertKind, Delivery, DeliveryStatus
from bot.domain.channel import Channel, ChannelState, Platform
from bot.domain.text import clean, fold, listed, plural, shorten
from bot.errors import DeliveryError, RequestRefused
from bot.ports.sources import SourceState

LOGGED = 20
STATUS_WORDS = {
    DeliveryStatus.PENDING: "waiting",
    DeliveryStatus.CLAIMED: "being sent",
    DeliveryStatus.SENT: "delivered",
    DeliveryStatus.RETRYING: "to be tried again",
    DeliveryStatus.UNCERTAIN: "uncertain, it may have been posted",
    DeliveryStatus.HELD: "held until the channel is usable",
    DeliveryStatus.FAILED: "failed",
    DeliveryStatus.DROPPED: "overtaken, so not sent",
}
_WAITING = (DeliveryStatus.PENDING, DeliveryStatus.CLAIMED, DeliveryStatus.RETRYING)


async def show_status(context: Context, caller: Caller, line: Line) -> Reply:
    """Sources with their age, this channel, and what waits to be sent."""
    refuse_words([*line.args, *(term.key for term in line.terms)], usage=usage("status"))
    now = context.now()
    sources = await context.stores.sources.all()
    channel = await context.channel(caller)
    present = await context.stores.subscriptions.of_channel(channel.id)
    problems = await _problems(context, channel)
    counts = await context.stores.outbox.counts()
    waiting = sum(counts.get(status, 0) for status in _WAITING)
    ill = _ill_platforms(context, channel)
    well = sources and not (problems or ill) and not any(source.failures for source in sources)
    return Reply(
        title="All is well." if well else "Not all is well:",
        lines=(
            *ill,
            *(_source_line(source, now) for source in sources),
            *(() if sources else ("• No source has been read yet.",)),
            f"• Here: {plural(len(present), 'subscription')}, time zone {channel.time_zone}.",
            *(f"⚠ {problem}" for problem in problems),
            f"• {plural(waiting, 'message')} waiting to be sent, all channels together.",
        ),
    )


async def show_log(context: Context, caller: Caller, line: Line) -> Reply:
    """The last messages to this channel, newest first, with what became of each."""
    refuse_words([*line.args, *(term.key for term in line.terms)], usage=usage("log"))
    channel = await context.channel(caller)
    deliveries = await context.stores.outbox.log(channel.id, limit=LOGGED)
    muted = await muted_lines(context, channel)
    if not deliveries:
        return Reply(title="Nothing has been posted here yet.", lines=muted)
    lines = [await _delivery_line(context, one, channel) for one in deliveries]
    return Reply(
        title=f"Messages to this channel, newest first ({channel.time_zone}):",
        lines=(*lines, *muted),
    )


async def settings(context: Context, caller: Caller, line: Line) -> Reply:
    """Show the channel's time zone, or set it."""
    refuse_words(line.args, usage=usage("settings"))
    channel = await context.channel(caller)
    if not line.terms:
        return Reply(
            title=f"The time zone of this channel is {channel.time_zone}.",
            lines=(f"Change it with {context.typed('settings tz:Europe/Berlin')}.",),
        )
    zone = await asyncio.to_thread(_zone, _given_zone(line))
    await context.stores.channels.upsert(caller.channel, now=context.now())
    await context.stores.channels.set_time_zone(channel.id, zone, now=context.now())
    here = local_time(context.now(), zone)
    return Reply(title=f"The time zone of this channel is now {zone}; it is {here} here.")


def _given_zone(line: Line) -> str:
    for term in line.terms:
        key = find_key(term.key)
        if key is None or key.name != "tz":
            later = f" ({key.summary})" if key and key.takes is Takes.LATER else ""
            raise RequestRefused(f"{term.key} cannot be set here{later}; what can is tz.")
    if len(line.terms) > 1 or len(line.terms[0].values) > 1 or line.terms[0].negated:
        raise RequestRefused("One time zone, please, as in tz:Europe/Berlin.")
    return line.terms[0].values[0]


def _zone(value: str) -> str:
    known = {fold(name): name for name in known_zones()}
    found = known.get(fold(value))
    if found is None:
        cities = {fold(name.rpartition("/")[2]): name for name in known_zones() if "/" in name}
        near = nearest(value, known | cities)
        raise RequestRefused(
            f"I know no time zone “{shorten(value, 40)}”. Did you mean {listed(near, 'or')}?",
            suggestions=tuple(f"settings tz:{name}" for name in near),
        )
    return found


def _source_line(source: SourceState, now: datetime) -> str:
    if source.last_success_at is None:
        age = "never read"
    else:
        age = f"read {ago(source.last_success_at, now)}"
    if not source.failures:
        return f"• Source {source.name}: {age}."
    return (
        f"⚠ Source {source.name}: {age}; {plural(source.failures, 'failure')} in a row, "
        f"the last: {shorten(clean(source.last_error), 200)}"
    )


def _ill_platforms(context: Context, channel: Channel) -> tuple[str, ...]:
    """For whoever runs Tidings: a workspace is not told what is wrong with another platform."""
    if channel.platform is not Platform.WEB:
        return ()
    ill = (finding for finding in context.health() if not finding.ok)
    return tuple(
        f"⚠ {finding.where.capitalize()}: {finding.what}{f'; {finding.fix}' * bool(finding.fix)}."
        for finding in ill
    )


async def _problems(context: Context, channel: Channel) -> tuple[str, ...]:
    held: tuple[str, ...] = ()
    if channel.state is ChannelState.PAUSED:
        held = (f"Nothing is posted here now: {channel.paused_reason}. Alerts are held.",)
    adapter = context.adapters.get(channel.platform)
    if adapter is None:
        return held
    try:
        return (*held, *await adapter.preflight(channel))
    except DeliveryError as exc:
        return (*held, f"I could not check whether I may post here: {exc}")


async def _delivery_line(context: Context, delivery: Delivery, channel: Channel) -> str:
    at = delivery.sent_at or delivery.created_at
    when = local_time(at, channel.time_zone) if at else ""
    error = f" ({shorten(clean(delivery.last_error), 120)})" if delivery.last_error else ""
    outcome = STATUS_WORDS[delivery.status]
    what = await _subject(context, delivery)
    return f"• {when} {outcome}{'' if delivery.status is DeliveryStatus.SENT else error}: {what}"


async def _subject(context: Context, delivery: Delivery) -> str:
    if delivery.kind is AlertKind.DIGEST:
        return f"{plural(len(delivery.alerts), 'story', 'stories')} in one message"
    if not delivery.alerts:
        return delivery.kind
    alert = delivery.alerts[0]
    story = await context.stores.stories.get(alert.story)
    headline = shorten(clean(story.headline), 80) if story else alert.story
    ids = f" [{', '.join(alert.subscriptions)}]" if alert.subscriptions else ""
    kind = "" if delivery.kind is AlertKind.NEW else f"{delivery.kind} of "
    return f"{kind}{headline}{ids}"
