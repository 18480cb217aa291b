"""Tell news from what only looks like it: opinion, advertorial, horoscope, round-up.

Each genre is a table of cues with weights; a text is of the genre when enough of them are there.
The words that told it are kept, because the desk page shows them as the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.report import Report

ENOUGH = 3
"""Weight of cues from which a text is of a genre."""


class Genre(StrEnum):
    NEWS = "news"
    OPINION = "opinion"
    ADVERTORIAL = "advertorial"
    HOROSCOPE = "horoscope"
    ROUND_UP = "round-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The genre of a text and the words that told it; NEWS has none."""

    genre: Genre = Genre.NEWS
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cue:
    weight: int
    where: str
    """`title`, `url` or `text`."""
    pattern: re.Pattern[str]


def _cue(weight: int, where: str, words: str) -> _Cue:
    return _Cue(weight, where, re.compile(words, re.IGNORECASE | re.DOTALL))


_CUES: dict[Genre, tuple[_Cue, ...]] = {
    Genre.HOROSCOPE: (
        _cue(3, "title", r"\b(?:horoscopes?|star signs?|zodiac|astrolog\w+|tarot)\b"),
        _cue(
            3,
            "text",
            r"\b(?:aries|taurus|gemini|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)\b"
            r".*\b(?:aries|taurus|gemini|virgo|libra|scorpio|sagittarius|capricorn|aquarius"
            r"|pisces)\b"
            r".*\b(?:aries|taurus|gemini|virgo|libra|scorpio|sagittarius|capricorn|aquarius"
            r"|pisces)\b",
        ),
    ),
    Genre.ADVERTORIAL: (
        _cue(
            3,
            "title",
            r"^(?:sponsored|promoted|advertis\w+|ad|paid post|partner content|brand ?voice"
            r"|deals?)\b\s*[:|–-]"
            r"|\b(?:best .{0,40}\bdeals?\b|coupon|promo code|discount codes?|gift guide"
            r"|deal of the day|buying guide|prime day deals?|save \$\d+ on)\b",
        ),
        _cue(
            3,
            "url",
            r"/(?:sponsored|partner-?content|brandvoice|advertorial|paid-?post|deals"
            r"|shopping)/",
        ),
        _cue(
            3,
            "text",
            r"\b(?:sponsored (?:content|post|by)|paid (?:content|partnership|advertisement)"
            r"|this (?:article|content|post) (?:is|was) (?:sponsored|paid for"
            r"|produced in partnership)"
            r"|in (?:paid )?partnership with our sponsor)\b",
        ),
        _cue(
            2,
            "text",
            r"\b(?:(?:shop|buy|order|book) (?:now|today)|use (?:the )?code\b|limited[- ]time offer"
            r"|money[- ]back guarantee|free shipping|act now|visit our (?:web)?site"
            r"|we may earn (?:a )?commission|affiliate links?)",
        ),
        _cue(
            1,
            "text",
            r"\b(?:award-winning|best-in-class|world-class|revolutionary"
            r"|game-?chang\w+)\b",
        ),
        _cue(
            1,
            "text",
            r"\b(?:don[’']t miss (?:out|this)|call us|contact us today|your home"
            r"|treat yourself)\b",
        ),
    ),
    Genre.ROUND_UP: (
        _cue(
            3,
            "title",
            r"\b(?:(?:news|weekly|daily|morning|evening|market|week(?:end)?|sports|tech) "
            r"(?:round-?up|briefing|digest|wrap(?:-?up)?|brief|recap|newsletter|bulletin|headlines)"
            r"|round-?up\b|as it happened|week in (?:review|pictures|photos)|(?:photos|pictures"
            r"|quotes) of the (?:day|week)"
            r"|what to know (?:today|this (?:morning|week))|what (?:we|you) (?:learned|missed)"
            r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:things|stories|takeaways)"
            r"|top (?:\d+|ten|five) (?:stories|news|things|headlines)|today in history|on this day"
            r"|quiz of|news quiz|crossword|sudoku|wordle|letters to the editor|tv guide"
            r"|what[’']s on"
            r"|(?:today|tonight)[’']s (?:headlines|papers|front pages)"
            r"|stories you may have missed)\b",
        ),
        _cue(
            3,
            "title",
            r"^(?:in brief|news in brief|briefs?|headlines|newsletter|podcast"
            r"|quiz)\b\s*[:|–-]?",
        ),
        _cue(
            2,
            "text",
            r"\b(?:here are (?:the|some|five|ten|our)|in today[’']s (?:briefing"
            r"|edition|newsletter))\b",
        ),
        _cue(1, "text", r"\b(?:elsewhere|also in the news|in other news|meanwhile, in)\b"),
    ),
    Genre.OPINION: (
        _cue(
            3,
            "title",
            r"^(?:opinion|op-?ed|editorial|column|commentary|comment|viewpoint|perspective|letters?"
            r"|guest (?:post|essay|column)|analysis|essay|blog)\b\s*[:|–-]|\|\s*(?:opinion"
            r"|editorial|column)"
            r"|\b(?:the case (?:for|against)|in (?:defen[cs]e|praise) of|a modest proposal)\b",
        ),
        _cue(
            3,
            "url",
            r"/(?:opinions?|op-?ed|editorials?|columns?|columnists|commentisfree"
            r"|commentary|blogs?|views)/",
        ),
        _cue(2, "title", r"^(?:why|how|should|is|are|what if|can)\b.*|\?\s*$"),
        _cue(1, "title", r"^\W*#\w+"),
        _cue(
            2,
            "title",
            r":\s+(?:a|an|the)\s+(?:\w+\s+){0,2}(?:game|gamble|moment|tale"
            r"|question|paradox|dilemma|puzzle|reckoning|test|story|path|road"
            r"|future|era)\b",
        ),
        _cue(
            2,
            "text",
            r"\b(?:in my (?:view|opinion)|i (?:believe|think|argue|suspect"
            r"|would argue)|we (?:must|should|need to)|let us|let[’']s)\b",
        ),
        _cue(
            1,
            "text",
            r"\b(?:ultimately|at the end of the day|the truth is|make no mistake"
            r"|needless to say|of course,)",
        ),
        _cue(
            1,
            "text",
            r"\b(?:it[’']s|it is) not (?:just|only|merely"
            r"|simply) (?:about )?.{3,80}?(?:—|–|-|;|,|\.)\s*(?:it[’']s|it is|but)\b",
        ),
        _cue(
            1,
            "text",
            r"\b(?:challenges persist|remains to be seen|only time will tell"
            r"|may define|will define|in an increasingly|in a world where"
            r"|a new (?:phase|era|chapter))\b",
        ),
        _cue(
            1,
            "text",
            r"\b(?:amid|against the backdrop of) (?:global|rising|growing"
            r"|geopolitical|shifting)\b",
        ),
        _cue(1, "text", r"^in recent (?:months|years|weeks|decades),"),
        _cue(
            2,
            "text",
            r"\b(?:is|are) (?:an? |the )?(?:columnist|contributing (?:writer"
            r"|editor)|opinion (?:writer|editor)"
            r"|professor of .{3,60} and (?:the )?author)\b",
        ),
    ),
}


def genre_of(report: Report) -> Verdict:
    """The genre of a report; the first genre of the table whose cues suffice."""
    places = {"title": report.title, "url": report.url, "text": report.text}
    for genre, cues in _CUES.items():
        told = [
            (cue.weight, " ".join(match[0].split())[:60])
            for cue in cues
            if (match := cue.pattern.search(places[cue.where]))
        ]
        if sum(weight for weight, _ in told) >= ENOUGH:
            return Verdict(genre=genre, because=tuple(words for _, words in told))
    return Verdict()


def listed_verdicts(verdicts: Sequence[Verdict]) -> str:
    """`opinion ("In my view")`, for the reason of a rejection."""
    shown = {v.genre.value: v.because[0] for v in verdicts if v.genre is not Genre.NEWS}
    return ", ".join(f'{genre} ("{words}")' for genre, words in shown.items())
