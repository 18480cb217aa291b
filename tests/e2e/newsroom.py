"""One invented event as several desks would write it up, each in its own words."""

from __future__ import annotations

from tests.e2e.feeds import Publisher

TITLE = "Norland port authority halts all container traffic at Harrow after crane collapse"

AGENCY = (
    "Norland port authority halts container traffic at Harrow after crane collapse",
    (
        "The Norland Port Authority halted all container traffic at the port of Harrow on Tuesday "
        "after a crane collapsed across two berths, chief executive Marta Velin said. The shutdown "
        "affects 14 vessels and about $120 million of cargo a day. Velin said in a statement that "
        "the terminal would stay closed until safety inspectors finish their work in Germany and the "
        "Netherlands, where two sister cranes stand."
    ),
)
PAPER = (
    "Harrow container port shut down as crane falls across berths",
    (
        "Container traffic at the port of Harrow came to a standstill on Tuesday when a crane fell "
        "over two berths. Marta Velin, who runs the Norland Port Authority, told reporters that the "
        "port is closed to container ships. Fourteen vessels are waiting outside, and cargo worth "
        "$120 million is held up each day, according to the authority. Shipping lines are rerouting "
        "to Rotterdam."
    ),
)
TRADE = (
    "Crane collapse closes Harrow container terminal, 14 ships waiting",
    (
        "Norland Port Authority has suspended container operations at Harrow following the collapse "
        "of a ship-to-shore crane, it announced in a statement on Tuesday. The halt leaves 14 ships "
        "at anchor. Carriers have begun to divert boxes to Hamburg in Germany and to Rotterdam in the "
        "Netherlands; the authority puts the value of delayed cargo at $120 million a day."
    ),
)
RUMOUR = (
    "Velmar Bank is reportedly in talks to sell its insurance arm to Ostrava Group",
    (
        "Velmar Bank is reportedly in talks to sell its insurance arm to Ostrava Group for $3 billion, "
        "people familiar with the matter said. A deal could come on Friday in Vienna, the people said, "
        "and could still fall apart."
    ),
)


def publishers() -> tuple[Publisher, Publisher, Publisher, Publisher]:
    """An agency, a newspaper, a trade paper and an outlet that copies."""
    return (
        Publisher(name="norwire", publisher="Norland News Agency", kind="wire"),
        Publisher(name="courier", publisher="The Harrow Courier"),
        Publisher(name="boxship", publisher="Boxship Weekly", kind="trade"),
        Publisher(name="mirror", publisher="The Daily Mirrorer"),
    )
