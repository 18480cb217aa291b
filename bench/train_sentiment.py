"""Train the shipped weights: sentiment of headlines and polarity of entities.

    pip install scikit-learn '.[semantic]'
    python bench/train_sentiment.py --data SEntFiN.train.csv --out bot/newsdesk/sentiment/weights

Learns from four fifths of the file; the fifth that `bench/sentiment.py` measures on is never
seen. Same data, same scikit-learn: same weights, byte for byte; only the head of `semantic` also
hangs on how a processor rounds the embedding. The data itself is not part of the project.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.sentfin import DEFAULT, FOLDS, Headline, fingerprint, read
from bot.newsdesk.sentiment.features import features
from bot.newsdesk.sentiment.linear_weights import LABELS, SCALE, LinearWeights
from bot.newsdesk.sentiment.polarity_features import Mention, mask, mention, mention_features
from bot.newsdesk.sentiment.score import sentence_scores
from bot.newsdesk.sentiment.semantic import MODEL_SHA256, SentenceModel, loaded, missing

HEADLINE_C = 1.0
ENTITY_C = 1.0
SEMANTIC_C = 20.0
SEMANTIC_TOLERANCE = 1e-8
"""So close to the optimum that the last bits of a sum no longer show in thousandths."""
TELLING = 0.75
"""How much of a feature's size hangs on how telling it is, see `telling`."""
TOLERANCE = 1e-2
MIXED_WEIGHT = 4
"""Headlines with entities of differing labels are few, and the ones that teach most."""
LEAST, LEAST_ENTITY = 2, 2
LEAST_IN = {"c": 3, "s": 3}
"""Letters and skipped pairs are many: they must stand in three headlines."""
SMALLEST = 20
"""Features whose weights all stay below this many thousandths are not shipped."""

Found = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Tempering:
    """What turns fitted scores into shares a reader can trust; chosen by cross-validation."""

    temperature: float
    """Below 1 draws the shares towards each other: fitted scores are too sure of themselves."""
    neutral: float
    """Added to neutral, which the rule "unsure is neutral" already favours."""


HEADLINE = Tempering(0.7, -0.7)
AS_FITTED = Tempering(1.0, 0.0)


def matrix_of(rows: Sequence[Found], labels: Sequence[str]) -> tuple[Any, Sequence[str]]:
    """The rows as a sparse matrix, and the name of each of its columns."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - training only

    if set(labels) != set(LABELS):
        sys.exit(f"the data must hold exactly the labels {LABELS}, it holds {sorted(set(labels))}")
    columns = DictVectorizer()
    return columns.fit_transform(rows), columns.get_feature_names_out()


def stored(
    names: Sequence[str], table: Any, intercept: Any, tempering: Tempering, smallest: int
) -> LinearWeights:
    """Fitted numbers (a row per feature, a column per label) as the weights file holds them."""
    scale = tempering.temperature * SCALE
    lifts = (0.0, tempering.neutral * SCALE, 0.0)
    rows = {
        name: tuple(round(float(value) * scale) for value in row)
        for name, row in zip(names, table, strict=True)
    }
    return LinearWeights(
        intercept=tuple(
            round(float(value) * scale + lift) for value, lift in zip(intercept, lifts, strict=True)
        ),
        features={name: row for name, row in rows.items() if max(map(abs, row)) >= smallest},
    )


def fit_telling(rows: Sequence[Found], labels: Sequence[str]) -> LinearWeights:
    """One logistic regression per label, telling features stretched (as in NB-SVM).

    Before fitting, a feature is stretched by how unevenly it falls on the label, so that a
    telling one is cheap to use. The stretch goes into the stored weight.
    """
    np: Any = import_module("numpy")
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - training only

    matrix, names = matrix_of(rows, labels)
    table, intercept = [], []
    for label in LABELS:
        ours = np.array([one == label for one in labels])
        stretch = telling(matrix, ours)
        model = LogisticRegression(
            C=HEADLINE_C,
            solver="liblinear",
            dual=True,
            class_weight="balanced",
            tol=TOLERANCE,
            random_state=0,
        )
        model.fit(matrix.multiply(stretch).tocsr(), ours)
        table.append(model.coef_[0] * stretch)
        intercept.append(model.intercept_[0])
    return stored(names, np.transpose(table), intercept, HEADLINE, SMALLEST)


def fit(rows: Sequence[Found], labels: Sequence[str], weights: Sequence[float]) -> LinearWeights:
    """Logistic regression over the labels together."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - training only

    matrix, names = matrix_of(rows, labels)
    model = LogisticRegression(C=ENTITY_C, max_iter=2000, class_weight="balanced")
    model.fit(matrix, labels, sample_weight=weights)
    return stored(names, model.coef_.T, model.intercept_, AS_FITTED, SMALLEST)


def telling(matrix: Any, ours: Any) -> Any:
    """How unevenly each feature falls on one label: 1 on average, .25 where not at all."""
    np: Any = import_module("numpy")

    there = (matrix != 0).astype(float)
    inside = (np.asarray(there[ours].sum(axis=0))[0] + 1) / (ours.sum() + 2)
    outside = (np.asarray(there[~ours].sum(axis=0))[0] + 1) / ((~ours).sum() + 2)
    ratio = np.abs(np.log(inside / outside))
    return (1 - TELLING) + TELLING * ratio / ratio.mean()


def frequent(rows: Sequence[Found]) -> dict[str, None]:
    """Features that stand in enough headlines to be learnt."""
    counts = Counter(name for row in rows for name in row)
    return {
        name: None
        for name, count in counts.items()
        if count >= LEAST_IN.get(name.partition(":")[0], LEAST)
    }


def train_headlines(headlines: Sequence[Headline]) -> LinearWeights:
    known = frequent([features(headline.title) for headline in headlines])
    rows = [features(headline.title, known) for headline in headlines]
    labels = [headline.label for headline in headlines]
    return fit_telling(rows, labels)


def entity_rows(headlines: Sequence[Headline], model: LinearWeights) -> list[tuple[Found, str]]:
    """(features, label) of every entity that is named in its headline as annotated."""
    rows: list[tuple[Found, str]] = []
    for headline in headlines:
        whole = sentence_scores(headline.title, model)
        for name, label in headline.entities:
            masked = mask(headline.title, name, headline.names)
            if masked is not None:
                seen: Mention = mention(masked, name)
                clause = sentence_scores(seen.clause_text, model)
                rows.append((mention_features(seen, whole, clause), label))
    return rows


def train_entities(headlines: Sequence[Headline]) -> LinearWeights:
    """Entity features stand on headline scores, so those come from models that did not see it."""
    rows: list[tuple[Found, str]] = []
    weights: list[float] = []
    for fold in range(FOLDS):
        part = headlines[fold::FOLDS]
        others = [headline for k, headline in enumerate(headlines) if k % FOLDS != fold]
        model = train_headlines(others)
        for headline in part:
            added = entity_rows([headline], model)
            rows += added
            weights += [float(MIXED_WEIGHT if headline.mixed else 1)] * len(added)
    counts = Counter(name for row, _ in rows for name in row)
    kept = [
        {name: value for name, value in row.items() if counts[name] >= LEAST_ENTITY}
        for row, _ in rows
    ]
    labels = [label for _, label in rows]
    return fit(kept, labels, weights)


def train_semantic(headlines: Sequence[Headline], model: SentenceModel) -> LinearWeights:
    """The head of the extra `semantic`: logistic regression over a sentence's 384 numbers."""
    np: Any = import_module("numpy")
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - training only

    rows = [model.vector(headline.title) for headline in headlines]
    matrix = np.array([list(row.values()) for row in rows])
    head = LogisticRegression(
        C=SEMANTIC_C, class_weight="balanced", max_iter=10_000, tol=SEMANTIC_TOLERANCE
    )
    head.fit(matrix, [headline.label for headline in headlines])
    return stored(list(rows[0]), head.coef_.T, head.intercept_, HEADLINE, smallest=0)


def write(weights: LinearWeights, path: Path) -> dict[str, object]:
    """Write one file, byte for byte the same each time, and say what it is."""
    content = {"intercept": weights.intercept, "features": dict(sorted(weights.features.items()))}
    text = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
    packed = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    path.write_bytes(packed)
    return {
        "sha256": hashlib.sha256(packed).hexdigest(),
        "bytes": len(packed),
        "features": len(weights.features),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT)
    parser.add_argument("--out", type=Path, default=Path("bot/newsdesk/sentiment/weights"))
    options = parser.parse_args()
    try:
        import sklearn  # noqa: PLC0415 - training only
    except ImportError:
        sys.exit("training needs scikit-learn: pip install scikit-learn (running Tidings does not)")
    if missing():
        sys.exit("training needs the extra semantic: pip install '.[semantic]'")
    options.out.mkdir(parents=True, exist_ok=True)
    headlines = [headline for headline in read(options.data) if not headline.held_back]
    print(f"training on {len(headlines)} headlines of {options.data.name}", flush=True)
    manifest = {
        "data": "SEntFiN 1.0, train part (github.com/pyRis/SEntFiN)",
        "data_licence": "MIT",
        "data_sha256": fingerprint(options.data),
        "headlines": len(headlines),
        "held_back": "headlines whose sha256 of the lower-case title is 0 modulo 5",
        "script": "bench/train_sentiment.py",
        "scikit_learn": sklearn.__version__,
        "onnxruntime": version("onnxruntime"),
        "semantic_model_sha256": MODEL_SHA256,
        "files": {
            "headline.json.gz": write(train_headlines(headlines), options.out / "headline.json.gz"),
            "entity.json.gz": write(train_entities(headlines), options.out / "entity.json.gz"),
            "semantic.json.gz": write(
                train_semantic(headlines, loaded()), options.out / "semantic.json.gz"
            ),
        },
    }
    text = json.dumps(manifest, indent=2)
    (options.out / "manifest.json").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
