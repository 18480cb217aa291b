"""Say whether news is good or bad: a label and a value from -1 to 1.

Linear weights over words, letters, patterns and our lexicon; no network and no language model. They
learnt from finance: the less they know of a sentence, the more `events` has to say. The extra
`semantic` may add a second opinion. Sentiment is one of three independent scores: impact and
confidence never read it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean
from typing import Protocol

from bot.domain.story import Sentiment, SentimentLabel
from bot.newsdesk.sentiment.events import happened, is_grave, is_rate_decision
from bot.newsdesk.sentiment.features import features
from bot.newsdesk.sentiment.linear_weights import LABELS, LinearWeights, probabilities, shipped
from bot.newsdesk.sentiment.measures import public_move
from bot.newsdesk.sentiment.words import tokens

SURE = 0.6
"""Below this share for the likeliest label we say neutral: a wrong lean costs more than none."""
MEANING_SHARE = 0.3
"""The say of the second opinion beside the weights, chosen by cross-validation."""
CLEAR = round(2 * SURE - 1, 2)
"""A value from here on goes with a label, one below with neutral: a likeliest share of `SURE`
leaves at most the rest for the opposite."""
_UNSURE = CLEAR / SURE
"""What remains of a value that is not sure enough for a label: it then stays below `CLEAR`."""
_STRANGE, _AT_HOME = 0.35, 0.5
"""Shares of known words and word pairs between which the weights come to count in full."""
_GRAVE = 0.7
"""A sentence of hazards and casualties is at least so strange to them, whatever its words."""
_ABROAD = 0.3
"""What the weights' scores count for in a sentence they know nothing of."""
_EVENT, _UNEVENTFUL = 3.0, 0.5
"""What such a sentence adds to good or bad for what happens in it, to neutral where nothing does.

These were chosen on the train part out of fold and on general headlines of our own, see
`docs/weights.md`."""
_NEUTRAL = (0.0, 1.0, 0.0)
_A_DECISION = 2.0
"""What a decision on interest rates adds to neutral: it is dear to some and welcome to others."""

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
    words = tokens(text)
    return probabilities(_with_events(scores, words, strangeness(words)))


def strangeness(words: Sequence[str], weights: LinearWeights | None = None) -> float:
    """From 0, the weights know these words well, to 1, they hardly ever met them."""
    if not words:
        return 0.0
    known = (weights or shipped("headline")).features
    pairs = ["b:" + "_".join(pair) for pair in pairwise(("^", *words, "$"))]
    alone = sum("w:" + word in known for word in words) / len(words)
    share = (alone + sum(pair in known for pair in pairs) / len(pairs)) / 2
    least = _GRAVE if is_grave(words) else 0.0
    return min(1.0, max(least, (_AT_HOME - share) / (_AT_HOME - _STRANGE)))


def _with_events(scores: Shares, words: Sequence[str], strange: float) -> Shares:
    """Scores as far as the sentence is at home in them, and what happens in it."""
    if is_rate_decision(words):
        return _shifted(scores, 1.0, 0.0, _A_DECISION)
    if move := public_move(words):
        return _shifted(scores, 1.0, move * _EVENT, 0.0)
    if not strange:
        return scores
    event = happened(words)
    push = _EVENT * strange * math.tanh(event.lean)
    calm = 0.0 if event.lean else _UNEVENTFUL * strange
    return _shifted(scores, strange, push, calm)


def _shifted(scores: Shares, strange: float, push: float, calm: float) -> Shares:
    bad, neutral, good = (score * (1 - (1 - _ABROAD) * strange) for score in scores)
    return bad - push, neutral + calm, good + push


def likeliest(shares: Shares, sure: float = SURE) -> SentimentLabel:
    """The label with the largest share; neutral where none reaches `sure`."""
    best = max(range(len(LABELS)), key=lambda index: shares[index])
    return SentimentLabel(LABELS[best]) if shares[best] >= sure else SentimentLabel.NEUTRAL


def summed_up(shares: Shares) -> Sentiment:
    """Shares as the story shows them.

    The value is positive minus negative, drawn below `CLEAR` where no label is sure.
    """
    negative, _, positive = shares
    label, value = likeliest(shares), positive - negative
    if label is SentimentLabel.NEUTRAL:
        value *= _UNSURE
    # A zero has no sign for a reader: adding 0.0 takes it off.
    return Sentiment(label=label, value=round(value, 2) + 0.0)


def origin_shares(title: str, lead: Sequence[str] = (), meaning: Meaning | None = None) -> Shares:
    """One origin's view: its title, counted twice, and the sentences of its lead.

    Where the title says that a harm has ended, sentences that tell of the harm are background.
    """
    if happened(tokens(title)).ended:
        lead = [text for text in lead if happened(tokens(text)).lean >= 0]
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
