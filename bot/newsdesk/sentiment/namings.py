"""Find where a sentence names an entity, and the sentence as words with its names masked.

Names come from extraction first: the longest name wins, so a country is not found inside a hospital
or an arena called after it. A name that runs on in capitals is another name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from bot.domain.story import Entity
from bot.newsdesk.names.extract import mentions_in
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.sentiment.polarity_features import MASK, OTHER
from bot.newsdesk.sentiment.words import plain

Span = tuple[int, int]
_WORD = re.compile(r"[A-Za-z0-9][\w&.%-]*(?:['’][a-z]+)?|['’]s?(?=\s)|[,;:()—–]")
_GOES_ON = re.compile(r"[ -](?!(?:CEO|President|Prime|Minister|GDP)\b)[A-Z][a-z]+")
_WHERE = re.compile(r"\b(?:in|at|near|outside|around|from) (?:[a-z]+ )?$")
_JOINED = re.compile(r"[a-z]-$")
_CAPITALS = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w&.-]*(?: (?:of |& )?[A-Z][\w&.-]*)*")
_TITLE_CASE = 0.6


@lru_cache(maxsize=1_024)
def _found(sentence: str) -> tuple[tuple[Span, str, bool], ...]:
    """Everything extraction finds: span, id, and whether it stands for what the id says."""
    return tuple(
        ((one.start, one.end), one.id, _stands_for_itself(sentence, one))
        for one in mentions_in(sentence)
    )


def _stands_for_itself(sentence: str, mention: Mention) -> bool:
    """No city for its country, no "in Berlin", no "non-oil", no person called by his country."""
    before, after = sentence[: mention.start], sentence[mention.end :]
    if mention.how is How.CITY or (mention.how is How.CAPITAL and _WHERE.search(before)):
        return False
    if mention.how is How.DEMONYM and not mention.text.endswith("s"):
        return bool(re.match(r"(?:, [A-Z]\w+)? [a-z]", after))
    return not (_JOINED.search(before) or re.match(r"-[a-z]", after))


def namings(sentence: str, entity: Entity) -> list[Span]:
    """The spans that name the entity itself, as themselves and not inside another name."""
    names = {name for name in (entity.name, *entity.aliases) if name}
    found = _found(sentence)
    own = [
        span
        for span, identity, itself in found
        if itself and (identity == entity.id or sentence[slice(*span)] in names)
    ]
    taken = [span for span, *_ in found]
    for name in sorted(names):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", sentence):
            if not _meets(match.span(), (*own, *taken)):
                own.append(match.span())
    return sorted(span for span in own if not _runs_on(sentence, span))


def other_spans(sentence: str, own: Sequence[Span]) -> list[Span]:
    """The spans of all other names."""
    return [span for span, *_ in _found(sentence) if not _meets(span, own)]


def names_beside(sentence: str, name: str) -> tuple[str, ...]:
    """The other names in a sentence, as extraction and capitals show them."""
    own = [match.span() for match in re.finditer(re.escape(name), sentence, re.IGNORECASE)]
    found = [span for span, *_ in _found(sentence)]
    if not _is_title_case(sentence):
        found += [match.span() for match in _CAPITALS.finditer(sentence)]
    return tuple(sentence[slice(*span)] for span in found if not _meets(span, own))


def masked(sentence: str, own: Span, rest: Iterable[Span]) -> tuple[list[str], int]:
    """The sentence as words with its names masked, and which of them is the entity."""
    text, at = "", 0
    for span in sorted((own, *rest)):
        text += f"{sentence[at : span[0]]} {MASK if span == own else OTHER} "
        at = span[1]
    text += sentence[at:]
    words = [part for word in _WORD.findall(plain(text)) for part in _parts(word.lower())]
    return words, words.index(MASK)


def _parts(word: str) -> Iterator[str]:
    if word.endswith("'s") and len(word) > 2:
        yield word[:-2]
        yield "'s"
    elif word in {"'", "'s"}:
        yield "'s"
    else:
        yield word.rstrip(".")


def _meets(span: Span, spans: Collection[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in spans)


def _runs_on(sentence: str, span: Span) -> bool:
    """Whether a further capitalised word makes it another name: "Jamaica Hospital"."""
    return not _is_title_case(sentence) and bool(_GOES_ON.match(sentence, span[1]))


def _is_title_case(sentence: str) -> bool:
    words = [word for word in sentence.split() if word[:1].isalpha()]
    return sum(word[0].isupper() for word in words) > _TITLE_CASE * len(words)
