"""Who and what a text names: places first, then known entities, people and organisations.

One pass over a tree of names, longest match first, then patterns for what no table holds. What the
mentions of several reports amount to for a story is decided in `story_entities.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.domain import regions
from bot.domain.regions import RegionKind
from bot.domain.report import Report
from bot.domain.story import EntityType
from bot.newsdesk.names.acronyms import bind_acronyms
from bot.newsdesk.names.known_names import PLACE_TYPES, known_in
from bot.newsdesk.names.mentions import Mention
from bot.newsdesk.names.name_tree import words_of
from bot.newsdesk.names.organisations import central_banks_in, organisations_in
from bot.newsdesk.names.people import people_in
from bot.newsdesk.names.setting import setting
from bot.newsdesk.text.sentences import is_whole, sentences

Recognizer = Callable[[str], tuple[Mention, ...]]
"""Finds names by what it learned instead of by tables: the optional extra `ner`."""
LONGEST = 6_000
"""Characters of a report that are read for names; what comes later is background."""
_LONGEST_ACRONYM = 4
_LEAD_SENTENCES, _LEAD_LIMIT = 2, 1_200


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What one report names."""

    text: str
    """Title and text as they were read; mentions count characters of this."""
    title_end: int
    lead_end: int
    """Where the title and where the lead (the first two sentences of the text) end."""
    mentions: tuple[Mention, ...]

    def in_front(self, mention: Mention) -> bool:
        """Whether it stands in the title or the lead."""
        return mention.start < self.lead_end


def extract(report: Report, recognize: Recognizer | None = None) -> Extraction:
    """The names in a report's title and the beginning of its text.

    What `recognize` finds besides is taken where no table or pattern of ours found anything.
    """
    text = f"{report.title}\n\n{report.text}"[:LONGEST]
    title_end = min(len(report.title), len(text))
    mentions = (
        *mentions_in(report.title),
        *(_moved(mention, title_end + 2) for mention in mentions_in(text[title_end + 2 :])),
    )
    if recognize is not None:
        mentions = _with_more(mentions, recognize(text))
    return Extraction(
        text=text,
        title_end=title_end,
        lead_end=_lead_end(text, min(title_end + 2, len(text))),
        mentions=bind_acronyms(text, mentions),
    )


def _lead_end(text: str, start: int) -> int:
    """Where the second whole sentence of the text ends; a date line is none."""
    at, whole = start, 0
    if start == len(text):
        return start
    for sentence in sentences(text[start : start + _LEAD_LIMIT]):
        for word in sentence.split():
            at = max(at, text.find(word, at) + len(word))
        whole += is_whole(sentence)
        if whole == _LEAD_SENTENCES:
            return at
    return min(len(text), start + _LEAD_LIMIT)


def _with_more(mentions: tuple[Mention, ...], more: tuple[Mention, ...]) -> tuple[Mention, ...]:
    taken = [(mention.start, mention.end) for mention in mentions]
    free = [
        mention
        for mention in more
        if all(mention.end <= start or mention.start >= end for start, end in taken)
    ]
    return tuple(sorted((*mentions, *free), key=lambda mention: mention.start))


def mentions_in(text: str) -> tuple[Mention, ...]:
    """Everything a text names, in order, without overlaps.

    Two exceptions: a place stands inside the name of an organisation, and "the two Koreas" is two
    mentions of one stretch.
    """
    words = words_of(text)
    if not words:
        return ()
    here = setting(text, words)
    loose = len(words) > 3 and not any(word.capital for word in words)
    known = known_in(words, here, loose=loose)
    places = [one for one in known if one.type in PLACE_TYPES or _may_open_a_name(one)]
    taken = [(one.start, one.end) for one in known if one not in places]
    bodies = [*central_banks_in(text, places)]
    if not here.headline:
        bodies += organisations_in(text, taken, places)
    taken += [(one.start, one.end) for one in bodies]
    people = people_in(text, taken, places, headline=here.headline)
    kept = [one for one in known if not _opens_one_of(one, bodies)]
    return tuple(sorted((*kept, *people, *bodies), key=lambda mention: mention.start))


def _may_open_a_name(mention: Mention) -> bool:
    """Whether a longer body may begin with it: the UN of its Relief and Works Agency."""
    acronym = mention.text.isupper() and len(mention.text) <= _LONGEST_ACRONYM
    return acronym and mention.type is EntityType.ORGANIZATION and not mention.region


def _opens_one_of(mention: Mention, bodies: Sequence[Mention]) -> bool:
    if not _may_open_a_name(mention):
        return False
    return any(body.start == mention.start and body.end > mention.end for body in bodies)


def regions_in(text: str) -> frozenset[str]:
    """Countries, areas and blocs that a text names."""
    return frozenset(mention.region for mention in mentions_in(text) if mention.region)


def countries_in(text: str) -> frozenset[str]:
    """Countries that a text names, by whatever word."""
    return frozenset(code for code in regions_in(text) if _is_country(code))


def _is_country(code: str) -> bool:
    found = regions.resolve(code)
    return found is not None and regions.region(found).kind is RegionKind.COUNTRY


def _moved(mention: Mention, by: int) -> Mention:
    return replace(mention, start=mention.start + by, end=mention.end + by)
