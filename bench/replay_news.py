"""Invented news for the replay: events, and reports of each in several desks' words, by seed.

Names are put together from syllables, and so are the words that an event has to itself, as real
events have; the rest of a text is ordinary words as often as they stand in the news. Of the reports
after the first two in five are copies; the others differ.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from bot.domain.report import Report, ReportId, SourceKind

DAY = timedelta(days=1)
_HEADS = (  # noqa: SIM905 - a list of syllables reads best as one
    "Bar Cal Dor Ester Fal Gren Hal Ister Jor Kel Lor Mar Nor Ost Pel Quin Ros Sel Tor Ul Var Wes "
    "Xan Yor Zel Brim Cort Drav Elm Fenn"
).split()
_TAILS = (  # noqa: SIM905
    "a an ava berg by dale en ero ford gard heim ia ic inga land mere na on ora ov shire "
    "stad um wick"
).split()
_SORTS = (  # noqa: SIM905
    "Steel Bank Energy Airlines Chemicals Motors Shipping Foods Pharma Telecom Cement Rail"
).split()
_COUNTRIES = (  # noqa: SIM905
    "Germany France Japan Brazil India Mexico Kenya Poland Chile Vietnam Egypt Canada"
).split()

_DEEDS = (
    ("halts", "halted", "after a"),
    ("shuts", "shut", "because of"),
    ("suspends", "suspended", "following the"),
    ("recalls", "recalled", "over"),
    ("buys", "bought", "from a"),
    ("sells", "sold", "to pay for"),
    ("expands", "expanded", "to meet"),
    ("delays", "delayed", "for lack of"),
    ("wins", "won", "against a"),
    ("loses", "lost", "in a dispute over"),
    ("cuts", "cut", "amid"),
    ("insures", "insured", "against"),
)
_LEADS = (
    (
        "{company} {did} its {goods} {thing} in {place}, {country}, on {day} {why}, {person}, its "
        "chief executive, said. The {first} is worth ${money} million a year. "
    ),
    (
        "In {place} a {goods} {thing} was {did} by {company} on {day} {why}. {person} announced "
        "it in a statement and put the {second} at ${money} million. "
    ),
    (
        "{person} of {company} told reporters in {country} that its {thing} near {place} had been "
        "{did} {why}; {number} people work with the {first}, and ${money} million is at stake. "
    ),
    (
        "{number} workers of {company} are affected: the {goods} {thing} in {place} was {did} "
        "{why}, according to {person}. The {second} costs ${money} million, a filing in "
        "{country} shows. "
    ),
)
_MIDDLES = (  # noqa: SIM905
    "an el ing or us ath em ic ol und ar ent il ov ush ad erb in ock yl ast ev im op uth"
).split()
COPIES = 0.4
"""Share of later reports that print the first one's text."""
_OWN_WORDS = 16
"""Words that an event shares with no other: what real events have in plenty."""
_TITLES = (
    "{company} {does} {goods} {thing} in {place} {why}",
    "{place} {thing} of {company} {did} {why}, {first} in doubt",
    "{first} and {second}: {company} {does} {thing}",
    "{country}: {person} says {thing} is {did}, {second} to follow",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """A publisher of the replay."""

    name: str
    kind: SourceKind


def desks(count: int) -> list[Desk]:
    kinds = (SourceKind.WIRE, SourceKind.OUTLET, SourceKind.OUTLET, SourceKind.TRADE)
    return [Desk(f"desk-{number}", kinds[number % len(kinds)]) for number in range(count)]


def a_day(start: datetime, count: int, *, publishers: list[Desk], seed: int) -> list[Report]:
    """`count` reports that appear within a day from `start`, earliest first."""
    chance = random.Random(f"{seed}:{start.isoformat()}")
    found: list[Report] = []
    for event in _events(chance):
        size = min(count - len(found), chance.choice((1, 1, 1, 2, 3, 4, 6, 10)))
        begun = start + chance.random() * DAY
        found += _reports(event, size, begun, start + DAY, publishers, chance)
        if len(found) == count:
            break
    return sorted(found, key=lambda report: (report.published_at or start, report.id))


def _name(chance: random.Random) -> str:
    return chance.choice(_HEADS) + chance.choice(_TAILS)


def _word(chance: random.Random) -> str:
    """One of some hundred thousand invented words."""
    parts = (chance.choice(_HEADS).lower(), chance.choice(_MIDDLES), chance.choice(_MIDDLES))
    return "".join(parts) + chance.choice(_TAILS)


@cache
def _ordinary() -> tuple[list[str], list[int]]:
    """Words of the news at large and in how many documents each stands."""
    text = (
        files("bot.newsdesk.clustering").joinpath("background_idf.tsv").read_text(encoding="utf-8")
    )
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    words = [(word, int(count)) for word, count in rows if word.isalpha() and word.islower()]
    return [word for word, _ in words], [count for _, count in words]


def _told(event: dict[str, str], chance: random.Random) -> str:
    """Four sentences about the event, different in every desk: its words among ordinary ones."""
    own = event["words"].split()
    words, counts = _ordinary()
    told = []
    for _ in range(4):
        sentence = [*chance.sample(own, 4), *chance.choices(words, counts, k=8)]
        chance.shuffle(sentence)
        told.append(" ".join(sentence).capitalize() + ". ")
    return "".join(told)


def _events(chance: random.Random) -> Iterator[dict[str, str]]:
    ordinary, _ = _ordinary()
    while True:
        does, did, why = chance.choice(_DEEDS)
        values = {
            "company": f"{_name(chance)} {chance.choice(_SORTS)}",
            "place": _name(chance),
            "country": chance.choice(_COUNTRIES),
            "goods": chance.choice(ordinary),
            "thing": chance.choice(ordinary),
            "person": f"{_name(chance)} {_name(chance)}",
            "number": str(chance.randint(12, 4_000)),
            "money": str(chance.randint(20, 900)),
            "day": chance.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
        }
        words = [_word(chance) for _ in range(_OWN_WORDS)]
        values |= {"first": words[0], "second": words[1], "words": " ".join(words)}
        yield {**values, "does": does, "did": did, "why": f"{why} {chance.choice(ordinary)}"}


def _reports(
    event: dict[str, str],
    size: int,
    begun: datetime,
    end: datetime,
    publishers: list[Desk],
    chance: random.Random,
) -> Iterator[Report]:
    first = _written(event, chance)
    for number, desk in enumerate(chance.sample(publishers, size)):
        copied = number > 0 and chance.random() < COPIES
        title, text = first if copied or number == 0 else _written(event, chance)
        at = min(begun + number * chance.random() * timedelta(minutes=50), end)
        identity = f"{chance.getrandbits(64):016x}"
        yield Report(
            id=ReportId(f"r{identity}"),
            publisher=desk.name,
            url=f"https://{desk.name}.example/{identity}",
            title=title,
            text=text,
            published_at=at,
            fetched_at=at,
            kind=desk.kind,
            owner=desk.name,
            feed=desk.name,
        )


def _written(event: dict[str, str], chance: random.Random) -> tuple[str, str]:
    """Title and text as one desk words the event."""
    lead = chance.choice(_LEADS).format(**event)
    return chance.choice(_TITLES).format(**event), lead + _told(event, chance)
