"""The invariants of the newsdesk, over the whole pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from importlib.metadata import EntryPoint

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.report import Report, ReportId, SourceKind
from bot.domain.story import Story, StoryId, StoryStatus, source_line
from bot.domain.story_json import story_from_item, story_to_item
from bot.errors import ConfigError
from bot.newsdesk import analyzers, pipeline
from bot.newsdesk.analyzers import Noticed, installed_analyzers
from bot.newsdesk.assemble import Assembled, assemble
from bot.newsdesk.pipeline import STAGES, Desk, Outcome, assembled, prepared
from bot.newsdesk.text.urls import canonical_url
from bot.newsdesk.verifying.gate import State
from tests.unit.newsdesk.wire import NOW, a_report, tariff_reports, told

OTHERS = (
    a_report(
        "Peru declares emergency in Lima after port fire",
        "Peru declared an emergency in Lima on Thursday after a fire at the port, the interior "
        "ministry said. The fire destroyed 40 warehouses. Ships wait outside the harbour.",
        key="o1",
    ),
    a_report("Your horoscope for Friday: what the stars say to Leo", key="o2"),
    a_report(
        "Acme is reportedly in talks to buy Bolt for $2bn",
        "Acme is reportedly in talks to buy Bolt, people familiar with the matter said.",
        key="o3",
    ),
)


def made(reports: Sequence[Report], desk: Desk | None = None) -> Assembled:
    return assemble(reports, now=NOW, desk=desk)


def the_story(reports: Sequence[Report]) -> Story:
    (story,) = made(reports).stories
    return story


def copy_of(report: Report, number: int, *, trimmed: bool) -> Report:
    """The same text in another outlet, later, whole or without its last sentence."""
    text = report.text.rsplit(". ", 1)[0] + "." if trimmed else report.text
    return replace(
        report,
        id=ReportId(f"copy{number}"),
        publisher=f"Valley Courier {number}",
        url=f"https://courier{number}.example/story",
        kind=SourceKind.OUTLET,
        text=text,
        published_at=report.published_at and report.published_at + timedelta(hours=5),
    )


def scores(story: Story) -> tuple[object, ...]:
    return (story.sentiment, story.impact, story.verification.confidence, story.sources)


def test_the_stages_are_those_of_the_design() -> None:
    assert " -> ".join(STAGES) in (pipeline.__doc__ or "")


def test_three_origins_make_one_verified_story() -> None:
    story = the_story(tariff_reports())
    assert story.status is StoryStatus.VERIFIED
    assert (story.sources, story.verification.outlets) == (3, 3)
    assert "EU" in story.regions
    assert story.category == "trade"
    assert story.impact.score >= 6
    assert 2 <= len(story.takeaways) <= 4
    assert story.key_facts
    assert story.reading_minutes == 1


@settings(max_examples=15)
@given(
    picks=st.lists(st.tuples(st.integers(0, 2), st.booleans()), min_size=1, max_size=4),
)
def test_a_copy_changes_no_score_and_no_count(picks: list[tuple[int, bool]]) -> None:
    reports = tariff_reports()
    copies = [
        copy_of(reports[which], number, trimmed=trimmed)
        for number, (which, trimmed) in enumerate(picks)
    ]
    before, after = the_story(reports), the_story([*reports, *copies])
    assert scores(after) == scores(before)
    assert after.headline == before.headline
    assert [fact.corroborated_by for fact in after.key_facts] == [
        fact.corroborated_by for fact in before.key_facts
    ]
    assert after.verification.outlets == before.verification.outlets + len(copies)


def test_an_origin_more_changes_confidence_only() -> None:
    reports = tariff_reports()
    fourth = told(
        "t9",
        "The Guardian",
        "https://www.theguardian.com/cable",
        SourceKind.OUTLET,
        "EU puts 25% tariff on cable steel from Valdoria",
        "A tariff of 25% on cable steel was imposed by the European Commission on Friday. "
        "Unions in Valdoria called for talks.",
        hours=4,
    )
    before, after = the_story(reports), the_story([*reports, fourth])
    assert after.sources == before.sources + 1
    assert after.impact.score == before.impact.score
    assert after.sentiment.label is before.sentiment.label
    assert after.verification.confidence.value >= before.verification.confidence.value


@settings(max_examples=15)
@given(st.permutations([*tariff_reports(), *OTHERS]))
def test_the_order_of_arrival_changes_nothing(reports: list[Report]) -> None:
    assert made(reports) == made([*tariff_reports(), *OTHERS])


def test_sentiment_never_feeds_impact(monkeypatch: pytest.MonkeyPatch) -> None:
    before = the_story(tariff_reports())
    worst = replace(before.sentiment, value=-1.0)
    monkeypatch.setattr(pipeline, "story_sentiment", lambda *_: worst)
    after = the_story(tariff_reports())
    assert after.sentiment != before.sentiment
    assert after.impact == before.impact
    assert after.verification.confidence == before.verification.confidence


def test_a_changed_title_keeps_the_story() -> None:
    reports = tariff_reports()
    renamed = replace(reports[0], title="Commission acts on cable steel with 25% tariff")
    assert the_story([renamed, *reports[1:]]).id == the_story(reports).id


def test_every_report_is_in_a_cluster_and_every_candidate_on_the_desk() -> None:
    reports = [*tariff_reports(), *OTHERS]
    found = made(reports)
    assert set(found.clusters) == {report.id for report in reports}
    on_desk = {report for entry in found.desk for report in entry.reports}
    assert on_desk == set(found.clusters)
    states = {entry.headline: entry.state for entry in found.desk}
    assert states["Your horoscope for Friday: what the stars say to Leo"] == State.REJECT
    assert states["Acme is reportedly in talks to buy Bolt for $2bn"] == State.HOLD
    assert {story.headline for story in found.stories} < set(states)


def test_no_sentence_stands_twice_on_a_page_and_each_is_traced() -> None:
    story = the_story(tariff_reports())
    shown = [story.summary, *story.takeaways, *(fact.text for fact in story.key_facts)]
    page = " ".join([*shown, story.analysis, story.what_to_watch])
    texts = {
        canonical_url(report.url): f"{report.title} {report.text}" for report in tariff_reports()
    }
    assert all(page.count(trace.text) <= 1 for trace in story.traces)
    for trace in story.traces:
        assert trace.urls
        assert any(trace.text in texts[url] for url in trace.urls)
    traced = {trace.text for trace in story.traces}
    assert set(filter(None, shown)) <= traced


def test_two_values_for_the_core_claim_make_a_conflict_shown_side_by_side() -> None:
    rows = [
        ("Reuters", SourceKind.WIRE, "Acme buys cable maker Bolt for $1.2 billion"),
        ("Bild", SourceKind.OUTLET, "Cable maker Bolt bought by rival Acme for $1.9 billion"),
    ]
    reports = [
        told(
            name,
            name,
            f"https://{name.lower()}.example/acme",
            kind,
            title,
            hours=hour,
        )
        for hour, (name, kind, title) in enumerate(rows)
    ]
    found = made(reports)
    assert [entry.state for entry in found.desk] == [State.CONFLICTED]
    (story,) = found.stories
    (conflict,) = story.verification.conflicts
    assert [value.value for value in conflict.values] == ["$1.2 billion", "$1.9 billion"]
    assert story.disputed
    assert source_line(story) == "2 sources, not verified"
    read, _ = story_from_item(story_to_item(story), where="feed")
    assert read is not None
    assert read.disputed
    assert not made(reports, Desk(publish_conflicted=False)).stories


def test_a_denial_beside_reports_disputes_the_claim() -> None:
    rows = [
        ("Reuters", "Acme in talks to buy Bolt for $2 billion", "its chairman Jo Lee told Reuters"),
        ("AFP", "Acme denies it is in talks to buy Bolt", "its spokeswoman said in Lima"),
    ]
    reports = [
        told(name, name, f"https://{name}.example", SourceKind.WIRE, title, f"{title}, {said}.")
        for name, title, said in rows
    ]
    found = made(reports)
    assert [entry.state for entry in found.desk] == [State.CONFLICTED]
    (conflict,) = found.stories[0].verification.conflicts
    assert [(value.value, value.publishers) for value in conflict.values] == [
        ("reported", ("Reuters",)),
        ("denied", ("AFP",)),
    ]


def test_the_headline_states_the_latest_toll() -> None:
    rows = [
        ("Reuters", "Quake in Peru kills at least 12", "killing at least 12 people"),
        ("AFP", "Peru quake death toll rises to 31", "where 31 people are dead by now"),
    ]
    reports = [
        told(
            name,
            name,
            f"https://{name}.example",
            SourceKind.WIRE,
            title,
            f"A quake struck Peru, {words}, the interior ministry said.",
            hours=hour,
        )
        for hour, (name, title, words) in enumerate(rows)
    ]
    assert the_story(reports).headline == "Peru quake death toll rises to 31"


def judged(reports: Sequence[Report], before: Story | None = None, hours: int = 0) -> Outcome:
    """One candidate as the live desk has it judged."""
    now = NOW + timedelta(hours=hours)
    readings = [prepared(report, now=now) for report in reports]
    return assembled(StoryId("s1"), readings, now=now, before=before)


def test_a_held_story_is_published_when_another_origin_comes() -> None:
    first = replace(tariff_reports()[2], kind=SourceKind.UNKNOWN, publisher="Grid Letter")
    first = replace(first, url="https://gridletter.example/1")
    held = judged([first])
    assert (held.story, held.entry.state) == (None, State.HOLD)
    published = judged([first, *tariff_reports()[:2]]).story
    assert published is not None
    assert (published.sources, published.version) == (3, 1)


def test_a_copy_makes_no_new_version_and_a_status_does() -> None:
    first, second, _ = tariff_reports()
    single = judged([first]).story
    assert single is not None
    assert single.status is StoryStatus.SINGLE_SOURCE
    copied = [first, copy_of(first, 1, trimmed=False)]
    again = judged(copied, single, hours=1).story
    assert again is not None
    assert (again.version, again.verification.outlets) == (1, 2)
    verified = judged([*copied, second], again, hours=2).story
    assert verified is not None
    assert (verified.version, verified.status) == (2, StoryStatus.VERIFIED)
    assert "Status: single source → verified" in verified.history[-1].what


HALT = a_report(
    "Acme halts production of brakes at its Lima plant",
    "Acme halted production of brakes in Lima on Friday, its chief executive Ana Ruiz said.",
    key="w1",
)


def taken_back(publisher: str) -> Report:
    return replace(
        HALT,
        id=ReportId("w2"),
        publisher=publisher,
        url=f"https://{publisher.lower()}.example/w2",
        title=f"{publisher} withdraws story: Acme halts production of brakes at its Lima plant",
        text="The story on Acme halting production of brakes in Lima has been withdrawn.",
    )


def test_a_retraction_by_the_only_origin_withdraws_the_story() -> None:
    before = judged([HALT]).story
    after = judged([HALT, taken_back("Reuters")], before)
    assert after.story is not None
    assert (after.story.status, after.story.version) == (StoryStatus.WITHDRAWN, 2)
    assert "withdraws story" in after.entry.reason


def test_an_origin_that_takes_its_report_back_has_no_voice_left() -> None:
    reports = [*tariff_reports()[:2], taken_back("Reuters")]
    after = judged(reports, judged(tariff_reports()[:2]).story)
    assert after.entry.sources == 1
    assert after.story is not None
    assert after.story.status is StoryStatus.SINGLE_SOURCE


def test_origins_that_turn_out_to_be_one_withdraw_the_story() -> None:
    reports = tariff_reports()[1:]
    before = judged(reports).story
    assert before is not None
    assert before.sources == 2
    copied = replace(reports[1], text=reports[0].text)
    after = judged([reports[0], copied], before)
    assert after.story is not None
    assert after.story.status is StoryStatus.WITHDRAWN
    assert "published with 2 sources" in after.entry.reason


class Counting:
    """An analyzer that notices how many reports name a place."""

    name = "counting"

    def analyze(self, reports: Sequence[Report]) -> Sequence[Noticed]:
        named = tuple(report.id for report in reports if "Valdoria" in report.text)
        stray = Noticed(text="stray", reports=(ReportId("nobody"),))
        return (
            Noticed(text=f"{len(named)} reports name Valdoria", reports=named, words="Valdoria"),
            stray,
        )


def test_an_analyzer_adds_findings_and_decides_nothing() -> None:
    with_it, without = made(tariff_reports(), Desk(analyzers=(Counting(),))), made(tariff_reports())
    (story,), (plain,) = with_it.stories, without.stories
    assert replace(story, findings=()) == plain
    assert with_it.desk == without.desk
    (finding,) = story.findings
    assert (finding.analyzer, finding.text) == ("counting", "3 reports name Valdoria")
    assert len(finding.urls) == 3
    assert story_from_item(story_to_item(story), where="feed") == (story, ())


def test_no_analyzer_is_installed_by_default() -> None:
    assert installed_analyzers() == ()


def test_an_analyzer_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="broken", value="builtins:object", group="tidings.analyzers")
    monkeypatch.setattr(analyzers, "entry_points", lambda group: [point])
    with pytest.raises(ConfigError, match="is no analyzer"):
        installed_analyzers()


@settings(max_examples=40)
@given(st.text(max_size=120), st.text(max_size=400), st.sampled_from(list(SourceKind)))
def test_no_text_breaks_the_desk(title: str, text: str, kind: SourceKind) -> None:
    strange = told("s1", "P", "https://p.example/1", kind, title, text)
    found = made([strange, *tariff_reports()])
    assert "s1" in found.clusters


@pytest.mark.parametrize("piece", ["9", "12 34-56 ", "kills at least ", "A.B.", "President ", "("])
def test_endless_repetition_is_read_to_a_bound(piece: str) -> None:
    endless = told("e1", "P", "https://p.example/1", SourceKind.WIRE, piece * 500, piece * 9_000)
    assert set(made([endless]).clusters) == {"e1"}


def test_progress_ends_at_the_whole() -> None:
    steps: list[tuple[int, int]] = []
    assemble(tariff_reports(), now=NOW, progress=lambda done, total: steps.append((done, total)))
    assert steps[-1] == (6, 6)
    assert steps == sorted(steps)


def test_nothing_makes_nothing() -> None:
    assert made([]) == Assembled(stories=(), clusters={}, desk=())
