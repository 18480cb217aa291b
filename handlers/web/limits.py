"""Our own limits: what one request may hold, what a page shows, how long a stream lives."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot.ports.channels import Pace

REQUEST_BODY: Final = 16 * 1024
"""Bytes of a request; commands are short, and nothing else is ever sent to us."""
COMMAND_TEXT: Final = 2_000
COMPLETIONS: Final = 10
ACTION: Final = 60
ACTION_VALUE: Final = 400

TAKEAWAY: Final = 320
"""Characters of a takeaway on a card; the story page has all of it."""
WHY: Final = 400
CHANGE: Final = 320
ROLL_UP_STORIES: Final = 10
PAGE_BLOCK: Final = 20_000
"""Characters of one text on the story page."""
PAGE_LIST: Final = 200
"""Rows of one list on the story page."""
LISTED: Final = 10_000
"""Messages that the interface lists at most, the latest ones."""
MESSAGES: Final = 200
"""Messages that a reader who was away is told of."""
PAGE_MESSAGES: Final = 100
"""Messages that the page opens with."""
PANEL_DELIVERIES: Final = 8
NEAREST_STORIES: Final = 5
SEARCHED_STORIES: Final = 150
FEED_PAGE: Final = 50

KEEP_ALIVE: Final = timedelta(seconds=15)
"""Silence after which a stream says that it is alive; proxies give up after 30 to 60 seconds."""
RECONNECT: Final = timedelta(seconds=2)
EVENTS_WAITING: Final = 256
"""A reader that is this far behind is disconnected and resumes where it was."""
STREAMS: Final = 200
SHUTDOWN: Final = timedelta(seconds=2)

SESSION: Final = timedelta(days=30)
FAILED_LOGINS: Final = 10
"""Wrong passwords from one address within the window before it has to wait."""
FAILED_WINDOW: Final = timedelta(minutes=1)
ADDRESSES_WATCHED: Final = 10_000

# The table takes whatever SQLite takes; the worker only needs some number.
CHANNEL_PACE: Final = Pace(messages=100, per=timedelta(seconds=1))
ACCOUNT_PACE: Final = Pace(messages=1_000, per=timedelta(seconds=1))
