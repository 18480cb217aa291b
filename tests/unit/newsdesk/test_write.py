"""What a page says: categories, headlines, facts, and who is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.report import SourceKind
from bot.domain.story import Entity, EntityType, SentimentLabel, Story, StoryId
from bot.newsdesk.assemble import assemble
from bot.newsdesk.names.story_entities import story_entities, story_regions
from bot.newsdesk.pipeline import prepared
from bot.newsdesk.text.sentences import is_whole
from bot.newsdesk.verifying.corroborate import Candidate, corroborate
from bot.newsdesk.writing.categories import category_of
from bot.newsdesk.writing.checkable import checkable
from bot.newsdesk.writing.headline import headline, plain_title
from bot.newsdesk.writing.lines import Ledger, lines_of
from bot.newsdesk.writing.standing_alone import stands_alone
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
        ("Earthquake shakes Northaven, rescuers search collapsed market", "disasters"),
        ("Ada Lind breaks the career scoring record with 20 rebounds", "sports"),
        ("Actor cast in a new role as the Doctor, doctors cheer", "entertainment"),
        ("Jury convicts man of murder", "security"),
        ("Something happened somewhere", "general"),
    ],
)
def test_the_category_is_that_whose_words_speak_most(title: str, category: str) -> None:
    assert category_of(title) == category


def test_a_persons_name_is_no_cue_and_a_doubtful_word_only_helps() -> None:
    ford = Entity(id="person:ada-ford", name="Ada Ford", type=EntityType.PERSON)
    assert category_of("Ford checks into a clinic", entities=(ford,)) == "general"
    assert category_of("Ford and Acme recall cars") == "industry"
    titles = ("Lind hits a shot as the offensive wins", "Lind leads the league in rebounds")
    assert category_of(titles[0], titles=titles[1:]) == "sports"


def test_the_headline_tells_what_the_reports_tell_first() -> None:
    rows = (
        (
            "BBC",
            "Reed out against Lima United",
            (
                "Striker Bo Reed sat on the bench with a sore knee as Northaven Rovers beat Lima United "
                "31-24 to reach the cup final."
            ),
        ),
        (
            "AFP",
            "Rovers beat Lima to reach cup final",
            "Northaven Rovers reached the cup final on Friday: they beat Lima United by 31 to 24.",
        ),
        (
            "AP",
            "Reed watches from the stands",
            "A late goal by Ada Lind put Northaven Rovers into the cup final after they beat Lima.",
        ),
    )
    reports = [a_report(title, text, key=name, publisher=name) for name, title, text in rows]
    told = corroborate(StoryId("s3"), [prepared(one, now=NOW) for one in reports]).told
    assert headline(told) == "Rovers beat Lima to reach cup final"


def test_a_line_that_repeats_the_headline_is_not_used() -> None:
    reports = [
        a_report(
            "Acme closes its brake plant in Lima",
            "Acme closes its brake plant in Lima. Some 400 jobs will go by June. "
            "The plant opened in 1961 and made brakes for lorries. "
            "Union leader Ada Lind called the decision a mistake.",
        )
    ]
    ledger = Ledger(
        lines_of(corroborate(StoryId("s4"), [prepared(one, now=NOW) for one in reports]).told),
        "Acme closes its brake plant in Lima",
    )
    assert "Acme closes its brake plant in Lima." not in [line.text for line in ledger.free()]


def test_a_toll_that_was_overtaken_stands_nowhere_on_the_page() -> None:
    rows = (
        (
            "Reuters",
            "Earthquake in Northaven kills 14 people",
            (
                "An earthquake struck Northaven before dawn on Friday and killed 14 people. "
                "Mayor Ada Lind said the market hall fell while stalls were being set up. "
                "Trains to Lima have been stopped."
            ),
        ),
        (
            "AFP",
            "14 people killed as quake hits Northaven market",
            (
                "Some 14 people were killed when a strong earthquake hit Northaven, officials said. "
                "Power is out in seven districts. The army sent two ships with tents and water."
            ),
        ),
        (
            "BBC News",
            "Northaven earthquake: death toll rises to 19 people",
            (
                "The earthquake in Northaven killed 19 people, officials said on Saturday. "
                "Rescuers still look for 40 traders. Schools will stay closed until Monday."
            ),
        ),
    )
    reports = [
        told(
            f"q{number}",
            name,
            f"https://{name}.example/q".replace(" ", ""),
            SourceKind.OUTLET,
            *row,
            hours=5 * number,
        )
        for number, (name, *row) in enumerate(rows)
    ]
    (story,) = assemble(reports, now=NOW).stories
    facts = (fact.text for fact in story.key_facts)
    shown = " ".join((story.headline, story.summary, *story.takeaways, *facts))
    assert "19 people" in shown
    assert "14 people" not in shown


def test_key_facts_count_or_decide_before_anybody_talks() -> None:
    hard = [checkable(fact.text).hard for fact in page().key_facts]
    assert hard[0]
    assert hard == sorted(hard, reverse=True)


def test_a_day_that_is_set_is_watched_wherever_it_stands() -> None:
    body = (
        "Rovers sold their ground in Northaven to Acme for $40 million on Friday. "
        "The club said the money pays for debts of $30 million. "
        "Acme builds flats and owns half of the old harbour in Northaven. "
        "Fans of Rovers stood outside the ground and sang. "
        "“I was born in this street,” said Bo Reed, a fan of Rovers. "
        "The council votes on the plan next week and a judge will hear objections on 9 April."
    )
    reports = [
        a_report("Rovers sell ground in Northaven to Acme for $40 million", body),
        a_report("Acme buys ground of Rovers in Northaven", publisher="AFP", key="y"),
    ]
    (story,) = assemble(reports, now=NOW).stories
    assert "9 April" in story.what_to_watch


def test_no_sentence_of_a_page_hangs_or_stands_twice() -> None:
    story = page()
    shown = [story.summary, *story.takeaways, *(fact.text for fact in story.key_facts)]
    assert all(stands_alone(text) for text in shown)
    assert all(text not in story.what_to_watch + story.analysis for text in shown)
    assert len(set(shown)) == len(shown)


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


def test_a_rumour_is_no_takeaway_of_what_others_confirm() -> None:
    rows = (
        (
            "Courier",
            "Ferrowald reportedly to shut its last furnace in Lima",
            (
                "The steelmaker Ferrowald is reportedly about to shut its last furnace in Lima, "
                "people familiar with the plan told this paper."
            ),
        ),
        (
            "Reuters",
            "Ferrowald shuts furnace in Lima, 900 jobs go",
            (
                "Steelmaker Ferrowald AG shut its furnace in Lima on Friday and will cut 900 jobs, "
                "chief executive Ada Lind said. Customers will be supplied from Ghent. The plant "
                "made 3 million tonnes of steel last year."
            ),
        ),
    )
    reports = [a_report(title, text, key=name, publisher=name) for name, title, text in rows]
    told = corroborate(StoryId("s5"), [prepared(one, now=NOW) for one in reports]).told
    said = takeaways(Ledger(lines_of(told)))
    assert said
    assert not any("reportedly" in sentence for sentence in said)


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
