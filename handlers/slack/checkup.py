"""What `tidings check` says about Slack: tokens, scopes, and every channel with a subscription."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

from bot.domain.channel import Platform
from bot.errors import DeliveryError, TransientDeliveryError
from bot.ports.channels import ChannelAdapter
from bot.ports.handlers import Finding
from bot.ports.stores import Stores
from bot.settings import SlackSettings
from handlers.slack.failures import FAILED_CALLS, code_of
from handlers.slack.workspaces import Workspaces

# scope -> what does not work without it
NEEDED: Final = {
    "chat:write": "nothing can be posted",
    "commands": "the slash command does not exist",
    "channels:read": "public channels cannot be checked before subscribing",
    "groups:read": "private channels cannot be checked before subscribing",
}
WANTED: Final = {
    "channels:history": (
        "a message that Slack did not confirm stays `uncertain` instead of being looked up"
    ),
    "groups:history": "the same in private channels",
    "users:read": "times are shown in UTC until somebody sets the channel's zone",
    "im:write": "nobody can be told in a direct message",
}
ADD_SCOPE: Final = "add it under OAuth & Permissions, then install the app again"


async def findings(
    *, settings: SlackSettings, workspaces: Workspaces, adapter: ChannelAdapter, stores: Stores
) -> AsyncIterator[Finding]:
    try:
        identity = await workspaces.identify()
    except DeliveryError as error:
        unreached = isinstance(error, TransientDeliveryError)
        fix = "check the network and slack.api_url" if unreached else "see docs/slack.md"
        yield Finding(where="slack bot token", ok=False, what=str(error), fix=fix)
        return
    name = f"{identity.team_name} ({identity.team}) as @{identity.handle}"
    yield Finding(where="slack bot token", ok=True, what=f"speaks in {name}")
    yield await _app_token(settings, workspaces)
    for scope, without in NEEDED.items():
        if scope not in identity.scopes:
            yield Finding(where=f"slack scope {scope}", ok=False, what=without, fix=ADD_SCOPE)
    for scope, without in WANTED.items():
        if scope not in identity.scopes:
            yield Finding(where=f"slack scope {scope}", ok=True, what=f"not granted: {without}")
    for channel in await stores.channels.all():
        if channel.platform is not Platform.SLACK or channel.workspace != identity.team:
            continue
        if await stores.subscriptions.of_channel(channel.id):
            where = f"slack channel {channel.name or channel.native_id}"
            obstacles = await adapter.preflight(channel)
            what = " ".join(obstacles) or "can be posted to"
            yield Finding(where=where, ok=not obstacles, what=what)


async def _app_token(settings: SlackSettings, workspaces: Workspaces) -> Finding:
    token = settings.app_token.get_secret_value() if settings.app_token else ""
    try:
        await workspaces.new_client().apps_connections_open(app_token=token)
    except FAILED_CALLS as error:
        return Finding(
            where="slack app token",
            ok=False,
            what=f"Slack opens no socket: {code_of(error)}",
            fix="under Basic Information, make an app-level token with connections:write, "
            "switch Socket Mode on, and set SLACK_APP_TOKEN",
        )
    return Finding(where="slack app token", ok=True, what="opens a socket")
