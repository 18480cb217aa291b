"""List: the subscriptions of a channel, or of every channel of the workspace."""

from __future__ import annotations

from bot.commands.buttons import remove_button
from bot.commands.context import Context
from bot.commands.meaning import refuse_words
from bot.commands.model import Caller, Line, Reply
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
    if not present:
        return Reply(
            title="This channel has no subscription yet.",
            lines=("Begin with one:", context.typed("subscribe region:EU impact>=7")),
            data={"subscriptions": []},
        )
    channel = await context.channel(caller)
    return Reply(
        title=f"{plural(len(present), 'subscription')} in this channel:",
        lines=(*map(_line, present), *_channel_trouble(channel)),
        buttons=tuple(map(remove_button, present[:_BUTTONS])) if caller.may_write else (),
        data={"subscriptions": [subscription_to_dict(one) for one in present]},
    )


async def _list_everywhere(context: Context, caller: Caller) -> Reply:
    account = f"{caller.channel.account}/"
    every = await context.stores.subscriptions.all()
    found = [one for one in every if one.channel.startswith(account)]
    names = {channel.id: channel.name for channel in await context.stores.channels.all()}
    lines = []
    for channel in dict.fromkeys(one.channel for one in found):
        lines.append(f"#{names[channel]}" if names.get(channel) else channel)
        lines.extend(_line(one) for one in found if one.channel == channel)
    channels = plural(len({one.channel for one in found}), "channel")
    return Reply(
        title=f"{plural(len(found), 'subscription')} in {channels}:",
        lines=tuple(lines),
        data={"subscriptions": [subscription_to_dict(one) for one in found]},
    )


def _line(subscription: Subscription) -> str:
    state = "⏸ paused, " if subscription.paused else "▶ "
    return f"• {state}{subscription.label}: {describe_subscription(subscription)}"


def _channel_trouble(channel: Channel) -> tuple[str, ...]:
    if channel.state is ChannelState.ACTIVE:
        return ()
    return (f"⚠ Nothing is posted here now: {channel.paused_reason}. Alerts are held.",)
