"""A rule in plain English, echoed after every change so that nobody has to trust the parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from bot.domain.regions import GLOBAL
from bot.domain.subscription import Criteria, Group, Mode, Subscription
from bot.domain.text import listed
from bot.rules.reasons import region_words

_TAKES_THE = re.compile(
    r"(EU|AU|GCC|UAE|G\d+|United .*|Netherlands|Philippines|Bahamas|Gambia|Maldives|Middle East"
    r"|Americas|Caribbean|Balkans|Vatican City|Global (South|North)|DR Congo|US .*"
    r"|.* (Islands|Republic|Republics|Union|Territories|Federation|States|Nations))$"
)


def describe(criteria: Criteria) -> str:
    """`Stories about the EU or Norway, that name TSMC, with impact 7 or more, but not in sports`.

    Conditions that are joined by commas must all hold.
    """
    wanted = [*_wanted(criteria)]
    head = f"Stories {', '.join(wanted)}" if wanted else "Every story"
    unwanted = listed([*_unwanted(criteria)], "or")
    return f"{head}, but not {unwanted}" if unwanted else head


def describe_subscription(subscription: Subscription) -> str:
    """The rule, and whether it comes at once or in a digest."""
    words = describe(subscription.criteria)
    return f"{words}, in the daily digest" if subscription.mode is Mode.DIGEST else words


def place_words(code: str) -> str:
    """A region inside a sentence: `the United Kingdom`, `China`, `ASEAN`."""
    if code == GLOBAL:
        return "no particular region"
    name = region_words(code)
    return f"the {name}" if _TAKES_THE.match(name) else name


def _wanted(criteria: Criteria) -> Iterator[str]:
    yield from _each(f"about {_any_of(group, place_words)}" for group in criteria.regions)
    yield from _each(f"that name {_any_of(group)}" for group in criteria.entities)
    yield from _each(f"in {_any_of(group)}" for group in criteria.categories)
    yield from _each(f"with {_any_of(group)} sentiment" for group in criteria.sentiment)
    if not criteria.impact.open:
        yield f"with impact {criteria.impact.words}"
    if not criteria.sources.open:
        yield f"with {criteria.sources.words} independent sources"


def _each(phrases: Iterable[str]) -> Iterator[str]:
    """The second group of a key narrows further, and says so."""
    for number, phrase in enumerate(phrases):
        yield f"and also {phrase}" if number else phrase


def _unwanted(criteria: Criteria) -> Iterator[str]:
    excluded = criteria.exclude
    if excluded.regions:
        yield f"about {_any_of(excluded.regions, place_words)}"
    if excluded.entities:
        yield f"naming {_any_of(excluded.entities)}"
    if excluded.categories:
        yield f"in {_any_of(excluded.categories)}"
    if excluded.sentiment:
        yield f"with {_any_of(excluded.sentiment)} sentiment"


def _any_of(group: Group, words: Callable[[str], str] = str) -> str:
    named = sorted((words(value) for value in group), key=_without_article)
    return listed(named, "or")


def _without_article(words: str) -> str:
    return words.removeprefix("the ").casefold()
