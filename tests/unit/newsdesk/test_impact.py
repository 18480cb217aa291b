from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsdesk.impact.gates import is_opinion
from bot.newsdesk.impact.new_event import LONGEST_SENTENCE, OriginText, event_sentences
from bot.newsdesk.impact.rubric import HIGHEST, LOWEST, RUBRIC
from bot.newsdesk.impact.score import score_impact
from tests.data.impact_anchors import ANCHORS, Anchor

ROOT = Path(__file__).resolve().parents[3]
SEEDS = ROOT / "../shared/seeds"
PAIRS = ROOT / "tests/data/impact_pairs.jsonl"
LEAST_AGREEMENT = 0.9


def points(title: str, text: str = "") -> dict[str, float]:
    impact = score_impact([OriginText(title=title, text=text)])
    return {factor.name: factor.points for factor in impact.factors}


def score(title: str, text: str = "") -> int:
    return score_impact([OriginText(title=title, text=text)]).score


@pytest.mark.parametrize("anchor", ANCHORS, ids=lambda anchor: anchor.name)
def test_anchor_scores_inside_its_range(anchor: Anchor) -> None:
    assert anchor.lowest <= score(anchor.title, anchor.text) <= anchor.highest


SETS = ("tuned", "held", "blind", *(f"fresh-{number}" for number in range(1, 14)))


@pytest.mark.parametrize("name", SETS)
def test_score_agrees_with_people_on_which_of_two_events_matters_more(name: str) -> None:
    pairs = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    part = [pair for pair in pairs if pair["set"] == name]
    assert len(part) >= 30
    right = 0
    for pair in part:
        a, b = (score(pair[side]["title"], pair[side]["text"]) for side in "ab")
        right += a != b and ("a" if a > b else "b") == pair["more"]
    assert right / len(part) >= LEAST_AGREEMENT


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not on this machine")
def test_seed_story_about_balanced_trade_is_a_six() -> None:
    page = next(SEEDS.glob("003_*.txt")).read_text(encoding="utf-8")
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    takeaways = [line.lstrip("• ") for line in lines if line.startswith("•")]
    facts = [re.sub(r"^\d\. \d", "", line) for line in lines if re.match(r"^\d\. \d", line)]
    assert abs(score(lines[1], "\n".join((*takeaways, *facts))) - 6) <= 1


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not on this machine")
def test_seed_opinion_post_scores_four_at_most() -> None:
    title, _, text = next(SEEDS.glob("000_*.txt")).read_text(encoding="utf-8").partition("\n")
    assert score(title, text) <= 4


def test_every_point_names_the_words_that_earned_it() -> None:
    impact = score_impact(
        [OriginText(title="Regulator fines bank $2 billion, effective immediately", text="")]
    )
    assert impact.factors
    assert all(factor.because for factor in impact.factors)


def test_scope_and_time_count_only_where_something_is_at_stake() -> None:
    assert points("Museum opens worldwide exhibition from Friday") == {}


def test_planned_step_counts_less_than_one_taken() -> None:
    taken = points("China imposes tariffs on wheat")
    planned = points("China to impose tariffs on wheat")
    feared = points("China could impose tariffs on wheat")
    assert taken["regulatory"] > planned["regulatory"] > feared["regulatory"]


def test_weekday_alone_is_not_in_force_now() -> None:
    title = "Country bans rice exports"
    assert "time" not in points(title, "The minister said so on Friday.")
    assert points(title, "The ban applies from Friday.")["time"] == 1


def test_what_has_stopped_is_in_force_now() -> None:
    assert points("Port halts operations")["time"] == 1
    assert "time" not in points("Port could halt operations")


def test_written_date_counts_when_it_lies_within_thirty_days() -> None:
    origin = OriginText(title="Country bans rice exports", text="It applies from 20 July.")
    soon = score_impact([origin], published_at=datetime(2023, 7, 10, tzinfo=UTC))
    far = score_impact([origin], published_at=datetime(2023, 1, 10, tzinfo=UTC))
    assert soon.score == far.score + 1


def test_background_and_quotations_carry_no_impact() -> None:
    quiet = score("Company opens museum", "It shows old engines.")
    background = (
        "In 2019 the government imposed tariffs. “Factories halted production then,” he said."
    )
    assert score("Company opens museum", background) == quiet


def test_sentence_beyond_the_lead_counts_when_origins_share_it() -> None:
    tail = "The regulator ordered all banks to halt payments to the lender."
    first = OriginText(title="News", text=f"One thing. Another thing. {tail}")
    second = OriginText(title="News", text=f"It rained. It snowed. It cleared. {tail}")
    assert tail in event_sentences(first, [second])
    assert tail not in event_sentences(first)


@pytest.mark.parametrize(
    "title",
    [
        "Coach replaced after cup defeat",
        "Singer bans phones at concerts on world tour",
        "Actress suspended from film set after wedding row",
        "Striker suspended for three games after red card",
        "Lakers fire coach after losing streak",
        "Actor fined for speeding",
        "Film tops US box office with $91 million",
    ],
)
def test_sport_and_entertainment_score_one(title: str) -> None:
    assert score(title) == 1


def test_verdict_on_one_persons_crime_binds_nobody_else() -> None:
    assert points("Court sentences man to life in prison for murder")["regulatory"] <= 1


@pytest.mark.parametrize(
    "title",
    [
        "Australia bans imports of beef",
        "Australia banned imports of beef",
        "Australia has banned imports of beef",
        "Australia and Japan ban imports of beef",
    ],
)
def test_state_acts_in_any_tense(title: str) -> None:
    assert points(title)["regulatory"] == 3


def test_country_as_a_place_does_not_act() -> None:
    assert "regulatory" not in points("A brewery in Mexico introduced lime flavour")


def test_small_fine_weighs_less_than_a_large_one() -> None:
    small, middle, large = (
        points(f"Court fines firm {sum_} dollars")["regulatory"]
        for sum_ in ("400", "9 million", "900 million")
    )
    assert small < middle < large


def test_review_inside_a_title_is_no_commentary() -> None:
    assert is_opinion("Analysis: what the new tariffs mean")
    assert not is_opinion("Court orders Bayer to pay $2.25 billion in Roundup case")


def test_hazard_without_harm_counts_less() -> None:
    assert score("Quake kills 300 in Nepal") > score("Quake off Fiji, no damage")


def test_memories_are_no_product_recall() -> None:
    assert score("Company recalls history in jubilee brochure") < score("Company recalls cars")


@pytest.mark.parametrize(
    ("title", "scope"),
    [
        ("Flood kills 30", 0),
        ("Flood kills 300", 1),
        ("Flood kills tens of thousands", 2),
        ("Outage hits 200,000 customers", 1),
        ("Outage hits 20 million customers", 2),
    ],
)
def test_number_of_people_harmed_gives_scope(title: str, scope: int) -> None:
    assert points(title).get("scope", 0) == scope


@pytest.mark.parametrize(
    "title",
    [
        "Local library extends opening hours in summer",
        "Firm names new head of communications",
        "University study links sleep and memory",
        "Company marks 50th anniversary",
        "Man arrested after pub brawl",
        "EU commissioner opens exhibition",
        "Central bank publishes annual report",
        "Fire in kitchen of restaurant, two slightly injured",
    ],
)
def test_everyday_notice_stays_at_one_or_two(title: str) -> None:
    assert score(title) <= 2


def test_question_announces_nothing() -> None:
    assert points("Will regulators block the merger?").get("regulatory", 0) <= 1


def test_small_or_past_trouble_counts_less() -> None:
    assert score("Service back online after brief outage") < score("Outage hits service")


def test_copies_are_not_an_input() -> None:
    origin = OriginText(title="Port halts operations", text="Ships wait.")
    assert score_impact([origin]) == score_impact([origin, origin, origin])


def test_endless_sentences_are_cut() -> None:
    origin = OriginText(title="1,2," * 5000, text="bank " * 5000)
    assert all(len(sentence) <= LONGEST_SENTENCE for sentence in event_sentences(origin))


def test_first_since_a_year_is_news_and_not_background() -> None:
    assert (
        points("Oil falls", "Brent fell by almost a third, the most since 1991.")["financial"] == 3
    )


def test_no_origin_scores_lowest() -> None:
    assert score_impact([]).score == LOWEST


_texts = st.builds(
    OriginText,
    title=st.sampled_from(
        [
            "Country bans grain exports",
            "Bank collapses with $40 billion of deposits",
            "Coach sacked",
            "Central bank raises interest rates",
            "Minister calls for tax on plastic",
            "Parliament adopts law, in force immediately, for all 27 EU countries",
        ]
    ),
    text=st.text(alphabet="abc .$%1234567890\n", max_size=80),
)


@given(st.lists(_texts, max_size=5))
def test_score_stays_in_range_and_equals_its_factors(origins: list[OriginText]) -> None:
    impact = score_impact(origins)
    total = 1 + sum(factor.points for factor in impact.factors)
    assert LOWEST <= impact.score <= HIGHEST
    assert impact.score == min(HIGHEST, max(LOWEST, total))


@given(st.lists(_texts, min_size=1, max_size=5), st.randoms())
def test_order_of_origins_does_not_matter(origins: list[OriginText], random: object) -> None:
    assert score_impact(origins).score == score_impact(origins[::-1]).score


def test_sentiment_never_feeds_impact() -> None:
    desk = ROOT / "bot/newsdesk"
    files = [*desk.glob("impact/*.py"), desk / "text/cue_language.py"]
    assert len(files) > 5
    assert not [path.name for path in files if "sentiment" in _imports(path)]


def _imports(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line.startswith(("import ", "from ")))


def test_rubric_lists_each_level_once() -> None:
    for row in RUBRIC:
        assert len({level.points for level in row.levels}) == len(row.levels)
        assert all(level.meaning for level in row.levels)
