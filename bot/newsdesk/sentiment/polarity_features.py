"""Describe how a sentence speaks about one named entity: the features behind polarity.

Pure. The entity itself is masked, so a weight never learns that one company is good news.
Shared by `bench/train_sentiment.py` and `polarity`, like `features`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.newsdesk.sentiment.features import lexicon_scores, moves, negated, scaled
from bot.newsdesk.sentiment.words import NOTHING, base_forms, direction, kind_of, lean, tokens

MASK = "entityname"
OTHER = "othername"
_CLAUSE_END = re.compile(
    r"\s*(?:[;:,–—]|\s-\s|\b(?:but|while|whereas|although|though|despite|after|as|amid|even)\b)\s*",
    re.IGNORECASE,
)
_NEAR = 3
_FAR = 6


# What an entity does for a living, where its name says so: who judges, regulates or measures is
# seldom the one that gains or loses.
_ROLES = {
    "judge": """advisors advisory analytics asset barclays broking bofa-ml care citi clsa crisil
        credit deutsche emkay fitch goldman hsbc icra invest investments jefferies jpmorgan
        macquarie management merrill moody's moodys morgan nomura research s&p securities sharekhan
        suisse ubs wealth""",
    "ruler": """cci court ecb fed fipb fmc government govt high imf irda ministry pboc rbi sebi sec
        supreme treasury""",
    "yardstick": "dollar greenback usd",
    "venue": "bse exchange mcx ncdex nse nymex",
}
_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split()}


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence seen from one entity: the words before it, after it, and of its own clause."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    clause: tuple[str, ...]
    speaks: bool
    """The entity stands behind a colon at the end: "Buy gold: Some Broker"."""
    role: str
    """judge, ruler, yardstick, venue, or empty."""

    @property
    def clause_text(self) -> str:
        """The entity's own clause without any name."""
        return " ".join(word for word in self.clause if word not in {MASK, OTHER})


def _named(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", re.IGNORECASE)


def mask(sentence: str, entity: str, others: Iterable[str] = ()) -> str | None:
    """The sentence with the entity's first mention and the other names masked.

    None where the entity is not named.
    """
    found = _named(entity).search(sentence)
    if found is None:
        return None
    sides = [sentence[: found.start()], sentence[found.end() :]]
    for name in sorted(set(others) - {entity}, key=len, reverse=True):
        sides = [_named(name).sub(f" {OTHER} ", side) for side in sides]
    return f"{sides[0]} {MASK} {sides[1]}"


def role_of(entity: str) -> str:
    """The role the entity's name gives away; empty for most."""
    return next((_ROLE_OF[word] for word in tokens(entity) if word in _ROLE_OF), "")


def mention(masked: str, entity: str) -> Mention:
    """Split a masked sentence around its entity."""
    words = tokens(masked)
    at = words.index(MASK) if MASK in words else 0
    clause = next((part for part in _CLAUSE_END.split(masked) if MASK in part), masked)
    left, _, right = masked.partition(MASK)
    return Mention(
        before=tuple(words[:at]),
        after=tuple(words[at + 1 :]),
        clause=tuple(tokens(clause)),
        speaks=":" in left and len(right.split()) <= _NEAR,
        role=role_of(entity),
    )


def _kind_of(word: str) -> str:
    return word if word == OTHER else kind_of(word)


def _around(words: Sequence[str], side: str) -> Iterator[str]:
    for distance, word in enumerate(words[:_FAR]):
        if distance < _NEAR:
            yield f"{side}{distance}:{word}"
            yield f"{side}k{distance}:{_kind_of(word)}"
        yield from (f"{side}w:{form}" for form in base_forms(word))
    kinds = [kind for kind in map(_kind_of, words) if kind != NOTHING][:_NEAR]
    yield f"{side}s:" + "_".join(kinds[:2])
    yield f"{side}t:" + "_".join(kinds)


def _scores(words: Sequence[str], side: str) -> dict[str, float]:
    return {f"{side}{name}": value for name, value in lexicon_scores(words).items()}


def _nearest(words: Sequence[str], side: str) -> dict[str, float]:
    """The closest word or movement with a lean, fading with its distance."""
    moving = dict(moves(words))
    for position, word in enumerate(words):
        sign = moving.get(position, 0) or direction(word) or lean(word)
        if sign:
            turned = -sign if negated(words, position) else sign
            return {f"{side}n": turned / (1 + position)}
    return {f"{side}none": 1.0}


def mention_features(
    seen: Mention, sentence_p: Sequence[float], clause_p: Sequence[float]
) -> dict[str, float]:
    """Features of one mention.

    `sentence_p` and `clause_p` are what the sentiment weights say of the whole sentence and of
    the entity's clause: the scores of negative, neutral and positive before normalising.
    """
    left = tuple(reversed(seen.before))
    names = [*_around(left, "L"), *_around(seen.after, "R")]
    first, last = not seen.before, not seen.after
    alone = OTHER not in seen.before and OTHER not in seen.after
    names += [f"p:{first:d}{last:d}{seen.speaks:d}", f"o:{alone:d}{first:d}{seen.role}"]
    names += [f"q:{first:d}{seen.speaks:d}:{word}" for word in seen.clause if word != MASK]
    found = scaled(names)
    for name, values in (("S", sentence_p), ("C", clause_p)):
        found |= {f"{name}{index}": value for index, value in enumerate(values)}
    found |= _scores(seen.clause, "c") | _nearest(left, "L") | _nearest(seen.after, "R")
    found[f"role:{seen.role}"] = 1.0
    found[f"others:{_others(seen)}"] = 1.0
    if seen.speaks:
        found["speaks"] = 1.0
    return found


def _others(seen: Mention) -> str:
    """Where the other names stand: `--` none, `L-` before, `-R` after, `LR` on both sides."""
    return ("L" if OTHER in seen.before else "-") + ("R" if OTHER in seen.after else "-")
