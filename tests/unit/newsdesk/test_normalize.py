from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report import Report, ReportId, SourceKind
from bot.newsdesk.reports.normalize import normalized, report_from_fields

NOW = datetime(2026, 3, 6, 12, tzinfo=UTC)


def raw(**fields: object) -> Report:
    values: dict[str, object] = {
        "id": ReportId("r1"),
        "publisher": "Harbour Times",
        "url": "https://www.harbourtimes.example/port?utm_source=feed",
        "title": "Port strike ends",
        "text": "Dockers went back to work.",
        **fields,
    }
    return Report(**values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "clean"),
    [
        ("Port strike ends - Harbour Times", "Port strike ends"),
        ("Port strike ends | The Harbour Times", "Port strike ends"),
        ("Port strike ends — HarbourTimes.com", "Port strike ends"),
        ("Port strike ends - Shipping | Harbour Times", "Port strike ends - Shipping"),
        ("Port strike ends: what now - Other Paper", "Port strike ends: what now - Other Paper"),
        ("UPDATE 2-Port strike ends", "Port strike ends"),
        ("CORRECTED-Port strike ends", "CORRECTED-Port strike ends"),
        ("<b>Port</b> strike &amp; lockout end", "Port strike & lockout end"),
        ("Port strike &amp;amp; lockout end", "Port strike & lockout end"),
        ("  Port \n strike\u200b ends ", "Port strike ends"),
        ("Harbour Times", "Harbour Times"),
        ("Rates < 3 % and > 2 %", "Rates < 3 % and > 2 %"),
    ],
)
def test_a_title_is_the_headline_alone(title: str, clean: str) -> None:
    assert normalized(raw(title=title), NOW).title == clean


def test_a_missing_title_is_the_first_sentence() -> None:
    assert normalized(raw(title=""), NOW).title == "Dockers went back to work."


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("<p>Dockers went back.</p><p>Advertisement</p><p>Ships sail.</p>", "Dockers went back.\nShips sail."),
        ("Dockers went back.\nSign up for our newsletter\nShips sail.", "Dockers went back.\nShips sail."),
        ("Dockers went back. The post Port strike ends appeared first on Harbour Times.", "Dockers went back."),
        ("Dockers went back. [&#8230;] Continue reading...", "Dockers went back."),
        ("Dockers went back.<script>track('x')</script>", "Dockers went back."),
        ("Subscribers of the fund will follow us into court.", "Subscribers of the fund will follow us into court."),
        ("Related costs rose by 4 % and hit profits at the port operator, which cut its dividend and said it would sell ships.",
         "Related costs rose by 4 % and hit profits at the port operator, which cut its dividend and said it would sell ships."),
    ],
)  # fmt: skip
def test_boilerplate_goes_and_news_stays(text: str, clean: str) -> None:
    assert " ".join(normalized(raw(text=text), NOW).text.split()) == " ".join(clean.split())


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("ROTTERDAM, March 6 (Reuters) - Dockers went back.", "ROTTERDAM, March 6 (Reuters) -"),
        ("(AP) — Dockers went back.", "(AP) —"),
        ("Dockers went back. (Reporting by A. Smit in Delft; Editing by J. Bos)", "Reporting by A. Smit in Delft; Editing by J. Bos"),
        ("Dockers went back. The Associated Press contributed to this report.", "The Associated Press contributed to this report"),
        ("Dockers went back.\n\nReuters", "Reuters"),
        ("Dockers went back. (AFP)", "AFP"),
        ("Dockers went back. (Except for the headline, this story has not been edited by our staff and is published from a syndicated feed.)",
         "Except for the headline, this story has not been edited by our staff and is published from a syndicated feed"),
        ("Dockers went back. © 2026 AFP", "© 2026 AFP"),
        ("Dockers went back. With inputs from PTI", "With inputs from PTI"),
    ],
)  # fmt: skip
def test_credits_leave_the_text_but_are_kept(text: str, credit: str) -> None:
    clean = normalized(raw(text=text), NOW)

    assert clean.text == "Dockers went back."
    assert clean.credit == credit


@pytest.mark.parametrize(
    "text",
    [
        "The minister told Reuters that dockers went back.",
        "Dockers went back, the Associated Press reported. Ships sail.",
        "Reporting by banks of large transfers becomes compulsory.".replace(
            "Reporting", "The reporting"
        ),
    ],
)
def test_a_mention_of_an_agency_is_no_credit(text: str) -> None:
    assert normalized(raw(text=text), NOW).credit == ""


def test_a_future_date_is_clamped_and_marked() -> None:
    fetched = NOW - timedelta(minutes=1)
    ahead = normalized(raw(published_at=NOW + timedelta(days=300), fetched_at=fetched), NOW)

    assert ahead.published_at == fetched
    assert (
        ahead.clock_note
        == "said 2026-12-31T12:00:00Z, which had not come; taken as the time of fetch"
    )


def test_a_clock_slightly_ahead_is_not_marked() -> None:
    ahead = normalized(raw(published_at=NOW + timedelta(minutes=3)), NOW)

    assert (ahead.published_at, ahead.clock_note) == (NOW, "")


def test_an_unknown_time_stays_unknown() -> None:
    assert normalized(raw(), NOW).published_at is None
    assert report_from_fields({"title": "x", "published_at": "soon"}, NOW).published_at is None


def test_a_time_is_taken_to_utc() -> None:
    local = datetime(2026, 3, 6, 9, tzinfo=timezone(timedelta(hours=2)))

    assert normalized(raw(published_at=local), NOW).published_at == datetime(
        2026, 3, 6, 7, tzinfo=UTC
    )


def test_raw_fields_become_a_report() -> None:
    report = report_from_fields(
        {
            "publisher": " Harbour  Times ",
            "url": "http://m.harbourtimes.example/port/amp?fbclid=1",
            "title": "Port strike ends - Harbour Times",
            "text": "<p>Dockers went back.</p>",
            "published_at": "2026-03-06T07:10:00+02:00",
            "language": "en-GB",
            "kind": "Wire",
        },
        NOW,
    )

    assert report.id.startswith("r")
    assert report.publisher == "Harbour Times"
    assert report.url == "http://harbourtimes.example/port"
    assert (report.title, report.text) == ("Port strike ends", "Dockers went back.")
    assert report.published_at == datetime(2026, 3, 6, 5, 10, tzinfo=UTC)
    assert (report.language, report.kind) == ("en", SourceKind.WIRE)


def test_unknown_fields_stay_unknown() -> None:
    report = report_from_fields({"title": "Port strike ends", "kind": "pigeon", "url": None}, NOW)

    assert (report.kind, report.url, report.publisher) == (SourceKind.UNKNOWN, "", "")


def test_an_id_comes_from_the_address_whatever_its_form() -> None:
    first = report_from_fields({"title": "A", "url": "https://www.a.example/x?utm_source=1"}, NOW)
    second = report_from_fields({"title": "B", "url": "http://a.example/x/"}, NOW)

    assert first.id == second.id


def test_without_an_address_an_id_is_publisher_title_and_day() -> None:
    fields = {"publisher": "A", "title": "T", "published_at": "2026-03-05T01:00:00Z"}
    same_day = {**fields, "published_at": "2026-03-05T23:00:00Z"}
    next_day = {**fields, "published_at": "2026-03-06T01:00:00Z"}

    assert report_from_fields(fields, NOW).id == report_from_fields(same_day, NOW).id
    assert report_from_fields(fields, NOW).id != report_from_fields(next_day, NOW).id


PIECES = st.sampled_from(
    ["Dockers went back. ", "(Reuters) - ", "LONDON, March 6 (AFP) - ", "Reuters", "\n", "<p>", "</p>", "&amp;",
     "&lt;b&gt;", "(Reporting by A. Smit; Editing by J. Bos)", "The AP contributed to this report. ", "[…]", " - ",
     "Harbour Times", " | ", "Advertisement", "© 2026 AFP. ", "Continue reading", "UPDATE 1-", "“Quote,” he said. ",
     "published from a syndicated feed. ", "Source: PTI", "<script>", "&", "<"]
)  # fmt: skip


@given(
    st.lists(PIECES, max_size=9).map("".join) | st.text(max_size=80),
    st.lists(PIECES, max_size=5).map("".join) | st.text(max_size=40),
)
def test_what_is_normalised_is_left_as_it_is(text: str, title: str) -> None:
    once = normalized(raw(text=text, title=title, published_at=NOW + timedelta(days=1)), NOW)

    assert normalized(once, NOW) == once
