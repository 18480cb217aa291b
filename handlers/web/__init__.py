"""Web: a local channel, story pages, feeds and health. The only place that knows HTTP serving."""

from __future__ import annotations
