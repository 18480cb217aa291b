"""A uvicorn server inside our loop: our signals, our socket, and a stop that does not wait.

The socket is bound before anything else, so that a taken port is said at once and in words.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import Generator

import uvicorn
from starlette.types import ASGIApp

from bot.errors import ConfigError
from bot.settings import WebSettings
from handlers.web import limits

BACKLOG = 128


class Server(uvicorn.Server):
    """Stops when its task is cancelled or told to; never touches the process's signals."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


def server_for(app: ASGIApp) -> Server:
    return Server(
        uvicorn.Config(
            app,
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            ws="none",
            timeout_graceful_shutdown=round(limits.SHUTDOWN.total_seconds()),
            h11_max_incomplete_event_size=32 * 1024,
        )
    )


async def bound_socket(settings: WebSettings) -> socket.socket:
    """A listening socket. Raises ConfigError that names address, port and what to do."""
    where = f"{settings.bind}:{settings.port}"
    bind = settings.bind.strip("[]")
    try:
        found = await asyncio.get_running_loop().getaddrinfo(
            bind, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        return _bound(found[0][0], found[0][4])
    except OSError as error:
        raise ConfigError(_explain(error, where, settings)) from error


def _bound(family: int, address: object) -> socket.socket:
    bound = socket.socket(family, socket.SOCK_STREAM)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)  # type: ignore[arg-type]  # as getaddrinfo gave it
        bound.listen(BACKLOG)
        bound.setblocking(False)  # noqa: FBT003 - the socket's own signature
    except OSError:
        bound.close()
        raise
    return bound


def _explain(error: OSError, where: str, settings: WebSettings) -> str:
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        return (
            f"web.bind is {settings.bind!r}, which is no address of this machine. "
            "Use 127.0.0.1 for this machine only, or 0.0.0.0 for all its addresses."
        )
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {settings.port} is in use, so the pages cannot be served at {where}. "
            "Stop the other program, or choose another port: web.port in config.yaml "
            "or TIDINGS_WEB__PORT."
        )
    if error.errno in {errno.EACCES, errno.EPERM}:
        return (
            f"This user may not serve at port {settings.port}. "
            "Choose one above 1023: web.port in config.yaml or TIDINGS_WEB__PORT."
        )
    return f"The pages cannot be served at {where}: {error.strerror or error}."
