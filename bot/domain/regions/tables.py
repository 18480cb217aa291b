"""Read the lists of this package: `CODE: value, value` a line, so that a diff shows one country."""

from __future__ import annotations

from bot.domain.regions.model import Group


def rows(text: str) -> dict[str, tuple[str, ...]]:
    """Code -> values, in the order written. Values are divided by commas; none contains one."""
    table: dict[str, tuple[str, ...]] = {}
    for line in text.strip().splitlines():
        code, _, values = line.partition(":")
        if code in table:
            raise ValueError(f"region table: {code!r} is listed twice; join the two lines")
        table[code] = tuple(value.strip() for value in values.split(",") if value.strip())
    return table


def codes(text: str) -> frozenset[str]:
    """`"AT BE"` -> {"AT", "BE"}."""
    return frozenset(text.split())


AS_OF = "2026-11"
"""Membership in the bloc tables is that of this month."""


def group(
    code: str,
    name: str,
    members: str | frozenset[str],
    *,
    source: str,
    aliases: str = "",
    within: tuple[str, ...] = (),
    seats: tuple[str, ...] = (),
) -> Group:
    """One bloc; `members` and `aliases` as they are pleasant to write down."""
    return Group(
        code=code,
        name=name,
        members=codes(members) if isinstance(members, str) else members,
        source=f"{source}, as of {AS_OF}",
        aliases=tuple(alias.strip() for alias in aliases.split(",") if alias.strip()),
        within=within,
        seats=seats,
    )
