"""A text as the set of its runs of four words: what a copy shares with its original.

Quotations and credits are left out first, because independent reporters quote the same statement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.domain.report import Report
from bot.newsdesk.publishers.credits import split_credits
from bot.newsdesk.text.boilerplate import plain_block
from bot.newsdesk.text.tokens import words

RUN = 4
# A quotation longer than this is more likely a quote sign that was never closed.
_QUOTED = re.compile(r"“[^“”]{1,700}”|«[^«»]{1,700}»|\"[^\"]{1,700}\"|„[^„“”]{1,700}[“”]")

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a report says in its own words, and the same with quotations."""

    words: int
    """Of the body without credits, quotations included."""
    own: Shingles
    whole: Shingles
    title: frozenset[str]


def wording(report: Report) -> Wording:
    """The shingles of a report's body and the words of its title."""
    body, _ = split_credits(plain_block(report.text))
    all_words = words(body)
    return Wording(
        words=len(all_words),
        own=runs(words(_QUOTED.sub(" \n ", body))),
        whole=runs(all_words),
        title=frozenset(words(report.title)),
    )


def runs(sequence: list[str]) -> Shingles:
    """Every run of four words; a shorter text is one run."""
    if len(sequence) <= RUN:
        return frozenset({tuple(sequence)}) if sequence else frozenset()
    return frozenset(tuple(sequence[at : at + RUN]) for at in range(len(sequence) - RUN + 1))


def contained(part: Shingles, whole: Shingles) -> float:
    """The share of `part` that stands in `whole`."""
    return len(part & whole) / len(part) if part else 0.0


def jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    """Shared words over all words."""
    return len(left & right) / len(left | right) if left or right else 0.0
