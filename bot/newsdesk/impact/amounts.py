"""Read how much money and which percentages a sentence speaks of.

Money is turned into US dollars at rounded rates: the rubric asks for orders of magnitude, and a
score must not change because a currency moved a little. A percentage counts only in a sentence
about something economic; "80 percent of teenagers" moves no money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.newsdesk.impact.natures import Nature, nature_of
from bot.newsdesk.text.cue_language import compiled

USD_PER_UNIT = {
    "usd": 1.0,
    "eur": 1.1,
    "gbp": 1.3,
    "chf": 1.1,
    "jpy": 0.007,
    "cny": 0.14,
    "inr": 0.012,
    "krw": 0.00075,
    "brl": 0.2,
    "mxn": 0.055,
    "cad": 0.75,
    "aud": 0.65,
    "hkd": 0.13,
    "sgd": 0.75,
    "zar": 0.055,
    "rub": 0.011,
    "try": 0.03,
    "sek": 0.095,
    "sar": 0.27,
    "aed": 0.27,
    "ngn": 0.0007,
    "ars": 0.001,
}
"""Rounded rates of the years 2015 to 2025; only the order of magnitude matters."""

_SIGNS = {
    "us$": "usd", "a$": "aud", "c$": "cad", "hk$": "hkd", "s$": "sgd", "r$": "brl", "$": "usd",
    "€": "eur", "£": "gbp", "¥": "jpy", "₹": "inr", "rs": "inr", "rs.": "inr", "inr": "inr",
    "usd": "usd", "eur": "eur", "gbp": "gbp", "chf": "chf", "cny": "cny", "rmb": "cny",
    "jpy": "jpy", "sfr": "chf", "zar": "zar",
}  # fmt: skip
_WORDS = {
    "dollar": "usd", "euro": "eur", "pound": "gbp", "franc": "chf", "yen": "jpy", "yuan": "cny",
    "renminbi": "cny", "rupee": "inr", "won": "krw", "reai": "brl", "real": "brl", "peso": "mxn",
    "rand": "zar", "ruble": "rub", "rouble": "rub", "lira": "try", "kronor": "sek", "krona": "sek",
    "kroner": "sek", "riyal": "sar", "dirham": "aed", "naira": "ngn",
}  # fmt: skip
_SIZES = {
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "million": 1e6, "b": 1e9,
    "bn": 1e9, "bln": 1e9, "billion": 1e9, "tn": 1e12, "trn": 1e12, "trillion": 1e12,
    "lakh": 1e5, "crore": 1e7, "cr": 1e7, "lakh crore": 1e12,
}  # fmt: skip
_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?)"
_SIZE = rf"(?P<size>{'|'.join(sorted(map(re.escape, _SIZES), key=len, reverse=True))})?"
_SIGNED = re.compile(
    rf"(?<![\w$])(?P<unit>{'|'.join(sorted(map(re.escape, _SIGNS), key=len, reverse=True))})"
    rf"\s?{_NUMBER}[\s-]?{_SIZE}(?![\w])",
    re.IGNORECASE,
)
_WORDED = re.compile(
    rf"(?<![\w$€£¥₹]){_NUMBER}[\s-]?{_SIZE}[\s-]?"
    rf"(?:us\s|swiss\s|hong\skong\s)?(?P<unit>{'|'.join(_WORDS)})s?\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"(?<![\w.])(?P<number>\d+(?:[.,]\d+)?)[\s-]?"
    r"(?P<kind>%|percent(?:age[\s-]points?)?|per\s?cent|pct|pc\b|basis[\s-]points?|bps?\b)"
    r"(?P<rest>\s+of\s+(?:\w+\s+){0,2}?(?:gdp|gross domestic product|national income))?",
    re.IGNORECASE,
)
_SHRINKS = re.compile(
    r"\b(?:economy|gdp|gross domestic product)\s+(?:shr[aiu]nks?|contract(?:s|ed))\s+(?:by\s+)?"
    r"(?:\w+\s)?$",
    re.IGNORECASE,
)
_STANDING_DEBT = re.compile(r"\bdebt\b[\w\s]{0,20}\b(?:of|at|to|is)\s+(?:\w+\s)?$", re.IGNORECASE)
_MULTIPLES = re.compile(
    r"\b(halv(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)|tripl(?:e|es|ed|ing))\b(?!-)", re.IGNORECASE
)
_FRACTION = re.compile(
    r"\bby (?:almost |nearly |about |roughly |more than |over )?(?:an? |one )?"
    r"(?P<part>half|third|quarter|fifth|tenth)\b(?![\s-]*(?:of )?(?:an? )?(?:percentage|point))",
    re.IGNORECASE,
)
_LOST_PART = re.compile(
    r"\b(?:los(?:e|es|t|ing)|shed\w*|eras\w+|wip\w+ (?:out|off)) (?:[\w'’-]+ ){0,2}?"
    r"(?P<part>half|third|quarter|fifth|tenth)\b"
    r"(?![\s-]*(?:of )?(?:an? )?(?:percentage|point|hour))",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:half|(?:a |one |two |three |one-|two-|three-)?(?P<part>third|quarter|fifth|tenth)s?) of "
    r"(?:[\w'’-]+ ){0,3}?(?:supply|supplies|output|production|exports|imports|crops?|harvest|"
    r"capacity|workforce|staff|jobs|reserves|economy|flights|trade|stations|factories|refining|"
    r"trains|plants|deposits|market|shipments|fleet|oil|gas|electricity|generation|crude|wheat|"
    r"grain|chips|employees|workers|homes|country|nation|population|drives|passengers|vineyards)\b",
    re.IGNORECASE,
)
_PARTS = {"half": 50.0, "third": 33.0, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
_LEVEL = re.compile(r"\b(?:to|at|of|from|is|was|below|above|near)\s+(?:\w+\s)?$", re.IGNORECASE)
_RATES = """
interest_rate*|key_rate*|policy_rate*|repo_rate|cash_rate|bank_rate|benchmark_rate*|base_rate|rates
central_bank|selic|inflation|unemployment|jobless_rate|yield|yields
"""
_ECONOMIC = """
share|shares|stock|stocks|profit*|revenue*|sales|price|prices|tariff*|dut*|levy|levies|tax|taxes|
gdp|economy|economic|growth|inflation|unemployment|output|production|capacity|export*|import*|
wage*|pay|salar*|stake|staff|workforce|workers|jobs|index|rate|rates|currency|dollar|peso|rupee|
yen|euro|pound|yuan|lira|naira|oil|brent|crude|fuel|gas|market*|deposit*|capital|demand|supply|
turnover|earnings|margin*|loss|losses|debt|deficit|surplus|trade|spending|budget|traffic|bond*|sterling|dinar|krona|ruble|rouble|real|real_estate|housing|homes|
futures|equities|franc|cash|reserves|subsid*|equity|throughput|assets|lending|loans|value|bank|
investment|orders|shipments|premiums|rents|nasdaq|dow|nikkei|ftse|dax|sensex|nifty|transits
"""


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount and the words it was read from."""

    words: str
    dollars: float = 0.0
    percent: float = 0.0
    of_gdp: bool = False
    nature: Nature = Nature.MOVED


def _money(found: re.Match[str], units: dict[str, str]) -> Amount:
    number = float(found["number"].replace(",", ""))
    size = _SIZES.get((found["size"] or "").lower(), 1.0)
    rate = USD_PER_UNIT[units[found["unit"].lower()]]
    return Amount(found.group().strip(), dollars=number * size * rate)


def _percentage(found: re.Match[str]) -> Amount:
    number = float(found["number"].replace(",", "."))
    if found["kind"].lower().startswith(("basis", "bp")):
        number /= 100
    # "Debt of 156% of GDP" is where a country stands, not money that moves.
    stands = bool(_STANDING_DEBT.search(found.string[: found.start()]))
    if stands:
        return Amount(found.group().strip())
    of_gdp = bool(found["rest"]) or bool(_SHRINKS.search(found.string[: found.start()]))
    return Amount(found.group().strip(), percent=number, of_gdp=of_gdp)


def _is_level(text: str, found: re.Match[str]) -> bool:
    """Whether a percentage says where a rate stands, not how far it moved: "cut to 4.5%"."""
    ahead = text[: found.start()]
    return bool(_LEVEL.search(ahead)) and bool(compiled(_RATES).search(text))


def _multiple(found: re.Match[str]) -> Amount:
    return Amount(found.group(), percent=50.0 if found.group().lower()[0] == "h" else 100.0)


def _fraction(found: re.Match[str]) -> Amount:
    return Amount(found.group(), percent=_PARTS[(found["part"] or "half").lower()])


def amounts(sentence: str) -> Iterator[Amount]:
    """Every sum of money and, in a sentence about the economy, every percentage."""
    text = re.sub(r"\blakh\s+crore\b", "lakh crore", sentence, flags=re.IGNORECASE)
    yield from (_placed(_money(found, _SIGNS), found) for found in _SIGNED.finditer(text))
    yield from (_placed(_money(found, _WORDS), found) for found in _WORDED.finditer(text))
    if compiled(_ECONOMIC).search(text):
        yield from (
            _placed(_percentage(found), found)
            for found in _PERCENT.finditer(text)
            if not _is_level(text, found)
        )
        yield from (_placed(_multiple(found), found) for found in _MULTIPLES.finditer(text))
        yield from (_placed(_fraction(found), found) for found in _FRACTION.finditer(text))
        yield from map(_fraction, _LOST_PART.finditer(text))
    yield from (replace(_fraction(found), nature=Nature.SHARE) for found in _SHARE.finditer(text))


def _placed(amount: Amount, found: re.Match[str]) -> Amount:
    return replace(
        amount, nature=nature_of(found, percent=amount.percent > 0, of_gdp=amount.of_gdp)
    )
