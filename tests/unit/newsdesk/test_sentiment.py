from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.general_headlines import labelled, measures
from bench.sentfin import DEFAULT, read
from bench.sentiment import macro_f1
from bot.domain.story import SentimentLabel
from bot.newsdesk.sentiment.features import features, lexicon_scores
from bot.newsdesk.sentiment.measures import public_move
from bot.newsdesk.sentiment.score import (
    CLEAR,
    likeliest,
    sentence_shares,
    story_sentiment,
    strangeness,
    summed_up,
)
from bot.newsdesk.sentiment.words import tokens

WEIGHTS = Path(__file__).resolve().parents[3] / "bot/newsdesk/sentiment/weights"
SEEDS = Path(__file__).resolve().parents[3] / "../shared/seeds"
LARGEST = 1_500_000
BAR = 0.80


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Profit jumps 40% as carmaker beats forecasts", "positive"),
        ("Shares plunge after bank reports heavy losses", "negative"),
        ("Company to hold annual meeting on Tuesday", "neutral"),
    ],
)
def test_plain_headlines_get_the_obvious_label(title: str, label: str) -> None:
    assert likeliest(sentence_shares(title)) == label


def test_falling_costs_are_good_news_and_falling_profits_are_not() -> None:
    assert lexicon_scores(tokens("costs fall"))["l:net"] > 0
    assert lexicon_scores(tokens("profits fall"))["l:net"] < 0


def test_unsure_is_neutral() -> None:
    assert likeliest((0.05, 0.4, 0.55)) is SentimentLabel.NEUTRAL
    assert likeliest((0.05, 0.35, 0.6)) is SentimentLabel.POSITIVE


@given(st.tuples(*[st.floats(0.001, 1)] * 3))
def test_label_and_value_agree_for_a_reader(raw: tuple[float, float, float]) -> None:
    shown = summed_up(tuple(part / sum(raw) for part in raw))
    if shown.label is SentimentLabel.NEUTRAL:
        assert abs(shown.value) <= CLEAR
    elif shown.label is SentimentLabel.POSITIVE:
        assert shown.value >= CLEAR
    else:
        assert shown.value <= -CLEAR


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Two fishermen drown as trawler sinks", "negative"),
        ("Regulator fines bakery chain over hygiene", "negative"),
        ("Measles outbreak declared over", "positive"),
        ("Curfew lifted after quiet night", "positive"),
        ("Council to discuss parking on Tuesday", "neutral"),
        ("Central bank raises rates by a quarter point", "neutral"),
        ("Central bank cuts its lending rate", "neutral"),
    ],
)
def test_general_news_is_read_by_what_happens_in_it(title: str, label: str) -> None:
    assert likeliest(sentence_shares(title)) == label


def test_end_of_a_harm_in_the_title_governs_what_the_lead_tells_of_it() -> None:
    lead = ("The outbreak killed nine people in spring.",)
    told = story_sentiment([("Cholera outbreak is over, ministry says", lead)])
    assert told.label is SentimentLabel.POSITIVE


def test_words_the_weights_never_met_are_strange_to_them() -> None:
    assert strangeness(tokens("Profit rises as sales jump")) == 0
    assert strangeness(tokens("Glacier hikers marooned overnight")) == 1


@pytest.mark.parametrize("part", ["tuned", "held"])
def test_general_headlines_reach_the_bar(part: str) -> None:
    rows = labelled(part)
    gold = [label for _, label in rows]
    assert [gold.count(label) for label in ("negative", "neutral", "positive")] == [25, 25, 25]
    assert macro_f1(gold, [str(likeliest(sentence_shares(title))) for title, _ in rows]) >= 0.75


def test_a_measure_that_people_suffer_from_is_good_news_where_it_falls() -> None:
    said = [(label, str(likeliest(sentence_shares(title)))) for title, label in measures()]
    assert {("positive", "negative"), ("negative", "positive")}.isdisjoint(said)
    assert sum(label == judged for label, judged in said) >= 0.95 * len(said)


@pytest.mark.parametrize(
    ("headline", "move"),
    [
        ("Jobless rate falls to 4 percent", 1),
        ("Inflation quickens in Brazil", -1),
        ("Inflation did not fall in May", 0),
        ("Shares fall as inflation rises", 0),
        ("Ministers discuss inflation", 0),
        ("Plant to create 300 jobs", 1),
        ("Plant will not create 300 jobs", 0),
    ],
)
def test_what_a_public_suffers_from_moves_only_where_the_sentence_moves_it(
    headline: str, move: int
) -> None:
    assert public_move(tokens(headline)) == move


def test_story_takes_the_median_over_origins() -> None:
    good = ("Profit jumps as sales surge", ())
    bad = ("Shares plunge on heavy losses", ())
    assert story_sentiment([good, good, bad]).label is SentimentLabel.POSITIVE
    assert story_sentiment([good, bad, bad]).label is SentimentLabel.NEGATIVE


def test_no_origin_and_no_words_are_neutral() -> None:
    assert story_sentiment([]).value == 0
    assert story_sentiment([("", ())]).value == 0


@given(st.text(max_size=200))
def test_any_text_gets_shares_that_add_up(text: str) -> None:
    shares = sentence_shares(text)
    assert sum(shares) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in shares)


@given(st.lists(st.tuples(st.text(max_size=40), st.just(())), max_size=5))
def test_order_of_origins_does_not_matter(origins: list[tuple[str, tuple[str, ...]]]) -> None:
    assert story_sentiment(origins) == story_sentiment(origins[::-1])
    assert -1 <= story_sentiment(origins).value <= 1


def test_features_of_nothing_are_silence_and_empty_patterns() -> None:
    assert set(features("")) == {"l:net", "l:silent", "b:^_$", "m:^_$", "k:^_$", "k:|"}


def test_shipped_weights_are_the_ones_the_manifest_names() -> None:
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["data_licence"] == "MIT"
    total = 0
    for name, entry in manifest["files"].items():
        content = (WEIGHTS / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
        total += len(content)
    assert total < LARGEST


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not on this machine")
def test_seed_story_about_balanced_trade_is_neutral() -> None:
    page = next(SEEDS.glob("003_*.txt")).read_text(encoding="utf-8")
    lines = [line.strip() for line in page.splitlines() if line.strip()]
    takeaways = [line.lstrip("• ") for line in lines if line.startswith("•")]
    assert story_sentiment([(lines[1], takeaways)]).label is SentimentLabel.NEUTRAL


@pytest.mark.shared
@pytest.mark.skipif(not DEFAULT.exists(), reason="SEntFiN is not on this machine")
def test_held_back_headlines_reach_the_bar() -> None:
    held = [headline for headline in read(DEFAULT) if headline.held_back]
    gold = [headline.label for headline in held]
    said = [str(likeliest(sentence_shares(headline.title))) for headline in held]
    assert macro_f1(gold, said) >= BAR
