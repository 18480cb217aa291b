"""How far an event reaches: which countries a text names, and how many people it harms.

Codes are ISO 3166-1 alpha-2, read coarsely by names and demonyms. The desk's own extraction is
finer and is passed in beside it; scope only asks whether there are one, or three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.domain.regions import RegionKind, all_regions, demonyms_of, names_of

_ALSO = {"US": ("US", "U.S.", "USA", "America", "Washington"), "GB": ("UK", "Britain", "London")}
_AMBIGUOUS = frozenset(
    ("Georgia", "Jordan", "Chad", "Turkey", "Mali", "Guinea", "Jersey", "Polish")
)
_LEAST = 4
_COUNT = (
    r"(?<![$€£¥₹\d.,])(?!(?:19|20)\d\d\b)(?P<count>\d[\d,.]*|"
    r"(?:tens of |hundreds of )?(?:thousands|millions)|hundreds|dozens|scores|"
    r"half a million|a million)"
    r"(?: (?P<size>million|thousand|m)\b)?"
)
_DEATH = r"(?:dead|killed|die|died|dying|deaths|lives|fatalities|drowned)"
_DEAD = (
    re.compile(rf"{_COUNT} (?:of )?(?:[\w'’-]+ ){{0,3}}?{_DEATH}\b", re.IGNORECASE),
    re.compile(
        r"\b(?:kill(?:s|ed|ing)?|claim(?:s|ed|ing)?|dead|toll|deaths)\b "
        rf"(?:(?!and |in )[\w'’-]+ ){{0,3}}?{_COUNT}(?! (?:injured|wounded|hurt|months?|years?))",
        re.IGNORECASE,
    ),
)
_HARMED = re.compile(
    rf"{_COUNT} (?:[\w'’-]+ ){{0,2}}?(?:people|homes|households|customers|passengers|users|workers|"
    r"travell?ers|patients|infants|babies|residents|children|employees|refugees|computers|devices|machines|"
    r"vehicles|cars|phones|guests|account\w*|americans|homeless|displaced|evacuated|flights|records|"
    r"members|motorists|pupils|students|farmers|consumers|depositors|investors|jobs)\b",
    re.IGNORECASE,
)
_TENS = "ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORKERS = re.compile(
    rf"(?<![$€£¥₹\d.,])(?P<count>\d[\d,]*|{_TENS}|eleven|twelve|fifteen|a dozen|dozens|"
    r"hundreds|thousands)"
    r"(?P<size>)? (?:[\w'’-]+ ){0,2}?(?:workers|staff|employees|people work\w*|jobs|keepers|cooks|"
    r"sorters|drivers|nurses|teachers|cleaners|crew|pilots|posts|positions)\b",
    re.IGNORECASE,
)
_WORDED = {
    **{word: 10.0 * place for place, word in enumerate(_TENS.split("|"), start=1)},
    "eleven": 11.0, "twelve": 12.0, "a dozen": 12.0, "fifteen": 15.0, "dozens": 24.0,
    "scores": 40.0, "hundreds": 300.0, "thousands": 3e3, "tens of thousands": 3e4,
    "hundreds of thousands": 3e5, "half a million": 5e5, "a million": 1e6, "millions": 3e6,
    "tens of millions": 3e7, "hundreds of millions": 3e8,
}  # fmt: skip
_SIZES = {"million": 1e6, "m": 1e6, "thousand": 1e3}
NATIONAL_DEAD, NATIONAL_HARMED = 100, 100_000
"""From here an event reaches a whole country or sector: one point of scope."""
SYSTEMIC_DEAD, SYSTEMIC_HARMED = 10_000, 10_000_000
"""From here it reaches as far as one that touches three countries: two points."""


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people are harmed, as points of scope, and the words that say so."""

    points: int = 0
    words: str = ""


def worst_toll(sentences: Sequence[str]) -> Toll:
    """The largest number of dead, or of people and things harmed, that the sentences name."""
    tolls = [
        Toll(_toll_points(count, national, systemic), words)
        for patterns, national, systemic in (
            (_DEAD, NATIONAL_DEAD, SYSTEMIC_DEAD),
            ((_HARMED,), NATIONAL_HARMED, SYSTEMIC_HARMED),
        )
        for count, words in _counts(patterns, sentences)
    ]
    return max(tolls, key=lambda toll: toll.points, default=Toll())


def most_dead(sentences: Sequence[str]) -> float:
    """The largest number of dead the sentences name; 0 where they name none."""
    return max((count for count, _ in _counts(_DEAD, sentences)), default=0.0)


def most_harmed(sentences: Sequence[str]) -> float:
    """The largest number of people or things harmed the sentences name."""
    return max((count for count, _ in _counts((_HARMED,), sentences)), default=0.0)


def most_workers(sentences: Sequence[str]) -> float:
    """The largest number of workers the sentences name; 0 where they name none."""
    return max((count for count, _ in _counts((_WORKERS,), sentences)), default=0.0)


def _counts(
    patterns: Sequence[re.Pattern[str]], sentences: Sequence[str]
) -> Iterator[tuple[float, str]]:
    for text in sentences:
        for pattern in patterns:
            yield from ((_counted(found), found.group()) for found in pattern.finditer(text))


def _counted(found: re.Match[str]) -> float:
    words = found["count"].lower()
    number = _WORDED.get(words)
    if number is None:
        digits = words.replace(",", "").strip(".")
        number = float(digits) if digits.count(".") <= 1 else 0.0
    return number * _SIZES.get((found["size"] or "").lower(), 1.0)


def _toll_points(count: float, national: int, systemic: int) -> int:
    if count >= systemic:
        return 2
    return 1 if count >= national else 0


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for region in all_regions():
        if region.kind is not RegionKind.COUNTRY:
            continue
        code = str(region.code)
        spelled = (*names_of(code), *demonyms_of(code), *_ALSO.get(code, ()))
        for name in spelled:
            if (len(name) >= _LEAST or name in _ALSO.get(code, ())) and name not in _AMBIGUOUS:
                found[name] = code
    return found


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(_names(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def nations_in(sentences: Sequence[str]) -> frozenset[str]:
    """Codes of the countries the sentences name."""
    table = _names()
    return frozenset(
        table[found.group()] for text in sentences for found in _pattern().finditer(text)
    )
