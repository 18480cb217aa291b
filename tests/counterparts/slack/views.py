"""views.*: modals behind a trigger id that works once and for three seconds, and the Home tab."""

from __future__ import annotations

import json
from typing import Any

from tests.counterparts.slack.blockkit import view_errors, view_too_large
from tests.counterparts.slack.calling import ApiError, Request
from tests.counterparts.slack.limits import TRIGGER_SECONDS, VIEW_STACK_MAX
from tests.counterparts.slack.state import JSON, State, Trigger, Workspace, public


def open_view(request: Request) -> JSON:
    """views.open and views.push; a push only goes on top of an open modal."""
    view = checked_view(request, request.arguments["view"])
    trigger = _spend_trigger(request)
    stack = [item for item in request.team.views.values() if item["_user"] == trigger.user]
    if request.method == "views.push":
        if not stack:
            raise ApiError("not_found")
        if len(stack) >= VIEW_STACK_MAX:
            raise request.refuse("view", "push_limit_reached", f"{len(stack)} views open")
    return {"view": public(store_view(request.state, request.team, view, trigger.user))}


def update(request: Request) -> JSON:
    view = checked_view(request, request.arguments["view"])
    stored = _find(request)
    wanted = request.text("hash")
    if wanted and wanted != stored["hash"]:
        raise ApiError("hash_conflict")
    replace_view(request.state, stored, view)
    return {"view": public(stored)}


def publish(request: Request) -> JSON:
    if not request.team.home_tab:
        raise ApiError("not_enabled")
    view = checked_view(request, request.arguments["view"])
    user = request.text("user_id")
    home = next(
        (
            item
            for item in request.team.views.values()
            if item["type"] == "home" and item["_user"] == user
        ),
        None,
    )
    if home is None:
        return {"view": public(store_view(request.state, request.team, view, user))}
    if request.text("hash") not in ("", home["hash"]):
        raise ApiError("hash_conflict")
    replace_view(request.state, home, view)
    return {"view": public(home)}


def checked_view(request: Request, view: Any) -> JSON:
    if isinstance(view, str):
        try:
            view = json.loads(view)
        except ValueError:
            raise request.refuse("view", "invalid_arguments", view[:200]) from None
    if errors := view_errors(view):
        metadata = {"messages": errors}
        raise request.refuse("view", "invalid_arguments", errors[0], response_metadata=metadata)
    if view_too_large(view):
        raise request.refuse("view", "view_too_large", "more than 250 KB")
    return dict(view)


def store_view(state: State, team: Workspace, view: JSON, user: str) -> JSON:
    stored: JSON = {
        "id": f"V{state.number():08d}",
        "team_id": team.id,
        "app_id": state.app_id,
        "bot_id": team.bot_id,
        "_user": user,
    }
    replace_view(state, stored, view)
    team.views[stored["id"]] = stored
    return stored


def replace_view(state: State, stored: JSON, view: JSON) -> None:
    """New content under the same id: a new hash, and ids for the blocks that have none."""
    blocks = [{"block_id": f"b{state.number()}", **block} for block in view["blocks"]]
    frame = {"private_metadata": "", "callback_id": "", **view, "blocks": blocks}
    stored.update(frame, hash=f"{state.number()}.hash", state={"values": {}})


def _find(request: Request) -> JSON:
    view_id, external = request.text("view_id"), request.text("external_id")
    for view in request.team.views.values():
        if view["id"] == view_id or (external and view.get("external_id") == external):
            return view
    raise ApiError("not_found")


def _spend_trigger(request: Request) -> Trigger:
    trigger = request.state.triggers.get(request.text("trigger_id"))
    if trigger is None or trigger.team != request.team.id:
        raise request.refuse("trigger", "invalid_trigger_id", request.text("trigger_id"))
    if trigger.used:
        raise request.refuse("trigger", "exchanged_trigger_id", request.text("trigger_id"))
    late = request.state.clock.now() - trigger.issued_at
    if late > TRIGGER_SECONDS:
        raise request.refuse("trigger", "expired_trigger_id", f"{late:.1f} s old")
    trigger.used = True
    return trigger
