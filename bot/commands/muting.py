"""Mute and unmute: a channel that has heard enough of one story, and not of the others.

Corrections and withdrawals of what was posted come all the same; every answer says so.
"""

from __future__ import annotations

from bot.commands.buttons import unmute_button
from bot.commands.context import Context
from bot.commands.ends import end_of, end_words, split_end
from bot.commands.finding import find_story
from bot.commands.model import Caller, Line, Reply
from bot.commands.near import as_value
from bot.commands.words import usage
from bot.domain.channel import Channel
from bot.domain.mute import Mute
from bot.domain.story import Story, story_ref
from bot.domain.text import clean, fold, plural, shorten
from bot.errors import RequestRefused

UNLESS_SAID = "7d"
_LISTED = 5
_WHAT_COMES = (
    "Until then it brings no update, no new version and no line in a digest. "
    "A correction or withdrawal of what was posted still comes."
)


async def mute(context: Context, caller: Caller, line: Line) -> Reply:
    """Keep everything but corrections and withdrawals of one story from this channel."""
    words, end = split_end(line.args)
    if not words:
        raise _which_one(line)
    story = await find_story(context, " ".join(words), verb="mute")
    channel = await context.channel(caller)
    now = context.now()
    made = Mute(
        channel=channel.id,
        story=story.id,
        until=end_of(end or UNLESS_SAID, now=now, zone=channel.time_zone),
    )
    await context.stores.mutes.add(made, actor=caller.user_id, now=now)
    undo = context.typed(f"unmute {as_value(story_ref(story.id))}")
    return Reply(
        title=f"Muted here until {end_words(made.until, channel.time_zone)}: {_headline(story)}",
        lines=(
            _WHAT_COMES,
            f"To hear of it again before that: {undo}",
        ),
        buttons=(unmute_button(story.id),),
        data={"muted": mute_to_dict(made)},
    )


async def unmute(context: Context, caller: Caller, line: Line) -> Reply:
    """Take a mute back; what came meanwhile is not posted afterwards."""
    if not line.args:
        raise _which_one(line)
    muted = await _muted(context, caller.channel)
    story = await _meant(context, muted, " ".join(line.args))
    found = next((each for each, about in muted if about.id == story.id), None)
    if found is None:
        return Reply(title=f"Not muted here: {_headline(story)}")
    await context.stores.mutes.remove(found, actor=caller.user_id, now=context.now())
    return Reply(
        title=f"Unmuted: {_headline(story)}",
        lines=("News of it from now on is posted; what came meanwhile is not.",),
    )


async def mute_of(context: Context, channel: Channel, story: Story) -> Mute | None:
    """The mute of that story that is in force in the channel."""
    found = await context.stores.mutes.of_channel(channel.id, now=context.now())
    return next((each for each in found if each.story == story.id), None)


async def muted_lines(context: Context, channel: Channel) -> tuple[str, ...]:
    """One short line for each muted story, the first to end first; the rest is counted."""
    muted = await _muted(context, channel)
    lines = [
        f"• 🔕 muted until {end_words(each.until, channel.time_zone)}: {_headline(story)}"
        for each, story in muted[:_LISTED]
    ]
    left = len(muted) - _LISTED
    more = (f"• 🔕 and {plural(left, 'more muted story', 'more muted stories')}",) * (left > 0)
    return (*lines, *more)


async def muted_stories(context: Context, channel: Channel) -> tuple[Story, ...]:
    """For completion: the stories of the mutes in force."""
    return tuple(story for _, story in await _muted(context, channel))


def mute_to_dict(muted: Mute) -> dict[str, str]:
    """For programs."""
    return {"story": muted.story, "until": muted.until.isoformat()}


async def _muted(context: Context, channel: Channel) -> list[tuple[Mute, Story]]:
    """The mutes in force whose story is still kept."""
    found = await context.stores.mutes.of_channel(channel.id, now=context.now())
    known = [(each, await context.stores.stories.get(each.story)) for each in found]
    return [(each, story) for each, story in known if story is not None]


async def _meant(context: Context, muted: list[tuple[Mute, Story]], words: str) -> Story:
    """A muted story goes before others whose headline holds the same words."""
    wanted = fold(words).split()
    named = [story for _, story in muted if words in {story.id, story_ref(story.id)}]
    held = [story for _, story in muted if all(word in fold(story.headline) for word in wanted)]
    likely = named or (held if wanted else [])
    return likely[0] if len(likely) == 1 else await find_story(context, words, verb="unmute")


def _headline(story: Story) -> str:
    return shorten(clean(story.headline), 200)


def _which_one(line: Line) -> RequestRefused:
    return RequestRefused(
        f"Which story? Give its id or words of its headline. The form is: {usage(line.verb)}"
    )
