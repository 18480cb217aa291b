"""What the newsdesk remembers: the reports it read, and what it decided about each candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, select, update

from bot.domain.desk import DeskEntry
from bot.domain.report import Report, ReportId, SourceKind
from bot.domain.story import StoryId
from bot.domain.story_json import timestamp
from bot.domain.story_reading import read_moment
from bot.store.database import Database
from bot.store.schema import desk_entries, reports
from bot.store.writing import chunks, insert

_WORDING = ("title", "text", "credit")
"""What a publisher may reword later; the rest of a report stays as it arrived."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A report as it first arrived; those that came together share one moment."""

    number: int
    at: datetime
    report: Report


class SqlReports:
    """Every report within the newsdesk's window, in the order of arrival.

    A report keeps both its first wording, which placed it in its story, and its latest one, which
    is what the story says.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, arrived: Sequence[Report], *, now: datetime) -> tuple[Report, ...]:
        """Keep those not known yet and return them, in their order."""

        def keep(connection: Connection) -> tuple[Report, ...]:
            fresh: set[str] = set()
            for some in chunks(arrived):
                rows = [
                    {"id": report.id, "document": _document(report), "arrived_at": now}
                    for report in some
                ]
                if rows:
                    statement: Any = insert(connection, reports).values(rows)
                    statement = statement.on_conflict_do_nothing(index_elements=[reports.c.id])
                    fresh.update(connection.execute(statement.returning(reports.c.id)).scalars())
            return tuple(report for report in arrived if report.id in fresh)

        return await self._database.write(keep)

    async def after(self, arrival: int, *, limit: int) -> tuple[Arrived, ...]:
        """Reports that arrived after number `arrival`, in their first wording."""
        query = select(reports).where(reports.c.arrival > arrival)
        query = query.order_by(reports.c.arrival).limit(limit)
        return await self._database.read(
            lambda connection: tuple(_arrived(row) for row in connection.execute(query))
        )

    async def get(self, ids: Iterable[ReportId]) -> dict[ReportId, Report]:
        """Those of the reports that are kept, in their latest wording."""
        wanted = list(dict.fromkeys(ids))

        def read(connection: Connection) -> dict[ReportId, Report]:
            found: dict[ReportId, Report] = {}
            for some in chunks(wanted):
                query = select(reports.c.id, reports.c.document).where(reports.c.id.in_(some))
                for row in connection.execute(query):
                    found[ReportId(row.id)] = _report(row.document)
            return found

        return await self._database.read(read)

    async def reword(self, changed: Sequence[Report]) -> None:
        """Keep the latest title, text and credits of reports that are known already."""

        def keep(connection: Connection) -> None:
            for report in changed:
                chosen = reports.c.id == report.id
                found = connection.execute(select(reports.c.document).where(chosen)).scalar()
                if found is not None:
                    values = {"document": _reworded(found, report)}
                    connection.execute(update(reports).where(chosen).values(**values))

        if changed:
            await self._database.write(keep)

    async def prune(self, *, before: datetime) -> int:
        """Forget reports that arrived before; how many.

        The latest stays, for SQLite would give its number again and `after` would pass over it.
        """
        latest = select(func.max(reports.c.arrival)).scalar_subquery()
        old = (reports.c.arrived_at < before, reports.c.arrival < latest)
        statement = delete(reports).where(*old)
        return await self._database.write(lambda connection: connection.execute(statement).rowcount)


class SqlDesk:
    """The latest decision about each candidate."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, entries: Sequence[DeskEntry]) -> None:
        """Replace what was decided about these candidates before."""

        def keep(connection: Connection) -> None:
            for entry in entries:
                values = {**asdict(entry), "reports": list(entry.reports)}
                statement = insert(connection, desk_entries).values(**values)
                connection.execute(
                    statement.on_conflict_do_update(
                        index_elements=[desk_entries.c.story], set_=values
                    )
                )

        if entries:
            await self._database.write(keep)

    async def get(self, ids: Iterable[StoryId]) -> dict[StoryId, DeskEntry]:
        """What was decided about these candidates."""
        wanted = list(dict.fromkeys(ids))

        def read(connection: Connection) -> dict[StoryId, DeskEntry]:
            found: dict[StoryId, DeskEntry] = {}
            for some in chunks(wanted):
                query = select(desk_entries).where(desk_entries.c.story.in_(some))
                for row in connection.execute(query):
                    found[StoryId(row.story)] = _entry(row)
            return found

        return await self._database.read(read)

    async def entries(self, *, state: str = "", limit: int = 200) -> tuple[DeskEntry, ...]:
        """Latest decisions first; of one state where it is given."""
        query = select(desk_entries).order_by(desk_entries.c.decided_at.desc()).limit(limit)
        if state:
            query = query.where(desk_entries.c.state == state)
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return tuple(_entry(row) for row in rows)

    async def counts(self) -> dict[str, int]:
        """How many candidates stand in each state."""
        query = select(desk_entries.c.state, func.count()).group_by(desk_entries.c.state)
        rows = await self._database.read(lambda connection: connection.execute(query).all())
        return {row[0]: row[1] for row in rows}

    async def prune(self, *, before: datetime) -> int:
        statement = delete(desk_entries).where(desk_entries.c.decided_at < before)
        return await self._database.write(lambda connection: connection.execute(statement).rowcount)


def _entry(row: Any) -> DeskEntry:
    return DeskEntry(
        story=StoryId(row.story),
        state=row.state,
        reason=row.reason,
        headline=row.headline,
        sources=row.sources,
        reports=tuple(ReportId(found) for found in row.reports),
        decided_at=row.decided_at,
    )


def _document(report: Report) -> dict[str, Any]:
    fields = asdict(report)
    for key in ("published_at", "fetched_at"):
        fields[key] = timestamp(fields[key]) if fields[key] else None
    return fields


def _report(document: dict[str, Any]) -> Report:
    moments = {key: read_moment(document[key]) for key in ("published_at", "fetched_at")}
    fields = {key: value for key, value in document.items() if key != "first"}
    return Report(**{**fields, **moments, "kind": SourceKind(document["kind"])})


def _reworded(document: dict[str, Any], report: Report) -> dict[str, Any]:
    first = document.get("first") or {key: document[key] for key in _WORDING}
    return {**document, **{key: getattr(report, key) for key in _WORDING}, "first": first}


def _arrived(row: Any) -> Arrived:
    report = replace(_report(row.document), **(row.document.get("first") or {}))
    return Arrived(number=row.arrival, at=row.arrived_at, report=report)
