"""Tidings: verified news stories, matched to the channels that asked for them."""

from __future__ import annotations
