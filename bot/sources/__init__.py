"""Where stories and reports come from: one fetcher, one file per format."""

from __future__ import annotations
