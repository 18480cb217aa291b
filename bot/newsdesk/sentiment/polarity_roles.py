"""Who gains and who loses outside finance: by the part a name has in its sentence.

A name may be what somebody acts on, what something happens to, where it happens, or who acts and
speaks. What no rule covers is named without effect: neutral. Pure; the words stand in
`polarity_words` and `event_words`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.story import EntityType, Polarity
from bot.newsdesk.sentiment import polarity_words as table
from bot.newsdesk.sentiment.event_words import (
    BOON,
    BURDEN,
    CASUALTY,
    DEAL,
    ENDING,
    HAZARD,
    LIFTING,
    LOSS,
)
from bot.newsdesk.sentiment.events import happened
from bot.newsdesk.sentiment.phrases import Phrase, any_of, is_of, pair_of, phrase_of
from bot.newsdesk.sentiment.polarity_features import OTHER
from bot.newsdesk.sentiment.words import direction

_PLACES = frozenset((EntityType.COUNTRY, EntityType.REGION))
_TRADED = frozenset((EntityType.COMMODITY, EntityType.CURRENCY))
_SIGNED = {1: Polarity.POSITIVE, -1: Polarity.NEGATIVE}
_GOOD, _BAD, _NEUTRAL = Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.NEUTRAL
_CASES = table.ATTACKS | BURDEN
_GRAVE = HAZARD | CASUALTY | table.VIOLENCE
_TO = frozenset(("to", "for", "toward", "towards", "into"))
_FROM = frozenset(("from", "in"))
_ON = frozenset(("on", "against", "upon"))
_WITH = frozenset(("with", "between"))


def role_polarity(words: Sequence[str], at: int, kind: EntityType) -> Polarity:
    """How the sentence treats the name at `at`, which is a `kind`.

    `words` are lower-case, names are `MASK` and `OTHER`, a possessive mark is a word of its own.
    """
    name = phrase_of(words, at)
    if name.modifies:
        return _troubled(name, kind)
    if name.is_agent:
        return _NEUTRAL
    for rule in (_as_subject, _as_object, _after_preposition, _as_topic):
        found = rule(name, kind)
        if found is not None:
            return found
    return _NEUTRAL


def plays_a_part(words: Sequence[str], at: int) -> bool:
    """Whether the name stands for itself: no modifier, no venue, and not only speaking."""
    name = phrase_of(words, at)
    if name.preposition()[0] in table.PLACES or name.before[-2:] == [OTHER, ","]:
        return False
    verb = name.verb
    speaks = verb is not None and is_of(verb.word, table.SAYS) and not verb.passive
    return not (name.modifies or name.quoted or speaks)


def _troubled(name: Phrase, kind: EntityType) -> Polarity:
    """It has a part only in "the @ recall" and "they condemn the @ bombing"."""
    if any(is_of(verb, table.BLAMES) for verb, _, _ in name.verbs_before()):
        return _BAD
    # A "US bankruptcy" is somebody's under American law.
    troubles = HAZARD if kind in _PLACES else HAZARD | table.TROUBLES
    if not any_of(name.heads, troubles) or any_of(name.before[-6:], ENDING):
        return _NEUTRAL
    return _GOOD if happened(name.words).lean > 0 else _BAD


def _as_subject(name: Phrase, kind: EntityType) -> Polarity | None:
    verb = name.verb
    if verb is None:
        return None
    if verb.negated:
        return _NEUTRAL
    if verb.passive:
        return _undergoes(name, verb.word, verb.rest, kind)
    moved = _moves(name, verb.word, kind) or _peaks(name, verb.rest, kind)
    if found := moved or _fares(verb.word, verb.rest):
        return found
    if _rids_itself(verb.word, verb.rest, kind):
        return _GOOD
    return _NEUTRAL if is_of(verb.word, table.HARMS | table.SAYS | table.HELPS) else None


def _undergoes(name: Phrase, verb: str, rest: Sequence[str], kind: EntityType) -> Polarity | None:
    if "free" in (verb, *rest[:2]) and "of" in rest[:3]:
        return _GOOD
    if is_of(verb, table.HARMS) or (name.thing and is_of(verb, CASUALTY)):
        return _BAD
    if is_of(verb, table.HELPS | table.GAINS):
        return _GOOD
    return _moves(name, verb, kind)


def _fares(verb: str, rest: Sequence[str]) -> Polarity | None:
    """What the verb says of its subject, with its object or without."""
    gets = is_of(verb, table.GETS)
    suffers = is_of(verb, table.SUFFERS) or pair_of(verb, rest) in table.SUFFERS
    sheds = is_of(verb, table.SHEDS) and any_of(rest[:5], table.LIVELIHOOD)
    faces = is_of(verb, table.FACES) and any_of(rest[:8], BURDEN | HAZARD | LOSS)
    if suffers or sheds or faces or (gets and any_of(rest[:7], LOSS)):
        return _BAD
    if is_of(verb, table.GAINS) or (gets and any_of(rest[:6], DEAL | table.GIFTS)):
        return _GOOD
    return None


def _moves(name: Phrase, verb: str, kind: EntityType) -> Polarity | None:
    """Its exports fell, copper rose; a place or a firm by itself goes neither up nor down."""
    worth = name.worth or (1 if kind in _TRADED else 0)
    return _SIGNED.get(direction(verb) * worth)


def _peaks(name: Phrase, rest: Sequence[str], kind: EntityType) -> Polarity | None:
    """Its harvest reached a record, copper hit a low."""
    worth = name.worth or (1 if kind in _TRADED else 0)
    sign = any_of(rest[:5], table.HIGHS) - any_of(rest[:5], table.LOWS)
    return _SIGNED.get(sign * worth)


def _rids_itself(verb: str, rest: Sequence[str], kind: EntityType) -> bool:
    """It contained the outbreak, or declares its end: its own, so it is a place."""
    if kind not in _PLACES and "its" not in rest:
        return False
    ends = is_of(verb, ENDING) or direction(verb) < 0 or pair_of(verb, rest) in ENDING
    declares = is_of(verb, frozenset(("declare",))) and "end" in rest[:3]
    return (ends or declares) and any_of(rest[:6], HAZARD)


def _as_object(name: Phrase, kind: EntityType) -> Polarity | None:
    for verb, between, passive in name.verbs_before():
        if passive:
            return None
        if found := _done_to(name, verb, between) or _moves(name, verb, kind):
            return found
    return None


def _done_to(name: Phrase, verb: str, between: Sequence[str]) -> Polarity | None:
    if name.worth and direction(verb):
        return None
    compelled = is_of(verb, table.COMPELS) and name.after[:1] == ["to"]
    if compelled or is_of(verb, table.HARMS) or name.after[:1] == ["guilty"]:
        return _BAD
    lifts = is_of(verb, LIFTING) and any_of(between, _CASES)
    arrives = is_of(verb, table.ARRIVES) and any_of(name.before, table.GIFTS | BOON)
    return _GOOD if is_of(verb, table.HELPS) or lifts or arrives else None


def _after_preposition(name: Phrase, kind: EntityType) -> Polarity | None:
    preposition, left = name.preposition()
    found: Polarity | None = None
    if left and pair_of(left[-1], [preposition]) in table.HARMS:
        found = _BAD
    elif preposition == "of":
        found = _BAD if any_of(left[-2:], _CASES | HAZARD) else None
    elif preposition in _ON or (preposition == "from" and "on" in left):
        found = _targeted(preposition, left)
    elif preposition in _TO:
        found = _addressed(preposition, left)
    elif preposition in _WITH:
        found = _tied(left)
    elif preposition in _FROM:
        found = _traded(preposition, left)
    if found is None and preposition in table.PLACES:
        found = _there(name, left, kind)
    return found


def _traded(preposition: str, left: Sequence[str]) -> Polarity | None:
    """Bought from it, or left by those who did."""
    if preposition == "from" and any_of(left[-3:], table.LEAVES):
        return _BAD
    return _GOOD if any_of(left, table.BUYS) else None


def _targeted(preposition: str, left: Sequence[str]) -> Polarity | None:
    if any_of(left, _CASES):
        return _GOOD if _lifted(left) else _BAD
    if any_of(left[-3:], table.RELIANCE):
        return _BAD if any_of(left, table.LESS) else None
    return _BAD if preposition == "against" else None


def _addressed(preposition: str, left: Sequence[str]) -> Polarity | None:
    if any_of(left[-3:], table.BLOWS):
        return _BAD
    if any_of(left, table.GIFTS):
        return _BAD if _lifted(left) else _GOOD
    if any_of(left[-4:], table.TURNS_INTO if preposition == "into" else table.TURNS):
        return _GOOD
    if any_of(left, table.FORECASTS):
        return _SIGNED.get(next((sign for word in left if (sign := direction(word))), 0))
    return None


def _tied(left: Sequence[str]) -> Polarity | None:
    if any_of(left[-2:], table.TIES):
        return _BAD if any_of(left, table.RIFTS) else _GOOD
    return _BAD if any_of(left[-2:], table.RIFTS) else None


def _there(name: Phrase, left: Sequence[str], kind: EntityType) -> Polarity | None:
    """What happens where the name is: to a country far and wide, to a firm right there."""
    if kind in _PLACES:
        if any_of(name.words, table.THRIVES) and any_of(name.words, table.FOUNDS):
            return _GOOD
        near: Sequence[str] = name.words
    else:
        near = left[-4:]
    lean = happened(name.words).lean
    if not lean or not any_of(near, _GRAVE | table.THRIVES | table.PLACE_BOUND):
        return None
    return _GOOD if lean > 0 else _BAD


def _as_topic(name: Phrase, kind: EntityType) -> Polarity | None:
    return _there(name, (), kind) if name.is_topic else None


def _lifted(left: Sequence[str]) -> bool:
    pairs = (pair_of(word, left[at + 1 :]) for at, word in enumerate(left))
    return any_of(left, LIFTING | table.STOPS) or any(pair in ENDING for pair in pairs if pair)
