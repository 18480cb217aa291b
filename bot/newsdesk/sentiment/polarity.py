"""Decide whom a story helps and whom it hurts, entity by entity, each with its sentence.

In business news trained weights read the words around the name; elsewhere the role rules of
`polarity_roles` do. An entity that is named without effect is neutral; one that no sentence
names is unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.story import Affected, Entity, EntityType, Polarity
from bot.newsdesk.impact.new_event import LONGEST_SENTENCE
from bot.newsdesk.sentiment.linear_weights import LABELS, probabilities, shipped
from bot.newsdesk.sentiment.namings import masked, names_beside, namings, other_spans
from bot.newsdesk.sentiment.polarity_features import mask, mention, mention_features
from bot.newsdesk.sentiment.polarity_roles import plays_a_part, role_polarity
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


def polarity(sentence: str, entity: str, *, others: Collection[str] = ()) -> Finding:
    """How a business sentence treats `entity`; unknown, without a reason, where it is not named.

    `others` are the further names that it may hold; they help to tell who does what to whom.
    Where it holds none of them, we look for names ourselves.
    """
    read = sentence[:LONGEST_SENTENCE]
    known = [name for name in others if name.lower() in read.lower()]
    found = mask(read, entity, known or names_beside(read, entity))
    if found is None:
        return Finding(Polarity.UNKNOWN, "")
    seen = mention(found, entity)
    telling = mention_features(seen, sentence_scores(sentence), sentence_scores(seen.clause_text))
    shares = probabilities(shipped("entity").scores(telling))
    best = max(range(len(LABELS)), key=lambda index: shares[index])
    return Finding(Polarity(LABELS[best]), sentence)


def role(sentence: str, entity: Entity) -> Finding:
    """How a sentence of general news treats `entity`, by the part it has in it."""
    parts = list(_parts(sentence[:LONGEST_SENTENCE], entity))
    if not parts:
        return Finding(Polarity.UNKNOWN, "")
    verdicts = (role_polarity(words, at, entity.type) for words, at in parts)
    telling = (verdict for verdict in verdicts if verdict is not Polarity.NEUTRAL)
    return Finding(next(telling, Polarity.NEUTRAL), sentence)


def affected(
    entities: Sequence[Entity],
    sentences: Sequence[str],
    *,
    category: str,
    titles: Sequence[str] | None = None,
) -> tuple[Affected, ...]:
    """The entities a story touches, in the order given, at most eight.

    `sentences` come most important first (title, lead, body). The first sentence with an effect
    decides; an entity that is only named stays neutral with the first sentence naming it, and is
    left out where `titles` are given and none is about it.
    """
    touched = []
    for entity in entities:
        item = _judged(entity, entities, sentences, category)
        known = item.polarity is not Polarity.UNKNOWN
        if known and (item.polarity is not Polarity.NEUTRAL or _is_about(titles, entity)):
            touched.append(item)
    return tuple(touched[:AT_MOST])


def _is_about(titles: Sequence[str] | None, entity: Entity) -> bool:
    """Whether it stands in a title for itself, not in another name and not only speaking."""
    return titles is None or any(
        plays_a_part(words, at) for title in titles for words, at in _parts(title, entity)
    )


def _parts(sentence: str, entity: Entity) -> Iterator[tuple[list[str], int]]:
    """For each naming of the entity the words of the sentence, names masked, and its place."""
    spans = namings(sentence, entity)
    rest = other_spans(sentence, spans)
    for span in spans:
        yield masked(sentence, span, [*(one for one in spans if one != span), *rest])


def _judged(
    entity: Entity, entities: Sequence[Entity], sentences: Sequence[str], category: str
) -> Affected:
    if category in FINANCE_CATEGORIES and entity.type in MARKET_TYPES:
        others = [name for other in entities if other.id != entity.id for name in _names(other)]
        found = [_in_business(sentence, entity, others) for sentence in sentences]
    else:
        found = [role(sentence, entity) for sentence in sentences]
    named = [item for item in found if item.polarity is not Polarity.UNKNOWN]
    telling = [item for item in named if item.polarity is not Polarity.NEUTRAL]
    chosen = (*telling, *named, Finding(Polarity.UNKNOWN, ""))[0]
    return Affected(
        name=entity.name, type=entity.type, polarity=chosen.polarity, because=chosen.because
    )


def _in_business(sentence: str, entity: Entity, others: Collection[str]) -> Finding:
    """The verdict under the first of the entity's names that the sentence uses."""
    findings = (polarity(sentence, name, others=others) for name in _names(entity))
    named = (item for item in findings if item.polarity is not Polarity.UNKNOWN)
    return next(named, Finding(Polarity.UNKNOWN, ""))


def _names(entity: Entity) -> tuple[str, ...]:
    return tuple(name for name in (entity.name, *entity.aliases) if name)
