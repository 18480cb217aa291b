"""Find the checkable claim of a report: a named actor, an event, and something to hold it to.

What a claim can be held to is a number, a date, a place where it happened, a document, or a quoted
and attributed statement. Only the title and the beginning of the text are read: what a piece wants
to say stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.domain.regions.tables import codes
from bot.domain.report import Report, SourceKind
from bot.domain.story import EntityType
from bot.newsdesk.names.extract import Extraction
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.text.numbers import Kind, numbers
from bot.newsdesk.text.sentences import sentences
from bot.newsdesk.text.tokens import term

FRONT_SENTENCES = 4
_ACTORS = frozenset(
    (
        EntityType.COUNTRY,
        EntityType.ORGANIZATION,
        EntityType.COMPANY,
        EntityType.PERSON,
        EntityType.REGION,
    )
)
_STEMS = codes(
    """
    accus acquir add admit adopt agree aim announc appear approv arrest ask back ban bar beat
    begin blam block boost bring build buy call cancel charg charge claim clear climb clos close
    condemn confirm consider continu convict cost creat curb cut debut declar defeat defend delay
    deliver demand den deploy detail detain die doubl downgrad drop eas edg elect emerg end
    evacuat expand expel explor extend eye fac face fail fall file find fine fir fire fix freez
    gain gaug get give grant grow hail halt hang hik hint hire hit hold impos increas install
    invad invest investigat issu join jump keep kill launch lead leav let lift link list liv los
    lower mak marr meet merg miss mov mull nam name need offer open order oust overhaul overtak
    pass pay pick pin plan pledg plung post prob produc promis propos protest publish pull push
    put quit rais reach rebound recall recogni record reject releas remov replac report requir
    rescu resign restor restrict resum reveal revis ris rul sack say scrap seal see seek seiz sell
    send sentenc set settl shift show shut sign sizzl skid slap slash slid slip slow slump soar
    spend split spread spur stag stand start stay step stop strik struggl sue suffer surg suspend
    swing tak target tell test threaten tighten top trad trail transition trigger trim tumbl turn
    unveil upgrad urg vanish vot vow warn weigh welcom widen win withdraw work
    """
)
_EVENT = re.compile(
    rf"\b(?:{'|'.join(sorted(_STEMS))})(?:s|es|ed|d|ing|ies|ied|ting|ning)\b|\b[a-z]{{3,}}ed\b"
    r"|\b(?:won|lost|fell|rose|sold|bought|hit|cut|set|met|struck|sent|shut|told|said|held|led|took|gave"
    r"|began|broke|left|made|paid|put|quit|ran|saw|spent|fled|flew|grew|shrank|slid|sank|stole|spoke"
    r"|won[’']t|will|to [a-z]{3,}|is [a-z]+ing|are [a-z]+ing)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:statement|filings?|reports?|directives?|decrees?|laws?|bills?|regulations?|orders?"
    r"|rulings?"
    r"|verdicts?|guidelines|white paper|notices?|circular|communiqu[eé]|minutes|memo|letters?"
    r"|agreements?"
    r"|treat(?:y|ies)|pacts?|contracts?|resolutions?|lawsuits?|complaints?|indictments?"
    r"|warrants?|permits?"
    r"|licen[cs]es?|budgets?|surveys?|stud(?:y|ies)|data|figures|documents?|press release|audit"
    r"|forecasts?"
    r"|patents?|sanctions|tariffs|framework)\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:on|by|until|from|since|next|last|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|yesterday|tomorrow|tonight)\b"
    r"|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b"
    r"|\b(?:next|last|this) (?:week|month|year|quarter|spring|summer|autumn|winter)\b"
    r"|\b(?:19|20)\d\d\b|\b(?:first|second|third|fourth) quarter\b|\bQ[1-4]\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[“\"][^“”\"]{8,}[”\"]")
_SAID = re.compile(
    r"\b(?:said|says|told|according to|announced|stated|wrote|confirmed|tweeted|testified|added)\b",
    re.IGNORECASE,
)
_LOCATED = re.compile(r"\b(?:in|at|near|outside|off|across)\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a report claims that can be checked; what is missing is empty."""

    actor: str = ""
    event: str = ""
    held_to: tuple[str, ...] = ()
    """`number: 4.8%`, `place: Lima`, ...: what a checker could look up."""

    @property
    def checkable(self) -> bool:
        return bool(self.actor and self.event and self.held_to)

    @property
    def lacks(self) -> str:
        """What is missing, as a sentence goes on; empty for a checkable claim."""
        missing = []
        if not self.actor:
            missing.append("a named actor")
        if not self.event:
            missing.append("an event")
        if not self.held_to:
            missing.append("a number, date, place, document or attributed quote")
        if not missing:
            return ""
        listed = ", ".join(missing[:-1]) + (" and " if missing[1:] else "") + missing[-1]
        return f"{listed} {'are' if missing[1:] else 'is'} missing"


def joint_claim(claims: Iterable[Claim]) -> Claim:
    """The claim that reports of one event make together: what one leaves out another may say."""
    together = Claim()
    for claim in claims:
        if claim.checkable:
            return claim
        together = Claim(
            actor=together.actor or claim.actor,
            event=together.event or claim.event,
            held_to=tuple(dict.fromkeys((*together.held_to, *claim.held_to))),
        )
    return together


def claim_of(report: Report, read: Extraction) -> Claim:
    """The claim in a report's title and first sentences."""
    front = front_of(report)
    end = _front_end(report, read, front)
    named = [mention for mention in read.mentions if mention.start < end]
    actor = next((mention.text for mention in named if mention.type in _ACTORS), "")
    event = next((match[0] for text in front if (match := _EVENT.search(text))), "")
    return Claim(
        actor=actor or _unknown_actor(front) or _issuer(report),
        event=event,
        held_to=tuple(_held_to(front, read, named)),
    )


def _issuer(report: Report) -> str:
    """Who speaks in a document that does not name him: "Consumer prices rose 0.6 percent"."""
    return report.publisher if report.kind is SourceKind.PRIMARY else ""


def front_of(report: Report) -> tuple[str, ...]:
    """The title and the first sentences of the text."""
    return (report.title, *sentences(report.text[:4000])[:FRONT_SENTENCES])


def _front_end(report: Report, read: Extraction, front: Sequence[str]) -> int:
    if len(front) < 2:
        return len(read.text)
    at = read.text.find(front[-1][-30:], len(report.title))
    return at + 30 if at >= 0 else read.lead_end


_PROPER = re.compile(r"\b[A-Z]{2,6}\b|\b[A-Z][a-z]+(?:\s[A-Z][a-z]+)+")
_CAPITAL = re.compile(
    r"(?<=[a-z,] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May\b"
    r"|June|July|August|September|October|November|December|I\b)[A-Z][a-z]{2,}"
)
_OPENING_WORD = re.compile(r"[A-Z][a-z]{2,}\b")


def _unknown_actor(front: Sequence[str]) -> str:
    """A proper name that no table of ours holds: "Trevena Foods", "Bolt"."""
    for text in front:
        words = [word for word in text.split() if word.isalpha()]
        small = sum(word[0].islower() for word in words)
        # Where every word has a capital, a capital names nobody.
        match = _PROPER.search(text) or (_CAPITAL.search(text) if small * 2 > len(words) else None)
        if match and not (match[0].isupper() and text.isupper()):
            return match[0]
    return _repeated_name(front)


def _repeated_name(front: Sequence[str]) -> str:
    """A word that opens two sentences and never stands in small letters: "Acme ... Acme"."""
    openings = [match[0] for text in front if (match := _OPENING_WORD.match(text))]
    small = {word for text in front for word in text.split() if word.islower()}
    names = (word for word in openings if openings.count(word) > 1 and term(word.lower()))
    return next((word for word in names if word.lower() not in small), "")


def _held_to(front: Sequence[str], read: Extraction, named: Sequence[Mention]) -> Iterator[str]:
    for sentence in front:
        yield from _said_in(sentence)
    if len(front) == 1 and (said := _SAID.search(front[0])):
        yield f"quote: {said[0]} (title only)"
    for mention in named:
        if mention.type is EntityType.POLICY:
            yield f"document: {mention.text}"
        elif mention.region and _is_located(mention, read):
            yield f"place: {mention.text}"


def _said_in(sentence: str) -> Iterator[str]:
    for number in numbers(sentence):
        yield f"{'date' if number.kind is Kind.DATE else 'number'}: {number.text}"
    if dated := _DATED.search(sentence):
        yield f"date: {dated[0]}"
    if document := _DOCUMENT.search(sentence):
        yield f"document: {document[0].lower()}"
    if (quote := _QUOTE.search(sentence)) and _SAID.search(sentence):
        yield f"quote: {quote[0][:40]}"


def _is_located(mention: Mention, read: Extraction) -> bool:
    """Whether something is said to have happened there: "in Lima"."""
    before = read.text[max(0, mention.start - 40) : mention.start]
    return mention.how in {How.CITY, How.CAPITAL, How.NAME} and bool(_LOCATED.search(before))
