"""auth.test, users.info, bots.info, team.info: who is who."""

from __future__ import annotations

from tests.counterparts.slack.calling import ApiError, Request
from tests.counterparts.slack.state import JSON, public


def auth_test(request: Request) -> JSON:
    team = request.team
    return {
        "url": f"https://{team.name.lower()}.slack.example/",
        "team": team.name,
        "user": "tidings",
        "team_id": team.id,
        "user_id": team.bot_user,
        "bot_id": team.bot_id,
        "is_enterprise_install": False,
    }


def user_info(request: Request) -> JSON:
    user = request.team.users.get(request.text("user"))
    if user is None:
        raise ApiError("user_not_found")
    return {"user": public(user)}


def bot_info(request: Request) -> JSON:
    wanted = request.text("bot") or request.team.bot_id
    if wanted != request.team.bot_id:
        raise ApiError("bot_not_found")
    bot = {"id": wanted, "app_id": request.state.app_id, "user_id": request.team.bot_user}
    return {"bot": {**bot, "name": "tidings", "deleted": False}}


def team_info(request: Request) -> JSON:
    team = request.team
    return {"team": {"id": team.id, "name": team.name, "domain": team.name.lower()}}
