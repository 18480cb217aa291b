"""Writes bot/newsdesk/clustering/background_idf.tsv: in how many documents a term stands.

    python bench/background_idf.py ../shared/data [--out FILE]

Sources, all of them licences under which derived counts may be passed on with attribution:
ECB+ (Cybulska & Vossen 2014, CC BY 3.0), UCI News Aggregator (Gasparetti 2016, CC BY 4.0),
SEntFiN (Sinha et al. 2022, MIT). Only counts of stemmed words are written, no text.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from bench.news_sets import Labelled, ecbplus, sentfin, timed_headlines
from bot.newsdesk.clustering.background import COMMON, Background
from bot.newsdesk.text.tokens import terms

PER_STORY = 10
"""Reports of one story that count: else one big story would make its own words common."""
FEWEST = 2
HEAD = """\
# Document counts of stemmed news terms, written by bench/background_idf.py; one term a line.
# Derived from: ECB+ (A. Cybulska, P. Vossen 2014), CC BY 3.0;
#   UCI News Aggregator (F. Gasparetti 2016), CC BY 4.0; SEntFiN (A. Sinha et al. 2022), MIT.
# Changes: reduced to counts of stemmed words; no text of the sets is contained.
"""


def counted(sets: Iterable[Iterable[Labelled]]) -> tuple[int, Counter[str]]:
    """Documents counted, and in how many of them each term stands."""
    documents, counts = 0, Counter[str]()
    for labelled in sets:
        taken = Counter[str]()
        for item in labelled:
            taken[item.story] += 1
            if taken[item.story] <= PER_STORY:
                documents += 1
                counts.update(set(terms(f"{item.report.title} {item.report.text}")))
    return documents, counts


def background(sets: Iterable[Iterable[Labelled]], common: float = COMMON) -> Background:
    """The background of these sets, as the shipped one is made."""
    documents, counts = counted(sets)
    kept = {word: n for word, n in counts.items() if n >= FEWEST}
    return Background(documents=documents, counts=kept, common=common)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--out", type=Path, default=Path("bot/newsdesk/clustering/background_idf.tsv")
    )
    arguments = parser.parse_args()
    data: Path = arguments.data
    sets = (ecbplus(data), timed_headlines(data), sentfin(data))
    documents, counts = counted(sets)
    kept = sorted(
        (word, count)
        for word, count in counts.items()
        if count >= FEWEST and (word.isalpha() or word.isdigit())
    )
    lines = [f"documents\t{documents}", *(f"{word}\t{count}" for word, count in kept)]
    body = HEAD + "\n".join(lines) + "\n"
    arguments.out.write_text(body, encoding="utf-8")
    digest = hashlib.sha256(body.encode()).hexdigest()
    print(f"{arguments.out}: {len(kept)} terms, {len(body.encode())} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
