"""Verbs and nouns that give a name its part in a sentence of general news.

Written by us, as lemmas like `event_words`, whose hazards and burdens they add to. What a verb does
to its object and what it says of its subject are different tables: to fine harms one of the two.
"""

from __future__ import annotations

from bot.newsdesk.sentiment.event_words import CRIME, ENDING
from bot.newsdesk.sentiment.lexicon import word_set

HARMS = CRIME | word_set(
    """
    accuse arrest attack axe ban bar batter besiege betray blacklist blame block bomb boycott
    break_into broke_into burn charge condemn convict cost cripple criticise criticize cut_off
    damage decimate defeat demolish denounce deport deprive destroy detain devastate displace
    downgrade drop dump empty endanger erode evict exclude execute expel fine force forced ground
    hamper harm hit hurt idle impeach indict injure invade investigate isolate jail jolt kill
    leave_out loot occupy oust outlaw overrun overthrow paralyse paralyze penalise penalize
    pillage plunder poison pound probe prosecute pummel punish raid ravage rebuke reject rock
    sack sanction sentence shake shell shook shut strand strike strip struck sue suspend swamp
    take_over taken_over target tax terrorise terrorize threaten took_over topple torch undercut
    undermine warn weaken wound wreck
    """
)
"""Bad for the object, and in the passive for the subject."""

HELPS = word_set(
    """
    accept acquit admit aid allow approve assist authorise authorize award back bail_out benefit
    boost clear compensate defend endorse exempt exonerate favor favour fed feed free fund gave
    give grant help honor honour invite lend lent liberate license offer pardon pledge praise
    promise promote protect reassure rebuild recognise recognize rehabilitate release relieve
    rescue reward save send sent shield spare strengthen subsidise subsidize support thank
    upgrade vindicate welcome
    """
)
"""Good for the object, and in the passive for the subject."""

SUFFERS = word_set(
    """
    collapse crumble default die falter furlough laid_off lay_off lose lost mourn plunge quake
    recall reel sank shrink sink slump starve struggle stumble suffer tumble
    """
)
"""What the subject of such a verb goes through is bad for it."""

GAINS = word_set(
    """
    benefit earn flourish gain gained grow heal join outperform profit prosper qualify rebound
    recover regain reopen secure thrive triumph win won
    """
)
"""What the subject of such a verb goes through is good for it."""

GETS = word_set("get got grow obtain post reach receive record report saw see sign signed")
"""Good or bad for the subject as its object is: "signed a pact", "reported a loss"."""

SHEDS = word_set("axe cancel close cut eliminate halt lay_off lose shed shut slash stop suspend")
"""Bad for the subject where it sheds what it lives on."""

LIVELIHOOD = word_set(
    """
    branch delivery factory flight investment job operation output plant position production
    route service shift staff store worker workforce
    """
)

BELONGING = word_set(
    """
    area arrival base bond border boy branch brand business capital carrier child children
    citizen city civilian climber coast coastline company consulate consumer crop currency
    customer debt deficit delivery driver earning economy embassy employee engineer export
    exporter exports factory farm farmer firm fisherman fleet flight forces gdp girl government
    grid growth harvest hospital household import income industry inflation investment jet job
    lawmaker machine man manufacturer margin member men migrant miner national nurse operation
    outlook output part passenger patient peacekeeper people plane plant police population port
    power_grid price prisoner producer product production profit province pupil rating refugee
    region relation reserve resident revenue rouble route sailor sale scheme school server
    service share ship shipment site soldier staff state stock store student subsidiary supply
    tanker teenager tourist town trade troop unemployment unit user vessel village visitor
    volunteer warehouse woman women worker workforce
    """
)
"""What happens to these of a name's happens to the name."""

ATTACKS = word_set(
    """
    action airstrike allegation assault attack ban blockade bombing boycott campaign case charge
    claim complaint crackdown curb duty embargo fine hack invasion lawsuit levy limit measure
    offensive penalty pressure probe quota raid restriction ruling sanction shelling siege strike
    suit tariff tax threat verdict war
    """
)
"""Nouns of what somebody does to a target: a tariff on, a case against."""

BLOWS = word_set("blow danger defeat disaster headache loss risk setback threat warning")
"""Bad for whom they are to or for."""
GIFTS = word_set(
    """
    access aid approval assistance award billion boon boost compensation contract convoy credit
    donation food fund funding funds grant guarantee help investment licence license loan
    medicine million money order permission railway relief subsidy support treatment vaccine
    victory windfall
    """
)
TIES = word_set(
    """
    accord agreement alliance cooperation deal dialogue friendship pact partnership peace
    relation tie trade treaty truce union
    """
)
RIFTS = word_set(
    """
    break broke clash collapse conflict cut dispute end scrap sever suspend tear tore war
    """
)
FOUNDS = word_set(
    """
    build built create discover double expand find found invest open pledge record reopen
    """
)
THRIVES = word_set(
    "arrival factory field harvest hospital investment job mine plant railway school"
)
SAYS = word_set(
    """
    accord add announce argue ask believe call claim comment confirm deny disclose estimate
    expect explain forecast hope insist note predict publish recommend report reported said say
    say-so state suggest tell told urge warn write wrote
    """
)
"""Who only speaks is neither helped nor hurt."""

OTHER_VERBS = word_set(
    """
    apply ate beat became began begin bet bled blew bought bred broke brought built burnt came
    caught chose come continue cost cut dealt drew drove enter expire fed fell felt fled flew
    forgot fought found froze gave go got grew had heard held hid hit hurt kept knew laid last
    led left lent let lit lost made mean meant met paid plan put quit ran remain rose said sang
    sank sat saw sent set shook shot showed shut slid sold sought spent split spoke spread start
    stay stole stood struck swore swung take taught told took tore understood want went woke won
    wore wound wrote
    """
)
"""Verbs of no other table: after a name such a word is its verb and no noun that it modifies."""

VIOLENCE = word_set(
    """
    abduct abduction bomb bombing gunman gunmen hijack hostage kidnap kidnapping massacre mob
    shelled shoot shooting shot stab stabbing
    """
)
"""Crimes that strike a place and not one victim only."""

TROUBLES = word_set(
    """
    bankruptcy collapse default layoff loss outage recall scandal shutdown
    """
)
"""What a name that stands before it suffers: the @ recall."""

PLACE_BOUND = word_set(
    """
    ceasefire militant militants protest protester protesters rebel rioter rioters truce walk_out
    walked
    """
)
FORECASTS = word_set("forecast outlook projection rating")
BLAMES = word_set("accuse blame condemn criticise criticize decry denounce deplore protest slam")
"""Bad for whose deed is their object: they condemn the @ bombing."""
FACES = word_set("face paid pay")
COMPELS = word_set("force forced order tell told")
ARRIVES = word_set("link reach")
STOPS = word_set("ban block cut freeze froze halt lower stop")
TURNS = word_set("corridor diversify expand open outreach pivot reach route shift turn")
"""Good for whom they are towards."""
BUYS = word_set("bought buy buyer import purchase source sourcing")
TURNS_INTO = word_set("expand push move")
LEAVES = word_set("away exit pull_out pulled quit withdraw withdrawal")
RELIANCE = word_set("dependence dependency depend reliance rely")
LESS = word_set("cut end less lower reduce reducing")
HIGHS = word_set("high highest peak record")
LOWS = word_set("low lowest")
MADE = word_set("built issued made operated owned run sold supplied")
PLACES = word_set("across around at in inside near off over throughout")
PAIRS = frozenset(
    word for table in (HARMS, SUFFERS, SHEDS, ENDING) for word in table if "_" in word
)
