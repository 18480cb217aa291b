"""Say whether news is good or bad: a label and a value from -1 to 1.

Linear weights over words, letters, patterns and our lexicon; no network and no language model. The
extra `semantic` may add a second opinion. Sentiment is one of three independent scores: impact and
confidence never read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import Protocol

from bot.domain.story import Sentiment, SentimentLabel
from bot.newsdesk.sentiment.features import features
from bot.newsdesk.sentiment.linear_weights import LABELS, LinearWeights, probabilities, shipped

SURE = 0.6
"""Below this share for the likeliest label we say neutral: a wrong lean costs more than none."""
MEANING_SHARE = 0.3
"""The say of the second opinion beside the weights, chosen by cross-validation."""
_NEUTRAL = (0.0, 1.0, 0.0)

Shares = tuple[float, ...]
"""The shares of negative, neutral and positive, adding up to 1."""


class Meaning(Protocol):
    """A second opinion on a sentence, see `semantic`."""

    def scores(self, sentence: str) -> tuple[float, ...]:
        """Raw scores of the sentence, in the order of `LABELS`."""


def sentence_scores(text: str, weights: LinearWeights | None = None) -> tuple[float, ...]:
    """Raw scores of one headline or sentence, in the order of `LABELS`."""
    model = weights or shipped("headline")
    return model.scores(features(text, model.features))


def sentence_shares(text: str, meaning: Meaning | None = None) -> Shares:
    """How likely one headline or sentence is negative, neutral, positive."""
    scores = sentence_scores(text)
    if meaning is not None:
        pairs = zip(scores, meaning.scores(text), strict=True)
        scores = tuple((1 - MEANING_SHARE) * ours + MEANING_SHARE * its for ours, its in pairs)
    return probabilities(scores)


def likeliest(shares: Shares, sure: float = SURE) -> SentimentLabel:
    """The label with the largest share; neutral where none reaches `sure`."""
    best = max(range(len(LABELS)), key=lambda index: shares[index])
    return SentimentLabel(LABELS[best]) if shares[best] >= sure else SentimentLabel.NEUTRAL


def summed_up(shares: Shares) -> Sentiment:
    """Shares as the story shows them; the value is positive minus negative."""
    negative, _, positive = shares
    return Sentiment(label=likeliest(shares), value=round(positive - negative, 2))


def origin_shares(title: str, lead: Sequence[str] = (), meaning: Meaning | None = None) -> Shares:
    """One origin's view: its title, counted twice, and the sentences of its lead."""
    views = [sentence_shares(text, meaning) for text in (title, *lead) if text.strip()]
    if title.strip():
        views.append(views[0])
    return _mean(views) if views else _NEUTRAL


def story_sentiment(
    origins: Sequence[tuple[str, Sequence[str]]], meaning: Meaning | None = None
) -> Sentiment:
    """The median over origins, given each origin's (title, lead sentences).

    An origin is one voice however many outlets copied it. With an even number of origins the
    two in the middle are averaged. Without any origin: neutral.
    """
    views = sorted((origin_shares(*origin, meaning) for origin in origins), key=_lean)
    if not views:
        return summed_up(_NEUTRAL)
    middle = views[(len(views) - 1) // 2 : len(views) // 2 + 1]
    return summed_up(_mean(middle))


def _lean(shares: Shares) -> tuple[float, Shares]:
    # The shares themselves break ties, so that the order of arrival cannot.
    return shares[2] - shares[0], shares


def _mean(views: Sequence[Shares]) -> Shares:
    return tuple(fmean(column) for column in zip(*views, strict=True))
