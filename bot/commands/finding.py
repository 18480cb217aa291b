"""Which story somebody means: by id, short reference, address, words of its headline or a name."""

from __future__ import annotations

from datetime import timedelta

from bot.commands.context import Context
from bot.commands.near import as_value
from bot.domain.story import Story, StoryId
from bot.domain.subscription import Criteria
from bot.domain.text import shorten
from bot.errors import RequestRefused

_OFFERED = 5
_RECENT = timedelta(days=7)


async def find_story(context: Context, words: str, *, verb: str = "why") -> Story:
    """The one story meant. Raises RequestRefused with those it could be, to say `verb` of."""
    wanted = words.strip()
    if not wanted:
        raise RequestRefused("Which story? Give its id or words of its headline.")
    exact = await _exact(context, wanted)
    if exact is not None:
        return exact
    found = await context.stores.stories.search(wanted, limit=_OFFERED + 1)
    found = found or await _naming(context, wanted)
    if len(found) == 1:
        return found[0]
    if not found:
        raise RequestRefused(
            f"I have no story “{shorten(wanted, 60)}”. Give its id, or words that its headline "
            f"holds; {context.typed('top 7d 10')} shows the last days' headlines."
        )
    listed = tuple(f"{shorten(story.headline, 80)} ({story.id})" for story in found[:_OFFERED])
    several = f"more than {_OFFERED} stories" if len(found) > _OFFERED else f"{len(found)} stories"
    raise RequestRefused(
        f"“{shorten(wanted, 60)}” could be {several}. Which one?\n"
        + "\n".join(f"• {line}" for line in listed),
        suggestions=(f"{verb} {as_value(found[0].id)}",),
    )


async def _naming(context: Context, wanted: str) -> tuple[Story, ...]:
    """Recent stories that name an entity so called, where no headline holds the words."""
    rule = Criteria(entities=(frozenset({wanted}),))
    recent = await context.recent(_RECENT)
    return (await context.matching(recent, rule))[: _OFFERED + 1]


async def _exact(context: Context, wanted: str) -> Story | None:
    stories = context.stores.stories
    found = await stories.get(StoryId(wanted)) or await stories.by_ref(wanted)
    if found is None and wanted.startswith(("http://", "https://")):
        # The page of a story ends in its id.
        found = await stories.get(StoryId(wanted.rstrip("/").rsplit("/", 1)[-1]))
        recent = () if found else await context.recent(_RECENT)
        return found or next((story for story in recent if story.url == wanted), None)
    return found
