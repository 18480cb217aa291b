"""Our limits stay inside the ones that the counterpart enforces, which are Slack's published ones."""

from __future__ import annotations

from handlers.slack import limits
from tests.counterparts.slack import limits as enforced


def test_every_limit_of_ours_is_at_most_slacks() -> None:
    slacks = enforced.BLOCK_KIT
    assert slacks["message.blocks.max_items"] >= limits.BLOCKS_PER_MESSAGE
    assert slacks["text.max_length"] >= limits.CONTEXT_TEXT
    assert slacks["actions.elements.max_items"] >= limits.BUTTONS_PER_ROW
    assert slacks["button.text.max_length"] >= limits.BUTTON_LABEL
    assert slacks["button.value.max_length"] >= limits.BUTTON_VALUE
    assert slacks["button.url.max_length"] >= limits.LINK_URL
    assert slacks["option.text.max_length"] >= limits.OPTION_TEXT
    assert slacks["option.value.max_length"] >= limits.OPTION_VALUE
    assert slacks["select.options.max_items"] >= limits.OPTIONS
    assert enforced.BLOCKS_TOTAL_MAX > limits.BLOCKS_TOTAL
    assert enforced.UPDATE_TEXT_MAX > limits.TEXT
    assert enforced.POST_PER_SECOND * limits.CHANNEL_WINDOW.total_seconds() >= (
        limits.MESSAGES_PER_CHANNEL
    )
    assert enforced.POSTS_PER_MINUTE_PER_TEAM > limits.MESSAGES_PER_WORKSPACE


def test_people_are_answered_before_slack_stops_waiting() -> None:
    assert limits.SUGGEST_WITHIN.total_seconds() < enforced.ACK_SECONDS
    assert limits.SUBMIT_WITHIN.total_seconds() < enforced.ACK_SECONDS
