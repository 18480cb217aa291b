from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report import SourceKind
from bot.domain.story import ConfidenceLabel
from bot.newsdesk.verifying.confidence import (
    ATTRIBUTION,
    RELIABILITY,
    Attribution,
    Voice,
    band,
    confidence,
)

NAMED = Attribution.NAMED
_voices = st.builds(
    Voice,
    name=st.sampled_from(("A", "B", "C", "D")),
    kind=st.sampled_from(SourceKind),
    attribution=st.sampled_from(Attribution),
)
_shares = st.floats(min_value=0, max_value=1)


def test_one_agency_alone_stays_below_the_cap_of_a_single_origin() -> None:
    assert confidence([Voice(name="W", kind=SourceKind.WIRE, attribution=NAMED)]).value == 0.5


def test_one_primary_document_reaches_medium() -> None:
    found = confidence([Voice(name="P", kind=SourceKind.PRIMARY, attribution=NAMED)])
    assert (found.value, found.label) == (0.65, ConfidenceLabel.MEDIUM)


def test_two_named_outlets_multiply_their_doubts() -> None:
    outlet = Voice(name="O", kind=SourceKind.OUTLET, attribution=NAMED)
    assert confidence([outlet, outlet]).value == pytest.approx(1 - 0.4 * 0.4)


def test_dispute_and_cohesion_lower_it() -> None:
    wires = [Voice(name=name, kind=SourceKind.WIRE, attribution=NAMED) for name in "ABC"]
    assert confidence(wires).value == 0.97
    assert confidence(wires, disputed_share=1).value == pytest.approx(0.49)
    assert confidence(wires, cohesion=0.5).value == pytest.approx(0.49)


def test_no_voice_means_no_confidence() -> None:
    assert confidence([]).value == 0


@pytest.mark.parametrize(("value", "label"), [(0.49, "low"), (0.5, "medium"), (0.75, "medium")])
def test_bands(value: float, label: str) -> None:
    assert band(value) == label
    assert band(0.76) is ConfidenceLabel.HIGH


def test_every_kind_and_attribution_has_a_weight() -> None:
    assert set(RELIABILITY) == set(SourceKind)
    assert set(ATTRIBUTION) == set(Attribution)


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_share_outside_zero_to_one_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="disputed_share"):
        confidence([], disputed_share=share)


@given(st.lists(_voices, max_size=6), _voices, _shares, _shares)
def test_another_origin_never_lowers_it(
    voices: list[Voice], added: Voice, disputed: float, cohesion: float
) -> None:
    before = confidence(voices, disputed_share=disputed, cohesion=cohesion)
    after = confidence([*voices, added], disputed_share=disputed, cohesion=cohesion)
    assert 0 <= before.value <= after.value <= 0.97


@given(st.lists(_voices, max_size=6))
def test_order_of_origins_does_not_change_value_or_label(voices: list[Voice]) -> None:
    turned = confidence(voices[::-1])
    assert (turned.value, turned.label) == (confidence(voices).value, confidence(voices).label)
