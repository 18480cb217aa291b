"""Give a story its category: a table of cue words, the title counted three times.

Categories are lower-case words of an open list; these are the ones the desk itself gives. Names of
people say nothing, a word of many meanings nothing alone. A story in which nothing speaks is
`general`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.domain.regions.tables import codes
from bot.domain.story import Entity, EntityType
from bot.newsdesk.text.cue_language import Cues, compiled

GENERAL = "general"
BUSINESS = "business"
"""What is left for a story about a company in which no other cue speaks."""
_TITLE_WEIGHT = 3
_LEAST = 1.0
_DOUBTFUL = 0.5
"""What is left of the weight where every cue is a word of many meanings."""

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
        bitcoin|crypto*|ether|hedge fund|funds
        securities|issuer*|underwriter*|muni
        municipal bond|bonds|issuers
        nyse|hedge_fund*|activist_investor*|shareholder*|short_seller*|sec|valuation
        sales fall|rise|drop|dip|decline|slump|jump|growth|outlook|guidance
        quarterly|annual|global|monthly sales
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
        ios|internet_explorer|zero-day|security_patch|security_update|server|servers|chipset*
        processor*|laptop|ipod|cell_phone*|cellphone*|mobile_phone*|mobile_device*|mobile_game*|gaming|gamer*|google_apps
        technology|gadget*|streaming|video_game*|satellite*|drone*
    """,
    "security": """
        attack*|missile*|airstrike*|strike on|kills|killed|hits
        war|troops|military|army|navy|soldier*|weapon*|ceasefire|truce|rebels|militant*|terror*
        hostage*|bomb*|shelling|drone_strike*|invasion|offensive|coup
        cyberattack*|hack*|ransomware|malware|data_breach|espionage|spy|spies|nato|defence|defense
        shooting|shot|gunman|stabbing|stabbed|murder*|police|arrest*|suspect*|kidnap*|hijack*
        homicide|manslaughter|assassin*|prison|prisoner*|inmate*|jailed|fugitive*|convict*
        pleads|pleaded guilty
        rape|extradit*|prosecutor*|guilty|jury|sentenced|hit-and-run|sheriff*|deputies|gang|robber*
    """,
    "supply-chain": """
        supply_chain*|port|ports|shipping|container*|freight|logistics|shipment*|dockworker*
        dockers|strait|canal|rerout*|warehouse*|bottleneck*|shortage*|stockpile*
        rail|railway|trucker*|cargo|vessel*|tanker*|air_freight
        factory|plant halt*|halts|halted|shut*|closure|production|output
    """,
    "health": """
        virus|vaccine*|disease|outbreak|hospital*|patient*|cancer|drug|drugs|fda|medicine*|medical
        health|doctor*|ebola|flu|measles|covid*|pandemic|epidemic|diabetes|obesity|alzheimer*
        lung|lungs|diagnos*|symptom*|syndrome|respiratory|inflammation|surgery|asthma
        autism|therapy|clinical|trial_of
        study finds|found|links|shows|says
        world_health_organi*|surgeon|mers|hiv|aids|cholesterol|infection*|antibiotic*
        mental_health|pregnan*|e-cigarette*|tobacco
    """,
    "climate": """
        climate|emission*|carbon|warming|net_zero|drought|flood*|wildfire*|hurricane*|typhoon*
        cyclone*|heatwave*|heat_wave|glacier*|sea_level*|greenhouse|biodiversity|deforestation
        cop2*|cop3*|el_nino|methane|pollution|storm*|tornado*
    """,
    "disasters": """
        earthquake*|quake*|aftershock*|tsunami|volcano*|eruption*|landslide*|mudslide*|avalanche*
        explosion*|blast|fire|fires|blaze*|firefighter*|arson*|derail*|capsiz*|shipwreck*
        crash|crashes|crashed|rescuer*
        rescue team|teams|workers|operation|operations
        building|bridge|roof|mine|market collapse*
        climber*|mountaineer*|survivor*|death_toll|evacuat*
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
        job_cuts|recall*|union|strike|gm|ford|toyota|volkswagen|retailer*|store|stores
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
        quarterfinal*|touchdown*|receiver|linebacker*|lineman|running_back|injured_reserve|roster
        rebounds|scorer*|top-scorer*|all-star*
        scoring record|title|leader
        inning*|pitcher*|shortstop|halftime|overtime|ncaa|afc|nfc|mvp|hockey|boxing|boxer*
        heavyweight*|welterweight*|knockout*|bout|super_bowl|grand_prix|athlete*|head_coach|season
    """,
    "entertainment": """
        film|films|movie*|actor|actress|singer|album|song*|band|concert|tour|celebrit*|oscar*
        grammy*|emmy*|bafta*|box_office|tv|television|episode|season|series|finale|star|stars
        hollywood|netflix_series|kardashian*|beyonce|bieber|kanye|kim|reality_show|bachelor
        american_idol|game_of_thrones|trailer|premiere|sequel|netflix|disney|royal*|billboard|artist*|musician*|divorce|engaged
        wedding|weds|marries|married|dating|girlfriend|boyfriend|red_carpet|music|rapper|festival|sxsw|x-men|spider-man
        captain_america|showrunner*|sitcom|drama|sci-fi|co-star*|casting|biopic|screenwriter*
        reunion_tour|anniversary_tour|world_tour|headliner*|fans|celebs|rehab|role
    """,
}  # fmt: skip
_ORDER = tuple(CUES)
_MANY_MEANINGS = codes(
    """
    shooting shot shots offensive attack attacks strike strikes hit hits suspects season seasons
    star stars series role fans drama cast band tour match cup goal goals title leader coach bout
    record doctor doctors drug drugs patient patients president party cabinet rally poll polls
    share shares shared bond bonds stock yield yields listing forecast fire fires blast crash
    crashes crashed survivor survivors plant store stores union car cars jet jets plane port ports
    production output closure gas cloud web online chips chip ai app server servers apple amazon
    meta intel ford gm ge space moon mars planet species study studies ban bans fine fined rule
    rules policy strategy law bill tax budget growth debt interest war gang prison jury guilty kim
    netflix disney facebook google microsoft twitter samsung energy storm storms sec growth receiver
    market markets dow signal
    """
)
"""Words that speak for a category only beside another of its cues, or where nothing else speaks."""


def category_of(
    title: str,
    lead: Sequence[str] = (),
    *,
    titles: Sequence[str] = (),
    entities: Sequence[Entity] = (),
) -> str:
    """The category whose cues speak most; `titles` are those of the other origins."""
    people = _people(entities)
    heads = [people.sub(" ", head) for head in (title, *titles)]
    told = [people.sub(" ", sentence) for sentence in lead]
    for alone in (False, True):
        scores = {category: _score(category, heads, told, alone=alone) for category in _ORDER}
        best = max(_ORDER, key=lambda category: scores[category])
        if scores[best] >= _LEAST:
            return best
    firm = any(entity.type is EntityType.COMPANY for entity in entities[:3])
    return BUSINESS if firm else GENERAL


def _score(category: str, heads: Sequence[str], lead: Sequence[str], *, alone: bool) -> float:
    """How much speaks for it; `alone` where a single word of many meanings may speak."""
    cues = compiled(CUES[category])
    by_head = [_said(cues, (head,)) for head in heads]
    in_lead = _said(cues, lead)
    said = in_lead.union(*by_head)
    doubtful = said <= _MANY_MEANINGS
    if doubtful and not alone and len({word.rstrip("s") for word in said}) < 2:
        return 0.0
    weight = _TITLE_WEIGHT * sum(map(len, by_head)) / len(heads) + len(in_lead)
    return weight * _DOUBTFUL if doubtful else weight


def _said(cues: Cues, texts: Sequence[str]) -> set[str]:
    return {found.group().lower() for text in texts for found in cues.finditer(text)}


def _people(entities: Sequence[Entity]) -> re.Pattern[str]:
    """Their names, in full and by the last word: Ada Ford is no carmaker."""
    full = [one.name for one in entities if one.type is EntityType.PERSON]
    names = sorted({*full, *(name.split()[-1] for name in full)}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b" if names else r"(?!)")
