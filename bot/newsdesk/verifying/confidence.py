"""How sure the desk is that a story happened as told: 0 to 1, with its parts.

    (1 - product over origins of (1 - r a)) x (1 - .5 x disputed share) x cohesion

r is how reliable the kind of origin is, a how it says where it has it from. Origins are the
input: a copy is folded into its origin before, so copies change nothing. All numbers stand in
the tables below; /methodology prints the same tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import prod

from bot.domain.report import SourceKind
from bot.domain.story import Confidence, ConfidenceLabel, Factor
from bot.domain.text import plural


class Attribution(StrEnum):
    """Where an origin says it has its news from."""

    NAMED = "named"
    """A named person, institution or document."""
    UNNAMED = "unnamed"
    """Nobody is named: "officials said", "people familiar with the matter", or nothing."""
    HEDGED = "hedged"
    """It doubts itself: reportedly, unconfirmed, rumoured."""


RELIABILITY = {
    SourceKind.PRIMARY: 0.90,
    SourceKind.WIRE: 0.70,
    SourceKind.OUTLET: 0.60,
    SourceKind.TRADE: 0.50,
    SourceKind.AGGREGATOR: 0.30,
    SourceKind.UNKNOWN: 0.30,
    SourceKind.SOCIAL: 0.15,
}
ATTRIBUTION = {Attribution.NAMED: 1.0, Attribution.UNNAMED: 0.6, Attribution.HEDGED: 0.4}
DISPUTE_WEIGHT = 0.5
CAP_SINGLE, CAP_SINGLE_PRIMARY, CAP_TWO, CAP_MORE = 0.50, 0.65, 0.85, 0.97
BANDS = (
    (0.50, ConfidenceLabel.LOW),
    (0.75, ConfidenceLabel.MEDIUM),
)
"""(value below which, label), lowest first; the last band includes its upper end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent origin of a story."""

    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    attribution: Attribution = Attribution.UNNAMED

    @property
    def weight(self) -> float:
        """The chance that this voice alone is right: r times a."""
        return RELIABILITY[self.kind] * ATTRIBUTION[self.attribution]


def confidence(
    voices: Sequence[Voice], *, disputed_share: float = 0.0, cohesion: float = 1.0
) -> Confidence:
    """The confidence in a story told by these origins.

    `disputed_share` is the part of the core claims on which origins differ, `cohesion` how
    alike the cluster is; both 0..1, and a value outside is a mistake of the caller (ValueError).
    Without voices there is nothing to be sure of: 0.
    """
    for name, share in (("disputed_share", disputed_share), ("cohesion", cohesion)):
        if not 0 <= share <= 1:
            raise ValueError(f"{name} must lie in 0..1, not {share}")
    heard = 1 - prod(1 - voice.weight for voice in voices)
    agreed = 1 - DISPUTE_WEIGHT * disputed_share
    cap, why = _cap(voices)
    value = round(min(cap, heard * agreed * cohesion), 2)
    origins = plural(len(voices), "origin")
    parts = (
        *(_voice_part(voice) for voice in sorted(voices, key=lambda voice: voice.name)),
        Factor(name="origins together", points=round(heard, 2), because=origins),
        Factor(name="agreement", points=round(agreed, 2), because=f"{disputed_share:.0%} disputed"),
        Factor(name="cohesion", points=round(cohesion, 2), because="how alike the reports are"),
        Factor(name="cap", points=cap, because=why),
    )
    return Confidence(label=band(value), value=value, parts=parts)


def band(value: float) -> ConfidenceLabel:
    """Low below .5, medium up to .75, high above."""
    low, medium = BANDS
    if value < low[0]:
        return low[1]
    return medium[1] if value <= medium[0] else ConfidenceLabel.HIGH


def _voice_part(voice: Voice) -> Factor:
    because = f"{voice.name}: {voice.kind.value}, {voice.attribution.value}"
    return Factor(name="origin", points=round(voice.weight, 2), because=because)


def _cap(voices: Sequence[Voice]) -> tuple[float, str]:
    """No story on one voice is certain, however good the voice."""
    if len(voices) > 2:
        return CAP_MORE, "three origins or more"
    if len(voices) == 2:
        return CAP_TWO, "two origins"
    if any(voice.kind is SourceKind.PRIMARY for voice in voices):
        return CAP_SINGLE_PRIMARY, "one primary source"
    return CAP_SINGLE, "one origin"
