"""chat.*: posting, editing, deleting, with the rules of each."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.counterparts.slack.blockkit import block_errors, blocks_too_long
from tests.counterparts.slack.calling import ApiError, Request, conversation
from tests.counterparts.slack.conversations import direct_channel
from tests.counterparts.slack.limits import (
    BLOCK_KIT,
    METADATA_BYTES_MAX,
    TEXT_TRUNCATED_AT,
    UPDATE_TEXT_MAX,
)
from tests.counterparts.slack.state import JSON, public

EVENT_TYPE = re.compile(r"^[A-Za-z0-9_.-]{1,255}$")
ASKED = ("parse", "link_names", "mrkdwn", "unfurl_links", "unfurl_media", "reply_broadcast")


def post_message(request: Request) -> JSON:
    channel = _postable_channel(request)
    message = _new_message(request, channel)
    if thread := request.text("thread_ts"):
        _attach_to_thread(request, channel, message, thread)
    channel["_messages"].append(message)
    answer: JSON = {"channel": channel["id"], "ts": message["ts"], "message": public(message)}
    if len(request.text("text")) > TEXT_TRUNCATED_AT:
        request.state.violate("text", f"{request.team.id} chat.postMessage", "text was truncated")
        answer["response_metadata"] = {"warnings": ["message_truncated"]}
    return answer


def update(request: Request) -> JSON:
    channel = conversation(request)
    if channel["is_archived"]:
        raise ApiError("is_inactive")
    message = find_message(channel, request.text("ts"))
    if message.get("bot_id") != request.team.bot_id:
        raise ApiError("cant_update_message")
    if len(request.text("text")) > UPDATE_TEXT_MAX:
        raise request.refuse("text", "msg_too_long", f"{len(request.text('text'))} characters")
    if message.get("blocks") and "blocks" not in request.arguments:
        # Whether Slack keeps or drops the old blocks is told differently in different places.
        where = f"{request.team.id} chat.update"
        request.state.violate("update", where, "say what becomes of the blocks: send them, or []")
    message.update(_content(request))
    if "metadata" in request.arguments:
        message["metadata"] = _metadata(request)
    message["edited"] = {"user": request.team.bot_user, "ts": request.state.next_ts()}
    message["_posted_with"] = _asked(request)
    return {
        "channel": channel["id"],
        "ts": message["ts"],
        "text": message["text"],
        "message": public(message),
    }


def post_ephemeral(request: Request) -> JSON:
    channel = _postable_channel(request)
    user = request.text("user")
    if user not in request.team.users:
        raise ApiError("user_not_in_channel")
    message = _new_message(request, channel)
    channel["_ephemeral"].append({**message, "_for": user})
    return {"message_ts": message["ts"]}


def delete(request: Request) -> JSON:
    channel = conversation(request)
    message = find_message(channel, request.text("ts"))
    if message.get("bot_id") != request.team.bot_id:
        raise ApiError("cant_delete_message")
    channel["_messages"].remove(message)
    return {"channel": channel["id"], "ts": message["ts"]}


def get_permalink(request: Request) -> JSON:
    channel = conversation(request)
    ts = request.text("message_ts")
    find_message(channel, ts)
    name = request.team.name.lower()
    link = f"https://{name}.slack.example/archives/{channel['id']}/p{ts.replace('.', '')}"
    return {"channel": channel["id"], "permalink": link}


def find_message(channel: JSON, ts: str) -> JSON:
    for message in channel["_messages"]:
        if message["ts"] == ts:
            found: JSON = message
            return found
    raise ApiError("message_not_found")


def checked_blocks(request: Request, blocks: Any) -> list[JSON]:
    """The blocks, or the refusal Slack would send, recorded as the bot's mistake."""
    if isinstance(blocks, str):
        try:
            blocks = json.loads(blocks)
        except ValueError:
            raise request.refuse("block_kit", "invalid_blocks_format", blocks[:200]) from None
    if errors := block_errors(blocks):
        metadata = {"messages": errors}
        raise request.refuse(
            "block_kit", "invalid_blocks", errors[0], errors=errors, response_metadata=metadata
        )
    if blocks_too_long(blocks):
        raise request.refuse("block_kit", "msg_blocks_too_long", f"{len(blocks)} blocks")
    return [{"block_id": f"b{request.state.number()}", **block} for block in blocks]


def _postable_channel(request: Request) -> JSON:
    name = request.text("channel")
    if name.startswith("U") and name in request.team.users:
        return direct_channel(request, name)
    channel = conversation(request)
    if channel["is_archived"]:
        raise ApiError("is_archived")
    if not channel["is_member"]:
        public_post = "chat:write.public" in request.team.scopes
        if not public_post or request.method != "chat.postMessage":
            raise ApiError("not_in_channel")
    if channel["_restricted"]:
        raise ApiError("restricted_action")
    return channel


def _new_message(request: Request, channel: JSON) -> JSON:
    message: JSON = {
        "type": "message",
        "ts": request.state.next_ts(),
        "user": request.team.bot_user,
        "bot_id": request.team.bot_id,
        "app_id": request.state.app_id,
        "team": request.team.id,
        **_content(request),
        "_channel": channel["id"],
        "_posted_with": _asked(request),
    }
    if "metadata" in request.arguments and request.method == "chat.postMessage":
        message["metadata"] = _metadata(request)
    return message


def _asked(request: Request) -> JSON:
    return {name: request.arguments[name] for name in ASKED if name in request.arguments}


def _content(request: Request) -> JSON:
    text, content = request.text("text"), {}
    if "blocks" in request.arguments:
        content["blocks"] = checked_blocks(request, request.arguments["blocks"])
    if request.arguments.get("markdown_text"):
        raise request.refuse("argument", "markdown_text_conflict", "markdown_text is not modelled")
    attachments = request.arguments.get("attachments")
    if attachments:
        limit = BLOCK_KIT["message.attachments.max_items"]
        if len(attachments) > limit:
            raise request.refuse("block_kit", "too_many_attachments", f"{len(attachments)}")
        content["attachments"] = attachments
    if not text and not content.get("blocks") and not attachments:
        raise request.refuse("text", "no_text", "neither text nor blocks")
    if not text:
        where = f"{request.team.id} {request.method}"
        request.state.violate("text", where, "blocks without a text for notifications")
    return {"text": text[:TEXT_TRUNCATED_AT], **content}


def _metadata(request: Request) -> JSON:
    value = request.arguments["metadata"]
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise request.refuse("metadata", "invalid_metadata_format", value[:200]) from None
    if value == {}:
        return {}
    shape = isinstance(value, dict) and set(value) == {"event_type", "event_payload"}
    if not shape or not isinstance(value["event_payload"], dict):
        raise request.refuse("metadata", "invalid_metadata_format", str(value)[:200])
    if not isinstance(value["event_type"], str) or not EVENT_TYPE.match(value["event_type"]):
        raise request.refuse("metadata", "invalid_metadata_schema", str(value["event_type"])[:200])
    if len(json.dumps(value).encode()) > METADATA_BYTES_MAX:
        raise request.refuse("metadata", "metadata_too_large", f"{len(json.dumps(value))} bytes")
    return dict(value)


def _attach_to_thread(request: Request, channel: JSON, message: JSON, thread: str) -> None:
    parent = next((item for item in channel["_messages"] if item["ts"] == thread), None)
    if parent is None or parent.get("thread_ts", thread) != thread:
        raise request.refuse("thread", "cannot_reply_to_message", f"thread_ts {thread}")
    if parent.get("_locked"):
        raise ApiError("restricted_action_thread_locked")
    parent["thread_ts"] = thread
    parent["reply_count"] = parent.get("reply_count", 0) + 1
    parent["latest_reply"] = message["ts"]
    message["thread_ts"] = thread
    if request.flag("reply_broadcast"):
        message["subtype"] = "thread_broadcast"
