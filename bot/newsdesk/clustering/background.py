"""How common a term is in the news at large: the background that makes rare words weigh.

The counts come from `data/background_idf.tsv`, which `bench/background_idf.py` writes from sets
whose licences allow it; the file's first lines name them. Counting the stream itself was measured
too and does worse: a big story would make its own words common.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from math import log

COMMON = 3.9
"""A term of less weight (in one of fifty documents) links nothing: left in, it costs two thirds of
the time of clustering and moves no score."""
_FILE = "background_idf.tsv"


class Background:
    """Document counts of terms, as weights."""

    def __init__(
        self, *, documents: int, counts: Mapping[str, int], common: float = COMMON
    ) -> None:
        self.documents = documents
        self._common = common
        self._unseen = log((documents + 1) / 0.5)
        self._weights = {
            word: log((documents + 1) / (count + 0.5)) for word, count in counts.items()
        }

    def weight(self, term: str) -> float:
        """Inverse document frequency of `term`, natural log; the largest for an unseen one."""
        return self._weights.get(term, self._unseen)

    def tells(self, term: str) -> bool:
        """Whether `term` is rare enough to link two reports."""
        return self.weight(term) >= self._common


@cache
def shipped_background() -> Background:
    """The background that comes with the package."""
    text = files("bot.newsdesk.clustering").joinpath(_FILE).read_text(encoding="utf-8")
    return parse_background(text)


def parse_background(text: str) -> Background:
    """Read `# ...` lines, one `documents<TAB>n` line, then `term<TAB>count` lines."""
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    rows = dict(line.split("\t") for line in lines)
    documents = int(rows.pop("documents"))
    return Background(
        documents=documents, counts={word: int(count) for word, count in rows.items()}
    )
