from __future__ import annotations

from datetime import timedelta

import httpx

from bot.domain.channel import Platform
from bot.errors import SourceError
from bot.ports.handlers import Finding
from bot.ports.sources import SourceState, StoryBatch
from bot.sources.intake import Intake
from bot.store import SqlStores
from bot.testing import FakeClock, a_story
from handlers.web.app import WebHandler
from tests.integration.web.wire import HandSource, break_table


class Platformed:
    """A handler that is as well as a test says."""

    platform = Platform.SLACK

    def __init__(self, finding: Finding) -> None:
        self._finding = finding

    def health(self) -> Finding:
        return self._finding


async def test_a_desk_that_was_just_started_is_given_its_time(
    served: str,
) -> None:
    async with httpx.AsyncClient(base_url=served) as client:
        answer = await client.get("/healthz")
    report = answer.json()
    assert (answer.status_code, report["ok"]) == (200, True)
    assert report["database"] == {"ok": True}
    assert report["sources"][0]["name"] == "hand"
    assert report["sources"][0]["stale"] is False
    assert report["handlers"][0]["name"] == "web"


async def test_a_source_that_went_quiet_is_told_with_its_age(
    served: str, intake: Intake, source: HandSource, clock: FakeClock
) -> None:
    source.stories.append(a_story())
    await intake.poll(source)
    clock.advance(timedelta(minutes=2))
    async with httpx.AsyncClient(base_url=served) as client:
        fresh = await client.get("/healthz")
        clock.advance(timedelta(minutes=2))
        stale = await client.get("/healthz")
    assert (fresh.status_code, fresh.json()["sources"][0]["age_seconds"]) == (200, 120.0)
    assert stale.status_code == 503
    assert stale.json()["sources"][0]["stale"] is True


async def test_the_last_error_of_a_source_is_told(
    web: WebHandler, client: httpx.AsyncClient, intake: Intake
) -> None:
    class Broken(HandSource):
        async def poll(self, state: SourceState) -> StoryBatch:
            raise SourceError("desk.example did not answer")

    await intake.poll(Broken())
    answer = await client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["sources"][0]["last_error"] == "desk.example did not answer"
    assert "desk.example did not answer" in (await client.get("/")).text


async def test_a_platform_that_is_down_is_told_with_its_fix(
    web: WebHandler, client: httpx.AsyncClient
) -> None:
    down = Finding(where="slack", ok=False, what="token refused", fix="set SLACK_BOT_TOKEN")
    web.watch([Platformed(down)])  # type: ignore[list-item]  # only its health is asked
    answer = await client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["handlers"] == [
        {"name": "slack", "ok": False, "what": "token refused", "fix": "set SLACK_BOT_TOKEN"}
    ]


async def test_a_broken_database_is_told(
    client: httpx.AsyncClient, sqlite_stores: SqlStores
) -> None:
    await break_table(sqlite_stores, "sources")
    answer = await client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json()["database"]["ok"] is False


async def test_metrics_are_those_of_the_process(client: httpx.AsyncClient) -> None:
    answer = await client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "tidings_polls" in answer.text
