"""A Discord for tests: REST v10, gateway, people, faults; written from Discord's documentation."""

from __future__ import annotations

from tests.counterparts.discord.errors import ApiError, PersonError
from tests.counterparts.discord.faults import Fault
from tests.counterparts.discord.server import TOKEN, DiscordCounterpart

__all__ = ("TOKEN", "ApiError", "DiscordCounterpart", "Fault", "PersonError")
