"""List: the subscriptions of a channel, or of every channel of the workspace."""

from __future__ import annotations

from bot.commands.buttons import remove_button
from bot.commands.context import Context
from bot.commands.ends import end_words
from bot.commands.meaning import refuse_words
from bot.commands.model import Caller, Line, Reply
from bot.commands.muting import muted_lines
from bot.commands.words import usage
from bot.domain.channel import Channel, ChannelState
from bot.domain.subscription import Subscription
from bot.domain.text import plural
from bot.errors import RequestRefused
from bot.rules.exchange import subscription_to_dict
from bot.rules.wording import describe_subscription

_BUTTONS = 5
"""Subscriptions that get a button; the rest are removed by typing."""


async def show_list(context: Context, caller: Caller, line: Line) -> Reply:
    """One line per subscription of this channel, or of every channel of the workspace."""
    refuse_words([term.key for term in line.terms], usage=usage("list"))
    everywhere = [word.casefold() for word in line.args] == ["all"]
    if line.args and not everywhere:
        refuse_words(line.args, usage=usage("list"))
    if everywhere and not caller.may_write:
        raise RequestRefused("Only those who may change subscriptions see those of all channels.")
    if everywhere:
        return await _list_everywhere(context, caller)
    present = await context.stores.subscriptions.of_channel(caller.channel.id)
    channel = await context.channel(caller)
    muted = await muted_lines(context, channel)
    if not present:
        begin = ("Begin with one:", context.typed("subscribe region:EU impact>=7"))
        return Reply(
            title="This channel has no subscription yet.",
            lines=(*begin, *muted),
            data={"subscriptions": []},
        )
    lines = [_line(one, channel.time_zone) for one in present]
    return Reply(
        title=f"{plural(len(present), 'subscription')} in this channel:",
        lines=(*lines, *muted, *_channel_trouble(channel)),
        buttons=tuple(map(remove_button, present[:_BUTTONS])) if caller.may_write else (),
        data={"subscriptions": [subscription_to_dict(one) for one in present]},
    )


async def _list_everywhere(context: Context, caller: Caller) -> Reply:
    account = f"{caller.channel.account}/"
    every = await context.stores.subscriptions.all()
    found = [one for one in every if one.channel.startswith(account)]
    zone = (await context.channel(caller)).time_zone
    names = {channel.id: channel.name for channel in await context.stores.channels.all()}
    lines = []
    for channel in dict.fromkeys(one.channel for one in found):
        lines.append(f"#{names[channel]}" if names.get(channel) else channel)
        lines.extend(_line(one, zone) for one in found if one.channel == channel)
    channels = plural(len({one.channel for one in found}), "channel")
    return Reply(
        title=f"{plural(len(found), 'subscription')} in {channels}:",
        lines=tuple(lines),
        data={"subscriptions": [subscription_to_dict(one) for one in found]},
    )


def _line(subscription: Subscription, zone: str) -> str:
    state = f"⏸ {_pause(subscription, zone)}, " if subscription.paused else "▶ "
    return f"• {state}{subscription.label}: {describe_subscription(subscription)}"


def _pause(subscription: Subscription, zone: str) -> str:
    until = subscription.paused_until
    return f"paused until {end_words(until, zone)}" if until else "paused"


def _channel_trouble(channel: Channel) -> tuple[str, ...]:
    if channel.state is ChannelState.ACTIVE:
        return ()
    return (f"⚠ Nothing is posted here now: {channel.paused_reason}. Alerts are held.",)
