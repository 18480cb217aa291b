"""Top, why, sources, list, status, log, settings and help, over a real database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from bot.commands.buttons import Action
from bot.commands.model import Line, Term
from bot.commands.words import KEYS, VERBS
from bot.domain.alert import MessageId
from bot.domain.channel import Platform
from bot.domain.story import ReportLink, StoryStatus, Verification
from bot.domain.story_json import story_to_item
from bot.observability import REGISTRY
from bot.ports.handlers import Finding
from bot.ports.sources import SourceState
from bot.testing import NOON, a_channel, a_story, an_alert
from tests.unit.commands.conftest import MAIN, Room, week_of_news


def ids(stories: list[dict[str, object]]) -> list[object]:
    return [story["id"] for story in stories]


async def test_top_is_the_highest_impact_then_sources_then_the_newest(room: Room) -> None:
    await room.hears(*week_of_news())
    reply = await room.done("/news top")
    assert reply.text == snapshot("""\
Top story of today, Fri 6 Mar (UTC)
[9/10] News of gas cap
Energy · ● neutral · Verified by 14 sources · Germany, Poland
• The cap starts in December.
http://desk.example/stories/gas-cap
1 of 2 stories in that time.\
""")
    assert reply.data["stories"] == [story_to_item(week_of_news()[0])]
    ranked = await room.done("top 7d 10")
    assert ids(ranked.data["stories"]) == [
        "gas-cap",
        "chip-plant",
        "grid-pact",
        "rate-cut",
        "port-strike",
        "cup-final",
    ]


async def test_equal_stories_are_ranked_by_recency(room: Room) -> None:
    earlier = a_story("earlier", published_at=NOON - timedelta(hours=3))
    later = a_story("later", published_at=NOON - timedelta(hours=1))
    await room.hears(earlier, later)
    assert ids((await room.done("top 24h 2")).data["stories"]) == ["later", "earlier"]


async def test_withdrawn_stories_are_no_top_stories(room: Room) -> None:
    await room.hears(a_story("gone", impact=10, status=StoryStatus.WITHDRAWN), a_story("stands"))
    assert ids((await room.done("top")).data["stories"]) == ["stands"]


async def test_an_event_told_under_two_ids_is_one_top_story(room: Room) -> None:
    both = (a_story("whole", impact=7), a_story("part", impact=10, merged_into="whole"))
    await room.hears(*both)
    assert ids((await room.done("top")).data["stories"]) == ["whole"]


async def test_top_takes_filters_in_any_order(room: Room) -> None:
    await room.hears(*week_of_news())
    for line in ("top 7d 5 category:energy", "top category:energy 5 7d", "top 5 7d cat:energy"):
        assert ids((await room.done(line)).data["stories"]) == ["gas-cap", "grid-pact"]
    reply = await room.done("top week region:Asia")
    assert "stories about Asia" in reply.title


async def test_today_is_the_channels_own_day(room: Room) -> None:
    # 23:30 UTC on the fifth is already the sixth in Tokyo and still the fifth in New York.
    await room.hears(a_story("late", published_at=datetime(2026, 3, 5, 23, 30, tzinfo=UTC)))
    assert ids((await room.done("top today")).data["stories"]) == []
    await room.done("settings tz:Asia/Tokyo")
    reply = await room.done("top today")
    assert ids(reply.data["stories"]) == ["late"]
    assert "today, Fri 6 Mar (Asia/Tokyo)" in reply.title


async def test_an_empty_day_offers_the_best_of_the_week(room: Room) -> None:
    await room.hears(*week_of_news()[3:])
    reply = await room.done("top today")
    assert reply.text == snapshot("""\
No story today, Fri 6 Mar (UTC).
The best of the last 7 days instead:
[7/10] News of grid pact
Energy · ● neutral · Verified by 4 sources · European Union
• The cap starts in December.
http://desk.example/stories/grid-pact\
""")
    assert reply.data["stories"] == []


async def test_top_is_never_silent(room: Room) -> None:
    assert (await room.done("top region:Fiji")).text == snapshot("""\
No story today, Fri 6 Mar (UTC) - stories about Fiji.
None in the last 7 days either.
Without filters: `/news top 7d`\
""")
    assert "/news status" in (await room.done("top")).text


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("top 11", "1 to 10"),
        ("top 0", "1 to 10"),
        ("top 90d", "31d"),
        ("top soon", "“soon”"),
        ("top 24h 7d", "“7d”"),
        ("top name:x", "name:"),
        ("top impact:12", "out of range"),
    ],
)
async def test_top_refuses_what_it_cannot_place(room: Room, line: str, words: str) -> None:
    assert words in await room.refused(line)


async def test_share_posts_the_same_stories_for_everybody(room: Room) -> None:
    await room.hears(*week_of_news())
    reply = await room.done("top 7d 3")
    shared = await room.press(reply.buttons[0])
    assert shared.share
    assert [card.brief.story for card in shared.cards] == ids(reply.data["stories"])
    assert not (await room.service.press(room.caller, "share", "no-such")).ok


async def test_why_shows_every_clause_with_its_values(room: Room) -> None:
    await room.hears(*week_of_news())
    await room.done('subscribe region:EU entity:Gazprom impact>=7 name:"EU energy"')
    await room.done("subscribe region:Asia sources>=3 -category:energy")
    await room.done("pause s2")
    assert (await room.done("why gas-cap")).text == snapshot("""\
News of gas cap (gas-cap)
Not posted here: it was there before the subscription, and only what comes after one is posted.
s1 "EU energy" matches:
• ✓ region EU: the story has Germany and Poland
• ✓ entity Gazprom: the story has Gazprom
• ✓ impact 9 >= 7
s2 does not match and is paused:
• ✗ region Asia: the story has Germany and Poland
• ✗ category not energy: the story has energy
• ✓ sources 14 >= 3
It meets 1 of 2 subscriptions as it stands.\
""")
    assert "s1" not in (await room.done("why gas cap s2")).text
    button = (await room.done("top")).cards[0].buttons[1]
    assert (await room.press(button)).text == (await room.done("why gas-cap")).text


async def test_why_says_that_nobody_here_asked_for_a_story(room: Room) -> None:
    await room.hears(a_story("gas-cap"))
    await room.done("subscribe region:JP")
    assert "meets no subscription" in (await room.done("why gas-cap")).lines[0]


async def test_a_story_dated_a_little_ahead_of_our_clock_is_already_news(room: Room) -> None:
    await room.hears(a_story("ahead", published_at=room.clock.now() + timedelta(minutes=5)))
    assert ids((await room.done("top")).data["stories"]) == ["ahead"]
    assert "Matched 1 of the 1 story" in (await room.done("test region:EU")).text


async def test_why_says_whether_and_when_it_was_posted(room: Room) -> None:
    story = a_story("gas-cap")
    await room.hears(story)
    await room.done("subscribe region:EU")
    assert "before the subscription" in (await room.done("why gas-cap")).lines[0]
    await room.stores.outbox.record(
        story, [an_alert(story, channel=MAIN.id)], rules_version=1, now=room.clock.now()
    )
    assert "waiting" in (await room.done("why gas-cap")).text
    (delivery,) = await room.stores.outbox.claim(
        worker="w",
        platforms=[Platform.WEB],
        limit=5,
        now=room.clock.now(),
        lease=timedelta(minutes=1),
    )
    await room.stores.outbox.sent(delivery, MessageId("m1"), now=room.clock.now())
    assert "Posted here on Fri 6 Mar 12:00 (UTC)" in (await room.done("why gas-cap")).text
    assert (await room.done("log")).text == snapshot("""\
Messages to this channel, newest first (UTC):
• Fri 6 Mar 12:00 delivered: Ministers agree on a gas price cap [s1]\
""")


async def test_a_story_is_found_by_id_address_and_headline(room: Room) -> None:
    await room.hears(*week_of_news(), a_story("https://desk.example/" + "long/" * 30))
    spoken = ("gas-cap", "http://desk.example/stories/gas-cap", "News of GAS cap", "gazprom")
    for words in spoken:
        assert "News of gas cap" in (await room.done(f"why {words}")).title
    several = await room.refused("why news of")
    assert several.count("•") == 5
    assert "no story “nothing”" in await room.refused("why nothing")
    assert "Which story" in await room.refused("why")
    card = (await room.done("top 24h 3")).cards[2]
    assert len(card.buttons[1].action + card.buttons[1].value) <= 100
    assert (await room.press(card.buttons[1])).ok


async def test_sources_lists_the_reports(room: Room) -> None:
    reports = (
        ReportLink(publisher="Harbour Wire", url="http://harbour.example/1", published_at=NOON),
        ReportLink(publisher="Grid Gazette", url="http://grid.example/2"),
    )
    verification = Verification(independent_sources=2, reports=reports)
    await room.hears(replace(a_story("gas-cap"), verification=verification))
    assert (await room.done("sources gas-cap")).text == snapshot("""\
Verified by 2 sources: Ministers agree on a gas price cap
• Harbour Wire, Fri 6 Mar 12:00: http://harbour.example/1
• Grid Gazette: http://grid.example/2
Confidence: low. Times are UTC.\
""")


async def test_list_shows_one_line_per_subscription(room: Room) -> None:
    assert "no subscription yet" in (await room.done("list")).text
    await room.done('subscribe region:EU,UK impact>=7 name:"EU"')
    await room.done("subscribe entity:TSMC mode:digest")
    reply = await room.done("list")
    assert reply.text == snapshot("""\
2 subscriptions in this channel:
• ▶ s1 "EU": Stories about the EU or the United Kingdom, with impact 7 or more
• ▶ s2: Stories that name TSMC, in the daily digest\
""")
    assert [one["id"] for one in reply.data["subscriptions"]] == ["s1", "s2"]
    assert [button.value for button in reply.buttons] == ["s1", "s2"]
    assert not (await room.as_reader().done("list")).buttons
    assert "#room-main" in (await room.done("list all")).text
    assert not (await room.as_reader().say("list all")).ok
    assert "“some”" in await room.refused("list some")


async def test_a_paused_channel_says_so(room: Room) -> None:
    await room.done("subscribe region:EU")
    await room.stores.channels.pause(MAIN.id, reason="the channel is archived", now=NOON)
    for line in ("list", "status"):
        assert "the channel is archived" in (await room.done(line)).text


async def test_status_on_the_own_page_names_a_platform_that_is_down(room: Room) -> None:
    await room.stores.sources.save(SourceState(name="desk", last_success_at=room.clock.now()))
    refused = Finding(where="slack", ok=False, what="Slack refuses the token", fix="set another")
    room.service.ask_health(lambda: [refused, Finding(where="web", ok=True, what="serving")])
    status = await room.done("status")
    assert status.title == "Not all is well:"
    assert status.lines[0] == "⚠ Slack: Slack refuses the token; set another."
    elsewhere = replace(room.caller, channel=a_channel("C1", platform=Platform.DISCORD))
    assert "Slack" not in (await room.service.say(elsewhere, "status")).text


async def test_status_names_sources_with_their_age(room: Room) -> None:
    state = await room.stores.sources.state("desk")
    ok = type(state)(name="desk", last_success_at=NOON - timedelta(minutes=5))
    bad = type(state)(name="wire", failures=3, last_error="timed out")
    await room.stores.sources.save(ok)
    assert (await room.done("status")).title == "All is well."
    await room.stores.sources.save(bad)
    assert (await room.done("status")).text == snapshot("""\
Not all is well:
• Source desk: read 5 min ago.
⚠ Source wire: never read; 3 failures in a row, the last: timed out
• Here: 0 subscriptions, time zone UTC.
• 0 messages waiting to be sent, all channels together.\
""")


async def test_the_time_zone_is_checked_and_kept(room: Room) -> None:
    answer = await room.refused("settings tz:Europe/Berln")
    assert "Europe/Berlin" in answer
    await room.done("settings tz:europe/berlin")
    channel = await room.stores.channels.get(MAIN.id)
    assert channel is not None
    assert channel.time_zone == "Europe/Berlin"
    assert "Europe/Berlin" in (await room.done("settings")).text
    assert "cannot be set here" in await room.refused("settings quiet:22-07")
    assert "One time zone" in await room.refused("settings tz:UTC,CET")


async def test_test_posts_nothing_and_says_so(room: Room) -> None:
    await room.hears(*week_of_news())
    assert (await room.done("test region:EU impact>=6")).text == snapshot("""\
Stories about the EU, with impact 6 or more.
Matched 2 of the 6 stories of the last 7 days (about 0.3 a day).
• [9/10] News of gas cap
• [7/10] News of grid pact
Nothing was posted.\
""")
    await room.done("subscribe region:EU")
    assert "s1" in (await room.done("test s1")).title
    assert "What should I test" in await room.refused("test")
    assert not room.adapter.messages


async def test_help_has_examples_first_and_knows_every_verb(room: Room) -> None:
    overview = await room.done("")
    assert overview.lines[0] == "`/news subscribe region:EU,UK impact>=7`"
    for verb in VERBS:
        reply = await room.done(f"help {verb.name}")
        assert reply.lines[0] == f"`/news {verb.examples[0]}`"
        assert verb.name in overview.text
    assert "Did you mean" in await room.refused("help subscrbe")


async def test_every_example_in_help_is_understood(room: Room) -> None:
    await room.hears(*week_of_news())
    await room.done("subscribe region:US")
    await room.done("subscribe region:JP")
    for verb in VERBS:
        for example in verb.examples:
            if verb.name not in {"why", "mute", "unsubscribe", "resume"}:
                assert (await room.say(example)).ok, example


async def test_typed_options_and_short_forms_mean_the_same_as_text(room: Room) -> None:
    await room.hears(*week_of_news())
    line = Line(
        verb="top",
        args=("7d", "3"),
        terms=(Term(key="min_impact", values=("7",)), Term(key="regions", values=("EU",))),
    )
    typed = await room.service.run(room.caller, line)
    assert typed.text == (await room.done("top 7d 3 impact:7 region:EU")).text
    unknown = await room.service.run(room.caller, Line(verb="dance"))
    assert not unknown.ok


_PIECES = st.sampled_from(
    [verb.name for verb in VERBS]
    + [f"{key.name}:" for key in KEYS]
    + list(":,-=<>\"'! /%_\\#")
    + [">=", "..", "EU", "7", "none", "all", "s1", "24h", "🙂", "\u202e", "\x00", "\ud800", "中国"]
    + ["9" * 5_000, "x" * 5_000, "gas-cap"]
)


@given(line=st.lists(_PIECES, max_size=12).map(" ".join) | st.text(max_size=80))
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
async def test_whatever_is_said_gets_an_answer_of_readable_length(room: Room, line: str) -> None:
    reply = await room.say(line)
    assert 0 < len(reply.text) < 4_000
    words = tuple(line.split(" "))
    typed = Line(verb=words[0], args=words[1:], terms=(Term(key="region", values=words),))
    assert (await room.service.run(room.caller, typed)).text
    for action in Action:
        assert (await room.service.press(room.caller, action, line)).text


async def test_what_people_ask_for_is_counted_by_verb_and_outcome(room: Room) -> None:
    def count(verb: str, outcome: str) -> float:
        labels = {"verb": verb, "outcome": outcome}
        return REGISTRY.get_sample_value("tidings_commands_total", labels) or 0.0

    before = count("list", "answered"), count("top", "refused"), count("unread", "refused")
    await room.done("ls")
    await room.refused("top 99")
    await room.refused("sing")
    after = count("list", "answered"), count("top", "refused"), count("unread", "refused")
    assert after == tuple(number + 1 for number in before)


async def test_each_platform_is_told_its_own_name_of_the_command(room: Room) -> None:
    elsewhere = room.service.called("tidings")
    assert "`/tidings subscribe" in (await elsewhere.say(room.caller, "list")).text
    assert "`/news subscribe" in (await room.done("list")).text
    assert room.service.called("news") is room.service


async def test_a_zone_is_found_by_its_city(room: Room) -> None:
    assert "tz:Europe/Berlin" in await room.refused("settings tz:berlin")
    assert "tz:America/New_York" in await room.refused('settings tz:"new york"')


async def test_a_story_is_found_by_the_address_it_has_in_its_feed(room: Room) -> None:
    await room.hears(a_story("gas-cap", url="https://desk.example/2026/ministers-agree"))
    assert "gas-cap" in (await room.done("why https://desk.example/2026/ministers-agree")).text


async def test_an_empty_week_is_said_once(room: Room) -> None:
    assert "either" not in (await room.done("top 7d region:JP")).text
    assert "in the last hour" in (await room.done("top 1h region:JP")).text
    assert "either" in (await room.done("top 1h region:JP")).text
