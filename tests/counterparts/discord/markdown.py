"""What Discord's markdown does with a text: what a reader sees, and which powers the text used.

Not a full renderer: it finds everything by which foreign text could mislead (links, masked links,
mentions, code, spoilers, headings, quotes, lists, emphasis), honours backslash escapes, and gives
the words that remain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

# Left to right, as the client reads: a backslash before a backquote keeps it from opening code,
# and inside code a backslash is only a backslash.
ESCAPE_OR_CODE = re.compile(
    r"\\(?P<escaped>[^0-9A-Za-z\s])"
    r"|```(?:[\w+-]*\n)?(?P<block>.*?)```"
    r"|(?P<ticks>`{1,2})(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)",
    re.DOTALL,
)
MASKED = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(\s*<?(https?://[^\s)>]+)>?(?:\s+\"[^\"]*\")?\s*\)")
ANGLE = re.compile(r"<(https?://[^\s>]+)>")
BARE = re.compile(r"https?://[^\s<>\"]+")
TOKEN = re.compile(r"<(@!?|@&|#|:\w+:|a:\w+:|/[\w -]+:|id:|t:)([\w:-]+)>")
HERE = re.compile(r"@(everyone|here)")
LINE = re.compile(
    r"(?m)^[ \t]*(?:(?P<heading>#{1,3}|-#)|(?P<quote>>>>|>)|(?P<list>[*-]|\d+\.))[ \t]+(?=\S)"
)
PAIRS = (
    ("spoiler", re.compile(r"\|\|(.+?)\|\|", re.DOTALL)),
    ("bold", re.compile(r"\*\*(.+?)\*\*", re.DOTALL)),
    ("underline", re.compile(r"__(.+?)__", re.DOTALL)),
    ("strike", re.compile(r"~~(.+?)~~", re.DOTALL)),
    ("italic", re.compile(r"\*(?=\S)(.+?)(?<=\S)\*", re.DOTALL)),
    ("italic", re.compile(r"\b_(?=\S)(.+?)(?<=\S)_\b", re.DOTALL)),
)
# Escaped characters are parked in a private-use area, so no later rule can see them.
PARKED = 0xF0000


@dataclass(slots=True)
class Seen:
    """Words a reader sees; links as (words, address); effects as (kind, words)."""

    text: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    effects: list[tuple[str, str]] = field(default_factory=list)

    def kinds(self) -> set[str]:
        return {kind for kind, _ in self.effects}

    @property
    def lying_links(self) -> list[tuple[str, str]]:
        """Links whose words look like an address of another host than the one they open."""
        return [(words, url) for words, url in self.links if _lies(words, url)]


def _lies(words: str, url: str) -> bool:
    if words == url:
        return False
    shown = re.search(r"(?i)(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})", words)
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return shown is not None and shown.group(1).lower().removeprefix("www.") != host.lower()


def interpret(text: str, *, inline: bool = False) -> Seen:
    """Interpret markdown; `inline` is for places without blocks, such as an embed's title."""
    seen = Seen()
    out = ESCAPE_OR_CODE.sub(lambda m: _escape_or_code(seen, m), text)
    out = MASKED.sub(lambda m: _link(seen, m.group(1), m.group(2)), out)
    out = ANGLE.sub(lambda m: _link(seen, m.group(1), m.group(1)), out)
    out = BARE.sub(lambda m: _bare(seen, m.group(0)), out)
    out = TOKEN.sub(lambda m: _token(seen, m), out)
    out = HERE.sub(lambda m: _note(seen, "mention", m.group(0)), out)
    if not inline:
        out = LINE.sub(lambda m: _line(seen, m, out), out)
    for kind, pattern in PAIRS:
        out = pattern.sub(lambda m, kind=kind: _note(seen, kind, m.group(1)), out)  # type: ignore[misc]
    seen.text = _unpark(out)
    seen.links = [(_unpark(words), _unpark(url)) for words, url in seen.links]
    seen.effects = [(kind, _unpark(words)) for kind, words in seen.effects]
    return seen


def _escape_or_code(seen: Seen, match: re.Match[str]) -> str:
    if match["escaped"]:
        return _park(match["escaped"])
    return _park(_note(seen, "code", match["block"] or match["code"] or ""))


def _note(seen: Seen, kind: str, words: str) -> str:
    seen.effects.append((kind, words))
    return words


def _link(seen: Seen, words: str, url: str) -> str:
    seen.links.append((words, url))
    return _park(words) if words == url else words


def _bare(seen: Seen, url: str) -> str:
    """A plain address; like the client, without the punctuation that follows it."""
    kept = url.rstrip(".,;:!?'*_~|")
    if kept.endswith(")") and kept.count("(") < kept.count(")"):
        kept = kept[:-1]
    return _link(seen, kept, kept) + url[len(kept) :]


def _token(seen: Seen, match: re.Match[str]) -> str:
    kind = {"@": "mention", "@!": "mention", "@&": "mention", "#": "channel", "t:": "time"}
    seen.effects.append((kind.get(match.group(1), "emoji"), match.group(0)))
    return _park(match.group(0))


def _line(seen: Seen, match: re.Match[str], text: str) -> str:
    kind = next(name for name, found in match.groupdict().items() if found)
    end = text.find("\n", match.end())
    seen.effects.append((kind, text[match.end() : end if end >= 0 else len(text)]))
    return ""


def _park(text: str) -> str:
    return "".join(chr(PARKED + ord(c)) if ord(c) < 0x2000 else c for c in text)


def _unpark(text: str) -> str:
    return "".join(chr(ord(c) - PARKED) if PARKED <= ord(c) < PARKED + 0x2000 else c for c in text)
