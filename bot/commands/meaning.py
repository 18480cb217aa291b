"""Terms -> criteria: every value is looked up; what means nothing is refused with the nearest.

Nothing is dropped and nothing is guessed. Categories and names unlike any known one are accepted
with a warning, because tomorrow's story may carry them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from bot.commands.impossible import refuse_impossible
from bot.commands.lexicon import Lexicon
from bot.commands.model import Term
from bot.commands.near import as_value, nearest
from bot.commands.requests import Wish
from bot.commands.words import Takes, find_key, key_words
from bot.domain import regions as geography
from bot.domain.story import SentimentLabel
from bot.domain.subscription import (
    ANY,
    IMPACT_RANGE,
    SOURCES_RANGE,
    Bounds,
    Criteria,
    Exclusion,
    Group,
    Mode,
    parse_bounds,
)
from bot.domain.text import clean, fold, listed, shorten
from bot.errors import RequestRefused
from bot.rules.terms import Kind

NONE = "none"
"""`region:none` clears a key in an edit."""
LONGEST_NAME = 60
LONGEST_VALUE = 100
MOST_VALUES = 100
_RANGES = {"impact": IMPACT_RANGE, "sources": SOURCES_RANGE}
_MODES = {"instant": "instant", "digest": "digest", "daily": "digest"}
_HOMES = {
    "name": "is for subscribe and edit, where it names the rule.",
    "mode": "is for subscribe and edit, where it says how alerts come.",
    "tz": "is for settings, as in settings tz:Europe/Berlin.",
}
_SENTIMENTS = {str(label): str(label) for label in SentimentLabel} | {
    "good": "positive",
    "bad": "negative",
    "pos": "positive",
    "neg": "negative",
}


def understand(
    terms: Iterable[Term],
    lexicon: Lexicon,
    *,
    settings: Collection[str] = (),
    clearing: bool = False,
) -> Wish:
    """The filters that terms stand for, and those `settings` that have a place in this command.

    `clearing` lets `region:none` empty a key. Raises RequestRefused naming the first value that
    cannot be meant, and what could.
    """
    reading = _Reading(lexicon=lexicon, settings=settings, clearing=clearing)
    for term in terms:
        reading.take(term)
    return reading.wish()


def refuse_words(words: Sequence[str], *, usage: str) -> None:
    """Nothing is dropped silently: words that fit nowhere are named."""
    if not words:
        return
    shown = listed([f"“{shorten(word, 40)}”" for word in words[:5]])
    key = find_key(words[0])
    if key is not None:
        hint = f"Write {key.example}."
    elif words[0][0] in "-–—−":
        hint = "A minus goes before a key, as in -category:sports."
    else:
        hint = 'A value with spaces goes in quotes, as in entity:"European Central Bank".'
    raise RequestRefused(f"I cannot place {shown}. {hint} The form is: {usage}")


@dataclass(slots=True)
class _Reading:
    """What has been understood so far."""

    lexicon: Lexicon
    settings: Collection[str]
    clearing: bool
    groups: dict[Kind, list[Group]] = field(default_factory=lambda: {kind: [] for kind in Kind})
    excluded: dict[Kind, set[str]] = field(default_factory=lambda: {kind: set() for kind in Kind})
    bounds: dict[str, Bounds] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    cleared: set[str] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)
    values: int = 0

    def take(self, term: Term) -> None:
        self.values += len(term.values)
        if self.values > MOST_VALUES:
            raise RequestRefused(
                f"A rule holds at most {MOST_VALUES} values. An area or a bloc says many "
                "countries at once; otherwise make several subscriptions."
            )
        key = find_key(term.key)
        if key is None:
            near = nearest(term.key, key_words())
            raise RequestRefused(
                f"I do not know the key {shorten(term.key, 40)}. Did you mean {listed(near, 'or')}?"
            )
        match key.takes:
            case Takes.NUMBER:
                self._number(key.name, term)
            case Takes.TEXT:
                self._text(key.name, term)
            case Takes.LATER:
                raise RequestRefused(f"{key.name}: is not there yet ({key.summary}).")
            case Takes.VALUES if key.name == "exclude":
                self._exclude(term)
            case Takes.VALUES:
                self._values(Kind(key.name), term)

    def wish(self) -> Wish:
        criteria = Criteria(
            regions=tuple(self.groups[Kind.REGION]),
            entities=tuple(self.groups[Kind.ENTITY]),
            categories=tuple(self.groups[Kind.CATEGORY]),
            sentiment=tuple(self.groups[Kind.SENTIMENT]),
            impact=self.bounds.get("impact", ANY),
            sources=self.bounds.get("sources", ANY),
            exclude=Exclusion(
                regions=frozenset(self.excluded[Kind.REGION]),
                entities=frozenset(self.excluded[Kind.ENTITY]),
                categories=frozenset(self.excluded[Kind.CATEGORY]),
                sentiment=frozenset(self.excluded[Kind.SENTIMENT]),
            ),
        )
        refuse_impossible(criteria)
        return Wish(
            criteria=criteria,
            name=self.texts.get("name"),
            mode=Mode(self.texts["mode"]) if "mode" in self.texts else None,
            changed=self._changed(),
            warnings=tuple(dict.fromkeys(self.warnings)),
        )

    def _changed(self) -> frozenset[str]:
        found = {str(kind) for kind, groups in self.groups.items() if groups}
        found |= {f"-{kind}" for kind, values in self.excluded.items() if values}
        return frozenset(found | set(self.bounds) | set(self.texts) | self.cleared)

    def _values(self, kind: Kind, term: Term) -> None:
        _refuse_comparison(kind, term)
        if tuple(fold(value) for value in term.values) == (NONE,):
            self._clear(f"-{kind}" if term.negated else str(kind))
            return
        group = frozenset(self._value(kind, value, term) for value in term.values)
        if term.negated:
            self.excluded[kind] |= group
        elif group not in self.groups[kind]:
            self.groups[kind].append(group)

    def _value(self, kind: Kind, value: str, term: Term) -> str:
        text = clean(value)
        if not fold(text):
            raise RequestRefused(f"“{shorten(value, 40)}” has no letters, so it is no {kind}.")
        if len(text) > LONGEST_VALUE:
            raise RequestRefused(
                f"“{shorten(text, 40)}” is too long; a value has at most {LONGEST_VALUE} letters."
            )
        match kind:
            case Kind.REGION:
                return _region(text)
            case Kind.SENTIMENT:
                return _sentiment(text)
            case Kind.CATEGORY:
                return self._category(text)
            case Kind.ENTITY:
                return self._entity(text, insisted=term.insisted)

    def _entity(self, text: str, *, insisted: bool) -> str:
        if insisted or self.lexicon.knows(text):
            return text
        near = self.lexicon.nearest_names(text)
        if self.lexicon.slip_of(text):
            raise RequestRefused(
                f"I know no “{shorten(text, 60)}”. Did you mean {listed(near, 'or')}? "
                f"If it is right as it stands, add a !: entity:{as_value(text)}!",
                suggestions=tuple(f"entity:{as_value(name)}" for name in near),
            )
        self.warnings.append(
            f"No story and no list names “{shorten(text, 60)}” yet, so I take it as written. "
            f"The nearest I know: {listed(near)}."
        )
        return text

    def _category(self, text: str) -> str:
        word = text.casefold()
        known = self.lexicon.categories
        if fold(word) not in {fold(one) for one in known}:
            several = listed(known) if known else "none, because no story has arrived"
            self.warnings.append(
                f"No story is in the category “{shorten(word, 40)}” yet. Known so far: {several}."
            )
        return word

    def _number(self, key: str, term: Term) -> None:
        written = shorten(f"{'' if term.op == ':' else term.op}{','.join(term.values)}", 30)
        if term.negated:
            raise RequestRefused(f"{key} takes no minus; write for example {key}<7 or {key}:3..6.")
        if fold(written) == NONE:
            self._clear(key)
            return
        if len(term.values) > 1:
            raise RequestRefused(
                f"{key} takes one number or one range, not {written}; write for example {key}:7..9."
            )
        try:
            bounds = parse_bounds(written, within=_RANGES[key], what=key)
        except ValueError as exc:
            raise RequestRefused(f"{str(exc)[:1].upper()}{str(exc)[1:]}.") from exc
        self.bounds[key] = _both(self.bounds.get(key, ANY), bounds, key)

    def _clear(self, key: str) -> None:
        if not self.clearing:
            raise RequestRefused(
                f"{key}:none clears a key of a rule, as in edit s1 {key}:none; here leave it out."
            )
        self.cleared.add(key)

    def _text(self, key: str, term: Term) -> None:
        if key not in self.settings:
            raise RequestRefused(f"{key}: {_HOMES[key]}")
        # A name may well hold a comma: the parts belong together.
        value = clean(", ".join(term.values))
        if term.negated or term.op not in {":", "="}:
            raise RequestRefused(f"{key} is set with a colon, as in {key}:{as_value(value)}.")
        if key in self.texts and self.texts[key] != value:
            raise RequestRefused(f"{key} is given twice: “{self.texts[key]}” and “{value}”.")
        if key == "mode":
            value = _mode(value)
        if key == "name" and len(value) > LONGEST_NAME:
            raise RequestRefused(
                f"A name has at most {LONGEST_NAME} characters; this one has {len(value)}."
            )
        self.texts[key] = "" if fold(value) == NONE else value

    def _exclude(self, term: Term) -> None:
        if term.negated:
            raise RequestRefused("exclude already means not; leave the minus out.")
        for value in term.values:
            kind, bare = self._kind_of(value)
            negated = Term(key=kind, values=(bare,), negated=True, insisted=term.insisted)
            self._values(kind, negated)

    def _kind_of(self, value: str) -> tuple[Kind, str]:
        """`category:sports` says what it is; a bare value is the first kind that knows it."""
        word, colon, rest = value.partition(":")
        key = find_key(word) if colon else None
        if key is not None and key.name in set(Kind) and rest.strip():
            return Kind(key.name), rest.strip()
        if geography.resolve(value) is not None:
            return Kind.REGION, value
        if value.casefold() in _SENTIMENTS:
            return Kind.SENTIMENT, value
        if fold(value) in {fold(known) for known in self.lexicon.categories}:
            return Kind.CATEGORY, value
        return Kind.ENTITY, value


def _refuse_comparison(kind: Kind, term: Term) -> None:
    if term.op not in {":", "="}:
        raise RequestRefused(
            f"{kind} takes a colon, not {term.op}: {kind}:{as_value(term.values[0])}. "
            f"To leave it out write -{kind}:{as_value(term.values[0])}."
        )


def _region(text: str) -> str:
    code = geography.resolve(text)
    if code is None:
        near = geography.nearest(text)
        raise RequestRefused(
            f"I know no region “{shorten(text, 60)}”. Did you mean {listed(near, 'or')}?",
            suggestions=tuple(f"region:{as_value(name)}" for name in near),
        )
    return code


def _sentiment(text: str) -> str:
    found = _SENTIMENTS.get(text.casefold())
    if found is None:
        raise RequestRefused(
            f"Sentiment is positive, neutral or negative, not “{shorten(text, 40)}”."
        )
    return found


def _mode(value: str) -> str:
    found = _MODES.get(value.casefold())
    if found is not None:
        return found
    if value.casefold() in {"hourly", "weekly"}:
        raise RequestRefused(f"There is no {value.casefold()} digest yet; mode:digest is daily.")
    raise RequestRefused(f"mode is instant or digest, not “{shorten(value, 40)}”.")


def _both(one: Bounds, other: Bounds, key: str) -> Bounds:
    lows = [bounds.low for bounds in (one, other) if bounds.low is not None]
    highs = [bounds.high for bounds in (one, other) if bounds.high is not None]
    both = Bounds(max(lows, default=None), min(highs, default=None))
    if both.low is not None and both.high is not None and both.low > both.high:
        raise RequestRefused(
            f"{key} cannot be {one.words} and {other.words} at once; "
            f"for a range write {key}:{min(both.low, both.high)}..{max(both.low, both.high)}."
        )
    return both
