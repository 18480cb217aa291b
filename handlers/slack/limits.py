"""Slack's limits, each with the page that states it; we stay below every one of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

# https://docs.slack.dev/reference/block-kit/blocks
BLOCKS_PER_MESSAGE: Final = 50
CONTEXT_TEXT: Final = 3_000
# https://docs.slack.dev/reference/block-kit/blocks/actions-block allows 25; more than a row of
# five is unreadable on a phone.
BUTTONS_PER_ROW: Final = 5
# https://docs.slack.dev/reference/block-kit/block-elements/button-element
BUTTON_LABEL: Final = 75
BUTTON_VALUE: Final = 2_000
# https://docs.slack.dev/reference/block-kit/composition-objects/option-object
OPTION_TEXT: Final = 75
OPTION_VALUE: Final = 150
# https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element
OPTIONS: Final = 100
# Not documented: `msg_blocks_too_long` was met near 13,200 characters (bolt-js issue 2509).
BLOCKS_TOTAL: Final = 12_000
# https://docs.slack.dev/reference/methods/chat.update: text above 4,000 is refused.
TEXT: Final = 3_900
# Not documented for a link inside rich text; no story address that people can use is longer.
LINK_URL: Final = 1_500

# https://docs.slack.dev/apis/web-api/rate-limits: one message a second in a channel, "several
# hundred" a minute in a workspace.
MESSAGES_PER_CHANNEL: Final = 1
CHANNEL_WINDOW: Final = timedelta(seconds=1)
MESSAGES_PER_WORKSPACE: Final = 200
WORKSPACE_WINDOW: Final = timedelta(minutes=1)

# https://docs.slack.dev/interactivity/handling-user-interaction: Slack waits three seconds; this
# is what we allow ourselves before answering with what is there.
SUGGEST_WITHIN: Final = timedelta(seconds=2)
SUBMIT_WITHIN: Final = timedelta(seconds=2)

# https://docs.slack.dev/reference/methods/conversations.history
HISTORY_PAGE: Final = 100
HISTORY_PAGES: Final = 5
