"""What a page says: categories, headlines, facts, and who is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.report import SourceKind
from bot.domain.story import EntityType, SentimentLabel, Story, StoryId
from bot.newsdesk.assemble import assemble
from bot.newsdesk.names.story_entities import story_entities, story_regions
from bot.newsdesk.pipeline import prepared
from bot.newsdesk.text.sentences import is_whole
from bot.newsdesk.verifying.corroborate import Candidate, corroborate
from bot.newsdesk.writing.categories import category_of
from bot.newsdesk.writing.headline import headline, plain_title
from bot.newsdesk.writing.lines import Ledger, lines_of
from bot.newsdesk.writing.takeaways import takeaways
from tests.unit.newsdesk.wire import NOW, a_report, tariff_reports, told

SEEDS = Path(__file__).resolve().parents[3] / "../shared/seeds"


def candidate() -> Candidate:
    return corroborate(StoryId("s1"), [prepared(report, now=NOW) for report in tariff_reports()])


def page() -> Story:
    (story,) = assemble(tariff_reports(), now=NOW).stories
    return story


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("ECB cuts interest rates to 2%", "economy"),
        ("US imposes 25% tariffs on Chinese steel", "trade"),
        ("OPEC+ delays its oil output increase", "energy"),
        ("Google unveils a new smartphone", "technology"),
        ("Port of Rotterdam halts container shipping", "supply-chain"),
        ("Regulator approves malaria vaccine for infants", "health"),
        ("Missile strike kills soldiers at army base", "security"),
        ("Champions League: striker scores late goal", "sports"),
        ("Singer cancels concert tour before album", "entertainment"),
        ("Hurricane floods the coast", "climate"),
        ("Something happened somewhere", "general"),
    ],
)
def test_the_category_is_that_whose_words_speak_most(title: str, category: str) -> None:
    assert category_of(title) == category


def test_the_headline_is_the_title_that_says_what_the_others_say() -> None:
    assert headline(candidate().told) in {report.title for report in tariff_reports()}
    loud = a_report("You won't believe what the EU did to cable steel!", key="l", publisher="AFP")
    loud_one = corroborate(StoryId("s2"), [prepared(loud, now=NOW)]).told
    assert headline([*candidate().told, *loud_one]) == headline(candidate().told)


def test_a_wire_prefix_is_no_part_of_a_headline() -> None:
    assert plain_title("UPDATE 2-ECB cuts rates to 2%") == "ECB cuts rates to 2%"
    assert plain_title("BREAKING: ECB cuts rates to 2%") == "ECB cuts rates to 2%"


def test_takeaways_are_whole_sentences_and_say_different_things() -> None:
    ledger = Ledger(lines_of(candidate().told))
    said = takeaways(ledger)
    assert 2 <= len(said) <= 4
    assert all(is_whole(sentence) for sentence in said)
    assert not any(line.text in said for line in ledger.free())


def test_a_fact_names_the_origins_that_carry_it() -> None:
    facts = {fact.text: fact for fact in page().key_facts}
    shown = [*page().takeaways, page().summary, *facts]
    assert any("3.2 billion" in text for text in shown)
    assert all(fact.corroborated_by == len(fact.publishers) for fact in facts.values())
    assert all(1 <= fact.corroborated_by <= 3 for fact in facts.values())
    assert len(facts) <= 6


def test_entities_have_ids_of_the_gazetteer_and_people_their_full_name() -> None:
    read = [one.reading.extraction for one in candidate().told]
    entities = {entity.id: entity for entity in story_entities(read)}
    assert "org:european-commission" in entities
    assert entities["person:marta-lind"].type is EntityType.PERSON
    assert "EU" in story_regions(read)


def test_a_surname_is_bound_to_the_full_name_of_another_origin() -> None:
    reports = [
        a_report("President Ada Stone vetoes the mining law", key="p1"),
        a_report("President Stone vetoes mining law in capital", key="p2", publisher="AFP"),
    ]
    read = [prepared(report, now=NOW).extraction for report in reports]
    people = [one for one in story_entities(read) if one.type is EntityType.PERSON]
    assert [person.name for person in people] == ["Ada Stone"]


def test_a_venue_is_not_what_a_story_is_about() -> None:
    report = a_report("Iran and Iraq hold talks in Geneva", "Envoys met in Geneva on Friday.")
    assert story_regions([prepared(report, now=NOW).extraction]) == ("IQ", "IR")


def test_whoever_is_hurt_is_named_with_the_sentence_that_says_so() -> None:
    texts = " ".join(f"{report.title} {report.text}" for report in tariff_reports())
    for one in page().affected:
        assert one.because in texts or one.because in {r.title for r in tariff_reports()}


def test_a_story_of_titles_alone_shows_what_other_titles_add() -> None:
    titles = (
        ("Reuters", SourceKind.WIRE, "Acme to close its brake plant in Lima"),
        ("Bild", SourceKind.OUTLET, "Acme closes Lima brake plant, 400 jobs lost at the site"),
    )
    reports = [
        told(name, name, f"https://{name.lower()}.example/a", kind, title)
        for name, kind, title in titles
    ]
    (story,) = assemble(reports, now=NOW).stories
    assert story.summary == ""
    assert story.traces[0].text == story.headline


def _seed_003() -> str:
    if not SEEDS.exists():
        pytest.skip("the shared seeds are not beside this repository")
    return next(SEEDS.glob("003*")).read_text(encoding="utf-8")


@pytest.mark.shared
def test_the_raw_facts_of_the_seed_make_a_neutral_six() -> None:
    page_text = _seed_003()
    rows = (line.strip().partition(". ") for line in page_text.splitlines())
    facts = [tail[len(head) :] for head, _, tail in rows if head.isdigit() and tail[:1] == head]
    body = page_text[page_text.index("China's leadership") : page_text.index("What to Watch")]
    reports = [
        told(
            "a",
            "Ministry of Commerce",
            "https://ministry.example/1",
            SourceKind.PRIMARY,
            "China to pursue balanced trade",
            " ".join(facts),
        ),
        told(
            "b",
            "Caixin",
            "https://caixin.example/1",
            SourceKind.OUTLET,
            "China pivots toward balanced trade to fortify economic resilience",
            body,
        ),
    ]
    (story,) = assemble(reports, now=NOW).stories
    assert 5 <= story.impact.score <= 7
    assert story.sentiment.label is SentimentLabel.NEUTRAL
    assert (story.sources, story.category) == (2, "economy")
    assert {"CN", "ASEAN"} <= set(story.regions)
