"""Pick the sentences that carry the new event: title, lead, and what several origins share.

Quotations and background ("last year", "in 2019") are left out, so that an old tariff in the
ninth paragraph never raises the impact of today's story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.newsdesk.text.sentences import sentences

LEAD_SENTENCES = 2
LONGEST_TEXT = 20_000
LONGEST_SENTENCE = 500
MOST_SENTENCES = 60
"""Hostile or broken texts must not cost more than a moment; real sentences are far shorter."""
_SHARED_AT = 0.6
_LEAST_WORDS = 5
_QUOTE = re.compile(r"[“\"][^“”\"]{12,}[”\"]")
_BACKGROUND = re.compile(
    r"\b(?:last (?:year|month|decade)|a year (?:ago|earlier)|years? ago|earlier this year|"
    r"previously|historically|in recent (?:years|decades)|had (?:already|earlier|previously)|"
    r"back in)\b|^in (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:from|than|on|over|versus|against|compared (?:with|to)|of) (?:(?:in )?the |a |in )?"
    r"(?:years? (?:ago|earlier|before)|(?:previous|prior|last) year|"
    r"same (?:period|quarter|month)(?: (?:of )?(?:last year|a year (?:ago|earlier)))?)\b",
    re.IGNORECASE,
)
"""With what a figure of today is compared; the figure is news where the title tells figures."""
_TELLS_FIGURES = re.compile(
    r"\b(?:ris|fall|fell|rose|climb|gr[eo]w|jump|gain|drop|slip|surg|slump|shr[aiu]nk|soar|plung|"
    r"tumbl|doubl|tripl|halv|beat|miss|post|report|lift|profit|loss|earnings|results|sales|revenue|"
    r"inflation|unemployment|gdp|output|exports|up|down|record|widen|narrow|slow|accelerat|eas|"
    r"cool|quicken|hit|top|reach)\w*\b|%|\bper\s?cent\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z0-9%$]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginText:
    """What one independent origin says; `text` is plain and may be empty."""

    title: str
    text: str = ""


def event_sentences(origin: OriginText, others: Sequence[OriginText] = ()) -> tuple[str, ...]:
    """The sentences of `origin` that tell the new event, the title first.

    A sentence beyond the lead counts where another origin tells the same.
    """
    body = _sentences(origin)
    told_elsewhere = [content for other in others for content in _contents(other)]
    shared = [
        sentence
        for sentence in body[LEAD_SENTENCES:]
        if _is_shared(_content(sentence), told_elsewhere)
    ]
    kept = [_without_quotes(sentence) for sentence in (*body[:LEAD_SENTENCES], *shared)]
    return (
        origin.title[:LONGEST_SENTENCE],
        *(sentence for sentence in kept if not _is_background(sentence, origin.title)),
    )


# Each origin is held against all others of its story, which come one after the other.
@lru_cache(maxsize=256)
def _contents(origin: OriginText) -> tuple[frozenset[str], ...]:
    return tuple(map(_content, _sentences(origin)))


@lru_cache(maxsize=256)
def _sentences(origin: OriginText) -> tuple[str, ...]:
    """The sentences of the text, as many and as long as may be read."""
    found = sentences(origin.text[:LONGEST_TEXT])[:MOST_SENTENCES]
    return tuple(sentence[:LONGEST_SENTENCE] for sentence in found)


def _content(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.lower()))


def _is_shared(words: frozenset[str], elsewhere: Sequence[frozenset[str]]) -> bool:
    if len(words) < _LEAST_WORDS:
        return False
    return any(len(words & other) >= _SHARED_AT * len(words) for other in elsewhere)


def _without_quotes(sentence: str) -> str:
    return _QUOTE.sub(" ", sentence)


def _is_background(sentence: str, title: str) -> bool:
    """Whether it tells what was before; a comparison is news where the title tells figures."""
    if _COMPARED.search(sentence) and not _TELLS_FIGURES.search(title):
        return True
    return bool(_BACKGROUND.search(_COMPARED.sub(" ", sentence)))
