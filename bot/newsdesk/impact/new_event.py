"""Pick the sentences that carry the new event: title, lead, and what several origins share.

Quotations and background ("last year", "in 2019") are left out, so that an old tariff in the
ninth paragraph never raises the impact of today's story.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

LEAD_SENTENCES = 2
LONGEST_TEXT = 20_000
LONGEST_SENTENCE = 500
MOST_SENTENCES = 60
"""Hostile or broken texts must not cost more than a moment; real sentences are far shorter."""
_SHARED_AT = 0.6
_LEAST_WORDS = 5
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“(]?[A-Z0-9$€£])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Inc|Ltd|Corp|Co|No|vs|Sen|Rep|Gov|Gen|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|\b[A-Z])\.$"
)
_QUOTE = re.compile(r"[“\"][^“”\"]{12,}[”\"]")
_BACKGROUND = re.compile(
    r"\b(?:last (?:year|month|decade)|a year (?:ago|earlier)|years? ago|earlier this year|"
    r"previously|historically|in recent (?:years|decades)|had (?:already|earlier|previously)|"
    r"back in)\b|^in (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z0-9%$]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginText:
    """What one independent origin says; `text` is plain and may be empty."""

    title: str
    text: str = ""


def sentences(text: str) -> tuple[str, ...]:
    """Plain sentences; abbreviations and initials do not end one."""
    found: list[str] = []
    for piece in (part.strip() for part in _SENTENCE_END.split(text[:LONGEST_TEXT])):
        if found and len(found[-1]) < LONGEST_SENTENCE and _ABBREVIATION.search(found[-1][-8:]):
            found[-1] = f"{found[-1]} {piece}"
        elif piece:
            found.append(piece)
    return tuple(sentence[:LONGEST_SENTENCE] for sentence in found[:MOST_SENTENCES])


def event_sentences(origin: OriginText, others: Sequence[OriginText] = ()) -> tuple[str, ...]:
    """The sentences of `origin` that tell the new event, the title first.

    A sentence beyond the lead counts where another origin tells the same.
    """
    body = sentences(origin.text)
    told_elsewhere = [_content(sentence) for other in others for sentence in sentences(other.text)]
    shared = [
        sentence
        for sentence in body[LEAD_SENTENCES:]
        if _is_shared(_content(sentence), told_elsewhere)
    ]
    kept = [_without_quotes(sentence) for sentence in (*body[:LEAD_SENTENCES], *shared)]
    return (
        origin.title[:LONGEST_SENTENCE],
        *(sentence for sentence in kept if not _is_background(sentence)),
    )


def _content(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.lower()))


def _is_shared(words: frozenset[str], elsewhere: Sequence[frozenset[str]]) -> bool:
    if len(words) < _LEAST_WORDS:
        return False
    return any(len(words & other) >= _SHARED_AT * len(words) for other in elsewhere)


def _without_quotes(sentence: str) -> str:
    return _QUOTE.sub(" ", sentence)


def _is_background(sentence: str) -> bool:
    return bool(_BACKGROUND.search(sentence))
