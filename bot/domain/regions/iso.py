"""ISO 3166-1 as pycountry keeps it: codes and names of every country, plus Kosovo (XK).

pycountry is loaded when this module is, at start-up: its data is a file, and reading one later
would stop the event loop.
"""

from __future__ import annotations

from dataclasses import dataclass

import pycountry

from bot.domain.regions.model import RegionCode

SOURCE = f"ISO 3166-1, pycountry {pycountry.__version__}"


@dataclass(frozen=True, slots=True, kw_only=True)
class IsoCountry:
    """What the standard says of one country."""

    code: RegionCode
    alpha3: str
    numeric: str
    """Three digits, also the country's M49 number; empty for Kosovo, which has none."""
    names: tuple[str, ...]
    """Common, short and official name, each once, the comma forms turned round as well."""


def _load() -> dict[RegionCode, IsoCountry]:
    countries = (
        IsoCountry(
            code=RegionCode(entry.alpha_2),
            alpha3=entry.alpha_3,
            numeric=entry.numeric,
            names=_names(entry),
        )
        for entry in pycountry.countries
    )
    kosovo = IsoCountry(
        # User-assigned, as the EU, the IMF and SWIFT write it.
        code=RegionCode("XK"),
        alpha3="XKX",
        numeric="",
        names=("Kosovo", "Republic of Kosovo"),
    )
    return {country.code: country for country in (*countries, kosovo)}


def _names(entry: pycountry.db.Country) -> tuple[str, ...]:
    given = (getattr(entry, field, "") for field in ("common_name", "name", "official_name"))
    names = [name for name in given if name]
    turned = [_turned(name) for name in names if ", " in name]
    return tuple(dict.fromkeys((*names, *turned)))


def _turned(name: str) -> str:
    """`Korea, Republic of` -> `Republic of Korea`."""
    head, _, tail = name.rpartition(", ")
    return f"{tail} {head}"


COUNTRIES = _load()
