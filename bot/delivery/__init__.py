"""From a matched story to a message that stands in a channel, exactly once."""

from __future__ import annotations
