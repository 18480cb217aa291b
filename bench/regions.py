"""Countries named in a sentence: our extraction beside a plain look-up of names, on two sets.

    python -m bench.regions [--data ../shared/data] [--misses]

*Own set*: tests/data/regions/sentences.jsonl, written by us from the patterns of real sentences. A
count is one country of one sentence. A third is held back: nobody looked at its misses while the
rules were written. 53 of the sentences came after authors who had not seen the code labelled their
own, each set measured once before any change and what it showed then mended: 320 sentences gave
recall .985 and precision .967 over 390 countries, 120 later ones .987 and .975 over 159.

*CrossNER politics*: a gold span is one tagged `country` that names a country of today; it is found
if a country we name overlaps it. Precision is over the country names that we mark outside gold
spans of another type ("Liberal Party of Canada" is tagged a party, and no error).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.domain import regions
from bot.domain.regions import RegionKind
from bot.newsdesk.names.extract import countries_in, mentions_in, regions_in
from bot.newsdesk.names.mentions import How

OWN = Path(__file__).resolve().parents[1] / "tests/data/regions/sentences.jsonl"
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    right: int
    missed: int
    wrong: int

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)


def scored(pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> Score:
    """Micro counts over (gold, found) pairs."""
    counted = [(len(g & f), len(g - f), len(f - g)) for g, f in pairs]
    return Score(*(sum(column) for column in zip(*counted, strict=True)))


@cache
def plain_names() -> dict[tuple[str, ...], str]:
    """Every name of every country, lower case: what a look-up without context works with."""
    found = {}
    for region in regions.all_regions():
        if region.kind is RegionKind.COUNTRY:
            for name in regions.names_of(region.code):
                found[tuple(name.lower().split())] = str(region.code)
    return found


def naive_spans(text: str) -> Iterator[Span]:
    """Whole-word matches of country names without regard to case or context."""
    words, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        bare = word.strip("\"'“”‘’().,;:!?").removesuffix("'s").removesuffix("’s")
        words.append((start, start + len(word), bare.lower()))
        at = start + len(word)
    here = 0
    while here < len(words):
        for length in range(4, 0, -1):
            key = tuple(word for _, _, word in words[here : here + length])
            if key in plain_names():
                yield words[here][0], words[here + len(key) - 1][1], plain_names()[key]
                here += len(key) - 1
                break
        here += 1


def naive(text: str) -> frozenset[str]:
    return frozenset(code for _, _, code in naive_spans(text))


def own_rows(part: str) -> list[dict[str, list[str]]]:
    rows = [json.loads(line) for line in OWN.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if part in {"all", row["part"]}]


def own_score(part: str, find: Callable[[str], frozenset[str]], key: str = "countries") -> Score:
    return scored((frozenset(row[key]), find(str(row["text"]))) for row in own_rows(part))


def groups(text: str) -> frozenset[str]:
    return regions_in(text) - countries_in(text)


def crossner(data: Path) -> Iterator[tuple[str, list[Span]]]:
    """Sentences with their tagged spans (start, end, type)."""
    for name in ("train.txt", "dev.txt"):
        blocks = (data / "crossner_politics" / name).read_text(encoding="utf-8").split("\n\n")
        for block in filter(None, map(str.strip, blocks)):
            yield _sentence([line.split("\t") for line in block.splitlines()])


def _sentence(rows: list[list[str]]) -> tuple[str, list[Span]]:
    text, spans = "", list[Span]()
    for word, tag in rows:
        start = len(text)
        text += word + " "
        if tag.startswith("B-"):
            spans.append((start, start + len(word), tag[2:]))
        elif tag.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], start + len(word), spans[-1][2])
    return text, spans


def crossner_score(data: Path, find: Callable[[str], list[Span]], *, misses: bool = False) -> Score:
    right = missed = wrong = 0
    for text, spans in crossner(data):
        found = find(text)
        gold = [span for span in spans if span[2] == "country" and _today(text[span[0] : span[1]])]
        others = [span for span in spans if span[2] != "country"]
        for span in gold:
            hit = any(_overlap(span, one) for one in found)
            right, missed = right + hit, missed + (not hit)
            if misses and not hit:
                print("missed:", text[span[0] : span[1]], "|", text)
        for one in found:
            tagged = any(_overlap(one, span) for span in spans if span[2] == "country")
            if not tagged and not any(_overlap(one, span) for span in others):
                wrong += 1
                if misses:
                    print("wrong:", text[one[0] : one[1]], "|", text)
    return Score(right, missed, wrong)


def _today(name: str) -> bool:
    code = regions.resolve(name)
    return code is not None and regions.region(code).kind is RegionKind.COUNTRY


def _overlap(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def our_names(text: str) -> list[Span]:
    return [
        (mention.start, mention.end, mention.region)
        for mention in mentions_in(text)
        if mention.how is How.NAME and mention.id.startswith("country:")
    ]


def show(name: str, ours: Score, plain: Score | None) -> None:
    peer = f"{plain.recall:8.3f} {plain.precision:9.3f}" if plain else f"{'-':>8} {'-':>9}"
    count = ours.right + ours.missed
    print(f"{name:<34} {count:5} {ours.recall:8.3f} {ours.precision:9.3f}   {peer}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).resolve().parents[1] / "../shared/data"
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--misses", action="store_true", help="print the misses of the tuned part")
    options = parser.parse_args()
    print(f"{'':<34} {'':5} {'ours':>18}   {'plain look-up':>18}")
    print(
        f"{'set':<34} {'gold':>5} {'recall':>8} {'precision':>9}   {'recall':>8} {'precision':>9}"
    )
    for part, name in (("tune", "own, tuned on"), ("held", "own, held back"), ("all", "own, all")):
        show(f"{name}: countries", own_score(part, countries_in), own_score(part, naive))
    show("own, all: areas and blocs", own_score("all", groups, "groups"), None)
    if options.misses:
        print_misses()
    if (options.data / "crossner_politics").exists():
        ours = crossner_score(options.data, our_names, misses=options.misses)
        plain = crossner_score(options.data, lambda text: list(naive_spans(text)))
        show("CrossNER politics: country spans", ours, plain)
    print_speed()


def print_misses() -> None:
    for row in own_rows("tune"):
        for key, find in (("countries", countries_in), ("groups", groups)):
            found, gold = find(str(row["text"])), frozenset(row[key])
            if found != gold:
                print(
                    key, "missed", sorted(gold - found), "wrong", sorted(found - gold), row["text"]
                )


def print_speed() -> None:
    texts = [str(row["text"]) for row in own_rows("all")]
    started = time.process_time()
    for text in texts:
        mentions_in(text)
    print(f"{len(texts) / (time.process_time() - started):,.0f} sentences a second on one core")


if __name__ == "__main__":
    main()
