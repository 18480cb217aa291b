"""Measure sentiment on headlines and polarity on entities, peers beside it.

    python bench/sentiment.py [--data SEntFiN-shaped.csv]

On the file the weights were trained from only the held-back fifth is measured; any other file
is measured whole. The label of a headline is derived from its entities, see `bench/sentfin.py`.
Where the extra `semantic` is installed, a row shows what it adds.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from bench.affected_sentences import SENTENCES, Labelled, told_of
from bench.general_headlines import HEADLINES as GENERAL
from bench.general_headlines import labelled as general
from bench.general_headlines import measures
from bench.sentfin import DEFAULT, Headline, fingerprint, read
from bot.newsdesk.sentiment.features import moves, negated
from bot.newsdesk.sentiment.linear_weights import LABELS, probabilities
from bot.newsdesk.sentiment.polarity import polarity
from bot.newsdesk.sentiment.score import SURE, likeliest, sentence_scores, sentence_shares
from bot.newsdesk.sentiment.semantic import loaded, missing
from bot.newsdesk.sentiment.words import lean, tokens

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = ROOT / "bot/newsdesk/sentiment/weights/manifest.json"


def macro_f1(gold: Sequence[str], said: Sequence[str]) -> float:
    """The mean over the three labels of 2TP / (2TP + FP + FN)."""
    pairs = Counter(zip(gold, said, strict=True))
    total = 0.0
    for label in LABELS:
        right = pairs[label, label]
        wrong = sum(n for (g, s), n in pairs.items() if g != s and label in (g, s))
        total += 2 * right / (2 * right + wrong) if right or wrong else 0.0
    return total / len(LABELS)


def accuracy(gold: Sequence[str], said: Sequence[str]) -> float:
    return sum(g == s for g, s in zip(gold, said, strict=True)) / len(gold)


def word_counting(title: str) -> str:
    """The peer: count the words of our lexicon, no weights."""
    words = tokens(title)
    total = sum(sign for _, sign in moves(words))
    total += sum(lean(w) * (-1 if negated(words, at) else 1) for at, w in enumerate(words))
    return "positive" if total > 0 else "negative" if total < 0 else "neutral"


def print_headlines(name: str, headlines: Sequence[tuple[str, str]]) -> None:
    """`headlines` are (title, label)."""
    if not headlines:
        return
    gold = [label for _, label in headlines]
    majority = Counter(gold).most_common(1)[0][0]
    methods: dict[str, Callable[[str], str]] = {
        f"majority ({majority})": lambda _: majority,
        "lexicon, counted": word_counting,
        "weights, likeliest label": lambda title: likeliest(sentence_shares(title), 0),
        f"weights, neutral below {SURE} (shipped)": lambda title: likeliest(sentence_shares(title)),
    }
    if not missing():
        model = loaded()
        methods["the same with the extra semantic"] = lambda title: likeliest(
            sentence_shares(title, model)
        )
    print(f"\n{name}: {len(headlines)} headlines {dict(Counter(gold))}")
    print(f"  {'method':40} macro-F1  accuracy")
    for method, judge in methods.items():
        said = [str(judge(title)) for title, _ in headlines]
        print(f"  {method:40} {macro_f1(gold, said):8.3f}  {accuracy(gold, said):8.3f}")


def print_entities(name: str, headlines: Sequence[Headline]) -> None:
    rows = [(line, name_, label) for line in headlines for name_, label in line.entities]
    if not rows:
        return
    gold = [label for _, _, label in rows]
    majority = Counter(gold).most_common(1)[0][0]
    by_headline = [str(likeliest(sentence_shares(line.title), 0)) for line, _, _ in rows]
    told = [
        str(polarity(line.title, entity, others=line.names).polarity) for line, entity, _ in rows
    ]
    alone = [str(polarity(line.title, entity).polarity) for line, entity, _ in rows]
    print(f"\n{name}: {len(rows)} entities {dict(Counter(gold))}")
    print(f"  {'method':40} accuracy")
    for method, said in (
        (f"majority ({majority})", [majority] * len(rows)),
        ("the headline's label", by_headline),
        ("entity weights, other names unknown", alone),
        ("entity weights (shipped)", told),
    ):
        print(f"  {method:40} {accuracy(gold, said):8.3f}")


def print_roles(part: str, rows: Sequence[Labelled]) -> None:
    gold = [str(row.polarity) for row in rows]
    said = [str(told_of(row)) for row in rows]
    majority = Counter(gold).most_common(1)[0][0]
    opposite = sum({g, s} == {"positive", "negative"} for g, s in zip(gold, said, strict=True))
    print(f"\nWho gains and who loses, ours, {part}: {len(rows)} sentences {dict(Counter(gold))}")
    print(f"  {'method':40} macro-F1  accuracy")
    for method, verdicts in ((f"majority ({majority})", [majority] * len(rows)), ("roles", said)):
        scores = f"{macro_f1(gold, verdicts):8.3f}  {accuracy(gold, verdicts):8.3f}"
        print(f"  {method:40} {scores}")
    print(f"  roles say the opposite: {opposite}")


def print_measures(headlines: Sequence[tuple[str, str]]) -> None:
    """Unemployment, inflation and the like; no label is neutral, so only rights are counted."""
    print(f"\nPublic measures, ours, looked at: {len(headlines)} headlines")
    print(f"  {'method':40}    right  opposite")
    judges: tuple[tuple[str, Callable[[str], Sequence[float]]], ...] = (
        ("weights alone", lambda title: probabilities(sentence_scores(title))),
        ("shipped", sentence_shares),
    )
    for method, judge in judges:
        said = [(gold, str(likeliest(tuple(judge(title))))) for title, gold in headlines]
        right = sum(gold == label for gold, label in said)
        opposite = sum("neutral" != label != gold for gold, label in said)
        print(f"  {method:40} {right:8}  {opposite:8}")


def print_speed(headlines: Sequence[Headline]) -> None:
    start = process_time()
    for headline in headlines:
        sentence_shares(headline.title)
    print(f"\n{len(headlines) / (process_time() - start):,.0f} headlines a second on one core")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT)
    options = parser.parse_args()
    headlines = read(options.data)
    trained_on = json.loads(MANIFEST.read_text(encoding="utf-8"))["data_sha256"]
    seen = fingerprint(options.data) == trained_on
    if seen:
        headlines = [headline for headline in headlines if headline.held_back]
    part = "the held-back fifth, which no weight has seen" if seen else "the whole file"
    print(f"{options.data.name}: {part}")
    labelled = [(headline.title, headline.label) for headline in headlines]
    uniform = [(headline.title, headline.label) for headline in headlines if not headline.mixed]
    mixed = [headline for headline in headlines if headline.mixed]
    print_headlines("All headlines", labelled)
    print_headlines("Headlines whose entities agree", uniform)
    print_headlines("General news, ours, looked at", GENERAL)
    print_measures(measures())
    for part in ("tuned", "held"):
        print_headlines(f"General news, ours, {part}", general(part))
        print_roles(part, [row for row in SENTENCES if row.part == part])
    print_entities("Entities of mixed headlines", mixed)
    print_entities("All entities", headlines)
    print_speed(headlines)


if __name__ == "__main__":
    main()
