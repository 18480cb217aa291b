"""Rate limits per method, workspace and channel, and a memory of who was told to wait.

A call that arrives before its Retry-After is over is answered 429 again and recorded as a violation.
"""

from __future__ import annotations

import math
from collections import defaultdict, deque

from tests.counterparts.slack.limits import (
    CALLS_PER_MINUTE,
    COMMERCIAL_HISTORY_PER_MINUTE,
    POST_BURST,
    POST_PER_SECOND,
    POSTS_PER_MINUTE_PER_TEAM,
)
from tests.counterparts.slack.state import State

MINUTE = 60.0
POST = "chat.postMessage"
Key = tuple[str, str, str]


class Rates:
    """Says how long a call has to wait; None means it may go on."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._held: dict[Key, float] = {}
        self._recent: defaultdict[Key, deque[float]] = defaultdict(deque)
        self._tokens: dict[Key, tuple[float, float]] = {}

    def wait_for(
        self, team: str, method: str, tier: str, channel: str, *, commercial: bool
    ) -> int | None:
        """Whole seconds for Retry-After, or None; a call that may go on is counted."""
        if (left := self._still_held(team, method, channel)) is not None:
            return left
        if method == POST:
            if channel and (wait := self._post_to_channel((team, method, channel))) is not None:
                return wait
            return self._window((team, method, ""), POSTS_PER_MINUTE_PER_TEAM)
        allowed = CALLS_PER_MINUTE[tier]
        if commercial and method in ("conversations.history", "conversations.replies"):
            allowed = COMMERCIAL_HISTORY_PER_MINUTE
        return self._window((team, method, ""), allowed)

    def hold(self, team: str, method: str, channel: str, seconds: float) -> int:
        """Promise that nothing will pass for this long; the answer is the Retry-After to send."""
        wait = max(1, math.ceil(seconds))
        self._held[team, method, channel] = self._state.clock.now() + wait
        return wait

    def _still_held(self, team: str, method: str, channel: str) -> int | None:
        now = self._state.clock.now()
        for scope in {"", channel}:
            left = self._held.get((team, method, scope), 0.0) - now
            if left > 0:
                where = f"{team} {method} {channel}".strip()
                self._state.violate("retry_after", where, f"called {left:.2f} s too early")
                return math.ceil(left)
        return None

    def _post_to_channel(self, key: Key) -> int | None:
        now = self._state.clock.now()
        tokens, since = self._tokens.get(key, (float(POST_BURST), now))
        tokens = min(float(POST_BURST), tokens + (now - since) * POST_PER_SECOND)
        if tokens < 1:
            return self.hold(*key, (1 - tokens) / POST_PER_SECOND)
        self._tokens[key] = (tokens - 1, now)
        return None

    def _window(self, key: Key, allowed: int) -> int | None:
        now, recent = self._state.clock.now(), self._recent[key]
        while recent and now - recent[0] >= MINUTE:
            recent.popleft()
        if len(recent) >= allowed:
            return self.hold(*key, MINUTE - (now - recent[0]))
        recent.append(now)
        return None
