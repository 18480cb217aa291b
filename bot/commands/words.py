"""The words people may use: verbs and keys, their short forms, and one line on each.

Grammar, help, completion and docs/commands.md all read this page, so that none can drift.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """Something to ask for."""

    name: str
    summary: str
    """One line for the list of verbs, without a full stop."""
    usage: str
    examples: tuple[str, ...]
    """Lines to type, without the command's own name."""
    aliases: tuple[str, ...] = ()
    writes: bool = False
    """Changes the channel, so that the platform's permissions decide who may."""
    free_text: bool = False
    """What follows is a story, as its id, address or words of its headline; never filters."""


class Takes(StrEnum):
    """What stands behind a key."""

    VALUES = "values"
    NUMBER = "number"
    TEXT = "text"
    LATER = "later"
    """Not there yet; the answer says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """Something to filter by or to set."""

    name: str
    takes: Takes
    summary: str
    example: str
    aliases: tuple[str, ...] = ()

    @property
    def filters(self) -> bool:
        """Whether it says what stories a rule wants."""
        return self.takes in {Takes.VALUES, Takes.NUMBER}


VERBS = (
    Verb(
        name="subscribe",
        summary="post matching stories here from now on",
        usage="subscribe FILTERS",
        examples=(
            "subscribe region:EU,UK impact>=7",
            'subscribe entity:"TSMC" -category:sports name:"Chips"',
            "subscribe impact>=8 sources>=3",
        ),
        aliases=("sub", "follow", "add"),
        writes=True,
    ),
    Verb(
        name="list",
        summary="the subscriptions of this channel",
        usage="list [all]",
        examples=("list",),
        aliases=("ls", "subscriptions", "show"),
    ),
    Verb(
        name="edit",
        summary="change a subscription, key by key",
        usage="edit ID FILTERS",
        examples=("edit s2 impact>=8", "edit s2 region:none -category:sports"),
        aliases=("change", "update"),
        writes=True,
    ),
    Verb(
        name="unsubscribe",
        summary="remove a subscription; it can be undone for ten minutes",
        usage="unsubscribe ID | all",
        examples=("unsubscribe s2", "unsubscribe all"),
        aliases=("unsub", "unfollow", "remove", "delete", "rm"),
        writes=True,
    ),
    Verb(
        name="pause",
        summary="keep a subscription but post nothing for it, for a while or until resumed",
        usage="pause ID [12h | 3d | 2w | YYYY-MM-DD]",
        examples=("pause s2", "pause s2 3d"),
        writes=True,
    ),
    Verb(
        name="resume",
        summary="take a paused subscription up again",
        usage="resume ID",
        examples=("resume s2",),
        aliases=("unpause",),
        writes=True,
    ),
    Verb(
        name="mute",
        summary="hear no more of one story here, for 7 days or as long as you say",
        usage="mute STORY [12h | 3d | 2w | YYYY-MM-DD]",
        examples=("mute gas cap", "mute eu-gas-cap-2026 3d"),
        writes=True,
        free_text=True,
    ),
    Verb(
        name="unmute",
        summary="hear of a muted story again",
        usage="unmute STORY",
        examples=("unmute gas cap",),
        writes=True,
        free_text=True,
    ),
    Verb(
        name="top",
        summary="the stories with the highest impact",
        usage="top [today | 24h | 7d] [HOW MANY] [FILTERS]",
        examples=("top", "top 24h 5", "top 7d region:Asia category:energy"),
        aliases=("best",),
    ),
    Verb(
        name="why",
        summary="why a story was or was not posted here",
        usage="why STORY [ID]",
        examples=("why gas cap", "why eu-gas-cap-2026 s2"),
        free_text=True,
    ),
    Verb(
        name="sources",
        summary="the reports a story stands on",
        usage="sources STORY",
        examples=("sources gas cap",),
        aliases=("reports",),
        free_text=True,
    ),
    Verb(
        name="test",
        summary="what a rule would have matched in the last 7 days; posts nothing",
        usage="test FILTERS | test ID",
        examples=("test region:EU impact>=7", "test s2"),
        aliases=("preview", "try"),
    ),
    Verb(
        name="log",
        summary="the last messages to this channel, with what became of each",
        usage="log",
        examples=("log",),
        aliases=("history",),
    ),
    Verb(
        name="settings",
        summary="the channel's time zone",
        usage="settings [tz:ZONE]",
        examples=("settings", "settings tz:Europe/Berlin"),
        aliases=("set", "config"),
        writes=True,
    ),
    Verb(
        name="status",
        summary="whether sources and this channel are well",
        usage="status",
        examples=("status",),
        aliases=("health",),
    ),
    Verb(
        name="help",
        summary="examples first",
        usage="help [VERB]",
        examples=("help", "help subscribe"),
        aliases=("h", "?"),
    ),
)

KEYS = (
    Key(
        name="region",
        takes=Takes.VALUES,
        summary="where: a country, an area or a bloc; `global` for stories of no place",
        example="region:EU,UK",
        aliases=("regions", "reg", "country", "countries", "in"),
    ),
    Key(
        name="entity",
        takes=Takes.VALUES,
        summary="who or what: a company, institution, person, commodity or currency",
        example='entity:"Tesla, Inc."',
        aliases=("entities", "ent", "about"),
    ),
    Key(
        name="category",
        takes=Takes.VALUES,
        summary="the desk's category, an open list",
        example="category:energy",
        aliases=("categories", "cat", "topic"),
    ),
    Key(
        name="sentiment",
        takes=Takes.VALUES,
        summary="positive, neutral or negative",
        example="sentiment:negative",
        aliases=("sent", "tone"),
    ),
    Key(
        name="impact",
        takes=Takes.NUMBER,
        summary="1 to 10; `impact:7` means 7 or more, `impact=7` exactly 7",
        example="impact>=7",
        aliases=("min", "imp", "min_impact", "score"),
    ),
    Key(
        name="sources",
        takes=Takes.NUMBER,
        summary="independent sources; `sources:3` means 3 or more",
        example="sources>=3",
        aliases=("src", "source", "min_sources"),
    ),
    Key(
        name="exclude",
        takes=Takes.VALUES,
        summary="what must not occur, of any kind; the same as - before a key",
        example='exclude:RU,"category:sports"',
        aliases=("not", "without"),
    ),
    Key(
        name="name",
        takes=Takes.TEXT,
        summary="what to call the subscription",
        example='name:"EU energy"',
        aliases=("title", "called"),
    ),
    Key(
        name="mode",
        takes=Takes.TEXT,
        summary="instant, or digest for one list a day at 08:00 in the channel's time zone",
        example="mode:digest",
    ),
    Key(
        name="tz",
        takes=Takes.TEXT,
        summary="for settings: the IANA time zone in which today is meant",
        example="tz:Europe/Berlin",
        aliases=("timezone", "zone"),
    ),
    Key(
        name="at",
        takes=Takes.LATER,
        summary="the hour of a digest; every digest comes at 08:00 for now",
        example="at:08:00",
    ),
    Key(
        name="updates",
        takes=Takes.LATER,
        summary="which updates get a reply; delivery.updates in config.yaml decides for all",
        example="updates:major",
    ),
    Key(
        name="format",
        takes=Takes.LATER,
        summary="compact or full cards; every card is compact for now",
        example="format:compact",
    ),
    Key(
        name="ping",
        takes=Takes.LATER,
        summary="a role to mention; nobody is ever mentioned for now",
        example="ping:desk",
    ),
    Key(
        name="quiet",
        takes=Takes.LATER,
        summary="quiet hours; until then use your platform's own do-not-disturb",
        example="quiet:22-07",
    ),
    Key(
        name="cap",
        takes=Takes.LATER,
        summary="messages an hour; delivery.cap_per_hour in config.yaml decides for all",
        example="cap:10/h",
    ),
)

_VERBS = {word: verb for verb in VERBS for word in (verb.name, *verb.aliases)}
_KEYS = {word: key for key in KEYS for word in (key.name, *key.aliases)}


def find_verb(word: str) -> Verb | None:
    """The verb that a word or its short form names, in any case."""
    return _VERBS.get(word.casefold())


def usage(verb: str) -> str:
    """`subscribe FILTERS`; the word itself for one that is no verb."""
    found = find_verb(verb)
    return found.usage if found else verb


def find_key(word: str) -> Key | None:
    """The key that a word or its short form names; `min-impact` is `min_impact`."""
    return _KEYS.get(word.casefold().replace("-", "_"))


def verb_words() -> dict[str, str]:
    """Every word that is a verb -> the verb's name; for suggestions."""
    return {word: verb.name for word, verb in _VERBS.items()}


def key_words() -> dict[str, str]:
    """Every word that is a key -> the key's name; for suggestions."""
    return {word: key.name for word, key in _KEYS.items()}
