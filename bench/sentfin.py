"""Read SEntFiN-shaped files (S No., Title, Decisions, Words) for training and measuring.

The label of a headline is derived from its entities: the sign of the sum of their labels
(positive +1, negative -1). So a lean wins over neutral bystanders, and a headline that is good
for one and bad for another is neutral.
"""

from __future__ import annotations

import csv
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / "shared/data/sentfin/SEntFiN.train.csv"
FOLDS = 5
_DECISION = re.compile(r"""(['"])(.*?)\1: ['"](positive|negative|neutral)['"](?=[,}])""")
_SIGN = {"positive": 1, "neutral": 0, "negative": -1}


@dataclass(frozen=True, slots=True)
class Headline:
    title: str
    entities: tuple[tuple[str, str], ...]
    """(name, label) as annotated."""

    @property
    def label(self) -> str:
        total = sum(_SIGN[label] for _, label in self.entities)
        return "positive" if total > 0 else "negative" if total < 0 else "neutral"

    @property
    def mixed(self) -> bool:
        """Whether its entities differ in label."""
        return len({label for _, label in self.entities}) > 1

    @property
    def held_back(self) -> bool:
        """A fifth, chosen by the hash of the title, that no shipped weight has seen."""
        plain = " ".join(self.title.lower().split())
        return int(hashlib.sha256(plain.encode()).hexdigest(), 16) % FOLDS == 0

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.entities)


def read(path: Path) -> list[Headline]:
    """Every headline with at least one readable decision."""
    with path.open(encoding="utf-8", newline="") as lines:
        found = [
            Headline(
                row["Title"],
                tuple((name, label) for _, name, label in _DECISION.findall(row["Decisions"])),
            )
            for row in csv.DictReader(lines)
        ]
    return [headline for headline in found if headline.entities]


def fingerprint(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
