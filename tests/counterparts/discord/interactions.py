"""Interactions: one per user action, with the 3 s and 15 min clocks and the callback types.

An interaction record is a dict; `settled` is set once the person has a final answer in front of
them: a message, an edited message, a form or a list of choices.
"""

from __future__ import annotations

import asyncio
import secrets
from datetime import timedelta

from tests.counterparts.discord import errors, limits, posting, validate
from tests.counterparts.discord.world import Json, World

COMMAND, COMPONENT, AUTOCOMPLETE, MODAL_SUBMIT = 2, 3, 4, 5
# Which callback types each interaction type may answer with (docs: "Interaction Callback Type").
ANSWERS = {
    COMMAND: {4, 5, 9},
    COMPONENT: {4, 5, 6, 7, 9},
    AUTOCOMPLETE: {8},
    MODAL_SUBMIT: {4, 5, 6, 7},
}


def open_interaction(
    world: World, kind: int, user_id: str, channel: Json, message_id: str = ""
) -> Json:
    record: Json = {
        "id": world.snowflake(),
        "token": secrets.token_urlsafe(24),
        "type": kind,
        "user_id": user_id,
        "channel_id": channel["id"],
        "source_message": message_id,
        "created": world.clock.now(),
        "answered": 0,
        "answered_after": None,
        "original": None,
        "ephemeral": False,
        "deferred": False,
        "followups": [],
        "choices": None,
        "modal": None,
        "settled": asyncio.Event(),
    }
    world.interactions[record["id"]] = record
    return record


def _find(world: World, interaction_id: str, token: str) -> Json:
    record = world.interactions.get(interaction_id)
    late = timedelta(seconds=limits.FIRST_RESPONSE_SECONDS)
    if record is None or record["token"] != token or world.clock.now() - record["created"] > late:
        raise errors.ApiError(404, 10062, "Unknown interaction")
    return record


def callback(world: World, interaction_id: str, token: str, body: Json) -> Json:
    """POST .../callback: the first answer; returns the InteractionCallbackResponse."""
    record = _find(world, interaction_id, token)
    kind = body.get("type")
    if record["answered"]:
        raise errors.ApiError(400, 40060, "Interaction has already been acknowledged.")
    if kind not in ANSWERS[record["type"]]:
        problem = {
            "code": "BASE_TYPE_CHOICES",
            "message": f"{kind} does not answer this interaction",
        }
        raise errors.invalid_form({"type": {"_errors": [problem]}})
    if unknown := [key for key in body if key not in {"type", "data"}]:
        world.violate(f"interaction callback: fields outside the specification: {unknown}")
        raise errors.not_found()
    data: Json = body.get("data") or {}
    message = _answer(world, record, int(kind), data)
    record["answered"] = kind
    record["answered_after"] = (world.clock.now() - record["created"]).total_seconds()
    return _callback_response(record, int(kind), message)


def _answer(world: World, record: Json, kind: int, data: Json) -> Json | None:
    if kind == 8:
        _choices(world, record, data)
        return None
    if kind == 9:
        _modal(world, record, data)
        return None
    if kind in {6, 7} and not record["source_message"]:
        raise errors.invalid_form(
            {"type": {"_errors": [{"code": "TYPE", "message": "No message"}]}}
        )
    if kind == 7:
        return _update(world, record, data)
    if kind == 6:
        record["deferred"] = True
        record["original"] = record["source_message"]
        return None
    return _message(world, record, kind, data)


def _choices(world: World, record: Json, data: Json) -> None:
    found = validate.check("choices", data)
    posting.known_fields(world, "autocomplete", found)
    found.refuse()
    record["choices"] = data.get("choices") or []
    record["settled"].set()


def _modal(world: World, record: Json, data: Json) -> None:
    found = validate.check("modal", data)
    posting.known_fields(world, "modal", found)
    found.refuse()
    record["modal"] = data
    record["settled"].set()


def _update(world: World, record: Json, data: Json) -> Json:
    channel_messages = world.messages[record["channel_id"]]
    message = channel_messages.get(record["source_message"])
    if message is None:
        raise errors.unknown_message()
    posting.edit(world, message, data, "interaction_update")
    record["original"] = message["id"]
    record["settled"].set()
    return message


def _message(world: World, record: Json, kind: int, data: Json) -> Json:
    posting.check_body(world, "interaction answer", "interaction_message", data)
    flags = (data.get("flags") or 0) & ~limits.LOADING
    if kind == 5:
        flags = (flags & limits.EPHEMERAL) | limits.LOADING
    elif posting.is_blank(data):
        raise errors.ApiError(400, 50006, "Cannot send an empty message")
    record["ephemeral"] = bool(flags & limits.EPHEMERAL)
    record["deferred"] = kind == 5
    message = _store(world, record, {} if kind == 5 else data, flags, posting.CHAT_INPUT)
    record["original"] = message["id"]
    if kind == 4:
        record["settled"].set()
    return message


def _store(world: World, record: Json, data: Json, flags: int, kind: int) -> Json:
    channel = world.channel(record["channel_id"])
    message = posting.build(world, channel, data, flags=flags, kind=kind)
    message["webhook_id"] = message["application_id"] = world.application_id
    message["interaction_metadata"] = {
        "id": record["id"],
        "type": record["type"],
        "user": world.users[record["user_id"]],
        "authorizing_integration_owners": {"0": channel.get("guild_id", "0")},
    }
    if record["type"] == COMPONENT:
        message["interaction_metadata"]["interacted_message_id"] = record["source_message"]
    only_for = record["user_id"] if flags & limits.EPHEMERAL else None
    mentions = data.get("allowed_mentions")
    return posting.store(
        world, message, origin="interaction", allowed_mentions=mentions, ephemeral_for=only_for
    )


def _callback_response(record: Json, kind: int, message: Json | None) -> Json:
    about: Json = {"id": record["id"], "type": record["type"]}
    response: Json = {"interaction": about}
    if message is not None:
        about["response_message_id"] = message["id"]
        about["response_message_loading"] = kind == 5
        about["response_message_ephemeral"] = record["ephemeral"]
        if kind != 5:
            response["resource"] = {"type": kind, "message": message}
    return response


# The webhook routes of an interaction token.


def by_token(world: World, application_id: str, token: str) -> Json:
    for record in world.interactions.values():
        if record["token"] == token and application_id == world.application_id:
            if world.clock.now() - record["created"] > timedelta(minutes=limits.TOKEN_MINUTES):
                raise errors.ApiError(401, 50027, "Invalid Webhook Token")
            if not record["answered"]:
                raise errors.ApiError(404, 10015, "Unknown Webhook")
            return record
    raise errors.ApiError(404, 10015, "Unknown Webhook")


def own_message(world: World, record: Json, message_id: str) -> Json:
    wanted = record["original"] if message_id == "@original" else message_id
    mine = {record["original"], *record["followups"]}
    message = world.messages[record["channel_id"]].get(wanted or "")
    if message is None or wanted not in mine:
        raise errors.unknown_message()
    return message


def edit_own(world: World, record: Json, message_id: str, body: Json) -> Json:
    message = posting.edit(world, own_message(world, record, message_id), body, "webhook_edit")
    record["settled"].set()
    return message


def delete_own(world: World, record: Json, message_id: str) -> None:
    message = own_message(world, record, message_id)
    posting.delete(world, record["channel_id"], message["id"])
    record["settled"].set()


def follow_up(world: World, record: Json, body: Json) -> Json:
    """POST /webhooks/{app}/{token}. The first one after a defer fills the waiting message."""
    posting.check_body(world, "follow-up", "webhook_message", body)
    if posting.is_blank(body):
        raise errors.ApiError(400, 50006, "Cannot send an empty message")
    original = world.messages[record["channel_id"]].get(record["original"] or "")
    if original is not None and original["flags"] & limits.LOADING:
        filled: Json = {
            key: body[key] for key in ("content", "embeds", "components") if key in body
        }
        posting.edit(world, original, filled, "webhook_edit")
        world.facts[original["id"]]["allowed_mentions"] = body.get("allowed_mentions")
        record["settled"].set()
        return original
    flags = body.get("flags") or 0
    message = _store(world, record, body, flags, posting.REPLY)
    record["followups"].append(message["id"])
    record["settled"].set()
    return message
