"""Invented news for the replay: events, and reports of each in several desks' words, by seed.

Every name is put together from syllables; the sentences are ours. About a third of the reports are
copies of an agency, a third are worded anew, and the rest are single events nobody else reports.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

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
_GOODS = (  # noqa: SIM905
    "copper wheat natural gas lithium container freight coffee fertiliser jet fuel cobalt timber"
).split()

_EVENTS = (
    (
        "{company} halts {goods} plant in {place} after fire",
        (
            "{company} halted its {goods} plant in {place}, {country}, on {day} after a fire, "
            "{person}, its chief executive, said. {number} workers were sent home and about "
            "${money} million of output a month is affected. "
        ),
    ),
    (
        "{country} imposes {percent} percent tariff on {goods} imports",
        (
            "{country} imposed a tariff of {percent} percent on imports of {goods} on {day}, trade "
            "minister {person} announced in {place}. The measure covers trade worth ${money} "
            "million a year and hits {company} first. "
        ),
    ),
    (
        "{company} to buy {rival} for ${money} million",
        (
            "{company} agreed on {day} to buy {rival} for ${money} million, the companies said in "
            "a statement in {place}, {country}. {person}, who leads {company}, said {number} jobs "
            "would move. "
        ),
    ),
    (
        "Port of {place} shut as {number} dockers strike",
        (
            "The port of {place} in {country} was shut on {day} as {number} dockers stopped work, "
            "union leader {person} said. Shipments of {goods} worth ${money} million wait, and "
            "{company} is rerouting its vessels. "
        ),
    ),
    (
        "Regulator fines {company} ${money} million over {goods} prices",
        (
            "The competition authority of {country} fined {company} ${money} million on {day} for "
            "fixing prices of {goods}. {person}, who heads the authority in {place}, said {number} "
            "customers had been harmed. "
        ),
    ),
)
_TURNS = (
    "The news from {place} came as a surprise to buyers of {goods}. ",
    "People in {place} had expected a decision for weeks. ",
    "{rival} declined to say what it would do. ",
    "Analysts in {country} called the step overdue, and {company} shares moved little. ",
    "Details are to follow on the day after, according to {person}. ",
    "For {country} it is the {number}th such case, officials there counted. ",
)
_RETITLED = ("{title}, officials say", "{place}: {title}", "{title} on {day}", "Update: {title}")


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


def _events(chance: random.Random) -> Iterator[dict[str, str]]:
    while True:
        title, lead = chance.choice(_EVENTS)
        values = {
            "company": f"{_name(chance)} {chance.choice(_SORTS)}",
            "rival": f"{_name(chance)} {chance.choice(_SORTS)}",
            "place": _name(chance),
            "country": chance.choice(_COUNTRIES),
            "goods": chance.choice(_GOODS),
            "person": f"{_name(chance)} {_name(chance)}",
            "number": str(chance.randint(12, 4_000)),
            "money": str(chance.randint(20, 900)),
            "percent": str(chance.randint(3, 40)),
            "day": chance.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")),
        }
        yield {**values, "title": title.format(**values), "lead": lead.format(**values)}


def _reports(
    event: dict[str, str],
    size: int,
    begun: datetime,
    end: datetime,
    publishers: list[Desk],
    chance: random.Random,
) -> Iterator[Report]:
    for number, desk in enumerate(chance.sample(publishers, size)):
        copied = number > 0 and chance.random() < 0.5
        title = (
            event["title"] if copied else chance.choice((event["title"], _retitled(event, chance)))
        )
        turns = "" if copied else "".join(chance.sample(_TURNS, 3)).format(**event)
        at = min(begun + number * chance.random() * timedelta(minutes=50), end)
        identity = f"{chance.getrandbits(64):016x}"
        yield Report(
            id=ReportId(f"r{identity}"),
            publisher=desk.name,
            url=f"https://{desk.name}.example/{identity}",
            title=title,
            text=event["lead"] + turns,
            published_at=at,
            fetched_at=at,
            kind=desk.kind,
            owner=desk.name,
            feed=desk.name,
        )


def _retitled(event: dict[str, str], chance: random.Random) -> str:
    return chance.choice(_RETITLED).format(**event)
