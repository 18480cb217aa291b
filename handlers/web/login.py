"""The password: compared in constant time, remembered in a signed cookie, guessed slowly."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections import deque
from collections.abc import Mapping
from datetime import datetime
from typing import Final
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.ports.clock import Clock
from handlers.web import limits
from handlers.web.rendering import Renderer

COOKIE: Final = "tidings_session"


class Logins:
    """Knows the password and who has shown it."""

    def __init__(self, password: str, *, clock: Clock, secure: bool) -> None:
        self._password = password.encode()
        # Derived from the password: sessions outlive a restart and end when it is changed.
        self._key = hashlib.sha256(b"tidings web session\0" + self._password).digest()
        self._clock = clock
        self._secure = secure
        self._failures: dict[str, deque[datetime]] = {}

    def matches(self, given: str, address: str) -> bool:
        """Whether it is the password; a wrong one is counted against the address."""
        if hmac.compare_digest(given.encode(), self._password):
            self._failures.pop(address, None)
            return True
        if len(self._failures) >= limits.ADDRESSES_WATCHED:
            self._failures.clear()
        self._failures.setdefault(address, deque(maxlen=limits.FAILED_LOGINS)).append(
            self._clock.now()
        )
        return False

    def blocked(self, address: str) -> bool:
        """Whether the address guessed wrong too often within the last minute."""
        failures = self._failures.get(address, ())
        since = self._clock.now() - limits.FAILED_WINDOW
        return sum(moment > since for moment in failures) >= limits.FAILED_LOGINS

    def basic(self, header: str, address: str) -> bool:
        """Whether an Authorization header carries the password, under any user name."""
        scheme, _, value = header.partition(" ")
        if scheme.lower() != "basic":
            return False
        try:
            given = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            return False
        return self.matches(given.partition(":")[2], address)

    def has_session(self, cookies: Mapping[str, str]) -> bool:
        until, _, signature = cookies.get(COOKIE, "").partition(".")
        if not until.isascii() or not until.isdigit() or len(until) > 12:
            return False
        signed = hmac.compare_digest(signature.encode(), self._sign(until).encode())
        return signed and int(until) > self._clock.now().timestamp()

    def begin(self, response: Response) -> None:
        """Let the browser in for as long as a session lasts."""
        until = str(int((self._clock.now() + limits.SESSION).timestamp()))
        response.set_cookie(
            COOKIE,
            f"{until}.{self._sign(until)}",
            max_age=int(limits.SESSION.total_seconds()),
            httponly=True,
            secure=self._secure,
            samesite="lax",
        )

    def _sign(self, until: str) -> str:
        return hmac.new(self._key, until.encode(), hashlib.sha256).hexdigest()


class LoginPage:
    """The small form for people; programs send the password with each request."""

    def __init__(self, logins: Logins, renderer: Renderer) -> None:
        self._logins = logins
        self._renderer = renderer

    async def show(self, request: Request) -> Response:
        del request
        return self._form()

    async def enter(self, request: Request) -> Response:
        address = request.client.host if request.client else ""
        if self._logins.blocked(address):
            return self._form("Too many wrong passwords; try again in a minute.", 429)
        fields = parse_qs((await request.body()).decode("utf-8", "replace"))
        if not self._logins.matches(fields.get("password", [""])[0], address):
            return self._form("That is not the password.", 401)
        response = RedirectResponse("/", status_code=303)
        self._logins.begin(response)
        return response

    def _form(self, problem: str = "", status: int = 200) -> Response:
        page = self._renderer.page("login.html", problem=problem)
        return HTMLResponse(page, status_code=status, headers={"Cache-Control": "no-store"})
