"""Discord's documented limits, each with where it is written down."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

# https://discord.com/developers/docs/resources/message#create-message
CONTENT: Final = 2_000
NONCE: Final = 25
# The docs say a nonce is unique "in the past few minutes"; two is a few on any reading.
NONCE_WINDOW: Final = timedelta(minutes=2)

# https://discord.com/developers/docs/resources/message#embed-object-embed-limits
EMBEDS: Final = 10
EMBED_TITLE: Final = 256
EMBED_DESCRIPTION: Final = 4_096
EMBED_TOTAL: Final = 6_000
EMBED_URL: Final = 2_048

# https://discord.com/developers/docs/components/reference
ROWS: Final = 5
ROW_BUTTONS: Final = 5
BUTTON_LABEL: Final = 80
BUTTON_URL: Final = 512
CUSTOM_ID: Final = 100
MENU_OPTIONS: Final = 25
MENU_LABEL: Final = 100
MENU_VALUE: Final = 100
MENU_PLACEHOLDER: Final = 150

# https://discord.com/developers/docs/interactions/application-commands
CHOICES: Final = 25
CHOICE: Final = 100
SUBCOMMAND_OPTIONS: Final = 25
COMMAND_CHARACTERS: Final = 4_000
"""Our own bound, half of Discord's 8,000, so that translations fit one day."""

# https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
ANSWER_WITHIN: Final = timedelta(seconds=3)
TOKEN_LIVES: Final = timedelta(minutes=15)

# Observed, not promised: https://github.com/discord/discord-api-docs/issues/20. discord.py reads
# the real figures from the headers; this only keeps our own queue from running into them.
CHANNEL_MESSAGES: Final = 5
CHANNEL_WINDOW: Final = timedelta(seconds=5)
# https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
ACCOUNT_MESSAGES: Final = 45
ACCOUNT_WINDOW: Final = timedelta(seconds=1)

# https://discord.com/developers/docs/resources/message#get-channel-messages
LISTING: Final = 50
"""Messages one look at a channel reads; Discord gives at most 100."""
# https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
BANNED_FOR: Final = timedelta(minutes=10)
