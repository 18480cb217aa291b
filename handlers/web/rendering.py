"""HTML from templates. Whatever is put into one is cleaned of invisible characters and escaped.

Templates are read once; nothing touches the disk while pages are served.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from bot.commands.model import Button, Reply
from bot.domain.alert import MessageId
from bot.domain.brief import BANDS, POLARITY_SYMBOLS, Brief, Message, RollUp, UpdateNote, band
from bot.domain.text import clean_block, plural, shorten
from bot.ports.clock import Clock
from handlers.web import limits
from handlers.web.assets import Assets
from handlers.web.links import channel_path, host_of, safe_url, story_path

FOLDER: Final = Path(__file__).parent / "templates"
STEPS: Final = {word: len(BANDS) - rank for rank, (_, word, _) in enumerate(BANDS)}
"""How many bars of the meter are filled: the shape that says the band without colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A message as the page shows it, with what hangs under it."""

    id: MessageId
    message: Message
    posted_at: datetime
    buttons: tuple[Button, ...] = ()
    thread: tuple[Shown, ...] = ()
    pointer_to: MessageId | None = None
    """Only points to the thread of that message, where it is shown in full."""

    @property
    def form(self) -> str:
        match self.message:
            case Brief():
                return "card"
            case UpdateNote():
                return "pointer" if self.pointer_to else "note"
            case RollUp():
                return "roll_up"


class Renderer:
    """The templates, and what every page has in common."""

    def __init__(
        self, assets: Assets, *, clock: Clock, command: str = "/news", folder: Path = FOLDER
    ) -> None:
        self._clock = clock
        self._environment = Environment(
            loader=DictLoader(
                {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}
            ),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_words,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(
            {
                "ago": lambda moment: ago(moment, clock.now()),
                "iso": _iso,
                "moment": _moment,
                "hour": lambda moment: f"{moment.astimezone(UTC):%H:%M} UTC",
                "paragraphs": _paragraphs,
                "safe_url": safe_url,
                "host": host_of,
                "story_path": story_path,
                "channel_path": channel_path,
                "band": band,
                "plural": plural,
                "typed_parts": typed_parts,
            }
        )
        self._environment.globals.update(
            asset=assets.path,
            command=command,
            steps=STEPS,
            polarity_symbols=POLARITY_SYMBOLS,
            nav=(),
        )

    def navigation(self, entries: Sequence[tuple[str, str]]) -> None:
        """What the head of every page links to: (path, label)."""
        self._environment.globals["nav"] = tuple(entries)

    def page(self, template: str, **values: Any) -> str:
        return self._environment.get_template(template).render(values)

    def message(self, shown: Shown) -> str:
        """One message as a list item, as the page and its live updates show it."""
        return self._macro("_message.html", "item", shown)

    def reply(self, reply: Reply) -> str:
        return self._macro("_reply.html", "reply", reply)

    def panel(self, values: Mapping[str, Any]) -> str:
        return self.page("_panel.html", **values)

    def _macro(self, template: str, name: str, *arguments: Any) -> str:
        macro = getattr(self._environment.get_template(template).module, name)
        return str(macro(*arguments)).strip()


def ago(moment: datetime, now: datetime) -> str:
    """How long ago, in the unit that people would say; the page goes on counting."""
    seconds = (now - moment).total_seconds()
    if seconds < 0:
        return _moment(moment) if seconds < -60 else "just now"
    if seconds < 45:
        return "just now"
    if seconds < 3_600:
        return f"{max(1, round(seconds / 60))} min ago"
    if seconds < 86_400:
        return f"{round(seconds / 3_600)} h ago"
    if seconds < 7 * 86_400:
        return f"{round(seconds / 86_400)} d ago"
    return f"{moment.astimezone(UTC):%-d %b %Y}"


def typed_parts(text: str) -> list[tuple[Markup, bool]]:
    """A reply's line in parts, and which of them (in backquotes) are lines to be typed."""
    parts = clean_block(text).split("`")
    # Escaped here, because cleaning part by part would take the spaces between them.
    return [(escape(part), bool(odd % 2)) for odd, part in enumerate(parts) if part]


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%-d %b %Y, %H:%M} UTC"


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _words(value: Any) -> Any:
    """What a template puts out: markup of ours as it is, everything else as clean text."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    # Nearly every text, and its spaces stay as they are.
    return value if value.isascii() and value.isprintable() else clean_block(value)


def _paragraphs(text: str) -> list[str]:
    cut = shorten(clean_block(text), limits.PAGE_BLOCK)
    return [part for part in cut.split("\n\n") if part]
