"""Any story, however long or hostile, becomes a message that Discord takes and that misleads nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands.buttons import card_buttons
from bot.commands.model import Card, Reply
from bot.domain.alert import AlertKind, DeliveryKey
from bot.domain.brief import Brief, Message, RollUp, UpdateNote, brief_of
from bot.domain.story import SentimentLabel, StoryId
from bot.testing import a_story
from handlers.discord.controls import view
from handlers.discord.format import Payload, payload_of, plain_payload, text_payload
from handlers.discord.replies import reply_payloads
from tests.counterparts.discord import DiscordCounterpart, posting, rendering, validate

KEY = DeliveryKey("t" + "k" * 24)
NOW = datetime(2026, 3, 6, 12, tzinfo=UTC)
HOSTILE = [
    "@everyone @here <@123> <@!123> <@&456> <#789> </news:1>",
    "**bold** *it* __under__ ~~gone~~ ||spoiler|| `code` ```py\nblock```",
    "# heading\n## two\n-# small\n> quote\n>>> all\n- list\n* list\n1. list",
    "[https://bank.example](https://thief.example/login)",
    "<https://thief.example> https://thief.example www.thief.example discord://x",
    "<t:0:R> <:emoji:1> <a:e:2> :smile: <id:customize>",
    r"\*\*half escaped\*\* \\** \\\\[a](https://x.example) \`",
    "](https://thief.example) [x](<https://thief.example>) [x]( https://thief.example )",
    "\u202eevil\u202c zero\u200bwidth \x00\x07 \ud83d\ude00 ```",
    "`" * 300,
    "\\" * 301,
    "|" * 301 + "*" * 301 + "_" * 301,
]


class Judge:
    """Stores a payload through the counterpart's own validator and shows it as a reader sees it."""

    def __init__(self) -> None:
        self.place = DiscordCounterpart()
        guild = self.place.add_guild()["id"]
        self.channel = self.place.world.channel(self.place.add_channel(guild, "alerts")["id"])
        everything = ["MENTION_EVERYONE"]
        self.place.set_overwrite(self.channel["id"], self.place.world.bot["id"], allow=everything)

    def post(self, payload: Payload, key: DeliveryKey | None = KEY) -> dict[str, Any]:
        body: dict[str, Any] = {
            "content": payload.content,
            "embeds": list(payload.embeds),
            "allowed_mentions": {"parse": []},
        }
        made = view(payload.controls, key)
        if made is not None:
            body["components"] = made.to_components()
        message, _ = posting.create(self.place.world, self.channel, body)
        assert self.place.violations == []
        return message


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


def a_brief(text: str, **changes: Any) -> Brief:
    brief = brief_of(a_story(), why=('s1 "EU" - region EU',))
    given_text: dict[str, Any] = {
        "headline": text,
        "category": text,
        "source_line": text,
        "regions": (text, text, "+3"),
        "takeaways": (text, text, text),
        "why": (text, text),
        "mark": text,
        "story": StoryId(text.encode("ascii", "ignore").decode()[:500] or "x"),
    }
    return replace(brief, **(given_text | changes))


def a_note(text: str, **changes: Any) -> UpdateNote:
    fields: dict[str, Any] = {
        "story": StoryId("s"),
        "version": 3,
        "kind": AlertKind.UPDATE,
        "headline": text,
        "url": "",
        "changes": (text,) * 12,
    }
    return UpdateNote(**(fields | changes))


def assert_harmless(judge: Judge, message: dict[str, Any], allowed: frozenset[str]) -> None:
    """No ping, no link but ours, no formatting but ours."""
    assert judge.place.pings(message) == []
    assert {url for _, url in rendering.links(message)} <= allowed
    used = {kind for kind, _ in rendering.effects(message)}
    # Our own: the relative time, small print, a struck headline, bold titles in text.
    assert used <= {"time", "heading", "strike", "bold"}, rendering.effects(message)
    for kind, shown in rendering.effects(message):
        if kind == "time":
            assert shown == f"<t:{int(a_story().published_at.timestamp())}:R>"


URL = "https://desk.example/stories/gas-cap"
texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(max_size=400),
    st.lists(st.sampled_from(HOSTILE), max_size=5).map(" ".join),
    st.text(alphabet="\\*_~`|<>[]()#@:-+./!htps \n1", max_size=600),
)
messages = st.builds(
    lambda text, kind, struck: {
        "card": a_brief(text, url=URL, struck=struck),
        "note": a_note(text, url=URL, kind=AlertKind.CORRECTION),
        "roll-up": RollUp(title=text, briefs=(a_brief(text, url=URL, struck=struck),) * 12, more=3),
    }[kind],
    texts,
    st.sampled_from(["card", "note", "roll-up"]),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(message=messages)
def test_any_message_is_taken_and_harmless(judge: Judge, message: Message) -> None:
    buttons = card_buttons
    for payload in (payload_of(message, buttons), text_payload(message, buttons)):
        assert_harmless(judge, judge.post(payload), frozenset({URL}))
    assert_harmless(judge, judge.post(plain_payload(message, KEY)), frozenset())


@pytest.mark.parametrize("text", HOSTILE)
def test_known_attacks_are_only_words(judge: Judge, text: str) -> None:
    for message in (a_brief(text), a_note(text), RollUp(title=text, briefs=(a_brief(text),))):
        posted = judge.post(payload_of(message, card_buttons))
        assert_harmless(judge, posted, frozenset())
    linked = a_brief(text, url=URL)
    assert rendering.lying_links(judge.post(payload_of(linked, card_buttons))) == []


@pytest.mark.parametrize("unit", ["word ", "x", "*", "\\", "@everyone ", "日本語 ", "🔴"])
def test_a_story_of_100_kilobytes_stays_within_every_limit(judge: Judge, unit: str) -> None:
    text = unit * (100_000 // len(unit.encode()))
    brief = a_brief(text, url=URL, takeaways=(text,) * 30, why=(text,) * 30, regions=(text,) * 30)
    roll_up = RollUp(title=text, briefs=(brief,) * 30)
    for message in (brief, a_note(text, changes=(text,) * 30), roll_up):
        posted = judge.post(payload_of(message, card_buttons))
        assert posted["embeds"]
        assert validate.embed_characters(posted["embeds"]) <= 6000
        for payload in (text_payload(message, card_buttons), plain_payload(message, KEY)):
            assert 0 < len(judge.post(payload)["content"]) <= 2000


def test_what_is_cut_is_cut_at_a_word_with_a_link_to_the_rest(judge: Judge) -> None:
    text = "Ministers of several countries agree " * 40
    posted = judge.post(payload_of(a_brief(text, url=URL), card_buttons))
    title = next(seen for place, seen in rendering.places(posted) if place == "title")
    assert title.text.endswith(("agree…", "several…", "countries…", "of…", "Ministers…"))
    assert ("Read the rest", URL) in rendering.links(posted)


def test_a_card_says_impact_in_number_word_and_shape(judge: Judge) -> None:
    story = a_story(impact=9, sentiment=SentimentLabel.NEGATIVE, sources=14)
    posted = judge.post(payload_of(brief_of(story, why=("s2 - impact 9",)), card_buttons))
    lines = judge.place.visible_text(posted).split("\n")
    assert lines[0] == "🔴 [9/10] Ministers agree on a gas price cap"
    assert lines[1].startswith("critical impact · Energy · ▼ negative · Verified by 14 sources · ")
    assert lines[2] == "• The cap starts in December."
    assert lines[3] == "Why: s2 - impact 9"
    assert lines[4:] == ["Sources 14", "Why", "Mute story"]


def test_a_withdrawn_story_is_marked_and_struck(judge: Judge) -> None:
    posted = judge.post(payload_of(a_brief("Gone", mark="RETRACTED", struck=True), card_buttons))
    assert judge.place.visible_text(posted).startswith("RETRACTED · 🟠 [7/10] Gone")
    assert ("strike", "Gone") in rendering.effects(posted, "title")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "https://",
        "http://[",
        "https://a.example/" + "x" * 3000,
        "https://a.example/\n",
    ],
)
def test_an_address_that_discord_would_refuse_is_left_out(judge: Judge, url: str) -> None:
    for message in (a_brief("Words", url=url), a_note("Words", url=url)):
        posted = judge.post(payload_of(message, card_buttons))
        assert rendering.links(posted) == []


@pytest.mark.parametrize(
    "headline", ["Log in at bank.example now", "HTTPS://Bank.Example", "ｂａｎｋ.example"]
)
def test_a_headline_that_names_another_site_is_no_link_itself(judge: Judge, headline: str) -> None:
    card = a_brief("Words", headline=headline, url=URL)
    note = a_note("Words", headline=headline, url=URL, changes=("impact 7 -> 9",))
    for message in (card, note, RollUp(title="1", briefs=(card,))):
        posted = judge.post(payload_of(message, card_buttons))
        assert rendering.links(posted) == [("Read it here", URL)]
        assert rendering.lying_links(posted) == []


def test_a_headline_may_name_its_own_site(judge: Judge) -> None:
    brief = a_brief("Words", headline="desk.example has news", url=URL)
    posted = judge.post(payload_of(brief, card_buttons))
    ((shown, address),) = rendering.links(posted)
    assert (shown, address) == ("Words · 🟠 [7/10] desk.example has news", URL)


def test_an_address_with_brackets_stays_one_link(judge: Judge) -> None:
    url = "https://a.example/wiki/Cap_(gas)"
    posted = judge.post(
        payload_of(RollUp(title="1", briefs=(a_brief("Words", url=url),)), card_buttons)
    )
    assert [address for _, address in rendering.links(posted)] == [
        "https://a.example/wiki/Cap_%28gas%29"
    ]


replies = st.builds(
    lambda title, lines, footer, briefs: Reply(
        title=title,
        lines=tuple(lines),
        footer=tuple(footer),
        cards=tuple(Card(brief=b, buttons=card_buttons(b)) for b in briefs),
    ),
    texts,
    st.lists(texts, max_size=12),
    st.lists(texts, max_size=3),
    st.lists(texts.map(a_brief), max_size=4),
)


@settings(max_examples=30, deadline=None)
@given(reply=replies)
def test_any_reply_is_taken_whole_or_says_what_is_missing(judge: Judge, reply: Reply) -> None:
    payloads = reply_payloads(reply)
    assert 1 <= len(payloads) <= 4
    for payload in payloads:
        posted = judge.post(payload, None)
        assert judge.place.pings(posted) == []
        assert rendering.lying_links(posted) == []


def test_a_very_long_reply_says_that_it_was_cut(judge: Judge) -> None:
    reply = Reply(title="List", lines=tuple(f"• s{n} " + "x" * 880 for n in range(60)))
    shown = [judge.place.visible_text(judge.post(p, None)) for p in reply_payloads(reply)]
    assert len(shown) == 4
    assert "left out; ask for less to see the rest" in shown[-1]


def test_a_reply_shows_commands_as_code_and_addresses_as_themselves(judge: Judge) -> None:
    reply = Reply(
        title="Done",
        lines=("Try: `/news list`", "• see https://desk.example/a_b, please", "`/news top 7d`"),
    )
    (payload,) = reply_payloads(reply)
    posted = judge.post(payload, None)
    assert ("code", "/news list") in rendering.effects(posted)
    assert ("code", "/news top 7d") in rendering.effects(posted)
    assert rendering.links(posted) == [("https://desk.example/a_b", "https://desk.example/a_b")]
    assert "• see https://desk.example/a_b, please" in judge.place.visible_text(posted)


def test_an_empty_reply_is_still_an_answer() -> None:
    (payload,) = reply_payloads(Reply())
    assert payload.embeds[0]["description"] == "Done."
