"""Tell news from what only looks like it: opinion, advertorial, horoscope, round-up, review, guide.

Each genre is a table of cues with weights (`genre_cues.py`); a text is of the genre when enough of
them are there. The words that told it are kept, because the desk page shows them as the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.report import Report, SourceKind
from bot.domain.text import shorten
from bot.newsdesk.reports.genre_cues import CUES, ENOUGH, Cue, Genre

_READ = 2_500
"""Characters of a text that are looked through; what a piece is shows early."""
_SHOWN = 40
"""Characters of the words that told a genre."""
_QUOTED = re.compile(r"“[^“”]{1,700}”|\"[^\"]{1,700}\"|‘[^‘’]{1,200}’(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The genre of a text and the words that told it; NEWS has none."""

    genre: Genre = Genre.NEWS
    because: tuple[str, ...] = ()


def genre_of(report: Report) -> Verdict:
    """The genre of a report; the first genre of the table whose cues suffice."""
    text = report.text[:_READ]
    places = {
        "title": report.title,
        "url": report.url,
        "text": text,
        "own": _QUOTED.sub(" ", text),
    }
    for genre, cues in CUES.items():
        told = [
            (cue.weight, shorten(" ".join(match[0].split()), _SHOWN))
            for cue in cues
            if _may_tell(cue, report) and (match := cue.pattern.search(places[cue.where]))
        ]
        if sum(weight for weight, _ in told) >= ENOUGH:
            return Verdict(genre=genre, because=tuple(words for _, words in told))
    return Verdict()


def _may_tell(cue: Cue, report: Report) -> bool:
    """A court files its judgments under /opinions/: of a document only the title tells."""
    return cue.where == "title" or report.kind is not SourceKind.PRIMARY


def listed_verdicts(verdicts: Sequence[Verdict]) -> str:
    """`opinion ("Why", "In my view")`, for the reason of a rejection."""
    told = {v.genre.value: v.because[:2] for v in verdicts if v.genre is not Genre.NEWS}
    return ", ".join(
        f"{genre} ({', '.join(f'“{words}”' for words in because)})"
        for genre, because in told.items()
    )
