"""What stands around an article and is none of it: stamps, datelines, outlets' names."""

from __future__ import annotations

import pytest

from bot.newsdesk.publishers.credits import split_credits
from bot.newsdesk.text.boilerplate import plain_block, without_tail


@pytest.mark.parametrize(
    "stamp",
    [
        "Tue Mar 3, 2026 1:28PM GMT",
        "FRIDAY, MARCH 6, 2026, 9:53 PM",
        "Originally published 03 / 06 / 2026 at 10:20 AM EDT",
        "8:05am UK, Monday 9 March 2026",
        "Thursday, Mar 5, 2026 | Updated 1:32 PM PDT",
        "2026-03-06 05:08:35 GMT",
        "03.06.26 4:15 PM",
    ],
)
def test_a_line_that_only_says_when_is_none_of_the_article(stamp: str) -> None:
    assert plain_block(f"{stamp}\nThe port closed.") == "The port closed."


@pytest.mark.parametrize(
    "line",
    ["On March 6, 2026 the port closed.", "March of the 400 dockers", "2026", "May: no ships"],
)
def test_a_line_that_says_more_than_when_stays(line: str) -> None:
    assert plain_block(line) == line


@pytest.mark.parametrize(
    "dateline",
    [
        "HARBOUR CITY — ",
        "NORTHAVEN, Ohio – ",
        "OLD MILL, N.D. -- ",
        "NORTHAVEN, March 6 - ",
        "ST. ANSGAR, Mo. — ",
    ],
)
def test_where_a_text_was_written_is_no_part_of_its_first_sentence(dateline: str) -> None:
    assert split_credits(f"{dateline}The port closed.") == ("The port closed.", ())


@pytest.mark.parametrize(
    "text",
    [
        "ACME — The maker of brakes — closes.",
        "IMF - a lender - agreed to the loan.",
        "NORTHAVEN Rovers won the cup.",
        "Harbours — The oldest ones — close.",
    ],
)
def test_capitals_that_open_a_sentence_are_no_dateline(text: str) -> None:
    assert split_credits(text) == (text, ())


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Port closes - Norland News", ("norlandnews.com", "norlandnews")),
        ("Port closes - Norland", ("Norland News", "norlandnews")),
        ("Port closes | The Salt-Water Diary", ("thesaltwaterdiary.com", "thesaltwaterdiary")),
        ("Port closes - Norland Courier", ("Norland Courier (blog)",)),
    ],
)
def test_an_outlet_is_known_in_every_form_of_its_name(title: str, names: tuple[str, ...]) -> None:
    assert without_tail(title, names) == "Port closes"


def test_another_outlets_name_belongs_to_the_headline() -> None:
    title = "Regulator looks into a takeover - Norland News"
    assert without_tail(title, ("Harbour Times",)) == title
