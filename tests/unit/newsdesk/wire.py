"""Reports of invented events in our own words, from which the tests of the newsdesk build a wire."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.domain.report import Report, ReportId, SourceKind

NOW = datetime(2026, 3, 7, 12, tzinfo=UTC)
MORNING = datetime(2026, 3, 6, 7, tzinfo=UTC)

TARIFF = (
    (
        "European Commission",
        "https://ec.europa.eu/press/tariff-101",
        SourceKind.PRIMARY,
        "Commission imposes 25% tariff on imported cable steel",
        (
            "The European Commission on Friday imposed a tariff of 25% on cable steel from Valdoria. "
            "The measure covers imports worth €3.2 billion a year and takes effect on 1 April. "
            "It follows an inquiry of 14 months into subsidised prices. "
            "Importers must register their contracts with customs before 20 March."
        ),
    ),
    (
        "Reuters",
        "https://www.reuters.com/world/eu-cable-steel",
        SourceKind.WIRE,
        "EU slaps 25% duty on cable steel from Valdoria",
        (
            "BRUSSELS, March 6 (Reuters) - The European Union put a duty of 25% on cable steel on "
            "Friday, hitting shipments worth about 3.2 billion euros. "
            "“We will not let subsidised metal close our mills,” trade commissioner Marta Lind told "
            "reporters. Valdoria's trade ministry said it would answer in kind. "
            "Analysts expect cable makers to look for suppliers in Turkey and India because stocks "
            "will last only until June."
        ),
    ),
    (
        "Financial Times",
        "https://www.ft.com/content/cable-steel",
        SourceKind.OUTLET,
        "Brussels hits cable steel with 25% tariff in subsidy fight",
        (
            "Brussels will charge 25 per cent on imports of cable steel, according to the regulation "
            "published on Friday. The decision ends more than a year of argument between member "
            "states. Two German grid operators said their costs would rise by as much as 8 per cent. "
            "Valdoria could take the case to the World Trade Organization next month."
        ),
    ),
)
"""One event, told by three independent origins."""


def tariff_reports() -> list[Report]:
    return [told(f"t{number}", *row, hours=number) for number, row in enumerate(TARIFF)]


def told(
    key: str,
    publisher: str,
    url: str,
    kind: SourceKind,
    title: str,
    text: str = "",
    *,
    hours: float = 0,
) -> Report:
    return Report(
        id=ReportId(key),
        publisher=publisher,
        url=url,
        title=title,
        text=text,
        kind=kind,
        published_at=MORNING + timedelta(hours=hours),
    )


def a_report(title: str, text: str = "", *, key: str = "x", publisher: str = "Reuters") -> Report:
    kind = SourceKind.WIRE if publisher == "Reuters" else SourceKind.UNKNOWN
    return told(key, publisher, f"https://{key}.example/{key}", kind, title, text)
