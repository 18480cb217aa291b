from __future__ import annotations

import base64
from datetime import timedelta

import pytest
from starlette.responses import Response

from bot.testing import FakeClock
from handlers.web import limits
from handlers.web.login import COOKIE, Logins


@pytest.fixture
def logins(clock: FakeClock) -> Logins:
    return Logins("open sesame", clock=clock, secure=False)


def basic(password: str, user: str = "anybody") -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


def cookie_of(logins: Logins) -> str:
    response = Response()
    logins.begin(response)
    return response.headers["set-cookie"].partition("=")[2].partition(";")[0]


def test_the_password_opens_under_any_user_name(logins: Logins) -> None:
    assert logins.basic(basic("open sesame"), "a")
    assert logins.basic(basic("open sesame", ""), "a")


@pytest.mark.parametrize(
    "header", [basic("open"), "Basic ???", "Bearer open sesame", "Basic", "", "Basic /////w=="]
)
def test_nothing_else_does(logins: Logins, header: str) -> None:
    assert not logins.basic(header, "a")


def test_a_session_lasts_thirty_days_and_no_longer(logins: Logins, clock: FakeClock) -> None:
    cookie = cookie_of(logins)
    assert logins.has_session({COOKIE: cookie})
    clock.advance(limits.SESSION + timedelta(seconds=1))
    assert not logins.has_session({COOKIE: cookie})


def test_a_session_ends_with_the_password(logins: Logins, clock: FakeClock) -> None:
    changed = Logins("another", clock=clock, secure=False)
    assert not changed.has_session({COOKIE: cookie_of(logins)})


def test_a_session_cannot_be_made_up_or_prolonged(logins: Logins) -> None:
    until, _, signature = cookie_of(logins).partition(".")
    for forged in (
        f"{int(until) + 1}.{signature}",
        f"{until}.",
        until,
        "",
        "x.y",
        "٣." + signature,
    ):
        assert not logins.has_session({COOKIE: forged})


def test_the_cookie_is_kept_from_scripts_and_other_sites(logins: Logins, clock: FakeClock) -> None:
    response = Response()
    Logins("x", clock=clock, secure=True).begin(response)
    words = response.headers["set-cookie"].lower()
    assert "httponly" in words
    assert "samesite=lax" in words
    assert "secure" in words


def test_guessing_is_stopped_for_a_minute_and_for_that_address_only(
    logins: Logins, clock: FakeClock
) -> None:
    for _ in range(limits.FAILED_LOGINS):
        assert not logins.blocked("a")
        assert not logins.matches("wrong", "a")
    assert logins.blocked("a")
    assert not logins.blocked("b")
    clock.advance(limits.FAILED_WINDOW + timedelta(seconds=1))
    assert not logins.blocked("a")
    assert logins.matches("open sesame", "a")
