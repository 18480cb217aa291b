"""Pause and resume: a subscription that is kept while nothing is posted for it.

An end that is named stands in the database, so that it comes whatever happens to this process.
"""

from __future__ import annotations

from dataclasses import replace

from bot.commands.context import Context
from bot.commands.ends import end_of, end_words, split_end
from bot.commands.meaning import refuse_words
from bot.commands.model import Caller, Line, Reply
from bot.commands.words import usage
from bot.domain.subscription import Subscription
from bot.domain.text import sentence
from bot.errors import RequestRefused
from bot.rules.exchange import subscription_to_dict
from bot.rules.wording import describe_subscription


async def pause(context: Context, caller: Caller, line: Line) -> Reply:
    """Post nothing for a subscription until it is resumed, or until an end that is named."""
    words, word = split_end(line.args)
    found = await _only_id(context, caller, replace(line, args=words))
    zone = (await context.channel(caller)).time_zone
    until = end_of(word, now=context.now(), zone=zone) if word else None
    if found.paused and found.paused_until == until:
        return Reply(title=f"{found.label} is paused already.")
    changed = await context.set_paused(caller, found, paused=True, until=until)
    resume_now = context.typed(f"resume {found.id}")
    if until is None:
        title, rest = f"Paused {found.label}.", f"Nothing is posted for it until {resume_now}."
    else:
        title = f"Paused {found.label} until {end_words(until, zone)}."
        rest = (
            "Then it goes on by itself, with stories from that time on. "
            f"To end the pause before: {resume_now}"
        )
    return Reply(title=title, lines=(rest,), data=_paused_data(changed))


async def resume(context: Context, caller: Caller, line: Line) -> Reply:
    found = await _only_id(context, caller, line)
    if not found.paused:
        return Reply(title=f"{found.label} is not paused.")
    changed = await context.set_paused(caller, found, paused=False)
    return Reply(
        title=f"Resumed {found.label}.",
        lines=(sentence(describe_subscription(changed)), "Stories from now on are posted."),
        data={"subscription": subscription_to_dict(changed)},
    )


def _paused_data(changed: Subscription) -> dict[str, object]:
    until = changed.paused_until
    named = {"paused_until": until.isoformat()} if until else {}
    return {"subscription": subscription_to_dict(changed), **named}


async def _only_id(context: Context, caller: Caller, line: Line) -> Subscription:
    refuse_words([term.key for term in line.terms], usage=usage(line.verb))
    if not line.args:
        raise RequestRefused(f"Which one? The form is: {usage(line.verb)}", suggestions=("list",))
    found = await context.subscription(caller, line.args[0])
    refuse_words(line.args[1:], usage=usage(line.verb))
    return found
