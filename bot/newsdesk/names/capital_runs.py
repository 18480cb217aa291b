"""Runs of capitals in the reports of a story, with how they are used: what names may be made of.

A title in which every word has a capital says nothing here, nor does a word that also stands in
small letters. What a table or a pattern found already is left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from bot.domain import regions
from bot.domain.regions.tables import codes
from bot.domain.text import fold
from bot.newsdesk.names.extract import Extraction
from bot.newsdesk.names.known_names import PLACE_TYPES
from bot.newsdesk.names.mentions import How
from bot.newsdesk.names.name_tree import words_of
from bot.newsdesk.names.organisations import is_body
from bot.newsdesk.names.people import describes, is_title, opens_only
from bot.newsdesk.names.place_tables import CITY_NAMES, STATE_ENDS
from bot.newsdesk.names.setting import setting
from bot.newsdesk.text.tokens import STOPWORDS

_LONG = 6
"""Letters of an "-ing" that opens a sentence and is no name: "Bringing"."""
READ = 3_000
"""Characters of a report that are read for such names."""
_CAP = r"[A-ZÀ-Ý](?:[\w&-]|['’](?=\w)(?!s\b))*(?<![&-])"
_RUN = re.compile(rf"(?<![\w.'’@#/$€£-]){_CAP}(?: (?:of (?:the )?)?{_CAP}){{0,4}}(?![\w@/])")
_OPENS = re.compile(r"(?:^|[.!?:;|•\n]|[\"“”'‘(\[–—-])\s*$")
_SMALL = re.compile(r"(?<![\w'’])[a-zà-ÿ]{2,}(?![\w])")
_AGE_AFTER = re.compile(r", \d{1,2},|,? (?:\d{1,2}-year-old|aged? \d)")
_AGE_BEFORE = re.compile(r"(?:year-old|named|called) $")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Oo]ur) $")
_BODY_BESIDE = re.compile(r"\b(?:union|club|company|firm|group|agency|airline|maker|bank|giant) $")
_DOES = re.compile(
    r",? (?:said|says|told|asked|added|wrote|pleaded|testified|scored|threw|ran|caught|died|joined"
    r"|walked|smiled|who|whose|himself|herself|himself|hit|went|apologi[sz]ed|resigned|retired)\b"
)
"""What a person does, right behind the name."""
OWNED = re.compile(rf"['’]s {_CAP}(?: {_CAP})?")
_OF = re.compile(r"of (?:the )?")
_JOINED_LEFT = re.compile(rf"(?<![\w-]){_CAP}(?:['’]s| and| &) $")
_JOINED_RIGHT = re.compile(rf"(?:['’]s| and| &) {_CAP}")
_NO_NAMES = codes(
    """
    ipo ceo cfo coo tv dui dwi am pm est edt pst pdt cst cdt gmt bst utc et pt ir rb qb wr te gop
    dna gdp cpi pc pcs it hr pr faq usb hd led suv suvs atm pin ok id ii iii iv vp mvp dvd cd ad bc
    url pdf html app apps web internet english christmas easter thanksgiving god church catholic
    christian muslim jewish republican republicans democrat democrats democratic conservative labor
    north south east west northern southern eastern western midwest street avenue road route
    interstate page video image file getty ap afp reuters continue advertisement sign share related
    comments email facebook twitter earth moon sun mr mrs ms mps ceos kos ko ot
    """
)
_CALENDAR = codes(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun today yesterday
    """
)
_NAMED = frozenset((How.NAME, How.CITY, How.CAPITAL))
"""Places that belong to a longer name ("San Diego Chargers"); a demonym only describes."""


@dataclass(slots=True)
class Use:
    """How the origins use one run of capitals."""

    origins: set[int] = field(default_factory=set)
    spans: list[tuple[int, int, int]] = field(default_factory=list)
    """Origin, start, end."""
    inside: int = 0
    """Times inside a sentence, where the capital says something."""
    front: int = 0
    """Times in a title or lead."""
    with_article: int = 0
    joined: int = 0
    """Times next to a possessive or an "and" with another capital: "Samaritan's Purse"."""
    aged: bool = False
    acts: bool = False
    """It does what people do: says, dies, joins."""
    body: bool = False
    """A word beside it says what it is: "the union FNV"."""


def uses_in(read: Sequence[Extraction]) -> dict[str, Use]:
    """Every run of capitals that may be a name, with its uses."""
    small = {word for one in read for word in _SMALL.findall(one.text[:READ])}
    uses: dict[str, Use] = defaultdict(Use)
    for number, one in enumerate(read):
        for start, end, opens in _runs(one, small):
            _note(uses[one.text[start:end]], one, (number, start, end), opens=opens)
    return dict(uses)


def _runs(one: Extraction, small: Collection[str]) -> Iterator[tuple[int, int, bool]]:
    """Runs of capitals outside known names: start, end, and whether a sentence opens there."""
    title = one.text[: one.title_end]
    begin = one.title_end if setting(title, words_of(title)).headline else 0
    places = [(m.start, m.end) for m in one.mentions if m.type in PLACE_TYPES and m.how in _NAMED]
    taken = [(m.start, m.end) for m in one.mentions if (m.start, m.end) not in places]
    for match in _RUN.finditer(one.text, begin, min(len(one.text), READ)):
        start, end = _behind_titles(match)
        if overlaps(start, end, taken) or any(a <= start and end <= b for a, b in places):
            continue
        if (owned := OWNED.match(one.text, end)) and not overlaps(end, owned.end(), taken):
            yield start, owned.end(), False
        opens = start == 0 or _OPENS.search(one.text, max(0, start - 4), start) is not None
        if opens:
            start, opens = _without_opening(one.text, start, end, small)
            # The second capital stands inside the sentence and says what the first cannot.
            opens = opens and " " not in one.text[start:end]
        if end - start > 2 and _may_name(one.text[start:end], one.text[end : end + 1], small):
            yield start, end, opens


def _behind_titles(match: re.Match[str]) -> tuple[int, int]:
    """The stretch behind the last title or day: "Attorney General Anna Poe" without her office."""
    start, at = match.start(), match.start()
    for word in match[0].split(" "):
        at += len(word) + 1
        if is_title(word) or fold(word) in _CALENDAR or describes(word):
            start = min(at, match.end())
    behind = _OF.match(match[0], start - match.start())
    return start + (behind.end() - behind.start() if behind else 0), match.end()


def overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch of text meets one of these."""
    return any(start < b and a < end for a, b in spans)


def _without_opening(text: str, start: int, end: int, small: Collection[str]) -> tuple[int, bool]:
    """An ordinary word that only opens the sentence is not part of the name."""
    first = text[start:end].partition(" ")[0]
    doing = first.endswith("ing") and len(first) >= _LONG and " " in text[start:end]
    if opens_only(first) or first.lower() in small or doing:
        return min(end, start + len(first) + 1), False
    return start, True


def _may_name(name: str, after: str, small: Collection[str]) -> bool:
    words = name.split(" ")
    keys = [fold(word) for word in words]
    if any(key in STOPWORDS and word[0].isupper() for key, word in zip(keys, words, strict=True)):
        return False
    if keys[-1] in _NO_NAMES or name in CITY_NAMES:
        return False
    if any(key in _NO_NAMES and word.isupper() for key, word in zip(keys, words, strict=True)):
        return False
    if len(words) > 1:
        return any(word.lower() not in small for word in words)
    if is_body(f"The {name}"):
        return False
    abbreviated = after == "." and keys[0] in STATE_ENDS
    return keys[0] not in small and not abbreviated and regions.resolve(name) is None


def _note(use: Use, one: Extraction, span: tuple[int, int, int], *, opens: bool) -> None:
    number, start, end = span
    before, text = one.text[max(0, start - 24) : start], one.text
    use.origins.add(number)
    use.spans.append(span)
    use.inside += not opens
    use.front += start < one.lead_end
    use.with_article += _ARTICLE.search(before) is not None
    use.joined += is_joined(text, start, end)
    use.aged = use.aged or _is_introduced(before, text, end)
    use.acts = use.acts or _DOES.match(text, end) is not None
    use.body = use.body or _BODY_BESIDE.search(before) is not None


def _is_introduced(before: str, text: str, end: int) -> bool:
    """Whether an age or an office in small letters makes it a person: "cornerback Keith Roe"."""
    if _AGE_AFTER.match(text, end) or _AGE_BEFORE.search(before):
        return True
    word = before.rstrip(" ").rpartition(" ")[2]
    return before.endswith(" ") and word.islower() and is_title(word)


def is_joined(text: str, start: int, end: int) -> bool:
    """Whether a possessive or an "and" ties it to another capital."""
    left = _JOINED_LEFT.search(text, max(0, start - 24), start)
    return left is not None or _JOINED_RIGHT.match(text, end) is not None
