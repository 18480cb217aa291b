"""People by the titles they bear and the way they are quoted; surnames are bound later.

A title that is also part of a place's name ("Governor Island") is not worth a rule: a person stands
in a story only if two origins name them, or the title or lead does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from bot.domain.regions.tables import codes
from bot.domain.story import EntityType
from bot.domain.text import fold
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.place_tables import GIVEN_NAMES

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
_FULL = re.compile(rf"\b({'|'.join(sorted(name.title() for name in GIVEN_NAMES))})\s({_PART})")
_NO_NAME = codes(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december the a an in on of and for to mr mrs ms says
    said inc corp ltd minister ministry bank party council committee commission court house street
    office department general street journal times post news group university week day state states
    view views sales upgrades holding rules manager human begins charming laboratories labs jewels
    engagement will says set gets may new sees told steps quits resigns buys sells holdings
    blog app live video photo photos watch star series show
    united north south east west new central federal national foreign prime president secretary
    """
)


def people_in(
    text: str, taken: Iterable[tuple[int, int]], *, headline: bool
) -> tuple[Mention, ...]:
    """Persons named in `text` outside the spans in `taken`, in order."""
    spans = list(taken)
    found: dict[int, Mention] = {}
    patterns = (_AFTER_OFFICE, _FULL) if headline else (_AFTER_TITLE, _QUOTED, _SPEAKING, _FULL)
    for pattern in patterns:
        for match in pattern.finditer(text):
            start = match.start(1)
            name = _trimmed(text[start : match.end()], match, headline=headline)
            end = start + len(name)
            if name and not any(start < b and a < end for a, b in spans):
                spans.append((start, end))
                found[start] = _person(name, start)
    return tuple(found[start] for start in sorted(found))


def _trimmed(whole: str, match: re.Match[str], *, headline: bool) -> str:
    words = (whole if match.re is _FULL else match[1]).split()
    kept: list[str] = []
    for word in words:
        if fold(word) in _NO_NAME or (kept and word.endswith("ed") and headline):
            break
        kept.append(word)
        if word.endswith(("'s", "’s")):
            break
    if match.re is _AFTER_OFFICE and kept:
        # Every word has a capital here, so only a known first name shows where the name ends.
        kept = kept[: 2 if fold(kept[0]) in GIVEN_NAMES else 1]
    titled = match.re in (_AFTER_TITLE, _AFTER_OFFICE)
    alone = len(kept) == 1 and (not titled or fold(kept[0]) in GIVEN_NAMES)
    if alone:
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


def slug(name: str) -> str:
    """`Yoon Suk-yeol` -> `yoon-suk-yeol`."""
    return fold(name).replace(" ", "-").replace("&", "and")


def full_names(names: Collection[str]) -> dict[str, str]:
    """Surname -> full name, for surnames that only one of these people bears."""
    bearers: dict[str, set[str]] = {}
    for name in names:
        parts = name.split()
        if len(parts) > 1:
            bearers.setdefault(fold(parts[-1]), set()).add(name)
    return {
        surname: min(full) for surname, full in bearers.items() if len({fold(f) for f in full}) == 1
    }
