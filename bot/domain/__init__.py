"""What Tidings talks about: frozen values and pure functions; no I/O and no clock."""

from __future__ import annotations
