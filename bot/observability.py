"""Logs and metrics: events, not sentences; counted, never guessed. Secrets are masked."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

REGISTRY = CollectorRegistry()

POLLS = Counter(
    "tidings_polls", "Polls of a source by outcome", ("source", "outcome"), registry=REGISTRY
)
STORIES = Counter("tidings_stories", "New story versions stored", ("source",), registry=REGISTRY)
REJECTED = Counter(
    "tidings_item_problems",
    "Feed items or fields that were refused",
    ("source",),
    registry=REGISTRY,
)
ALERTS = Counter(
    "tidings_alerts", "Alerts by kind and outcome", ("kind", "outcome"), registry=REGISTRY
)
SENDS = Counter(
    "tidings_sends", "Sends to a platform by outcome", ("platform", "outcome"), registry=REGISTRY
)
LAG = Histogram(
    "tidings_delivery_seconds",
    "From an alert's record to the platform's confirmation",
    ("platform",),
    buckets=(0.1, 0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 7_200),
    registry=REGISTRY,
)
QUEUE = Gauge("tidings_deliveries", "Deliveries by status", ("status",), registry=REGISTRY)
COMMANDS = Counter(
    "tidings_commands", "Commands by verb and outcome", ("verb", "outcome"), registry=REGISTRY
)

_TOKENS = re.compile(
    r"xox[abeprs]-[\w-]{6,}|xapp-[\w-]{6,}|[MNO][\w-]{22,28}\.[\w-]{6}\.[\w-]{27,}"
)
# What libraries say about their own life; our events say what matters of it.
_NOISY = {
    "alembic": logging.WARNING,
    "aiohttp.access": logging.WARNING,
    "apscheduler": logging.ERROR,  # it warns whenever a poll takes longer than its interval
    "discord": logging.WARNING,
    "discord.client": logging.ERROR,  # it warns of missing voice libraries at every start
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "slack_sdk": logging.WARNING,
    "uvicorn": logging.WARNING,
}


def metrics_text() -> bytes:
    """All metrics in Prometheus' text format."""
    return generate_latest(REGISTRY)


def mask(text: str) -> str:
    """`text` with every Slack or Discord token made unreadable."""
    return _TOKENS.sub("[token]", text)


def configure_logging(*, level: str, style: Literal["console", "json"]) -> None:
    """Send our events and the SDKs' records to stderr through one chain."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
        _masked,
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=24)
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name, lowest in _NOISY.items():
        logging.getLogger(name).setLevel(lowest)


def _masked(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = mask(value)
    return event
