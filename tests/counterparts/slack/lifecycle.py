"""What happens to channels and installations: the change itself, and the events that tell of it."""

from __future__ import annotations

from typing import Any

from tests.counterparts.slack.acting import Acting
from tests.counterparts.slack.state import Exchange


class Lifecycle(Acting):
    async def archive_channel(self, team: str, channel: str) -> Exchange:
        self.state.channel(team, channel)["is_archived"] = True
        return await self._tell(team, channel, "archive", user="USLACK")

    async def unarchive_channel(self, team: str, channel: str) -> Exchange:
        self.state.channel(team, channel)["is_archived"] = False
        return await self._tell(team, channel, "unarchive", user="USLACK")

    async def delete_channel(self, team: str, channel: str) -> Exchange:
        self.state.channel(team, channel)["_deleted"] = True
        return await self._tell(team, channel, "deleted")

    async def rename_channel(self, team: str, channel: str, name: str) -> Exchange:
        found = self.state.channel(team, channel)
        found["name"] = name
        described = {"id": channel, "name": name, "created": found["created"]}
        kind = "group_rename" if found["is_private"] else "channel_rename"
        return await self.send_event(team, {"type": kind, "channel": described})

    async def remove_bot(self, team: str, channel: str) -> list[Exchange]:
        """The bot is kicked: both events that Slack may send for it."""
        found = self.state.channel(team, channel)
        found["is_member"] = False
        bot = self.state.workspace(team).bot_user
        member_left = {"type": "member_left_channel", "user": bot, "channel": channel, "team": team}
        return [
            await self._tell(team, channel, "left"),
            await self.send_event(team, {**member_left, "channel_type": _type(found)}),
        ]

    async def invite_bot(self, team: str, channel: str, *, inviter: str = "") -> Exchange:
        found = self.state.channel(team, channel)
        found["is_member"] = True
        event = {
            "type": "member_joined_channel",
            "user": self.state.workspace(team).bot_user,
            "channel": channel,
            "channel_type": _type(found),
            "team": team,
            "inviter": inviter,
        }
        return await self.send_event(team, event)

    async def uninstall(self, team: str) -> list[Exchange]:
        """The app is removed: its token dies and both events are sent."""
        workspace = self.state.workspace(team)
        workspace.token_error = "account_inactive"
        tokens = {"oauth": [], "bot": [workspace.bot_user]}
        return [
            await self.send_event(team, {"type": "tokens_revoked", "tokens": tokens}),
            await self.send_event(team, {"type": "app_uninstalled"}),
        ]

    async def open_home(self, team: str, user: str) -> Exchange:
        event = {"type": "app_home_opened", "user": user, "channel": "D0", "tab": "home"}
        return await self.send_event(team, event)

    async def _tell(self, team: str, channel: str, what: str, **more: Any) -> Exchange:
        private = self.state.channel(team, channel)["is_private"]
        kind = f"{'group' if private else 'channel'}_{what}"
        return await self.send_event(team, {"type": kind, "channel": channel, **more})


def _type(channel: dict[str, Any]) -> str:
    return "G" if channel["is_private"] else "C"
