"""Names that no table and no form gives away, because the reports of a story keep using them.

A capital inside a sentence names somebody or something. What two origins so name, or one three
times, belongs to the story: "Blue Origin", "Klitschko", "FNV".
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.story import EntityType
from bot.newsdesk.names.capital_runs import OWNED, Use, is_joined, overlaps, uses_in
from bot.newsdesk.names.extract import Extraction
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.people import slug

OFTEN_IN_ONE = 3
"""Times that a single origin must use a name by itself."""
_LEAST_SHORT = 4
"""Letters of a first word that may stand for a firm."""


@dataclass(frozen=True, slots=True)
class _Runs:
    """The runs of a story by name, by first word and by every word."""

    uses: dict[str, Use]
    first: Counter[str]
    holding: dict[str, list[str]]

    def bare(self, name: str) -> Use | None:
        """How the last word of a longer name is used by itself: "Patrick" for Deval Patrick."""
        last = name.rpartition(" ")[2]
        return self.uses.get(last) if last != name else None

    def longer(self, name: str) -> list[str]:
        """Other runs that this one is part of."""
        holding = self.holding[name.partition(" ")[0]]
        return [other for other in holding if other != name and f" {name} " in f" {other} "]


def recurring_names(read: Sequence[Extraction]) -> list[list[Mention]]:
    """For each origin the mentions of names that recur and that extraction did not find."""
    runs = _indexed(uses_in(read))
    for name in runs.uses:
        _add_titles(name, runs, read)
    found: list[list[Mention]] = [[] for _ in read]
    for name in sorted(name for name in runs.uses if _recurs(name, runs, len(read))):
        kind = _kind(name, runs)
        if kind is not None:
            for number, start, end in runs.uses[name].spans:
                found[number].append(_mention(read[number].text[start:end], name, start, end, kind))
    return found


def _indexed(uses: dict[str, Use]) -> _Runs:
    holding: dict[str, list[str]] = defaultdict(list)
    for name in uses:
        for word in set(name.split(" ")):
            holding[word].append(name)
    return _Runs(uses, Counter(name.partition(" ")[0] for name in uses), holding)


def _recurs(name: str, runs: _Runs, read: int) -> bool:
    use, bare = runs.uses[name], runs.bare(name)
    every = [use, bare] if bare else [use]
    origins = set[int]().union(*(one.origins for one in every))
    inside = sum(one.inside for one in every)
    if not inside or use.joined == len(use.spans) or not _is_owned(name, runs):
        return False
    # In titles and leads stands what the story is about; further on, what most of them know of.
    known = any(one.front for one in every) or len(origins) >= max(3, read / 2)
    times = sum(len(one.spans) for one in every)
    return known and (len(origins) > 1 or times >= OFTEN_IN_ONE)


def _is_owned(name: str, runs: _Runs) -> bool:
    """Of "Brazil's Selic" the second word stands alone as well; "Samaritan's Purse" is a name."""
    owned = OWNED.search(name)
    alone = runs.uses.get(owned[0][3:]) if owned else None
    return alone is None or len(alone.spans) <= len(runs.uses[name].spans)


def _kind(name: str, runs: _Runs) -> EntityType | None:
    """What sort of name it is; None for one that mostly is part of a longer one."""
    use, longer = runs.uses[name], [] if name.isupper() else runs.longer(name)
    within = sum(len(runs.uses[other].spans) for other in longer)
    if longer and within >= len(use.spans) and not _is_surname(name, longer, runs):
        return None
    if use.body:
        return EntityType.ORGANIZATION
    return EntityType.PERSON if _is_somebody(name, runs) else EntityType.OTHER


def _is_surname(name: str, longer: Iterable[str], runs: _Runs) -> bool:
    return any(other.endswith(f" {name}") and _is_somebody(other, runs) for other in longer)


def _is_somebody(name: str, runs: _Runs) -> bool:
    """Two words, of which the last stands for the whole: what people are called, and teams.

    A team has an article, and its first word, a town's name, stands alone as well.
    """
    words, use, bare = name.split(" "), runs.uses[name], runs.bare(name)
    if len(words) not in {2, 3} or any(word.isupper() for word in words) or use.with_article:
        return False
    if use.aged or bare is None:
        return use.aged or use.acts
    first = runs.uses.get(words[0])
    town = first is not None and len(first.spans) > len(use.spans)
    return not bare.with_article and not town and (use.acts or bare.acts)


def _add_titles(name: str, runs: _Runs, read: Sequence[Extraction]) -> None:
    """Add the uses in titles where every word has a capital."""
    use, short = runs.uses[name], _short(name, runs)
    seen = {number for number, start, _ in use.spans if start < read[number].title_end}
    for number, one in enumerate(read):
        if number in seen or short not in (title := one.text[: one.title_end]):
            continue
        match = _whole_word(name, title) or _whole_word(short, title)
        taken = [(m.start, m.end) for m in one.mentions]
        if match is not None and not overlaps(match.start(), match.end(), taken):
            use.spans.append((number, match.start(), match.end()))
            use.origins.add(number)
            use.front += 1
            use.joined += is_joined(one.text, match.start(), match.end())


def _short(name: str, runs: _Runs) -> str:
    """What titles may call it: a firm's first word, where no other name begins with it."""
    first = name.partition(" ")[0]
    alone = runs.first[first] == 1 and runs.uses[name].inside > 0
    return first if alone and len(first) >= _LEAST_SHORT else name


def _whole_word(name: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)


def _mention(text: str, name: str, start: int, end: int, kind: EntityType) -> Mention:
    prefix = {EntityType.PERSON: "person", EntityType.ORGANIZATION: "org"}.get(kind, "name")
    return Mention(
        start=start,
        end=end,
        text=text,
        id=f"{prefix}:{slug(name)}",
        name=name,
        type=kind,
        how=How.PATTERN,
    )
