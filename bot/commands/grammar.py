"""A line of text -> a `Line`. Looks nothing up; refuses what it cannot place, by name.

line = verb *( word | term );  term = ["-"] key ":" value *( "," value ) | key op number
Curly quotes, doubled commas and spaces around colons and operators are forgiven, because phones
and people write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.commands.model import Line, Term
from bot.commands.near import nearest
from bot.commands.words import Key, Takes, find_key, find_verb, key_words, verb_words
from bot.domain.text import clean, listed, shorten
from bot.errors import RequestRefused

_STRAIGHT = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "＂": '"'}
    | dict.fromkeys("‘’‚‛", "'")
    | {"：": ":", "，": ",", "≧": "≥", "≦": "≤"}
)
# Slack escapes these three in the text it hands over.
_ESCAPED = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
_OP = r">=|=>|≥|<=|=<|≤|==|!=|>|<|="
_HEAD = re.compile(rf"(?P<minus>[-–—−]\s*)?(?P<key>[^\W\d_][\w-]*)\s*(?P<op>:\s*(?:{_OP})|:|{_OP})")
_PLAIN_OP = {"=>": ">=", "≥": ">=", "=<": "<=", "≤": "<=", "==": "="}
_BARE = re.compile(r'[^\s,"]+')
_RANGE_TAIL = re.compile(r"\s*(?:\.\.|…)\s*\d+")
_WORD = re.compile(r"[^\s,]+")
_GAP = re.compile(r"[\s,]*")
_SHOWN = 60
_ECHOED = 300
"""Longer lines are not handed back for another try."""


def parse(text: str, *, command: str = "news") -> Line:
    """Read what a person typed, with or without the leading `/news`. Nothing at all asks for help.

    Raises RequestRefused saying what is wrong, where, and what would be right.
    """
    words = _normal(text)
    words = _without_command(words, command)
    first, _, rest = words.partition(" ")
    if not first:
        return Line(verb="help")
    verb = find_verb(first)
    if verb is None:
        raise _unknown_verb(first, words)
    if verb.free_text:
        return Line(verb=verb.name, args=_free_words(rest))
    args, terms = _Scanner(rest).read()
    return Line(verb=verb.name, args=args, terms=terms)


def _normal(text: str) -> str:
    for escaped, plain in _ESCAPED:
        text = text.replace(escaped, plain)
    return clean(text.translate(_STRAIGHT))


def _without_command(words: str, command: str) -> str:
    first, _, rest = words.partition(" ")
    own = {command.casefold().lstrip("/"), "news", "tidings"}
    if first.startswith("/"):
        if first[1:].casefold() in own:
            return rest.strip()
        raise RequestRefused(f"I answer to /{command.lstrip('/')}, not to {_show(first)}.")
    return rest.strip() if first.casefold() in own else words


def _unknown_verb(word: str, words: str) -> RequestRefused:
    if _HEAD.match(words):
        return RequestRefused(
            f"Begin with what to do: subscribe, test or top. {_show(word)} is a filter.",
            suggestions=(f"subscribe {words}", f"top {words}") if len(words) <= _ECHOED else (),
        )
    near = nearest(word, verb_words())
    return RequestRefused(
        f"{_show(word)} is not something I can do. Did you mean {listed(near, 'or')}?",
        suggestions=("help",),
    )


def _free_words(rest: str) -> tuple[str, ...]:
    """Words of a headline, an id or an address; a quoted run stays together."""
    found = (quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|([^\s"]+)', rest))
    return tuple(word for word in found if word)


class _Scanner:
    """Reads words and terms from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def read(self) -> tuple[tuple[str, ...], tuple[Term, ...]]:
        args: list[str] = []
        terms: list[Term] = []
        while self._skip(_GAP) < len(self._text):
            head = _HEAD.match(self._text, self._at)
            if head:
                terms.extend(self._term(head))
            else:
                args.append(self._word())
        return tuple(args), tuple(terms)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._at

    def _word(self) -> str:
        if self._text[self._at] == '"':
            return self._quoted('"')
        found = _WORD.match(self._text, self._at)
        # Something that is neither gap nor quote always stands here.
        word = found[0] if found else self._text[self._at]
        self._at += len(word)
        if '"' in word:
            raise self._stray_quote(self._at - len(word) + word.index('"'))
        return word

    def _term(self, head: re.Match[str]) -> Iterator[Term]:
        key = find_key(head["key"])
        if key is None:
            raise _unknown_key(head["key"], head["op"])
        self._at = head.end()
        op = head["op"].replace(":", "").strip() or ":"
        # In `exclude:RU,category:sports` the second is a value too; on its own it would be wanted.
        alone = key.name == "exclude"
        return self._values_as_terms(
            key, _PLAIN_OP.get(op, op), negated=head["minus"] is not None, alone=alone
        )

    def _values_as_terms(self, key: Key, op: str, *, negated: bool, alone: bool) -> Iterator[Term]:
        values, against, insisted = self._values(number=key.takes is Takes.NUMBER, alone=alone)
        if not values and not against:
            raise RequestRefused(f"{key.name}{op} has no value; write for example {key.example}.")
        for found, turned in ((values, negated), (against, not negated)):
            if found:
                yield Term(key=key.name, values=found, op=op, negated=turned, insisted=insisted)

    def _values(
        self, *, number: bool, alone: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        """(values, values with a minus of their own, whether one was insisted on)."""
        kept: list[str] = []
        against: list[str] = []
        insisted = False
        while True:
            begin = self._at
            comma = "," in self._text[begin : self._skip(_GAP)]
            first = not kept and not against
            if self._at >= len(self._text) or not (first or comma):
                break
            if not alone and self._at > begin and self._at_known_term():
                break
            value, minus, certain = self._value(number=number)
            insisted = insisted or certain
            if value:
                (against if minus else kept).append(value)
        return tuple(kept), tuple(against), insisted

    def _at_known_term(self) -> bool:
        head = _HEAD.match(self._text, self._at)
        return head is not None and find_key(head["key"]) is not None

    def _value(self, *, number: bool) -> tuple[str, bool, bool]:
        minus = not number and re.match(r"[-–—−](?=[^\s,\d])", self._text[self._at :]) is not None
        self._at += minus
        quote = self._text[self._at] if self._at < len(self._text) else ""
        if quote in {'"', "'"} and (quote == '"' or self._closes(quote)):
            value = self._quoted(quote)
            certain = self._text[self._at : self._at + 1] == "!"
            self._at += certain
            self._after_quote()
            return value, minus, certain
        return self._bare(number=number, minus=minus)

    def _bare(self, *, number: bool, minus: bool) -> tuple[str, bool, bool]:
        found = _BARE.match(self._text, self._at)
        value = found[0] if found else ""
        self._at += len(value)
        if self._text[self._at : self._at + 1] == '"':
            raise self._stray_quote(self._at)
        if number and (tail := _RANGE_TAIL.match(self._text, self._at)):
            value += tail[0].replace(" ", "")
            self._at = tail.end()
        certain = value.endswith("!")
        return (value.rstrip("!") if certain else value), minus, certain

    def _closes(self, quote: str) -> bool:
        """An apostrophe opens a quotation only where another one ends it before a gap."""
        return (
            re.match(rf"{quote}[^{quote}]+{quote}(?=[\s,!]|$)", self._text[self._at :]) is not None
        )

    def _quoted(self, quote: str) -> str:
        end = self._text.find(quote, self._at + 1)
        if end < 0:
            raise self._stray_quote(self._at)
        value = self._text[self._at + 1 : end].strip()
        self._at = end + 1
        return value

    def _after_quote(self) -> None:
        following = self._text[self._at : self._at + 1]
        if following and not following.isspace() and following != ",":
            raise RequestRefused(
                f"After the closing quote comes a space or a comma, not {_show(following)}: "
                f"…{_show(self._text[max(0, self._at - 20) : self._at + 10])}"
            )

    def _stray_quote(self, at: int) -> RequestRefused:
        before = self._text[max(0, at - 20) : at]
        after = self._text[at:]
        return RequestRefused(
            f"The quote before {_show(after[1:] or 'the end')} has no partner: "
            f"{shorten(before + ' ▸' + after, _SHOWN)}  "
            'Put quotes around the whole value, as in entity:"Tesla, Inc.", or leave them out.'
        )


def _unknown_key(word: str, op: str) -> RequestRefused:
    near = nearest(word, key_words())
    written = shorten(word, _SHOWN)
    hint = f"Did you mean {listed(tuple(f'{key}{op.strip()}' for key in near), 'or')}?"
    return RequestRefused(f"I do not know the key {written}. {hint}", suggestions=near)


def _show(text: str) -> str:
    return f"“{shorten(text, _SHOWN)}”"
