"""Subscribe, edit, unsubscribe and undo: everything that changes the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.commands.buttons import remove_button, undo_button
from bot.commands.context import Context
from bot.commands.impossible import refuse_impossible
from bot.commands.meaning import refuse_words, understand
from bot.commands.model import Caller, Line, Reply
from bot.commands.previewing import preview
from bot.commands.requests import Wish
from bot.commands.words import KEYS, usage
from bot.domain.subscription import Criteria, Exclusion, Mode, Subscription, SubscriptionId
from bot.domain.text import listed, plural, sentence
from bot.errors import (
    AccountUnavailable,
    ChannelUnavailable,
    DeliveryError,
    RequestRefused,
    TransientDeliveryError,
)
from bot.rules.exchange import subscription_to_dict
from bot.rules.wording import describe, describe_subscription

UNDO_FOR = timedelta(minutes=10)
_SETTINGS = frozenset({"name", "mode"})
MOST = 200
"""Subscriptions of one channel; more than anybody can oversee."""


async def subscribe(context: Context, caller: Caller, line: Line) -> Reply:
    """Add a rule beside the others, once it is certain that its alerts can be posted."""
    if not line.terms and not line.args:
        return _how_to_subscribe(context)
    refuse_words(line.args, usage=usage("subscribe"))
    wish = understand(line.terms, await context.lexicon(), settings=_SETTINGS)
    if not wish.changed - _SETTINGS:
        raise RequestRefused(
            "A subscription needs at least one filter; for every story write impact>=1.",
            suggestions=("subscribe impact>=7",),
        )
    present = await context.stores.subscriptions.of_channel(caller.channel.id)
    _refuse_duplicate(present, wish.criteria)
    _refuse_too_many(present)
    notes = await _postable(context, caller)
    added = await context.stores.subscriptions.add(
        caller.channel.id,
        wish.criteria,
        name=wish.name or "",
        mode=wish.mode or Mode.INSTANT,
        actor=caller.user_id,
        now=context.now(),
    )
    shown = await preview(context, wish.criteria)
    return Reply(
        title=f"Subscribed as {added.label}.",
        lines=(sentence(describe_subscription(added)), *shown.lines, *_warned(wish), *notes),
        buttons=(remove_button(added),),
        data={"subscription": subscription_to_dict(added)},
    )


async def edit(context: Context, caller: Caller, line: Line) -> Reply:
    """Change the keys that the line speaks about; the others stay as they are."""
    if not line.args:
        raise RequestRefused(f"Which one? The form is: {usage('edit')}", suggestions=("list",))
    before = await context.subscription(caller, line.args[0])
    refuse_words(line.args[1:], usage=usage("edit"))
    wish = understand(line.terms, await context.lexicon(), settings=_SETTINGS, clearing=True)
    if not wish.changed:
        raise RequestRefused(f"What should change? For example: edit {before.id} impact>=8")
    after = _edited(before, wish)
    if after == before:
        return Reply(
            title=f"{before.label} is like that already.",
            lines=(sentence(describe_subscription(before)),),
            data={"subscription": subscription_to_dict(before)},
        )
    present = await context.stores.subscriptions.of_channel(caller.channel.id)
    _refuse_duplicate([one for one in present if one.id != before.id], after.criteria)
    await context.keep(caller, after)
    shown = await preview(context, after.criteria)
    return Reply(
        title=f"Changed {after.label}.",
        lines=(
            sentence(f"Before: {_with_name(before)}"),
            sentence(f"Now: {_with_name(after)}"),
            *shown.lines,
            *_warned(wish),
        ),
        data={"subscription": subscription_to_dict(after)},
    )


async def unsubscribe(context: Context, caller: Caller, line: Line) -> Reply:
    """Remove one or all, and offer to take it back."""
    refuse_words([term.key for term in line.terms], usage=usage("unsubscribe"))
    if not line.args:
        raise RequestRefused("Which one? Give its id, or all.", suggestions=("list",))
    chosen = await _chosen(context, caller, line.args)
    now = context.now()
    for one in chosen:
        await context.stores.subscriptions.remove(
            caller.channel.id, one.id, actor=caller.user_id, now=now
        )
    return Reply(
        title=f"Unsubscribed {listed([one.label for one in chosen])}.",
        lines=(f"Undo brings {'it' if len(chosen) == 1 else 'them'} back, for ten minutes.",),
        buttons=(undo_button(now),),
        data={"subscriptions": [subscription_to_dict(one) for one in chosen]},
    )


async def undo(context: Context, caller: Caller, value: str) -> Reply:
    """Bring back what was removed at the moment the button names."""
    now = context.now()
    try:
        removed_at = datetime.fromisoformat(value)
    except ValueError as exc:
        raise RequestRefused("This button is not one of mine; nothing was changed.") from exc
    if removed_at.tzinfo is None or not now - UNDO_FOR <= removed_at <= now:
        raise RequestRefused(
            "Undo works for ten minutes, and they are over. Subscribe again to have it back.",
        )
    restored = []
    for entry in await context.stores.subscriptions.audit(caller.channel.id, limit=2 * MOST):
        if entry.action == "unsubscribe" and entry.at == removed_at:
            back = await context.stores.subscriptions.restore(
                caller.channel.id,
                SubscriptionId(entry.subscription),
                actor=caller.user_id,
                now=now,
            )
            if back is not None:
                restored.append(back)
    if not restored:
        return Reply(title="That is undone already.")
    restored.reverse()
    return Reply(
        title=f"{listed([one.label for one in restored])} {'is' if len(restored) == 1 else 'are'} "
        "back.",
        lines=tuple(sentence(describe_subscription(one)) for one in restored),
        data={"subscriptions": [subscription_to_dict(one) for one in restored]},
    )


def _how_to_subscribe(context: Context) -> Reply:
    return Reply(
        ok=False,
        title="What should be posted here? Say it with filters, for example:",
        lines=(
            context.typed("subscribe region:EU,UK impact>=7"),
            context.typed('subscribe entity:"TSMC",ASML -category:sports'),
            context.typed('subscribe region:Asia category:energy sources>=3 name:"Asia energy"'),
            "A comma means or, a key written twice means both, a minus in front means not.",
            *(f"• {key.example} - {key.summary}" for key in KEYS if key.filters),
            f"To see first what would come: {context.typed('test region:EU impact>=7')}",
        ),
    )


def _refuse_duplicate(present: Sequence[Subscription], criteria: Criteria) -> None:
    same = next((one for one in present if one.criteria == criteria), None)
    if same is not None:
        state = " It is paused." if same.paused else ""
        raise RequestRefused(
            f"{same.label} already says exactly this: {describe(criteria)}.{state}",
            suggestions=((f"resume {same.id}",) if same.paused else ("list",)),
        )


def _refuse_too_many(present: Sequence[Subscription]) -> None:
    if len(present) >= MOST:
        raise RequestRefused(
            f"This channel has {plural(len(present), 'subscription')}, the most I keep for one. "
            "Remove or edit some first.",
            suggestions=("list",),
        )


async def _postable(context: Context, caller: Caller) -> tuple[str, ...]:
    """Notes on the way; raises RequestRefused with the exact fix where nothing could be posted."""
    adapter = context.adapters.get(caller.channel.platform)
    if adapter is None:
        return ()
    try:
        problems = await adapter.preflight(caller.channel)
    except TransientDeliveryError as exc:
        return (f"⚠ I could not check whether I may post here ({exc}). I will keep trying.",)
    except ChannelUnavailable as exc:
        problems = (exc.fix or str(exc),)
    except (AccountUnavailable, DeliveryError) as exc:
        problems = (str(exc),)
    if problems:
        raise RequestRefused(
            "I cannot post in this channel yet, so no rule was added:\n"
            + "\n".join(f"• {problem}" for problem in problems)
            + "\nThen say it again."
        )
    return ()


def _edited(before: Subscription, wish: Wish) -> Subscription:
    after = replace(
        before,
        name=before.name if wish.name is None else wish.name,
        mode=wish.mode or before.mode,
        criteria=_merged(before.criteria, wish),
    )
    refuse_impossible(after.criteria)
    return after


def _merged(old: Criteria, wish: Wish) -> Criteria:
    """The keys that the line speaks about from the wish, the others as they were."""
    new, changed = wish.criteria, wish.changed
    kept, given = old.exclude, new.exclude
    return Criteria(
        regions=new.regions if "region" in changed else old.regions,
        entities=new.entities if "entity" in changed else old.entities,
        categories=new.categories if "category" in changed else old.categories,
        sentiment=new.sentiment if "sentiment" in changed else old.sentiment,
        impact=new.impact if "impact" in changed else old.impact,
        sources=new.sources if "sources" in changed else old.sources,
        exclude=Exclusion(
            regions=given.regions if "-region" in changed else kept.regions,
            entities=given.entities if "-entity" in changed else kept.entities,
            categories=given.categories if "-category" in changed else kept.categories,
            sentiment=given.sentiment if "-sentiment" in changed else kept.sentiment,
        ),
    )


async def _chosen(context: Context, caller: Caller, words: Sequence[str]) -> list[Subscription]:
    if [word.casefold() for word in words] == ["all"]:
        present = list(await context.stores.subscriptions.of_channel(caller.channel.id))
        if not present:
            raise RequestRefused("This channel has no subscription to remove.")
        return present
    found = [await context.subscription(caller, word) for word in dict.fromkeys(words)]
    return list({one.id: one for one in found}.values())


def _with_name(subscription: Subscription) -> str:
    words = describe_subscription(subscription)
    return f"“{subscription.name}”, {words[:1].lower()}{words[1:]}" if subscription.name else words


def _warned(wish: Wish) -> tuple[str, ...]:
    return tuple(f"⚠ {warning}" for warning in wish.warnings)
