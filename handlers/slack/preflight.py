"""What would keep us from posting in a channel, each with its exact fix; asked before promising."""

from __future__ import annotations

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.channel import Channel
from handlers.slack.failures import (
    ACCOUNT,
    CHANNEL,
    FAILED_CALLS,
    INVITE,
    REINSTALL,
    code_of,
)
from handlers.slack.workspaces import Identity


async def obstacles(
    client: AsyncWebClient, channel: Channel, identity: Identity
) -> tuple[str, ...]:
    """Empty when posting should work."""
    if "chat:write" not in identity.scopes:
        return (_missing("chat:write"),)
    try:
        if channel.native_id.startswith("D"):
            # A slash command also arrives from other people's direct messages.
            await client.conversations_open(channel=channel.native_id)
            return ()
        answer = await client.conversations_info(channel=channel.native_id)
    except FAILED_CALLS as error:
        return (_from_code(code_of(error), channel),)
    return _from_info(answer["channel"], identity)


def _from_info(info: Any, identity: Identity) -> tuple[str, ...]:
    if info.get("is_archived"):
        what, fix = CHANNEL["is_archived"]
        return (f"Tidings cannot post here: {what}. To mend it: {fix}.",)
    public = not info.get("is_private")
    may_enter = {"chat:write.public", "channels:join"} & identity.scopes
    if not info.get("is_member") and not (public and may_enter):
        what, _ = CHANNEL["not_in_channel"]
        return (f"Tidings cannot post here: {what}. To mend it: {_invite(identity)}.",)
    return ()


def _from_code(code: str, channel: Channel) -> str:
    if channel.native_id.startswith("D"):
        return (
            "Tidings cannot post in this conversation. Use a channel, or its own messages tab "
            f"({code})."
        )
    if code == "missing_scope":
        return _missing("channels:read (and groups:read for private channels)")
    if code in CHANNEL:
        what, fix = CHANNEL[code]
        return f"Tidings cannot post here: {what}. To mend it: {fix}."
    if code in ACCOUNT:
        return f"Slack refuses Tidings: {ACCOUNT[code]}. To mend it: {REINSTALL}."
    return f"Slack does not say now whether Tidings can post here ({code}). Try again in a minute."


def _missing(scope: str) -> str:
    return (
        f"The app lacks the permission {scope}. To mend it: add it under OAuth & Permissions "
        "and install the app again."
    )


def _invite(identity: Identity) -> str:
    return INVITE.replace("@Tidings", f"@{identity.handle}")
