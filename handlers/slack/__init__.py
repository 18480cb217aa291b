"""Slack: Socket Mode in, Web API out. The only place that knows Slack's SDK and its rules."""

from __future__ import annotations
