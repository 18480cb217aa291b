"""What readers are told of a candidate, given what they know of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.domain.report import Report
from bot.domain.story import Story, StoryId, StoryStatus
from bot.newsdesk.live import judging
from bot.newsdesk.live.judging import PipelineJudge
from bot.newsdesk.pipeline import Desk
from bot.testing import NOON
from tests.e2e.newsroom import AGENCY, PAPER, RUMOUR
from tests.integration.newsdesk.stage import a_report

ID = StoryId("s1")
LATER = NOON + timedelta(hours=1)
SOLD = (
    "Velmar Bank sells its insurance arm to Ostrava Group",
    (
        "Velmar Bank sold its insurance arm to Ostrava Group for $3 billion on Friday, chief "
        "executive Lena Marsh said in a statement in Vienna."
    ),
)


def published(*reports: Report) -> Story:
    story = PipelineJudge(Desk())(ID, reports, published=None, now=NOON).story
    assert story is not None
    return story


def test_what_nobody_saw_is_not_taken_back() -> None:
    taken_back = a_report("norwire", (f"RETRACTED: {AGENCY[0]}", "We have retracted this story."))
    judged = PipelineJudge(Desk())(ID, [taken_back], published=None, now=NOON)
    assert judged.story is None


def test_a_story_that_the_gate_no_longer_lets_out_is_withdrawn_with_its_reason() -> None:
    before = published(a_report("courier", SOLD))
    judged = PipelineJudge(Desk())(ID, [a_report("courier", RUMOUR)], published=before, now=LATER)
    assert judged.entry.state == "hold"
    story = judged.story
    assert story is not None
    assert (story.status, story.version) == (StoryStatus.WITHDRAWN, 2)
    assert story.headline == before.headline
    assert story.history[-1].what == ("Withdrawn", judged.entry.reason)
    again = PipelineJudge(Desk())(ID, [a_report("courier", RUMOUR)], published=story, now=LATER)
    assert again.story == story


def test_a_story_that_is_taken_back_keeps_the_words_that_readers_saw() -> None:
    before = published(a_report("norwire", AGENCY))
    taken_back = a_report("norwire", (f"RETRACTED: {AGENCY[0]}", "We have retracted this story."))
    judged = PipelineJudge(Desk())(ID, [taken_back], published=before, now=LATER)
    story = judged.story
    assert story is not None
    assert (story.status, story.version) == (StoryStatus.WITHDRAWN, 2)
    assert (story.headline, story.takeaways) == (before.headline, before.takeaways)
    assert "RETRACTED" in story.history[-1].what[1]


def test_a_further_report_brings_the_known_version_up_to_date() -> None:
    reports = [a_report("norwire", AGENCY), a_report("courier", PAPER)]
    before = published(*reports)
    judged = PipelineJudge(Desk())(
        ID, [*reports, a_report("mirror", AGENCY)], published=before, now=LATER
    )
    assert judged.story is not None
    assert judged.story.version == before.version
    assert len(judged.story.verification.reports) == 3


def test_a_reading_is_made_once_for_each_wording() -> None:
    judge = PipelineJudge(Desk())
    report = a_report("norwire", AGENCY)
    first = judge._read(report)
    assert judge._read(report) is first
    assert judge._read(replace(report, title="Another title")) is not first


def test_only_the_latest_readings_are_kept() -> None:
    judge = PipelineJudge(Desk())
    for number in range(judging.READINGS + 5):
        judge._read(a_report("norwire", ("A title", ""), number=number))
    assert len(judge._readings) == judging.READINGS
