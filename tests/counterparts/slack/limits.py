"""Every number the counterpart enforces, in one table.

The Block Kit names and values are the ones published for Slack's Block Kit; a `shared` test compares
them with the project's saved copy. The rest are the documented numbers of the Web API and of Socket
Mode (https://docs.slack.dev/apis/web-api/rate-limits, .../reference/methods/chat.postMessage).
"""

from __future__ import annotations

from typing import Final

BLOCK_KIT: Final[dict[str, int]] = {
    "message.blocks.max_items": 50,
    "message.attachments.max_items": 100,
    "view.blocks.max_items": 100,
    "view.private_metadata.max_length": 3000,
    "view.callback_id.max_length": 255,
    "view.external_id.max_length": 255,
    "view.title.max_length": 24,
    "view.close.max_length": 24,
    "view.submit.max_length": 24,
    "text.min_length": 1,
    "text.max_length": 3000,
    "section.text.max_length": 3000,
    "section.fields.max_items": 10,
    "section.fields.item_max_length": 2000,
    "header.text.max_length": 150,
    "context.elements.max_items": 10,
    "actions.elements.max_items": 25,
    "image.image_url.max_length": 3000,
    "image.alt_text.max_length": 2000,
    "image.title.max_length": 2000,
    "input.label.max_length": 2000,
    "input.hint.max_length": 2000,
    "markdown.total_text.max_length": 12000,
    "rich_text_list.indent.max": 8,
    "action_id.max_length": 255,
    "block_id.max_length": 255,
    "button.text.max_length": 75,
    "button.value.max_length": 2000,
    "button.url.max_length": 3000,
    "button.accessibility_label.max_length": 75,
    "option.text.max_length": 75,
    "option.value.max_length": 150,
    "option.description.max_length": 75,
    "option_group.label.max_length": 75,
    "option_group.options.max_items": 100,
    "select.placeholder.max_length": 150,
    "select.options.max_items": 100,
    "select.option_groups.max_items": 100,
    "plain_text_input.max_length.max": 3000,
    "plain_text_input.placeholder.max_length": 150,
    "overflow.options.max_items": 5,
    "checkboxes.options.max_items": 10,
    "radio_buttons.options.max_items": 10,
    "confirmation.title.max_length": 100,
    "confirmation.text.max_length": 300,
    "confirmation.confirm.max_length": 30,
    "confirmation.deny.max_length": 30,
}

TEXT_TRUNCATED_AT: Final = 40_000
UPDATE_TEXT_MAX: Final = 4_000
# Undocumented; `msg_blocks_too_long` was seen near this size (bolt-js issue 2509).
BLOCKS_TOTAL_MAX: Final = 13_200
VIEW_BYTES_MAX: Final = 250_000
# The real size is not published; small enough that no client comes near a larger one.
METADATA_BYTES_MAX: Final = 1_024
VIEW_STACK_MAX: Final = 3

ACK_SECONDS: Final = 3.0
TRIGGER_SECONDS: Final = 3.0
RESPONSE_URL_USES: Final = 5
RESPONSE_URL_SECONDS: Final = 30 * 60.0
SOCKETS_MAX: Final = 10

POST_PER_SECOND: Final = 1.0
POST_BURST: Final = 5
POSTS_PER_MINUTE_PER_TEAM: Final = 300
CALLS_PER_MINUTE: Final[dict[str, int]] = {"t1": 1, "t2": 20, "t3": 50, "t4": 100, "t5": 600}
# What a commercially distributed app outside the Marketplace gets from conversations.history.
COMMERCIAL_HISTORY_PER_MINUTE: Final = 1
COMMERCIAL_HISTORY_OBJECTS: Final = 15
