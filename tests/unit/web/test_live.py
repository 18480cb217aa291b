from __future__ import annotations

from bot.domain.channel import ChannelId
from handlers.web import limits
from handlers.web.live import Live, Notice, Signal

MAIN = ChannelId("web:local/main")
POSTED = Notice(Signal.POSTED)


def test_everybody_in_the_channel_hears_and_nobody_else() -> None:
    live = Live()
    one, two = live.listen(MAIN), live.listen(MAIN)
    elsewhere = live.listen(ChannelId("web:local/other"))
    live.tell(MAIN, POSTED)
    assert one.get_nowait() == two.get_nowait() == POSTED
    assert elsewhere.empty()


def test_who_left_hears_nothing_and_is_not_counted() -> None:
    live = Live()
    listener = live.listen(MAIN)
    live.leave(MAIN, listener)
    live.tell(MAIN, POSTED)
    assert listener.empty()
    assert live.count == 0


def test_a_reader_that_does_not_keep_up_is_ended_not_waited_for() -> None:
    live = Live()
    slow = live.listen(MAIN)
    for _ in range(limits.EVENTS_WAITING + 1):
        live.tell(MAIN, POSTED)
    assert slow.get_nowait().signal is Signal.END
    assert slow.empty()


def test_closing_ends_every_stream_and_those_that_come_late() -> None:
    live = Live()
    listener = live.listen(MAIN)
    live.close()
    assert listener.get_nowait().signal is Signal.END
    assert live.listen(MAIN).get_nowait().signal is Signal.END
    live.open()
    assert live.listen(MAIN).empty()
