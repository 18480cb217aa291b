"""The names and categories that are known: from the gazetteer, the regions and the stories."""

from __future__ import annotations

from functools import cached_property

from bot.commands.near import is_slip, nearest
from bot.domain import gazetteer
from bot.domain import regions as geography
from bot.domain.text import fold
from bot.ports.stores import Vocabulary
from bot.rules.names import entity_keys


class Lexicon:
    """Known words at one time; made anew when the stories' vocabulary changes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Folded name, alias or id -> the name shown. Names of stories come first."""
        shown: dict[str, str] = {}
        for name in self.vocabulary.entities:
            shown.setdefault(fold(name), name)
        for alias, name in self.vocabulary.aliases:
            shown.setdefault(fold(alias), name)
        for entity in gazetteer.all_entities():
            for name in (entity.name, *entity.aliases, entity.id, *entity.local_names):
                shown.setdefault(fold(name), entity.name)
        shown.pop("", None)
        return shown

    @cached_property
    def categories(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(word.casefold() for word in self.vocabulary.categories))

    @property
    def names(self) -> tuple[str, ...]:
        """Names to offer, those that stories carry first."""
        return tuple(dict.fromkeys(self.spellings.values()))

    def knows(self, value: str) -> bool:
        """Whether a story, the gazetteer or the regions have this name, alias or id."""
        if fold(value) in self.spellings or gazetteer.canonical(value):
            return True
        if geography.resolve(value) is not None:
            return True
        return any(key in self.spellings for key in entity_keys(value))

    def slip_of(self, value: str) -> bool:
        """Whether it is probably a misspelling of a known name."""
        return is_slip(value, self.spellings)

    def nearest_names(self, value: str) -> tuple[str, ...]:
        return nearest(value, self.spellings)
