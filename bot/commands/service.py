"""Everything a person can say, on any platform: a line or a button in, a `Reply` out.

Bad input is answered, never raised. Handlers only translate: text, typed options and buttons into
these calls, and replies into their platform's markup.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping

from bot.commands import asking, helping, listing, muting, pausing, reasoning, standing, subscribing
from bot.commands.buttons import Action
from bot.commands.completion import complete_value
from bot.commands.context import Context
from bot.commands.grammar import parse
from bot.commands.line_completion import complete_line
from bot.commands.model import Caller, Choice, Line, Reply, Term
from bot.commands.words import Verb, find_key, find_verb
from bot.domain.channel import Platform
from bot.domain.text import clean, shorten
from bot.errors import RequestRefused, TidingsError
from bot.observability import COMMANDS
from bot.ports.channels import ChannelAdapter
from bot.ports.clock import Clock
from bot.ports.handlers import Finding
from bot.ports.stores import Stores

_Answer = Callable[[Context, Caller, Line], Awaitable[Reply]]


class CommandService:
    """The commands of every platform over one set of stores."""

    def __init__(
        self,
        *,
        stores: Stores,
        clock: Clock,
        adapters: Mapping[Platform, ChannelAdapter] | None = None,
        command_name: str = "news",
    ) -> None:
        self._context = Context(
            stores=stores,
            clock=clock,
            adapters={} if adapters is None else adapters,
            command=command_name.lstrip("/"),
        )

    def called(self, name: str) -> CommandService:
        """The same service for a platform where the command has another name."""
        known = self._context
        if name == known.command:
            return self
        return CommandService(
            stores=known.stores, clock=known.clock, adapters=known.adapters, command_name=name
        )

    @property
    def adapters(self) -> Mapping[Platform, ChannelAdapter]:
        """Asked before a subscription is promised; handlers exist only after this service."""
        return self._context.adapters

    @adapters.setter
    def adapters(self, adapters: Mapping[Platform, ChannelAdapter]) -> None:
        self._context.adapters = adapters

    def ask_health(self, health: Callable[[], Iterable[Finding]]) -> None:
        """Whom `status` asks how the platforms stand."""
        self._context.health = health

    async def say(self, caller: Caller, text: str) -> Reply:
        """Answer a typed line, with or without the leading command."""
        try:
            line = parse(text, command=self._context.command)
        except RequestRefused as refused:
            return _counted("unread", self._refusal(refused))
        return await self.run(caller, line)

    async def run(self, caller: Caller, line: Line) -> Reply:
        """Answer typed options; verbs and keys may be short forms."""
        verb = find_verb(line.verb)
        return _counted(
            verb.name if verb else "unread", await self._answered(self._run(caller, line))
        )

    async def press(self, caller: Caller, action: str, value: str) -> Reply:
        """Answer a button under a card or a reply."""
        pressed = f"button {action}" if action in set(Action) else "unread"
        return _counted(pressed, await self._answered(self._press(caller, action, value)))

    async def complete(
        self, caller: Caller, key: str, typed: str, limit: int = 25
    ) -> tuple[Choice, ...]:
        """Values for one option; in a comma-separated list, the list with its last completed.

        Keys are those of filters, and `subscription`, `story`, `muted`, `window`, `for`, `verb`
        and `tz`.
        """
        return await complete_value(self._context, caller, key, typed, limit)

    async def complete_line(self, caller: Caller, text: str, limit: int = 10) -> tuple[Choice, ...]:
        """Whole lines that continue what is being typed."""
        return await complete_line(self._context, caller, text, limit)

    async def _run(self, caller: Caller, line: Line) -> Reply:
        verb = find_verb(line.verb)
        if verb is None:
            # `parse` refuses unknown words before; typed options cannot hold one.
            raise RequestRefused(f"I cannot do “{shorten(line.verb, 40)}”.", suggestions=("help",))
        if verb.writes and not caller.may_write and not _only_looks(verb, line):
            raise _may_not_write(verb)
        canonical = Line(
            verb=verb.name,
            args=tuple(filter(None, map(clean, line.args))),
            terms=tuple(map(_canonical, line.terms)),
        )
        await self._context.stores.subscriptions.end_pauses(now=self._context.now())
        return await _ANSWERS[verb.name](self._context, caller, canonical)

    async def _press(self, caller: Caller, action: str, value: str) -> Reply:
        context = self._context
        value = clean(value)
        match action:
            case Action.SOURCES:
                return await asking.sources(context, caller, value)
            case Action.WHY:
                return await reasoning.why(context, caller, (value,))
            case Action.SHARE:
                return await asking.share(context, value)
            case Action.UNDO:
                if not caller.may_write:
                    raise RequestRefused("Only those who may change subscriptions can undo.")
                return await subscribing.undo(context, caller, value)
            case Action.REMOVE:
                return await self._run(caller, Line(verb="unsubscribe", args=(value,)))
            case Action.PAUSE | Action.RESUME | Action.MUTE | Action.UNMUTE:
                return await self._run(caller, Line(verb=action, args=(value,)))
            case _:
                raise RequestRefused("This button is from another version; type the command.")

    async def _answered(self, answer: Awaitable[Reply]) -> Reply:
        try:
            return await answer
        except RequestRefused as refused:
            return self._refusal(refused)
        except TidingsError as exc:
            return Reply(ok=False, title=f"That did not work: {exc}")

    def _refusal(self, refused: RequestRefused) -> Reply:
        """What is wrong, and lines to type instead."""
        title, *lines = str(refused).split("\n")
        typed = [
            f"Try: {self._context.typed(line)}"
            for line in refused.suggestions
            if find_verb(line.partition(" ")[0]) is not None
        ]
        return Reply(ok=False, title=title, lines=(*lines, *typed))


def _counted(verb: str, reply: Reply) -> Reply:
    COMMANDS.labels(verb=verb, outcome="answered" if reply.ok else "refused").inc()
    return reply


async def _why(context: Context, caller: Caller, line: Line) -> Reply:
    return await reasoning.why(context, caller, line.args)


async def _sources(context: Context, caller: Caller, line: Line) -> Reply:
    return await asking.sources(context, caller, " ".join(line.args))


async def _help(context: Context, caller: Caller, line: Line) -> Reply:
    del caller
    return await helping.show_help(context, line)


_ANSWERS: dict[str, _Answer] = {
    "subscribe": subscribing.subscribe,
    "list": listing.show_list,
    "edit": subscribing.edit,
    "unsubscribe": subscribing.unsubscribe,
    "pause": pausing.pause,
    "resume": pausing.resume,
    "mute": muting.mute,
    "unmute": muting.unmute,
    "top": asking.top,
    "why": _why,
    "sources": _sources,
    "test": asking.test,
    "log": standing.show_log,
    "settings": standing.settings,
    "status": standing.show_status,
    "help": _help,
}


def _canonical(term: Term) -> Term:
    """Its key in full; typed options have not been through the grammar, so values are cleaned."""
    key = find_key(term.key)
    return Term(
        key=key.name if key else term.key,
        values=tuple(map(clean, term.values)),
        op=term.op,
        negated=term.negated,
        insisted=term.insisted,
    )


def _only_looks(verb: Verb, line: Line) -> bool:
    """`settings` and `subscribe` without anything behind them explain and change nothing."""
    return verb.name in {"settings", "subscribe"} and not line.terms and not line.args


def _may_not_write(verb: Verb) -> RequestRefused:
    return RequestRefused(
        f"Only those who may manage this channel can {verb.name} here. "
        "Everybody can use list, top, why and test.",
        suggestions=("list", "top"),
    )
