from __future__ import annotations

import pytest

from bot.newsdesk.text.cue_language import compiled, lines


@pytest.mark.parametrize(
    "word", ["ban", "bans", "banned", "banning", "impose", "imposed", "imposing", "deny", "denied"]
)
def test_tilde_finds_every_regular_form_of_a_verb(word: str) -> None:
    found = compiled("ban~|impose~|deny~").search(word)
    assert found
    assert found.group() == word


@pytest.mark.parametrize("word", ["bandage", "imposter", "denim", "band"])
def test_tilde_finds_no_longer_word(word: str) -> None:
    assert not compiled("ban~|impose~|deny~").search(word)


def test_hash_is_a_number() -> None:
    table = "# dead|killed\nkill~ #"
    assert compiled(table).search("Flood leaves 1,200 dead")
    assert compiled(table).search("Quake killed 63 people")
    assert not compiled(table).search("Many dead")


def test_dots_allow_six_words_between() -> None:
    assert compiled("bans .. exports").search("bans a b c d e f exports")
    assert not compiled("bans .. exports").search("bans a b c d e f g exports")


def test_one_dot_allows_three_words_between() -> None:
    assert compiled("storm . closes").search("storm a b c closes")
    assert not compiled("storm . closes").search("storm a b c d closes")


def test_underscore_joins_words_by_space_or_hyphen() -> None:
    assert compiled("price_cap").search("the price-cap")
    assert compiled("price_cap").search("a Price cap.")


def test_cue_goes_on_after_a_bar_or_dots() -> None:
    assert lines("a|\nb .. \nc\n\nd") == ("a|b .. c", "d")
    assert lines("a|\n\nb") == ("a|b",)


def test_first_letter_groups_lose_no_cue() -> None:
    table = compiled("alpha|beta gamma\n# dead\nÉtat")
    assert [
        table.search(text) is not None for text in ("Beta gamma", "7 dead", "état", "gamma")
    ] == [
        True,
        True,
        True,
        False,
    ]
