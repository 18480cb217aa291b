"""Fetch an address politely and within limits. The only importer of httpx.

Conditional GET, gzip, at most five redirects, ten megabytes, thirty seconds, a pace for each host,
and no private addresses unless a source allows them. Every failure is a FetchError in words.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from bot.errors import FetchError
from bot.ports.clock import Clock
from bot.sources.addresses import GuardedBackend

MAX_BYTES = 10_000_000
"""After decompression, so that a small bomb is a large body."""
MAX_REDIRECTS = 5
TOTAL = timedelta(seconds=30)
HOST_PAUSE = timedelta(milliseconds=250)
"""Between the starts of two requests to one host."""
MAX_WAIT = timedelta(hours=6)
"""The longest Retry-After that is believed."""
USER_AGENT = "Tidings/0.1 (+https://github.com/tidings-bot/tidings)"
ACCEPT = (
    "application/feed+json, application/json;q=0.9, application/atom+xml, application/rss+xml, "
    "application/xml;q=0.8, text/html;q=0.7, */*;q=0.5"
)
_REDIRECTS = {301, 302, 303, 307, 308}
# httpx has no words of its own for these.
_SILENT: dict[type[Exception], str] = {
    httpx.ReadTimeout: "it stopped answering",
    httpx.ConnectTimeout: "it does not answer",
    httpx.RemoteProtocolError: "it hung up",
    httpx.ReadError: "it hung up",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer: a body, or the word that nothing changed."""

    url: str
    """Where the body came from, after redirects."""
    body: bytes = b""
    content_type: str = ""
    """Lower-case media type without parameters."""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False


class _GuardedTransport(httpx.AsyncHTTPTransport):
    def __init__(self) -> None:
        super().__init__(retries=0)
        # httpx offers no parameter for httpcore's network backend; this is the one place to put it.
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=100,
            max_keepalive_connections=20,
            network_backend=GuardedBackend(),
        )


class Fetcher:
    """One for the process; an async context manager."""

    def __init__(
        self,
        clock: Clock,
        *,
        max_bytes: int = MAX_BYTES,
        total: timedelta = TOTAL,
        host_pause: timedelta = HOST_PAUSE,
    ) -> None:
        self._clock = clock
        self._max_bytes = max_bytes
        self._total = total
        self._pace = _HostPace(clock, host_pause)
        self._guarded = _client(_GuardedTransport())
        self._open = _client(httpx.AsyncHTTPTransport(retries=0))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._guarded.aclose()
        await self._open.aclose()

    async def get(
        self, url: str, *, etag: str = "", last_modified: str = "", allow_private: bool = False
    ) -> Fetched:
        """GET `url`. Raises FetchError for anything that is not a 2xx or a 304."""
        headers = {}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        client = self._open if allow_private else self._guarded
        try:
            async with asyncio.timeout(self._total.total_seconds()):
                return await self._follow(client, _checked(url), headers)
        except TimeoutError as exc:
            raise FetchError(
                f"{url} did not finish within {self._total.total_seconds():g} s."
            ) from exc

    async def _follow(
        self, client: httpx.AsyncClient, url: str, headers: dict[str, str]
    ) -> Fetched:
        seen = [url]
        while True:
            async with self._answer(client, url, headers) as response:
                target = response.headers.get("location")
                if response.status_code not in _REDIRECTS or not target:
                    return await self._read(url, response)
            url = _checked(urljoin(url, target))
            if url in seen:
                raise FetchError(f"{seen[0]} redirects in a circle: {' -> '.join([*seen, url])}")
            seen.append(url)
            if len(seen) > MAX_REDIRECTS + 1:
                raise FetchError(
                    f"{seen[0]} redirects more than {MAX_REDIRECTS} times, last to {url}."
                )

    @asynccontextmanager
    async def _answer(
        self, client: httpx.AsyncClient, url: str, headers: dict[str, str]
    ) -> AsyncIterator[httpx.Response]:
        await self._pace.wait(urlsplit(url).netloc)
        try:
            async with client.stream("GET", url, headers=headers) as response:
                yield response
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.ProtocolError) as exc:
            reason = str(exc) or _SILENT.get(type(exc), type(exc).__name__)
            raise FetchError(f"{url} cannot be reached: {reason}.") from exc

    async def _read(self, url: str, response: httpx.Response) -> Fetched:
        headers = response.headers
        etag, changed = headers.get("etag", ""), headers.get("last-modified", "")
        if response.status_code == 304:
            return Fetched(url=url, etag=etag, last_modified=changed, not_modified=True)
        if not response.is_success:
            raise FetchError(
                f"{url} answered {response.status_code} {response.reason_phrase}".rstrip() + ".",
                retry_after=self._retry_after(response),
                status=response.status_code,
            )
        media, _, _ = headers.get("content-type", "").partition(";")
        return Fetched(
            url=url,
            body=await self._bounded(url, response),
            content_type=media.strip().lower(),
            charset=response.charset_encoding or "",
            etag=etag,
            last_modified=changed,
        )

    async def _bounded(self, url: str, response: httpx.Response) -> bytes:
        announced = response.headers.get("content-length", "")
        if announced.isdecimal() and int(announced[:20]) > self._max_bytes:
            raise self._too_large(url)
        body = bytearray()
        async for chunk in response.aiter_bytes(65_536):
            body += chunk
            if len(body) > self._max_bytes:
                raise self._too_large(url)
        return bytes(body)

    def _too_large(self, url: str) -> FetchError:
        limit = f"{self._max_bytes / 1e6:g} MB"
        return FetchError(f"{url} is larger than {limit}; nothing of it was taken.")

    def _retry_after(self, response: httpx.Response) -> timedelta | None:
        value = response.headers.get("retry-after", "").strip()
        if value.isdigit():
            return min(timedelta(seconds=int(value)), MAX_WAIT)
        try:
            wait = parsedate_to_datetime(value) - self._clock.now()
        except (ValueError, TypeError):
            return None
        return min(max(wait, timedelta(0)), MAX_WAIT)


def _client(transport: httpx.AsyncBaseTransport) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=transport,
        timeout=httpx.Timeout(15.0, connect=10.0),
        headers={"User-Agent": USER_AGENT, "Accept": ACCEPT},
        follow_redirects=False,
    )


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as exc:
        raise FetchError(f"{url!r} is not an address: {exc}.") from exc
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == 0:
        raise FetchError(f"{url!r} is not an address; it must begin with http:// or https://.")
    return url


class _HostPace:
    """Spaces out requests to one host; hosts do not wait for each other."""

    def __init__(self, clock: Clock, pause: timedelta) -> None:
        self._clock = clock
        self._pause = pause
        self._free_at: dict[str, float] = {}

    async def wait(self, host: str) -> None:
        now = self._clock.now().timestamp()
        start = max(now, self._free_at.get(host, now))
        self._free_at[host] = start + self._pause.total_seconds()
        if start > now:
            await self._clock.sleep(timedelta(seconds=start - now))
        if len(self._free_at) > 10_000:
            self._free_at = {key: at for key, at in self._free_at.items() if at > start}
