"""Import feed lists: OPML in, entries for `newsdesk.feeds` out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

from bot.domain.story_reading import is_web_address
from bot.domain.text import clean, fold
from bot.errors import ParseError

NAME_LENGTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFeed:
    """One feed of an OPML list."""

    name: str
    """Unique in the list; letters, digits and dashes."""
    url: str
    publisher: str


def read_opml(body: bytes, *, where: str) -> tuple[tuple[ListedFeed, ...], tuple[str, ...]]:
    """The feeds of a list in its order, each address once, and a line for each that was refused.

    Raises ParseError when it is no OPML at all.
    """
    # No entities and no network: a list of feeds has no business with either.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as exc:
        raise ParseError(f"{where} is not OPML: {exc}", source=where) from exc
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise ParseError(f"{where} is not OPML: it does not begin with <opml>.", source=where)
    feeds: dict[str, ListedFeed] = {}
    problems: list[str] = []
    names: set[str] = set()
    for outline, url in _outlines(root):
        title = clean(outline.get("title") or outline.get("text") or "")
        if not is_web_address(url):
            problems.append(f"{where}: {title or 'an entry'} has no usable address ({url!r})")
        elif url not in feeds:
            name = _unique(title or url, names)
            feeds[url] = ListedFeed(name=name, url=url, publisher=title)
    return tuple(feeds.values()), tuple(problems)


def import_file(path: Path) -> tuple[tuple[ListedFeed, ...], tuple[str, ...]]:
    """`read_opml` of a file."""
    try:
        body = path.read_bytes()
    except OSError as exc:
        raise ParseError(f"{path} cannot be read: {exc.strerror}.", source=str(path)) from exc
    return read_opml(body, where=path.name)


def as_yaml(feeds: tuple[ListedFeed, ...]) -> str:
    """The list as it goes into config.yaml under `newsdesk:`."""
    entries = [{"name": feed.name, "url": feed.url, "publisher": feed.publisher} for feed in feeds]
    return yaml.safe_dump({"feeds": entries}, allow_unicode=True, sort_keys=False, width=200)


def _outlines(root: Any) -> Iterator[tuple[Any, str]]:
    for element in root.iter():
        if isinstance(element.tag, str) and etree.QName(element).localname == "outline":
            url = next(
                (str(value) for key, value in element.items() if key.lower() == "xmlurl"), None
            )
            if url is not None:
                yield element, url.strip()


def _unique(title: str, taken: set[str]) -> str:
    words = "".join(c if c.isascii() and c.isalnum() else "-" for c in fold(title))
    base = "-".join(part for part in words.split("-") if part)[:NAME_LENGTH] or "feed"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base[: NAME_LENGTH - 4]}-{number}"
    taken.add(name)
    return name
