"""The demo: bundled sample stories, released as if a newsdesk were at work."""

from __future__ import annotations
