"""People by the titles they bear, the way they are quoted and their first names.

A form gives two words of a name; the rest is followed over the capitals beside them ("Arcade Joseph
Comeaux Jr."). Surnames alone are bound later. A title that is also part of a place's name
("Governor Island") is not worth a rule: a person stands in a story only if two origins name them,
or the title or lead does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from bot.domain.regions.tables import codes
from bot.domain.story import EntityType
from bot.domain.text import fold
from bot.newsdesk.names.given_names import GIVEN_NAMES
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.text.tokens import STOPWORDS

_TITLES = (
    r"(?:(?:[Vv]ice[- ]|[Ff]ormer |[Dd]eputy |[Aa]cting |[Ii]nterim )?"
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Cc]hancellor|[Gg]overnor|[Gg]ov\.?"
    r"|[Ss]enator|[Ss]en\.?|Rep\.?|[Cc]ongress(?:man|woman)|[Cc]hair(?:man|woman|person)?|CEO"
    r"|CFO|COO|"
    r"[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]hief [Ee]conomist|[Ff]ounder|[Ff]oreign [Mm]inister"
    r"|[A-Za-z]+ [Mm]inister|[Mm]inister|[A-Za-z]+ [Ss]ecretary|[Ss]ecretary|[Cc]ommissioner"
    r"|[Aa]mbassador|[Mm]ayor|[Kk]ing|[Qq]ueen|[Pp]rince(?:ss)?|[Pp]ope|[Jj]udge|[Jj]ustice"
    r"|[Gg]eneral|Gen\.?|[Dd]r\.?|[Mm]r\.?|[Mm]rs\.?|[Mm]s\.?|[Ss]pokes(?:man|woman|person)"
    r"|[Aa]nalyst|[Ee]conomist|[Pp]rofessor|[Pp]rof\.?|[Dd]irector|[Cc]oach|[Cc]aptain"
    r"|[Pp]rosecutor|[Aa]ttorney [Gg]eneral))"
)
_PART = r"(?:(?:van|von|de|da|di|bin|al|el|der|den|dos|del|la|le)[ -])?[A-ZÀ-Ý][\w'’À-ÿ-]+"
_AFTER_TITLE = re.compile(rf"\b{_TITLES}\s+((?:{_PART}|[A-Z]\.)(?:\s(?:{_PART}|[A-Z]\.)){{0,2}})")
# In a headline "Analyst Upgrades" is no person; those in office are named there.
_AFTER_OFFICE = re.compile(
    r"\b(?:President|Prime Minister|Premier|Chancellor|Governor|Gov\.?|Sen\.?|Senator|Rep\.?"
    r"|King|Queen"
    rf"|Prince(?:ss)?|Pope|Mayor|CEO|Judge|Justice|(?:Foreign"
    rf"|Finance) Minister)\s+({_PART}(?:\s{_PART})?)"
)
_QUOTED = re.compile(
    rf"\b(?:said|says|told|according to|by)\s+({_PART}(?:\s{_PART}){{1,2}})\s*[,.]"
)
_SPEAKING = re.compile(rf"(?<![\w.])({_PART}\s{_PART})(?:,[^,.]{{3,60}},)?\s(?:said|says|told)\b")
# The second word is looked at, not taken: of "Then Ann Poe" the second word is a first name.
_FULL = re.compile(rf"(?<![\w.'’-])([A-ZÀ-Ý][\w-]+)(?=(?:\s[A-Z]\.)?\s({_PART}))")
_MORE = re.compile(
    rf",? (?:Jr|Sr)\b\.?| (?:II|III|IV)\b"
    rf"| (?:[A-Z]\. )?({_PART})(?![\w'’]*[’'](?!s\b)\w)"
)
_EARLIER = re.compile(r"(?<![\w.'’-])([A-ZÀ-Ý][a-zà-ÿ]+(?:['’A-Z][\w]*)?\s(?:[A-Z]\.\s)?)$")
_DASH = re.compile(r"-([a-z]+)\b")
_OF_A_KIND = re.compile(r"\b(?:your|these|those|many|other|two|no)\s$")
_LENDS = re.compile(
    r"(?:['’]s)? (?:hospital|medical|clinic|airport|stadium|arena|university|school|museum"
    r"|foundation|award|prize|bridge|highway|boulevard|theat(?:er|re))\b"
)
"""What follows a name that only stands on a building or a prize: "Walter Reed hospital"."""
_CAPITAL_BEFORE = re.compile(r"[A-ZÀ-Ý][\w'’-]+\s$")
_OPENERS = codes(
    "later earlier afterwards meanwhile still instead however moreover finally perhaps maybe"
    " despite following according nearly almost today yesterday"
)
_NO_NAME = codes(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december the a an in on of and for to mr mrs ms says
    said inc corp ltd minister ministry bank party council committee commission court house street
    office department general street journal times post news group university week day state states
    view views sales upgrades holding rules manager human begins charming laboratories labs jewels
    engagement will says set gets may new sees told steps quits resigns buys sells holdings
    blog app live video photo photos watch star series show
    officials police
    air army navy airport arena stadium park road avenue boulevard county city island
    united north south east west new central federal national foreign prime president secretary
    """
)


_BODIES = codes(
    """
    network center centre clinic hospital foundation institute university college school museum
    library church league club union agency services service memorial award awards cup trophy prize
    magazine radio television
    rail railway railways telecom energy airlines airways logistics shipping pharma petroleum motors
    act administration campaign theatre theater hall house building bridge tower field stadium
    """
)
"""After one, a name is that of a body or a building: "Betty Ford Center"."""
_ROLES = codes(
    """
    coach actor actress singer sheriff officer detective sergeant sgt lieutenant lt captain capt
    deputy inspector chief senator sen representative rep congressman congresswoman judge justice
    doctor dr professor prof mr mrs ms sir dame lord lady saint st pope king queen prince princess
    president minister premier chancellor governor gov mayor secretary director chairman analyst
    economist reporter correspondent author writer editor spokesman spokeswoman attorney lawyer
    prosecutor republican democrat democratic quarterback receiver striker goalkeeper defender
    midfielder linebacker cornerback halfback tailback wideout rookie suspect victim veteran manager
    referee jr sr
    executive undersheriff undersecretary commissioner councilman councilwoman councillor alderman
    general admiral major colonel trooper agent patrolman lineman fullback outfielder pitcher
    catcher detectives officers senators ministers judges professors prosecutors analysts economists
    sister brother father mother aunt uncle billionaire founder
    """
)
_SHORT_TITLES = codes("gov sen rep gen lt sgt capt det prof rev")
_ADJECTIVE = re.compile(r"[A-Z]\w*(?:-[a-z]+)*-(?:elect|old|ranked|rated|based|born|led|year)\b")
_ALSO_WORDS = codes(
    "mark bill will grant chase rob pat drew max grace hope joy faith april june dawn"
)
"""First names that open sentences as ordinary words."""


def people_in(
    text: str,
    taken: Iterable[tuple[int, int]],
    places: Sequence[Mention] = (),
    *,
    headline: bool,
) -> tuple[Mention, ...]:
    """Persons named in `text` outside the spans in `taken`, in order."""
    spans = list(taken)
    found: dict[int, Mention] = {}
    patterns = (_AFTER_OFFICE, _FULL) if headline else (_AFTER_TITLE, _QUOTED, _SPEAKING, _FULL)
    edges = {place.end for place in places}
    # "San Diego Chargers" is no Diego; "Michael Jordan" is not among the places.
    spans += [(place.start, place.end) for place in places if " " in place.text]
    for pattern in patterns:
        for match in pattern.finditer(text):
            start = match.start(1)
            if pattern is _FULL and fold(match[1]) not in GIVEN_NAMES:
                continue
            whole = text[start : match.end(2 if pattern is _FULL else 1)]
            name = _trimmed(whole, match, headline=headline)
            if not name or _is_no_person(text, match, start, edges):
                continue
            end = start + len(name)
            if not headline and " " in name:
                start, end = _whole(text, start, end, spans, edges)
            end -= _glued(text[start:end])
            if not any(start < b and a < end for a, b in spans):
                spans.append((start, end))
                found[start] = _person(text[start:end], start)
    return tuple(found[start] for start in sorted(found))


def _glued(name: str) -> int:
    """Letters behind a dash without spaces that goes on with the sentence: "Ann Poe-who"."""
    match = _DASH.search(name)
    return len(name) - match.start() if match is not None and match[1] in STOPWORDS else 0


def _is_no_person(text: str, match: re.Match[str], start: int, edges: Collection[int]) -> bool:
    """A sort of people ("your Phil Jacksons"), a building, or a body ("Sudan Doctors Network")."""
    end = match.end(2) if match.re is _FULL else match.end(1)
    if _OF_A_KIND.search(text, max(0, start - 8), start) or _LENDS.match(text, end):
        return True
    if match.re is not _SPEAKING:
        return False
    before = _CAPITAL_BEFORE.search(text, max(0, start - 30), start)
    return before is not None and (start - 1 in edges or fold(before[0]) in _BODIES)


def _whole(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]], edges: Collection[int]
) -> tuple[int, int]:
    """The name with the capitals beside it that belong to it."""
    for _ in range(3):
        more = _MORE.match(text, end)
        if more is None or text[end - 2 : end] in {"'s", "’s"} or _ends(more, taken):
            break
        end = more.end()
    earlier = _EARLIER.search(text, max(0, start - 24), start)
    if earlier is not None and start - 1 not in edges and _is_first_name(text, earlier, taken):
        start = earlier.start(1)
    name = text[start:end]
    return start, start + len(re.sub(r"['’]s?$", "", name))


def _ends(more: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    """Whether what follows is no part of the name: a title, an acronym, another known name."""
    word = more[1]
    if word is None:
        return False
    if any(a <= more.start(1) < b for a, b in taken):
        return True
    return fold(word) in _NO_NAME or fold(word) in _ROLES or (len(word) > 1 and word.isupper())


def _is_first_name(text: str, earlier: re.Match[str], taken: Sequence[tuple[int, int]]) -> bool:
    word = earlier[1].split()[0]
    key = fold(word)
    known = any(a < earlier.end(1) and earlier.start(1) < b for a, b in taken)
    if known or key in _NO_NAME or key in _ROLES:
        return False
    before = text[: earlier.start(1)].rstrip()
    # A capital that opens a sentence names nobody, unless it often is a first name.
    opens = not before or before[-1] in '.!?:;\n“"(|'
    if key in GIVEN_NAMES or key in _ALSO_WORDS:
        return True
    return not opens and not before.rpartition(" ")[2][:1].isupper()


def _trimmed(whole: str, match: re.Match[str], *, headline: bool) -> str:
    kept: list[str] = []
    for word in () if describes(whole) else whole.split():
        if fold(word) in _NO_NAME or fold(word) in _SHORT_TITLES or opens_only(word):
            break
        if kept and word.endswith("ed") and headline:
            break
        kept.append(word)
        if word.endswith(("'s", "’s")):
            break
    if match.re is _AFTER_OFFICE and kept:
        # Every word has a capital here, so only a known first name shows where the name ends.
        kept = kept[: 2 if fold(kept[0]) in GIVEN_NAMES else 1]
    titled = match.re in (_AFTER_TITLE, _AFTER_OFFICE)
    alone = len(kept) == 1 and (not titled or fold(kept[0]) in GIVEN_NAMES)
    if alone or (kept and fold(kept[-1]) in _BODIES):
        return ""
    name = " ".join(kept)
    return re.sub(r"['’]s?$", "", name) if len(name) > 3 else ""


def _person(name: str, start: int) -> Mention:
    return Mention(
        start=start,
        end=start + len(name),
        text=name,
        id=f"person:{slug(name)}",
        name=name,
        type=EntityType.PERSON,
        how=How.PERSON,
    )


def opens_only(word: str) -> bool:
    """Whether a word has a capital only where it opens a sentence."""
    return fold(word) in STOPWORDS or fold(word) in _OPENERS


def is_title(word: str) -> bool:
    """Whether a capitalised word is a title or what somebody is: "Coach", "Deputy"."""
    return fold(word) in _ROLES


def describes(word: str) -> bool:
    """Whether a capital opens a word that only describes: "Sixteen-year-old", "President-elect"."""
    return _ADJECTIVE.match(word) is not None


def slug(name: str) -> str:
    """`Yoon Suk-yeol` -> `yoon-suk-yeol`."""
    return fold(name).replace(" ", "-").replace("&", "and")
