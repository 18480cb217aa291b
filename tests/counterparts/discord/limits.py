"""Discord's published limits, permission bits and gateway numbers, as data.

Sources: Discord's OpenAPI description v10 (the `shared` suite compares `shapes.py` with it) and
the documentation pages named beside each number. Nothing here is imported by the product, so a
wrong number in the product cannot agree with itself.
"""

from __future__ import annotations

from typing import Final

CONTENT: Final = 2_000  # docs: resources/message; the OpenAPI's 4,000 is for Nitro users
EMBED_SUM: Final = 6_000  # docs: resources/message "Embed Limits", over all embeds of a message
ROW_BUTTONS: Final = 5  # docs: components/reference "Action Row"
ROWS: Final = 5  # docs: components/reference "Legacy Message Component Behavior"
COMPONENTS_V2: Final = 40
COMMANDS: Final = 100  # docs: interactions/application-commands
COMMAND_CHARACTERS: Final = 8_000
COMMAND_CREATES_PER_DAY: Final = 200
MODAL_COMPONENTS: Final = 5

NONCE_MINUTES: Final = 5  # docs say "in the past few minutes"
FIRST_RESPONSE_SECONDS: Final = 3  # docs: interactions/receiving-and-responding
TOKEN_MINUTES: Final = 15

GLOBAL_PER_SECOND: Final = 50  # docs: topics/rate-limits
INVALID_PER_WINDOW: Final = 10_000  # docs: topics/rate-limits "Invalid Request Limit"
INVALID_WINDOW_MINUTES: Final = 10

# bucket -> (requests, seconds). Observed values, not a contract: a client must read the headers.
BUCKETS: Final[dict[str, tuple[int, float]]] = {
    "message-create": (5, 5.0),
    "message-edit": (5, 5.0),
    "message-read": (50, 10.0),
    "message-delete": (5, 1.0),
    "thread-create": (50, 300.0),
    "commands": (5, 20.0),
    "webhook": (5, 2.0),
    "other": (50, 10.0),
}

GATEWAY_SENDS_PER_MINUTE: Final = 120  # docs: events/gateway "Rate Limiting"
IDENTIFY_SECONDS: Final = 5
IDENTIFIES_PER_DAY: Final = 1_000
GUILDS_PER_SHARD: Final = 2_500
HEARTBEAT_MILLISECONDS: Final = 41_250

EPHEMERAL: Final = 1 << 6
LOADING: Final = 1 << 7
V2: Final = 1 << 15

PERMISSIONS: Final[dict[str, int]] = {
    "KICK_MEMBERS": 1 << 1,
    "BAN_MEMBERS": 1 << 2,
    "ADMINISTRATOR": 1 << 3,
    "MANAGE_CHANNELS": 1 << 4,
    "MANAGE_GUILD": 1 << 5,
    "ADD_REACTIONS": 1 << 6,
    "VIEW_CHANNEL": 1 << 10,
    "SEND_MESSAGES": 1 << 11,
    "MANAGE_MESSAGES": 1 << 13,
    "EMBED_LINKS": 1 << 14,
    "ATTACH_FILES": 1 << 15,
    "READ_MESSAGE_HISTORY": 1 << 16,
    "MENTION_EVERYONE": 1 << 17,
    "MANAGE_ROLES": 1 << 28,
    "USE_APPLICATION_COMMANDS": 1 << 31,
    "MANAGE_THREADS": 1 << 34,
    "CREATE_PUBLIC_THREADS": 1 << 35,
    "SEND_MESSAGES_IN_THREADS": 1 << 38,
    "BYPASS_SLOWMODE": 1 << 52,
}
EVERYONE_DEFAULT: Final = (
    "VIEW_CHANNEL",
    "SEND_MESSAGES",
    "EMBED_LINKS",
    "READ_MESSAGE_HISTORY",
    "CREATE_PUBLIC_THREADS",
    "SEND_MESSAGES_IN_THREADS",
    "USE_APPLICATION_COMMANDS",
)

GUILDS_INTENT: Final = 1 << 0
PRIVILEGED_INTENTS: Final = (1 << 1) | (1 << 8) | (1 << 15)
KNOWN_INTENTS: Final = (1 << 17) - 1 | (0b11 << 20) | (0b11 << 24)
INTENT_OF_EVENT: Final[dict[str, int]] = {
    "GUILD_CREATE": 1 << 0,
    "GUILD_UPDATE": 1 << 0,
    "GUILD_DELETE": 1 << 0,
    "GUILD_ROLE_CREATE": 1 << 0,
    "GUILD_ROLE_UPDATE": 1 << 0,
    "GUILD_ROLE_DELETE": 1 << 0,
    "CHANNEL_CREATE": 1 << 0,
    "CHANNEL_UPDATE": 1 << 0,
    "CHANNEL_DELETE": 1 << 0,
    "THREAD_CREATE": 1 << 0,
    "THREAD_UPDATE": 1 << 0,
    "THREAD_DELETE": 1 << 0,
    "MESSAGE_CREATE": 1 << 9,
    "MESSAGE_UPDATE": 1 << 9,
    "MESSAGE_DELETE": 1 << 9,
}


def bits(*names: str) -> int:
    """The permission integer of some names, e.g. `bits("VIEW_CHANNEL", "SEND_MESSAGES")`."""
    total = 0
    for name in names:
        total |= PERMISSIONS[name]
    return total
