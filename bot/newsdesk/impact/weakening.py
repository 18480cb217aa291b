"""What is left of a cue's points where the words around it plan, threaten, deny or shrink it."""

from __future__ import annotations

import re

from bot.newsdesk.impact import cues_states
from bot.newsdesk.impact.amounts import amounts
from bot.newsdesk.impact.rubric import (
    ANNOUNCED,
    FEW_RECALLED,
    LEGAL,
    NATIONAL_PAYMENT,
    OPERATIONAL,
    SMALL_PAYMENT,
    STRONG,
    TOUCHED,
    RubricRow,
)
from bot.newsdesk.text.cue_language import compiled

_AHEAD = 48
_OBJECT_WITHIN = 64
"""Letters behind an everyday verb in which its legal object stands."""
_PLANNED = re.compile(
    r"\b(?:to|will|plans?|planned|proposes?|proposed|proposals?|set|aims?|intends?|drafts?|"
    r"seeks?|wants?|expected|agree[sd]?|scheduled|vows?|pledges?)\s+(?:to\s+)?"
    r"(?:(?!(?:an?|the)\s)[\w-]+\s+)?$",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:could|may|might|would|should|threat\w*|calls?|called|consider\w*|mull\w*|weigh\w*|"
    r"urge\w*|warn\w*|discuss\w*|debate\w*|if|unless|risks?|fears?|feared|reportedly|possibl\w*|"
    r"no|not|never|nobody|none|without|avoid\w*|avert\w*|den(?:y|ies|ied)|talks?|wants?|hopes?|"
    r"asks?|prevent\w*|against|allow\w*|enabl\w*|pressure|efforts?|obtain|attempt\w*|"
    r"rumou?r\w*|speculat\w*|looms?|brief|short|minor|small|resum\w*|"
    r"restor\w*|restart\w*|back\s+from|shrugs?|end|ends|ended)\s+"
    r"(?:[\w'’$€%.-]+\s+){0,4}$",
    re.IGNORECASE,
)
_PAYMENT = re.compile(r"\b(?:fine[sd]?|penalt\w+|pay|settle\w*)\b", re.IGNORECASE)
_REMEMBERED = re.compile(
    r"recall(?:s|ed|ing)? (?:(?:the|his|her|their|its|a) )?(?:history|memor\w+|how|when|life|days|"
    r"childhood|youth|years|time|role|moment|career)\b",
    re.IGNORECASE,
)
_RECALLED = re.compile(
    r"\brecall(?:s|ed|ing)?\s+(?:of\s+)?(?:[a-z]+\s+)?(?P<count>\d[\d,]*)"
    r"(?!\s?(?:million|m\b|thousand))",
    re.IGNORECASE,
)
"""To recall is how a recall is announced, as to cut jobs is: neither is only planned."""
_LAYOFF = re.compile(
    r"\b(?:jobs?|workers|staff|workforce|employees|lay(?:s|ing)? off|layoffs?)\b", re.IGNORECASE
)
_VULNERABLE = re.compile(
    r"\b(?:vulnerab\w+|flaws?|loophole|exploit\w*|patch|patches|security hole)\b", re.IGNORECASE
)
"""A hole that thieves may use must be closed; nothing has stopped yet."""
_BEFORE = re.compile(
    r"\b(?:recently|already|previously|earlier|once)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(?:an?|this|its|their|his|her)\s+$", re.IGNORECASE)
_THING = re.compile(r"\b(?:plan|review|probe|offer|target|demand|call|search)$", re.IGNORECASE)
_PLURAL = re.compile(r"\w{3,}(?<![su])s\b")
_UNION_VOTE = re.compile(r"\bvot\w+\b.*\bstrike\b", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|near)\s+(?:the\s+)?$", re.IGNORECASE)
_HARMLESS = re.compile(
    r"\bno (?:\w+ )?(?:damage|injur\w+|casualt\w+|victims|tsunami warning|disruption)\b"
    r"|\b(?:nobody|no[ -]one) (?:was |is )?(?:hurt|injured|harmed)\b|\bas normal\b",
    re.IGNORECASE,
)


def weakened(row: RubricRow, points: int, sentence: str, found: re.Match[str]) -> int:
    """The points a cue keeps in its sentence; only legal and operational ones can be weakened."""
    if row not in (LEGAL, OPERATIONAL):
        return points
    ahead = sentence[max(0, found.start() - _AHEAD) : found.start()]
    if _misread(row, ahead, sentence, found):
        return 0
    if _is_only_touched(row, ahead, sentence, found):
        return min(points, TOUCHED)
    if "recall" in found.group().lower():
        return points - 1 if _recalls_few(sentence) else points
    if _LAYOFF.search(found.group()):
        return points
    points = min(points, _most_of(row, sentence, found))
    planned = points >= ANNOUNCED and _PLANNED.search(ahead)
    return points - 1 if planned and not _to_a_noun(ahead, found) else points


def _is_only_touched(row: RubricRow, ahead: str, sentence: str, found: re.Match[str]) -> bool:
    """Whether it is feared, denied, asked, long done, or has harmed nobody."""
    if _HEDGED.search(ahead) or _BEFORE.search(ahead) or _is_named_thing(ahead, found):
        return True
    harmless = row is OPERATIONAL and _HARMLESS.search(sentence)
    return bool(harmless) or sentence.rstrip().endswith("?")


def _most_of(row: RubricRow, sentence: str, found: re.Match[str]) -> int:
    """The most a hole that is found, or a payment, can weigh."""
    if row is OPERATIONAL and _VULNERABLE.search(sentence):
        return ANNOUNCED
    if row is LEGAL and _PAYMENT.search(found.group()):
        return _payment_points(sentence)
    return STRONG


def _is_named_thing(ahead: str, found: re.Match[str]) -> bool:
    """Whether a plan or a review is only named: "a UN plan", where "the UN plans" acts."""
    return bool(_ARTICLE.search(ahead) and _THING.search(found.group()))


def _to_a_noun(ahead: str, found: re.Match[str]) -> bool:
    """Whether "to" leads to a noun: "shut to tankers" is done, "to shut" is planned."""
    return ahead.lower().endswith(" to ") and bool(_PLURAL.match(found.group()))


def _misread(row: RubricRow, ahead: str, sentence: str, found: re.Match[str]) -> bool:
    """Whether the words mean something else: "recalls his youth", "a shop in Mexico opens"."""
    if _REMEMBERED.match(sentence, found.start()):
        return True
    if row is not LEGAL:
        return False
    if "vote" in found.group().lower() and _UNION_VOTE.search(sentence):
        return True
    placed = found.group()[0].isupper() and _PLACED.search(ahead)
    return bool(placed) or _lacks_object(sentence, found)


def _lacks_object(sentence: str, found: re.Match[str]) -> bool:
    """Whether a state does what anybody does: it declares a friendship, but no war or tax."""
    told = found.group()
    actor = compiled(cues_states.STATES).search(told)
    verbs = compiled(cues_states.EVERYDAY).finditer(told)
    if not actor or actor.start() or not any(verb.end() == len(told) for verb in verbs):
        return False
    following = sentence[found.end() : found.end() + _OBJECT_WITHIN]
    return not compiled(cues_states.LEGAL_OBJECTS).search(following)


def _recalls_few(sentence: str) -> bool:
    found = _RECALLED.search(sentence)
    return found is not None and int(found["count"].replace(",", "")) < FEW_RECALLED


def _payment_points(sentence: str) -> int:
    """The most a fine or settlement can weigh: a small one binds only who pays it."""
    paid = max((amount.dollars for amount in amounts(sentence)), default=0.0)
    if not paid or paid >= NATIONAL_PAYMENT:
        return STRONG
    return STRONG - 1 if paid >= SMALL_PAYMENT else STRONG - 2
