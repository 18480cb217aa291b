"""From reports to verified, scored stories: one folder per stage, in the order of `pipeline`."""

from __future__ import annotations
