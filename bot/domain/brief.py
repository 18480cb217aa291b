"""What a message must contain, before any platform's markup.

Handlers turn these values into Block Kit, an embed or HTML. They hold plain text: whatever a
feed wrote in them is words, never markup, and it is the handler's duty to keep it so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain import regions as geography
from bot.domain.alert import AlertKind
from bot.domain.story import Polarity, SentimentLabel, Story, StoryId, StoryStatus, source_line
from bot.domain.text import clean, shorten

# (lowest score, word, symbol): a number, a word and a shape, so that colour is never alone.
BANDS = (
    (9, "critical", "🔴"),
    (7, "high", "🟠"),
    (4, "moderate", "🟡"),
    (1, "low", "⚪"),
)
SENTIMENT_SYMBOLS = {
    SentimentLabel.POSITIVE: "▲",
    SentimentLabel.NEUTRAL: "●",
    SentimentLabel.NEGATIVE: "▼",
}
POLARITY_SYMBOLS = {
    Polarity.POSITIVE: "▲",
    Polarity.NEUTRAL: "●",
    Polarity.NEGATIVE: "▼",
    Polarity.UNKNOWN: "–",
}
SHOWN_REGIONS = 2
"""Region names on the card before "+3"."""
SHOWN_TAKEAWAYS = 2
HEADLINE_LENGTH = 240
"""Below Discord's 256 for a title, leaving room for the impact prefix."""


def band(impact: int) -> str:
    """`critical`, `high`, `moderate` or `low`."""
    return next(word for lowest, word, _ in BANDS if impact >= lowest)


def band_symbol(impact: int) -> str:
    return next(symbol for lowest, _, symbol in BANDS if impact >= lowest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One story in a channel: the card."""

    story: StoryId
    version: int
    headline: str
    url: str
    """Empty where the story has no page; then nothing is linked."""
    impact: int
    category: str
    sentiment: SentimentLabel
    sources: int
    source_line: str
    """`Verified by 14 sources`, `Single source` or `Withdrawn`: always shown."""
    regions: tuple[str, ...]
    """Names for people, at most two, then `+3`."""
    published_at: datetime
    takeaways: tuple[str, ...]
    more_takeaways: int = 0
    """How many the compact card leaves out."""
    why: tuple[str, ...] = ()
    """One line per matching subscription; empty for a card that was asked for."""
    mark: str = ""
    """`CORRECTED`, `RETRACTED`, `RAISED FROM 5 TO 8`; empty on an ordinary card."""
    struck: bool = False
    """The headline no longer holds: show it struck through."""
    disputed: bool = False
    """Sources conflict on a fact; the story page shows both sides."""
    sample: bool = False

    @property
    def band(self) -> str:
        return band(self.impact)

    @property
    def facts_line(self) -> tuple[str, ...]:
        """Category, sentiment, verification and regions, in the order of the card."""
        symbol = SENTIMENT_SYMBOLS[self.sentiment]
        parts = [self.category.capitalize(), f"{symbol} {self.sentiment}", self.source_line]
        if self.regions:
            parts.append(", ".join(self.regions).replace(", +", " +"))
        if self.disputed:
            parts.append("sources conflict")
        if self.sample:
            parts.append("sample")
        return tuple(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateNote:
    """The one threaded reply under a card: what changed."""

    story: StoryId
    version: int
    kind: AlertKind
    headline: str
    url: str
    changes: tuple[str, ...]
    """`impact 7 -> 9`, `sources 8 -> 14`, `new: ...`."""
    broadcast: bool = False
    """Shown in the channel too: the impact rose into a higher band, or the story fell."""

    @property
    def title(self) -> str:
        match self.kind:
            case AlertKind.CORRECTION:
                return "CORRECTED"
            case AlertKind.WITHDRAWAL:
                return "RETRACTED"
            case _:
                return f"Update {self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RollUp:
    """Several stories in one message, best first."""

    title: str
    """`While Tidings was away`, `6 more stories`: says why they come together."""
    briefs: tuple[Brief, ...]
    more: int = 0
    """Stories beyond those listed."""


Message = Brief | UpdateNote | RollUp


def brief_of(story: Story, *, why: tuple[str, ...] = (), note: str = "") -> Brief:
    """The card of a story as it stands."""
    names = tuple(clean(geography.name(geography.RegionCode(code))) for code in story.regions)
    shown = names[:SHOWN_REGIONS]
    if len(names) > SHOWN_REGIONS:
        shown = (*shown, f"+{len(names) - SHOWN_REGIONS}")
    return Brief(
        story=story.id,
        version=story.version,
        headline=shorten(clean(story.headline), HEADLINE_LENGTH),
        url=story.url,
        impact=story.impact.score,
        category=clean(story.category),
        sentiment=story.sentiment.label,
        sources=story.sources,
        source_line=source_line(story),
        regions=shown,
        published_at=story.published_at,
        takeaways=tuple(clean(line) for line in story.takeaways[:SHOWN_TAKEAWAYS]),
        more_takeaways=max(0, len(story.takeaways) - SHOWN_TAKEAWAYS),
        why=tuple(clean(line) for line in why),
        mark=_mark(story, note),
        struck=story.withdrawn,
        disputed=bool(story.verification.conflicts),
        sample=story.sample,
    )


def _mark(story: Story, note: str) -> str:
    match story.status:
        case StoryStatus.WITHDRAWN:
            return "RETRACTED"
        case StoryStatus.CORRECTED:
            return "CORRECTED"
        case _:
            return clean(note).upper()
