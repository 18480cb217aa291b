"""Typed options as terms, and completion of the last item of a list. Pure.

One option holds a list: values between commas, each with its own minus, quotes around a value
that has a comma itself. An option is free text to Discord, so everything is checked on submit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.commands.model import Choice, Term
from bot.domain.text import clean
from handlers.discord import limits

EXCLUDE: Final = "exclude"
_QUOTES: Final = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛", "'"))
_ITEM: Final = re.compile(r'(?:"[^"]*"?|[^",])+')
_MINUS: Final = re.compile(r"^[-–—−]\s*(?=\D)")


def items(text: str) -> tuple[str, ...]:
    """What stands between the commas, as written; `"Tesla, Inc.", Apple` is two items."""
    found = (match.group().strip() for match in _ITEM.finditer(clean(text.translate(_QUOTES))))
    return tuple(item for item in found if item.strip('"- '))


def list_terms(key: str, text: str | None) -> Iterator[Term]:
    """The terms of a list option: what is wanted, and apart from it what is not."""
    wanted: list[str] = []
    refused: list[str] = []
    insisted = False
    for item in items(text or ""):
        bare = _MINUS.sub("", item)
        insisted = insisted or bare.endswith("!")
        value = bare.removesuffix("!").replace('"', "").strip()
        (wanted if bare == item else refused).append(value)
    if key == EXCLUDE:
        # What is excluded is already a no; a minus there means the same.
        wanted, refused = wanted + refused, []
    if wanted:
        yield Term(key=key, values=tuple(wanted), insisted=insisted)
    if refused:
        yield Term(key=key, values=tuple(refused), negated=True, insisted=insisted)


def least(key: str, number: int | None) -> Iterator[Term]:
    """`min_impact: 7` is `impact>=7`."""
    if number is not None:
        yield Term(key=key, values=(str(number),), op=">=")


def text_term(key: str, text: str | None) -> Iterator[Term]:
    if text is not None:
        yield Term(key=key, values=(clean(text),))


def last_item(typed: str) -> tuple[str, str]:
    """(what is complete, what is being typed): `EU, Ger` is `EU, ` and `Ger`."""
    whole = typed.translate(_QUOTES)
    start = 0
    for match in re.finditer(r'"[^"]*"?|,', whole):
        start = match.end() if match.group() == "," else start
    tail = whole[start:]
    minus = _MINUS.match(tail.strip())
    sign = minus.group().strip() if minus else ""
    done = ", ".join(items(whole[:start]))
    return (f"{done}, {sign}" if done else sign), tail.strip().removeprefix(sign).strip(' "')


def list_choices(typed: str, found: Iterable[Choice]) -> list[Choice]:
    """Completions of the last item behind what is complete; those too long are left out."""
    done, _ = last_item(typed)
    made = []
    for choice in found:
        value = f'"{choice.value}"' if "," in choice.value else choice.value
        whole = Choice(name=f"{done}{choice.name}", value=f"{done}{value}")
        if len(whole.name) <= limits.CHOICE and len(whole.value) <= limits.CHOICE:
            made.append(whole)
    return made[: limits.CHOICES]
