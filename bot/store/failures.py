"""What a database driver's error means to whoever runs Tidings."""

from __future__ import annotations

from bot.errors import StoreError

# (words of the driver, what it means and what to do); the first that fits is taken.
_MEANINGS = (
    (
        "unable to open database file",
        "the file cannot be opened. Check that its folder exists and that Tidings may write there.",
    ),
    (
        "readonly database",
        "it cannot be written. Give Tidings write access to the file and its folder.",
    ),
    (
        "not a database",
        "it is not a SQLite file. Point database.url at another one, or move this one away.",
    ),
    (
        "malformed",
        "the file is damaged. Restore a backup; `sqlite3 FILE .recover` may save the rest.",
    ),
    (
        "database is locked",
        "another program is writing to it. Stop that program: a backup, or a sqlite3 shell?",
    ),
    ("disk is full", "the disk is full. Free some space; nothing was lost."),
    ("no such table", "its tables are missing. Run `tidings db upgrade`."),
    ("undefinedtable", "its tables are missing. Run `tidings db upgrade`."),
    (
        "password authentication failed",
        "the server refused the user name or password in database.url.",
    ),
    ("invalidcatalogname", "there is no such database. Create it with `createdb`."),
    ("connection refused", "no server answers there. Start PostgreSQL or correct database.url."),
    ("connect call failed", "no server answers there. Start PostgreSQL or correct database.url."),
    ("name or service not known", "the host in database.url is unknown. Correct it."),
)


def explain(error: Exception, shown: str) -> StoreError:
    """A StoreError for `error`; `shown` is the database's address without its password."""
    words = f"{type(error).__name__} {error}".lower()
    for sign, meaning in _MEANINGS:
        if sign in words:
            return StoreError(f"The database {shown}: {meaning}")
    first = str(getattr(error, "orig", None) or error).splitlines()
    detail = first[0] if first else type(error).__name__
    return StoreError(f"The database {shown} refused a request: {detail}")
