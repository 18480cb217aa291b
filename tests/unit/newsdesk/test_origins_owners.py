from __future__ import annotations

import pytest

from bot.domain.report import Report, ReportId, SourceKind
from bot.newsdesk.publishers.owners import agency_of, is_aggregator, owner_key, owner_of


def report(publisher: str, url: str = "", **fields: str) -> Report:
    return Report(id=ReportId("r"), publisher=publisher, url=url, title="t", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("publisher", "url", "owner"),
    [
        ("Harbour Times", "https://www.harbourtimes.example/a", "harbourtimes.example"),
        ("Harbour Times Sport", "https://sport.harbourtimes.example/a", "harbourtimes.example"),
        ("Harbour Times", "", "Harbour Times"),
        ("", "https://harbourtimes.example/a", "harbourtimes.example"),
        ("BBC Sport", "https://www.bbc.co.uk/sport/1", "BBC"),
        ("MarketWatch", "https://www.marketwatch.com/story/1", "News Corp"),
        ("wsj.com", "https://www.wsj.com/articles/1", "News Corp"),
        ("The Wall Street Journal", "", "News Corp"),
        ("Reuters UK", "https://uk.reuters.com/a", "Reuters"),
        ("Associated Press", "https://apnews.com/article/1", "Associated Press"),
    ],
)
def test_the_owner_stands_behind_the_publisher(publisher: str, url: str, owner: str) -> None:
    assert owner_of(report(publisher, url)) == owner


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/1",
        "https://paper.substack.com/p/1",
        "https://news.google.com/articles/1",
        "https://medium.com/@paper/1",
    ],
)
def test_a_domain_that_many_share_says_nothing_about_the_owner(url: str) -> None:
    assert owner_of(report("Harbour Times", url)) == "Harbour Times"
    assert owner_of(report("County Post", url)) == "County Post"


def test_the_settings_of_a_feed_come_first() -> None:
    sister = report("County Post", "https://countypost.example/1", owner="Bay Media")

    assert owner_of(sister) == "Bay Media"


@pytest.mark.parametrize("name", ["The Guardian", "Guardian", "guardian.com", "the guardian"])
def test_spellings_of_one_owner_share_a_key(name: str) -> None:
    assert owner_key(name) == "guardian"


@pytest.mark.parametrize(
    ("publisher", "url", "agency"),
    [
        ("Reuters", "", "Reuters"),
        ("Reuters India", "", "Reuters"),
        ("AFP via Yahoo News", "https://news.yahoo.com/a", "AFP"),
        ("AP News", "", "Associated Press"),
        ("", "https://apnews.com/article/1", "Associated Press"),
        ("Harbour Times", "https://harbourtimes.example/a", ""),
        ("Xinhua Street Market", "", ""),
    ],
)
def test_an_agency_is_known_by_name_and_domain(publisher: str, url: str, agency: str) -> None:
    assert agency_of(report(publisher, url)) == agency


def test_an_outlet_linked_through_an_aggregator_is_no_aggregator() -> None:
    link = "https://news.google.com/articles/1"

    assert not is_aggregator(report("Harbour Times", link))
    assert is_aggregator(report("Google News", link))
    assert is_aggregator(report("", link))
    assert is_aggregator(report("Yahoo News", "https://news.yahoo.com/a"))
    assert is_aggregator(
        Report(id=ReportId("r"), publisher="Pile", url="", title="t", kind=SourceKind.AGGREGATOR)
    )
