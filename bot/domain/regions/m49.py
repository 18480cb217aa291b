"""Geographical areas of the UN M49 standard and the countries in them.

Source: UN Statistics Division, Standard country or area codes for statistical use (M49),
as of 2026-11. Three places the UN does not list by itself are put where they lie: Taiwan in
Eastern Asia, Kosovo in Southern Europe; Antarctica lies in no area, as in the standard. The United
Kingdom is Northern Europe and Mexico Central America here, which surprises people: docs/regions.md.
"""

from __future__ import annotations

from bot.domain.regions.model import Group
from bot.domain.regions.tables import codes, rows

SOURCE = "UN M49, as of 2026-11"
WORLD_NUMBER = "001"

_LEAVES = {
    name: codes(countries)
    for name, countries in {
        "Northern Africa": "DZ EG EH LY MA SD TN",
        "Eastern Africa": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
        "Middle Africa": "AO CD CF CG CM GA GQ ST TD",
        "Southern Africa": "BW LS NA SZ ZA",
        "Western Africa": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
        "Caribbean": (
            "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI"
        ),
        "Central America": "BZ CR GT HN MX NI PA SV",
        "South America": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
        "Northern America": "BM CA GL PM US",
        "Central Asia": "KG KZ TJ TM UZ",
        "Eastern Asia": "CN HK JP KP KR MN MO TW",
        "South-eastern Asia": "BN ID KH LA MM MY PH SG TH TL VN",
        "Southern Asia": "AF BD BT IN IR LK MV NP PK",
        "Western Asia": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
        "Eastern Europe": "BG BY CZ HU MD PL RO RU SK UA",
        "Northern Europe": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
        "Southern Europe": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
        "Western Europe": "AT BE CH DE FR LI LU MC NL",
        "Australia and New Zealand": "AU CC CX HM NF NZ",
        "Melanesia": "FJ NC PG SB VU",
        "Micronesia": "FM GU KI MH MP NR PW UM",
        "Polynesia": "AS CK NU PF PN TK TO TV WF WS",
    }.items()
}

_PARENTS = rows("""
Sub-Saharan Africa: Eastern Africa, Middle Africa, Southern Africa, Western Africa
Africa: Northern Africa, Eastern Africa, Middle Africa, Southern Africa, Western Africa
Latin America and the Caribbean: Caribbean, Central America, South America
North America: Northern America, Caribbean, Central America
Americas: Northern America, Caribbean, Central America, South America
Asia: Central Asia, Eastern Asia, South-eastern Asia, Southern Asia, Western Asia
Europe: Eastern Europe, Northern Europe, Southern Europe, Western Europe
Oceania: Australia and New Zealand, Melanesia, Micronesia, Polynesia
""")

CONTINENTS = ("Africa", "Americas", "Asia", "Europe", "Oceania")

# The M49 number of each area, then the names people use for it.
SPELLINGS = rows("""
Africa: 002, African continent
Northern Africa: 015, North Africa
Sub-Saharan Africa: 202, Subsaharan Africa
Eastern Africa: 014, East Africa
Middle Africa: 017, Central Africa
Southern Africa: 018
Western Africa: 011, West Africa
Americas: 019, the Americas, Western Hemisphere
Latin America and the Caribbean: 419, Latin America, LatAm, LAC
Caribbean: 029, West Indies
Central America: 013
South America: 005
Northern America: 021
North America: 003
Asia: 142, Asian continent
Central Asia: 143
Eastern Asia: 030, East Asia, Northeast Asia
South-eastern Asia: 035, Southeast Asia, South East Asia, South-East Asia, SE Asia
Southern Asia: 034, South Asia, Indian Subcontinent
Western Asia: 145, West Asia, Southwest Asia
Europe: 150, European continent
Eastern Europe: 151, East Europe
Northern Europe: 154, North Europe
Southern Europe: 039, South Europe
Western Europe: 155, West Europe
Oceania: 009, South Pacific, South Seas
Australia and New Zealand: 053, Australasia
Melanesia: 054
Micronesia: 057
Polynesia: 061
""")


def _members(name: str) -> frozenset[str]:
    leaves = _PARENTS.get(name, (name,))
    return frozenset().union(*(_LEAVES[leaf] for leaf in leaves))


AREAS = tuple(
    Group(code=name, name=name, members=_members(name), source=SOURCE, aliases=aliases)
    for name, aliases in SPELLINGS.items()
)
