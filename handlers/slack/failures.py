"""What each of Slack's errors means for a delivery: one table, one translation.

https://docs.slack.dev/reference/methods/chat.postMessage#errors and its siblings.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.domain.channel import Channel
from bot.errors import (
    AccountUnavailable,
    AmbiguousDelivery,
    ChannelUnavailable,
    ContentRefused,
    DeliveryError,
    MessageGone,
    PermanentDeliveryError,
    TransientDeliveryError,
)

RATE_LIMITED: Final = frozenset({"ratelimited", "rate_limited"})
NO_CONNECTION: Final = "no_connection"
NO_RETRY_AFTER: Final = timedelta(seconds=30)

# Slack's own words for these: some aspect of the operation may have succeeded.
AMBIGUOUS: Final = frozenset(
    {"fatal_error", "internal_error", "request_timeout", "service_unavailable"}
)
# Nobody in the workspace can post: the whole account waits.
TEAM_WAITS: Final[Mapping[str, tuple[str, timedelta]]] = {
    "message_limit_exceeded": (
        "The workspace has reached Slack's limit on messages",
        timedelta(minutes=5),
    ),
    **dict.fromkeys(
        ("team_added_to_org", "org_login_required", "external_channel_migrating"),
        ("Slack is moving the workspace", timedelta(hours=1)),
    ),
}
INVITE: Final = "in the channel, type /invite @Tidings"
ASK_ADMIN: Final = "ask an admin of the workspace to let Tidings post there"
# code -> (what is wrong, what a person does about it)
CHANNEL: Final[Mapping[str, tuple[str, str]]] = {
    "is_archived": ("it is archived", "unarchive it, or unsubscribe"),
    "is_inactive": ("it is archived", "unarchive it, or unsubscribe"),
    "channel_not_found": ("it was deleted, or is private and Tidings is not in it", INVITE),
    "channel_is_limited_access": ("access to it is limited", ASK_ADMIN),
    "not_in_channel": ("Tidings is not in it", INVITE),
    "no_permission": ("Tidings may not post there", ASK_ADMIN),
    "restricted_action": ("only some people may post there", ASK_ADMIN),
    "restricted_action_read_only_channel": ("it is read-only", ASK_ADMIN),
    "restricted_action_thread_only_channel": ("only replies are allowed there", ASK_ADMIN),
    "restricted_action_non_threadable_channel": ("replies are not allowed there", ASK_ADMIN),
    "posting_to_channel_denied": ("posting there is denied", ASK_ADMIN),
    "ekm_access_denied": ("the admins have suspended posting there", ASK_ADMIN),
    "messages_tab_disabled": (
        "direct messages to Tidings are switched off",
        "in the app's settings, under App Home, allow messages",
    ),
}
REINSTALL: Final = "install the app again and set SLACK_BOT_TOKEN to the new token"
ACCOUNT: Final[Mapping[str, str]] = {
    "account_inactive": "the app was removed from the workspace",
    "token_revoked": "its token was revoked",
    "invalid_auth": "its token is not valid",
    "not_authed": "it sent no token",
    "token_expired": "its token has expired",
    "not_allowed_token_type": "its token is of the wrong type",
    "missing_scope": "the app lacks a permission",
    "two_factor_setup_required": "the workspace asks for two-factor authentication",
    "access_denied": "the workspace denies it access",
    "accesslimited": "the workspace denies it access from this network",
    "app_access_restricted": "the workspace restricts this app",
}
CONTENT: Final = frozenset(
    {
        "invalid_blocks",
        "invalid_blocks_format",
        "msg_blocks_too_long",
        "msg_too_long",
        "metadata_too_large",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "too_many_attachments",
        "block_mismatch",
    }
)
MESSAGE: Final = frozenset(
    {
        "message_not_found",
        "cant_update_message",
        "edit_window_closed",
        "thread_not_found",
        "restricted_action_thread_locked",
        "cannot_reply_to_message",
    }
)
FAILED_CALLS: Final = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError)
"""What a call of the SDK's client raises when it fails."""


def failure(error: Exception, channel: Channel) -> DeliveryError:
    """The delivery error that a failed call to post, edit or read in `channel` stands for."""
    place = f"#{channel.name}" if channel.name else channel.native_id
    if not isinstance(error, SlackApiError):
        return _no_answer(error, place)
    status, code, headers = _parts(error)
    if status == 429 or code in RATE_LIMITED:
        return TransientDeliveryError(
            f"Slack asks to post less in {place}",
            code=code or "ratelimited",
            retry_after=_retry_after(headers),
            whole_account=True,
            counts=False,
        )
    if status >= 500 or code in AMBIGUOUS or not code:
        return AmbiguousDelivery(
            f"Slack answered {code or f'HTTP {status}'} about {place}", code=code or str(status)
        )
    return _by_code(code, place, _body(error))


def _by_code(code: str, place: str, body: Mapping[str, Any]) -> DeliveryError:
    if code in CHANNEL:
        what, fix = CHANNEL[code]
        return ChannelUnavailable(f"Slack cannot post in {place}: {what}", code=code, fix=fix)
    if code in ACCOUNT:
        needed = f" ({body['needed']})" if body.get("needed") else ""
        words = f"Slack refuses Tidings: {ACCOUNT[code]}{needed}; {REINSTALL}"
        return AccountUnavailable(words, code=code)
    if code in MESSAGE:
        return MessageGone(f"Slack cannot change or answer that message in {place}", code=code)
    if code in CONTENT:
        details = body.get("errors") or body.get("response_metadata", {}).get("messages", [])
        words = f"Slack refuses the form of a message for {place}: {code} {'; '.join(details[:3])}"
        return ContentRefused(words.strip(), code=code)
    if code in TEAM_WAITS:
        what, pause = TEAM_WAITS[code]
        return TransientDeliveryError(what, code=code, retry_after=pause, whole_account=True)
    return PermanentDeliveryError(f"Slack refuses a message for {place}: {code}", code=code)


def code_of(error: Exception) -> str:
    """Slack's error code, or what kind of silence it was."""
    if isinstance(error, SlackApiError):
        status, code, _ = _parts(error)
        return code or f"HTTP {status}"
    return type(error).__name__


def retry_after_of(error: Exception) -> timedelta | None:
    """How long Slack asks to wait; None where it does not."""
    if not isinstance(error, SlackApiError):
        return None
    status, code, headers = _parts(error)
    return _retry_after(headers) if status == 429 or code in RATE_LIMITED else None


def _no_answer(error: Exception, place: str) -> DeliveryError:
    if isinstance(error, aiohttp.ClientConnectorError):
        # Refused or not found before a byte was sent: nothing can have been posted.
        return TransientDeliveryError(
            f"Slack cannot be reached to post in {place}: {error}", code=NO_CONNECTION
        )
    words = f"No answer from Slack about {place}: {type(error).__name__} {error}".strip()
    return AmbiguousDelivery(words, code="no_answer")


def _parts(error: SlackApiError) -> tuple[int, str, Mapping[str, Any]]:
    """Status, error code and headers, whatever the SDK attached to the error."""
    response = error.response
    status = getattr(response, "status_code", None) or getattr(response, "status", 0)
    code = _body(error).get("error") or ""
    return int(status or 0), str(code), getattr(response, "headers", None) or {}


def _body(error: SlackApiError) -> Mapping[str, Any]:
    data = getattr(error.response, "data", None)
    return data if isinstance(data, dict) else {}


def _retry_after(headers: Mapping[str, Any]) -> timedelta:
    try:
        return timedelta(seconds=max(1, int(headers.get("Retry-After", ""))))
    except ValueError:
        return NO_RETRY_AFTER
