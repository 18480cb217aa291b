"""Numbers as a text states them: money, percentages, counted things, scores and dates.

Our own expressions: fast, and read only what is marked as what it is. A bare year is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.regions.tables import codes


class Kind(StrEnum):
    """What sort of number it is; numbers of two kinds are never compared."""

    MONEY = "money"
    PERCENT = "percent"
    UNIT = "unit"
    """Counted or measured things: 187,000 jobs, 12 people, 40 km."""
    SCORE = "score"
    """Two numbers against each other: 52-48."""
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number of a sentence."""

    kind: Kind
    value: float
    """Money in units of its currency, percent as written, a date as month x 100 + day."""
    unit: str
    """Currency code, "%" or "pp", or the head noun of what is counted; empty for a date."""
    text: str
    start: int
    end: int
    step: float = 0.0
    """The value of the last digit that is written: 0.1 for 4.8, 100,000,000 for "1.2 billion"."""
    bound: str = ""
    """"least" for "at least" and "more than", "most" for "up to", "about" for "nearly"."""


_SCALES = {
    "k": 1e3, "thousand": 1e3, "lakh": 1e5, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6,
    "crore": 1e7, "bn": 1e9, "b": 1e9, "bln": 1e9, "billion": 1e9, "tn": 1e12, "trn": 1e12,
    "trillion": 1e12,
}  # fmt: skip
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}  # fmt: skip
_SIGNS = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "a$": "AUD",
    "c$": "CAD", "hk$": "HKD", "s$": "SGD", "nz$": "NZD", "rs": "INR",
}  # fmt: skip
_CURRENCIES = {
    "dollar": "USD", "dollars": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR", "eur": "EUR",
    "pound": "GBP", "pounds": "GBP", "gbp": "GBP", "yen": "JPY", "yuan": "CNY", "rmb": "CNY",
    "rupees": "INR", "roubles": "RUB", "rubles": "RUB", "francs": "CHF", "won": "KRW",
    "pesos": "MXN", "reais": "BRL", "rand": "ZAR", "lira": "TRY", "kronor": "SEK", "crowns": "SEK",
    "zlotys": "PLN", "riyals": "SAR", "dirhams": "AED", "naira": "NGN",
}  # fmt: skip
_MONTHS = {
    name: at
    for at, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
         "aug august", "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_SCALE = r"(?:thousand|lakh|million|crore|billion|trillion|mln|bln|mn|bn|trn|tn|k|m|b)(?![\w])"
# Bounded, because a page may hold a run of ten thousand digits.
_DIGITS = r"\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_CURRENCY = "|".join(_CURRENCIES)
_MONEY = re.compile(
    rf"(?P<sign>US\$|HK\$|NZ\$|[ACS]\$|[$€£¥₹]|\bRs\.?)\s?(?P<n>{_DIGITS})[\s-]?(?P<s>{_SCALE})?"
    rf"|(?<![\d.,])(?P<n2>{_DIGITS})[\s-]?(?P<s2>{_SCALE})?"
    rf"[\s-](?:US |U\.S\. )?(?P<c>{_CURRENCY})\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    rf"(?<![\w.,])(?P<n>{_DIGITS})\s?-?(?:(?P<pct>%|percent\b|per cent\b"
    rf"|pct\b)(?P<pp>[\s-]points?)?"
    r"|(?P<ppw>percentage[\s-]points?\b)|(?P<bp>basis[\s-]points?\b|bps?\b))",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(?<![\w.,$€£/-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\w%/-]|[.,]\d)")
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NTH = r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\b(?:(?P<m>{_MONTH})\.?\s(?P<d>\d{{1,2}}){_NTH}\b(?!\d)"
    rf"|(?P<d2>\d{{1,2}}){_NTH}\s(?:of\s)?(?P<m2>{_MONTH})\b"
    r"|(?P<y>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))",
    re.IGNORECASE,
)
_COUNT = re.compile(
    rf"(?<![\w.,$€£¥₹/-])(?P<n>{_DIGITS}|\b(?:{'|'.join(_WORDS)})\b)(?:[\s-](?P<s>{_SCALE}))?"
    r"(?P<of>\sof)?(?P<after>(?:[\s-][^\W\d_][\w'’-]*){1,4})",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|death toll(?:\s\w+){0,4}?\s(?:to|at|of|reaches|hits|passes|tops)"
    r"|injur(?:es|ed|ing)|wound(?:s|ed|ing))\s"
    r"(?:(?:at least|more than|over|up to|nearly|about|some)\s)?"
    rf"(?P<n>{_DIGITS}|{'|'.join(_WORDS)})\b(?!\s?[%–-])",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:(?P<least>at least|more than|over|above|as many as at least|upwards of|exceeding"
    r"|no fewer than)"
    r"|(?P<most>up to|as many as|as much as|less than|fewer than|under|below|at most|no more than)"
    r"|(?P<about>about|around|some|nearly|almost|roughly|approximately|an estimated|close to))\s*$",
    re.IGNORECASE,
)
_NOT_HEADS = codes(
    """
    in of on at to for from by with and or but as than that which who was were is are be been has
    have had will would could can may after before since until during over under between into out
    up down off per a an the this these those its his her their about more less other new last next
    first it he she they said says killed dead injured wounded hurt missing died
    years-old year-old am pm
    """
)
_CASUALTY = codes("killed dead injured wounded hurt missing died")
_WHOLE_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")


MOST_NUMBERS = 12
"""Of one sentence; more make a table."""


def numbers(sentence: str) -> tuple[Number, ...]:
    """Every number of a sentence that says what it is, in order, none read twice."""
    found: list[Number] = []
    for reader in (_dates, _money, _percents, _scores, _counts, _tolls):
        for number in reader(sentence):
            if not any(number.start < one.end and one.start < number.end for one in found):
                found.append(number)
    return tuple(sorted(found, key=lambda number: number.start)[:MOST_NUMBERS])


def compatible(left: Number, right: Number) -> bool:
    """Whether both may be true: equal, one the other rounded, or within the other's bound."""
    if left.kind is not right.kind or left.unit != right.unit:
        return False
    if left.kind in {Kind.DATE, Kind.SCORE}:
        return left.value == right.value
    gap = abs(left.value - right.value)
    if gap <= max(left.step, right.step) / 2 + 1e-9:
        return True
    if "about" in {left.bound, right.bound} and gap <= 0.1 * max(left.value, right.value):
        return True
    return _bounded(left, right) or _bounded(right, left)


def _bounded(one: Number, other: Number) -> bool:
    if one.bound == "least":
        return other.value >= one.value
    return one.bound == "most" and other.value <= one.value


def _bound_before(sentence: str, at: int) -> str:
    match = _BOUND.search(sentence, max(0, at - 24), at)
    return next((name for name, text in match.groupdict().items() if text), "") if match else ""


def _amount(digits: str, scale: str | None) -> tuple[float, float]:
    """Value and step of a number as written."""
    word = digits.lower()
    factor = _SCALES.get(scale.lower(), 1.0) if scale else 1.0
    if word in _WORDS:
        return _WORDS[word] * factor, factor
    plain = digits.replace(",", "")
    decimals = len(plain.partition(".")[2])
    zeros = len(plain) - len(plain.rstrip("0")) if not decimals and len(plain) > 1 else 0
    value, step = float(plain) * factor, factor * 10.0 ** (zeros or -decimals)
    # "10,000" may be rounded to thousands, but ten is not any number from five to fifteen.
    return value, min(step, 0.1 * value) if zeros else step


def _money(sentence: str) -> Iterator[Number]:
    for match in _MONEY.finditer(sentence):
        value, step = _amount(match["n"] or match["n2"], match["s"] or match["s2"])
        sign = (match["sign"] or "").lower().rstrip(".")
        unit = _SIGNS.get(sign) or _CURRENCIES[(match["c"] or "").lower()]
        yield _number(Kind.MONEY, value, step, unit, sentence, match.start(), match.end())


def _percents(sentence: str) -> Iterator[Number]:
    for match in _PERCENT.finditer(sentence):
        value, step = _amount(match["n"], None)
        points = bool(match["pp"] or match["ppw"] or match["bp"])
        scale = 0.01 if match["bp"] else 1.0
        unit = "pp" if points else "%"
        fine = min(step, 1.0) * scale
        yield _number(Kind.PERCENT, value * scale, fine, unit, sentence, match.start(), match.end())


def _scores(sentence: str) -> Iterator[Number]:
    for match in _SCORE.finditer(sentence):
        value = float(match[1]) * 1000 + float(match[2])
        yield _number(Kind.SCORE, value, 0.0, "score", sentence, match.start(), match.end())


def _dates(sentence: str) -> Iterator[Number]:
    for match in _DATE.finditer(sentence):
        month = match["m3"] or _MONTHS[(match["m"] or match["m2"]).lower()]
        day = int(match["d"] or match["d2"] or match["d3"])
        name = match["m"] or match["m2"] or "X"
        if name[0].isupper() and _is_day(int(month), day):
            value = int(month) * 100.0 + day
            yield _number(Kind.DATE, value, 0.0, "", sentence, match.start(), match.end())


def _is_day(month: int, day: int) -> bool:
    try:
        return bool(date(2024, month, day))
    except ValueError:
        return False


def _counts(sentence: str) -> Iterator[Number]:
    for match in _COUNT.finditer(sentence):
        digits = match["n"]
        if _WHOLE_YEAR.fullmatch(digits) and not match["s"]:
            continue
        head = _head_noun(match["after"])
        if head:
            value, step = _amount(digits, match["s"])
            end = match.end("s") if match["s"] else match.end("n")
            yield _number(Kind.UNIT, value, step, head, sentence, match.start("n"), end)


def _tolls(sentence: str) -> Iterator[Number]:
    """People where nobody says so: "kills at least 12"."""
    for match in _TOLL.finditer(sentence):
        value, step = _amount(match["n"], None)
        yield _number(Kind.UNIT, value, step, "people", sentence, match.start("n"), match.end("n"))


def _head_noun(after: str) -> str:
    """What is counted: "12 Belgian police officers were" -> officer; "14 dead" -> people."""
    words = re.split(r"[\s-]+", after.strip())
    if words and words[0].lower() in _CASUALTY:
        return "people"
    run: list[str] = []
    for word in words:
        lower = word.lower()
        if lower in _NOT_HEADS or re.fullmatch(r"\w+(?:ed|ing)", lower):
            break
        run.append(lower)
        if lower.endswith("s") or lower in {"people", "children", "men", "women"}:
            break
    return _singular(run[-1]) if run else ""


_SAME = {"person": "people", "worker": "worker", "civilian": "people", "resident": "people"}


def _singular(noun: str) -> str:
    bare = re.sub(r"['’]s?$", "", noun)
    if len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")):
        bare = f"{bare[:-3]}y" if bare.endswith("ies") else bare[:-1]
    return _SAME.get(bare, bare)


def _number(
    kind: Kind, value: float, step: float, unit: str, sentence: str, start: int, end: int
) -> Number:
    return Number(
        kind=kind,
        value=round(value, 6),
        unit=unit,
        text=sentence[start:end].strip(),
        start=start,
        end=end,
        step=step,
        bound=_bound_before(sentence, start),
    )
