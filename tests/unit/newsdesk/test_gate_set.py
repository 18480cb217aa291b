"""The gate agrees with a careful editor on candidates it was not tuned on."""

from __future__ import annotations

from functools import cache

from bench.gate import BAR, HELD_BACK, outlets
from bot.newsdesk.verifying.gate import State
from tests.data.gate_set import Candidate, judged, read_candidates


@cache
def candidates() -> tuple[Candidate, ...]:
    return read_candidates()


def test_the_set_is_large_and_half_of_it_was_held_back() -> None:
    held_back = [one for one in candidates() if one.part == HELD_BACK]
    assert len(candidates()) >= 60
    assert len(held_back) >= sum(one.part == "tuned" for one in candidates())
    assert {one.state for one in held_back} == set(State)


def test_the_gate_says_what_the_editor_says_on_the_candidates_held_back() -> None:
    held_back = [one for one in candidates() if one.part == HELD_BACK]
    right = sum(judged(one).decision.state is one.state for one in held_back)
    assert right >= BAR * len(held_back)
    assert right > sum(outlets(one) is one.state for one in held_back)


def test_nothing_that_should_stay_off_the_page_is_published() -> None:
    kept = {State.REJECT, State.HOLD}
    slipped = [
        one.why for one in candidates() if one.state in kept and judged(one).decision.published
    ]
    assert slipped == []


def test_every_reason_is_a_sentence_for_people() -> None:
    for one in candidates():
        reason = judged(one).decision.reason
        assert reason[0].isupper() or reason[0].isdigit()
        assert "{" not in reason
        assert "1 origins" not in reason
