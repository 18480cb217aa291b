"""Messages: create (with the nonce window), edit, delete, list. The rules every route shares."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.counterparts.discord import errors, limits, validate
from tests.counterparts.discord.world import DM, PUBLIC_THREAD, Json, World

REPLY, DEFAULT, CHAT_INPUT = 19, 0, 20


def known_fields(world: World, where: str, found: validate.Findings) -> None:
    """A field outside the shapes is a violation and a 404: Discord would silently ignore it."""
    if found.unknown:
        world.violate(f"{where}: fields outside the specification: {found.unknown}")
        raise errors.not_found()


def check_body(world: World, where: str, shape: str, body: Json) -> None:
    found = validate.check_message(shape, body)
    known_fields(world, where, found)
    found.refuse()
    if body.get("flags", 0) and body["flags"] & limits.V2:
        world.violate(f"{where}: Components V2 are not part of this counterpart")
        raise errors.not_found()


def is_blank(body: Json) -> bool:
    has_text = bool((body.get("content") or "").strip())
    return not (has_text or body.get("embeds") or body.get("components"))


def _wire_embed(embed: Json) -> Json:
    shown = {k: v for k, v in embed.items() if v is not None} | {"type": "rich"}
    if "fields" in shown:
        shown["fields"] = [{"inline": False} | field for field in shown["fields"]]
    return shown


def _wire_components(components: list[Json]) -> list[Json]:
    number = 0
    rows: list[Json] = []
    for row in components:
        number += 1
        shown: Json = {"type": row["type"], "id": number, "components": []}
        for child in row.get("components", []):
            number += 1
            shown["components"].append(
                {k: v for k, v in child.items() if v is not None} | {"id": number}
            )
        rows.append(shown)
    return rows


def build(world: World, channel: Json, body: Json, *, flags: int, kind: int = DEFAULT) -> Json:
    """A new message of the bot, stored nowhere yet."""
    message_id = world.snowflake()
    return {
        "id": message_id,
        "type": kind,
        "channel_id": channel["id"],
        "author": world.bot,
        "content": (body.get("content") or "").strip(),
        "embeds": [_wire_embed(embed) for embed in body.get("embeds") or []],
        "components": _wire_components(body.get("components") or []),
        "attachments": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "timestamp": world.clock.iso(),
        "edited_timestamp": None,
        "flags": flags,
        "pinned": False,
        "tts": False,
    }


def store(world: World, message: Json, **facts: Any) -> Json:
    world.messages[message["channel_id"]][message["id"]] = message
    world.facts[message["id"]] = {"history": [], "deleted": False} | facts
    if not facts.get("ephemeral_for"):
        world.channels[message["channel_id"]]["last_message_id"] = message["id"]
    return message


def create(world: World, channel: Json, body: Json) -> tuple[Json, bool]:
    """POST /channels/{id}/messages. Returns the message and whether it is a new one."""
    _may_post(world, channel, body)
    check_body(world, "message create", "message_create", body)
    if is_blank(body):
        raise errors.ApiError(400, 50006, "Cannot send an empty message")
    known = _nonce_hit(world, body)
    if known is not None:
        return known, False
    reference = _reference(world, channel, body)
    message = build(
        world, channel, body, flags=body.get("flags") or 0, kind=REPLY if reference else DEFAULT
    )
    if reference:
        message["message_reference"] = reference
    store(world, message, origin="bot", allowed_mentions=body.get("allowed_mentions"))
    if body.get("nonce") is not None:
        nonce = str(body["nonce"])
        world.nonces[nonce] = {"message": message, "at": world.clock.now()}
        world.facts[message["id"]]["nonce"] = nonce
        message = message | {"nonce": body["nonce"]}
    if channel["type"] == PUBLIC_THREAD:
        channel["message_count"] += 1
        channel["total_message_sent"] += 1
    return message, True


def _may_post(world: World, channel: Json, body: Json) -> None:
    if channel["type"] == DM:
        if channel.get("closed"):
            raise errors.ApiError(403, 50007, "Cannot send messages to this user")
        return
    if channel["type"] not in {0, 5, PUBLIC_THREAD}:
        raise errors.ApiError(400, 50008, "Cannot send messages in a non-text channel")
    is_thread = channel["type"] == PUBLIC_THREAD
    world.require(channel, "SEND_MESSAGES_IN_THREADS" if is_thread else "SEND_MESSAGES")
    if body.get("embeds"):
        world.require(channel, "EMBED_LINKS")
    if is_thread:
        _thread_open(channel)


def _thread_open(thread: Json) -> None:
    state = thread["thread_metadata"]
    if state["locked"]:
        raise errors.ApiError(400, 160005, "Thread is locked")
    state["archived"] = False


def _nonce_hit(world: World, body: Json) -> Json | None:
    """The message that already carries this nonce, while the window is open (docs: `enforce_nonce`)."""
    known = world.nonces.get(str(body.get("nonce"))) if body.get("enforce_nonce") else None
    if known is None or world.clock.now() - known["at"] > timedelta(minutes=limits.NONCE_MINUTES):
        return None
    message: Json = known["message"]
    if world.facts[message["id"]]["deleted"]:
        raise errors.unknown_message()
    return message | {"nonce": body["nonce"]}


def _reference(world: World, channel: Json, body: Json) -> Json | None:
    wanted = body.get("message_reference")
    if not wanted:
        return None
    if not world.may(channel, "READ_MESSAGE_HISTORY"):
        raise errors.ApiError(
            403, 160002, "Cannot reply without permission to read message history"
        )
    if str(wanted["message_id"]) not in world.messages[channel["id"]]:
        if wanted.get("fail_if_not_exists") is False:
            return None
        problem = {"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}
        raise errors.invalid_form({"message_reference": {"_errors": [problem]}})
    reference: Json = {
        "type": 0,
        "channel_id": channel["id"],
        "message_id": str(wanted["message_id"]),
    }
    return reference | ({"guild_id": channel["guild_id"]} if "guild_id" in channel else {})


def edit(world: World, message: Json, body: Json, shape: str) -> Json:
    """Apply an edit: a key that is present replaces, an absent one stays."""
    check_body(world, "message edit", shape, body)
    world.facts[message["id"]]["history"].append({k: message[k] for k in ("content", "embeds")})
    if "content" in body:
        message["content"] = (body["content"] or "").strip()
    if "embeds" in body:
        message["embeds"] = [_wire_embed(embed) for embed in body["embeds"] or []]
    if "components" in body:
        message["components"] = _wire_components(body["components"] or [])
    if not (message["content"] or message["embeds"] or message["components"]):
        raise errors.ApiError(400, 50006, "Cannot send an empty message")
    if "allowed_mentions" in body:
        world.facts[message["id"]]["allowed_mentions"] = body["allowed_mentions"]
    message["flags"] &= ~limits.LOADING
    message["edited_timestamp"] = world.clock.iso()
    return message


def delete(world: World, channel_id: str, message_id: str) -> None:
    message = world.messages[channel_id].pop(message_id)
    world.facts[message["id"]]["deleted"] = True


def listing(world: World, channel: Json, query: dict[str, str]) -> list[Json]:
    """GET messages, newest first. Without READ_MESSAGE_HISTORY it is empty, not an error (docs)."""
    world.require(channel)
    if not world.may(channel, "READ_MESSAGE_HISTORY"):
        return []
    limit = int(query.get("limit", "50"))
    if not 1 <= limit <= 100:
        words = {"code": "NUMBER_TYPE_MAX", "message": "int value should be between 1 and 100."}
        raise errors.invalid_form({"limit": {"_errors": [words]}})
    found = [
        m
        for m in world.messages[channel["id"]].values()
        if not world.facts[m["id"]].get("ephemeral_for")
    ]
    if "before" in query:
        found = [m for m in found if int(m["id"]) < int(query["before"])]
    if "after" in query:
        found = [m for m in found if int(m["id"]) > int(query["after"])]
        return list(reversed(found[:limit]))
    return list(reversed(found))[:limit]
