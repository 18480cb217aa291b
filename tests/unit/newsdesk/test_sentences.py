"""Where a sentence ends, and which of them can stand alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsdesk.text.sentences import is_whole, sentences, word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rates fell. Shares rose.", 2),
        ("Mr. Smith of Acme Inc. said the U.S. economy grew 4.8% on Jan. 6.", 1),
        ('"We are pleased," he said. "Very."', 2),
        ("J. Smith signed. St. Louis paid.", 2),
        ("It rose to $1.2 billion. Nobody knew why.", 2),
        ("A title without a stop\n\nAnd a paragraph after it.", 2),
        ("Really? Yes! So it is…", 3),
        ("", 0),
        ("A line that stops bare\nThe port closed on Friday.", 2),
        ("The port closed on\nFriday after a strike.", 1),
        ("The harbour of Old\nMill closed on a\nFriday in March.", 1),
        ("It closed on Wednesday.The union cheered.", 2),
        ("He left at 2 p.m. Ada Stone stayed until 9 p.m. Friday.", 2),
        ("He lives in Northaven, Ark. The paper found him.", 2),
        ("He works for the U.S. The union does not.", 2),
        ("He fell ill. Doctors came.", 2),
        ("The answer was no. Ships sailed past berth No. 5 that day.", 2),
        ("Sens. Ada Stone and Bo Reed met Rep. Lind.", 1),
        ("“We won,” he said. “ Nobody lost.”", 2),
    ],
)
def test_abbreviations_initials_and_decimals_end_no_sentence(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [
        ("The bank cut its key rate to two percent on Thursday.", True),
        ("“We will act in time,” the governor said on Thursday evening.", True),
        ("cut its key rate to two percent on Thursday.", False),
        ("The bank cut its key rate to two percent on", False),
        ("Sign up to our newsletter to get the best stories.", False),
        ("“We will act, the governor said on Thursday evening.", False),
        ("Rates fell.", False),
        ("09 percent of the dockers stayed at home on Friday.", False),
        ("The guild of Northaven told its members to read the.", False),
        ("'We will act, the governor said on Thursday evening.", False),
        ("There was smoke, ' said the keeper of the harbour light.", False),
        ("'We will act,' the governor said on Thursday evening.", True),
        ("The governors' council met for nine hours on Thursday.", True),
    ],
)
def test_a_scrap_of_a_page_is_no_whole_sentence(sentence: str, whole: bool) -> None:
    assert is_whole(sentence) is whole


@given(st.text(max_size=300))
def test_no_word_is_lost(text: str) -> None:
    joined = " ".join(sentences(text))
    assert word_count(joined) <= word_count(text) + 1
    assert set(joined.split()) <= set(text.split()) | {word.lstrip("•*–") for word in text.split()}
