"""Top, why, sources and test: questions about stories. None of them changes anything."""

from __future__ import annotations

from bot.commands.buttons import answer_buttons, share_button
from bot.commands.context import Context
from bot.commands.finding import find_story
from bot.commands.meaning import refuse_words, understand
from bot.commands.model import Caller, Card, Line, Reply
from bot.commands.previewing import best_first, preview
from bot.commands.requests import TopRequest, Wish
from bot.commands.times import is_window, local_time, window_of
from bot.commands.words import usage
from bot.domain.brief import brief_of
from bot.domain.story import Story, source_line
from bot.domain.story_json import story_to_item
from bot.domain.subscription import Criteria
from bot.domain.text import clean, plural, sentence, shorten
from bot.errors import RequestRefused
from bot.rules.wording import describe, describe_subscription

MOST_STORIES = 10
FALLBACK = "7d"
_REPORTS = 15


async def top(context: Context, caller: Caller, line: Line) -> Reply:
    """The stories with the highest impact in a window; only those that still stand."""
    asked = await _top_request(context, caller, line)
    found = await _best(context, asked)
    if found:
        return _top_reply(asked, found)
    return await _nothing_in(context, caller, asked)


async def _top_request(context: Context, caller: Caller, line: Line) -> TopRequest:
    window, count = "", 0
    left = []
    for word in line.args:
        if is_window(word) and not window:
            window = word
        elif word.isascii() and word.isdigit() and not count:
            count = _count(word)
        else:
            left.append(word)
    refuse_words(left, usage=usage("top"))
    wish = understand(line.terms, await context.lexicon())
    zone = (await context.channel(caller)).time_zone
    return TopRequest(
        window=window_of(window or "today", now=context.now(), zone=zone),
        count=count or 1,
        wish=wish,
    )


def _count(digits: str) -> int:
    number = int(digits) if len(digits) <= 4 else 0
    if not 1 <= number <= MOST_STORIES:
        raise RequestRefused(f"I show 1 to {MOST_STORIES} stories, not {shorten(digits, 20)}.")
    return number


async def _best(context: Context, asked: TopRequest) -> tuple[Story, ...]:
    stories = await context.stores.stories.between(asked.window.start, asked.window.end)
    standing = [story for story in stories if story.stands]
    return best_first(await context.matching(standing, asked.wish.criteria))


def _top_reply(asked: TopRequest, found: tuple[Story, ...]) -> Reply:
    shown = found[: asked.count]
    what = "Top story" if len(shown) == 1 else f"Top {len(shown)} stories"
    return Reply(
        title=f"{what} of {asked.window.words}{_filtered(asked.wish)}",
        lines=_warned(asked.wish),
        cards=tuple(_card(story) for story in shown),
        footer=(_of_how_many(len(shown), len(found)),),
        buttons=(share_button(tuple(story.id for story in shown)),),
        data={"stories": [story_to_item(story) for story in shown]},
    )


def _of_how_many(shown: int, found: int) -> str:
    if found == shown:
        return f"That is all: {plural(found, 'story', 'stories')} in that time."
    return f"{shown} of {plural(found, 'story', 'stories')} in that time."


async def _nothing_in(context: Context, caller: Caller, asked: TopRequest) -> Reply:
    """Never an empty answer: the best of the week, or where to look."""
    zone = (await context.channel(caller)).time_zone
    week = TopRequest(
        window=window_of(FALLBACK, now=context.now(), zone=zone), count=asked.count, wish=asked.wish
    )
    earlier = (await _best(context, week))[: asked.count]
    title = f"No story {asked.window.within}{_filtered(asked.wish)}."
    if earlier:
        return Reply(
            title=title,
            lines=(*_warned(asked.wish), "The best of the last 7 days instead:"),
            cards=tuple(_card(story) for story in earlier),
            data={"stories": []},
        )
    longer = week.window.start < asked.window.start
    either = ("None in the last 7 days either.",) if longer else ()
    wider = (
        f"Without filters: {context.typed('top 7d')}"
        if asked.wish.changed
        else f"Whether sources are well: {context.typed('status')}"
    )
    return Reply(
        title=title,
        lines=(*_warned(asked.wish), *either, wider),
        data={"stories": []},
    )


def _card(story: Story) -> Card:
    brief = brief_of(story)
    return Card(brief=brief, buttons=answer_buttons(brief))


def _filtered(wish: Wish) -> str:
    if wish.criteria == Criteria():
        return ""
    words = describe(wish.criteria)
    return f" - {words[:1].lower()}{words[1:]}"


def _warned(wish: Wish) -> tuple[str, ...]:
    return tuple(f"⚠ {warning}" for warning in wish.warnings)


async def share(context: Context, value: str) -> Reply:
    """The stories of a `top` answer again, for everybody in the channel."""
    whole = await context.stores.stories.by_ref(value)
    refs = () if whole else value.split(" ")
    found = [whole, *[await context.stores.stories.by_ref(ref) for ref in refs]]
    stories = [story for story in found if story is not None]
    if not stories:
        raise RequestRefused("Those stories are no longer kept; ask for top again.")
    return Reply(share=True, cards=tuple(_card(story) for story in stories))


async def sources(context: Context, caller: Caller, words: str) -> Reply:
    """The reports a story stands on, with their publishers, times and addresses."""
    story = await find_story(context, words, verb="sources")
    zone = (await context.channel(caller)).time_zone
    reports = story.verification.reports
    lines = []
    for report in reports[:_REPORTS]:
        when = f", {local_time(report.published_at, zone)}" if report.published_at else ""
        kind = f" ({report.kind})" if report.kind != "unknown" else ""
        lines.append(f"• {clean(report.publisher)}{kind}{when}: {report.url}")
    if len(reports) > _REPORTS:
        lines.append(f"and {len(reports) - _REPORTS} more on the story's page {story.url}".strip())
    confidence = story.verification.confidence
    return Reply(
        title=f"{source_line(story)}: {shorten(clean(story.headline), 200)}",
        lines=(
            *(lines or ("The feed did not say which reports it stands on.",)),
            *_conflicts(story),
            f"Confidence: {confidence.label}. Times are {zone}.",
        ),
    )


def _conflicts(story: Story) -> tuple[str, ...]:
    return tuple(
        f"⚠ Sources differ on {clean(conflict.about)}: "
        + "; ".join(
            f"{clean(value.value)} ({', '.join(map(clean, value.publishers))})"
            for value in conflict.values
        )
        for conflict in story.verification.conflicts
    )


async def test(context: Context, caller: Caller, line: Line) -> Reply:
    """What filters or a subscription would have matched in the last week; nothing is posted."""
    if line.args and not line.terms:
        found = await context.subscription(caller, line.args[0])
        refuse_words(line.args[1:], usage=usage("test"))
        shown = await preview(context, found.criteria)
        words = sentence(f"{found.label}: {describe_subscription(found)}")
        return Reply(title=words, lines=(*shown.lines, "Nothing was posted."))
    refuse_words(line.args, usage=usage("test"))
    if not line.terms:
        raise RequestRefused(
            "What should I test? Give filters or an id.",
            suggestions=("test region:EU impact>=7",),
        )
    wish = understand(line.terms, await context.lexicon())
    shown = await preview(context, wish.criteria)
    return Reply(
        title=sentence(describe(wish.criteria)),
        lines=(*shown.lines, *_warned(wish), "Nothing was posted."),
    )
