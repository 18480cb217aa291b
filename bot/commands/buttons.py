"""The buttons under cards and replies; what they send comes back to `CommandService.press`."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from bot.commands.model import Button
from bot.domain.brief import Brief
from bot.domain.story import StoryId, story_ref
from bot.domain.subscription import Subscription


class Action(StrEnum):
    SOURCES = "sources"
    WHY = "why"
    UNDO = "undo"
    REMOVE = "remove"
    PAUSE = "pause"
    RESUME = "resume"
    MUTE = "mute"
    UNMUTE = "unmute"
    SHARE = "share"


CHANGES = frozenset(
    {Action.UNDO, Action.REMOVE, Action.PAUSE, Action.RESUME, Action.MUTE, Action.UNMUTE}
)
"""Those that change what a channel gets."""
VALUE_LIMIT = 90
"""Discord gives action and value together 100 characters."""


def card_buttons(brief: Brief) -> tuple[Button, ...]:
    """Those under every alert card."""
    return (*answer_buttons(brief), mute_button(brief.story))


def answer_buttons(brief: Brief) -> tuple[Button, ...]:
    """Those of a story inside an answer, of which several have to fit."""
    ref = story_ref(brief.story)
    return (
        Button(action=Action.SOURCES, label=f"Sources {brief.sources}", value=ref),
        Button(action=Action.WHY, label="Why", value=ref),
    )


def note_buttons(story: StoryId) -> tuple[Button, ...]:
    """Those under an update of a card."""
    ref = story_ref(story)
    return (
        Button(action=Action.SOURCES, label="Sources", value=ref),
        Button(action=Action.WHY, label="Why", value=ref),
        mute_button(story),
    )


def mute_button(story: StoryId) -> Button:
    return Button(action=Action.MUTE, label="Mute story", value=story_ref(story))


def unmute_button(story: StoryId) -> Button:
    return Button(action=Action.UNMUTE, label="Unmute", value=story_ref(story))


def undo_button(removed_at: datetime) -> Button:
    """It names the moment of the removal, which the audit log knows what was removed at."""
    return Button(action=Action.UNDO, label="Undo", value=removed_at.isoformat())


def remove_button(subscription: Subscription) -> Button:
    return Button(
        action=Action.REMOVE,
        label=f"Remove {subscription.id}",
        value=subscription.id,
        danger=True,
    )


def share_button(stories: tuple[StoryId, ...]) -> Button:
    """Shows the same stories to the whole channel: all of them, or the first that fit."""
    refs = [story_ref(story) for story in stories]
    fitting = refs[:1]
    for ref in refs[1:]:
        if len(" ".join([*fitting, ref])) > VALUE_LIMIT:
            break
        fitting.append(ref)
    # A space never stands in a reference that was shortened; an id with one goes alone.
    if any(" " in ref for ref in fitting):
        fitting = refs[:1]
    label = "Share" if len(fitting) == len(refs) else f"Share the first {len(fitting)}"
    return Button(action=Action.SHARE, label=label, value=" ".join(fitting))
