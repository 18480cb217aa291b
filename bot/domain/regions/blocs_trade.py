"""Economic and trade organisations and their members, as of 2026-11.

The organisation that a row names as its source decides who is a member. Observers, associates,
partners and candidates are left out, suspended members stay.
Recent changes that lists still get wrong: Bulgaria in the euro area (2026-01-01), Timor-Leste in
ASEAN (2025-10-26) but not in RCEP, Angola (2024-01-01) and the United Arab Emirates (2026-05-01)
out of OPEC and OPEC+, Bolivia in Mercosur (2024-08-08), the United Kingdom in CPTPP (2024-12-15).
"""

from __future__ import annotations

from bot.domain.regions.tables import codes, group

_EU = codes("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")
_EURO_AREA = _EU - codes("CZ DK HU PL RO SE")
_ASEAN = codes("BN ID KH LA MM MY PH SG TH TL VN")
_OPEC = codes("CG DZ GA GQ IQ IR KW LY NG SA VE")
_G7 = codes("CA DE FR GB IT JP US")

TRADE_BLOCS = (
    group(
        "EU",
        "European Union",
        _EU,
        source="European Union, EU countries",
        aliases="European bloc, EU27, EU-27, EU member states",
        within=("Europe",),
        seats=("G20",),
    ),
    group(
        "EURO-AREA",
        "Euro area",
        _EURO_AREA,
        source="European Central Bank, member states of the euro area",
        aliases="eurozone, euro zone, EZ, euroland",
        within=("Europe",),
    ),
    group(
        "EEA",
        "European Economic Area",
        _EU | codes("IS LI NO"),
        source="EFTA Secretariat, EEA Agreement",
        within=("Europe",),
    ),
    group(
        "EFTA",
        "European Free Trade Association",
        "CH IS LI NO",
        source="EFTA Secretariat, the EFTA states",
    ),
    group(
        "ASEAN",
        "ASEAN",
        _ASEAN,
        source="ASEAN Secretariat, member states",
        aliases="Association of Southeast Asian Nations, Association of South East Asian Nations",
    ),
    group(
        "BRICS",
        "BRICS",
        "AE BR CN EG ET ID IN IR RU SA ZA",
        source="BRICS chairmanship, member countries (Saudi Arabia as the group lists it)",
        aliases="BRIC, BRICS+",
    ),
    group(
        "G7",
        "G7",
        _G7,
        source="G7 presidency (the EU takes part but is no member)",
        aliases="Group of Seven, G-7",
    ),
    group(
        "G20",
        "G20",
        _G7 | codes("AR AU BR CN ID IN KR MX RU SA TR ZA"),
        source="G20, members (besides the 19 countries: the EU and the African Union)",
        aliases="Group of Twenty, Group of 20, G-20",
    ),
    group(
        "OECD",
        "OECD",
        (
            "AT AU BE CA CH CL CO CR CZ DE DK EE ES FI FR GB GR HU IE IL IS IT JP KR LT LU LV MX "
            "NL NO NZ PL PT SE SI SK TR US"
        ),
        source="OECD, member countries",
        aliases=(
            "Organisation for Economic Co-operation and Development, "
            "Organization for Economic Cooperation and Development"
        ),
    ),
    group(
        "OPEC",
        "OPEC",
        _OPEC,
        source="OPEC, member countries",
        aliases=(
            "Organization of the Petroleum Exporting Countries, "
            "Organisation of the Petroleum Exporting Countries"
        ),
    ),
    group(
        "OPEC+",
        "OPEC+",
        _OPEC | codes("AZ BH BN KZ MX MY OM RU SD SS"),
        source="OPEC, Declaration of Cooperation",
        aliases="OPEC plus, Declaration of Cooperation",
    ),
    group(
        "MERCOSUR",
        "Mercosur",
        "AR BO BR PY UY VE",
        source="Mercosur, States Parties (Venezuela suspended since 2016)",
        aliases="Mercosul, Southern Common Market",
    ),
    group(
        "USMCA",
        "USMCA",
        "CA MX US",
        source="Agreement between the United States, Mexico and Canada",
        aliases="CUSMA, T-MEC, NAFTA",
    ),
    group(
        "PACIFIC-ALLIANCE",
        "Pacific Alliance",
        "CL CO MX PE",
        source="Pacific Alliance, member countries",
        aliases="Alianza del Pacífico",
    ),
    group(
        "ANDEAN-COMMUNITY",
        "Andean Community",
        "BO CO EC PE",
        source="Andean Community, member countries",
        aliases="Comunidad Andina",
    ),
    group(
        "CARICOM",
        "CARICOM",
        "AG BB BS BZ DM GD GY HT JM KN LC MS SR TT VC",
        source="CARICOM Secretariat, member states",
        aliases="Caribbean Community",
    ),
    group(
        "CPTPP",
        "CPTPP",
        "AU BN CA CL GB JP MX MY NZ PE SG VN",
        source="CPTPP depositary (New Zealand), parties in force",
        aliases="TPP, TPP-11, Trans-Pacific Partnership",
    ),
    group(
        "RCEP",
        "RCEP",
        (_ASEAN - codes("TL")) | codes("AU CN JP KR NZ"),
        source="RCEP Agreement, signatories",
        aliases="Regional Comprehensive Economic Partnership",
    ),
    group(
        "APEC",
        "APEC",
        "AU BN CA CL CN HK ID JP KR MX MY NZ PE PG PH RU SG TH TW US VN",
        source="APEC, member economies",
        aliases="Asia-Pacific Economic Cooperation",
    ),
    group(
        "EAEU",
        "Eurasian Economic Union",
        "AM BY KG KZ RU",
        source="Eurasian Economic Commission, member states",
        aliases="EEU, Eurasian Union",
    ),
    group(
        "SADC",
        "SADC",
        "AO BW CD KM LS MG MU MW MZ NA SC SZ TZ ZA ZM ZW",
        source="SADC, member states",
        aliases="Southern African Development Community",
    ),
    group(
        "EAC",
        "East African Community",
        "BI CD KE RW SO SS TZ UG",
        source="EAC, partner states",
    ),
    group(
        "ECOWAS",
        "ECOWAS",
        "BJ CI CV GH GM GN GW LR NG SL SN TG",
        source="ECOWAS Commission, member states (Burkina Faso, Mali and Niger left 2025-01-29)",
        aliases="CEDEAO, Economic Community of West African States",
    ),
)
