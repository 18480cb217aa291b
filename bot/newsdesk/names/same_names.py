"""Bring the forms of one name together: "LaSalle", "Anthony LaSalle", "Anthony Phillip LaSalle".

A shorter form is bound only where a single longer one holds its words in their order. The form that
the reports use most is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain.story import EntityType
from bot.domain.text import fold
from bot.newsdesk.names.mentions import How, Mention
from bot.newsdesk.names.people import slug

_FIRM_FORMS = re.compile(
    r",? (?:Inc|Corp|Corporation|Ltd|Limited|PLC|Plc|plc|LLC|Co|AG|SE|SA|AB|NV|BV|ASA|Oyj|SpA|GmbH)"
    r"\.?$"
)
_YOUNGER = re.compile(r",? (?:Jr|Sr)\.?$| (?:II|III|IV)$")
_SPELLINGS = {"centre": "center", "theatre": "theater", "defence": "defense"}
_OFFICES = frozenset(("department", "ministry", "administration", "agency", "authority"))
"""What may be left away at the end of a name; a hospital's first word is its town's."""
_TWO = 2
_FAR_MORE = 3
"""Times that one bearer of a name must be named for each time another is."""
_BODIES = frozenset((EntityType.ORGANIZATION, EntityType.COMPANY, EntityType.OTHER))


def together(by_origin: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of every origin, each under the one form of its name."""
    by_origin = _with_families(by_origin)
    every = [mention for mentions in by_origin for mention in mentions]
    used = _persons(every)
    persons, bodies = _shown(used, _holds_a_person), _shown(_bodies(every), _holds_a_body)
    forms = _Forms(
        persons=persons,
        parts=_parts_of_names(persons, used),
        surnames=frozenset(_words(name)[-1] for name in used),
        bodies=bodies,
        named={m.name: m for m in every if m.how is How.PATTERN},
        short=_explained(every),
    )
    renamed = [[_renamed(mention, forms) for mention in mentions] for mentions in by_origin]
    inside = {fold(name) for name in bodies.values()}
    return [
        [m for m in mentions if not (_lends_its_name(m, inside) or _is_anybody(m, forms))]
        for mentions in renamed
    ]


def full_names(names: Collection[str]) -> dict[str, str]:
    """Surname -> full name, for surnames that only one of these people bears."""
    return _parts_of_names({name: name for name in names}, Counter(names), first=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forms:
    """What a form of a name stands for."""

    persons: dict[str, str]
    parts: dict[str, str]
    """A surname, or a first name that only one person has."""
    surnames: frozenset[str]
    bodies: dict[str, str]
    named: dict[str, Mention]
    """One mention of each form of a body's name."""
    short: dict[str, Mention]
    """Acronyms with what they were explained to be."""


def _parts_of_names(
    shown: dict[str, str], used: Counter[str], *, first: bool = True
) -> dict[str, str]:
    """Part of a name -> the person meant: the only bearer, or the one named thrice as often."""
    bearers: dict[str, Counter[str]] = {}
    for form, name in shown.items():
        words = _YOUNGER.sub("", name).split()
        for part in {words[-1], words[0] if first else words[-1]}:
            if len(words) > 1:
                bearers.setdefault(fold(part), Counter())[name] += used[form]
    return {
        part: best for part, names in bearers.items() if (best := _most_named(names)) is not None
    }


def _most_named(names: Counter[str]) -> str | None:
    ranked = sorted(names, key=lambda name: (-names[name], name))
    if len(ranked) > 1 and names[ranked[0]] < _FAR_MORE * names[ranked[1]]:
        return None
    return ranked[0]


def _persons(mentions: Iterable[Mention]) -> Counter[str]:
    return Counter(
        m.name for m in mentions if m.type is EntityType.PERSON and len(m.name.split()) > 1
    )


def _bodies(mentions: Iterable[Mention]) -> Counter[str]:
    """Organisations that no table knows; what a table knows has its name."""
    return Counter(m.name for m in mentions if m.how is How.PATTERN and m.type in _BODIES)


def _explained(mentions: Iterable[Mention]) -> dict[str, Mention]:
    """Acronyms that a report explains: "RSF" with the Rapid Support Forces."""
    return {m.text: m for m in mentions if m.text.isupper() and m.text != m.name and " " in m.name}


def _shown(
    used: Counter[str], holds: Callable[[Sequence[str], Sequence[str]], bool]
) -> dict[str, str]:
    """Form -> the form that is shown, for every form in `used`."""
    forms: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(used):
        forms.setdefault(tuple(_words(name)), []).append(name)
    groups: dict[tuple[str, ...], list[str]] = {}
    for key, names in forms.items():
        groups.setdefault(_longest(key, forms, holds), []).extend(names)
    shown = {}
    for key, names in groups.items():
        # The whole form has the word at the end that the longest ends with: the surname.
        whole = [name for name in names if _words(name)[-1] == key[-1]]
        # A legal form says what it is, however seldom it is written.
        firm = [name for name in whole if _FIRM_FORMS.search(name)]
        often = firm or [name for name in whole if used[name] > 1] or whole
        best = max(often, key=lambda name: (len(_words(name)), used[name], name))
        shown.update(dict.fromkeys(names, best))
    return shown


def _longest(
    key: tuple[str, ...],
    keys: Iterable[tuple[str, ...]],
    holds: Callable[[Sequence[str], Sequence[str]], bool],
) -> tuple[str, ...]:
    """The one longest name that holds this one; itself where none or several do."""
    longer = [other for other in keys if len(other) >= len(key) and other != key]
    longer = [other for other in longer if holds(other, key)]
    length = max(map(len, longer), default=0)
    top = [other for other in longer if len(other) == length]
    return top[0] if len(top) == 1 else key


def _words(name: str) -> list[str]:
    words = fold(_YOUNGER.sub("", _FIRM_FORMS.sub("", name))).split() or [fold(name)]
    return [_SPELLINGS.get(word, word) for word in words]


def _holds_a_person(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Anthony Phillip LaSalle holds Anthony Phillip, Anthony LaSalle and Phillip LaSalle."""
    if len(longer) == len(shorter) == _TWO:
        return _is_pet_name(longer, shorter)
    rest = iter(longer)
    in_order = all(word in rest for word in shorter)
    return in_order and (longer[-1] == shorter[-1] or longer[0] == shorter[0])


def _is_pet_name(whole: Sequence[str], short: Sequence[str]) -> bool:
    """Mo for Maurice: two letters, the first of them the same, before the same surname."""
    pet, first = short[0], whole[0]
    return short[-1] == whole[-1] and len(pet) == _TWO < len(first) and pet[0] == first[0]


def _holds_a_body(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """The UN Relief and Works Agency holds Works Agency; the Interior Department, Interior."""
    if list(longer[-len(shorter) :]) == list(shorter):
        return True
    return list(longer[: len(shorter)]) == list(shorter) and longer[-1] in _OFFICES


def _renamed(mention: Mention, forms: _Forms) -> Mention:
    if mention.type is EntityType.OTHER and mention.text in forms.short:
        known = forms.short[mention.text]
        mention = replace(mention, id=known.id, name=known.name, type=known.type)
    part = fold(mention.name)
    if mention.type is EntityType.PERSON:
        name = forms.persons.get(mention.name) or forms.parts.get(part, mention.name)
        return replace(mention, name=name, id=f"person:{slug(name)}")
    if mention.type is EntityType.OTHER and part in forms.parts:
        name = forms.parts[part]
        return replace(mention, name=name, id=f"person:{slug(name)}", type=EntityType.PERSON)
    name = forms.bodies.get(mention.name, mention.name)
    if mention.how is not How.PATTERN or name == mention.name:
        return mention
    shown = forms.named[name]
    return replace(mention, name=name, id=shown.id, type=shown.type)


def _with_families(by_origin: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """A longer name that ends in the surname of somebody is a person: his wife, or a misprint."""
    every = [mention for mentions in by_origin for mention in mentions]
    surnames = {_words(name)[-1] for name in _persons(every)}
    return [
        [
            replace(m, id=f"person:{slug(m.name)}", type=EntityType.PERSON)
            if m.type is EntityType.OTHER and _is_of_a_family(m.name, surnames)
            else m
            for m in mentions
        ]
        for mentions in by_origin
    ]


def _is_of_a_family(name: str, surnames: Collection[str]) -> bool:
    words = name.split(" ")
    written = len(words) > 1 and not any(word.isupper() for word in words)
    return written and fold(words[-1]) in surnames


def _is_anybody(mention: Mention, forms: _Forms) -> bool:
    """A surname alone that several people bear tells nothing."""
    return mention.type is EntityType.OTHER and fold(mention.name) in forms.surnames


def _lends_its_name(mention: Mention, bodies: Collection[str]) -> bool:
    """Betty Ford of the Betty Ford Clinic is not in the news."""
    name = fold(mention.name)
    return mention.type is EntityType.PERSON and any(body.startswith(f"{name} ") for body in bodies)
