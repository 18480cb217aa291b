"""The counterpart as the real discord.py meets it: login, commands, answers, posts, reconnects."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import aiohttp
import discord
import pytest

from tests.counterparts.discord import DiscordCounterpart, PersonError
from tests.counterparts.discord.bot import Bot
from tests.counterparts.discord.pointing import discord_py_at
from tests.counterparts.discord.waiting import until


class Live:
    """A counterpart with one guild and channel, and the bot logged in and synced."""

    def __init__(self, place: DiscordCounterpart, bot: Bot) -> None:
        self.place, self.bot = place, bot
        self.guild = place.add_guild()
        self.channel = place.add_channel(self.guild["id"], "alerts")["id"]
        self.user = place.add_member(self.guild["id"], "Ann")["id"]

    def target(self) -> discord.TextChannel:
        channel = self.bot.get_channel(int(self.channel))
        assert isinstance(channel, discord.TextChannel)
        return channel


@pytest.fixture
async def live() -> AsyncIterator[Live]:
    async with DiscordCounterpart() as place:
        place.gateway.identify_seconds = 0
        with discord_py_at(place.api_url, place.gateway_url):
            bot = Bot()
            world = Live(place, bot)
            await bot.login(place.token)
            task = asyncio.ensure_future(bot.connect())
            try:
                await asyncio.wait_for(bot.wait_until_ready(), 10)
                await bot.tree.sync()
                yield world
            finally:
                await bot.close()
                with suppress(asyncio.CancelledError):
                    await task
        assert place.violations == []


async def test_login_ready_and_guild_arrive(live: Live) -> None:
    assert live.bot.user is not None
    assert str(live.bot.user.id) == live.place.world.bot["id"]
    assert [str(guild.id) for guild in live.bot.guilds] == [live.guild["id"]]
    assert live.bot.intents.value == 1


async def test_slash_command_answers_within_three_seconds(live: Live) -> None:
    outcome = await live.place.people.slash(
        live.user, live.channel, "news echo", {"text": "hi ", "times": 2}
    )
    assert outcome["answered"] == 4
    assert outcome["ephemeral"]
    assert outcome["messages"][0]["content"] == "hi hi"
    assert live.place.messages(live.channel) == []
    assert len(live.place.messages(live.channel, reader=live.user)) == 1


async def test_subcommand_options_are_checked_as_the_client_does(live: Live) -> None:
    people = live.place.people
    with pytest.raises(PersonError, match="needs text"):
        await people.slash(live.user, live.channel, "news echo")
    with pytest.raises(PersonError, match="must lie in"):
        await people.slash(live.user, live.channel, "news echo", {"text": "x", "times": 9})
    with pytest.raises(PersonError, match="hidden"):
        await people.slash(live.user, live.channel, "admin")
    past = await people.slash(live.user, live.channel, "admin", past_permissions=True)
    assert past["messages"][0]["content"] == "hello, admin"


async def test_autocomplete_offers_the_bots_choices(live: Live) -> None:
    offered = await live.place.people.autocomplete(
        live.user, live.channel, "news echo", "text", "ger"
    )
    assert offered == [{"name": "ger!", "value": "ger"}]


async def test_deferred_answer_is_filled_and_followed_up(live: Live) -> None:
    outcome = await live.place.people.slash(live.user, live.channel, "news slow")
    assert outcome["deferred"]
    number = outcome["interaction"]
    await until(lambda: len(live.place.people.outcome(number)["messages"]) == 2)
    outcome = live.place.people.outcome(number)
    assert [m["content"] for m in outcome["messages"]] == ["done", "and more"]
    assert all(m["flags"] & 64 for m in outcome["messages"])


async def test_a_silent_bot_did_not_respond(live: Live) -> None:
    live.place.people.patience = 0.1
    outcome = await live.place.people.slash(live.user, live.channel, "news silent")
    assert not outcome["answered"]
    assert outcome["messages"] == []


async def test_button_press_updates_its_message(live: Live) -> None:
    outcome = await live.place.people.slash(live.user, live.channel, "news echo", {"text": "hi"})
    message = outcome["messages"][0]["id"]
    pressed = await live.place.people.click(live.user, live.channel, message, "Press")
    assert pressed["answered"] == 7
    assert pressed["messages"][0]["content"] == "pressed"
    other = live.place.add_member(live.guild["id"], "Bea")["id"]
    with pytest.raises(PersonError, match="sees no message"):
        await live.place.people.click(other, live.channel, message, "Press")


async def test_a_form_opens_and_is_submitted(live: Live) -> None:
    opened = await live.place.people.slash(live.user, live.channel, "news form")
    assert opened["modal"]["title"] == "Subscribe"
    sent = await live.place.people.submit(
        live.user, live.channel, opened["modal"], {"region": "EU"}
    )
    assert sent["messages"][0]["content"] == "thanks"


async def test_a_late_answer_is_an_unknown_interaction(live: Live) -> None:
    place = live.place
    asked = asyncio.ensure_future(
        place.people.slash(live.user, live.channel, "news echo", {"text": "late"})
    )
    # One step is enough to send the interaction, and too little for the bot to answer it.
    await asyncio.sleep(0)
    place.advance(seconds=3.5)
    await until(lambda: place.requests[-1]["path"].startswith("/interactions"))
    await until(lambda: "status" in place.requests[-1])
    assert place.requests[-1]["answer"]["code"] == 10062
    asked.cancel()
    assert [record["answered"] for record in place.world.interactions.values()] == [0]


async def test_the_same_nonce_twice_is_one_message(live: Live) -> None:
    first = await live.target().send("news", nonce="d-1")
    again = await live.target().send("news", nonce="d-1")
    assert first.id == again.id
    assert len(live.place.messages(live.channel)) == 1
    live.place.advance(minutes=5, seconds=1)
    later = await live.target().send("news", nonce="d-1")
    assert later.id != first.id


async def test_the_nonce_of_a_deleted_message_is_an_unknown_message(live: Live) -> None:
    first = await live.target().send("news", nonce="d-1")
    live.place.delete_message(live.channel, str(first.id))
    with pytest.raises(discord.NotFound) as refused:
        await live.target().send("news", nonce="d-1")
    assert refused.value.code == 10008


async def test_a_stored_message_whose_answer_was_lost_is_found_by_its_nonce(live: Live) -> None:
    live.place.fault("apply_then_drop", method="POST", channel=live.channel)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await live.target().send("news", nonce="d-1")
    await live.target().send("news", nonce="d-1")
    assert len(live.place.messages(live.channel)) == 1


async def test_listing_never_returns_a_nonce_and_is_empty_without_history(live: Live) -> None:
    await live.target().send("news", nonce="d-1")
    assert [m.nonce async for m in live.target().history(limit=5)] == [None]
    live.place.forbid(live.channel, "READ_MESSAGE_HISTORY")
    assert [m async for m in live.target().history(limit=5)] == []


async def test_429_with_via_is_waited_for_and_without_it_raised(live: Live) -> None:
    place = live.place
    place.fault("ratelimit", method="POST", channel=live.channel, retry_after=0.01)
    await live.target().send("after a pause")
    place.fault("ratelimit", method="POST", channel=live.channel, retry_after=31)
    with pytest.raises(discord.RateLimited):
        await live.target().send("too long")
    place.fault("cloudflare", method="POST", channel=live.channel)
    with pytest.raises(discord.HTTPException) as banned:
        await live.target().send("banned")
    assert banned.value.status == 429
    assert len(place.messages(live.channel)) == 1
    assert place.traffic.invalid == 3


async def test_ten_thousand_invalid_requests_ban_the_address(live: Live) -> None:
    live.place.traffic.invalid_allowed = 2
    live.place.forbid(live.channel)
    for _ in range(2):
        with pytest.raises(discord.Forbidden):
            await live.target().send("no")
    with pytest.raises(discord.HTTPException) as banned:
        await live.target().send("no")
    assert banned.value.status == 429
    live.place.advance(minutes=10)
    with pytest.raises(discord.Forbidden):
        await live.target().send("no")


@pytest.mark.parametrize(
    ("missing", "code"),
    [("VIEW_CHANNEL", 50001), ("SEND_MESSAGES", 50013), ("EMBED_LINKS", 50013)],
)
async def test_missing_permissions_are_refused(live: Live, missing: str, code: int) -> None:
    live.place.forbid(live.channel, missing)
    with pytest.raises(discord.Forbidden) as refused:
        await live.target().send(embed=discord.Embed(title="x"))
    assert refused.value.code == code


async def test_reply_thread_edit_and_delete(live: Live) -> None:
    parent = await live.target().send("parent")
    reply = await parent.reply("child")
    assert reply.reference is not None
    assert reply.reference.message_id == parent.id
    thread = await parent.create_thread(name="updates")
    await thread.send("in thread")
    await parent.edit(content="changed")
    await reply.delete()
    assert [m["content"] for m in live.place.messages(live.channel)] == ["changed"]
    assert [m["content"] for m in live.place.messages(str(thread.id))] == ["in thread"]


async def test_direct_messages_can_be_closed(live: Live) -> None:
    user = await live.bot.create_dm(discord.Object(int(live.user)))
    await user.send("psst")
    assert [m["content"] for m in live.place.direct_messages(live.user)] == ["psst"]
    live.place.close_dms(live.user)
    with pytest.raises(discord.Forbidden) as refused:
        await user.send("again")
    assert refused.value.code == 50007


async def test_a_dropped_line_is_resumed_with_what_was_missed(live: Live) -> None:
    place = live.place
    place.gateway.drop()
    await asyncio.wait_for(live.bot.disconnected.wait(), 5)
    place.rename_channel(live.channel, "renamed")
    await asyncio.wait_for(live.bot.resumed.wait(), 10)
    assert live.target().name == "renamed"
    assert (place.gateway.identifies, place.gateway.resumes) == (1, 1)


async def test_a_compressed_stream_is_understood_too(live: Live) -> None:
    live.place.gateway.compresses = True
    live.place.gateway.ask_reconnect()
    await asyncio.wait_for(live.bot.resumed.wait(), 10)
    live.place.rename_channel(live.channel, "renamed")
    await until(lambda: live.target().name == "renamed")


async def test_op_7_resumes_and_op_9_identifies_anew(live: Live) -> None:
    place = live.place
    place.gateway.ask_reconnect()
    await asyncio.wait_for(live.bot.resumed.wait(), 10)
    place.gateway.ready.clear()
    place.gateway.invalidate(resumable=False)
    await asyncio.wait_for(place.gateway.ready.wait(), 10)
    assert (place.gateway.identifies, place.gateway.resumes) == (2, 1)


async def test_a_kick_is_a_removal_and_an_outage_is_not(live: Live) -> None:
    live.place.outage(live.guild["id"])
    await live.bot.wait_for("guild_unavailable", timeout=5)
    live.place.outage(live.guild["id"], over=True)
    await live.bot.wait_for("guild_available", timeout=5)
    assert live.bot.removed == []
    live.place.kick(live.guild["id"])
    await live.bot.wait_for("guild_remove", timeout=5)
    assert live.bot.removed == [int(live.guild["id"])]


async def test_a_wrong_token_is_refused_everywhere(live: Live) -> None:
    stranger = Bot()
    with pytest.raises(discord.LoginFailure):
        await stranger.login("wrong")
    await stranger.close()
