"""What people type becomes terms, or an answer that says what is wrong."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.commands.grammar import parse
from bot.commands.model import Line, Term
from bot.commands.near import as_value
from bot.commands.words import KEYS, VERBS
from bot.errors import RequestRefused


def terms(text: str) -> tuple[Term, ...]:
    return parse(f"subscribe {text}").terms


def term(key: str, *values: str, **more: object) -> Term:
    return Term(key=key, values=values, **more)  # type: ignore[arg-type]


def refusal(text: str) -> str:
    with pytest.raises(RequestRefused) as refused:
        parse(text)
    return str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "/news subscribe region:EU",
        "/NEWS subscribe region:EU",
        "news subscribe region:EU",
        "/tidings subscribe region:EU",
        "  subscribe   region:EU  ",
        "SUB region:EU",
        "follow regions:EU",
        "subscribe country:EU",
        "subscribe region=EU",
        "subscribe\tregion:EU\n",
        "subscribe region：EU",
    ],
)
def test_one_wish_in_many_spellings(text: str) -> None:
    line = parse(text)
    assert line.verb == "subscribe"
    assert [(one.key, one.values) for one in line.terms] == [("region", ("EU",))]


def test_the_command_may_have_another_name() -> None:
    assert parse("/wire top", command="wire").verb == "top"
    assert parse("/wire top", command="/wire").verb == "top"
    assert "/news" in refusal("/wire top")


@pytest.mark.parametrize("nothing", ["", "   ", "/news", "/news  ", "\u200b", "\x00"])
def test_nothing_at_all_asks_for_help(nothing: str) -> None:
    assert parse(nothing) == Line(verb="help")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("region:EU,UK", term("region", "EU", "UK")),
        ("region:EU,,UK,", term("region", "EU", "UK")),
        ("region : EU , UK", term("region", "EU", "UK")),
        ('entity:"Tesla, Inc."', term("entity", "Tesla, Inc.")),
        ("entity:“Tesla, Inc.”", term("entity", "Tesla, Inc.")),
        ("entity:‘Tesla, Inc.’", term("entity", "Tesla, Inc.")),
        ("entity:'Tesla, Inc.',TSMC", term("entity", "Tesla, Inc.", "TSMC")),
        ("entity:Moody's", term("entity", "Moody's")),
        ("entity:O’Reilly", term("entity", "O'Reilly")),
        ("entity:company:tsmc", term("entity", "company:tsmc")),
        ("entity: company:tsmc", term("entity", "company:tsmc")),
        ("entity:AT&amp;T", term("entity", "AT&T")),
        ("-region:RU", term("region", "RU", negated=True)),
        ("–category:sports", term("category", "sports", negated=True)),
        ("- region:RU", term("region", "RU", negated=True)),
        ("region:-RU", term("region", "RU", negated=True)),
        ("impact>=7", term("impact", "7", op=">=")),
        ("impact >= 7", term("impact", "7", op=">=")),
        ("impact≥7", term("impact", "7", op=">=")),
        ("impact=>7", term("impact", "7", op=">=")),
        ("impact&gt;=7", term("impact", "7", op=">=")),
        ("impact:>=7", term("impact", "7", op=">=")),
        ("impact=7", term("impact", "7", op="=")),
        ("impact<4", term("impact", "4", op="<")),
        ("impact:7..9", term("impact", "7..9")),
        ("impact: 7 .. 9", term("impact", "7..9")),
        ("impact:7+", term("impact", "7+")),
        ("min:7", term("impact", "7")),
        ("src>=2", term("sources", "2", op=">=")),
        ("min-sources:2", term("sources", "2")),
        ('entity:"Gazprm"!', term("entity", "Gazprm", insisted=True)),
        ("entity:Gazprm!", term("entity", "Gazprm", insisted=True)),
        ("exclude:RU,category:sports", term("exclude", "RU", "category:sports")),
    ],
)
def test_one_term(text: str, wanted: Term) -> None:
    assert terms(text) == (wanted,)


def test_terms_come_in_any_order_and_commas_between_them_are_forgiven() -> None:
    forwards = terms('region:EU impact>=7 -category:sports entity:"A B"')
    backwards = terms('entity:"A B", -category:sports, impact>=7, region:EU')
    assert set(forwards) == set(backwards)
    assert len(terms("impact>=7,sources>=2")) == 2


def test_a_list_may_hold_both_wanted_and_unwanted_values() -> None:
    assert terms("region:EU,-RU,CN") == (
        term("region", "EU", "CN"),
        term("region", "RU", negated=True),
    )


def test_words_that_are_no_terms_are_kept_as_words() -> None:
    line = parse("top 24h 5 region:EU")
    assert line.args == ("24h", "5")
    assert parse("subscribe entity:European Central Bank").args == ("Central", "Bank")


def test_a_story_is_taken_as_it_stands() -> None:
    assert parse("why https://desk.example/stories/a:1 s2").args == (
        "https://desk.example/stories/a:1",
        "s2",
    )
    assert parse('why "gas cap" s2').args == ("gas cap", "s2")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('subscribe entity:"Tesla', ["quote", '▸"Tesla', "no partner"]),
        ('subscribe entity:Tes"la region:EU', ["quote", 'Tes ▸"la']),
        ('subscribe entity:"Tesla"Inc', ["closing quote", "“I”"]),
        ("subscribe region:", ["region:", "no value", "region:EU,UK"]),
        ("subscribe region: impact>=7", ["region:", "no value"]),
        ('subscribe region:""', ["region:", "no value"]),
        ("subscribe regin:EU", ["regin", "region:"]),
        ("subscribe colour:red", ["colour"]),
        ("subscrib region:EU", ["“subscrib”", "subscribe"]),
        ("region:EU impact>=7", ["Begin with", "subscribe"]),
        ("/nws list", ["/news"]),
    ],
)
def test_refusals_say_what_is_wrong_and_what_is_right(text: str, words: list[str]) -> None:
    answer = refusal(text)
    for word in words:
        assert word in answer


def test_an_unknown_verb_or_key_gets_three_suggestions() -> None:
    assert refusal("pauze s2").count(",") + refusal("pauze s2").count(" or ") == 2
    assert refusal("subscribe tpic:x").count(":") == 3


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_a_quoted_value_comes_back_whole(raw: list[str]) -> None:
    values = [" ".join("".join(c for c in v if c.isalnum() or c in " ,:&-").split()) for v in raw]
    values = [value for value in values if value and not value.startswith("-")]
    values = [value for value in values if value.replace("&amp", "") == value]
    if values:
        written = ",".join(as_value(value) for value in values)
        assert terms(f"entity:{written}")[0].values == tuple(values)


_PIECES = st.sampled_from(
    [verb.name for verb in VERBS]
    + [key.name for key in KEYS]
    + list(":,-=<>\"'“”‘’!.+ \t\n/&;|#@()[]{}\\")
    + [">=", "..", "EU", "7", "none", "🙂", "\u202e", "\x00", "\ud800", "ü", "عربي", "中国", "&gt;"]
)


@given(st.lists(_PIECES, max_size=60).map("".join) | st.text(max_size=200))
@settings(max_examples=400, deadline=None)
@example('subscribe "')
@example("subscribe -")
@example("subscribe !:!")
@example("x" * 5_000)
@example("subscribe " + "region:EU," * 800)
@example('subscribe entity:"' + "a " * 2_500)
@example("subscribe " + "- " * 2_500)
@example("subscribe " + "'" * 4_000)
def test_nothing_but_a_refusal_is_ever_raised(text: str) -> None:
    answer = read(text)
    assert answer.verb if isinstance(answer, Line) else 0 < len(str(answer)) < 600


def read(text: str) -> Line | RequestRefused:
    try:
        return parse(text)
    except RequestRefused as refused:
        return refused
