"""Words of a text as clustering compares them: folded, stemmed, without function words.

A term is deliberately crude ("tariffs" and "tariff" meet, "said" is gone): it only has to bring
reports of one event together. It is never shown to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# The mark before a word tells a name from the capital that opens a sentence or a quotation.
_QUOTES = ('"', "“", "”", "`", "‘", "''")
_STOPS = (".", "!", "?", ":", ";", "|", "•", "–", "—")
_POSSESSIVE = ("'s", "’s")

_FUNCTION_WORDS = """
a about after again against all also although am an and another any are as at be because been
before being between both but by can could did do does doing done down during each either else
even ever every few for from further get gets getting go goes going got had has have having he her
here hers herself him himself his how however i if in including instead into is it its itself just
least less let like made make makes many may me might mine more most much must my myself near
neither no nor not now of off often on once one only onto or other others our out over own per put
quite rather same see seen set several shall she should since so some still such take than that
the their them themselves then there these they this those though through thus to together too
toward towards under until up upon us very via was way we well went were what when where whether
which while who whom whose why will with within without would yes yet you your
"""
_CONTRACTED = "ain aren couldn didn doesn don hadn hasn haven isn ll re shouldn ve wasn weren won"
_SPEECH = "according ask asked asks say saying says said tell tells told"
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec am pm est edt gmt bst cet utc
today yesterday tomorrow
"""
_PAGE = """
http https www com net org html htm php asp aspx index print story article articles news rss video
photo photos watch read click updated update posted published last live blog report reports co uk
amp quot nbsp
"""
STOPWORDS = frozenset(f"{_FUNCTION_WORDS} {_CONTRACTED} {_SPEECH} {_CALENDAR} {_PAGE}".split())


@dataclass(slots=True)
class Use:
    """How often a term stands in a text, and how: evidence that it is a name."""

    count: int = 0
    capital: int = 0
    """Capitalised although no sentence begins there."""
    small: int = 0

    @property
    def is_name(self) -> bool:
        return self.capital > self.small


@lru_cache(maxsize=8_192)
def term(word: str) -> str:
    """The term of one lower-case word; empty for a function word or a single character."""
    if word in STOPWORDS:
        return ""
    for ending in _POSSESSIVE:
        word = word.removesuffix(ending)
    stem = _stem(word.replace("'", "").replace("’", ""))
    return "" if len(stem) < 2 or stem in STOPWORDS else stem


def _stem(word: str) -> str:
    """Plural, -ing, -ed and a final e off; short words stay whole."""
    word = _singular(word)
    if len(word) > 5:
        for ending in ("ing", "ed"):
            if word.endswith(ending):
                word = _undoubled(word.removesuffix(ending))
                break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


def _singular(word: str) -> str:
    if len(word) <= 4 or not word.endswith("s") or word.endswith(("us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("sses"):
        return word[:-2]
    return word if word.endswith("ss") else word[:-1]


def _undoubled(stem: str) -> str:
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "ls"
    return stem[:-1] if doubled else stem


def words(text: str) -> list[str]:
    """Every word of `text` in lower case, function words included, in order."""
    return _WORD.findall(text.lower())


def terms(text: str) -> list[str]:
    """The terms of `text`, in order, repeated as they stand."""
    found = map(term, words(text))
    return [one for one in found if one]


def term_uses(text: str, *, limit: int) -> dict[str, Use]:
    """Terms of the first `limit` words of `text`, with the capitals that make some a name."""
    uses: dict[str, Use] = {}
    for word, opens in _marked(text, limit):
        stem = term(word.lower())
        if not stem:
            continue
        use = uses.get(stem)
        if use is None:
            use = uses[stem] = Use()
        use.count += 1
        if word[0].islower():
            use.small += 1
        elif not opens and word[0].isupper():
            use.capital += 1
    return uses


def _marked(text: str, limit: int) -> Iterator[tuple[str, bool]]:
    """Each word and whether it opens a sentence or a quotation."""
    end = 0
    for position, match in enumerate(_WORD.finditer(text)):
        if position >= limit:
            return
        start = match.start()
        yield match[0], position == 0 or _opens(text[end:start])
        end = match.end()


def _opens(gap: str) -> bool:
    """Whether what stands between two words ends a sentence or opens a quotation."""
    if gap == " ":
        return False
    mark = gap.rstrip()
    return mark.endswith(_QUOTES) or (len(mark) < len(gap) and mark.endswith(_STOPS))
