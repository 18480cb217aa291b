"""The words that stories have carried, counted as they arrive; what completion offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, select

from bot.domain.story import Story
from bot.domain.text import clean
from bot.ports.stores import Vocabulary
from bot.store.schema import terms
from bot.store.writing import count_up, counted, insert

_COUNTER = "terms"
OFFERED = 20_000
"""Entity names read at most, the most frequent ones: completion shows 25 of them."""


def note_terms(connection: Connection, arrived: Sequence[Story]) -> None:
    """Count the words of newly arrived story versions."""
    count_up(connection, _COUNTER)
    found = Counter(term for story in arrived for term in set(_terms(story)))
    rows = [
        {"kind": kind, "term": term, "name": name, "stories": count}
        for (kind, term, name), count in sorted(found.items())
    ]
    statement = insert(connection, terms)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[terms.c.kind, terms.c.term, terms.c.name],
            set_={"stories": terms.c.stories + statement.excluded.stories},
        ),
        rows,
    )


def terms_version(connection: Connection) -> int:
    """Rises with every change of the vocabulary."""
    return counted(connection, _COUNTER)


def read_vocabulary(connection: Connection) -> Vocabulary:
    """Everything known, most frequent first."""
    return Vocabulary(
        entities=tuple(row.term for row in _most_frequent(connection, "entity")),
        aliases=tuple((row.term, row.name) for row in _most_frequent(connection, "alias")),
        categories=tuple(row.term for row in _most_frequent(connection, "category")),
    )


def _most_frequent(connection: Connection, kind: str) -> Sequence[Any]:
    query = (
        select(terms.c.term, terms.c.name)
        .where(terms.c.kind == kind)
        .order_by(terms.c.stories.desc(), terms.c.term, terms.c.name)
        .limit(OFFERED)
    )
    return connection.execute(query).all()


def _terms(story: Story) -> Iterator[tuple[str, str, str]]:
    category = clean(story.category).lower()
    yield "category", category, category
    for entity in story.entities:
        name = clean(entity.name)
        yield "entity", name, name
        for alias in (entity.id, *entity.aliases):
            if alias and clean(alias) != name:
                yield "alias", clean(alias), name
