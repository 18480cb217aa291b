"""One file per schema revision, oldest first."""

from __future__ import annotations
