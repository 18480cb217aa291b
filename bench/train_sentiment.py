"""Train the shipped weights: sentiment of headlines and polarity of entities.

    pip install scikit-learn
    python bench/train_sentiment.py --data SEntFiN.train.csv --out bot/newsdesk/weights

Learns from four fifths of the file; the fifth that `bench/sentiment.py` measures on is never
seen. Same data, same scikit-learn: same weights. The data itself is not part of the project.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.sentfin import DEFAULT, FOLDS, Headline, fingerprint, read
from bot.newsdesk.linear_weights import LABELS, SCALE, LinearWeights
from bot.newsdesk.polarity_features import Mention, mask, mention, mention_features
from bot.newsdesk.sentiment import sentence_scores
from bot.newsdesk.sentiment_features import features

HEADLINE_C = 8.0
ENTITY_C = 1.0
MIXED_WEIGHT = 4
"""Headlines with entities of differing labels are few, and the ones that teach most."""
LEAST_WORD, LEAST_LETTERS, LEAST_ENTITY = 2, 3, 2
SMALLEST = 20
"""Features whose weights all stay below this many thousandths are not shipped."""

Found = Mapping[str, float]


def fit(
    rows: Sequence[Found], labels: Sequence[str], *, strength: float, weights: Sequence[float]
) -> LinearWeights:
    """Logistic regression over the rows, as the weights file will hold it."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415 - training only
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - training only

    columns = DictVectorizer()
    matrix: Any = columns.fit_transform(rows)
    model = LogisticRegression(C=strength, max_iter=2000, class_weight="balanced")
    model.fit(matrix, labels, sample_weight=weights)
    if tuple(model.classes_) != LABELS:
        sys.exit(f"the data must hold exactly the labels {LABELS}, it holds {model.classes_}")
    table = {
        name: tuple(round(float(value) * SCALE) for value in model.coef_[:, index])
        for index, name in enumerate(columns.get_feature_names_out())
    }
    return LinearWeights(
        intercept=tuple(round(float(value) * SCALE) for value in model.intercept_),
        features={
            name: row for name, row in table.items() if max(map(abs, row), default=0) >= SMALLEST
        },
    )


def frequent(rows: Sequence[Found]) -> dict[str, None]:
    """Features that stand in enough headlines to be learnt."""
    counts = Counter(name for row in rows for name in row)
    return {
        name: None
        for name, count in counts.items()
        if count >= (LEAST_LETTERS if name.startswith("c:") else LEAST_WORD)
    }


def train_headlines(headlines: Sequence[Headline]) -> LinearWeights:
    known = frequent([features(headline.title) for headline in headlines])
    rows = [features(headline.title, known) for headline in headlines]
    labels = [headline.label for headline in headlines]
    return fit(rows, labels, strength=HEADLINE_C, weights=[1.0] * len(rows))


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
    return fit(kept, [label for _, label in rows], strength=ENTITY_C, weights=weights)


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
    parser.add_argument("--out", type=Path, default=Path("bot/newsdesk/weights"))
    options = parser.parse_args()
    try:
        import sklearn  # noqa: PLC0415 - training only
    except ImportError:
        sys.exit("training needs scikit-learn: pip install scikit-learn (running Tidings does not)")
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
        "files": {
            "headline.json.gz": write(train_headlines(headlines), options.out / "headline.json.gz"),
            "entity.json.gz": write(train_entities(headlines), options.out / "entity.json.gz"),
        },
    }
    text = json.dumps(manifest, indent=2)
    (options.out / "manifest.json").write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
