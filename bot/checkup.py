"""What `tidings check` looks at: settings, database, sources, tokens, scopes and permissions.

It changes nothing outside the database's own migration and posts nothing.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

from bot.app import App, build, missing_slack
from bot.domain.text import plural
from bot.errors import SourceError, TidingsError
from bot.newsdesk.live.desk import NewsDesk
from bot.ports.handlers import Finding
from bot.ports.sources import SourceState, StorySource
from bot.settings import Settings


async def findings(settings: Settings) -> AsyncIterator[Finding]:
    """One finding after the other, as they are found."""
    try:
        async with build(settings) as app:
            yield Finding(where="database", ok=True, what=_without_password(settings.database.url))
            async for finding in _inside(app):
                yield finding
    except TidingsError as exc:
        yield Finding(where="database", ok=False, what=str(exc))


async def _inside(app: App) -> AsyncIterator[Finding]:
    if not app.sources:
        yield Finding(
            where="sources",
            ok=False,
            what="no story source is configured, so nothing can ever arrive",
            fix="add one under sources: in config.yaml, or newsdesk.enabled: true",
        )
    for source in app.sources:
        # The newsdesk's feeds are asked one by one below; polling it would store what they bring.
        if source.name != NewsDesk.name:
            yield await _source(source)
    async for finding in app.feeds.findings():
        yield finding
    for handler in app.handlers:
        for finding in await handler.check():
            yield finding
    for missing in _off(app):
        yield missing


async def _source(source: StorySource) -> Finding:
    where = f"source {source.name}"
    try:
        batch = await source.poll(SourceState(name=source.name))
    except SourceError as exc:
        return Finding(where=where, ok=False, what=str(exc), fix="correct the address or the feed")
    if batch.problems:
        shown = "; ".join(batch.problems[:3])
        return Finding(
            where=where,
            ok=False,
            what=f"{plural(len(batch.problems), 'problem')} in its items: {shown}",
            fix="the other items are taken; tell whoever publishes the feed",
        )
    count = plural(len(batch.stories), "story", "stories")
    return Finding(where=where, ok=True, what=f"answers with {count}")


def _off(app: App) -> list[Finding]:
    """Platforms that are switched on but have no token: off, which is no error by itself."""
    slack, discord = app.settings.slack, app.settings.discord
    found = []
    missing = missing_slack(app.settings)
    if slack.enabled and len(missing) == 1:
        # Whoever has set one of the two means to be live.
        fix = f"set {missing[0]} too; see docs/slack.md"
        found.append(Finding(where="slack", ok=False, what=f"off: no {missing[0]}", fix=fix))
    elif slack.enabled and missing:
        what = f"off: set {' and '.join(missing)} to switch it on"
        found.append(Finding(where="slack", ok=True, what=what))
    if discord.enabled and not discord.token:
        found.append(
            Finding(where="discord", ok=True, what="off: set DISCORD_TOKEN to switch it on")
        )
    return found


def _without_password(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    host = rest.rpartition("@")[2]
    return f"{scheme}{mark}{host}"
