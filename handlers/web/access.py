"""Who may ask: only browsers that mean this address, and only people who know the password.

A page elsewhere can make a browser send requests here (another site's script, or a name that is
pointed at this machine after it was loaded). Host and Origin tell those apart.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.settings import WebSettings
from handlers.web.login import Logins

LOOPBACK_NAMES: Final = frozenset({"localhost", "127.0.0.1", "::1"})
OPEN_PATHS: Final = ("/login", "/static/")
SECURITY_HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def is_loopback(bind: str) -> bool:
    """Whether only this machine can reach a server bound there."""
    if bind == "localhost":
        return True
    try:
        return ipaddress.ip_address(bind.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Under which names this server may be asked."""

    hosts: frozenset[str]
    origins: frozenset[str]
    """Origins that are ours although a proxy in front changed the Host header."""
    addresses: bool
    """Any plain address will do: bound beyond loopback, and an address cannot be re-pointed."""

    @classmethod
    def of(cls, settings: WebSettings) -> Names:
        public = urlsplit(settings.public_url)
        hosts = {*LOOPBACK_NAMES, settings.bind.strip("[]").lower()}
        hosts |= {public.hostname} if public.hostname else set()
        origin = f"{public.scheme}://{public.netloc}".lower()
        return cls(
            hosts=frozenset(hosts),
            origins=frozenset({origin} if public.hostname else ()),
            addresses=not is_loopback(settings.bind),
        )

    def allow_host(self, header: str) -> bool:
        host = _hostname(header)
        return host in self.hosts or (self.addresses and _is_address(host))

    def allow_origin(self, headers: Headers) -> bool:
        """Whether the page that sent this is ours; programs send no Origin at all."""
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return False
        origin = headers.get("origin")
        if origin is None:
            return True
        return origin.lower() in self.origins or (
            origin.lower().partition("://")[2] == headers.get("host", "").lower()
        )


class Guard:
    """Checks host, origin and password, and adds the security headers to every answer."""

    def __init__(self, app: ASGIApp, *, names: Names, logins: Logins | None) -> None:
        self._app = app
        self._names = names
        self._logins = logins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(Request(scope))
        await (refusal or self._app)(scope, receive, send_guarded)

    def _refusal(self, request: Request) -> Response | None:
        headers = request.headers
        if not self._names.allow_host(headers.get("host", "")):
            return _refused(
                f"This server does not answer to the name {headers.get('host', '')!r}. "
                "Ask it by its address, or set web.public_url to the name in front of it.",
                421,
            )
        if request.method not in {"GET", "HEAD"} and not self._names.allow_origin(headers):
            return _refused("This request comes from another site's page and is not taken.", 403)
        if self._logins is None or request.url.path.startswith(OPEN_PATHS):
            return None
        return _unless_known(request, self._logins)


def _unless_known(request: Request, logins: Logins) -> Response | None:
    address = request.client.host if request.client else ""
    if logins.has_session(request.cookies):
        return None
    given = request.headers.get("authorization", "")
    if given and logins.blocked(address):
        return _refused("Too many wrong passwords; try again in a minute.", 429)
    if given and logins.basic(given, address):
        return None
    if "text/html" in request.headers.get("accept", "") and request.method == "GET":
        return RedirectResponse("/login", status_code=303)
    refusal = _refused(
        "A password is needed: send it by HTTP Basic with any user name, or log in at /login.", 401
    )
    refusal.headers["WWW-Authenticate"] = 'Basic realm="Tidings", charset="UTF-8"'
    return refusal


def _refused(words: str, status: int) -> Response:
    return JSONResponse({"ok": False, "text": words, "data": {}}, status_code=status)


def _hostname(header: str) -> str:
    try:
        return (urlsplit(f"//{header}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
