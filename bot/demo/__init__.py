"""The demo: ready-made sample stories, and sample reports that the real newsdesk works on."""

from __future__ import annotations
