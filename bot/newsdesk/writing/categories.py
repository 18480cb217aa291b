"""Give a story its category: a table of cue words, the title counted three times.

Categories are lower-case words of an open list; these are the ones the desk itself gives. A story
in which nothing speaks is `general`.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.story import Entity, EntityType
from bot.newsdesk.text.cue_language import Cues, compiled

GENERAL = "general"
BUSINESS = "business"
"""What is left for a story about a company in which no other cue speaks."""
_TITLE_WEIGHT = 3
_LEAST = 1.0

CUES = {
    "trade": """
        tariff*|export*|import*|customs|embargo
        trade war|deal|deals|talks|truce|pact|policy|barrier|barriers|dispute
        trade agreement|partner|partners
        free trade
        dumping|anti-dumping|wto|dut*_on|levies
    """,
    "economy": """
        gdp|inflation|deflation|unemployment|recession|jobless|payrolls|wages|stimulus|austerity
        economy|economic|economist*|fiscal|budget|deficit|debt|growth|surplus
        interest|policy|deposit|benchmark|key rate|rates
        interest rate hike|cut
        consumer|producer prices|spending|confidence
        central bank|banks
        rate cut|hike|rise|decision|hold
        ecb|fed|federal_reserve|bank_of_england|bank_of_japan|imf|world_bank|taper*
        balanced trade|growth
        trade surplus|deficit|balance
        current_account|consumption|household_spending|retail_sales|factory_orders
        jobs report|data|added|growth
    """,
    "markets": """
        stock*|share*|bond*|yield*|equit*|investor*|dividend*|ipo|listing|nasdaq|dow|s&p|ftse|nikkei
        wall street
        earnings|revenue|profit*|quarterly|forecast*_earnings
        takeover|merger|merge*|bankruptcy|bankrupt|acquisition|acquire*|buyout|bid for|of|by|from
        acquire*|takeover|merger|buyout|stake
        bitcoin|crypto*|ether|hedge fund|funds
        first-quarter|second-quarter|third-quarter|fourth-quarter|falls on|stocks_to_watch
        foreign_exchange|forex|fx market|markets|rigging|scandal|trading|probe|traders
        currency|currencies|dollar|euro|yen|sterling|rally|sell-off|selloff
    """,
    "energy": """
        oil|crude|gas|lng|opec*|pipeline*|refiner*|coal|uranium|electricity|power_grid|blackout
        nuclear_plant|reactor*
        solar|wind_farm*|wind_power|renewable*|hydrogen|barrel*|drilling|utility|utilities
        power_plant*|power_station*|fuel|petrol|diesel
        energy
    """,
    "technology": """
        software|app|apps|chip|chips|chipmaker*|semiconductor*|ai|artificial_intelligence|chatbot*
        smartphone*|iphone*|android|tablet*|laptop*|console*
        google|apple|microsoft|facebook|meta|amazon|twitter|nvidia|openai|tiktok|samsung|intel
        tesla|netflix|youtube|whatsapp|instagram|xbox|playstation|music_player*|speed_reading|nintendo
        cloud|broadband|5g|startup*|start-up*|data_cent*|robot*|browser|internet|web|online|tech
        technology|gadget*|streaming|video_game*|satellite*|drone*
    """,
    "security": """
        attack*|missile*|airstrike*|strike on|kills|killed|hits
        war|troops|military|army|navy|soldier*|weapon*|ceasefire|truce|rebels|militant*|terror*
        hostage*|bomb*|shelling|drone_strike*|invasion|offensive|coup
        cyberattack*|hack*|ransomware|malware|data_breach|espionage|spy|spies|nato|defence|defense
        shooting|shot|gunman|stabbing|murder|police|arrested|suspect*
    """,
    "supply-chain": """
        supply_chain*|port|ports|shipping|container*|freight|logistics|shipment*|dockworker*
        dockers|strait|canal|rerout*|warehouse*|bottleneck*|shortage*|stockpile*
        rail|railway|trucker*|cargo|vessel*|tanker*|air_freight
        factory|plant halt*|halts|halted|shut*|closure|production|output
        recall*|recalls
    """,
    "health": """
        virus|vaccine*|disease|outbreak|hospital*|patient*|cancer|drug|drugs|fda|medicine*|medical
        health|doctor*|ebola|flu|measles|covid*|pandemic|epidemic|diabetes|obesity|alzheimer*
        autism|therapy|clinical|trial_of
        study finds|found|links|shows|says
        world_health_organi*|surgeon|mers|hiv|aids|cholesterol|infection*|antibiotic*
        mental_health|pregnan*|e-cigarette*|tobacco
    """,
    "climate": """
        climate|emission*|carbon|warming|net_zero|drought|flood*|wildfire*|hurricane*|typhoon*
        cyclone*|heatwave*|heat_wave|glacier*|sea_level*|greenhouse|biodiversity|deforestation
        cop2*|cop3*|el_nino|methane|pollution
        earthquake*|quake|tsunami|volcano*|eruption|landslide*|storm*|tornado*
    """,
    "policy": """
        law|bill|regulat*|ruling|court|judge|parliament|congress|senate|legislation|lawmaker*
        directive|decree|ban|bans|banned|antitrust|watchdog|commission|ministry|minister
        supreme_court|tribunal|lawsuit|sues|sued|fine|fined|fines|sanction*|tax|taxes|subsid*
        licen*|policy|reform*|framework|rule|rules|strategy
    """,
    "politics": """
        election*|vote*|voter*|ballot|president|prime_minister|opposition|party|campaign|poll
        polls|candidate*|referendum|cabinet|coalition|impeach*|resign*|protest*|rally
        parliamentary|democrat*|republican*|mayor|governor
    """,
    "industry": """
        carmaker*|automaker*|car|cars|vehicle*|factory|factories|manufactur*|steel*|plant|aircraft
        airline*|airbus|boeing|jet|jets|mining|miner*|construction|chemical*|workers|layoffs
        job_cuts|union|strike|gm|ford|toyota|volkswagen|retailer*|store|stores
    """,
    "science": """
        study|studies|scientist*|researcher*|space|nasa|telescope|asteroid|comet|mars|moon|species|fossil*
        physics|galaxy|planet*|archaeolog*|dinosaur*|astronaut*|orbit|rocket|genome|neutrino*
        big_bang|gravitational
    """,
    "sports": """
        match|league|cup|goal*|coach|striker|midfielder|quarterback|playoff*|championship*
        tournament|olympic*|nba|nfl|mlb|nhl|fifa|uefa|premier_league|champions_league|wimbledon
        grand_slam|innings|wicket*|golf|tennis|football|soccer|cricket|rugby|basketball|baseball
        f1|formula_one|marathon|transfer_window|season_opener|semi-final*|semifinal*|medal*
    """,
    "entertainment": """
        film|films|movie*|actor|actress|singer|album|song*|band|concert|tour|celebrit*|oscar*
        grammy*|emmy*|bafta*|box_office|tv|television|episode|season|series|finale|star|stars
        hollywood|netflix_series|kardashian*|beyonce|bieber|kanye|kim|reality_show|bachelor
        american_idol|game_of_thrones|trailer|premiere|sequel|netflix|disney|royal*|billboard|artist*|musician*|divorce|engaged
        wedding|weds|marries|married|dating|girlfriend|boyfriend|red_carpet|music|rapper|festival|sxsw|x-men|spider-man
        captain_america
    """,
}  # fmt: skip
_ORDER = tuple(CUES)


def category_of(
    title: str,
    lead: Sequence[str] = (),
    *,
    titles: Sequence[str] = (),
    entities: Sequence[Entity] = (),
) -> str:
    """The category whose cues speak most; `titles` are those of the other origins."""
    heads = (title, *titles)
    scores = {category: _score(category, heads, lead) for category in _ORDER}
    best = max(_ORDER, key=lambda category: scores[category])
    if scores[best] >= _LEAST:
        return best
    firm = any(entity.type is EntityType.COMPANY for entity in entities[:3])
    return BUSINESS if firm else GENERAL


def _score(category: str, heads: Sequence[str], lead: Sequence[str]) -> float:
    cues = compiled(CUES[category])
    in_heads = sum(len(_said(cues, (head,))) for head in heads) / len(heads)
    in_lead = len(_said(cues, lead))
    return _TITLE_WEIGHT * in_heads + in_lead


def _said(cues: Cues, texts: Sequence[str]) -> set[str]:
    return {found.group().lower() for text in texts for found in cues.finditer(text)}
