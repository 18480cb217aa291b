"""Setting the stage: workspaces, people, channels, time and trouble."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tests.counterparts.slack.conversations import new_channel
from tests.counterparts.slack.faults import Fault, FaultKind, FaultStorm
from tests.counterparts.slack.link import Link
from tests.counterparts.slack.state import JSON, State, Workspace

DEFAULT_SCOPES = (
    "chat:write commands channels:read groups:read users:read im:write channels:history "
    "groups:history"
)


class Verbs:
    """What a test may do to the counterpart; `/_control` offers the same names over HTTP."""

    state: State
    link: Link


class SettingTheStage(Verbs):
    def add_workspace(
        self,
        team: str = "T1",
        *,
        name: str = "",
        scopes: Iterable[str] | None = None,
        bot_token: str = "",
        commercial: bool = False,
    ) -> Workspace:
        """Install the app in a workspace; the token is `xoxb-<team>` unless given."""
        workspace = Workspace(
            id=team,
            name=name or f"Team{team}",
            bot_token=bot_token or f"xoxb-{team}",
            bot_user=f"UBOT{team}",
            bot_id=f"B{team}",
            scopes=set(DEFAULT_SCOPES.split() if scopes is None else scopes),
            commercial=commercial,
        )
        self.state.workspaces[team] = workspace
        return workspace

    def add_user(self, team: str, user: str, **profile: Any) -> JSON:
        """A person; `profile` overrides fields such as tz, is_admin or deleted."""
        person = {
            "id": user,
            "team_id": team,
            "name": user.lower(),
            "real_name": f"Person {user}",
            "tz": "Europe/Berlin",
            "tz_offset": 3600,
            "is_admin": False,
            "is_bot": False,
            "deleted": False,
            **profile,
        }
        self.state.workspace(team).users[user] = person
        return person

    def add_channel(
        self,
        team: str,
        channel: str,
        *,
        name: str = "",
        private: bool = False,
        member: bool = True,
        archived: bool = False,
        restricted: bool = False,
    ) -> JSON:
        """A channel; `member` is whether the bot is in it, `restricted` whether it may not post."""
        workspace = self.state.workspace(team)
        added = new_channel(self.state, workspace, channel, name=name or channel.lower())
        added.update(
            is_private=private,
            is_group=private,
            is_channel=not private,
            is_member=member,
            is_archived=archived,
            _restricted=restricted,
            _people=list(workspace.users),
        )
        return added

    def set_scopes(self, team: str, scopes: Iterable[str]) -> None:
        self.state.workspace(team).scopes = set(scopes)

    def inject(self, *, kind: FaultKind, **where_and_what: Any) -> Fault:
        """Let the next fitting call go wrong; the keywords are the fields of `Fault`."""
        fault = Fault(kind=kind, **where_and_what)
        self.state.faults.scripted.append(fault)
        return fault

    def storm(
        self,
        seed: int,
        *,
        rate: float,
        kinds: Sequence[FaultKind],
        methods: Sequence[str] = ("chat.postMessage",),
        retry_after: int = 1,
    ) -> None:
        """Faults at random, reproducible from the seed, until `clear_faults`."""
        self.state.faults.storm = FaultStorm(
            seed, rate=rate, kinds=kinds, methods=methods, retry_after=retry_after
        )

    def clear_faults(self) -> None:
        self.state.faults.clear()

    def freeze_clock(self, at: float | None = None) -> None:
        self.state.clock.freeze(at)

    def advance_clock(self, seconds: float) -> None:
        self.state.clock.advance(seconds)

    def run_clock(self) -> None:
        self.state.clock.run()

    async def disconnect(self, reason: str = "refresh_requested", *, close: bool = False) -> None:
        await self.link.disconnect(reason, close=close)

    async def drop_sockets(self, *, accepting: bool = True) -> None:
        await self.link.drop(accepting=accepting)
