"""Every port: what the core needs from the outside, and what plug-ins implement.

All times are aware and UTC. Adapters raise only the errors of `bot.errors`.
"""

from __future__ import annotations
