"""Which token speaks for which workspace, and a client for each.

One token today; everything that asks names the workspace, so that a store of installations can
stand here instead. No client retries by itself: the SDK's own handler posts twice when a
connection drops.
"""

from __future__ import annotations

from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.channel import Channel, Platform
from bot.errors import AccountUnavailable, AmbiguousDelivery, DeliveryError, TransientDeliveryError
from bot.settings import SlackSettings
from handlers.slack.failures import FAILED_CALLS, NO_CONNECTION, REINSTALL, failure

CALL_SECONDS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who the token makes us."""

    team: str
    team_name: str
    bot_user: str
    bot_id: str
    handle: str
    scopes: frozenset[str]


class Workspaces:
    """The workspace that SLACK_BOT_TOKEN belongs to, known after the first question to Slack."""

    def __init__(self, settings: SlackSettings) -> None:
        self._token = settings.bot_token.get_secret_value() if settings.bot_token else ""
        self._base_url = settings.api_url.rstrip("/") + "/"
        self._identity: Identity | None = None
        self.removed = False
        """Whether Slack told us that the app was taken out of the workspace."""

    @property
    def token(self) -> str:
        return self._token

    @property
    def known(self) -> Identity | None:
        return self._identity

    def new_client(self, token: str = "") -> AsyncWebClient:
        return AsyncWebClient(
            token=token or None,
            base_url=self._base_url,
            timeout=CALL_SECONDS,
            retry_handlers=[],
        )

    async def identify(self) -> Identity:
        """Ask Slack whose token this is. Raises AccountUnavailable or TransientDeliveryError."""
        if self._identity is None:
            self._identity = await self._ask()
        return self._identity

    async def client(self, team: str) -> AsyncWebClient:
        """The client that posts in a workspace. Raises as `identify`."""
        identity = await self.identify()
        if team != identity.team:
            raise AccountUnavailable(
                f"There is no token for the Slack workspace {team}; SLACK_BOT_TOKEN belongs to "
                f"{identity.team} ({identity.team_name})",
                code="no_token",
            )
        return self.new_client(self._token)

    async def _ask(self) -> Identity:
        try:
            answer = await self.new_client(self._token).auth_test()
        except FAILED_CALLS as error:
            raise _about_the_token(error) from error
        return Identity(
            team=str(answer["team_id"]),
            team_name=str(answer.get("team", "")),
            bot_user=str(answer["user_id"]),
            bot_id=str(answer.get("bot_id", "")),
            handle=str(answer.get("user", "tidings")),
            scopes=frozenset(answer.headers.get("x-oauth-scopes", "").split(",")) - {""},
        )


def _about_the_token(error: Exception) -> DeliveryError:
    nowhere = Channel(platform=Platform.SLACK, workspace="?", native_id="auth.test")
    told = failure(error, nowhere)
    if told.code == NO_CONNECTION:
        return TransientDeliveryError(f"Slack cannot be reached: {error}", code=NO_CONNECTION)
    if isinstance(told, AmbiguousDelivery):
        return TransientDeliveryError(f"Slack does not say whose token it is: {told}")
    if isinstance(told, (AccountUnavailable, TransientDeliveryError)):
        return told
    return AccountUnavailable(f"Slack refuses SLACK_BOT_TOKEN: {told.code}; {REINSTALL}")
