"""Stories from this machine: a file or a folder of story feeds (JSON) and story pages."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.story import Story
from bot.errors import FetchError, SourceError
from bot.ports.sources import SourceState, StoryBatch
from bot.sources.fetch import MAX_BYTES
from bot.sources.story_feed import load_json, parse_feed
from bot.sources.story_html import parse_story_text

SUFFIXES = frozenset((".json", ".txt", ".html", ".htm"))


@dataclass(slots=True)
class _Found:
    stories: list[Story] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


class LocalStories:
    """A story source over a path; polled like a feed, read again only when a file changed."""

    def __init__(self, *, name: str, path: Path, every: timedelta) -> None:
        self.name = name
        self.every = every
        self._path = path

    async def poll(self, state: SourceState) -> StoryBatch:
        return await asyncio.to_thread(self._read, state)

    def _read(self, state: SourceState) -> StoryBatch:
        files = list(_files(self._path, self.name))
        mark = _fingerprint(files)
        if mark == state.etag:
            return StoryBatch(not_modified=True, etag=mark)
        found = _Found()
        for file in files:
            self._read_file(file, found)
        if files and not found.stories and found.problems and not self._path.is_dir():
            raise SourceError("; ".join(found.problems[:3]), source=self.name)
        return StoryBatch(stories=tuple(found.stories), problems=tuple(found.problems), etag=mark)

    def _read_file(self, file: Path, found: _Found) -> None:
        where = f"{self.name} {file.name}"
        try:
            stories, problems = read_story_file(file, where=where)
        except SourceError as exc:
            # One broken file is a problem of its own; the others are still read.
            found.problems.append(str(exc))
            return
        found.stories.extend(stories)
        found.problems.extend(problems)


def read_story_file(
    file: Path, *, where: str, undated: datetime | None = None
) -> tuple[tuple[Story, ...], tuple[str, ...]]:
    """Stories and problems of one file. Raises SourceError when it cannot be read at all.

    A page that does not say when it was published is dated `undated`, or else as its file.
    """
    try:
        if file.stat().st_size > MAX_BYTES:
            raise FetchError(f"{where} is larger than {MAX_BYTES / 1e6:g} MB.", source=where)
        body = file.read_bytes()
        changed = datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(microsecond=0)
    except OSError as exc:
        raise FetchError(f"{where} cannot be read: {exc.strerror}.", source=where) from exc
    if file.suffix.lower() == ".json":
        page = parse_feed(load_json(body, where=where), where=where)
        return page.stories, page.problems
    text = body.decode("utf-8-sig", errors="replace")
    return (parse_story_text(text, where=where, fallback=undated or changed),), ()


def _files(path: Path, name: str) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(
            file for file in path.iterdir() if file.suffix.lower() in SUFFIXES and file.is_file()
        )
    elif path.exists():
        yield path
    else:
        raise FetchError(f"{name}: there is nothing at {path}.", source=name)


def _fingerprint(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        try:
            stat = file.stat()
        except FileNotFoundError:
            continue
        digest.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
