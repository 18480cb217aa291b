"""The command line, `tidings`: parse arguments, call the parts, print, exit with a code."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

import click

from bot.commands.model import Reply
from bot.errors import ConfigError, RequestRefused, TidingsError
from bot.observability import configure_logging, mask
from bot.ports.sources import StoryBatch
from bot.settings import Settings, load_settings

P = ParamSpec("P")
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_OUT = click.Path(dir_okay=False, path_type=Path)
_CONFIG = click.option(
    "--config",
    "config_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Settings file; ./config.yaml where there is one.",
)


def _spoken(command: Callable[P, object]) -> Callable[P, None]:
    """Turn an error of ours into its words and exit code 1; never a traceback."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except TidingsError as exc:
            click.echo(f"tidings: {mask(str(exc))}", err=True)
            sys.exit(1)
        except KeyboardInterrupt:
            sys.exit(130)

    return run


def _settings(config_file: Path | None) -> Settings:
    settings = load_settings(config_file)
    configure_logging(level=settings.logging.level, style=settings.logging.format)
    return settings


def _go(job: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(job)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tidings")
def main() -> None:
    """Tidings: verified news stories, scored and posted to the channels that asked for them."""


@main.command()
@_CONFIG
@_spoken
def run(config_file: Path | None) -> None:
    """Run everything that is configured, in one process, until SIGTERM or Ctrl-C."""
    from bot.app import build, stop_on_signals  # noqa: PLC0415 - `tidings --help` stays quick

    settings = _settings(config_file)

    async def job() -> None:
        stop = stop_on_signals()
        async with build(settings) as app:
            await app.run(stop)

    _go(job())


@main.command()
@click.option("--port", type=click.IntRange(0, 65_535), default=8765, show_default=True)
@_spoken
def demo(port: int) -> None:
    """The main job with no token and no network: sample wire, local web channel."""
    from bot.demo.show import show  # noqa: PLC0415

    configure_logging(level="warning", style="console")
    _go(show(port=port, say=click.echo))


@main.command()
@_CONFIG
@_spoken
def check(config_file: Path | None) -> None:
    """Say what is wrong with config, tokens, permissions and feeds, and the exact fix."""
    from bot.checkup import findings  # noqa: PLC0415

    settings = load_settings(config_file)
    configure_logging(level="error", style=settings.logging.format)

    async def job() -> bool:
        well = True
        async for finding in findings(settings):
            well = well and finding.ok
            click.echo(f"{'ok  ' if finding.ok else 'WRONG'} {finding.where}: {finding.what}")
            if finding.fix:
                click.echo(f"      -> {finding.fix}")
        return well

    if not _go(job()):
        sys.exit(1)


@main.command()
@click.option("--stories", type=_FILE, required=True, help="A story feed (JSON).")
@click.option("--subscriptions", type=_FILE, required=True, help="Subscriptions (SUBS.yaml).")
@click.option("--json", "as_json", is_flag=True, help="Print {story id: [subscription ids]}.")
@click.option("--reasons", is_flag=True, help="Print each clause's pass or fail.")
@_spoken
def match(*, stories: Path, subscriptions: Path, as_json: bool, reasons: bool) -> None:
    """Match the stories of a file against the subscriptions of a file. Posts nothing."""
    from bot.rules.match_files import (  # noqa: PLC0415
        latest_versions,
        match_stories,
        verdict_lines,
        verdicts,
    )
    from bot.rules.subs_file import read_subscriptions  # noqa: PLC0415
    from bot.sources.local_files import read_story_file  # noqa: PLC0415

    found, problems = read_story_file(stories, where=stories.name)
    rules = read_subscriptions(_text_of(subscriptions), where=subscriptions.name)
    for problem in problems:
        _warn(problem)
    matches = match_stories(found, rules)
    if as_json:
        click.echo(json.dumps(matches, ensure_ascii=False, indent=2))
        return
    for each in latest_versions(found):
        click.echo(f"{each.id}: {', '.join(matches[each.id]) or 'no subscription'}")
        for verdict in verdicts(each, rules) if reasons else ():
            for line in verdict_lines(verdict):
                click.echo(f"  {line}")


@main.command()
@click.argument("story")
@click.argument("channel")
@_CONFIG
@_spoken
def explain(story: str, channel: str, config_file: Path | None) -> None:
    """Say why STORY was or was not posted in CHANNEL (such as slack:T1/C1)."""
    from bot.commands.model import Caller, Line  # noqa: PLC0415
    from bot.commands.service import CommandService  # noqa: PLC0415
    from bot.domain.channel import ChannelId, channel_from_id  # noqa: PLC0415
    from bot.schedule import SystemClock  # noqa: PLC0415
    from bot.store import open_stores  # noqa: PLC0415

    settings = load_settings(config_file)
    configure_logging(level="error", style=settings.logging.format)
    try:
        asked = channel_from_id(channel)
    except ValueError as exc:
        raise RequestRefused(str(exc)) from exc

    async def job() -> Reply:
        async with open_stores(settings.database.url) as stores:
            known = await stores.channels.get(ChannelId(channel))
            if known is None:
                names = ", ".join(found.id for found in await stores.channels.all())
                raise RequestRefused(f"No channel {asked.id} is known. Known: {names or 'none'}.")
            commands = CommandService(stores=stores, clock=SystemClock())
            caller = Caller(channel=known, user_id="operator", may_write=False)
            return await commands.run(caller, Line(verb="why", args=(story,)))

    reply: Reply = _go(job())
    click.echo(reply.text)
    if not reply.ok:
        sys.exit(1)


@main.group()
def story() -> None:
    """Work with single stories."""


@story.command("parse")
@click.argument("file_or_url")
@click.option("--allow-private", is_flag=True, help="Permit an address of this machine.")
@_spoken
def story_parse(*, file_or_url: str, allow_private: bool) -> None:
    """Turn a published story page (text or HTML, a file or an address) into story JSON."""
    from bot.domain.story_json import story_to_item  # noqa: PLC0415
    from bot.schedule import SystemClock  # noqa: PLC0415
    from bot.sources.fetch import Fetcher  # noqa: PLC0415
    from bot.sources.story_address import read_story  # noqa: PLC0415

    async def job() -> StoryBatch:
        clock = SystemClock()
        async with Fetcher(clock) as fetcher:
            return await read_story(file_or_url, fetcher, clock, allow_private=allow_private)

    batch: StoryBatch = _go(job())
    for problem in batch.problems:
        _warn(problem)
    for found in batch.stories:
        click.echo(json.dumps(story_to_item(found), ensure_ascii=False, indent=2))


@main.group()
def desk() -> None:
    """The newsdesk: verified stories out of raw feeds."""


@desk.command("assemble")
@click.argument("reports", type=_FILE)
@click.option("--out", "feed_file", type=_OUT, required=True, help="The story feed (JSON).")
@click.option("--clusters", "clusters_file", type=_OUT, help="Also {report id: story id}.")
@_CONFIG
@_spoken
def desk_assemble(
    *, reports: Path, feed_file: Path, clusters_file: Path | None, config_file: Path | None
) -> None:
    """Assemble the stories of a file of reports (JSON Lines) into a story feed."""
    from bot.desk_files import assemble_file, desk_of  # noqa: PLC0415
    from bot.schedule import SystemClock  # noqa: PLC0415

    rules = desk_of(load_settings(config_file).newsdesk)
    with click.progressbar(
        length=1_000, label=f"Assembling {reports.name}", file=sys.stderr
    ) as bar:

        def show(done: int, total: int) -> None:
            bar.update(max(0, 1_000 * done // max(1, total) - bar.pos))

        summary = assemble_file(
            reports,
            out=feed_file,
            clusters=clusters_file,
            now=SystemClock().now(),
            progress=show,
            desk=rules,
        )
    for problem in summary.problems:
        _warn(problem)
    for line in summary.lines():
        click.echo(line)


@desk.command("serve")
@_CONFIG
@_spoken
def desk_serve(config_file: Path | None) -> None:
    """Run the newsdesk alone: its feeds, /feed.json, /feed.xml and the pages. Posts nowhere."""
    from bot.app import build, desk_alone, stop_on_signals  # noqa: PLC0415

    settings = desk_alone(_settings(config_file))

    async def job() -> None:
        stop = stop_on_signals()
        async with build(settings) as app:
            await app.run(stop)

    _go(job())


@desk.command("import")
@click.argument("opml", type=_FILE)
@_spoken
def desk_import(opml: Path) -> None:
    """Turn a list of feeds (OPML) into YAML for `newsdesk:` in config.yaml."""
    from bot.sources.opml import as_yaml, import_file  # noqa: PLC0415

    feeds, problems = import_file(opml)
    for problem in problems:
        _warn(problem)
    click.echo(as_yaml(feeds), nl=False)


@main.group()
def db() -> None:
    """Work with the database."""


@db.command("upgrade")
@_CONFIG
@_spoken
def db_upgrade(config_file: Path | None) -> None:
    """Bring the database to the newest schema."""
    from bot.store import open_stores  # noqa: PLC0415

    settings = _settings(config_file)

    async def job() -> None:
        async with open_stores(settings.database.url):
            click.echo("The database is at the newest schema.")

    _go(job())


def _warn(line: str) -> None:
    click.echo(mask(line), err=True)


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as exc:
        raise ConfigError(f"{file} cannot be read: {exc}") from exc
