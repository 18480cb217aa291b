from __future__ import annotations

import pytest
from starlette.datastructures import Headers

from bot.settings import WebSettings
from handlers.web.access import Names, is_loopback


@pytest.mark.parametrize("bind", ["127.0.0.1", "127.0.0.9", "::1", "[::1]", "localhost"])
def test_loopback_is_this_machine_only(bind: str) -> None:
    assert is_loopback(bind)


@pytest.mark.parametrize("bind", ["0.0.0.0", "::", "192.168.1.4", "news.example", ""])
def test_everything_else_can_be_reached(bind: str) -> None:
    assert not is_loopback(bind)


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8765", "127.0.0.1:8765", "[::1]:8765", "localhost."]
)
def test_loopback_names_are_ours(host: str) -> None:
    assert Names.of(WebSettings()).allow_host(host)


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:8765", "10.0.0.1", "127.0.0.1.evil.example", "[::1"]
)
def test_a_rebound_name_is_not_answered(host: str) -> None:
    assert not Names.of(WebSettings()).allow_host(host)


def test_the_public_name_is_ours_too() -> None:
    names = Names.of(WebSettings(public_url="https://news.example/"))
    assert names.allow_host("news.example")
    assert not names.allow_host("other.example")


def test_a_server_on_the_network_answers_to_addresses_but_to_no_foreign_name() -> None:
    names = Names.of(WebSettings(bind="0.0.0.0"))
    assert names.allow_host("192.168.1.4:8765")
    assert not names.allow_host("evil.example:8765")


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({"host": "127.0.0.1:8765"}, True),
        ({"host": "127.0.0.1:8765", "origin": "http://127.0.0.1:8765"}, True),
        ({"host": "127.0.0.1:8765", "origin": "http://127.0.0.1:9999"}, False),
        ({"host": "127.0.0.1:8765", "origin": "https://evil.example"}, False),
        ({"host": "127.0.0.1:8765", "origin": "null"}, False),
        ({"host": "127.0.0.1:8765", "sec-fetch-site": "cross-site"}, False),
        ({"host": "127.0.0.1:8765", "sec-fetch-site": "same-site"}, False),
        ({"host": "127.0.0.1:8765", "sec-fetch-site": "same-origin"}, True),
        # A proxy in front that did not keep the Host header.
        ({"host": "127.0.0.1:8765", "origin": "https://news.example"}, True),
    ],
)
def test_only_our_own_pages_may_change_something(headers: dict[str, str], allowed: bool) -> None:
    names = Names.of(WebSettings(public_url="https://news.example"))
    assert names.allow_origin(Headers(headers)) is allowed
