"""What an error of a platform means for the delivery: one place, one table in the docs.

Pure: error, delivery, time and chance in, a settlement out. What it says about the channel or
the account beside the delivery is carried out by the worker.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from bot.domain.alert import Delivery, DeliveryStatus
from bot.errors import (
    AccountUnavailable,
    AmbiguousDelivery,
    ChannelUnavailable,
    ContentRefused,
    MessageGone,
    PermanentDeliveryError,
    TransientDeliveryError,
)

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=5)
GIVE_UP_AFTER = timedelta(hours=24)
"""News that could not be posted for a day is none; together with `GIVE_UP_ATTEMPTS`."""
GIVE_UP_ATTEMPTS = 20
ACCOUNT_PAUSE = timedelta(hours=1)
"""A dead token is tried again this often, and at every start."""


class LookupRefusedError(PermanentDeliveryError):
    """The platform does not let us look whether an unanswered message was posted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """How a delivery stands after an attempt that was not confirmed."""

    status: DeliveryStatus
    error: str
    next_at: datetime
    ambiguous: bool = False
    plain: bool = False
    counts: bool = True
    hold_account: bool = False
    """Nothing of the account before `next_at`."""
    channel_gone: bool = False
    """Pause the channel; `error` says why and how to mend it."""


def settlement(  # noqa: PLR0911 - a table: one return per class of error
    error: BaseException, delivery: Delivery, *, now: datetime, chance: Random
) -> Settlement:
    """What to do after `error`. Anything that is no DeliveryError may have happened anywhere."""
    words, again = _words(error), now + backoff(delivery.attempts, chance)
    match error:
        case TransientDeliveryError(retry_after=pause):
            return _retry(
                delivery,
                words,
                now=now,
                next_at=again if pause is None else now + pause,
                ambiguous=delivery.ambiguous,
                counts=error.counts,
                hold_account=error.whole_account,
            )
        case LookupRefusedError():
            return Settlement(
                status=DeliveryStatus.UNCERTAIN, error=words, next_at=now, ambiguous=True
            )
        case ContentRefused() if not delivery.plain:
            return Settlement(
                status=DeliveryStatus.RETRYING, error=words, next_at=now, plain=True, counts=False
            )
        case ContentRefused() | PermanentDeliveryError():
            return Settlement(status=DeliveryStatus.FAILED, error=words, next_at=now)
        case MessageGone():
            return Settlement(status=DeliveryStatus.DROPPED, error=words, next_at=now)
        case ChannelUnavailable(fix=fix):
            return Settlement(
                status=DeliveryStatus.HELD,
                error=f"{words} {fix}".strip(),
                next_at=now,
                ambiguous=delivery.ambiguous,
                channel_gone=True,
            )
        case AccountUnavailable():
            return Settlement(
                status=DeliveryStatus.RETRYING,
                error=words,
                next_at=now + ACCOUNT_PAUSE,
                ambiguous=delivery.ambiguous,
                counts=False,
                hold_account=True,
            )
        case AmbiguousDelivery() | _:
            return _retry(delivery, words, now=now, next_at=again, ambiguous=True)


def backoff(attempts: int, chance: Random) -> timedelta:
    """The pause after that many attempts: doubling, half of it by chance."""
    doubled: int = 2 ** min(max(attempts - 1, 0), 20)
    pause = min(FIRST_PAUSE * doubled, LONGEST_PAUSE)
    return pause * (0.5 + chance.random() / 2)


def _retry(
    delivery: Delivery,
    words: str,
    *,
    now: datetime,
    next_at: datetime,
    ambiguous: bool,
    counts: bool = True,
    hold_account: bool = False,
) -> Settlement:
    begun = delivery.created_at or now
    if delivery.attempts >= GIVE_UP_ATTEMPTS and now - begun > GIVE_UP_AFTER:
        status = DeliveryStatus.UNCERTAIN if ambiguous else DeliveryStatus.FAILED
        words = f"given up after {delivery.attempts} attempts: {words}"
    else:
        status = DeliveryStatus.RETRYING
    return Settlement(
        status=status,
        error=words,
        next_at=next_at,
        ambiguous=ambiguous,
        counts=counts,
        hold_account=hold_account,
    )


def _words(error: BaseException) -> str:
    code = getattr(error, "code", "")
    said = str(error) or type(error).__name__
    return f"{said} ({code})" if code and code not in said else said
