"""Which sentences can be read without the one before, and what of them could be checked."""

from __future__ import annotations

import pytest

from bot.newsdesk.writing.checkable import all_known, checkable, figures_in
from bot.newsdesk.writing.standing_alone import names_in, outside_quotes, stands_alone


@pytest.mark.parametrize(
    "sentence",
    [
        "She said the harbour would stay closed until Monday.",
        "But suddenly the crane fell onto the quay of Northaven.",
        "After a year, his wounds had healed, Doctor Lind said.",
        "Following her first win, the skipper sailed on to Lima.",
        "Renamed to mislead voters, it praised the mayor of Northaven.",
        "At the time, ferries of the Harbour Guild cost a fortune.",
        "Additionally, he ran the school of the Harbour Guild.",
        "According to Lind, this unit will sell the old cranes.",
        "The first two mattered most to the Harbour Guild.",
        "Police held him in Northaven and let him go at noon.",
        "Of course, the Harbour Guild sees it otherwise.",
        "“The quay is lost for good,” he told the council.",
        "“We will close the quay if the council does not pay.”",
        "“It was a hard night for all of us,” the spokesman said.",
        "We tried the new ferry of Northaven for three days.",
        "If you take the ferry, the trip lasts three hours.",
        "Does the Harbour Guild want a new quay in Northaven?",
        "The Harbour Guild wants a new quay and will pay ...",
        "Welcome to the new ferry of the Northaven Line.",
    ],
)
def test_what_leans_on_something_else_does_not_stand_alone(sentence: str) -> None:
    assert not stands_alone(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Northaven closed its quay on Friday after a crane fell.",
        "“We will close the quay,” harbour master Ada Lind said.",
        "Launching her bid for mayor, Ada Lind promised a new quay.",
        "After his arrest in Lima, Bo Reed confessed on Friday.",
        "When Lind walked in, she found the quay closed.",
        "The harbour master said he would close the quay.",
        "Both Northaven and Lima closed their quays on Friday.",
        "There are no cranes left in the port of Northaven.",
        "Ada Lind said: “I know that we closed the quay.”",
        "Elizabeth I of Norland opened the quay in the rain.",
    ],
)
def test_what_names_its_subject_stands_alone(sentence: str) -> None:
    assert stands_alone(sentence)


def test_quotations_of_either_kind_are_not_the_reports_own_words() -> None:
    text = 'Lind called it ‘a lost cause’ and “a shame” on "Friday" in Lima\'s port.'
    assert " ".join(outside_quotes(text).split()) == "Lind called it and on in Lima's port."


def test_days_and_sentence_starts_are_no_names() -> None:
    assert names_in("Dockers met Ada Lind in Northaven on Monday in March.") == (
        "Ada",
        "Lind",
        "Northaven",
    )


@pytest.mark.parametrize(
    ("sentence", "hard"),
    [
        ("The quay cost €3.2 billion.", True),
        ("The council approved the quay.", True),
        ("The quay was signed over on 4 May.", True),
        ("Lind, 51, likes the quay.", False),
        ("The 8-year-old likes the quay.", False),
        ("The ferry leaves at 9 a.m. from the quay.", False),
        ("“They approved it and signed it,” said Lind, who liked the quay.", False),
        ("The old quay used to be so simple.", False),
    ],
)
def test_a_fact_counts_something_or_decides_something(sentence: str, hard: bool) -> None:
    assert checkable(sentence).hard is hard


@pytest.mark.parametrize(
    ("sentence", "background"),
    [
        ("In 2004, a storm sank 40 ships off Lima.", True),
        ("The guild won the cup in March 2019 with 12 boats.", True),
        ("On Friday the guild sold 12 boats built in 1987.", False),
        ("The guild plans to sell 12 boats in 2029.", False),
        ("The guild sold 12 boats.", False),
    ],
)
def test_a_year_without_a_day_is_mostly_background(sentence: str, background: bool) -> None:
    assert checkable(sentence).background is background


def test_a_rounded_figure_is_no_news_and_another_one_is() -> None:
    told = figures_in(["Shares of Acme fell 4.7% after it cut 4,200 jobs and two managers."])
    assert all_known(figures_in(["The stock lost nearly 5% as 4,200 workers go."]), told)
    assert not all_known(figures_in(["The stock lost 9%."]), told)
    assert not all_known(figures_in(["Acme shuts two plants."]), told)
