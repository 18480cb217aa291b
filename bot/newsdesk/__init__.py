"""From reports to verified, scored stories: one file per stage."""

from __future__ import annotations
