"""Rate limits as a client meets them: buckets with headers, the global limit, the ban on 10,000
invalid requests. Buckets are per route group and channel (the "top-level resource")."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.counterparts.discord import limits
from tests.counterparts.discord.clock import CounterpartClock


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a request passes, the headers it gets, and how long to wait if it does not."""

    headers: dict[str, str]
    retry_after: float = 0.0
    is_global: bool = False


@dataclass(slots=True)
class _Bucket:
    started: datetime
    used: int = 0


@dataclass(slots=True)
class Traffic:
    clock: CounterpartClock
    sizes: dict[str, tuple[int, float]] = field(default_factory=lambda: dict(limits.BUCKETS))
    global_per_second: int = limits.GLOBAL_PER_SECOND
    invalid_allowed: int = limits.INVALID_PER_WINDOW
    _buckets: dict[tuple[str, str], _Bucket] = field(default_factory=dict)
    _recent: deque[datetime] = field(default_factory=deque)
    _invalid: deque[datetime] = field(default_factory=deque)

    def count_invalid(self, status: int, *, shared: bool = False) -> None:
        if status in {401, 403, 429} and not shared:
            self._invalid.append(self.clock.now())

    @property
    def invalid(self) -> int:
        oldest = self.clock.now() - timedelta(minutes=limits.INVALID_WINDOW_MINUTES)
        while self._invalid and self._invalid[0] <= oldest:
            self._invalid.popleft()
        return len(self._invalid)

    @property
    def banned(self) -> bool:
        return self.invalid >= self.invalid_allowed

    def pass_global(self) -> Verdict | None:
        now = self.clock.now()
        while self._recent and now - self._recent[0] >= timedelta(seconds=1):
            self._recent.popleft()
        if len(self._recent) >= self.global_per_second:
            wait = 1 - (now - self._recent[0]).total_seconds()
            headers = {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"}
            return Verdict(headers=headers, retry_after=wait, is_global=True)
        self._recent.append(now)
        return None

    def pass_bucket(self, name: str, resource: str) -> Verdict:
        size, seconds = self.sizes[name]
        now = self.clock.now()
        bucket = self._buckets.setdefault((name, resource), _Bucket(now))
        if now - bucket.started >= timedelta(seconds=seconds):
            bucket.started, bucket.used = now, 0
        left = max(0.001, seconds - (now - bucket.started).total_seconds())
        over = bucket.used >= size
        bucket.used += 0 if over else 1
        headers = {
            "X-RateLimit-Limit": str(size),
            "X-RateLimit-Remaining": str(size - bucket.used),
            "X-RateLimit-Reset": f"{now.timestamp() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": f"bucket-{name}",
        }
        if over:
            headers["X-RateLimit-Scope"] = "user"
            return Verdict(headers=headers, retry_after=left)
        return Verdict(headers=headers)
