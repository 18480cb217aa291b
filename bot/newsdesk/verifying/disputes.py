"""Numbers that origins dispute outright: "not 3,200", "disputes the count of 17", "no casualties".

What a report repeats only to reject is no statement of its own; it must neither count as agreement
nor pass for an earlier toll. Each dispute is a pair of facts, one a side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.newsdesk.text.numbers import Kind, Number
from bot.newsdesk.verifying.facts import Fact, Statement, alike, facts_in, is_toll, nobody_hurt

Pair = tuple[Fact, Fact]

_DIGITS = r"(?P<number>\d[\d.,]*\d|\d)"
_CLAIM = (
    r"(?:accounts?|figures?|claims?|statements?|counts?|tolls?|numbers?|estimates?|reports?"
    r"|version)"
)
_REJECTED = re.compile(
    rf"\b(?:not|rather than)\s+(?:the\s+)?(?:about\s+|some\s+)?[$€£]?{_DIGITS}"
    r"|\b(?:disput(?:es?|ed|ing)|rejects?|rejected|rejecting|den(?:y|ies|ied|ying)|contradict(?:s?|ed"
    r"|ing)|refut(?:es|ed|ing)|dismiss(?:es|ed|ing))\b"
    rf"[^.,;]{{0,40}}\b{_CLAIM}\b[^.,;\d]{{0,40}}(?P<claimed>\d[\d.,]*\d|\d)",
    re.IGNORECASE,
)
_WRONG = re.compile(
    rf"{_DIGITS}[^.;\d]{{0,60}}\b(?:is|was|were|as) (?:simply |just )?(?:wrong|false|untrue"
    r"|incorrect|exaggerated|far too (?:low|high))\b",
    re.IGNORECASE,
)


def disowned(statement: Statement) -> list[Fact]:
    """The numbers a sentence gives only to reject them; a bare one counts whatever is counted."""
    found = []
    for match in (*_REJECTED.finditer(statement.text), *_WRONG.finditer(statement.text)):
        at = next(match.start(name) for name, value in match.groupdict().items() if value)
        end = next(match.end(name) for name, value in match.groupdict().items() if value)
        known = (fact for fact in facts_in(statement) if fact.number.start <= at < fact.number.end)
        found.append(next(known, None) or _bare(statement, at, end))
    return found


def _bare(statement: Statement, start: int, end: int) -> Fact:
    text = statement.text[start:end]
    value = float(text.replace(",", "").rstrip(".")) if text.count(".") < 2 else 0.0
    number = Number(kind=Kind.UNIT, value=value, unit="", text=text, start=start, end=end)
    return Fact(number=number, statement=statement, subject=frozenset(), aspect="")


def contested(stated: Sequence[Fact], rejected_facts: Sequence[Fact]) -> Iterator[Pair]:
    """The number an origin gives instead, and the rejected one where another states it."""
    for rejected in rejected_facts:
        own = _given_instead(rejected, stated)
        theirs = next((fact for fact in stated if _is_meant(fact, rejected)), None)
        if own is None or theirs is None:
            continue
        other = theirs.statement.origin
        if not any(f.statement.origin == other and _equal(f.number, own.number) for f in stated):
            yield own, theirs


def _given_instead(rejected: Fact, stated: Sequence[Fact]) -> Fact | None:
    origin, kind = rejected.statement.origin, rejected.number.kind
    own = [
        fact
        for fact in stated
        if fact.statement.origin == origin
        and fact.number.kind is kind
        and fact.statement.front
        and not _equal(fact.number, rejected.number)
    ]
    same = (fact for fact in own if fact.statement.text == rejected.statement.text)
    alike_in_kind = (
        fact for fact in own if not rejected.number.unit or fact.number.unit == rejected.number.unit
    )
    return next(same, next(alike_in_kind, None))


def _is_meant(fact: Fact, rejected: Fact) -> bool:
    elsewhere = fact.statement.origin != rejected.statement.origin
    return elsewhere and fact.statement.front and _equal(fact.number, rejected.number)


def _equal(left: Number, right: Number) -> bool:
    """Equal or rounded, whatever the nouns: staff of one report are jobs in another."""
    if left.kind is not right.kind or (left.kind is Kind.MONEY and left.unit != right.unit):
        return False
    return abs(left.value - right.value) <= max(left.step, right.step) / 2 + 1e-9


def unharmed(
    statements: Sequence[Statement], stated: Sequence[Fact], least: float
) -> Iterator[Pair]:
    """A toll that one origin counts although another, not earlier, says that nobody was hurt."""
    for none in filter(None, map(nobody_hurt, statements)):
        for toll in stated:
            if _is_denied_toll(toll, none) and alike(toll, none) >= least:
                yield toll, none
                break


def _is_denied_toll(toll: Fact, none: Fact) -> bool:
    ours, theirs = none.statement, toll.statement
    earlier = ours.at and theirs.at and ours.at < theirs.at
    return (
        ours.origin != theirs.origin
        and ours.front
        and theirs.front
        and not earlier
        and toll.number.kind is Kind.UNIT
        and toll.aspect == none.aspect
    )


def still_stands(
    earlier: Fact, later: Fact, group: Sequence[Fact], statements: Sequence[Statement]
) -> bool:
    """Whether an origin that knows the larger toll keeps to the smaller one, later than both."""
    after = later.statement.at
    keeps = {
        fact.statement.origin
        for fact in group
        if _equal(fact.number, earlier.number)
        and fact.statement.front
        and is_toll(fact)
        and fact.statement.at
        and after
        and fact.statement.at > after
    }
    known = re.compile(rf"(?<![\d.,]){re.escape(later.number.text)}(?![\d.,]*\d)")
    return any(
        one.origin in keeps - {later.statement.origin} and known.search(one.text)
        for one in statements
    )
