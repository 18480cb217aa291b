"""The wire page in a real browser, over the whole bot: a source speaks, the page shows it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.app import App, build
from bot.domain.story import Story
from bot.settings import (
    DatabaseSettings,
    DiscordSettings,
    LoggingSettings,
    Settings,
    SlackSettings,
    WebSettings,
)
from bot.testing import a_story, next_version
from tests.e2e.running import free_port, until
from tests.integration.web.wire import HandSource

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 20_000.0
"""Milliseconds for what takes a fraction of a second on a free machine."""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"no Chromium at {CHROMIUM}"),
]
expect.set_options(timeout=PATIENCE)


@dataclass(kw_only=True)
class Room:
    """The bot at work and a page that looks at it."""

    url: str
    source: HandSource
    page: Page
    complaints: list[str] = field(default_factory=list)
    """What the browser's console said."""

    async def publish(self, *stories: Story) -> None:
        self.source.stories.extend(stories)

    async def type(self, line: str) -> None:
        await self.page.locator("#line").fill(line)
        await self.page.keyboard.press("Enter")


def news(story_id: str, **more: Any) -> Story:
    """A story of this very moment."""
    return a_story(story_id, published_at=datetime.now(UTC), **more)


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Room]:
    async with at_work(tmp_path) as opened:
        yield opened
        assert opened.complaints == []


@asynccontextmanager
async def at_work(folder: Path, **browser: Any) -> AsyncIterator[Room]:
    source = HandSource(every=timedelta(milliseconds=200))
    port = free_port()
    settings = Settings(
        slack=SlackSettings(enabled=False),
        discord=DiscordSettings(enabled=False),
        web=WebSettings(port=port),
        database=DatabaseSettings(url=f"sqlite:///{folder / 'room.db'}"),
        logging=LoggingSettings(level="warning"),
    )
    stop = asyncio.Event()
    async with build(settings, extra_sources=(source,)) as app:
        running = asyncio.create_task(app.run(stop))
        url = f"http://127.0.0.1:{port}"
        try:
            # The first poll is history and posts nothing; only then is there news.
            await until(lambda: _has_begun(app, source), what="the first poll")
            async with looking_at(url, **browser) as (page, complaints):
                yield Room(url=url, source=source, page=page, complaints=complaints)
        finally:
            stop.set()
            await running


async def _has_begun(app: App, source: HandSource) -> bool:
    return (await app.stores.sources.state(source.name)).baseline_at is not None


@asynccontextmanager
async def looking_at(url: str, **browser: Any) -> AsyncIterator[tuple[Page, list[str]]]:
    complaints: list[str] = []
    async with async_playwright() as driver:
        chromium = await driver.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS])
        context = await chromium.new_context(
            **{"viewport": {"width": 1280, "height": 860}, **browser}
        )
        page = await context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(url)
        try:
            yield page, complaints
        finally:
            await chromium.close()


async def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    width: int = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return width


@pytest.mark.slow
async def test_alerts_arrive_one_by_one_without_a_reload(room: Room) -> None:
    page = room.page
    await expect(page.get_by_text("The wire is quiet")).to_be_visible()
    await expect(page.locator("[data-link]")).to_have_text("live")
    await room.type("/news subscribe region:EU impact>=7")
    reply = page.locator(".answer .reply").last
    await expect(reply).to_contain_text("Stories about the EU, with impact 7 or more")
    await expect(page.locator("[data-panel]")).to_contain_text("with impact 7 or more")

    first = news("first", headline="The first alert", impact=8)
    await room.publish(first)
    await expect(page.locator(".card")).to_have_count(1)
    await room.publish(news("second", headline="The second alert", impact=9))
    await expect(page.locator(".card")).to_have_count(2)
    await expect(page.locator(".card .headline")).to_have_text(
        ["The first alert", "The second alert"]
    )
    # A higher impact edits the card in its place and hangs a reply under it.
    await room.publish(next_version(first, impact=10, headline="The first alert, grown"))
    await expect(page.locator(".card .headline").first).to_have_text("The first alert, grown")
    await expect(page.locator("#m1 [data-thread] .note")).to_contain_text("impact 8 -> 10")
    await expect(page.locator(".card")).to_have_count(2)
    await expect(page.locator(".deliveries")).to_contain_text("The second alert")

    # What came live is what a new visitor reads.
    live = await page.locator("[data-items] > .item .headline").all_inner_texts()
    await page.reload()
    await expect(page.locator(".card")).to_have_count(2)
    assert await page.locator("[data-items] > .item .headline").all_inner_texts() == live


@pytest.mark.slow
async def test_why_and_sources_answer_under_the_card(room: Room) -> None:
    page = room.page
    await room.type("/news subscribe region:EU impact>=7")
    await room.publish(news("first", impact=8))
    await page.locator(".card [data-action=why]").click()
    answer = page.locator("#m1 [data-thread] .reply")
    await expect(answer).to_contain_text("impact 8 >= 7")
    await expect(answer).to_contain_text("Only you see this.")
    # Pressed again, the answer is replaced and not repeated; put away, it is gone.
    await page.locator(".card [data-action=why]").click()
    await page.locator(".card [data-action=sources]").click()
    await expect(page.locator("#m1 [data-thread] .reply")).to_have_count(2)
    await page.locator("#m1 .dismiss").first.click()
    await expect(page.locator("#m1 [data-thread] .reply")).to_have_count(1)


@pytest.mark.slow
async def test_commands_are_completed_and_repeated_by_keyboard(room: Room) -> None:
    page = room.page
    box = page.locator("#line")
    choices = page.locator("[role=option]")
    await page.keyboard.press("/")
    await expect(box).to_be_focused()
    await page.keyboard.type("news sub")
    await expect(choices.first).to_contain_text("/news subscribe")
    await page.keyboard.press("Tab")
    await expect(box).to_have_value("/news subscribe ")
    await page.keyboard.type("region:norw")
    await expect(choices.first).to_contain_text("Norway")
    await page.keyboard.press("ArrowDown")
    await expect(choices.first).to_have_attribute("aria-selected", "true")
    await expect(box).to_have_attribute("aria-activedescendant", "choice-0")
    await page.keyboard.press("Enter")
    await expect(box).to_have_value(re.compile(r"region:(NO|Norway)"))
    await page.keyboard.press("Escape")
    await expect(choices).to_have_count(0)
    await page.keyboard.press("Enter")
    await expect(page.locator(".answer .reply")).to_contain_text("Norway")
    await expect(box).to_have_value("")
    await page.keyboard.press("ArrowUp")
    await expect(box).to_have_value(re.compile(r"^/news subscribe region:"))
    await page.keyboard.press("ArrowDown")
    await expect(box).to_have_value("")


@pytest.mark.slow
async def test_a_refusal_says_why_and_offers_what_to_type(room: Room) -> None:
    page = room.page
    await room.type("/news subscribe region:Germny")
    await expect(page.locator(".answer .reply")).to_contain_text("Not done")
    await expect(page.locator(".answer .reply")).to_contain_text("Germany")
    await room.type("/news subscrib region:DE")
    await page.locator(".answer .reply .typed").first.click()
    await expect(page.locator("#line")).to_have_value("/news help")


@pytest.mark.slow
async def test_hostile_text_is_only_text(room: Room) -> None:
    page = room.page
    await room.type("/news subscribe impact>=1")
    hostile = "</script><img src=x onerror=document.title='owned'><b>bold</b>"
    await room.publish(news("evil", headline=hostile, takeaways=(hostile,)))
    await expect(page.locator(".card .headline")).to_have_text(hostile)
    assert await page.locator(".card img, .card .headline b").count() == 0
    await page.locator(".card .headline a").click()
    await expect(page.locator("h1")).to_have_text(hostile)
    assert await page.title() != "owned"


@pytest.mark.slow
async def test_the_colours_follow_the_system_and_the_toggle(tmp_path: Path) -> None:
    def shade(colour: str) -> int:
        return sum(int(part) for part in re.findall(r"\d+", colour)[:3])

    background = "getComputedStyle(document.body).backgroundColor"
    async with at_work(tmp_path, color_scheme="dark") as room:
        page = room.page
        toggle = page.locator("[data-theme-toggle]")
        assert shade(await page.evaluate(background)) < 150
        await expect(toggle).to_have_attribute("aria-pressed", "true")
        await toggle.click()
        assert shade(await page.evaluate(background)) > 600
        await page.reload()
        assert shade(await page.evaluate(background)) > 600
        assert room.complaints == []


@pytest.mark.slow
async def test_a_phone_shows_everything_in_its_width(tmp_path: Path) -> None:
    phone = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
    async with at_work(tmp_path, **phone) as room:
        page = room.page
        await room.type("/news subscribe impact>=1")
        long = "Donaudampfschifffahrtsgesellschaftskapitänspatent" * 4
        await room.publish(news("long", headline=long, takeaways=(long,), regions=("DE", "FR")))
        await expect(page.locator(".card")).to_have_count(1)
        assert await overflow(page) <= 0
        desk = page.locator("[data-panel]")
        await expect(desk).to_be_hidden()
        await page.locator("[data-drawer-open]").click()
        await expect(desk).to_be_visible()
        await expect(desk).to_contain_text("Watching")
        await page.keyboard.press("Escape")
        await expect(desk).to_be_hidden()
        for path in ("/stories/long", "/stories/none", "/glossary"):
            await page.goto(f"{room.url}{path}")
            assert await overflow(page) <= 0, path


@pytest.mark.slow
async def test_reading_works_without_javascript(tmp_path: Path) -> None:
    async with at_work(tmp_path, java_script_enabled=False) as room:
        page = room.page
        await expect(page.get_by_text("The wire is quiet")).to_be_visible()
        await expect(page.locator("#line")).to_be_hidden()
        await expect(page.locator("[data-panel]")).to_be_visible()
