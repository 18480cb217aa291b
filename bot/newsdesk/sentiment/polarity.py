"""Decide whom a story helps and whom it hurts, entity by entity, each with its sentence.

In business news trained weights read the words around the name; elsewhere the role rules of
`polarity_roles` do. An entity that is named without effect is neutral; one that no sentence
names is unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.domain.story import Affected, Entity, EntityType, Polarity
from bot.newsdesk.impact.new_event import LONGEST_SENTENCE
from bot.newsdesk.sentiment.linear_weights import LABELS, probabilities, shipped
from bot.newsdesk.sentiment.polarity_features import OTHER, mask, mention, mention_features
from bot.newsdesk.sentiment.polarity_roles import role_polarity
from bot.newsdesk.sentiment.score import sentence_scores

FINANCE_CATEGORIES = frozenset(("business", "economy", "finance", "markets", "companies"))
MARKET_TYPES = frozenset((EntityType.COMPANY, EntityType.COMMODITY, EntityType.CURRENCY))
"""What the weights were trained on; a country in a business story still goes by its role."""
AT_MOST = 8


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence's verdict on one entity."""

    polarity: Polarity
    because: str
    """The sentence as the source wrote it."""


def polarity(
    sentence: str, entity: str, *, others: Collection[str] = (), finance: bool = True
) -> Finding:
    """How `sentence` treats `entity`; unknown, without a reason, where it does not name it.

    `others` are the further names in the sentence; they help to tell who does what to whom.
    """
    masked = mask(sentence[:LONGEST_SENTENCE], entity, others)
    if masked is None:
        return Finding(Polarity.UNKNOWN, "")
    if not finance:
        return Finding(role_polarity(masked.replace(OTHER, "others")), sentence)
    seen = mention(masked, entity)
    found = mention_features(seen, sentence_scores(sentence), sentence_scores(seen.clause_text))
    shares = probabilities(shipped("entity").scores(found))
    best = max(range(len(LABELS)), key=lambda index: shares[index])
    return Finding(Polarity(LABELS[best]), sentence)


def affected(
    entities: Sequence[Entity], sentences: Sequence[str], *, category: str
) -> tuple[Affected, ...]:
    """The entities a story touches, in the order given, at most eight.

    `sentences` come most important first (title, lead, body). The first sentence with an effect
    decides; an entity that is only named stays neutral with the first sentence naming it.
    """
    judged = (_judged(entity, entities, sentences, category) for entity in entities)
    return tuple(item for item in judged if item.polarity is not Polarity.UNKNOWN)[:AT_MOST]


def _judged(
    entity: Entity, entities: Sequence[Entity], sentences: Sequence[str], category: str
) -> Affected:
    others = [name for other in entities if other.id != entity.id for name in _names(other)]
    finance = category in FINANCE_CATEGORIES and entity.type in MARKET_TYPES
    findings = [
        finding
        for sentence in sentences
        if (finding := _first_name(sentence, entity, others, finance=finance)) is not None
    ]
    decisive = next((item for item in findings if item.polarity is not Polarity.NEUTRAL), None)
    chosen = decisive or (findings[0] if findings else Finding(Polarity.UNKNOWN, ""))
    return Affected(
        name=entity.name, type=entity.type, polarity=chosen.polarity, because=chosen.because
    )


def _first_name(
    sentence: str, entity: Entity, others: Collection[str], *, finance: bool
) -> Finding | None:
    """The verdict under the first of the entity's names that the sentence uses."""
    for name in _names(entity):
        finding = polarity(sentence, name, others=others, finance=finance)
        if finding.polarity is not Polarity.UNKNOWN:
            return finding
    return None


def _names(entity: Entity) -> tuple[str, ...]:
    return tuple(name for name in (entity.name, *entity.aliases) if name)
