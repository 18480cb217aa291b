"""Help: examples first, then one line per verb."""

from __future__ import annotations

from bot.commands.context import Context
from bot.commands.meaning import refuse_words
from bot.commands.model import Line, Reply
from bot.commands.near import nearest
from bot.commands.words import KEYS, VERBS, Verb, find_verb, usage, verb_words
from bot.domain.text import listed, shorten
from bot.errors import RequestRefused

_FIRST = (
    "subscribe region:EU,UK impact>=7",
    'subscribe entity:"TSMC" -category:sports name:"Chips"',
    "top today",
    "top 7d 5 region:Asia",
    "list",
)


async def show_help(context: Context, line: Line) -> Reply:
    refuse_words([term.key for term in line.terms], usage=usage("help"))
    refuse_words(line.args[1:], usage=usage("help"))
    if not line.args:
        return _overview(context)
    word = line.args[0].lstrip("/")
    verb = find_verb(word)
    if verb is None:
        near = nearest(word, verb_words())
        raise RequestRefused(
            f"I know no “{shorten(word, 40)}”. Did you mean {listed(near, 'or')}?",
            suggestions=("help",),
        )
    return _about(context, verb)


def _overview(context: Context) -> Reply:
    return Reply(
        title="I post verified news that matters to this channel. For example:",
        lines=(
            *(context.typed(example) for example in _FIRST),
            *(f"• {verb.name} - {verb.summary}" for verb in VERBS),
            f"More on one of them: {context.typed('help subscribe')}",
        ),
    )


def _about(context: Context, verb: Verb) -> Reply:
    return Reply(
        title=f"{verb.name}: {verb.summary}",
        lines=(
            *(context.typed(example) for example in verb.examples),
            f"The form: {verb.usage}",
            *_filters(verb),
            *((f"Short: {listed(verb.aliases, 'or')}",) if verb.aliases else ()),
        ),
    )


def _filters(verb: Verb) -> tuple[str, ...]:
    if "FILTERS" not in verb.usage:
        return ()
    return (
        *(f"• {key.example} - {key.summary}" for key in KEYS if key.filters),
        "A comma means or, a key written twice means both, a minus in front means not.",
    )
