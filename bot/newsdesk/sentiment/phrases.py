"""Where a name stands in its sentence: its phrase, the verb it is subject of, what comes before.

No grammar of English, only what telling who does what to whom needs. A phrase takes in what shares
the name's fate ("exports of @", "@'s farmers"); a name before any other noun only modifies it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.newsdesk.sentiment import polarity_words as table
from bot.newsdesk.sentiment.event_words import HAZARD
from bot.newsdesk.sentiment.lexicon import word_set
from bot.newsdesk.sentiment.polarity_features import MASK, OTHER
from bot.newsdesk.sentiment.words import base_forms, direction, welcome

OWNS = "'s"
PASSIVE = word_set("by over for in after with to from on at as under , .") | {""}
"""What follows a participle that a headline leaves without its "is"."""
_ENDS = word_set("but while whereas although though ; : — – (")
_CLAUSES = _ENDS | word_set(", after as because when where if that who which")
_BE = word_set("is was are were be been being get gets got getting become becomes became")
_NOT = word_set("no not never without deny denied denies nobody none neither")
_HELPERS = _NOT | word_set(
    "has have had will would could can may might must should to do does did also"
)
_PREPOSITIONS = table.PLACES | word_set(
    "on against upon to for toward towards with from by of into between about than under"
)
_FUNCTION = (
    _PREPOSITIONS | _CLAUSES | _BE | _HELPERS | frozenset(("and", "or", ")", "its", "their"))
)
_NO_NOUN = _FUNCTION | word_set(
    "a again ahead alone an any back both each every free guilty more not now once only out some "
    "still the then there these this those too up"
)
"""What a name does not modify, standing before it."""
_NAMES = frozenset((MASK, OTHER, OWNS))
_VERBS = table.HARMS | table.HELPS | table.SAYS | table.GAINS | table.SUFFERS | table.GETS
_LONGEST_ASIDE = 16
_MOST_HEADS = 4
_CLAUSE = 10
_NEAR = 8
_OBJECT_WITHIN = 6


def is_of(word: str, words: AbstractSet[str]) -> bool:
    """Whether a form of the word stands in the table."""
    return not base_forms(word).isdisjoint(words)


def any_of(words: Sequence[str], wanted: AbstractSet[str]) -> bool:
    """Whether a form of any of the words stands in the table."""
    return any(is_of(word, wanted) for word in words)


def pair_of(verb: str, rest: Sequence[str]) -> str:
    """Verb and particle as the tables write them: "laid off" is `lay_off`; empty for no pair."""
    if not rest:
        return ""
    joined = (f"{form}_{rest[0]}" for form in sorted(base_forms(verb)))
    return next((pair for pair in joined if pair in table.PAIRS), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """The verb whose subject a name is."""

    word: str
    rest: tuple[str, ...]
    """What follows it in its clause."""
    passive: bool
    negated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A name with what belongs to it, `start` to `end` of the words."""

    words: Sequence[str]
    at: int
    start: int
    end: int
    thing: str
    """What of the name it is about: its exports, its soldiers; empty for the name itself."""
    heads: tuple[str, ...]
    """The nouns that the name modifies."""

    @property
    def modifies(self) -> bool:
        return bool(self.heads) and not self.thing

    @property
    def worth(self) -> int:
        """+1 where a rise of the thing is good, -1 where it is bad, 0 for the name itself."""
        if not self.thing:
            return 0
        return welcome(self.thing) or int(is_of(self.thing, table.BELONGING))

    @property
    def before(self) -> list[str]:
        return list(self.words[: self.start])

    @property
    def after(self) -> list[str]:
        return list(self.words[self.end :])

    @property
    def is_agent(self) -> bool:
        return self.before[-1:] == ["by"] or self.quoted

    @property
    def quoted(self) -> bool:
        """Said to say something: according to @, says @."""
        before = self.before
        return before[-2:] == ["according", "to"] or (
            bool(before) and is_of(before[-1], table.SAYS) and self.after[:1] != ["to"]
        )

    @property
    def is_topic(self) -> bool:
        return self.at == 0 and self.after[:1] == [":"]

    @property
    def verb(self) -> Verb | None:
        """The verb it is subject of; None where it is none."""
        if not self.thing and any(word in _PREPOSITIONS for word in self.before[-4:]):
            return None
        at = self._past_aside()
        helpers = []
        while at < len(self.words) and _is_helper(self.words[at]):
            helpers.append(self.words[at])
            at += 1
        if at >= len(self.words) or self.words[at] in _FUNCTION | _NAMES:
            return None
        word = self.words[at]
        rest = tuple(_until_break(self.words[at + 1 : at + 1 + _CLAUSE]))
        to_be = any(helper in _BE for helper in helpers) and not word.endswith("ing")
        to_be &= helpers[-1:] != ["to"]
        return Verb(
            word=word,
            rest=rest,
            passive=to_be or (not helpers and _is_bare_participle(word, rest)),
            negated=any(helper in _NOT for helper in helpers),
        )

    def verbs_before(self) -> Iterator[tuple[str, Sequence[str], bool]]:
        """Words that may be the verb whose object it is, nearest first.

        With each, the words between, and whether it is passive and so has none.
        """
        for at in range(self.start - 1, max(-1, self.start - 1 - _OBJECT_WITHIN), -1):
            word = self.words[at]
            if word in _CLAUSES or (word in _PREPOSITIONS and word != "of") or word in _BE:
                return
            before = self.words[at - 1] if at else ""
            yield word, self.words[at : self.at], before in _BE and word.endswith("ed")

    def preposition(self) -> tuple[str, list[str]]:
        """The preposition it stands after, and the words before that; "" for none."""
        for at in range(self.start - 1, max(-1, self.start - 5), -1):
            word = self.words[at]
            if word in _PREPOSITIONS:
                left = reversed(self.words[max(0, at - _NEAR) : at])
                return word, _until_break(left)[::-1]
            if word in _CLAUSES or word in _BE:
                break
        return "", []

    def _past_aside(self) -> int:
        """Where the phrase goes on after names beside it and an aside between commas."""
        words, at = self.words, self.end
        while at + 1 < len(words) and words[at] in {"and", ","} and words[at + 1] in _NAMES:
            at += 2
        if at < len(words) and words[at] in {",", "("}:
            aside = range(at + 1, min(len(words), at + _LONGEST_ASIDE))
            return next((n + 1 for n in aside if words[n] in {",", ")"}), len(words))
        return at


def phrase_of(words: Sequence[str], at: int) -> Phrase:
    """The phrase of the name at `at`."""
    owned = int(words[at + 1 : at + 2] == [OWNS])
    first = at + 1 + owned
    while owned and words[first : first + 1] == [OTHER]:
        first += 1
    heads = _heads(words, first, owned=bool(owned))
    own = [n for n, head in enumerate(heads) if is_of(head, table.BELONGING)]
    end = first + own[-1] + 1 if own else at + 1
    thing = heads[own[-1]] if own else ""
    if owned and not heads:
        heads = (OWNS,)
    start, of = _start(words, at)
    if heads and not own:
        return Phrase(words=words, at=at, start=at, end=end, thing="", heads=heads)
    return Phrase(words=words, at=at, start=start, end=end, thing=thing or of, heads=heads)


def _heads(words: Sequence[str], at: int, *, owned: bool) -> tuple[str, ...]:
    """The nouns right after a name, or after its possessive mark."""
    found: list[str] = []
    for word in words[at : at + _MOST_HEADS]:
        if word in _NO_NOUN or word in _NAMES or not word[0].isalpha():
            break
        if not is_of(word, table.BELONGING) and (
            word.endswith(("ly", "ed")) or (not found and not owned and _looks_like_verb(word))
        ):
            break
        found.append(word)
    return tuple(found)


def _looks_like_verb(word: str) -> bool:
    if is_of(word, HAZARD):
        return False
    return (
        word.endswith("s")
        or word in table.OTHER_VERBS
        or is_of(word, _VERBS)
        or bool(direction(word))
    )


def _start(words: Sequence[str], at: int) -> tuple[int, str]:
    """Where the phrase begins, and the thing before an "of": "the debt of @"."""
    left = at - 1
    while left >= 0 and _is_inside(words[left]):
        left -= 1
    if left < 1:
        return at, ""
    link, noun = words[left], words[left - 1]
    if link == "by" and noun in table.MADE:
        return max(0, left - 3), ""
    shared = is_of(noun, table.BELONGING) or bool(welcome(noun))
    taken = is_of(noun, table.ATTACKS | table.HARMS) or noun in _FUNCTION | {"end", "out"}
    if (link == "of" and not taken and noun.isalpha()) or (link == "from" and shared):
        return left - 1, noun
    return at, ""


def _is_inside(word: str) -> bool:
    is_word = word not in _FUNCTION and word not in _NAMES and word[0].isalnum()
    return is_word and not is_of(word, _VERBS)


def _is_helper(word: str) -> bool:
    return word in _BE or word in _HELPERS or word.endswith("ly")


def _is_bare_participle(word: str, rest: Sequence[str]) -> bool:
    """A headline's passive: "@ fined over cartel"."""
    participle = word.endswith("ed") or word in table.OTHER_VERBS
    return participle and "".join(rest[:1]) in PASSIVE and is_of(word, table.HARMS | table.HELPS)


def _until_break(words: Sequence[str] | Iterator[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if word in _ENDS or word in {"after", "as", "because", "when"}:
            break
        found.append(word)
    return found
