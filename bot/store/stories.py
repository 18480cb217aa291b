"""Stories: every version that arrived, the latest one marked, and which are still unmatched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import Connection, Row, Select, select, update

from bot.domain.story import Story, StoryId, story_ref
from bot.domain.story_json import story_from_item, story_to_item
from bot.domain.text import clean, fold
from bot.errors import StoreError
from bot.ports.stores import Vocabulary
from bot.store.database import Database
from bot.store.schema import stories
from bot.store.terms import note_terms, read_vocabulary, terms_version
from bot.store.writing import chunks, insert

log = structlog.get_logger(__name__)

_KEPT = stories.c.document.is_not(None)
_LATEST = (stories.c.latest.is_(True), _KEPT)


class SqlStories:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._vocabulary: tuple[int, Vocabulary] = (0, Vocabulary())
        self._unreadable: set[tuple[str, int]] = set()

    async def add(
        self, arrived: Sequence[Story], *, source: str, now: datetime, history: bool = False
    ) -> tuple[Story, ...]:
        """Keep the versions not known yet and return them, oldest modification first.

        `history` marks them as already matched. So is a version older than one already here:
        its news is over.
        """
        ordered = sorted(arrived, key=lambda story: (story.modified_at, story.id, story.version))

        def keep(connection: Connection) -> tuple[Story, ...]:
            added = tuple(
                story
                for story in ordered
                if _insert(connection, story, source=source, now=now, history=history)
            )
            for some in chunks(added):
                _mark_latest(connection, {story.id for story in some}, now)
            if added:
                note_terms(connection, added)
            return added

        return await self._database.write(keep)

    async def refresh(self, known: Sequence[Story]) -> None:
        """Bring versions that are kept already up to date in what is no news: their reports."""

        def keep(connection: Connection) -> None:
            for story in known:
                chosen = (stories.c.id == story.id, stories.c.version == story.version, _KEPT)
                values = {
                    "document": story_to_item(story),
                    "published_at": story.published_at,
                }
                connection.execute(update(stories).where(*chosen).values(**values))

        if known:
            await self._database.write(keep)

    async def get(self, story: StoryId, version: int | None = None) -> Story | None:
        """That version, or the latest one."""
        query = select(stories).where(stories.c.id == story, _KEPT)
        if version is None:
            query = query.where(stories.c.latest.is_(True))
        else:
            query = query.where(stories.c.version == version)
        return await self._one(query)

    async def knows(self, story: StoryId, version: int) -> bool:
        """Whether that version ever arrived, pruned or not."""
        query = select(stories.c.arrival).where(stories.c.id == story, stories.c.version == version)
        found = await self._database.read(lambda connection: connection.execute(query).first())
        return found is not None

    async def by_ref(self, ref: str) -> Story | None:
        return await self._one(select(stories).where(stories.c.ref == ref, *_LATEST))

    async def versions(self, story: StoryId) -> tuple[Story, ...]:
        """Every version kept, oldest first."""
        query = select(stories).where(stories.c.id == story, _KEPT)
        return await self._many(query.order_by(stories.c.version))

    async def between(
        self, start: datetime, end: datetime, *, limit: int = 10_000
    ) -> tuple[Story, ...]:
        """Latest versions of stories first published in [start, end), newest first."""
        query = select(stories).where(
            *_LATEST, stories.c.published_at >= start, stories.c.published_at < end
        )
        newest = (stories.c.published_at.desc(), stories.c.arrival.desc())
        return await self._many(query.order_by(*newest).limit(limit))

    async def changed(self, *, limit: int, before: datetime | None = None) -> tuple[Story, ...]:
        """Latest versions modified before `before`, newest modification first."""
        query = select(stories).where(*_LATEST)
        if before is not None:
            query = query.where(stories.c.modified_at < before)
        newest = (stories.c.modified_at.desc(), stories.c.arrival.desc())
        return await self._many(query.order_by(*newest).limit(limit))

    async def unmatched(self, *, limit: int) -> tuple[Story, ...]:
        """Versions that no match has been recorded for, in order of arrival."""
        query = select(stories).where(stories.c.matched_at.is_(None), _KEPT)
        return await self._many(query.order_by(stories.c.arrival).limit(limit))

    async def search(self, words: str, *, limit: int) -> tuple[Story, ...]:
        """Stories whose id or headline holds every one of the words, newest first."""
        query = select(stories).where(*_LATEST)
        for word in fold(words).split():
            query = query.where(stories.c.words.contains(word, autoescape=True))
        return await self._many(query.order_by(stories.c.published_at.desc()).limit(limit))

    async def vocabulary(self) -> Vocabulary:
        """Names and categories that stories have carried; read again only when they changed."""
        seen, known = self._vocabulary

        def read(connection: Connection) -> tuple[int, Vocabulary]:
            version = terms_version(connection)
            return version, known if version == seen else read_vocabulary(connection)

        self._vocabulary = await self._database.read(read)
        return self._vocabulary[1]

    async def _one(self, query: Select[Any]) -> Story | None:
        row = await self._database.read(lambda connection: connection.execute(query).first())
        return story_of(row) if row else None

    async def _many(self, query: Select[Any]) -> tuple[Story, ...]:
        # Reading the documents takes longer than finding them: it belongs off the event loop.
        return await self._database.read(
            lambda connection: tuple(self._readable(connection.execute(query)))
        )

    def _readable(self, rows: Iterable[Row[Any]]) -> Iterator[Story]:
        """One row that this version cannot read must not stop all others; it is logged once."""
        for row in rows:
            try:
                yield story_of(row)
            except StoreError as exc:
                if (row.id, row.version) not in self._unreadable:
                    self._unreadable.add((row.id, row.version))
                    log.error("store.unreadable", error=str(exc))  # noqa: TRY400 - it says it all


def _insert(
    connection: Connection, story: Story, *, source: str, now: datetime, history: bool
) -> bool:
    statement: Any = insert(connection, stories).values(
        id=story.id,
        version=story.version,
        ref=story_ref(story.id),
        latest=False,
        source=source,
        published_at=story.published_at,
        modified_at=story.modified_at,
        impact=story.impact.score,
        category=clean(story.category),
        words=f"{fold(story.id)} {fold(clean(story.headline))}",
        document=story_to_item(story),
        arrived_at=now,
        matched_at=now if history else None,
    )
    statement = statement.on_conflict_do_nothing(index_elements=["id", "version"])
    return connection.execute(statement).rowcount > 0


def _mark_latest(connection: Connection, ids: set[StoryId], now: datetime) -> None:
    """Mark the newest version of each story, and what arrived after it was overtaken."""
    other = stories.alias()
    newer = (
        select(other.c.version)
        .where(other.c.id == stories.c.id, other.c.version > stories.c.version)
        .exists()
    )
    among = stories.c.id.in_(ids)
    connection.execute(update(stories).where(among).values(latest=~newer))
    matched_newer = (
        select(other.c.version)
        .where(
            other.c.id == stories.c.id,
            other.c.version > stories.c.version,
            other.c.matched_at.is_not(None),
        )
        .exists()
    )
    connection.execute(
        update(stories)
        .where(among, stories.c.matched_at.is_(None), matched_newer)
        .values(matched_at=now)
    )


def matched_before(connection: Connection, story: Story, rules_version: int, now: datetime) -> None:
    """Mark a version and those before it as matched under the rules of `rules_version`."""
    connection.execute(
        update(stories)
        .where(
            stories.c.id == story.id,
            stories.c.version <= story.version,
            stories.c.matched_at.is_(None),
        )
        .values(matched_at=now, rules_version=rules_version)
    )


def is_matched(connection: Connection, story: Story) -> bool:
    """Whether a match was recorded for this version; the row stays locked until the end."""
    query = (
        select(stories.c.matched_at)
        .where(stories.c.id == story.id, stories.c.version == story.version)
        .with_for_update()
    )
    return connection.execute(query).scalar() is not None


def story_of(row: Row[Any]) -> Story:
    """The story a row keeps. Raises StoreError where its document cannot be read."""
    story, problems = story_from_item(row.document, where=f"story {row.id}")
    if story is None:
        raise StoreError(
            f"Story {row.id!r} version {row.version} in the database cannot be read: "
            f"{'; '.join(problems)}. Restore a backup, or delete that row of the table stories."
        )
    return story
