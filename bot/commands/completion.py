"""Completion of one option while it is typed.

Always fast and never an error: what cannot be completed has no choices.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.commands.context import Context
from bot.commands.ends import OFFERED
from bot.commands.model import Caller, Choice
from bot.commands.muting import muted_stories
from bot.commands.times import WINDOWS, known_zones
from bot.commands.words import VERBS, find_key
from bot.domain import regions as geography
from bot.domain.story import SentimentLabel, Story, story_ref
from bot.domain.subscription import Mode
from bot.domain.text import clean, fold, shorten

NAME_LIMIT = 100
"""Discord shows and sends at most this many characters of a choice."""
TYPED_LIMIT = 200
_FIXED = {
    "sentiment": tuple(str(label) for label in SentimentLabel),
    "mode": tuple(str(mode) for mode in Mode),
    "window": WINDOWS,
    "for": OFFERED,
    "verb": tuple(verb.name for verb in VERBS),
}


async def complete_value(
    context: Context, caller: Caller, key: str, typed: str, limit: int = 25
) -> tuple[Choice, ...]:
    """Values that continue `typed`; of a comma-separated list the last one is completed."""
    before, last = split_list(clean(typed)[:TYPED_LIMIT])
    found = await values(context, caller, _kind(key), last, limit)
    whole = [
        Choice(name=joined(before, choice.name), value=joined(before, choice.value))
        for choice in found
    ]
    return tuple(choice for choice in whole if len(choice.value) <= NAME_LIMIT)[:limit]


def _kind(key: str) -> str:
    bare = key.casefold().removeprefix("-")
    if bare in {"subscription", "id", "story", "muted", "window", "for", "verb"}:
        return {"id": "subscription"}.get(bare, bare)
    found = find_key(bare)
    return found.name if found else bare


async def values(
    context: Context, caller: Caller, kind: str, typed: str, limit: int
) -> list[Choice]:
    """Single values of one kind that continue `typed`, best first."""
    match kind:
        case "region" | "exclude":
            places = geography.choices(typed, limit)
            return [Choice(name=place.name, value=place.code) for place in places]
        case "subscription":
            return await _subscriptions(context, caller, typed, limit)
        case "story":
            return _told(await context.stores.stories.search(typed, limit=limit))
        case "muted":
            return _told(await _muted(context, caller, typed))[:limit]
        case _:
            return _fitting(await _words(context, kind), typed, limit)


async def _words(context: Context, kind: str) -> Iterable[str]:
    match kind:
        case "entity":
            return (await context.lexicon()).names
        case "category":
            return (await context.lexicon()).categories
        case "tz":
            return await asyncio.to_thread(known_zones)
        case _:
            return _FIXED.get(kind, ())


async def _subscriptions(context: Context, caller: Caller, typed: str, limit: int) -> list[Choice]:
    present = await context.stores.subscriptions.of_channel(caller.channel.id)
    folded = fold(typed)
    fitting = [one for one in present if folded in fold(f"{one.id} {one.name}")]
    return [Choice(name=shorten(one.label, NAME_LIMIT), value=one.id) for one in fitting[:limit]]


async def _muted(context: Context, caller: Caller, typed: str) -> list[Story]:
    folded = fold(typed)
    every = await muted_stories(context, caller.channel)
    return [story for story in every if folded in fold(f"{story.id} {clean(story.headline)}")]


def _told(found: Iterable[Story]) -> list[Choice]:
    return [
        Choice(
            name=shorten(f"[{story.impact.score}] {clean(story.headline)}", NAME_LIMIT),
            value=story_ref(story.id),
        )
        for story in found
    ]


def _fitting(names: Iterable[str], typed: str, limit: int) -> list[Choice]:
    """Names that begin with what is typed, then those with a word that does."""
    wanted = fold(typed)
    begins, holds = [], []
    for name in names:
        folded = fold(name)
        if folded.startswith(wanted):
            begins.append(name)
        elif f" {wanted}" in folded:
            holds.append(name)
        if len(begins) >= limit:
            break
    return [
        Choice(name=shorten(name, NAME_LIMIT), value=name)
        for name in (*begins, *holds)[:limit]
        if len(name) <= NAME_LIMIT
    ]


def split_list(typed: str) -> tuple[str, str]:
    """What stands before the last comma outside quotes, and what is being typed after it."""
    quoted = False
    cut = -1
    for at, char in enumerate(typed):
        if char in '"“”':
            quoted = not quoted
        elif char == "," and not quoted:
            cut = at
    return typed[: cut + 1].rstrip(", "), typed[cut + 1 :].strip().strip('"“”')


def joined(before: str, last: str) -> str:
    return f"{before},{last}" if before else last
