"""What people do: run commands with typed options, type into an option, press buttons, send forms.

Each action checks what the real client would not let a person do (raising `PersonError`), opens an
interaction, sends INTERACTION_CREATE, and waits until the person has an answer in front of them.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

from tests.counterparts.discord import interactions, limits, wire
from tests.counterparts.discord.errors import PersonError
from tests.counterparts.discord.gateway import Gateway
from tests.counterparts.discord.world import Json, World

SUBCOMMAND, GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE = range(1, 10)
RESOLVED = {USER: "users", CHANNEL: "channels", ROLE: "roles"}


class People:
    """Drives the bot as its users do. `patience` is how long (real seconds) a person waits."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world, self._gateway = world, gateway
        self.patience = 10.0

    async def slash(
        self,
        user_id: str,
        channel_id: str,
        command: str,
        options: dict[str, Any] | None = None,
        *,
        past_permissions: bool = False,
    ) -> Json:
        """Run e.g. "news subscribe". `past_permissions` = an admin opened the command to everyone."""
        root, leaf, path = self._command(user_id, channel_id, command, past_permissions)
        given = [self._option(leaf, name, value) for name, value in (options or {}).items()]
        missing = [
            o["name"]
            for o in leaf.get("options") or []
            if o.get("required") and o["name"] not in (options or {})
        ]
        if missing:
            raise PersonError(f"/{command} needs {', '.join(missing)}")
        data = self._command_data(root, path, given)
        data["resolved"] = self._resolve(channel_id, given)
        return await self._interact(interactions.COMMAND, user_id, channel_id, data)

    async def autocomplete(
        self,
        user_id: str,
        channel_id: str,
        command: str,
        option: str,
        typed: str,
        *,
        options: dict[str, Any] | None = None,
    ) -> list[Json]:
        """The choices offered while `typed` stands in `option`."""
        root, leaf, path = self._command(user_id, channel_id, command, past_permissions=False)
        wanted = next((o for o in leaf.get("options") or [] if o["name"] == option), None)
        if wanted is None or not wanted.get("autocomplete"):
            raise PersonError(f"/{command} has no option {option!r} with autocomplete")
        given = [self._option(leaf, name, value) for name, value in (options or {}).items()]
        given.append({"name": option, "type": wanted["type"], "value": typed, "focused": True})
        data = self._command_data(root, path, given)
        outcome = await self._interact(interactions.AUTOCOMPLETE, user_id, channel_id, data)
        return outcome["choices"] or []

    async def click(self, user_id: str, channel_id: str, message_id: str, button: str) -> Json:
        """Press the button with this custom_id or label."""
        message = self._visible(user_id, channel_id, message_id)
        for row in message["components"]:
            for child in row["components"]:
                if child["type"] == 2 and button in {child.get("custom_id"), child.get("label")}:
                    return await self._press(user_id, channel_id, message, child, {})
        raise PersonError(f"message {message_id} has no button {button!r}")

    async def select(
        self, user_id: str, channel_id: str, message_id: str, custom_id: str, values: list[str]
    ) -> Json:
        message = self._visible(user_id, channel_id, message_id)
        for row in message["components"]:
            for child in row["components"]:
                if child["type"] == 3 and child["custom_id"] == custom_id:
                    known = {option["value"] for option in child["options"]}
                    if not set(values) <= known:
                        raise PersonError(f"no such choice: {sorted(set(values) - known)}")
                    return await self._press(
                        user_id, channel_id, message, child, {"values": values}
                    )
        raise PersonError(f"message {message_id} has no select {custom_id!r}")

    async def submit(
        self, user_id: str, channel_id: str, modal: Json, values: dict[str, str]
    ) -> Json:
        """Send a form that an earlier answer opened, with values by custom_id."""
        rows: list[Json] = []
        for row in modal["components"]:
            field = row["component"] if row["type"] == 18 else row["components"][0]
            value = values.get(field["custom_id"], field.get("value") or "")
            if field.get("required", True) and not value:
                raise PersonError(f"the form needs {field['custom_id']!r}")
            filled = {
                "type": field["type"],
                "custom_id": field["custom_id"],
                "value": value,
                "id": 2,
            }
            shell: Json = {"type": row["type"], "id": 1}
            rows.append(
                shell | ({"component": filled} if row["type"] == 18 else {"components": [filled]})
            )
        data = {"custom_id": modal["custom_id"], "components": rows}
        return await self._interact(interactions.MODAL_SUBMIT, user_id, channel_id, data)

    # Parts.

    def _command(
        self, user_id: str, channel_id: str, text: str, past_permissions: bool
    ) -> tuple[Json, Json, list[Json]]:
        channel = self._world.channel(channel_id)
        names = text.split()
        scopes = ["", channel.get("guild_id", "")]
        known = [c for scope in dict.fromkeys(scopes) for c in self._world.commands.get(scope, [])]
        root = next((c for c in known if c["name"] == names[0]), None)
        if root is None:
            raise PersonError(f"there is no command /{names[0]}")
        self._allowed(root, user_id, channel, past_permissions)
        leaf, path = root, []
        for name in names[1:]:
            found = next(
                (o for o in leaf.get("options") or [] if o["name"] == name and o["type"] < STRING),
                None,
            )
            if found is None:
                raise PersonError(f"/{text}: there is no {name!r}")
            leaf = found
            path.append(found)
        if any(o["type"] < STRING for o in leaf.get("options") or []):
            raise PersonError(f"/{text} needs a subcommand")
        return root, leaf, path

    def _allowed(self, root: Json, user_id: str, channel: Json, past_permissions: bool) -> None:
        if "guild_id" not in channel:
            if root.get("contexts") and 1 not in root["contexts"]:
                raise PersonError(f"/{root['name']} is not offered in direct messages")
            return
        mine = self._world.permissions(user_id, channel)
        if not mine & limits.PERMISSIONS["USE_APPLICATION_COMMANDS"]:
            raise PersonError("this person may not use commands here")
        needed = root["default_member_permissions"]
        if past_permissions or needed is None:
            return
        administrator = mine & limits.PERMISSIONS["ADMINISTRATOR"]
        if not administrator and (int(needed) == 0 or mine & int(needed) != int(needed)):
            raise PersonError(f"/{root['name']} is hidden from this person")

    def _option(self, leaf: Json, name: str, value: Any) -> Json:
        rule = next((o for o in leaf.get("options") or [] if o["name"] == name), None)
        if rule is None:
            raise PersonError(f"there is no option {name!r} in {leaf['name']!r}")
        kind = rule["type"]
        fits = {STRING: str, INTEGER: int, BOOLEAN: bool}.get(kind, str)
        if not isinstance(value, fits) or (kind == INTEGER and isinstance(value, bool)):
            raise PersonError(f"option {name!r} takes {fits.__name__}, not {value!r}")
        choices = [choice["value"] for choice in rule.get("choices") or []]
        if choices and value not in choices:
            raise PersonError(f"option {name!r} offers {choices}, not {value!r}")
        size = len(value) if isinstance(value, str) else value
        low = rule.get("min_length" if kind == STRING else "min_value")
        high = rule.get("max_length" if kind == STRING else "max_value")
        if kind in {STRING, INTEGER} and (
            (low is not None and size < low) or (high is not None and size > high)
        ):
            raise PersonError(f"option {name!r} must lie in {low}..{high}, not {value!r}")
        return {"name": name, "type": kind, "value": value}

    def _command_data(self, root: Json, path: list[Json], given: list[Json]) -> Json:
        options = given
        for step in reversed(path):
            options = [{"name": step["name"], "type": step["type"], "options": options}]
        data: Json = {
            "id": root["id"],
            "name": root["name"],
            "type": root["type"],
            "options": options,
        }
        return data | ({"guild_id": root["guild_id"]} if "guild_id" in root else {})

    def _resolve(self, channel_id: str, given: list[Json]) -> Json:
        guild_id = self._world.channel(channel_id).get("guild_id", "")
        resolved: Json = {}
        for option in given:
            kind, wanted = option["type"], option["value"]
            if kind == ROLE:
                resolved.setdefault("roles", {})[wanted] = self._world.guilds[guild_id]["roles"][
                    wanted
                ]
            elif kind == CHANNEL:
                place = self._world.channels[wanted]
                resolved.setdefault("channels", {})[wanted] = place | {"permissions": "0"}
            elif kind == USER:
                resolved.setdefault("users", {})[wanted] = self._world.users[wanted]
        return resolved

    def _visible(self, user_id: str, channel_id: str, message_id: str) -> Json:
        message = self._world.messages[channel_id].get(message_id)
        only_for = self._world.facts[message_id].get("ephemeral_for") if message else None
        if message is None or only_for not in {None, user_id}:
            raise PersonError(f"this person sees no message {message_id}")
        return message

    async def _press(
        self, user_id: str, channel_id: str, message: Json, child: Json, extra: Json
    ) -> Json:
        if child.get("disabled"):
            raise PersonError("this control is switched off")
        if child["type"] == 2 and child["style"] == 5:
            raise PersonError(f"this button only opens {child['url']}")
        data = {
            "custom_id": child["custom_id"],
            "component_type": child["type"],
            "id": child["id"],
        } | extra
        return await self._interact(interactions.COMPONENT, user_id, channel_id, data, message)

    async def _interact(
        self, kind: int, user_id: str, channel_id: str, data: Json, message: Json | None = None
    ) -> Json:
        channel = self._world.channel(channel_id)
        record = interactions.open_interaction(
            self._world, kind, user_id, channel, message["id"] if message else ""
        )
        payload = self._payload(record, channel, data) | ({"message": message} if message else {})
        guild_id = channel.get("guild_id")
        if self._gateway.dispatch("INTERACTION_CREATE", payload, guild_id):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(record["settled"].wait(), self.patience)
        return self.outcome(record["id"])

    def _payload(self, record: Json, channel: Json, data: Json) -> Json:
        user_id = record["user_id"]
        payload: Json = {
            "id": record["id"],
            "application_id": self._world.application_id,
            "type": record["type"],
            "token": record["token"],
            "version": 1,
            "data": data,
            "channel_id": channel["id"],
            "channel": wire.channel_for_person(self._world, channel, user_id),
            "locale": "en-US",
            "entitlements": [],
            "attachment_size_limit": 10_485_760,
        }
        if "guild_id" not in channel:
            owners = {"authorizing_integration_owners": {"0": "0"}, "context": 1}
            return payload | owners | {"user": self._world.users[user_id], "app_permissions": "0"}
        guild_id = channel["guild_id"]
        return payload | {
            "guild_id": guild_id,
            "guild": {"id": guild_id, "locale": "en-US", "features": []},
            "guild_locale": "en-US",
            "member": wire.member(self._world, guild_id, user_id, channel),
            "app_permissions": str(self._world.permissions(self._world.bot["id"], channel)),
            "authorizing_integration_owners": {"0": guild_id},
            "context": 0,
        }

    def outcome(self, interaction_id: str) -> Json:
        """What came of an interaction: answered or "did not respond", messages, form, choices."""
        record = self._world.interactions[interaction_id]
        wanted = [record["original"], *record["followups"]]
        held = self._world.messages[record["channel_id"]]
        return {
            "interaction": interaction_id,
            "answered": record["answered"],
            "answered_after": record["answered_after"],
            "settled": record["settled"].is_set(),
            "deferred": record["deferred"],
            "ephemeral": record["ephemeral"],
            "messages": [held[m] for m in wanted if m in held],
            "modal": record["modal"],
            "choices": record["choices"],
        }
