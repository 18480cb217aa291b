"""Cut a text into sentences, and tell a whole sentence from a scrap of a page.

Rules only: abbreviations, initials, decimals and quotations do not end a sentence; an empty line
always does, and so does the end of a line that stops without a mark, unless lines are wrapped. What
a story quotes is one of these sentences, letter by letter.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bot.domain.regions.tables import codes

_OPENING = r"[\"“‘'«(\[]?\s?[^\W_a-zà-ÿ]"
_END = re.compile(
    rf"[.!?…]+[\"”’'»)\]]*(?=\s+{_OPENING})|[.!?…]+[\"”’'»)\]]*\s*$|\n\s*\n"
    r"|\n(?=[•*–-]\s)"
    # "on Wednesday.The man": a page lost the space between two of its paragraphs.
    r"|(?<=[a-z]{3})[.!?][\"”’]?(?=[\"“]?(?!Com\b|Net\b|Org\b)[A-Z][a-z])"
    rf"|\n(?={_OPENING})"
)
_TITLES = codes(
    """
    mr mrs ms messrs dr prof sen sens rep reps gov govs gen col lt sgt capt maj adm cmdr supt insp
    det cpl pvt pfc spc brig hon rev st mt ft pres atty asst
    """
)
"""Abbreviations that never end a sentence: a name follows."""
_SHORTENED = codes(
    """
    sr jr inc ltd corp co bros univ assn dept ave blvd rd jan feb mar apr jun jul aug sep sept oct
    nov dec mon tue wed thu fri sat sun pa va md ala ariz ark calif colo conn del fla ga ill ind kan
    ky la mass mich minn miss mo mont neb nev okla ont ore penn que tenn tex vt wash wis wyo ed eds
    """
)
"""They may end one: what follows tells. Written small they are words ("ill", "mass", "sat")."""
_SMALL = codes("vs inc ltd corp co approx est fig cf al ed eds")
"""Abbreviations that are written small as well."""
_NUMBERED = codes("no nos")
_OPENERS_OF_SENTENCES = codes(
    """
    the a an he she it they we i this that these those his her its their our but and in on at for
    from as after before when while if there by to with since however both what who some many most
    police officials according
    """
)
_GOES_ON_AFTER_TIME = codes(
    """
    et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst ist cet cest eastern central mountain
    pacific monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun january february march april may june july august september october november
    december jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
_NEXT_WORD = re.compile(r"\s*[\"“‘'«(\[]?\s?(\w+)")
_END_MARK = re.compile(r"[.!?…:][\"”’'»)\]]*\s*$")
_WRAPPED = 0.3
"""Share of lines that go on in the next one above which line breaks mean nothing."""
_UNFINISHED = re.compile(
    r"(?:,|\b(?:a|an|the|of|in|on|at|to|for|from|by|with|and|or|as|than|that))$"
)
_LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.$")
_OPENERS = re.compile(r"^[\"“‘'«(\[]*[^\W_]")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_SINGLE_OPENS = re.compile(r"(?<!\w)['‘](?=\w)")
_SINGLE_CLOSES = re.compile(r"(?<=[\w.,!?…])\s?['’](?!\w)")
_SINGLE_AFTER_MARK = re.compile(r"[,.!?…]\s?['’](?!\w)")
_PAGE_TALK = re.compile(
    r"\b(?:click here|read more|sign up|subscribe|newsletter|follow us|photo by|getty images|image:"
    r"|cookies?|all rights reserved|terms of use|advertisement|share this|watch:|listen:"
    r"|scroll down|log in|related articles?|see also|editor[’']s note"
    r"|this (?:story|article|post) (?:was|has been) (?:updated|published|corrected|amended))\b",
    re.IGNORECASE,
)
_TORN = re.compile(r"^0\d|\b(?:the|a|an|of|and|or)\W*$")
"""What is left where a page broke a number ("of. 09 percent") or dropped a link."""
_BULLETS = ("•", "*", "–", "-")
LEAST_WORDS = 6
MOST_WORDS = 70


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` in order, as written, without the white space around them."""
    found, start = list[str](), 0
    wrapped = _is_wrapped(text)
    for match in _END.finditer(text):
        at_line_end = match[0] == "\n" and not text.startswith(_BULLETS, match.end())
        if match.end() <= start or (wrapped and at_line_end):
            continue
        if _goes_on(text[start : match.end()], match[0], text[match.end() : match.end() + 40]):
            continue
        found.append(text[start : match.end()])
        start = match.end()
    found.append(text[start:])
    return tuple(piece for piece in (_tidied(piece) for piece in found) if piece)


def is_whole(sentence: str) -> bool:
    """Whether it can stand alone: it opens, ends and reads like one."""
    words = _WORD.findall(sentence)
    if not LEAST_WORDS <= len(words) <= MOST_WORDS or not _OPENERS.match(sentence):
        return False
    if sentence.rstrip("\"”’'»)]")[-1:] not in {".", "!", "?", "…"} or _PAGE_TALK.search(sentence):
        return False
    return _balanced(sentence) and not (sentence[0].islower() or _TORN.search(sentence))


def word_count(text: str) -> int:
    """How many words a reader reads."""
    return len(_WORD.findall(text))


def _is_wrapped(text: str) -> bool:
    """Whether lines end wherever they are full, as in mails."""
    lines = [line.strip() for line in text.split("\n")]
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if line and following and not _END_MARK.search(line)
    ]
    open_lines = sum(
        following[0].islower() or bool(_UNFINISHED.search(line)) for line, following in pairs
    )
    return open_lines > _WRAPPED * len(pairs)


def _goes_on(piece: str, end: str, rest: str) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    if not end.startswith(".") or "\n" in end:
        return False
    last = _LAST_WORD.search(piece.rstrip().rstrip("\"”’'»)]"))
    if last is None:
        return False
    word, shown = last[1].lower(), last[1]
    following = _NEXT_WORD.match(rest)
    opener = following[1].lower() if following else ""
    if word in _NUMBERED:
        return opener.isdigit()
    if word in {"a.m", "p.m"}:
        return opener.isdigit() or opener in _GOES_ON_AFTER_TIME
    if word in _TITLES:
        return shown[0].isupper()
    shortened = word in _SMALL or (word in _SHORTENED and shown[0].isupper())
    return (shortened or _is_initials(shown)) and opener not in _OPENERS_OF_SENTENCES


def _is_initials(word: str) -> bool:
    """`J` and `U.S`, each before its full stop."""
    return (len(word) == 1 and word.isupper()) or bool(
        re.fullmatch(r"(?:[a-z]\.)+[a-z]", word.lower())
    )


def _tidied(piece: str) -> str:
    return " ".join(piece.split()).lstrip("•*– ").strip()


def _balanced(sentence: str) -> bool:
    """Whether every quotation and bracket that opens also closes."""
    pairs = sentence.count("“") == sentence.count("”") and sentence.count("(") == sentence.count(
        ")"
    )
    return pairs and sentence.count('"') % 2 == 0 and _singles_balanced(sentence)


def _singles_balanced(sentence: str) -> bool:
    """'So he said' is whole, "'So he said." and "So, ' he said." are not; an apostrophe is none."""
    opened = bool(_SINGLE_OPENS.search(sentence))
    if sentence[0] in "'‘" and not _SINGLE_CLOSES.search(sentence, 1):
        return False
    return opened or not _SINGLE_AFTER_MARK.search(sentence)
