"""Under which id readers know a cluster: its own, or that of the story it took in.

Clusters merge into the one with the earliest report. Where readers know only the other one, the
merged cluster goes on under that id, so that no event is told twice.
"""

from __future__ import annotations

import json
from typing import Protocol

from bot.domain.story import Story, StoryId
from bot.ports.stores import Notebook

KEY = "newsdesk.identities"
MOST = 5_000
"""Clusters live for weeks; the oldest names beyond this belong to none."""


class Published(Protocol):
    """What readers know."""

    async def get(self, story: StoryId, version: int | None = None) -> Story | None: ...


class Identities:
    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._known: dict[str, str] | None = None

    async def public(self, cluster: StoryId) -> StoryId:
        """The id under which the cluster is published."""
        names = await self._names()
        if cluster in names:
            return StoryId(names[cluster])
        # Its own id went to the cluster that took it in before they were parted again.
        return StoryId(f"{cluster}-2") if cluster in names.values() else cluster

    async def merge(self, gone: StoryId, into: StoryId, published: Published) -> StoryId:
        """Note that `gone` is part of `into` now; the public id of the whole."""
        ours, theirs = await self.public(into), await self.public(gone)
        if ours == theirs or await published.get(ours) or not await published.get(theirs):
            return ours
        names = await self._names()
        names[into] = theirs
        self._known = dict(list(names.items())[-MOST:])
        await self._notebook.write(KEY, json.dumps(self._known))
        return theirs

    async def _names(self) -> dict[str, str]:
        if self._known is None:
            self._known = json.loads(await self._notebook.read(KEY) or "{}")
        return self._known
