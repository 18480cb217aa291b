"""The bodies a client may send, as a table: every field, its kind and its bounds.

`spec` names the schema of Discord's OpenAPI description that the `shared` suite holds a shape
against; `why` explains each place where the documentation is stricter or wider than that schema.
A field that is not in the table is a violation, because real clients never need it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: `low`/`high` bound a length for strings and arrays, a value for numbers."""

    kind: str
    required: bool = False
    low: int | None = None
    high: int | None = None
    shape: str = ""
    choices: tuple[object, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    spec: str
    fields: dict[str, Field] = field(default_factory=dict)


def text(
    high: int | None = None, *, low: int | None = None, need: bool = False, why: str = ""
) -> Field:
    return Field(kind="string", low=low, high=high, required=need, why=why)


def many(
    shape: str, high: int | None, *, low: int | None = None, need: bool = False, why: str = ""
) -> Field:
    return Field(kind="array", shape=shape, low=low, high=high, required=need, why=why)


def one(shape: str, *, need: bool = False) -> Field:
    return Field(kind="object", shape=shape, required=need)


def whole(
    low: int | None = None, high: int | None = None, *, need: bool = False, why: str = ""
) -> Field:
    return Field(kind="integer", low=low, high=high, required=need, why=why)


FLAG: Final = Field(kind="boolean")
ID: Final = Field(kind="snowflake")
NEEDED_ID: Final = Field(kind="snowflake", required=True)
LINK: Final = Field(kind="url", high=2048)
KIND: Final = whole(need=True)
CUSTOM_ID: Final = text(100, low=1, need=True)
NITRO: Final = "the 4,000 of the OpenAPI is for Nitro users; bots get 2,000"
NOT_EMPTY: Final = "docs: an embed field has a name and a value; empty ones are refused"

MESSAGE: Final[dict[str, Field]] = {
    "content": text(2000, why=NITRO),
    "embeds": many("embed", 10),
    "allowed_mentions": one("allowed_mentions"),
    "components": many("component", 40),
    "attachments": many("attachment", 10),
    "flags": whole(),
}
NAMED: Final[dict[str, Field]] = {
    "name": text(32, low=1, need=True),
    "name_localizations": Field(kind="any"),
    "description": text(100, low=1, need=True),
    "description_localizations": Field(kind="any"),
}
OPTION: Final[dict[str, Field]] = {"type": KIND} | NAMED | {"required": FLAG}
OPTIONS: Final = Field(kind="array", shape="option", high=25)

SHAPES: Final[dict[str, Shape]] = {
    "message_create": Shape(
        spec="MessageCreateRequest",
        fields=MESSAGE
        | {
            "sticker_ids": Field(kind="array", high=3),
            "message_reference": one("message_reference"),
            "nonce": Field(kind="nonce", high=25),
            "enforce_nonce": FLAG,
            "tts": FLAG,
        },
    ),
    "message_edit": Shape(
        spec="MessageEditRequestPartial",
        fields=MESSAGE | {"tts": Field(kind="boolean", why="discord.py always sends it")},
    ),
    "interaction_message": Shape(
        spec="IncomingWebhookInteractionRequest", fields=MESSAGE | {"tts": FLAG}
    ),
    "interaction_update": Shape(
        spec="IncomingWebhookUpdateForInteractionCallbackRequestPartial",
        fields=MESSAGE | {"tts": Field(kind="boolean", why="discord.py sends it; docs list it")},
    ),
    "webhook_message": Shape(spec="IncomingWebhookRequestPartial", fields=MESSAGE | {"tts": FLAG}),
    "webhook_edit": Shape(
        spec="IncomingWebhookUpdateRequestPartial",
        fields=MESSAGE | {"tts": Field(kind="boolean", why="discord.py may send it")},
    ),
    "embed": Shape(
        spec="RichEmbed",
        fields={
            "type": text(),
            "flags": whole(why="docs: embed flags; discord.py sends 0"),
            "url": LINK,
            "title": text(256),
            "description": text(4096),
            "color": whole(0, 0xFFFFFF),
            "timestamp": Field(kind="timestamp"),
            "footer": one("embed_footer"),
            "author": one("embed_author"),
            "image": one("embed_image"),
            "thumbnail": one("embed_image"),
            "fields": many("embed_field", 25),
        },
    ),
    "embed_field": Shape(
        spec="RichEmbedField",
        fields={
            "name": text(256, low=1, need=True, why=NOT_EMPTY),
            "value": text(1024, low=1, need=True, why=NOT_EMPTY),
            "inline": FLAG,
        },
    ),
    "embed_footer": Shape(spec="RichEmbedFooter", fields={"text": text(2048), "icon_url": LINK}),
    "embed_author": Shape(
        spec="RichEmbedAuthor", fields={"name": text(256), "url": LINK, "icon_url": LINK}
    ),
    "embed_image": Shape(
        spec="RichEmbedImage", fields={"url": LINK, "width": whole(), "height": whole()}
    ),
    "attachment": Shape(spec="MessageAttachmentRequest", fields={"id": NEEDED_ID}),
    "allowed_mentions": Shape(
        spec="MessageAllowedMentionsRequest",
        fields={
            "parse": Field(kind="array"),
            "users": Field(kind="array", high=100),
            "roles": Field(kind="array", high=100),
            "replied_user": FLAG,
        },
    ),
    "message_reference": Shape(
        spec="MessageReferenceRequest",
        fields={
            "type": whole(),
            "message_id": NEEDED_ID,
            "channel_id": ID,
            "guild_id": ID,
            "fail_if_not_exists": FLAG,
        },
    ),
    "component:1": Shape(
        spec="ActionRowComponentForMessageRequest",
        fields={"type": KIND, "id": whole(), "components": many("component", 5, low=1, need=True)},
    ),
    "component:2": Shape(
        spec="ButtonComponentForMessageRequest",
        fields={
            "type": KIND,
            "id": whole(),
            "style": whole(1, 6, need=True, why="an enum in the OpenAPI"),
            "label": text(80),
            "custom_id": text(100, low=1),
            "url": Field(kind="url", high=512),
            "disabled": FLAG,
            "emoji": one("emoji"),
        },
    ),
    "component:3": Shape(
        spec="StringSelectComponentForMessageRequest",
        fields={
            "type": KIND,
            "id": whole(),
            "custom_id": CUSTOM_ID,
            "placeholder": text(150),
            "min_values": whole(0, 25),
            "max_values": whole(1, 25),
            "disabled": FLAG,
            "required": FLAG,
            "options": many("select_option", 25, low=1, need=True),
        },
    ),
    "component:4": Shape(
        spec="TextInputComponentForModalRequest",
        fields={
            "type": KIND,
            "id": whole(),
            "custom_id": CUSTOM_ID,
            "style": whole(1, 2, need=True, why="an enum in the OpenAPI"),
            "label": text(45, low=1),
            "value": text(4000),
            "placeholder": text(100),
            "required": FLAG,
            "min_length": whole(0, 4000),
            "max_length": whole(1, 4000),
        },
    ),
    "component:10": Shape(
        spec="TextDisplayComponentForMessageRequest",
        fields={"type": KIND, "id": whole(), "content": text(4000, low=1, need=True)},
    ),
    "component:18": Shape(
        spec="LabelComponentForModalRequest",
        fields={
            "type": KIND,
            "id": whole(),
            "label": text(45, low=1, need=True),
            "description": text(100, low=1),
            "component": Field(kind="object", shape="component", required=True),
        },
    ),
    "select_option": Shape(
        spec="StringSelectOptionForRequest",
        fields={
            "label": text(100, low=1, need=True),
            "value": text(100, low=1, need=True),
            "description": text(100),
            "default": FLAG,
            "emoji": one("emoji"),
        },
    ),
    "emoji": Shape(
        spec="ComponentEmojiForRequest",
        fields={
            "id": ID,
            "name": text(32, need=True),
            "animated": Field(kind="boolean", why="docs: resources/emoji; discord.py sends it"),
        },
    ),
    "modal": Shape(
        spec="ModalInteractionCallbackRequestData",
        fields={
            "custom_id": CUSTOM_ID,
            "title": text(45, low=1, need=True),
            "components": many("component", 5, low=1, need=True, why="docs: 1 to 5 components"),
        },
    ),
    "choices": Shape(
        spec="InteractionApplicationCommandAutocompleteCallbackStringData",
        fields={"choices": many("choice", 25)},
    ),
    "choice": Shape(
        spec="ApplicationCommandOptionStringChoice",
        fields={
            "name": text(100, low=1, need=True),
            "name_localizations": Field(kind="any"),
            "value": Field(kind="choice", high=100, required=True, why="docs: 100, not 6,000"),
        },
    ),
    "thread": Shape(
        spec="CreateTextThreadWithMessageRequest",
        fields={
            "name": text(100, low=1, need=True),
            "auto_archive_duration": Field(
                kind="integer", choices=(60, 1440, 4320, 10080), why="an enum in the OpenAPI"
            ),
            "rate_limit_per_user": whole(0, 21600),
        },
    ),
    "dm": Shape(
        spec="CreatePrivateChannelRequest",
        fields={"recipient_id": Field(kind="snowflake", required=True, why="a DM has a recipient")},
    ),
    "command": Shape(
        spec="ApplicationCommandUpdateRequest",
        fields=NAMED
        | {
            "description": text(100, why="user and message commands have none"),
            "id": ID,
            "type": whole(),
            "options": OPTIONS,
            "default_member_permissions": Field(kind="any"),
            "dm_permission": FLAG,
            "contexts": Field(kind="array", low=1),
            "integration_types": Field(kind="array", low=1),
            "nsfw": Field(kind="boolean", why="documented; missing from the OpenAPI preview"),
        },
    ),
    "option:1": Shape(
        spec="ApplicationCommandSubcommandOption", fields=OPTION | {"options": OPTIONS}
    ),
    "option:2": Shape(
        spec="ApplicationCommandSubcommandGroupOption", fields=OPTION | {"options": OPTIONS}
    ),
    "option:3": Shape(
        spec="ApplicationCommandStringOption",
        fields=OPTION
        | {
            "autocomplete": FLAG,
            "choices": many("choice", 25),
            "min_length": whole(0, 6000),
            "max_length": whole(1, 6000),
        },
    ),
    "option:4": Shape(
        spec="ApplicationCommandIntegerOption",
        fields=OPTION
        | {
            "autocomplete": FLAG,
            "choices": many("choice", 25),
            "min_value": whole(-(2**53) + 1, 2**53 - 1),
            "max_value": whole(-(2**53) + 1, 2**53 - 1),
        },
    ),
    "option:5": Shape(spec="ApplicationCommandBooleanOption", fields=OPTION),
    "option:6": Shape(spec="ApplicationCommandUserOption", fields=OPTION),
    "option:7": Shape(
        spec="ApplicationCommandChannelOption",
        fields=OPTION | {"channel_types": Field(kind="array")},
    ),
    "option:8": Shape(spec="ApplicationCommandRoleOption", fields=OPTION),
    "option:9": Shape(spec="ApplicationCommandMentionableOption", fields=OPTION),
}
