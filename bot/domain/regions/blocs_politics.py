"""Political and security organisations and their members, as of 2026-11.

The organisation that a row names as its source decides who is a member. Suspended members stay,
because a story about them is still one of the organisation's. Moldova is in the CIS until its
notice of withdrawal (given in 2026) has run its twelve months. Acronyms that are better known as
something else are no codes here: PIF is a Saudi fund, AES a power company.
"""

from __future__ import annotations

from bot.domain.regions.tables import codes, group

_NATO = codes(
    "AL BE BG CA CZ DE DK EE ES FI FR GB GR HR HU IS IT LT LU LV ME MK NL NO PL PT RO SE SI SK "
    "TR US"
)

POLITICAL_BLOCS = (
    group(
        "NATO",
        "NATO",
        _NATO,
        source="NATO, member countries",
        aliases="North Atlantic Treaty Organization, North Atlantic Alliance, Atlantic Alliance",
    ),
    group(
        "SCHENGEN",
        "Schengen area",
        "AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK",
        source="European Commission, Schengen area",
        aliases="Schengen zone",
        within=("Europe",),
    ),
    group(
        "COUNCIL-OF-EUROPE",
        "Council of Europe",
        (
            "AD AL AM AT AZ BA BE BG CH CY CZ DE DK EE ES FI FR GB GE GR HR HU IE IS IT LI LT LU "
            "LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM TR UA"
        ),
        source="Council of Europe, member states",
        aliases="CoE",
    ),
    group(
        "AFRICAN-UNION",
        "African Union",
        (
            "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY "
            "MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW"
        ),
        source="African Union, member states",
        seats=("G20",),
    ),
    group(
        "ARAB-LEAGUE",
        "Arab League",
        "AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE",
        source="League of Arab States, member states",
        aliases="League of Arab States, Arab world, Arab states, Arab countries, Arab nations",
    ),
    group(
        "GCC",
        "Gulf Cooperation Council",
        "AE BH KW OM QA SA",
        source="GCC Secretariat, member states",
        aliases="Gulf states, the Gulf, Gulf countries, Persian Gulf, Arabian Gulf, Gulf region",
    ),
    group(
        "OIC",
        "Organisation of Islamic Cooperation",
        (
            "AE AF AL AZ BD BF BH BJ BN CI CM DJ DZ EG GA GM GN GW GY ID IQ IR JO KG KM KW KZ LB "
            "LY MA ML MR MV MY MZ NE NG OM PK PS QA SA SD SL SN SO SR SY TD TG TJ TM TN TR UG UZ "
            "YE"
        ),
        source="OIC, member states",
        aliases="Organization of Islamic Cooperation",
    ),
    group(
        "COMMONWEALTH",
        "Commonwealth",
        (
            "AG AU BB BD BN BS BW BZ CA CM CY DM FJ GA GB GD GH GM GY IN JM KE KI KN LC LK LS MT "
            "MU MV MW MY MZ NA NG NR NZ PG PK RW SB SC SG SL SZ TG TO TT TV TZ UG VC VU WS ZA ZM"
        ),
        source="Commonwealth Secretariat, member countries",
        aliases="Commonwealth of Nations, British Commonwealth",
    ),
    group(
        "CIS",
        "Commonwealth of Independent States",
        "AM AZ BY KG KZ MD RU TJ UZ",
        source="CIS Executive Committee, member states (Moldova leaving)",
    ),
    group(
        "CSTO",
        "Collective Security Treaty Organization",
        "AM BY KG KZ RU TJ",
        source="CSTO, member states (Armenia has frozen its part)",
        aliases="Collective Security Treaty Organisation",
    ),
    group(
        "SCO",
        "Shanghai Cooperation Organisation",
        "BY CN IN IR KG KZ PK RU TJ UZ",
        source="SCO Secretariat, member states",
        aliases="Shanghai Cooperation Organization",
    ),
    group(
        "OTS",
        "Organization of Turkic States",
        "AZ KG KZ TR UZ",
        source="OTS, member states",
        aliases="Turkic Council, Organisation of Turkic States, Turkic states",
    ),
    group(
        "SAARC",
        "SAARC",
        "AF BD BT IN LK MV NP PK",
        source="SAARC Secretariat, member states",
        aliases="South Asian Association for Regional Cooperation",
    ),
    group(
        "SAHEL-STATES",
        "Alliance of Sahel States",
        "BF ML NE",
        source="Liptako-Gourma Charter and confederation treaty of 2024-07-06",
        aliases="Sahel alliance, Alliance des États du Sahel",
    ),
    group(
        "PACIFIC-ISLANDS-FORUM",
        "Pacific Islands Forum",
        "AU CK FJ FM KI MH NC NR NU NZ PF PG PW SB TO TV VU WS",
        source="Pacific Islands Forum, members",
    ),
    group(
        "AUKUS",
        "AUKUS",
        "AU GB US",
        source="AUKUS joint statement of 2021-09-15",
    ),
    group(
        "FIVE-EYES",
        "Five Eyes",
        "AU CA GB NZ US",
        source="Five Eyes Intelligence Oversight and Review Council",
        aliases="FVEY, 5 Eyes",
    ),
    group(
        "QUAD",
        "Quad",
        "AU IN JP US",
        source="Quad Leaders' statements",
        aliases="Quadrilateral Security Dialogue, the Quad countries",
    ),
    group(
        "P5",
        "Permanent members of the UN Security Council",
        "CN FR GB RU US",
        source="UN Charter, article 23",
        aliases="P-5, permanent five",
    ),
    group(
        "VISEGRAD",
        "Visegrád Group",
        "CZ HU PL SK",
        source="Visegrád Group",
        aliases="V4, Visegrad Four",
    ),
    group(
        "WEIMAR-TRIANGLE",
        "Weimar Triangle",
        "DE FR PL",
        source="Weimar declaration of 1991-08-29",
    ),
    group(
        "BENELUX",
        "Benelux",
        "BE LU NL",
        source="Benelux Union",
        aliases="Low Countries, Benelux Union",
    ),
)
