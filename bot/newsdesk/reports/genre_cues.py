"""The cues by which a text that is no news gives itself away, genre by genre, with their weights.

A cue looks at the title, the address, the text, or `own`: the text without what it quotes, so that
a speaker's opinion does not make a report one. What an address says is weak where sections carry
names of genres for news as well (a newspaper's /deals/ tells of takeovers).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

ENOUGH = 3
"""Weight of cues from which a text is of a genre."""


class Genre(StrEnum):
    NEWS = "news"
    OPINION = "opinion"
    ADVERTORIAL = "advertorial"
    HOROSCOPE = "horoscope"
    ROUND_UP = "round-up"
    REVIEW = "review"
    GUIDE = "guide"
    """Instructions and advice: how to, recipes, tips, letters to an agony aunt."""
    JOB_ADVERT = "job advert"
    SATIRE = "satire"


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern worth `weight` where it stands in `where`: `title`, `url`, `text` or `own`."""

    weight: int
    where: str
    pattern: re.Pattern[str]


def _cue(weight: int, where: str, *words: str) -> Cue:
    """Any of these patterns; case does not matter."""
    return Cue(weight, where, re.compile("|".join(words), re.IGNORECASE | re.DOTALL))


_SIGN = (
    r"\b(?:aries|taurus|gemini|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)\b"
)  # fmt: skip
# Sentences of a recipe begin with what the cook does.
_COOK = (
    r"(?:\A|[.!?]\s+|\n)(?-i:Soak|Stir|Fold in|Serve|Chop|Whisk|Bake|Drain|Combine|Mix|Pour|Heat"
    r"|Simmer|Boil|Fry|Melt|Peel|Slice|Knead|Roast|Garnish|Season|Sprinkle|Add)\s"
    r"(?:the|an?|in|with|them|it|for|until|over|together|half|one|two|three|four|dried|some|\d+)\b"
)
_COUNT = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen)"
# Not "World War I" or "Part I".
_I = (
    r"(?<!War )(?<!Part )(?<!Type )(?<!hase )(?<!lass )(?<!abeth )\b(?-i:I)(?:[’'](?:m|ve|d|ll))?\b"
)

CUES: dict[Genre, tuple[Cue, ...]] = {
    Genre.HOROSCOPE: (
        _cue(
            3,
            "title",
            r"\b(?:your|daily|weekly|monthly|today[’']s|love|money|career) horoscopes?\b",
            r"^horoscopes?\b|\bhoroscopes? (?:for|today|this week)\b|\bhoroscopes?\s*[:|,–—-]",
            r"\b(?:star|zodiac) signs?\b|\btarot (?:cards?|readings?)\b|^astrolog\w+\b",
        ),
        _cue(3, "text", rf"{_SIGN}.*{_SIGN}.*{_SIGN}"),
    ),
    Genre.ADVERTORIAL: (
        _cue(
            3,
            "title",
            r"^\W*(?:sponsored|promoted|advertis\w+|ad|paid (?:post|content)|partner content"
            r"|brand ?voice|deals)\b\W*[:|\]–-]",
            r"\b(?:best .{0,40}\bdeals?|coupon codes?|coupons for|promo code|discount codes?"
            r"|gift guide|deal of the day|buying guide|prime day deals?|save \$\d+ on"
            r"|(?:black friday|cyber monday|daily) deals?|deals? (?:are|is) live)\b",
        ),
        _cue(
            3,
            "url",
            r"/(?:sponsored|partner-?content|brand-?(?:voice|spotlight|studio|story)|advertorial"
            r"|paid-?post)/",
        ),
        _cue(2, "url", r"/(?:deals|shopping)/"),
        _cue(
            3,
            "text",
            r"\A\W*sponsored by\b",
            r"\b(?:sponsored (?:content|post)|paid (?:content|partnership|advertisement)"
            r"|this (?:article|content|post) (?:is|was) (?:sponsored|paid for"
            r"|produced in partnership)|in (?:paid )?partnership with our sponsor"
            r"|(?:been|was) compensated by|brought to you (?:by|in association with)"
            r"|advertisement feature)\b",
            r"#(?:ad|sponsored|spon)\b",
            r"[.!?”\"]\s+in partnership with [^.\n]{2,40}\.?\W*\Z",
            # A tip that ends where the reader leaves his address.
            r"\benter your e-?mail\b.{0,60}\b(?:to claim|to get|before midnight|for free|free)\b",
        ),
        _cue(
            2, "text", r"\b(?:with|using|enter|quote) (?:the )?(?:\w+ )?code (?-i:[A-Z]{3,}\d*)\b"
        ),
        _cue(
            2,
            "text",
            r"\b(?:free report|ticker symbol|early investors|smart money)\b.{0,400}"
            r"\b(?:past performance|price target|your e-?mail|sign up)\b",
        ),
        _cue(
            2, "title", r"\bthis (?:\w+ ){1,3}(?:stock|coin|token|share)\b.{0,30}\b(?:could|will)\b"
        ),
        _cue(
            2,
            "text",
            r"\b(?:(?:shop|buy|order|book) (?:now|today)|use (?:the )?code\b|limited[- ]time offer"
            r"|money[- ]back guarantee|free shipping|act now|visit our (?:web)?site"
            r"|we may earn (?:a )?commission|affiliate links?|best deals we|welcome bonus)",
        ),
        _cue(
            1,
            "text",
            r"\b(?:award-winning|best-in-class|world-class|revolutionary|game-?chang\w+)\b",
        ),
        _cue(
            1,
            "text",
            r"\b(?:don[’']t miss (?:out|this)|call us|contact us today|your home|treat yourself"
            r"|never been a better time)\b",
        ),
    ),
    Genre.SATIRE: (
        _cue(
            3,
            "text",
            r"\bthis (?:piece|article|post|story|column) is (?:a )?(?:satire|satirical|parody)\b"
            r"|\b(?:satire|parody) (?:site|section|column)\b.{0,40}\bnothing in it is\b",
        ),
        _cue(
            3,
            "url",
            r"//(?:www\.)?(?:theonion|babylonbee|newsthump|thedailymash|waterfordwhispersnews"
            r"|thebeaverton|betootaadvocate|der-postillon)\.",
            r"/(?:satire|humou?r/borowitz-report)/",
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
            r"|what to (?:watch|expect) (?:today|(?:this|next) (?:week|month))|(?:day|week) ahead"
            rf"|{_COUNT} (?:things|stories|takeaways)"
            r"|top (?:\d+|ten|five) (?:stories|news|things|headlines)|today in history|on this day"
            r"|quiz of|news quiz|crossword|sudoku|wordle|letters to the editor|tv guide"
            r"|what[’']s on"
            r"|(?:today|tonight)[’']s (?:headlines|papers|front pages)"
            r"|stories you may have missed)\b",
        ),
        _cue(
            3,
            "title",
            r"^(?:in brief|news in brief|briefs?|headlines|newsletter|podcast|quiz)\b\s*[:|–—-]",
            r"^(?:ap )?(?:photos|gallery|in pictures)\b\s*[:|–—-]",
        ),
        _cue(
            3,
            "text",
            r"\bwelcome (?:back )?to (?:our|the|today[’']s) [^.]{0,40}"
            r"(?:blog|briefing|newsletter|live (?:page|coverage))\b",
            r"\bwere you forwarded this\b|\bin (?:this|today)[^.]{0,12} episode\b"
            r"|\b(?:subscribe|listen) wherever you get (?:your )?podcasts\b",
        ),
        _cue(
            2,
            "text",
            r"\b(?:here are (?:the|some|five|ten|our)|in today[’']s (?:briefing"
            r"|edition|newsletter))\b",
        ),
        _cue(1, "text", r"\b(?:elsewhere|also in the news|in other news|meanwhile, in)\b"),
        _cue(1, "text", r"\b(?:scroll down|tap here|sign up here|get in touch by)\b"),
        _cue(1, "title", r"\b(?:live (?:blog|page)|follow along)\b"),
    ),
    Genre.REVIEW: (
        _cue(
            2,
            "title",
            r"\breview\s*(?:[:|–—-]|$)|\breviewed$|\bhands[- ]on\b\s*[:|–—-]"
            r"|^(?:\w+ )?review\b\s*[:|–—-]",
        ),
        _cue(2, "url", r"/reviews?/"),
        _cue(
            2,
            "text",
            r"\b(?:tested by|RRP|pros|cons|(?:our )?verdict|(?:our|star) rating)\s*:",
            r"\b(?:one|two|three|four|five|[1-5])(?: and a half)? stars\b"
            r"|\b\d(?:\.\d)? ?(?:/|out of) ?(?:5|10|five|ten)\b",
        ),
        _cue(
            1,
            "text",
            r"\b(?:gameplay|replay value|page-turner|touchscreen|battery life|protagonist"
            r"|(?:side )?quests?|the (?:plot|acting|soundtrack|cast)|highly recommend(?:ed)?"
            r"|impressed)\b",
        ),
        _cue(1, "own", rf"{_I}.{{0,600}}{_I}"),
    ),
    Genre.GUIDE: (
        _cue(
            3,
            "title",
            r"^how to\b|\brecipes?\s*(?:[:|–—-]|$)|\b(?:easy|simple|quick) steps\b"
            r"|\b(?:beginner[’']s|complete|ultimate|step-by-step) guide\b"
            r"|^(?:the )?(?:\d+|three|five|seven|ten) (?:\w+ )?(?:ways|tips|tricks"
            r"|steps|habits|hacks|signs|mistakes|reasons|ideas|best)\b",
        ),
        _cue(
            2,
            "title",
            r"\b(?:everything|all|what) you need to know\b|\bexplain(?:ed|er)\b\W*$"
            r"|\bshould (?:i|you)\b|\bhow it works\b|\ball the (?:\w+ )?new features\b"
            r"|\bsurvival kit\b|\bcheat(?:s|[- ]sheet)\b|\bmanual\b",
        ),
        _cue(2, "title", r"^what (?:is|are|does) .{3,60}\?"),
        _cue(
            2,
            "text",
            r"\bstep (?:one|1)\b.*\bstep (?:two|2)\b",
            r"\b(?:tablespoons?|teaspoons?|tbsp|tsp|preheat|stir (?:in|together)|simmer"
            r"|serves (?:\d|two|four|six)|season with)\b",
            r"\bwhat (?:would|should|can) (?:you|I) do\?",
        ),
        _cue(3, "own", rf"{_COOK}.*{_COOK}.*{_COOK}"),
        _cue(2, "text", r"\A\W*dear [A-Z]\w+,"),
        _cue(2, "own", r"\b(?:everything|all) you need to know\b|\bin plain english\b"),
        _cue(
            1,
            "own",
            r"\b(?:here[’']s how|follow these|you[’']ll need|make sure (?:to|you)|remember that"
            r"|don[’']t panic|keep in mind|we[’']ve rounded up|our picks?)\b",
        ),
        _cue(1, "own", r"\byour?\b.{0,200}\byour?\b.{0,200}\byour?\b"),
    ),
    Genre.JOB_ADVERT: (
        _cue(2, "url", r"/(?:jobs?|careers?|vacanc(?:y|ies))/"),
        _cue(
            2,
            "text",
            r"\bthe (?:ideal|successful) candidate (?:has|will|is|should|must)\b"
            r"|\bonly short-?listed (?:candidates|applicants)\b",
        ),
        _cue(
            2,
            "text",
            r"\bapply (?:now|online|today|with (?:a |your )?(?:CV|cover letter|r[eé]sum[eé])\b)"
            r"|\bsend (?:a |your )(?:CV|r[eé]sum[eé])\b|\bequal opportunity employer\b",
        ),
        _cue(
            1,
            "text",
            r"\b(?:we offer|competitive (?:package|salary)|you will (?:own|lead|manage|report to)"
            r"|years of experience|join our team|we are hiring)\b",
        ),
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
        _cue(3, "url", r"/(?:opinions?|op-?ed|editorials?|commentisfree|columnists)/"),
        _cue(2, "url", r"/(?:columns?|commentary|blogs?|views)/"),
        _cue(
            2,
            "title",
            r"^(?:why|how|should|is|are|what (?:if|could|would|will|to make of)|can)\b|\?\s*$",
        ),
        _cue(3, "title", r"\bwhy (?:you|we) (?:just )?(?:can|should|must|need|don|won)\w*\b"),
        _cue(1, "title", r"^\W*#\w+|\bwish list\b|\bcontrarian\b|\bmanifesto\b"),
        _cue(1, "title", _I),
        _cue(
            2,
            "title",
            r":\s+(?:a|an|the)\s+(?:\w+\s+){0,2}(?:game|gamble|moment|tale"
            r"|question|paradox|dilemma|puzzle|reckoning|test|story|path|road"
            r"|future|era)\b",
        ),
        _cue(
            2,
            "own",
            r"\b(?:in my (?:view|opinion)|i (?:believe|think|argue|suspect|disagree|doubt"
            r"|would argue)|we (?:must|should|need to)|let us|let[’']s|let me|this newspaper"
            r" believes)\b",
        ),
        _cue(2, "own", rf"{_I}.{{0,600}}(?:{_I}|\bmy\b)"),
        # Somebody who says I at every turn tells of himself.
        _cue(1, "own", rf"(?:{_I}.{{0,400}}){{4}}"),
        _cue(
            1,
            "own",
            r"\b(?:at the end of the day|the truth is|make no mistake|needless to say"
            r"|one thing is certain|usual pinch of salt|in truth)\b",
        ),
        _cue(
            1,
            "own",
            r"\b(?:it[’']s|it is) not (?:just|only|merely"
            r"|simply) (?:about )?.{3,80}?(?:—|–|-|;|,|\.)\s*(?:it[’']s|it is|but)\b",
        ),
        _cue(
            1,
            "own",
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
        _cue(1, "text", r"^in recent (?:months|years|weeks|decades),|#\w+\s+#\w+\W*\Z"),
        _cue(
            2,
            "text",
            r"\b(?:is|are) (?:an? |the )?(?:columnist|contributing (?:writer"
            r"|editor)|opinion (?:writer|editor)"
            r"|professor of .{3,60} and (?:the )?author)\b",
        ),
    ),
}
"""Read in this order: a text is of the first genre whose cues suffice."""
