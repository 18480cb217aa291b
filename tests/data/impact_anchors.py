"""The anchors of the impact rubric, as texts of ours; read by the tests and by bench/impact.py."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A text and the range its score must lie in."""

    name: str
    title: str
    text: str
    lowest: int
    highest: int


ANCHORS = (
    Anchor(
        name="tariffs",
        title="United States puts 25% tariffs on $200bn of Chinese goods from Friday",
        text="Importers must pay the duty on furniture, machinery and food from Friday morning.",
        lowest=9,
        highest=10,
    ),
    Anchor(
        name="rate move",
        title="Central bank raises its key rate by a quarter point to 3.5%",
        text="The bank said inflation remains above its target. The vote was unanimous.",
        lowest=7,
        highest=7,
    ),
    Anchor(
        name="final rule",
        title="Regulator issues final rule: payment firms must report daily",
        text="Under the rule, payment firms send a daily report of suspicious transfers.",
        lowest=6,
        highest=6,
    ),
    Anchor(
        name="port halt",
        title="Port halts operations after crane collapse",
        text="The terminal stopped loading ships on Tuesday. No vessel can leave the harbour.",
        lowest=4,
        highest=6,
    ),
    Anchor(
        name="opinion",
        title="Opinion: trade wars have no winners",
        text="Tariffs and export bans reshape supply chains. Ultimately, everybody pays more.",
        lowest=1,
        highest=4,
    ),
    Anchor(
        name="coach",
        title="Club replaces its coach after a run of defeats",
        text="The new coach takes over training today and will sit on the bench on Saturday.",
        lowest=1,
        highest=1,
    ),
)
