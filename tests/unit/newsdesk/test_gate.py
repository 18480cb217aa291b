"""The gate's table: which rule speaks first, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report import Report, ReportId, SourceKind
from bot.newsdesk.names.extract import extract
from bot.newsdesk.reports.claims import Claim, claim_of, joint_claim
from bot.newsdesk.reports.genre_cues import Genre
from bot.newsdesk.reports.genres import genre_of
from bot.newsdesk.reports.retractions import Notice, notice_of
from bot.newsdesk.verifying.confidence import Attribution, Voice
from bot.newsdesk.verifying.gate import GATE, Case, State, decide

SEEDS = Path(__file__).resolve().parents[3] / "../shared/seeds"
CLAIM = Claim(actor="ECB", event="cut", held_to=("number: 2%",))


def voice(
    name: str = "Reuters",
    kind: SourceKind = SourceKind.WIRE,
    attribution: Attribution = Attribution.NAMED,
) -> Voice:
    return Voice(name=name, kind=kind, attribution=attribution)


def a_report(title: str, text: str = "", url: str = "") -> Report:
    return Report(id=ReportId("r"), publisher="P", url=url, title=title, text=text)


@pytest.mark.parametrize(
    ("case", "state"),
    [
        (Case(voices=(voice(), voice("AFP")), claim=CLAIM), State.VERIFIED),
        (Case(voices=(voice(),), claim=CLAIM), State.SINGLE_SOURCE),
        (Case(voices=(voice(kind=SourceKind.PRIMARY),), claim=CLAIM), State.SINGLE_SOURCE),
        (Case(voices=(voice(attribution=Attribution.HEDGED),), claim=CLAIM), State.HOLD),
        (Case(voices=(voice(attribution=Attribution.UNNAMED),), claim=CLAIM), State.HOLD),
        (Case(voices=(voice(kind=SourceKind.SOCIAL),), claim=CLAIM), State.HOLD),
        (Case(voices=(voice(kind=SourceKind.UNKNOWN),), claim=CLAIM), State.HOLD),
        (Case(voices=(), claim=CLAIM), State.HOLD),
        (Case(voices=(voice(), voice("AFP"))), State.REJECT),
        (Case(voices=(voice(), voice("AFP")), claim=CLAIM, genre="opinion"), State.REJECT),
        (Case(voices=(voice(), voice("AFP")), claim=CLAIM, dispute="2 / 3"), State.CONFLICTED),
        (Case(voices=(), claim=CLAIM, retraction="Reuters"), State.WITHDRAWN),
        (Case(voices=(voice(),), claim=CLAIM, sources_before=2), State.WITHDRAWN),
    ],
)
def test_the_first_rule_that_applies_gives_the_state(case: Case, state: State) -> None:
    decision = decide(case)
    assert decision.state is state
    assert decision.reason
    assert "{" not in decision.reason


def test_every_state_has_a_rule_and_every_rule_a_name_of_its_own() -> None:
    assert {rule.state for rule in GATE} == set(State)
    assert len({rule.name for rule in GATE}) == len(GATE)


def test_a_primary_source_that_remains_alone_is_not_withdrawn() -> None:
    case = Case(voices=(voice(kind=SourceKind.PRIMARY),), claim=CLAIM, sources_before=3)
    assert decide(case).state is State.SINGLE_SOURCE


def test_held_and_rejected_candidates_are_not_published() -> None:
    assert not decide(Case(voices=())).published
    assert decide(Case(voices=(voice(), voice("AFP")), claim=CLAIM)).published


voices = st.builds(
    voice,
    name=st.sampled_from(["a", "b", "c", "d"]),
    kind=st.sampled_from(list(SourceKind)),
    attribution=st.sampled_from(list(Attribution)),
)


@given(st.lists(voices, max_size=4), voices)
def test_another_origin_never_rejects_what_was_published(some: list[Voice], more: Voice) -> None:
    before = decide(Case(voices=tuple(some), claim=CLAIM))
    after = decide(Case(voices=(*some, more), claim=CLAIM))
    assert not before.published or after.published


@pytest.mark.parametrize(
    ("report", "genre"),
    [
        (a_report("Your horoscope for Monday"), Genre.HOROSCOPE),
        (a_report("Sponsored: A mattress that pays for itself"), Genre.ADVERTORIAL),
        (a_report("Morning briefing: five things to know"), Genre.ROUND_UP),
        (a_report("Opinion: The bank moved too late"), Genre.OPINION),
        (a_report("The bank moved too late", url="https://x.example/opinion/1"), Genre.OPINION),
        (
            a_report("Why the euro will not last", "I believe it cannot. We must prepare."),
            Genre.OPINION,
        ),
        (a_report("ECB cuts its key rate to 2%", "The bank said so on Thursday."), Genre.NEWS),
        (a_report("How rates rose", "The bank said on Friday that it raised rates."), Genre.NEWS),
        (a_report("How to bleed a radiator", "Turn off the heating."), Genre.GUIDE),
        (a_report("Leek pie recipe", "Preheat the oven."), Genre.GUIDE),
        (a_report("Bell 4 review: a quiet fan", "Verdict: four stars."), Genre.REVIEW),
        (a_report("Moon sold", "The moon was sold. This article is satire."), Genre.SATIRE),
        (a_report("Daily deals: Bell 4 and more"), Genre.ADVERTORIAL),
        (a_report("Markets live", "Welcome to our live blog."), Genre.ROUND_UP),
        (a_report("Meters", "Brought to you in association with Bell."), Genre.ADVERTORIAL),
        (
            a_report("Nights are warm with Bell", "Heat for all. In partnership with Bell Stoves."),
            Genre.ADVERTORIAL,
        ),
        (a_report("Warm nights", url="https://x.example/brandspotlight/bell"), Genre.ADVERTORIAL),
        (
            a_report("Bell stoves cost less", "Order now with code WARM30, it is award-winning."),
            Genre.ADVERTORIAL,
        ),
        (
            a_report(
                "This tiny copper share could double",
                "Smart money is buying. Past performance is no guarantee. Leave your e-mail.",
            ),
            Genre.ADVERTORIAL,
        ),
        (
            a_report("Leek pie for six", "Chop two leeks. Fry them in butter. Serve with bread."),
            Genre.GUIDE,
        ),
        (
            a_report(
                "Head of Payments, Kolm",
                "The ideal candidate has ten years of experience. Apply with a CV by 4 May.",
            ),
            Genre.JOB_ADVERT,
        ),
        (a_report("Tariffs, explained", "Here is all you need to know."), Genre.GUIDE),
        (
            a_report("What could go right?", "I have been wrong before. Let me try. I hope so."),
            Genre.OPINION,
        ),
    ],
)
def test_what_is_not_news_is_told_by_its_words(report: Report, genre: Genre) -> None:
    verdict = genre_of(report)
    assert verdict.genre is genre
    assert bool(verdict.because) is (genre is not Genre.NEWS)


@pytest.mark.parametrize(
    "report",
    [
        a_report("FTC fines horoscope app Zodia $9 million", "It sold subscriptions."),
        a_report("Podcast network Wave files for bankruptcy", "It owes $40 million."),
        a_report("Builder misses coupon on dollar bond", "The trustee said so."),
        a_report("Bank completes review of its strategy", "It said so on Friday."),
        a_report("Acme to buy Bolt for $2bn", url="https://x.example/deals/acme-bolt"),
        a_report("Acme names new head", url="https://x.example/blog/new-head"),
        a_report("Is the port shut?", "“I think we must fight, I believe,” said a docker."),
        a_report("Team sponsored by Acme loses cup final", "The shirt is sponsored by Acme."),
        a_report("Acme to cut 300 jobs", "It will pay them.", url="https://x.example/jobs/acme"),
        a_report("Acme builds mill in partnership with Bolt", "It opens in May. Ada Bell said so."),
        a_report("Flaw with code CVE found in locks", "Acme fixed it. Bolt said so on Friday."),
        a_report("Cook fined", "Mix of oil sold as butter. Heat wave blamed. Pour figures fell."),
        a_report("Men of World War I found", "They fell in World War I, in my town, he said."),
    ],
)
def test_a_subject_a_section_or_a_quotation_does_not_make_a_genre(report: Report) -> None:
    assert genre_of(report).genre is Genre.NEWS


def test_of_a_document_only_the_title_tells_its_genre() -> None:
    judgment = a_report(
        "Fjord v. Tax Office", "Opinion of the court.", "https://c.example/opinion/1"
    )
    assert genre_of(judgment).genre is Genre.OPINION
    document = replace(judgment, kind=SourceKind.PRIMARY)
    assert genre_of(document).genre is Genre.NEWS


@pytest.mark.parametrize(
    ("title", "lacks"),
    [
        ("ECB cuts its key rate to 2%", ""),
        ("Peru declares an emergency in Lima", ""),
        ("Court orders Meta to pay after lawsuit", ""),
        ("A quiet day by the sea", "a named actor, an event and a number"),
        ("China is leveraging its edge", "a number, date, place, document or attributed quote"),
    ],
)
def test_a_claim_needs_actor_event_and_something_to_check(title: str, lacks: str) -> None:
    claim = claim_of(a_report(title), extract(a_report(title)))
    assert claim.checkable is (not lacks)
    assert lacks in claim.lacks


@pytest.mark.parametrize(
    ("title", "notice"),
    [
        ("Retraction: Acme is not for sale", Notice.RETRACTION),
        ("Agency withdraws its story on the Acme bid", Notice.RETRACTION),
        ("CORRECTED: Acme cut 300 jobs, not 3,000", Notice.CORRECTION),
        ("Correction: spelling of the minister's name", Notice.NONE),
        ("Acme denies report of a bid", Notice.DENIAL),
        ("Carmaker withdraws 3,000 vehicles", Notice.NONE),
        ("Minister withdraws the bill", Notice.NONE),
        ("Acme: a retraction and apology", Notice.RETRACTION),
        ("REFILE-WITHDRAWN: Story on Acme", Notice.RETRACTION),
        ("Ministry withdraws its press release on Acme", Notice.NONE),
        ("Acme denies sale of its cable unit", Notice.DENIAL),
        ("Judge denies bail to Acme's founder", Notice.NONE),
        ("Regulator denies Acme a licence", Notice.NONE),
    ],
)
def test_taking_back_is_told_from_the_words(title: str, notice: Notice) -> None:
    assert notice_of(a_report(title)).notice is notice


def test_a_paper_takes_back_what_it_says_it_reported() -> None:
    text = "On Friday we reported that Acme had recalled beer. This was incorrect. We are sorry."
    assert notice_of(a_report("Acme and its beer", text)).notice is Notice.RETRACTION
    text = "An article published on Monday said that Ada Bell had died. This is not true."
    assert notice_of(a_report("Correction: Ada Bell", text)).notice is Notice.RETRACTION


def test_an_issuer_takes_back_its_own_notice_and_a_paper_only_its_own_report() -> None:
    paper = a_report("Office cancels its alert 88", "The alert was issued in error.")
    assert notice_of(paper).notice is Notice.NONE
    assert notice_of(replace(paper, kind=SourceKind.PRIMARY)).notice is Notice.RETRACTION


def test_to_annul_an_alert_takes_it_back_and_to_cancel_a_warning_may_only_end_it() -> None:
    office = a_report("Food office annuls alert 88", "No salmonella was found.")
    assert notice_of(replace(office, kind=SourceKind.PRIMARY)).notice is Notice.RETRACTION
    ended = a_report("Weather office cancels its flood warning", "The river has fallen.")
    assert notice_of(ended).notice is Notice.NONE


def test_what_one_report_leaves_out_another_may_say() -> None:
    parts = [Claim(actor="Acme"), Claim(event="cut", held_to=("number: 210",))]
    assert joint_claim(parts) == Claim(actor="Acme", event="cut", held_to=("number: 210",))
    assert joint_claim([*parts, CLAIM]) is CLAIM


def test_an_issuer_is_the_actor_of_a_document_that_names_nobody() -> None:
    report = a_report("Consumer prices up 0.6 percent in August")
    assert not claim_of(report, extract(report)).actor
    document = replace(report, kind=SourceKind.PRIMARY, publisher="Statistics Office")
    assert claim_of(document, extract(document)).actor == "Statistics Office"


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        (Claim(event="cut", held_to=("number: 2",)), "a named actor is missing"),
        (Claim(held_to=("number: 2",)), "a named actor and an event are missing"),
    ],
)
def test_what_is_missing_is_said_in_whole_english(claim: Claim, says: str) -> None:
    decision = decide(Case(voices=(voice(),), claim=claim))
    assert decision.reason == f"No checkable claim: {says}"


def test_a_text_in_another_language_is_told_apart_from_no_claim() -> None:
    decision = decide(Case(voices=(), language="German"))
    assert (decision.state, decision.rule) == (State.REJECT, "another language")
    assert decision.reason == "The desk reads English; this is in German"


def _seed(start: str) -> str:
    if not SEEDS.exists():
        pytest.skip("the shared seeds are not beside this repository")
    return next(SEEDS.glob(f"{start}*")).read_text(encoding="utf-8")


def _seed_facts() -> Iterator[str]:
    for line in _seed("003").splitlines():
        number, dot, fact = line.strip().partition(". ")
        if dot and number.isdigit() and fact.startswith(number):
            yield fact[len(number) :]


@pytest.mark.shared
def test_the_commentary_of_the_first_seed_has_no_checkable_claim() -> None:
    title, _, text = _seed("000").partition("\n")
    report = a_report(title, text)
    assert genre_of(report).genre is Genre.OPINION
    assert not claim_of(report, extract(report)).checkable


@pytest.mark.shared
def test_the_facts_of_the_other_seed_pass() -> None:
    facts = list(_seed_facts())
    assert len(facts) == 6
    report = a_report("China pivots toward balanced trade", " ".join(facts))
    assert genre_of(report).genre is Genre.NEWS
    claim = claim_of(report, extract(report))
    assert claim.checkable
    case = Case(voices=(voice("Ministry", SourceKind.PRIMARY), voice("Daily")), claim=claim)
    assert decide(case).state is State.VERIFIED
