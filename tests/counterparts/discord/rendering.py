"""A message as a reader sees it: every visible place with its text, links and effects."""

from __future__ import annotations

from tests.counterparts.discord.markdown import Seen, interpret
from tests.counterparts.discord.world import Json


def places(message: Json) -> list[tuple[str, Seen]]:
    """Each visible part in reading order, as (place, what is seen there)."""
    found: list[tuple[str, Seen]] = []
    if message["content"]:
        found.append(("content", interpret(message["content"])))
    for embed in message["embeds"]:
        found += _embed(embed)
    for row in message["components"]:
        for child in row["components"]:
            found.append(
                ("component", Seen(text=child.get("label") or child.get("placeholder") or ""))
            )
    return found


def _embed(embed: Json) -> list[tuple[str, Seen]]:
    found: list[tuple[str, Seen]] = []
    if name := (embed.get("author") or {}).get("name"):
        found.append(("author", Seen(text=name)))
    if embed.get("title"):
        title = interpret(embed["title"], inline=True)
        if embed.get("url"):
            title.links.append((title.text, embed["url"]))
        found.append(("title", title))
    if embed.get("description"):
        found.append(("description", interpret(embed["description"])))
    for field in embed.get("fields") or []:
        found.append(("field name", interpret(field["name"], inline=True)))
        found.append(("field value", interpret(field["value"])))
    if text := (embed.get("footer") or {}).get("text"):
        found.append(("footer", Seen(text=text)))
    return found


def visible_text(message: Json) -> str:
    """What a reader reads, top to bottom, one place a line."""
    return "\n".join(seen.text for _, seen in places(message) if seen.text)


def links(message: Json) -> list[tuple[str, str]]:
    """Every link a reader can follow, as (words, address); link buttons included."""
    found = [link for _, seen in places(message) for link in seen.links]
    buttons = [child for row in message["components"] for child in row["components"]]
    return found + [(b.get("label") or "", b["url"]) for b in buttons if b.get("url")]


def effects(message: Json, place: str = "") -> list[tuple[str, str]]:
    """Every markdown power used, as (kind, words), in one place or all."""
    return [
        e for where, seen in places(message) if not place or where == place for e in seen.effects
    ]


def lying_links(message: Json) -> list[tuple[str, str]]:
    return [link for _, seen in places(message) for link in seen.lying_links]
