"""Who a report says it has its news from."""

from __future__ import annotations

import pytest

from bot.domain.report import SourceKind
from bot.newsdesk.verifying.attribution import sourcing_of
from bot.newsdesk.verifying.confidence import Attribution

NAMED, UNNAMED, HEDGED = Attribution.NAMED, Attribution.UNNAMED, Attribution.HEDGED


def sourced(*sentences: str, title: str = "", names: tuple[str, ...] = ()) -> Attribution:
    return sourcing_of(SourceKind.OUTLET, title, sentences, names.__contains__).attribution


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The bank said on Monday it would close.", NAMED),
        ("Acme will close, the bank said.", NAMED),
        ("According to the ministry, exports fell.", NAMED),
        ("Two pupils fell ill, police said.", NAMED),
        ("The mill will shut, its owner, Ada Bell, told the Gazette.", NAMED),
        ("Orrick Town said in a statement that he had left.", NAMED),
        ("Deputy Director of Fisheries Mona-Lise Falk said so.", NAMED),
        ("Vale County Health Department officials said one person died.", NAMED),
        ("It knew of the leak, minutes of a board meeting show.", NAMED),
        ("Michigan officials said one person died.", UNNAMED),
        ("Officials said one person died.", UNNAMED),
        ("Residents of Lima said the water was brown.", UNNAMED),
        ("Residents of Santa Rosalia said the water was brown.", UNNAMED),
        ("He said that it would rain.", UNNAMED),
        ("Acme declined to comment.", UNNAMED),
        ("Talks began.", UNNAMED),
        ("People familiar with the matter said talks began.", UNNAMED),
        ("The unit is for sale, according to three people briefed on the plans.", UNNAMED),
        ("Two diplomats, granted anonymity, described the talks.", UNNAMED),
        ("Acme may sell its mill, the Gazette reported, citing two people.", UNNAMED),
        ("The plan was described by officials it did not name, Acme News said.", UNNAMED),
        ("The retailer reportedly plans a sale.", HEDGED),
        ("We could not verify it.", HEDGED),
    ],
)
def test_the_source_is_read_from_the_words(sentence: str, expected: Attribution) -> None:
    assert sourced(sentence) is expected


def test_whoever_is_quoted_first_speaks_for_the_claim() -> None:
    hidden = "The firm is for sale, sources close to the company said."
    named = "Mayor Ada Bell said that she knew nothing."
    assert sourced(hidden, named) is UNNAMED
    assert sourced(named, hidden) is NAMED


def test_a_source_may_be_named_further_down() -> None:
    assert sourced(*["It rained all day."] * 8, "Mayor Ada Bell said so.") is NAMED


def test_a_title_that_says_said_to_hides_its_source() -> None:
    assert sourced("Bank Acme said so.", title="Acme Said to Weigh Sale of Unit") is UNNAMED


def test_allegedly_is_caution_where_somebody_is_charged() -> None:
    charged = "Two men were charged after they allegedly stole a horse, Vale Police said."
    assert sourced(charged) is NAMED
    assert sourced("The firm allegedly hid its losses.") is HEDGED


def test_a_plural_that_opens_a_sentence_is_a_name_only_if_known() -> None:
    assert sourced("Workers said the roof fell.") is UNNAMED
    assert sourced("Aviators said the roof fell.", names=("Aviators",)) is NAMED


def test_an_issuers_own_text_is_the_document() -> None:
    assert sourcing_of(SourceKind.PRIMARY, "", ["Talks began."]).attribution is NAMED


def test_the_words_that_hide_or_doubt_are_kept() -> None:
    found = sourcing_of(SourceKind.OUTLET, "Acme to close, sources say", [])
    assert found.words == "sources say"
