"""The labelled set of who gains and who loses: `tests/data/affected_sentences.jsonl`.

120 sentences of general news, ours, each with one entity, its polarity and the reason. Half is held
back: nothing was changed on its account.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from bot.domain import gazetteer
from bot.domain.story import Entity, EntityType, Polarity
from bot.newsdesk.names.extract import mentions_in
from bot.newsdesk.names.people import slug
from bot.newsdesk.sentiment.polarity import affected

DATA = Path(__file__).resolve().parents[1] / "tests/data/affected_sentences.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    sentence: str
    entity: str
    type: EntityType
    polarity: Polarity
    part: str
    """`tuned` or `held`."""


def told_of(row: Labelled) -> Polarity:
    """What a story would say of the entity; neutral where it would say nothing."""
    found = affected([_entity(row)], [row.sentence], category="general")
    return found[0].polarity if found else Polarity.NEUTRAL


def _entity(row: Labelled) -> Entity:
    """The entity as extraction names it, or as a story would that found it elsewhere."""
    name = row.entity.lower()
    found = (m.id for m in mentions_in(row.sentence) if name in {m.name.lower(), m.text.lower()})
    identity = next(found, f"{row.type}:{slug(row.entity)}")
    known = gazetteer.entity(identity)
    aliases = (row.entity, *known.aliases) if known else ()
    return Entity(
        id=identity, name=known.name if known else row.entity, type=row.type, aliases=aliases
    )


def _read(path: Path) -> tuple[Labelled, ...]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(
        Labelled(
            sentence=row["sentence"],
            entity=row["entity"],
            type=EntityType(row["type"]),
            polarity=Polarity(row["polarity"]),
            part=row["part"],
        )
        for row in rows
    )


SENTENCES = _read(DATA)
