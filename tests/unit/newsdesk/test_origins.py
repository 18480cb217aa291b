from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.report import Report, ReportId, SourceKind
from bot.newsdesk.origins.count import Origin, origins
from bot.newsdesk.publishers.agencies import agency
from bot.newsdesk.reports.normalize import report_from_fields

LABELLED = Path(__file__).parents[2] / "data" / "origins" / "reports.jsonl"
NOW = datetime(2026, 6, 30, tzinfo=UTC)
BODY = (
    "The council of Brackwater voted on Monday to close its last public swimming bath at the end "
    "of the summer, after engineers found cracks in the roof that would cost four million to mend. "
    "Campaigners had gathered eleven thousand signatures against the plan. The leader of the "
    "council, Mary Tunnock, told residents that the money was simply not there and that a smaller "
    "pool could be built beside the school within five years if a grant was won."
)
OTHER_BODY = (
    "Swimmers in Brackwater will have to travel nineteen miles from September. In a chamber so full "
    "that people sat on the stairs, members decided by seven votes to five to give up the "
    "Edwardian baths whose glass dome was once the pride of the county. Lifeguard Dean Orrell, "
    "who learned to float there at the age of three, left before the end; he said that a town "
    "which cannot teach its children to swim beside a river is not a serious place."
)


@cache
def labelled() -> dict[str, tuple[tuple[Report, ...], frozenset[frozenset[str]]]]:
    reports: dict[str, list[Report]] = defaultdict(list)
    gold: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in LABELLED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reports[row["event"]].append(report_from_fields(row, NOW))
        gold[row["event"]][row["origin"]].add(row["id"])
    return {
        event: (
            tuple(each),
            frozenset(frozenset(group) for group in gold[event].values()),
        )
        for event, each in reports.items()
    }


def report(id_: str, publisher: str, text: str = BODY, **fields: object) -> Report:
    values: dict[str, object] = {
        "id": ReportId(id_),
        "publisher": publisher,
        "url": f"https://{publisher.lower().replace(' ', '')}.example/{id_}",
        "title": f"Brackwater to lose its baths, {id_}",
        "text": text,
        "published_at": datetime(2026, 3, 6, tzinfo=UTC),
        **fields,
    }
    return Report(**values)  # type: ignore[arg-type]


def only(found: tuple[Origin, ...]) -> Origin:
    assert len(found) == 1
    return found[0]


# "With inputs from agencies" beside one named agency: taken for that agency, which may undercount.
UNDERCOUNTED = "outage"


@pytest.mark.parametrize("event", sorted(labelled().keys() - {UNDERCOUNTED}))
def test_the_labelled_events_are_traced_to_their_origins(event: str) -> None:
    reports, gold = labelled()[event]

    assert {frozenset(origin.reports) for origin in origins(reports)} == gold


def test_the_count_of_origins_is_within_five_percent() -> None:
    error = sum(abs(len(origins(reports)) - len(gold)) for reports, gold in labelled().values())

    assert error <= 0.05 * sum(len(gold) for _, gold in labelled().values())


def test_the_labelled_set_is_large_enough() -> None:
    assert len(labelled()) >= 10
    assert sum(len(reports) for reports, _ in labelled().values()) >= 120


def test_two_independent_reports_are_two_origins() -> None:
    found = origins([report("a", "Harbour Times"), report("b", "County Post", OTHER_BODY)])

    assert [origin.name for origin in found] == ["Harbour Times", "County Post"]
    assert all(origin.why == () for origin in found)


def test_no_reports_have_no_origin() -> None:
    assert origins([]) == ()


def test_a_copy_says_how_much_it_shares_and_with_whom() -> None:
    copy = report("b", "County Post", published_at=datetime(2026, 3, 7, tzinfo=UTC))

    origin = only(origins([copy, report("a", "Harbour Times")]))

    assert origin.name == "Harbour Times"
    assert [(one.report, one.because) for one in origin.why] == [
        ("b", "copy: 100 % of its 4-word shingles stand in Harbour Times")
    ]


def test_a_shared_quotation_makes_no_copy() -> None:
    quote = (
        '"We have looked at every figure three times, we have asked the county and the '
        "government, we have walked the roof with the engineers, and there is no honest way in "
        'which I can promise the people of this town that their baths will open again," she said. '
    )

    assert len(origins([report("a", "Harbour Times", quote + BODY),
                        report("b", "County Post", quote + OTHER_BODY)])) == 2  # fmt: skip


def test_sister_sites_are_one() -> None:
    sisters = [
        report("a", "Harbour Times", owner="Bay Media"),
        report("b", "County Post", OTHER_BODY, owner="Bay Media"),
    ]

    origin = only(origins(sisters))

    assert origin.name == "Bay Media"
    assert {one.because for one in origin.why} == {"same owner (Bay Media)"}


def test_known_sister_sites_need_no_setting() -> None:
    sisters = [
        report("a", "The Wall Street Journal", url="https://www.wsj.com/a"),
        report("b", "MarketWatch", OTHER_BODY, url="https://www.marketwatch.com/b"),
    ]

    assert only(origins(sisters)).name == "News Corp"


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("BRACKWATER, March 6 (Reuters) - " + BODY, ""),
        (BODY + " (Reuters)", ""),
        (BODY + "\nReuters", ""),
        (BODY, "BRACKWATER, March 6 (Reuters) -"),
        (BODY, "Reporting by A. Reed for Reuters"),
    ],
)
def test_a_credit_line_makes_it_the_agencys(text: str, credit: str) -> None:
    origin = only(origins([report("a", "Harbour Times", text, credit=credit)]))

    assert (origin.name, origin.kind) == ("Reuters", SourceKind.WIRE)
    assert origin.why[0].because == "credit line (Reuters)"


def test_an_unnamed_syndicated_feed_is_the_one_agency_there_is() -> None:
    note = "(This story is published from a syndicated feed.)"
    reports = [
        report("a", "Harbour Times", "(AFP) - " + BODY),
        report("b", "County Post", f"{OTHER_BODY} {note}"),
    ]

    assert only(origins(reports)).name == "AFP"
    assert only(origins(reports[1:])).name == "a syndicated feed"


@pytest.mark.parametrize(
    "lead",
    [
        "The council will close the baths, the Financial Times reported on Monday. ",
        "Mary Tunnock told the Financial Times that the baths would close. ",
        "According to a report in the Financial Times, the baths will close. ",
    ],
)
def test_a_report_that_rests_on_another_outlet_is_that_outlets(lead: str) -> None:
    origin = only(origins([report("a", "Harbour Times", lead + OTHER_BODY)]))

    assert origin.name == "Financial Times"
    assert origin.why[0].because.startswith("derived: '")
    assert origin.retold == {"a"}


@pytest.mark.parametrize(
    "text",
    [
        "Economists polled by Reuters had expected no closure, Reuters data shows. " + OTHER_BODY,
        OTHER_BODY + " Long ago, the Financial Times reported on the dome.",
        "It is about time. Time said nothing. " + OTHER_BODY,
    ],
)
def test_a_passing_mention_derives_nothing(text: str) -> None:
    assert only(origins([report("a", "Harbour Times", text)])).name == "Harbour Times"


@pytest.mark.parametrize(
    "lead",
    [
        "Laut Handelsblatt wird das Bad geschlossen. ",
        "Das Bad wird geschlossen, berichtet das Handelsblatt unter Berufung auf den Rat. ",
        "Le bassin va fermer, selon le Handelsblatt. ",
        "La piscina cerrará, según Handelsblatt. ",
    ],
)
def test_a_citation_counts_in_other_languages_too(lead: str) -> None:
    assert only(origins([report("a", "Harbour Times", lead + OTHER_BODY)])).name == "Handelsblatt"


def test_an_agency_that_only_passes_on_a_papers_news_is_no_voice_of_its_own() -> None:
    passed = "(Reuters) - The baths will close, the Financial Times reported on Monday. "
    paper = report("f", "Financial Times", url="https://www.ft.com/baths")
    wire = report("w", "Reuters", passed + OTHER_BODY, kind=SourceKind.WIRE)
    asked = replace(wire, text=f"{passed}{OTHER_BODY} A clerk told Reuters that it was so.")

    assert only(origins([paper, wire])).name == "Financial Times"
    assert [origin.name for origin in origins([paper, asked])] == ["Financial Times", "Reuters"]


def test_an_agency_is_one_under_its_name_its_domain_and_in_a_citation() -> None:
    wire = report(
        "w", "Associated Press", kind=SourceKind.WIRE, url="https://apnews.com/article/baths"
    )
    cites = report(
        "a", "Harbour Times", "It will close, The Associated Press reported. " + OTHER_BODY
    )

    assert only(origins([wire, cites])).name == "Associated Press"


def test_nobody_derives_from_himself() -> None:
    own = report(
        "a", "The Guardian", "She told the Guardian so. " + BODY, url="https://theguardian.com/a"
    )

    assert only(origins([own])).why == ()


def test_a_press_release_behind_several_is_its_issuer() -> None:
    release = report("r", "Brackwater Council", kind=SourceKind.PRIMARY)
    printed = [
        report("a", "Harbour Times", BODY + " More on page four of our paper this week."),
        report("b", "County Post", BODY[:300]),
    ]

    origin = only(origins([*printed, release]))

    assert (origin.name, origin.kind) == ("Brackwater Council", SourceKind.PRIMARY)
    assert "press release of Brackwater Council" in {one.because for one in origin.why}


def test_a_short_item_in_the_issuers_own_words_is_the_issuers() -> None:
    statement = (
        "Orrick Mills regrets the fire in Brackwater. We stopped buying from the plant in May 2025. "
        "We will pay 90,000 pounds into a fund for the families. Our director Ada Bell will travel "
        "to Brackwater this week. We will publish a list of all our suppliers by 1 March."
    )
    retelling = (
        "Orrick Mills regrets the fire in Brackwater. It stopped buying from the plant in May 2025. "
        "It will pay 90,000 pounds into a fund for the families. "
    )
    own = "Firemen found the gate locked, and a guard who had fled with the only key to it. "
    issued = report("p", "Orrick Mills", statement, kind=SourceKind.PRIMARY, title="Statement")

    assert only(origins([issued, report("a", "Cloth Weekly", retelling)])).name == "Orrick Mills"
    mixed = retelling.split(". ", maxsplit=1)[0] + ". " + own
    assert len(origins([issued, report("a", "Cloth Weekly", mixed)])) == 2


def test_a_publisher_named_in_capitals_is_cited_by_them() -> None:
    cited = report("b", "Fierce Baths", "Ada Bell wants to sell the baths, BATH reported. No more.")
    found = origins([report("a", "BATH", BODY), cited])

    assert only(found).name == "BATH"


def test_a_publisher_with_an_everyday_name_is_no_citation() -> None:
    text = "A swimmer told Observer of the crack. " + OTHER_BODY
    found = origins([report("a", "Observer", BODY), report("b", "Harbour Times", text)])

    assert [origin.name for origin in found] == ["Observer", "Harbour Times"]


def test_an_aggregator_is_never_an_origin_beside_others() -> None:
    reports = [
        report("a", "Harbour Times"),
        report("g", "News Pile", OTHER_BODY, kind=SourceKind.AGGREGATOR),
    ]

    origin = only(origins(reports))

    assert origin.name == "Harbour Times"
    assert [one.because for one in origin.why] == ["aggregator (News Pile)"]


def test_short_items_with_one_title_are_one_within_two_days() -> None:
    title = "Brackwater council votes to close swimming bath for good"
    first = report("a", "Harbour Times", "", title=title)
    soon = report("b", "County Post", "", title=title + " today")
    late = replace(soon, published_at=datetime(2026, 3, 12, tzinfo=UTC))

    assert len(origins([first, soon])) == 1
    assert len(origins([first, late])) == 2


EVENTS = st.sampled_from(sorted(labelled()))


@settings(max_examples=40, deadline=None)
@given(EVENTS, st.randoms(use_true_random=False))
def test_no_order_of_arrival_changes_the_origins(event: str, rng: object) -> None:
    reports = list(labelled()[event][0])
    shuffled = list(reports)
    rng.shuffle(shuffled)  # type: ignore[attr-defined]

    assert origins(shuffled) == origins(reports)


@st.composite
def copied(draw: st.DrawFn) -> tuple[tuple[Report, ...], Report]:
    """An event, and a copy of one of its reports as another outlet might print it."""
    reports, _ = labelled()[draw(EVENTS)]
    source = draw(st.sampled_from(reports))
    sentences = source.text.split(". ")
    kept = draw(st.integers(min(2, len(sentences)), len(sentences)))
    # Agencies are copied and do not copy.
    outlet = draw(
        st.sampled_from(
            [
                "Brand New Paper",
                "Another Site",
                *(r.publisher for r in reports if not agency(r.publisher)),
            ]
        )
    )
    title = draw(
        st.sampled_from([source.title, "In other words: " + source.title, "What we know so far"])
    )
    copy = replace(
        source,
        id=ReportId(draw(st.sampled_from(["a-copy", "zz-copy"]))),
        publisher=outlet,
        url=draw(st.sampled_from(["", "https://copycat.example/1"])),
        title=title,
        text=". ".join(sentences[:kept]),
        published_at=source.published_at and source.published_at + timedelta(hours=draw(st.integers(0, 30))),
        kind=draw(st.sampled_from([SourceKind.OUTLET, SourceKind.AGGREGATOR, SourceKind.UNKNOWN])),
        owner="",
    )  # fmt: skip
    return reports, copy


@settings(max_examples=80, deadline=None)
@given(copied())
def test_adding_a_copy_changes_no_count(case: tuple[tuple[Report, ...], Report]) -> None:
    reports, copy = case

    before, after = origins(reports), origins([*reports, copy])

    assert len(after) == len(before)
    assert sum(len(origin.reports) for origin in after) == len(reports) + 1


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from([r for reports, _ in labelled().values() for r in reports]), max_size=9
    )
)
def test_every_report_has_exactly_one_origin(reports: list[Report]) -> None:
    counted = [one for origin in origins(reports) for one in origin.reports]

    assert sorted(counted) == sorted({one.id for one in reports})
