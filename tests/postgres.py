"""A throw-away PostgreSQL server for the tests: one per session, one database per test."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

OWNER = "tidings"


@dataclass(frozen=True, slots=True)
class PostgresServer:
    programs: Path
    port: int

    def url(self, database: str) -> str:
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str, *, template: str = "template0") -> str:
        """Make a database and return its address."""
        self._run("createdb", f"--template={template}", database)
        return self.url(database)

    def drop(self, database: str) -> None:
        self._run("dropdb", "--force", database)

    def _run(self, program: str, *words: str) -> None:
        where = ("-h", "127.0.0.1", "-p", str(self.port), "-U", OWNER)
        subprocess.run((self.programs / program, *where, *words), check=True, capture_output=True)


def postgres_programs() -> Path | None:
    """The folder that holds initdb and pg_ctl, the newest version first; None without a server."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    on_path = [Path(found).resolve().parent] if (found := shutil.which("initdb")) else []
    return next((folder for folder in (*debian, *on_path) if (folder / "pg_ctl").exists()), None)


def _version(folder: Path) -> float:
    return float(folder.parent.name)


@contextmanager
def postgres_server(programs: Path) -> Iterator[PostgresServer]:
    """A running server on a free loopback port, with its data in a folder that is removed."""
    user = _unprivileged_user()
    folder = Path(tempfile.mkdtemp(prefix="tidings-postgres-"))
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    data, port = folder / "data", _free_port()

    def run(program: str, *words: str) -> None:
        _run_as(user, (str(programs / program), *words), folder)

    try:
        run("initdb", "-D", str(data), "-U", OWNER, "--auth=trust", "--no-sync", "-E", "UTF8")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        run("pg_ctl", "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield PostgresServer(programs, port)
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged_user() -> pwd.struct_passwd | None:
    """Whom to run the server as, which refuses to run as root; None for whoever we are."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _run_as(user: pwd.struct_passwd | None, command: Sequence[str], folder: Path) -> None:
    # Output goes to a file: the server inherits it, and a pipe would never end.
    with (folder / "setup.log").open("ab") as log:
        subprocess.run(
            command,
            check=True,
            cwd=folder,
            stdout=log,
            stderr=log,
            env={"PATH": os.defpath, "LC_ALL": "C"},
            user=user and user.pw_uid,
            group=user and user.pw_gid,
            extra_groups=[user.pw_gid] if user else None,
        )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
