"""`tidings run` as a process of its own, on a config in a temporary folder."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Self

import httpx
import yaml

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0
"""Seconds to wait for something that takes a fraction of one on a free machine."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


async def until(
    claim: Callable[[], Awaitable[Any]], *, what: str, seconds: float = PATIENCE
) -> Any:
    """The first true value of `claim`; fails with `what` when there is none in time."""
    try:
        async with asyncio.timeout(seconds):
            while True:
                if found := await claim():
                    return found
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"{what} did not happen within {seconds:g} s") from None


class Tidings:
    """The real process; `stop` asks politely, `kill` does not."""

    def __init__(self, folder: Path, config: dict[str, Any], secrets: dict[str, str]) -> None:
        self.port = free_port()
        self._folder = folder
        self._config = {**config, "web": {"port": self.port, **config.get("web", {})}}
        self._secrets = secrets
        self._process: asyncio.subprocess.Process | None = None
        self.log = folder / "tidings.log"

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process and self._process.returncode is None:
            await self.stop()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def environment(self) -> dict[str, str]:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("TIDINGS", "SLACK"))}
        return {**inherited, **self._secrets}

    async def start(self) -> None:
        file = self._folder / "config.yaml"
        file.write_text(yaml.safe_dump(self._config), encoding="utf-8")
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                "--config",
                str(file),
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        await until(self._answers, what="the web handler")

    async def stop(self) -> int:
        """SIGTERM; the exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(15):
            return await self._process.wait()

    async def kill(self) -> None:
        """SIGKILL, as a crash or a lost machine would."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.returncode is None, self.log.read_text()[-3_000:]
        try:
            return (await self.get("/healthz")).status_code in {200, 503}
        except httpx.TransportError:
            return False

    async def get(self, path: str) -> httpx.Response:
        async with httpx.AsyncClient() as client:
            return await client.get(f"{self.url}{path}")

    async def say(self, text: str) -> dict[str, Any]:
        """A command in the local web channel."""
        async with httpx.AsyncClient() as client:
            answer = await client.post(
                f"{self.url}/api/channels/web:local/main/commands", json={"text": text}
            )
        found: dict[str, Any] = answer.json()
        return found

    async def messages(self) -> list[dict[str, Any]]:
        """What stands in the local web channel, oldest first."""
        answer = await self.get("/api/channels/web:local/main/messages")
        found: list[dict[str, Any]] = answer.json()
        return found
