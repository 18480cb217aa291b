"""Objects as Discord sends them: guild payloads for the gateway, users, interactions' members."""

from __future__ import annotations

from tests.counterparts.discord.world import PUBLIC_THREAD, TEXT, Json, World


def member(world: World, guild_id: str, user_id: str, channel: Json | None = None) -> Json:
    """A member as inside an interaction: with the permissions that hold in the channel."""
    found: Json = world.guilds[guild_id]["members"][user_id]
    return found | {"permissions": str(world.permissions(user_id, channel, guild_id))}


def guild_create(world: World, guild_id: str) -> Json:
    guild = world.guilds[guild_id]
    if guild["unavailable"]:
        return {"id": guild_id, "unavailable": True}
    places = [c for c in world.channels.values() if c.get("guild_id") == guild_id]
    return {
        "id": guild_id,
        "name": guild["name"],
        "owner_id": guild["owner_id"],
        "icon": None,
        "splash": None,
        "banner": None,
        "features": [],
        "emojis": [],
        "stickers": [],
        "roles": list(guild["roles"].values()),
        # With the GUILDS intent alone a bot sees only itself here.
        "members": [guild["members"][world.bot["id"]]],
        "channels": [c for c in places if c["type"] == TEXT],
        "threads": [c for c in places if c["type"] == PUBLIC_THREAD],
        "member_count": len(guild["members"]),
        "large": False,
        "unavailable": False,
        "joined_at": guild["members"][world.bot["id"]]["joined_at"],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "verification_level": 1,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "application_id": None,
        "description": None,
        "discovery_splash": None,
        "region": "deprecated",
        "max_members": 500_000,
        "max_presences": None,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "public_updates_channel_id": None,
        "rules_channel_id": None,
        "safety_alerts_channel_id": None,
        "vanity_url_code": None,
        "nsfw": False,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "afk_timeout": 300,
        "afk_channel_id": None,
        "preferred_locale": "en-US",
    }


def private_user(user: Json) -> Json:
    """The bot's own account, as `/users/@me` shows it."""
    return user | {"mfa_enabled": False, "locale": "en-US", "verified": True, "email": None}


def application(world: World) -> Json:
    owner = {key: value for key, value in world.bot.items() if key != "bot"}
    return {
        "id": world.application_id,
        "name": "Tidings",
        "icon": None,
        "description": "",
        "type": None,
        "bot": world.bot,
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": owner | {"id": world.application_id, "username": "operator"},
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
        "bot_public": True,
        "bot_require_code_grant": False,
    }


def channel_for_person(world: World, channel: Json, user_id: str) -> Json:
    """The partial channel of an interaction."""
    shown = {k: v for k, v in channel.items() if k != "permission_overwrites"}
    if "guild_id" in channel:
        shown["permissions"] = str(world.permissions(user_id, channel))
    return shown
