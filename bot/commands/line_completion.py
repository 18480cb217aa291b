"""Completion of a whole line, for the command box of the web page."""

from __future__ import annotations

from bot.commands.completion import TYPED_LIMIT, joined, split_list, values
from bot.commands.context import Context
from bot.commands.model import Caller, Choice
from bot.commands.near import as_value
from bot.commands.words import KEYS, VERBS, Takes, find_key, find_verb
from bot.domain.text import clean

_STORIES = {"why": "story", "sources": "story", "mute": "story", "unmute": "muted"}
"""Verbs that are followed by a story, and which stories."""


async def complete_line(
    context: Context, caller: Caller, text: str, limit: int = 10
) -> tuple[Choice, ...]:
    """Lines that continue `text`: its verb, then the key or value at its end."""
    typed = clean(text)[:TYPED_LIMIT] + (" " if text.endswith(" ") else "")
    command = f"/{context.command} "
    if command.startswith(typed):
        typed, prefix = "", command
    else:
        prefix = command if typed.startswith(command) else ""
        typed = typed.removeprefix(prefix)
    verb, space, rest = typed.partition(" ")
    if not space:
        return _verbs(prefix, verb)[:limit]
    known = find_verb(verb)
    if known is None:
        return ()
    head, _, last = rest.rpartition(" ")
    begin = f"{prefix}{verb} {head} " if head else f"{prefix}{verb} "
    ends = await _endings(context, caller, known.name, last, limit, first=not head)
    return tuple(Choice(name=begin + end.name, value=begin + end.value) for end in ends)[:limit]


def _verbs(prefix: str, typed: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(name=f"{prefix}{verb.usage}", value=f"{prefix}{verb.name} ")
        for verb in VERBS
        if verb.name.startswith(typed.casefold())
    )


async def _endings(
    context: Context, caller: Caller, verb: str, last: str, limit: int, *, first: bool
) -> list[Choice]:
    """What the last word of a line may become."""
    if verb in _STORIES:
        return await values(context, caller, _STORIES[verb], last, limit)
    if verb == "pause" and not first:
        return await values(context, caller, "for", last, limit)
    word, colon, typed = last.lstrip("-").partition(":")
    minus = "-" if last.startswith("-") else ""
    key = find_key(word)
    if colon and key:
        before, value = split_list(typed)
        found = await values(context, caller, key.name, value, limit)
        return [
            Choice(
                name=f"{minus}{word}:{joined(before, choice.name)}",
                value=f"{minus}{word}:{joined(before, as_value(choice.value))}",
            )
            for choice in found
        ]
    words: list[Choice] = []
    if first and not minus:
        words = await _first_words(context, caller, verb, last)
    if verb in {"subscribe", "edit", "top", "test"}:
        words.extend(_keys(word, minus))
    return words


async def _first_words(context: Context, caller: Caller, verb: str, typed: str) -> list[Choice]:
    if verb in {"edit", "unsubscribe", "pause", "resume", "test"}:
        return await values(context, caller, "subscription", typed, 25)
    if verb == "top":
        return await values(context, caller, "window", typed, 25)
    if verb == "help":
        return await values(context, caller, "verb", typed, 25)
    return []


def _keys(typed: str, minus: str) -> list[Choice]:
    found = [
        key
        for key in KEYS
        if key.takes is not Takes.LATER and key.name.startswith(typed.casefold())
    ]
    return [
        Choice(name=f"{minus}{key.example}", value=f"{minus}{key.name}{_op(key.takes)}")
        for key in found
        if not (minus and key.takes is not Takes.VALUES)
    ]


def _op(takes: Takes) -> str:
    return ">=" if takes is Takes.NUMBER else ":"
