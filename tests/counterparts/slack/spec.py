"""The Web API methods the counterpart knows: arguments, scopes, rate tier, and who may send JSON.

A `shared` test compares every row with the saved method reference.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

READ_SCOPES: Final = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY_SCOPES: Final = ("channels:history", "groups:history", "im:history", "mpim:history")
OPEN_SCOPES: Final = ("channels:manage", "groups:write", "im:write", "mpim:write")
POST_ARGUMENTS: Final = (
    "attachments blocks channel icon_emoji icon_url link_names markdown_text metadata mrkdwn parse "
    "reply_broadcast text thread_ts unfurl_links unfurl_media username"
)

# Bolt's per-request client adds it to whatever it calls, for organisation-wide installs.
SENT_BY_BOLT: Final = frozenset({"team_id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One row of Slack's method reference; `any_scope` empty means no scope is needed."""

    arguments: frozenset[str]
    required: tuple[str, ...]
    any_scope: tuple[str, ...]
    tier: str
    takes_json: bool
    app_token: bool = False


def _method(
    arguments: str,
    required: str,
    tier: str,
    *scopes: str,
    takes_json: bool = True,
    app_token: bool = False,
) -> Method:
    return Method(
        arguments=frozenset(arguments.split()) | {"token"},
        required=tuple(required.split()),
        any_scope=scopes,
        tier=tier,
        takes_json=takes_json,
        app_token=app_token,
    )


METHODS: Final[dict[str, Method]] = {
    "auth.test": _method("", "", "t5"),
    "apps.connections.open": _method("", "", "t3", app_token=True),
    "chat.postMessage": _method(POST_ARGUMENTS, "channel", "t5", "chat:write"),
    "chat.update": _method(
        "attachments blocks channel link_names markdown_text metadata parse reply_broadcast text ts",
        "channel ts",
        "t3",
        "chat:write",
    ),
    "chat.postEphemeral": _method(
        "attachments blocks channel icon_emoji icon_url link_names markdown_text parse text "
        "thread_ts user username",
        "channel user",
        "t4",
        "chat:write",
    ),
    "chat.delete": _method("channel ts", "channel ts", "t3", "chat:write"),
    "chat.getPermalink": _method(
        "channel message_ts", "channel message_ts", "t5", takes_json=False
    ),
    "conversations.history": _method(
        "channel cursor include_all_metadata inclusive latest limit oldest",
        "channel",
        "t3",
        *HISTORY_SCOPES,
    ),
    "conversations.replies": _method(
        "channel cursor include_all_metadata inclusive latest limit oldest ts",
        "channel ts",
        "t3",
        *HISTORY_SCOPES,
        takes_json=False,
    ),
    "conversations.info": _method(
        "channel include_locale include_num_members",
        "channel",
        "t3",
        *READ_SCOPES,
        takes_json=False,
    ),
    "conversations.join": _method("channel", "channel", "t3", "channels:join"),
    "conversations.list": _method(
        "cursor exclude_archived limit team_id types", "", "t2", *READ_SCOPES, takes_json=False
    ),
    "conversations.members": _method(
        "channel cursor limit", "channel", "t4", *READ_SCOPES, takes_json=False
    ),
    "conversations.open": _method(
        "channel prevent_creation return_im users", "", "t3", *OPEN_SCOPES
    ),
    "users.conversations": _method(
        "cursor exclude_archived limit team_id types user",
        "",
        "t3",
        *READ_SCOPES,
        takes_json=False,
    ),
    "views.open": _method("interactivity_pointer trigger_id view", "view", "t4"),
    "views.push": _method("interactivity_pointer trigger_id view", "view", "t4"),
    "views.update": _method("external_id hash view view_id", "view", "t4"),
    "views.publish": _method("hash interactivity_pointer user_id view", "user_id view", "t4"),
    "users.info": _method("include_locale user", "user", "t4", "users:read", takes_json=False),
    "bots.info": _method("bot team_id", "", "t3", "users:read", takes_json=False),
    "team.info": _method("domain team", "", "t3", "team:read"),
}
