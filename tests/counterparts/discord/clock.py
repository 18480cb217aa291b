"""The counterpart's clock: real time, shifted or frozen on request, so windows pass without waiting."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class CounterpartClock:
    """Aware UTC time; `advance` jumps, `set` freezes, `run` lets it follow real time again."""

    def __init__(self, start: datetime | None = None) -> None:
        self._frozen: datetime | None = None
        self._offset = timedelta(0)
        self._last = datetime.min.replace(tzinfo=UTC)
        if start is not None:
            self.set(start)

    def now(self) -> datetime:
        return self._frozen or datetime.now(UTC) + self._offset

    def set(self, moment: datetime) -> None:
        self._frozen = moment.astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        if self._frozen is not None:
            self._frozen += step
        else:
            self._offset += step

    def run(self) -> None:
        """Follow real time again, from where the clock stands."""
        if self._frozen is not None:
            self._offset = self._frozen - datetime.now(UTC)
            self._frozen = None

    def iso(self) -> str:
        return self.now().isoformat(timespec="microseconds")
