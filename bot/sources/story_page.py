"""Read a published story page, as plain text with its extraction noise, into a story.

The page is a run of lines: a badge (category, sentiment, impact), the headline, a trust line and
titled sections. Markup is turned into such lines by `story_html`, so both forms read the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain import regions
from bot.domain.story import (
    Affected,
    Entity,
    EntityType,
    Impact,
    KeyFact,
    Polarity,
    Sentiment,
    SentimentLabel,
    Story,
    StoryId,
    StoryStatus,
    Verification,
)
from bot.domain.story_reading import reading_minutes
from bot.domain.text import clean, fold
from bot.errors import ParseError

# What a heading says, folded -> which part of the story follows it.
_HEADINGS = {
    "key takeaways": "takeaways",
    "takeaways": "takeaways",
    "mentioned": "mentioned",
    "mentions": "mentioned",
    "key intelligence": "facts",
    "key facts": "facts",
    "whos affected": "affected",
    "who is affected": "affected",
    "analysis": "analysis",
    "what to watch": "watch",
    "sources": "end",
    "how we covered this story": "end",
    "related stories": "end",
}
_TYPES = tuple(kind.value for kind in EntityType if kind is not EntityType.OTHER)
_TYPE = "|".join(_TYPES)
_POLARITY = "positive|neutral|negative|mixed"
_BADGE = re.compile(
    r"(?P<category>.{2,60}?)\s+(?P<label>positive|neutral|negative)\s+"
    r"(?P<score>\d{1,2})(?:\s*/\s*10)?",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(\d+)\s*min(?:ute)?s?\s+read", re.IGNORECASE)
_SOURCES = re.compile(r"verified by (\d+) (?:independent )?sources?|(single) source", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[•·▪‣*–-]|\d{1,2}[.)])\s+")
_MENTION = re.compile(rf"(?P<name>\S.*?)\s+(?P<type>{_TYPE})(?=\s|$)")
_ALIAS = re.compile(r"^(?P<name>.+?)\s*\((?P<alias>[^()]{2,40})\)$")
_TOUCH = re.compile(rf"(?P<type>{_TYPE})?\s*(?P<polarity>{_POLARITY})?", re.IGNORECASE)
_PREFIX = {EntityType.ORGANIZATION: "org"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageHints:
    """What a page's markup says beside its text, and what a plain text cannot say."""

    published_at: datetime
    modified_at: datetime | None = None
    headline: str = ""
    url: str = ""
    language: str = "en"


@dataclass(slots=True)
class _Head:
    category: str = ""
    label: SentimentLabel = SentimentLabel.NEUTRAL
    score: int | None = None
    headline: str = ""
    minutes: int = 0
    sources: int | None = None
    loose: list[str] = field(default_factory=list)


def parse_page(text: str, hints: PageHints, *, where: str) -> Story:
    """The story of a page. Raises ParseError naming what a story page must have and lacks."""
    sections = _sections(text.splitlines())
    head = _head(sections.get("head", []), hints)
    if head.score is None:
        raise ParseError(
            f"{where} has no badge with category, sentiment and impact "
            '(such as "Economy Neutral 6"), so it is not a story page.',
            source=where,
        )
    if not 1 <= head.score <= 10:
        raise ParseError(f"{where}: impact {head.score} is not between 1 and 10.", source=where)
    if not head.headline:
        raise ParseError(f"{where} has no headline.", source=where)
    return _story(head, sections, hints)


def _story(head: _Head, sections: dict[str, list[str]], hints: PageHints) -> Story:
    entities = tuple(_mentions(sections.get("mentioned", [])))
    analysis = "\n\n".join(sections.get("analysis", []))
    watch = "\n\n".join(sections.get("watch", []))
    sources = head.sources or 1
    return Story(
        id=StoryId(_slug(head.headline)),
        status=StoryStatus.VERIFIED if sources >= 2 else StoryStatus.SINGLE_SOURCE,
        url=hints.url,
        headline=head.headline,
        category=head.category.lower(),
        language=hints.language,
        published_at=hints.published_at,
        modified_at=max(hints.published_at, hints.modified_at or hints.published_at),
        sentiment=Sentiment(label=head.label),
        impact=Impact(score=head.score or 1),
        verification=Verification(independent_sources=sources),
        takeaways=tuple(_items(sections.get("takeaways", []))),
        key_facts=tuple(KeyFact(text=text) for text in _facts(sections.get("facts", []))),
        entities=entities,
        regions=_regions(entities),
        affected=tuple(_affected(sections.get("affected", []))),
        analysis=analysis,
        what_to_watch=watch,
        reading_minutes=head.minutes or reading_minutes((analysis, watch)),
    )


def _sections(lines: Iterable[str]) -> dict[str, list[str]]:
    """Lines under the heading they follow; "head" before the first, nothing after the end."""
    found: dict[str, list[str]] = {"head": []}
    current = "head"
    for raw in lines:
        line = clean(raw)
        if not line:
            continue
        heading = _HEADINGS.get(fold(line))
        if heading == "end" and current != "head":
            break
        if heading and heading != "end":
            current = heading
            found.setdefault(current, [])
        else:
            found[current].append(line)
    return found


def _head(lines: list[str], hints: PageHints) -> _Head:
    head = _Head(headline=clean(hints.headline))
    joined = list(_joined_badge(lines))
    for line in joined:
        badge = _BADGE.fullmatch(line)
        if badge and head.score is None:
            head.category = badge["category"].strip()
            head.label = SentimentLabel(badge["label"].lower())
            head.score = int(badge["score"])
        elif not _trust(head, line):
            head.loose.append(line)
    if not head.headline:
        head.headline = next((line for line in head.loose if fold(line) != "share"), "")
    return head


def _joined_badge(lines: list[str]) -> Iterator[str]:
    """In markup the three words of the badge may stand on lines of their own."""
    index = 0
    while index < len(lines):
        three = " ".join(lines[index : index + 3])
        if len(lines) >= index + 3 and _BADGE.fullmatch(three) and len(lines[index]) <= 60:
            yield three
            index += 3
        else:
            yield lines[index]
            index += 1


def _trust(head: _Head, line: str) -> bool:
    minutes, sources = _MINUTES.search(line), _SOURCES.search(line)
    if minutes:
        head.minutes = int(minutes[1])
    if sources:
        head.sources = int(sources[1]) if sources[1] else 1
    return bool(minutes or sources) or not any(char.isalnum() for char in line)


def _items(lines: list[str]) -> Iterator[str]:
    return (bare for line in lines if (bare := _BULLET.sub("", line).strip()))


def _facts(lines: list[str]) -> Iterator[str]:
    """Key facts without their number, which extraction often leaves twice ("1. 1China ...").

    The number is dropped only where the whole list carries it: "15 states" may begin a fact.
    """
    bare = [text for line in lines if not (text := _BULLET.sub("", line).strip()).isdigit()]
    bare = [text for text in bare if text]
    rest = [text.removeprefix(str(place)) for place, text in enumerate(bare, start=1)]
    doubled = all(len(after) < len(text) for after, text in zip(rest, bare, strict=True))
    if bare and doubled and (len(bare) > 1 or not rest[0][:1].isdigit()):
        yield from (after.strip() for after in rest)
    else:
        yield from bare


def _mentions(lines: list[str]) -> Iterator[Entity]:
    for found in _MENTION.finditer(" ".join(lines)):
        name, kind = found["name"].strip(" ,;·"), EntityType(found["type"])
        bracket = _ALIAS.match(name)
        aliases = (bracket["alias"],) if bracket else ()
        name = bracket["name"] if bracket else name
        yield Entity(id=_entity_id(name, kind, aliases), name=name, type=kind, aliases=aliases)


def _entity_id(name: str, kind: EntityType, aliases: tuple[str, ...]) -> str:
    code = regions.resolve(name) if kind in {EntityType.COUNTRY, EntityType.REGION} else None
    if code:
        return f"{kind.value}:{code}"
    return f"{_PREFIX.get(kind, kind.value)}:{_slug(aliases[0] if aliases else name)}"


def _regions(entities: tuple[Entity, ...]) -> tuple[str, ...]:
    """Countries, areas and blocs among the mentions; a bloc is often typed as organization."""
    places = {EntityType.COUNTRY, EntityType.REGION, EntityType.ORGANIZATION}
    codes = (regions.resolve(entity.name) for entity in entities if entity.type in places)
    return tuple(dict.fromkeys(code for code in codes if code))


def _affected(lines: list[str]) -> Iterator[Affected]:
    """A name, then (perhaps glued, perhaps missing) its type and polarity."""
    index = 0
    while index < len(lines):
        name = _BULLET.sub("", lines[index]).strip()
        index += 1
        kind, polarity = "", ""
        while index < len(lines) and (touch := _touch(lines[index])):
            kind, polarity = touch["type"] or kind, touch["polarity"] or polarity
            index += 1
        yield Affected(name=name, type=_type(kind), polarity=_polarity(polarity))


def _touch(line: str) -> re.Match[str] | None:
    found = _TOUCH.fullmatch(line.strip(" ·,()"))
    return found if found and (found["type"] or found["polarity"]) else None


def _type(word: str) -> EntityType:
    return EntityType(word.lower()) if word else EntityType.OTHER


def _polarity(word: str) -> Polarity:
    return Polarity(word.lower()) if word.lower() in set(Polarity) else Polarity.UNKNOWN


def _slug(text: str) -> str:
    return "-".join(fold(text).replace("&", " ").replace("+", " plus").split())[:100].strip("-")
