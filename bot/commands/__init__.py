"""What a person may say, free of any platform: grammar, meaning, service, replies."""

from __future__ import annotations
