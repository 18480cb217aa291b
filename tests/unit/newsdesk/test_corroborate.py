"""Which origins carry a claim, and from whom they have it."""

from __future__ import annotations

from bot.domain.report import Report, SourceKind
from bot.domain.story import StoryId
from bot.newsdesk.pipeline import prepared
from bot.newsdesk.verifying.attribution import Sourcing
from bot.newsdesk.verifying.confidence import Attribution
from bot.newsdesk.verifying.corroborate import Candidate, corroborate
from tests.unit.newsdesk.wire import NOW, told


def candidate(*reports: Report) -> Candidate:
    return corroborate(StoryId("s"), [prepared(report, now=NOW) for report in reports])


def sourcing(*reports: Report) -> Sourcing:
    (only,) = candidate(*reports).told
    return Sourcing(attribution=only.voice.attribution, words=only.hedge)


def rumour(text: str = "Two people with knowledge of the talks said so.") -> Report:
    return told(
        "r",
        "Reuters",
        "https://www.reuters.com/r",
        SourceKind.WIRE,
        "Exclusive: Valdoria weighs sale of its grain ports",
        f"KOLM, March 6 (Reuters) - Valdoria may sell its three grain ports. {text}",
    )


def retold(lead: str) -> Report:
    more = (
        "Millers along the river have waited for such a step since the autumn, and shipping rates "
    )
    return told(
        "d",
        "Harbour Gazette",
        "https://gazette.example/d",
        SourceKind.TRADE,
        "Valdoria could sell grain ports, Reuters says",
        f"{lead} {more} had risen before. Valdoria handles a tenth of the grain of the region.",
        hours=3,
    )


def test_who_retells_a_rumour_does_not_name_its_source() -> None:
    passed_on = retold("The grain ports of Valdoria may be sold, Reuters reported on Friday.")

    assert sourcing(rumour(), passed_on).attribution is Attribution.UNNAMED
    assert sourcing(passed_on).attribution is Attribution.UNNAMED


def test_who_retells_a_named_source_names_it_too() -> None:
    named = retold("The grain ports may be sold, Transport Minister Ada Bell told Reuters.")

    assert sourcing(named).attribution is Attribution.NAMED
    said = rumour("Transport Minister Ada Bell said so on Friday.")
    assert sourcing(said, retold("Reuters reported a sale.")).attribution is Attribution.NAMED


def test_one_place_in_two_spellings_is_one_place() -> None:
    ours = told(
        "a",
        "Reuters",
        "https://www.reuters.com/a",
        SourceKind.WIRE,
        "Flood cuts off Sárvár, nine missing",
        "The army sent boats on Friday.",
    )
    theirs = told(
        "b",
        "Kolm Tidende",
        "https://tidende.example/b",
        SourceKind.OUTLET,
        "Nine people gone in Sarvar",
        "The water rose within an hour, mayor Ada Bell told this paper.",
    )

    assert len(candidate(ours, theirs).told) == 2


def alert(key: str, title: str, text: str, hours: int) -> Report:
    address = f"https://office.example/{key}"
    return told(key, "Kolm Food Office", address, SourceKind.PRIMARY, title, text, hours=hours)


def local(text: str, hours: int) -> Report:
    address = "https://radio.example/beer"
    title = "Shops in Kolm clear shelves of Orrick beer"
    return told("l", "Radio Kolm", address, SourceKind.OUTLET, title, text, hours=hours)


def test_what_stood_on_a_document_falls_when_its_issuer_takes_it_back() -> None:
    issued = alert("a", "Alert 88: glass in Orrick beer of Kolm", "Do not drink it.", 0)
    annulled = alert("b", "Office annuls alert 88 on Orrick beer of Kolm", "A test failed.", 9)
    stood_on = "Two shops had no beer left after the alert, Ada Bell said."
    by_itself = "Two drinkers were cut by glass in the beer, doctor Ada Bell said."

    fell = candidate(issued, local(stood_on, 3), annulled)
    assert not fell.told
    assert fell.retraction.startswith("Kolm Food Office")
    assert [one.name for one in candidate(issued, local(by_itself, 3), annulled).told]
    assert [one.name for one in candidate(issued, local(stood_on, 12), annulled).told]
    assert len(candidate(issued, local(stood_on, 3)).told) == 2
