"""Cut a text into sentences, and tell a whole sentence from a scrap of a page.

Rules only: abbreviations, initials, decimals and quotations do not end a sentence, an empty line
always does. What a story quotes is one of these sentences, letter by letter.
"""

from __future__ import annotations

import re

from bot.domain.regions.tables import codes

_END = re.compile(
    r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]?[^\W_a-zà-ÿ])|[.!?…]+[\"”’'»)\]]*\s*$|\n\s*\n"
    r"|\n(?=[•*–-]\s)"
)
_ABBREVIATIONS = codes(
    """
    mr mrs ms dr prof sr jr st vs inc ltd corp co no nos sen rep reps gov gen col lt sgt capt maj
    hon rev jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun approx est
    fig ed eds al cf dept univ assn bros mt ft ave blvd rd pa va md ala ariz ark calif colo conn del
    fla ga ill ind kan ky la mass mich minn miss mo mont neb nev okla ore penn tenn tex vt wash wis
    wyo
    """
)
_LAST_WORD = re.compile(r"([^\W\d_][\w.]*)\.$")
_OPENERS = re.compile(r"^[\"“‘'«(\[]*[^\W_]")
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")
_PAGE_TALK = re.compile(
    r"\b(?:click here|read more|sign up|subscribe|newsletter|follow us|photo by|getty images|image:"
    r"|cookies?|all rights reserved|terms of use|advertisement|share this|watch:|listen:"
    r"|scroll down|log in|related articles?|see also)\b",
    re.IGNORECASE,
)
LEAST_WORDS = 6
MOST_WORDS = 70


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text` in order, as written, without the white space around them."""
    found, start = list[str](), 0
    for match in _END.finditer(text):
        if match.end() <= start or _goes_on(text[start : match.end()], match[0]):
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
    return _balanced(sentence) and not sentence[0].islower()


def word_count(text: str) -> int:
    """How many words a reader reads."""
    return len(_WORD.findall(text))


def _goes_on(piece: str, end: str) -> bool:
    """Whether the full stop belongs to an abbreviation or an initial."""
    if not end.startswith(".") or "\n" in end:
        return False
    last = _LAST_WORD.search(piece.rstrip().rstrip("\"”’'»)]"))
    if last is None:
        return False
    word = last[1].lower()
    return (
        word in _ABBREVIATIONS
        or (len(word) == 1 and last[1].isupper())
        or bool(re.fullmatch(r"(?:[a-z]\.)+[a-z]", word) and not piece.endswith("\n"))
    )


def _tidied(piece: str) -> str:
    return " ".join(piece.split()).lstrip("•*– ").strip()


def _balanced(sentence: str) -> bool:
    pairs = sentence.count("“") == sentence.count("”") and sentence.count("(") == sentence.count(
        ")"
    )
    return pairs and sentence.count('"') % 2 == 0
