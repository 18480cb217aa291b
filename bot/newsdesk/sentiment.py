"""Say whether news is good or bad: a label and a value from -1 to 1.

Linear weights over words, letters and our lexicon; no network and no language model. Sentiment
is one of three independent scores: impact and confidence never read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

from bot.domain.story import Sentiment, SentimentLabel
from bot.newsdesk.linear_weights import LABELS, LinearWeights, probabilities, shipped
from bot.newsdesk.sentiment_features import features

SURE = 0.6
"""Below this share for the likeliest label we say neutral: a wrong lean costs more than none."""
_TITLE_WEIGHT = 2
_NEUTRAL = (0.0, 1.0, 0.0)

Shares = tuple[float, ...]
"""The shares of negative, neutral and positive, adding up to 1."""


def sentence_scores(text: str, weights: LinearWeights | None = None) -> tuple[float, ...]:
    """Raw scores of one headline or sentence, in the order of `LABELS`."""
    model = weights or shipped("headline")
    return model.scores(features(text, model.features))


def sentence_shares(text: str) -> Shares:
    """How likely one headline or sentence is negative, neutral, positive."""
    return probabilities(sentence_scores(text))


def likeliest(shares: Shares, sure: float = SURE) -> SentimentLabel:
    """The label with the largest share; neutral where none reaches `sure`."""
    best = max(range(len(LABELS)), key=lambda index: shares[index])
    return SentimentLabel(LABELS[best]) if shares[best] >= sure else SentimentLabel.NEUTRAL


def summed_up(shares: Shares) -> Sentiment:
    """Shares as the story shows them; the value is positive minus negative."""
    negative, _, positive = shares
    return Sentiment(label=likeliest(shares), value=round(positive - negative, 2))


def origin_shares(title: str, lead: Sequence[str] = ()) -> Shares:
    """One origin's view: its title, counted twice, and the sentences of its lead."""
    sentences = [text for text in (title, title, *lead) if text.strip()]
    if not sentences:
        return _NEUTRAL
    return _mean([sentence_shares(text) for text in sentences])


def story_sentiment(origins: Sequence[tuple[str, Sequence[str]]]) -> Sentiment:
    """The median over origins, given each origin's (title, lead sentences).

    An origin is one voice however many outlets copied it. With an even number of origins the
    two in the middle are averaged. Without any origin: neutral.
    """
    views = sorted((origin_shares(*origin) for origin in origins), key=_lean)
    if not views:
        return summed_up(_NEUTRAL)
    middle = views[(len(views) - 1) // 2 : len(views) // 2 + 1]
    return summed_up(_mean(middle))


def _lean(shares: Shares) -> tuple[float, Shares]:
    # The shares themselves break ties, so that the order of arrival cannot.
    return shares[2] - shares[0], shares


def _mean(views: Sequence[Shares]) -> Shares:
    return tuple(fmean(column) for column in zip(*views, strict=True))
