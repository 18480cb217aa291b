from __future__ import annotations

from bot.commands.standing import STATUS_WORDS
from bot.domain.alert import DeliveryStatus


def test_every_status_of_a_delivery_has_words_for_people() -> None:
    assert set(STATUS_WORDS) == set(DeliveryStatus)
