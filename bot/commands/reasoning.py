"""Why: each clause of each subscription held against a story, and what became of it here."""

from __future__ import annotations

from bot.commands.context import Context
from bot.commands.ends import end_words
from bot.commands.finding import find_story
from bot.commands.model import Caller, Reply
from bot.commands.muting import mute_of
from bot.commands.standing import STATUS_WORDS
from bot.commands.times import local_time
from bot.domain.alert import Alert, AlertKind, Delivery, Outcome
from bot.domain.channel import Channel, ChannelState
from bot.domain.story import Story, StoryId, story_ref
from bot.domain.subscription import Subscription
from bot.domain.text import clean, plural, shorten
from bot.errors import RequestRefused
from bot.rules.reasons import explain
from bot.rules.terms import StoryFacts

_TOO_EARLY = "it was there before the subscription, and only what comes after one is posted."
_NOT_ASKED_FOR = "it meets no subscription in force."
_LOOK_BACK = 500
"""Deliveries of the channel searched for the one of this story."""


async def why(context: Context, caller: Caller, words: tuple[str, ...]) -> Reply:
    """Per subscription, every clause with both values; then whether and when it was posted."""
    present = await context.stores.subscriptions.of_channel(caller.channel.id)
    wanted, chosen = _split(words, present)
    story = await find_story(context, wanted)
    channel = await context.channel(caller)
    facts = context.facts(story)
    zone = channel.time_zone
    lines = [line for one in chosen for line in _held_against(one, facts, zone)]
    matched = [one for one in chosen if _matches(one, facts)]
    return Reply(
        title=f"{shorten(clean(story.headline), 200)} ({story_ref(story.id)})",
        lines=(
            *await _what_became(
                context, story, channel, met=any(_matches(one, facts) for one in present)
            ),
            *(lines or ("This channel has no subscription that could ask for it.",)),
        ),
        footer=(f"It meets {len(matched)} of {plural(len(chosen), 'subscription')} as it stands.",)
        if chosen
        else (),
    )


def _split(
    words: tuple[str, ...], present: tuple[Subscription, ...]
) -> tuple[str, tuple[Subscription, ...]]:
    """A last word that is an id of this channel asks about that subscription only."""
    if not words:
        raise RequestRefused("Which story? Give its id or words of its headline.")
    if len(words) > 1:
        last = words[-1].casefold()
        chosen = tuple(one for one in present if one.id == last)
        if chosen:
            return " ".join(words[:-1]), chosen
    return " ".join(words), present


def _matches(subscription: Subscription, facts: StoryFacts) -> bool:
    clauses = explain(subscription.criteria, facts)
    return not subscription.paused and all(clause.passed for clause in clauses)


def _held_against(subscription: Subscription, facts: StoryFacts, zone: str) -> list[str]:
    clauses = explain(subscription.criteria, facts)
    met = all(clause.passed for clause in clauses)
    outcome = "matches" if met else "does not match"
    if subscription.paused:
        until = subscription.paused_until
        end = f" until {end_words(until, zone)}" if until else ""
        outcome += f", but it is paused{end}" if met else f" and is paused{end}"
    lines = [f"{subscription.label} {outcome}:"]
    lines.extend(f"• {'✓' if clause.passed else '✗'} {clause.line}" for clause in clauses)
    return lines if clauses else [f"{subscription.label} {outcome}: it asks for every story."]


async def _what_became(context: Context, story: Story, channel: Channel, *, met: bool) -> list[str]:
    """Whether, when and why (not) it was told here; `met`: a subscription asks for it."""
    receipt = await context.stores.outbox.receipt(channel.id, story.id)
    every = await context.stores.outbox.told(story.id)
    told = [alert for alert in every if alert.channel == channel.id]
    lines = []
    if receipt:
        when = local_time(receipt.posted_at, channel.time_zone)
        lines.append(
            f"Posted here on {when} ({channel.time_zone}); it shows version {receipt.version}."
        )
    deliveries = await _deliveries(context, story.id, channel) if told and not receipt else []
    lines.extend(_delivery_line(one) for one in deliveries)
    lines.extend(_alert_line(alert) for alert in told if alert.outcome is not Outcome.SEND)
    if mute := await mute_of(context, channel, story):
        end = end_words(mute.until, channel.time_zone)
        lines.append(f"🔕 Muted here until {end}; a correction or withdrawal still comes.")
    if not lines:
        lines.append(f"Not posted here: {_TOO_EARLY if met else _NOT_ASKED_FOR}")
    if channel.state is ChannelState.PAUSED:
        lines.append(f"⚠ The channel is paused: {channel.paused_reason}.")
    return lines


async def _deliveries(context: Context, story: StoryId, channel: Channel) -> list[Delivery]:
    recent = await context.stores.outbox.log(channel.id, limit=_LOOK_BACK)
    return [one for one in recent if any(alert.story == story for alert in one.alerts)]


def _delivery_line(delivery: Delivery) -> str:
    kind = "Its message" if delivery.kind is AlertKind.NEW else f"Its {delivery.kind} message"
    error = f": {shorten(clean(delivery.last_error), 200)}" if delivery.last_error else ""
    return f"{kind} is {STATUS_WORDS[delivery.status]}{error}."


def _alert_line(alert: Alert) -> str:
    what = "Put into a digest" if alert.outcome is Outcome.FOLD else "Not told"
    reason = f": {clean(alert.reason)}" if alert.reason else ""
    return f"{what} (version {alert.version}, {alert.kind}){reason}."
