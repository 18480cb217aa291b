from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.report import Report, ReportId, SourceKind
from bot.newsdesk.publishers.standing import kind_of


def a_report(publisher: str, url: str = "https://news.example/a") -> Report:
    return Report(id=ReportId("r1"), publisher=publisher, url=url, title="T")


@pytest.mark.parametrize(
    ("publisher", "kind"),
    [
        ("Ministry of Finance", SourceKind.PRIMARY),
        ("Financial Conduct Authority", SourceKind.PRIMARY),
        ("Suez Canal Authority", SourceKind.PRIMARY),
        ("Android Authority", SourceKind.UNKNOWN),
        ("Reuters", SourceKind.WIRE),
        ("The Guardian", SourceKind.OUTLET),
        ("Somebody's blog", SourceKind.UNKNOWN),
    ],
)
def test_a_publisher_is_taken_for_what_its_name_says(publisher: str, kind: SourceKind) -> None:
    assert kind_of(a_report(publisher)) is kind


def test_an_official_address_is_the_issuer_itself() -> None:
    assert kind_of(a_report("News", "https://www.state.gov/a")) is SourceKind.PRIMARY


@pytest.mark.parametrize(
    ("publisher", "title", "kind"),
    [
        ("Brennick Mining plc", "Brennick Mining reports half-year results", SourceKind.PRIMARY),
        ("brennick.com", "Brennick and Vale Copper sign supply deal", SourceKind.PRIMARY),
        ("Freight Daily", "Freight Daily reports a delay", SourceKind.UNKNOWN),
        ("brennick.com", "Copper hits a record", SourceKind.UNKNOWN),
        ("The Guardian", "The Guardian announces a new editor", SourceKind.OUTLET),
    ],
)
def test_whoever_announces_something_of_its_own_is_the_issuer(
    publisher: str, title: str, kind: SourceKind
) -> None:
    report = replace(a_report(publisher), title=title)
    assert kind_of(report) is kind


def test_what_the_feed_says_goes_first() -> None:
    report = Report(
        id=ReportId("r1"), publisher="Reuters", url="", title="T", kind=SourceKind.TRADE
    )
    assert kind_of(report) is SourceKind.TRADE
