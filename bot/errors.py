"""The error tree. Every message says what happened, where, and what to do.

TidingsError
├── ConfigError                 config.yaml, the environment or a file given on the command line
├── RequestRefused              a person asked for something that cannot be done; shown to them
├── SourceError
│   ├── FetchError              the address did not answer as a feed should
│   └── ParseError              it answered, but with something we cannot read
├── StoreError                  the database cannot be opened, written or migrated
└── DeliveryError
    ├── TransientDeliveryError  nothing was posted; try again later
    ├── AmbiguousDelivery       no answer: it may have been posted; look before repeating
    ├── ContentRefused          the platform refused this very message; send it plain once
    ├── PermanentDeliveryError  this message can never be delivered (e.g. blocked by a filter)
    ├── MessageGone             the message to edit or reply to no longer exists
    ├── ChannelUnavailable      the channel is gone or forbidden; pause it with the reason
    └── AccountUnavailable      the token or the whole workspace is refused; stop its queue
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta


class TidingsError(Exception):
    """Anything Tidings can explain to a person."""


class ConfigError(TidingsError):
    """A setting is wrong. The message names the key, its value and the nearest valid ones."""


class RequestRefused(TidingsError):  # noqa: N818 - it is an answer to a person
    """A command cannot be carried out; `str(error)` is what the person reads."""

    def __init__(self, message: str, *, suggestions: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.suggestions = tuple(suggestions)


class SourceError(TidingsError):
    """A source could not be read. It is stored on the source and never stops another."""

    def __init__(self, message: str, *, source: str = "") -> None:
        super().__init__(message)
        self.source = source


class FetchError(SourceError):
    """The address did not answer, answered with an error, or broke a limit."""

    def __init__(
        self,
        message: str,
        *,
        source: str = "",
        retry_after: timedelta | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(message, source=source)
        self.retry_after = retry_after
        self.status = status
        """The HTTP status of the answer; None where there was none."""


class ParseError(SourceError):
    """The answer is not the format it should be."""


class StoreError(TidingsError):
    """The database cannot be opened, migrated or written."""


class DeliveryError(TidingsError):
    """Why a message could not be delivered; adapters raise only these."""

    def __init__(self, message: str, *, code: str = "") -> None:
        super().__init__(message)
        self.code = code
        """The platform's own code, e.g. `is_archived` or `50013`; for the log and the docs."""


class TransientDeliveryError(DeliveryError):
    """Certainly not posted. `retry_after` is the platform's own wait, None where it gave none."""

    def __init__(
        self,
        message: str,
        *,
        code: str = "",
        retry_after: timedelta | None = None,
        whole_account: bool = False,
        counts: bool = True,
    ) -> None:
        super().__init__(message, code=code)
        self.retry_after = retry_after
        self.whole_account = whole_account
        """The wait concerns every channel of the account, not this one only."""
        self.counts = counts
        """Whether it counts as an attempt; a rate limit does not."""


class AmbiguousDelivery(DeliveryError):  # noqa: N818 - it is a state, not a failure
    """The request may or may not have been carried out: no answer, a reset, a 5xx."""


class ContentRefused(DeliveryError):  # noqa: N818
    """The platform refused the form of this message: our fault; send the plain version once."""


class PermanentDeliveryError(DeliveryError):
    """This message can never be delivered; an operator should see why."""


class MessageGone(DeliveryError):  # noqa: N818
    """The message to edit or to reply to was deleted or can no longer be edited."""


class ChannelUnavailable(DeliveryError):  # noqa: N818
    """The channel is gone, archived or forbidden. `fix` tells a person how to mend it."""

    def __init__(self, message: str, *, code: str = "", fix: str = "") -> None:
        super().__init__(message, code=code)
        self.fix = fix


class AccountUnavailable(DeliveryError):  # noqa: N818
    """The token is dead or the app was removed: stop this account, keep its subscriptions."""
