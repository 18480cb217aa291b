"""What is still to come, and what explains."""

from __future__ import annotations

import pytest

from bot.newsdesk.writing.analysis import explains
from bot.newsdesk.writing.future import is_ahead


@pytest.mark.parametrize(
    "sentence",
    [
        "The guild of Northaven will vote on the offer next week.",
        "Talks are due to resume on Monday.",
        "Sentencing is scheduled for Feb. 14.",
        "The board next meets on Dec. 8-9.",
        "Tickets for the ferry go on sale on Friday.",
        "Acme now has 60 days to answer the regulator.",
        "Acme said it would appeal against the decision in court.",
        "Norlines, the biggest customer, said it would seek damages from Acme.",
        "Analysts at Portwatch said rates could rise by 10% if the strike lasts.",
        "Schools will stay closed until Monday, the city of Northaven said.",
        "The treaty takes effect on 1 April.",
        "The court has until June 30 to rule.",
    ],
)
def test_what_is_set_planned_or_feared_is_to_be_watched(sentence: str) -> None:
    assert is_ahead(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Lind was seen on the quay on Saturday, May 18.",
        "A storm also hit Northaven in May 2012.",
        "“Will was great in the first half,” coach Ada Lind said.",
        "“We will fight on in Northaven next week,” Ada Lind said.",
        "The climbers of Northaven could not be rescued until the next morning.",
        "Lind was among the best because players could sail for only three years.",
        "Judge Lind could have closed the quay of Northaven.",
        "The hearing in Northaven was scheduled for Monday.",
        "Prosecutors in Northaven had said late Thursday that Lind would be held.",
        "There is no evidence that the ferry of Northaven will help.",
        "While Lind lost the vote, the guild will likely keep her.",
        "King said he did not want to speak in Northaven.",
        "They will meet in Northaven on Monday.",
        "Bo Reed agreed to a deal with the guild of Northaven.",
        "Dockers were not sure how the guild of Northaven will vote.",
        "Lind made plans to return to Northaven.",
    ],
)
def test_names_quotations_and_the_past_are_not_the_future(sentence: str) -> None:
    assert not is_ahead(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay closed because the crane could no longer be trusted.",
        "Analysts said the strike would cost carriers a day each.",
        "The strike is the longest in Northaven since the war.",
        "Acme cut the jobs in response to falling orders.",
        "The ruling raises questions about older contracts.",
    ],
)
def test_causes_meaning_and_expert_views_explain(sentence: str) -> None:
    assert explains(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The quay closed after the crane fell while ships were waiting.",
        "According to Lind, the crane fell at noon.",
        "Lind testified that she ran because the crane fell.",
        "“It fell because nobody looked after it,” Lind said.",
        "A guard, who asked not to be named because of the rules, saw it.",
    ],
)
def test_when_something_happened_explains_nothing(sentence: str) -> None:
    assert not explains(sentence)
