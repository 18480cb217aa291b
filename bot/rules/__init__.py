"""Which stories a subscription asks for, and why: pure functions over values, no store."""

from __future__ import annotations
