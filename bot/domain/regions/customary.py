"""Groups of countries that news names although no organisation has them as its members.

As of 2026-11. Each row's source says whose usage it follows; where usage differs, the choice is
ours and stands there. They are blocs to the rest of the package: codes in capitals, no M49 number.
"""

from __future__ import annotations

from bot.domain.regions.m49 import AREAS
from bot.domain.regions.tables import codes, group

_AREA = {area.code: area.members for area in AREAS}

_MIDDLE_EAST = codes("AE BH EG IL IQ IR JO KW LB OM PS QA SA SY TR YE")
_NORDICS = codes("AX DK FI FO GL IS NO SE")

CUSTOMARY_GROUPS = (
    group(
        "MIDDLE-EAST",
        "Middle East",
        _MIDDLE_EAST,
        source="customary: M49 Western Asia without the Caucasus and Cyprus, with Egypt and Iran",
        aliases="Mideast, Near East",
    ),
    group(
        "MENA",
        "Middle East and North Africa",
        _MIDDLE_EAST | _AREA["Northern Africa"],
        source="customary: our Middle East with M49 Northern Africa",
        aliases="Middle East & North Africa",
    ),
    group(
        "EMEA",
        "Europe, Middle East and Africa",
        _AREA["Europe"] | _MIDDLE_EAST | _AREA["Africa"] | codes("CY"),
        source="customary business region: M49 Europe and Africa, our Middle East, Cyprus",
        aliases="Europe Middle East and Africa",
    ),
    group(
        "APAC",
        "Asia-Pacific",
        (
            _AREA["Eastern Asia"]
            | _AREA["South-eastern Asia"]
            | _AREA["Southern Asia"]
            | _AREA["Oceania"]
        )
        - codes("IR"),
        source="customary business region: M49 Eastern, South-eastern, Southern Asia and Oceania",
        aliases="Asia Pacific, Asia and the Pacific, JAPAC",
    ),
    group(
        "FAR-EAST",
        "Far East",
        _AREA["Eastern Asia"] | _AREA["South-eastern Asia"],
        source="customary: M49 Eastern and South-eastern Asia",
    ),
    group(
        "GLOBAL-SOUTH",
        "Global South",
        (
            _AREA["Africa"]
            | _AREA["Latin America and the Caribbean"]
            | _AREA["Asia"]
            | _AREA["Oceania"]
        )
        - codes("AU CC CX CY HM IL JP KR NF NZ"),
        source="UNCTAD, developing economies, drawn from M49",
        aliases="developing countries, developing world",
    ),
    group(
        "NORDICS",
        "Nordic countries",
        _NORDICS,
        source="Nordic Council, with the three autonomous territories",
        aliases="Nordic states, Nordic region, Nordic Council",
    ),
    group(
        "SCANDINAVIA",
        "Scandinavia",
        "DK NO SE",
        source="customary, as the Scandinavian countries use it",
        aliases="Scandinavian countries",
    ),
    group(
        "BALTICS",
        "Baltic states",
        "EE LT LV",
        source="Baltic Assembly",
        aliases="the Baltics, Baltic countries",
    ),
    group(
        "BALKANS",
        "Balkans",
        "AL BA BG GR HR ME MK RO RS SI XK",
        source="customary: the peninsula's states, Slovenia and Romania included",
        aliases="Balkan states, Southeast Europe, South-Eastern Europe",
    ),
    group(
        "WESTERN-BALKANS",
        "Western Balkans",
        "AL BA ME MK RS XK",
        source="European Commission, Western Balkans partners",
    ),
    group(
        "CENTRAL-EUROPE",
        "Central Europe",
        "AT CH CZ DE HU LI PL SI SK",
        source="customary, as encyclopaedias draw it",
        aliases="Mitteleuropa",
    ),
    group(
        "CEE",
        "Central and Eastern Europe",
        "AL BG CZ EE HR HU LT LV PL RO SI SK",
        source="OECD glossary, Central and Eastern European countries",
        aliases="CEECs, East-Central Europe",
    ),
    group(
        "DACH",
        "DACH",
        "AT CH DE",
        source="customary: Germany, Austria, Switzerland",
        aliases="D-A-CH, German-speaking countries",
    ),
    group(
        "IBERIAN-PENINSULA",
        "Iberian Peninsula",
        "AD ES GI PT",
        source="customary: the peninsula's states and Gibraltar",
    ),
    group(
        "CAUCASUS",
        "South Caucasus",
        "AM AZ GE",
        source="customary: the three states south of the range",
        aliases="Caucasus, Transcaucasia, Southern Caucasus",
    ),
    group(
        "LEVANT",
        "Levant",
        "CY IL JO LB PS SY",
        source="customary: the eastern Mediterranean shore with Cyprus and Jordan",
    ),
    group(
        "MAGHREB",
        "Maghreb",
        "DZ EH LY MA MR TN",
        source="Arab Maghreb Union, with Western Sahara",
        aliases="Maghreb countries, Arab Maghreb Union",
    ),
    group(
        "SAHEL",
        "Sahel",
        "BF CM GM GN ML MR NE NG SN TD",
        source="UN Integrated Strategy for the Sahel, its ten countries",
        aliases="Sahel region",
    ),
    group(
        "HORN-OF-AFRICA",
        "Horn of Africa",
        "DJ ER ET SO",
        source="customary: the peninsula's four states",
    ),
    group(
        "SOUTHERN-CONE",
        "Southern Cone",
        "AR CL PY UY",
        source="customary, Paraguay included",
        aliases="Cono Sur",
    ),
    group(
        "ARCTIC",
        "Arctic",
        "CA DK FI FO GL IS NO RU SE US",
        source="Arctic Council, the Arctic states, with the Faroes and Greenland",
        aliases="Arctic states, Arctic Council",
    ),
    group(
        "GREATER-CHINA",
        "Greater China",
        "CN HK MO TW",
        source="customary business region",
    ),
    group(
        "CHANNEL-ISLANDS",
        "Channel Islands",
        "GG JE",
        source="customary: the two bailiwicks",
    ),
    group(
        "KOREAN-PENINSULA",
        "Korean Peninsula",
        "KP KR",
        source="customary: both Korean states",
        aliases="the Koreas, two Koreas",
    ),
)
