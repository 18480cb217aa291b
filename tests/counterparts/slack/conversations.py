"""conversations.*: what a bot may learn about channels, and joining them."""

from __future__ import annotations

from tests.counterparts.slack.calling import ApiError, Request, conversation, scope_prefix
from tests.counterparts.slack.limits import COMMERCIAL_HISTORY_OBJECTS
from tests.counterparts.slack.state import JSON, State, Workspace, public

KINDS = ("public_channel", "private_channel", "im", "mpim")


def history(request: Request) -> JSON:
    channel = _readable(request)
    top = [
        message
        for message in channel["_messages"]
        if "thread_ts" not in message
        or message["thread_ts"] == message["ts"]
        or message.get("subtype") == "thread_broadcast"
    ]
    return _page_of_messages(request, list(reversed(top)))


def replies(request: Request) -> JSON:
    channel, thread = _readable(request), request.text("ts")
    messages = channel["_messages"]
    if not any(message["ts"] == thread for message in messages):
        raise ApiError("thread_not_found")
    found = [item for item in messages if thread in (item["ts"], item.get("thread_ts"))]
    return _page_of_messages(request, found)


def info(request: Request) -> JSON:
    channel = conversation(request, "read")
    return {"channel": public(channel)}


def join(request: Request) -> JSON:
    channel = conversation(request)
    if channel["is_private"] or channel.get("is_im"):
        raise ApiError("method_not_supported_for_channel_type")
    if channel["is_archived"]:
        raise ApiError("is_archived")
    channel["is_member"] = True
    return {"channel": public(channel)}


def list_channels(request: Request) -> JSON:
    """conversations.list and, restricted to the bot's own, users.conversations."""
    wanted = (request.text("types") or "public_channel").split(",")
    if unknown := set(wanted) - set(KINDS):
        raise ApiError("invalid_types", unknown=sorted(unknown))
    mine = request.method == "users.conversations"
    found = []
    for channel in request.team.channels.values():
        kind = _kind(channel)
        hidden = channel["_deleted"] or (channel["is_private"] and not channel["is_member"])
        archived = channel["is_archived"] and request.flag("exclude_archived")
        if kind not in wanted or hidden or archived or (mine and not channel["is_member"]):
            continue
        request.need(f"{scope_prefix(channel)}:read")
        found.append(public(channel))
    page, cursor = _page(request, found, default=100)
    return {"channels": page, "response_metadata": {"next_cursor": cursor}}


def members(request: Request) -> JSON:
    channel = conversation(request, "read")
    people = [*channel["_people"], *([request.team.bot_user] if channel["is_member"] else [])]
    return {"members": people, "response_metadata": {"next_cursor": ""}}


def open_direct(request: Request) -> JSON:
    if name := request.text("channel"):
        request.need("im:write")
        known = request.team.channels.get(name)
        if known is None or not known["is_im"]:
            raise ApiError("channel_not_found")
        return {"channel": {"id": name}}
    users = [user for user in request.text("users").split(",") if user]
    if not users:
        raise ApiError("users_list_not_supplied")
    if len(users) > 1:
        raise request.refuse("argument", "invalid_user_combination", "group DMs are not modelled")
    request.need("im:write")
    channel = direct_channel(request, users[0])
    return {"channel": public(channel) if request.flag("return_im") else {"id": channel["id"]}}


def direct_channel(request: Request, user: str) -> JSON:
    """The DM between the bot and a user, made when it is first needed."""
    person = request.team.users.get(user)
    if person is None:
        raise ApiError("user_not_found")
    if person["deleted"]:
        raise ApiError("user_disabled")
    for channel in request.team.channels.values():
        if channel.get("user") == user:
            return channel
    channel = new_channel(request.state, request.team, f"D{request.state.number():08d}", name="")
    channel.update(is_im=True, is_channel=False, user=user, _people=[user])
    return channel


def new_channel(state: State, team: Workspace, channel_id: str, *, name: str) -> JSON:
    channel: JSON = {
        "id": channel_id,
        "name": name,
        "created": int(state.clock.now()),
        "is_channel": True,
        "is_group": False,
        "is_im": False,
        "is_private": False,
        "is_archived": False,
        "is_member": True,
        "context_team_id": team.id,
        "_deleted": False,
        "_restricted": False,
        "_people": [],
        "_messages": [],
        "_ephemeral": [],
    }
    team.channels[channel_id] = channel
    return channel


def _readable(request: Request) -> JSON:
    channel = conversation(request, "history")
    if not channel["is_member"]:
        raise ApiError("not_in_channel")
    return channel


def _kind(channel: JSON) -> str:
    if channel.get("is_im"):
        return "im"
    return "private_channel" if channel["is_private"] else "public_channel"


def _page_of_messages(request: Request, messages: list[JSON]) -> JSON:
    oldest, latest = request.text("oldest") or "0", request.text("latest") or "9" * 12
    inclusive = request.flag("inclusive")
    try:
        low, high = float(oldest), float(latest)
    except ValueError:
        raise ApiError("invalid_ts_oldest") from None
    found = [
        message
        for message in messages
        if low < float(message["ts"]) < high or (inclusive and message["ts"] in (oldest, latest))
    ]
    page, cursor = _page(request, found, default=100)
    shown = [public(message) for message in page]
    if not request.flag("include_all_metadata"):
        for message in shown:
            message.pop("metadata", None)
    return {
        "messages": shown,
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def _page(request: Request, items: list[JSON], *, default: int) -> tuple[list[JSON], str]:
    limit = max(1, min(request.number("limit", default), 999))
    if request.team.commercial and request.method.endswith((".history", ".replies")):
        limit = min(limit, COMMERCIAL_HISTORY_OBJECTS)
    cursor = request.text("cursor")
    if cursor and not cursor.startswith("next:"):
        raise ApiError("invalid_cursor")
    start = int(cursor.removeprefix("next:") or 0) if cursor else 0
    more = start + limit < len(items)
    return items[start : start + limit], f"next:{start + limit}" if more else ""
