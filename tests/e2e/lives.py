"""`tidings run` many times over, without paying two seconds of imports for each.

The server process imports the program once and forks a child per life; a child is `tidings run`
from there on and can be killed like any process.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, Self

import yaml

from tests.e2e.running import ROOT, free_port


class Lives:
    """One `tidings run` at a time, on one configuration."""

    def __init__(self, folder: Path, config: dict[str, Any], secrets: dict[str, str]) -> None:
        self._folder, self._secrets = folder, secrets
        self._config = {**config, "web": {"port": free_port()}}
        self._server: asyncio.subprocess.Process | None = None
        self._pid: int | None = None

    async def __aenter__(self) -> Self:
        file = self._folder / "config.yaml"
        file.write_text(yaml.safe_dump(self._config), encoding="utf-8")
        inherited = {k: v for k, v in os.environ.items() if not k.startswith(("TIDINGS", "SLACK"))}
        self._server = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.e2e.lives",
            str(file),
            str(self._folder / "tidings.log"),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=ROOT,
            env={**inherited, **self._secrets},
        )
        assert await self._said() == "ready"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        if self._pid is not None:
            await self.end(signal.SIGKILL)
        assert self._server.stdin is not None
        self._server.stdin.close()
        await self._server.wait()

    async def start(self) -> None:
        assert self._server is not None
        assert self._server.stdin is not None
        self._server.stdin.write(b"live\n")
        self._pid = int(await self._said())

    async def end(self, how: signal.Signals) -> int:
        """Send the signal and wait for the end; the exit code, negative for a signal."""
        assert self._server is not None
        assert self._server.stdin is not None
        assert self._pid is not None
        os.kill(self._pid, how)
        self._server.stdin.write(b"wait\n")
        self._pid = None
        return int(await self._said())

    async def _said(self) -> str:
        assert self._server is not None
        assert self._server.stdout is not None
        async with asyncio.timeout(60):
            return json.loads(await self._server.stdout.readline())  # type: ignore[no-any-return]


def serve(config: str, log: str) -> None:
    """Fork a life at each `live`; tell how the last one ended at each `wait`."""
    import bot.app  # noqa: F401, PLC0415 - what takes the time

    _say("ready")
    pid = 0
    for line in sys.stdin:
        if line.strip() == "wait":
            _say(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
            continue
        pid = os.fork()
        if pid == 0:
            _live(config, log)
        _say(pid)


def _live(config: str, log: str) -> None:
    from bot.cli import main  # noqa: PLC0415

    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, target in ((nothing, 0), (output, 1), (output, 2)):
        os.dup2(number, target)
    main(["run", "--config", config])


def _say(word: object) -> None:
    print(json.dumps(word), flush=True)


if __name__ == "__main__":
    serve(*sys.argv[1:])
