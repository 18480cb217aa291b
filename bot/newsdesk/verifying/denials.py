"""A core claim that one origin reports and another reports as denied.

A denial disputes the claim only beside origins that do not speak of it: where every title says
"denies", the denial is the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.story import Conflict, ConflictValue
from bot.newsdesk.reports.retractions import Notice
from bot.newsdesk.verifying.corroborate import Told
from bot.newsdesk.verifying.crosscheck import LEAST_BACKING

ABOUT = "whether it is so"


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """Who reports the claim and who reports its denial."""

    reported: tuple[Told, ...]
    denied: tuple[Told, ...]

    @property
    def share(self) -> float:
        """The part of the origins that report the denial, 0..1."""
        return len(self.denied) / (len(self.reported) + len(self.denied))

    @property
    def words(self) -> str:
        """For the gate's reason."""
        first = self.denied[0]
        return f"{ABOUT}: {first.name} reports a denial (“{first.reading.notice.words}”)"

    def conflict(self) -> Conflict:
        """Both sides, for the page."""
        return Conflict(
            about=ABOUT,
            values=(
                ConflictValue(value="reported", publishers=_publishers(self.reported)),
                ConflictValue(value="denied", publishers=_publishers(self.denied)),
            ),
        )


def denial_of(told: Sequence[Told]) -> Denial | None:
    """The denial that disputes the claim; None where there is none, or but a lone voice."""
    denied = tuple(one for one in told if one.reading.notice.notice is Notice.DENIAL)
    reported = tuple(one for one in told if one not in denied)
    if not denied or not reported:
        return None
    found = Denial(reported=reported, denied=denied)
    return found if found.share >= LEAST_BACKING else None


def _publishers(told: Sequence[Told]) -> tuple[str, ...]:
    return tuple(one.reading.report.publisher for one in told)
