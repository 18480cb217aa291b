from __future__ import annotations

from dataclasses import dataclass

import pytest

from bot.domain.report import Report, ReportId
from bot.domain.story import EntityType
from bot.errors import ConfigError
from bot.newsdesk.names import ner
from bot.newsdesk.names.extract import extract
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.ner import loaded, mention_of, missing

ABSENT = missing()
installed = pytest.mark.skipif(
    bool(ABSENT), reason=f"the extra ner is not installed: {', '.join(ABSENT)}"
)
TITLE = "Brightwell tells China that Tessaract reopens"


def a_report() -> Report:
    return Report(id=ReportId("r1"), publisher="P", url="https://x.example/a", title=TITLE)


def spotted(word: str) -> Mention:
    start = TITLE.index(word)
    return Mention(
        start=start,
        end=start + len(word),
        text=word,
        id=f"org:{word.lower()}",
        name=word,
        type=EntityType.ORGANIZATION,
        how=How.PATTERN,
    )


def test_what_it_recognises_joins_what_the_tables_found_and_never_replaces_it() -> None:
    def recognize(text: str) -> tuple[Mention, ...]:
        assert text.startswith(TITLE)
        return (spotted("Tessaract"), spotted("China"), spotted("Brightwell"))

    plain = {mention.id for mention in extract(a_report()).mentions}
    more = extract(a_report(), recognize).mentions
    assert "country:CN" in plain
    assert {mention.id for mention in more} == plain | {"org:tessaract", "org:brightwell"}
    assert [mention.start for mention in more] == sorted(mention.start for mention in more)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ner, "missing", lambda: ("spacy",))
    with pytest.raises(ConfigError, match=r"spacy: pip install 'tidings\[ner\]'"):
        loaded.__wrapped__()


@dataclass
class Span:
    """As spaCy hands it over."""

    text: str
    label_: str = "PERSON"
    start_char: int = 0
    end_char: int = 0


def test_a_headline_that_shouts_names_nobody() -> None:
    assert mention_of(Span("DRUNK DRIVER")) is None
    assert mention_of(Span("UNESCO", label_="ORG")) is not None
    assert mention_of(Span("Keith Roe")) is not None


@installed
def test_a_person_that_no_table_holds_is_found() -> None:
    found = loaded()("Yesterday Maria Hoekstra spoke to reporters in Rotterdam.")
    assert [(mention.name, mention.type) for mention in found] == [
        ("Maria Hoekstra", EntityType.PERSON)
    ]
