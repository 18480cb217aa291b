"""The slash command: one root with a subcommand per verb, typed options, completion.

Options become a `Line`; what the words mean is decided by the command service, as on every
platform. Discord's own gate (default_member_permissions) holds for a whole root command, and the
verbs that only read are for everybody: so the root has none, and who may write is checked here.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from itertools import chain
from typing import Any, Final, Literal

import structlog

import discord
from bot.commands.model import Choice, Line, Reply, Term
from bot.commands.words import find_verb
from bot.errors import TidingsError
from discord import app_commands
from handlers.discord import limits
from handlers.discord.conversation import Talk, answer, caller_of, host_of
from handlers.discord.options import EXCLUDE, last_item, least, list_choices, list_terms, text_term

log = structlog.get_logger(__name__)
COMPLETE_WITHIN: Final = 2.0
"""Seconds; Discord forgets the question after three."""
LISTS: Final = ("region", "entity", "category", EXCLUDE)
Place = discord.TextChannel | discord.Thread
Impact = app_commands.Range[int, 1, 10]
Sources = app_commands.Range[int, 1, 1000]
Count = app_commands.Range[int, 1, 10]
Text = app_commands.Range[str, 1, 300]
Mode = Literal["instant", "digest"]
For = Literal["12h", "1d", "3d", "7d", "30d"]
Sentiment = Literal["positive", "neutral", "negative"]
Completer = Callable[..., Coroutine[Any, Any, list[app_commands.Choice[str]]]]

DESCRIBED: Final = {
    "region": "Countries, areas, blocs; a comma means or, a minus means not",
    "entity": "Companies, institutions, people, commodities, currencies",
    "category": "The desk's categories, e.g. energy",
    "sentiment": "The tone of the story",
    "min_impact": "This impact or more, 1 to 10",
    "min_sources": "This many independent sources or more",
    "exclude": "What must not occur, of any kind, e.g. RU, sports",
    "mode": "At once, or one list a day",
    "name": "What to call the subscription",
    "channel": "Another channel than this one",
    "id": "The subscription, e.g. s2",
    "story": "Words of its headline, its id or its address",
    "span": "For how long; after that it goes on by itself",
    "window": "How far to look back",
    "count": "How many stories",
    "share": "Show the answer to everyone in the channel",
    "scope": "Only this channel, or the whole server",
    "tz": "The IANA zone in which today is meant, e.g. Europe/Berlin",
    "verb": "What to explain",
}


def filters(**given: Any) -> tuple[Term, ...]:
    """The terms of the filter options that were filled in."""
    lists = chain.from_iterable(list_terms(key, given.get(key)) for key in LISTS)
    return (
        *lists,
        *text_term("sentiment", given.get("sentiment")),
        *least("impact", given.get("min_impact")),
        *least("sources", given.get("min_sources")),
        *text_term("mode", given.get("mode")),
        *text_term("name", given.get("name")),
    )


def _args(*words: object) -> tuple[str, ...]:
    return tuple(str(word) for word in words if word is not None)


def _verb(name: str) -> Callable[[Any], Any]:
    verb = find_verb(name)
    summary = verb.summary if verb else name
    return app_commands.command(name=name, description=summary[:1].upper() + summary[1:])


def _describe(*names: str) -> Callable[[Any], Any]:
    return app_commands.describe(**{name: DESCRIBED[name] for name in names})


def _completer(key: str) -> Completer:
    """Completion of one option through the service; silence rather than an error."""

    async def complete(talk: Talk, typed: str) -> list[app_commands.Choice[str]]:
        # The service completes the last item of a list; here a comma is only a comma.
        wanted = last_item(typed)[1] if key in LISTS else typed.replace(",", " ")
        try:
            async with asyncio.timeout(COMPLETE_WITHIN):
                service = host_of(talk).service
                found = await service.complete(caller_of(talk), key, wanted, limits.CHOICES)
        except (TidingsError, TimeoutError) as error:
            log.warning("discord.completion_failed", key=key, error=str(error))
            return []
        shown = list_choices(typed, found) if key in LISTS else _whole(found)
        return [app_commands.Choice(name=c.name, value=c.value) for c in shown]

    return complete


def _whole(found: tuple[Choice, ...]) -> list[Choice]:
    """Choices whose value fits; a name that does not is cut, because only the value is sent."""
    fitting = (choice for choice in found if 0 < len(choice.value) <= limits.CHOICE)
    shown = (Choice(name=c.name[: limits.CHOICE] or c.value, value=c.value) for c in fitting)
    return list(shown)[: limits.CHOICES]


FILTER_COMPLETION: Final = {key: _completer(key) for key in LISTS}
SUBSCRIPTION: Final = _completer("subscription")
STORY: Final = _completer("story")
MUTED: Final = _completer("muted")
ZONE: Final = _completer("tz")
VERB: Final = _completer("verb")


async def _run(
    talk: Talk, line: Line, *, place: Place | None = None, share: bool | None = None
) -> None:
    host = host_of(talk)
    verb = find_verb(line.verb)
    writes = verb is not None and verb.writes
    caller = caller_of(talk, place)

    async def work() -> Reply:
        if writes and caller.may_write:
            # Where something is set up, the channel's name is kept for lists and messages.
            await host.keeper.seen(caller.channel)
        return await host.service.run(caller, line)

    changes = writes and bool(line.args or line.terms)
    announce = line.verb if changes and host.announce_changes else ""
    await answer(talk, work, share=bool(share), announce=announce)


class NewsGroup(app_commands.Group):
    """`/news`: one method per verb."""

    def __init__(self, *, name: str) -> None:
        super().__init__(
            name=name,
            description="Verified news in this channel",
            allowed_contexts=app_commands.AppCommandContext(guild=True),
            allowed_installs=app_commands.AppInstallationType(guild=True),
        )

    @_verb("subscribe")
    @_describe(*LISTS, "sentiment", "min_impact", "min_sources", "mode", "name", "channel")
    @app_commands.autocomplete(**FILTER_COMPLETION)
    async def subscribe(
        self,
        talk: Talk,
        *,
        region: Text | None = None,
        entity: Text | None = None,
        category: Text | None = None,
        sentiment: Sentiment | None = None,
        min_impact: Impact | None = None,
        min_sources: Sources | None = None,
        exclude: Text | None = None,
        mode: Mode | None = None,
        name: Text | None = None,
        channel: Place | None = None,
    ) -> None:
        terms = filters(
            region=region,
            entity=entity,
            category=category,
            sentiment=sentiment,
            min_impact=min_impact,
            min_sources=min_sources,
            exclude=exclude,
            mode=mode,
            name=name,
        )
        await _run(talk, Line(verb="subscribe", terms=terms), place=channel)

    @_verb("edit")
    @_describe("id", *LISTS, "sentiment", "min_impact", "min_sources", "mode", "name")
    @app_commands.autocomplete(id=SUBSCRIPTION, **FILTER_COMPLETION)
    async def edit(
        self,
        talk: Talk,
        *,
        id: Text,  # noqa: A002 - people see this name
        region: Text | None = None,
        entity: Text | None = None,
        category: Text | None = None,
        sentiment: Literal[Sentiment, "none"] | None = None,
        min_impact: Impact | None = None,
        min_sources: Sources | None = None,
        exclude: Text | None = None,
        mode: Mode | None = None,
        name: Text | None = None,
    ) -> None:
        terms = filters(
            region=region,
            entity=entity,
            category=category,
            sentiment=sentiment,
            min_impact=min_impact,
            min_sources=min_sources,
            exclude=exclude,
            mode=mode,
            name=name,
        )
        await _run(talk, Line(verb="edit", args=_args(id), terms=terms))

    @_verb("list")
    @_describe("scope")
    async def list(self, talk: Talk, *, scope: Literal["channel", "all"] | None = None) -> None:
        args = _args("all") if scope == "all" else ()
        await _run(talk, Line(verb="list", args=args))

    @_verb("unsubscribe")
    @_describe("id")
    @app_commands.autocomplete(id=SUBSCRIPTION)
    async def unsubscribe(self, talk: Talk, *, id: Text) -> None:  # noqa: A002
        await _run(talk, Line(verb="unsubscribe", args=_args(id)))

    @_verb("pause")
    @_describe("id", "span")
    @app_commands.rename(span="for")
    @app_commands.autocomplete(id=SUBSCRIPTION)
    async def pause(self, talk: Talk, *, id: Text, span: For | None = None) -> None:  # noqa: A002
        await _run(talk, Line(verb="pause", args=_args(id, span)))

    @_verb("resume")
    @_describe("id")
    @app_commands.autocomplete(id=SUBSCRIPTION)
    async def resume(self, talk: Talk, *, id: Text) -> None:  # noqa: A002
        await _run(talk, Line(verb="resume", args=_args(id)))

    @_verb("mute")
    @_describe("story", "span")
    @app_commands.rename(span="for")
    @app_commands.autocomplete(story=STORY)
    async def mute(self, talk: Talk, *, story: Text, span: For | None = None) -> None:
        await _run(talk, Line(verb="mute", args=_args(*story.split(), span)))

    @_verb("unmute")
    @_describe("story")
    @app_commands.autocomplete(story=MUTED)
    async def unmute(self, talk: Talk, *, story: Text) -> None:
        await _run(talk, Line(verb="unmute", args=_args(*story.split())))

    @_verb("top")
    @_describe("window", "count", "region", "entity", "category", "min_impact", "share")
    @app_commands.autocomplete(
        region=FILTER_COMPLETION["region"],
        entity=FILTER_COMPLETION["entity"],
        category=FILTER_COMPLETION["category"],
    )
    async def top(
        self,
        talk: Talk,
        *,
        window: Literal["today", "24h", "7d"] | None = None,
        count: Count | None = None,
        region: Text | None = None,
        entity: Text | None = None,
        category: Text | None = None,
        min_impact: Impact | None = None,
        share: bool | None = None,
    ) -> None:
        terms = filters(region=region, entity=entity, category=category, min_impact=min_impact)
        await _run(talk, Line(verb="top", args=_args(window, count), terms=terms), share=share)

    @_verb("why")
    @_describe("story", "id")
    @app_commands.autocomplete(story=STORY, id=SUBSCRIPTION)
    async def why(self, talk: Talk, *, story: Text, id: Text | None = None) -> None:  # noqa: A002
        await _run(talk, Line(verb="why", args=_args(*story.split(), id)))

    @_verb("sources")
    @_describe("story")
    @app_commands.autocomplete(story=STORY)
    async def sources(self, talk: Talk, *, story: Text) -> None:
        await _run(talk, Line(verb="sources", args=_args(*story.split())))

    @_verb("test")
    @_describe("id", *LISTS, "sentiment", "min_impact", "min_sources")
    @app_commands.autocomplete(id=SUBSCRIPTION, **FILTER_COMPLETION)
    async def test(
        self,
        talk: Talk,
        *,
        id: Text | None = None,  # noqa: A002
        region: Text | None = None,
        entity: Text | None = None,
        category: Text | None = None,
        sentiment: Sentiment | None = None,
        min_impact: Impact | None = None,
        min_sources: Sources | None = None,
        exclude: Text | None = None,
    ) -> None:
        terms = filters(
            region=region,
            entity=entity,
            category=category,
            sentiment=sentiment,
            min_impact=min_impact,
            min_sources=min_sources,
            exclude=exclude,
        )
        await _run(talk, Line(verb="test", args=_args(id), terms=terms))

    @_verb("log")
    async def log(self, talk: Talk) -> None:
        await _run(talk, Line(verb="log"))

    @_verb("settings")
    @_describe("tz")
    @app_commands.autocomplete(tz=ZONE)
    async def settings(self, talk: Talk, *, tz: Text | None = None) -> None:
        await _run(talk, Line(verb="settings", terms=tuple(text_term("tz", tz))))

    @_verb("status")
    async def status(self, talk: Talk) -> None:
        await _run(talk, Line(verb="status"))

    @_verb("help")
    @_describe("verb")
    @app_commands.autocomplete(verb=VERB)
    async def help(self, talk: Talk, *, verb: Text | None = None) -> None:
        await _run(talk, Line(verb="help", args=_args(verb)))


class NewsTree(app_commands.CommandTree[discord.Client]):
    """The command tree, which also answers for what fails before a command's own code."""

    async def on_error(self, talk: Talk, error: app_commands.AppCommandError, /) -> None:
        if isinstance(error, app_commands.TransformerError):
            words = "The bot cannot see that channel; allow it View Channel there first."
            await talk.response.send_message(words, ephemeral=True)
        else:
            log.error("discord.command_failed", exc_info=error)
