"""Schema migrations; `bot.store.migrate` runs them."""

from __future__ import annotations
