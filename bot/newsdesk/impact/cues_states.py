"""Phrases of what states and their bodies do: who acts, and the verbs by which they bind or plan.

Written by us in the language of `cue_language`; they are part of the tables in `cues_legal`.
"""

from __future__ import annotations

STATES = """
argentina|australia|austria|bangladesh|belarus|belgium|bolivia|brazil|bulgaria|cambodia|canada|
chile|china|colombia|congo|croatia|cuba|cyprus|czech_republic|denmark|ecuador|egypt|estonia|
ethiopia|finland|france|germany|ghana|greece|hungary|iceland|india|indonesia|iran|iraq|ireland|
israel|italy|ivory_coast|japan|kazakhstan|kenya|kuwait|latvia|lebanon|libya|lithuania|luxembourg|
malaysia|malta|mexico|mongolia|morocco|mozambique|myanmar|nepal|netherlands|new_zealand|niger|
nigeria|north_korea|norway|oman|pakistan|panama|peru|philippines|poland|portugal|qatar|romania|
russia|rwanda|saudi_arabia|senegal|serbia|singapore|slovakia|slovenia|south_africa|south_korea|
spain|sri_lanka|sudan|sweden|switzerland|syria|taiwan|tanzania|thailand|tunisia|turkey|uae|uganda|
ukraine|united_kingdom|uk|britain|united_states|us|u.s.|uruguay|uzbekistan|venezuela|vietnam|
yemen|zambia|zimbabwe|hong_kong|eu|european_union|brussels|opec|opec+|asean|nato|g7|g20|beijing|
moscow|washington|london|tokyo|delhi|tehran|kremlin|white_house|pentagon|congress|senate|
parliament|lawmakers|government|cabinet|ministry|treasury|regulator|regulators|watchdog|
authorities|court|supreme_court|california|texas|florida|new_york|ontario|quebec|scotland|wales|
catalonia|
european_commission|european_parliament|commission|security_council|un|u.n.|united_nations|ecowas|
african_union|mercosur|arab_league|imf|world_bank|wto|saudi_arabia|saudis|angola|armenia|azerbaijan|
bahrain|botswana|burkina_faso|cameroon|costa_rica|dominican_republic|el_salvador|eritrea|georgia|
guatemala|guinea|haiti|honduras|jamaica|jordan|kyrgyzstan|laos|liberia|madagascar|malawi|mali|
mauritius|moldova|montenegro|namibia|nicaragua|north_macedonia|papua_new_guinea|paraguay|somalia|
south_sudan|tajikistan|togo|turkmenistan|soviet_union|ussr|yugoslavia|kosovo|bosnia|afghanistan|
america|ankara|berlin|paris|rome|madrid|kyiv|seoul|riyadh|canberra|ottawa|jakarta|manila|caracas|
faa|fda|sec|ftc|fcc|epa|cdc|easa|ema|fca|cma|cftc|nhtsa|doj|justice_department|
commerce_department|state_department|treasury_department|transport_department|defence_ministry|
finance_ministry|health_ministry|trade_ministry|energy_ministry|foreign_ministry|ministers|
trump|biden|obama|reagan|nixon|putin|yeltsin|gorbachev|xi|erdogan|modi|macron|merkel|
thatcher|starmer|milei|bolsonaro|lula|maduro|netanyahu|zelensky|mugabe|president|
prime_minister|chancellor|governor|county|county_board|city_council|town_council|
county_council|council|councillors|province|canton|prefecture|city_hall|houthis|taliban|hamas|hezbollah
""".strip()
EVERYDAY = """
reject~|allow~|close~|shut|shuts|declare~|end~|stop~|set|sets|enter~|leave|leaves|left|rejoin~|join~|quit|
quits|bring|brings|brought|
clear~|hit|hits|extend~|cut|cuts|cutting|raise~|lift~|double~|triple~|slash~|float~|pause~|ease~|
relax~|loosen~|rescue~|guarantee~|refuse~|phase*_out|break*_up|take~_over|take*_over|took_over|
reopen~|pull*_out|walk*_away|walks_out|retaliate~|scale*_back|recognise~|recognize~|detain~|slap~|
drop~|adjust~|increase~|lower~|give*_up|abandon~|let|lets|remove~|strip~|grant~
""".strip()
"""Verbs of anybody's daily life: a state binds by them only with a legal object."""
_BINDS = f"""
ban~|require~|cap~|limit~|order~|approve~|pass~|adopt~|block~|suspend~|halt~|
impose~|fine~|tighten~|freeze~|froze|frozen|revoke~|expel~|nationalise~|
nationalize~|devalue~|outlaw~|legalise~|legalize~|scrap~|introduce~|restrict~|seize~|
mandate~|withdraw|withdraws|withdrew|annex~|invade~|blockade~|bar|bars|barred|barring|
prohibit~|hike~|ratify~|abolish~|enact~|decree~|repeal~|waive~|overturn~|uphold~|upheld|
void~|ground~|forbid~|forbade|forbidden|blacklist~|sanction~|penalise~|penalize~|punish~|
back*_out|unpeg~|peg~|privatise~|privatize~|deregulate~|liberalise~|liberalize~|default~|repudiate~|
secede~|unify|unifies|reunify|expropriate~|confiscate~|requisition~|ration~|mobilise~|
mobilize~|conscript~|deport~|evacuate~|quarantine~|lock*_down|seal*_off|cut*_off|switch*_off|
turn*_off|convict~|indict~|overrule~|veto~|override~|overrides|overrode|
license~|tax|taxes|taxed|levy|levies|levied|subsidise~|subsidize~|bail*_out|
test-fire*|sever~|terminate~|cancel~|oblige~|compel~|embargo~|boycott~|{EVERYDAY}
""".strip()
LEGAL_OBJECTS = """
tax|taxes|taxation|vat|tariff*|duty|duties|levy|levies|toll|tolls|fee|fees|fine|fines|penalt*|law|
laws|
rule|rules|bill|act|ban|bans|limit*|cap|caps|quota*|ceiling|floor|threshold|target*|standard*|
border*|
airspace|frontier*|school*|shops|mine|mines|strait|canal|bosphorus|bosporus|dardanelles|hormuz|embassy|app|apps|plant*|reactor*|factor*|
port|ports|export*|import*|trade|purchases|sales|shipments|supplies|deliveries|visa*|
permit*|licence*|license*|emergency|war|martial_law|independence|sovereignty|treaty|accord|
agreement|
deal|pact|convention|protocol|union|bloc|eurozone|euro|euro_zone|nato|eu|opec|opec+|schengen|wto|
who|unesco|
cptpp|brics|rate|rates|price|prices|wage*|pension*|retirement_age|pay|subsid*|budget|spending|aid|
funding|benefits|sanction*|embargo*|restriction*|curb*|control*|check*|lockdown|curfew|quarantine|
moratorium|force_majeure|default|debt*|bankrupt*|deadline|monopol*|policy|rights|
immunity|
amnesty|conscription|draft|gas|oil|fuel|flights|output|production|currency|peg|peso|yuan|ruble|
rouble|
rupee|lira|pound|franc|naira|dollar|pound|ceasefire|cease-fire|truce|diplomat*|ambassador*|ties|
relations|membership|bank|banks|lender|insurer|airline|railway*|refugee*|migra*|asylum|
immigration|mandate*|requirement*|reserve*|capital|enrichment|emission*|
stimulus|bond|bonds|bailout|state_of|national_emergency|disaster|famine|pandemic|
public_health_emergency|
stake|crypto*|bitcoin|short_selling|plastic*|pesticide*|gold_standard|
mining|
crossing*|oilfield*|pipeline*|flow|flows|tours|approv*|borrowing|construction|airport*|farm|
erm|exchange_rate_mechanism|right|constitutional|fisher*|fishing|quarr*|vaccine*|drugs|drug_for|first_drug|new_drug|medicine*|bid|deal|proposal|takeover|treatment|merger|
takeover|apartheid|movement|cuts|insurance|birr|kyat|dinar|dirham|leu|lev|taka|kwanza|cedi|bolivar|guarani|hryvnia|tenge|baht|shekel|rand|krona|forint|zloty|ringgit|won|
yen|franchise|voting_age|slavery|rule|protection*|habitat*|species
""".strip()
"""What a state binds by: taxes, rules, borders, treaties, prices, aid, war."""
_PLANS = """
plan~|propose~|unveil~|announce~|agree~|pledge~|draft~|investigate~|probe~|sue~|charge~|review~|
sign~|rule*_out|postpone~|delay~|elect~|vote~|commit~|reach~|accept~|strike|strikes|struck|open*_up|
raid~|search~|dissolve~|resign~|prosecute~
""".strip()
_SAYS = """
seek~|back~|offer~|demand~|urge~|ask~|call~|target~|vow~|prepare~|weigh~|eye~|mull~|consider~|warn~|
threaten~|want~|oppose~|accuse~|criticise~|criticize~|condemn~|launch~|present~
""".strip()

BINDING = f"""
{STATES} take|takes|took it|them|firm|company|unit over
{STATES} {_BINDS}
{STATES} has|have|had|also|formally|officially|finally|temporarily|again|today|abruptly|
unilaterally|effectively|permanently|indefinitely|immediately|partly|further {_BINDS}
states|countries|nations|governments|members|parliaments|regulators|voters|powers|allies|lawmakers|
mps|senators|deputies|legislators {_BINDS}
minimum_wage|retirement_age|pension_age|vat|sales_tax|income_tax|corporate_tax|corporation_tax|
fuel_tax|excise|working_week|speed_limit|drinking_age|price_cap|quota|quotas|tariff*|duty|duties|
sanctions|export_controls|import_duty|toll|tolls .. rise~|rose|risen|go_up|goes_up|increase~|climb~|
double~|triple~|fall|falls|fell|drop~|lifted|imposed|introduced|raised|scrapped|abolished|reimposed|
reinstated|tightened|extended|removed|disappear*|announced|comes_in|snap_back
by law|decree|referendum|executive_order|royal_decree|presidential_decree
put~|place~|add~ .. on .. entity_list|blacklist|sanctions_list|terror_list|trade_blacklist|red_list|
export_blacklist
entity_list|trade_blacklist
border|passport|customs|security checks|controls .. end~|begin~|start~|vanish~|disappear~|abolished|
reintroduced|return~|introduced|lifted
security_council|un|u.n. .. imposes|imposed|adopts|adopted|authorises|authorizes|authorised|
authorized|slaps
public ownership|control|hands
taken_into|brought_into public|state ownership|hands|control
independence declared|recognised|recognized|proclaimed
declare~|win|wins|won|gain~|proclaim~ .. independence
currency|banknotes|coins|euro .. introduced|replaces|replaced|abolished|enters_circulation|becomes|
floated|unpegged
authority|agency|regulator|regulators|watchdog|ministry|government|commission|central_bank|court|
judge|health_officials|officials|police tell|tells|told|instruct~|direct~|command~ .. to
authorise~|authorize~|clear~|approve~|license~ for .. use|sale|export|release|public
get|gets|got|win|wins|won|receive~|secure~|gain~|obtain~|grant~|give|gives|given .. approval|
clearance|authorisation|authorization|go-ahead|green_light|green-light|regulatory_nod
importers|exporters|companies|firms|employers|banks|lenders|airlines|carmakers|manufacturers|
retailers|insurers|operators|farmers|producers|drugmakers|platforms|websites|brokers|shipowners|
shippers|landlords|schools|hospitals|travellers|travelers|visitors|drivers|workers|suppliers|
utilities|traders|investors|funds|multinationals .. must|have_to|are_required|obliged|are_obliged|
face_fines|will_have_to|need_to|forced_to|may_no_longer|can_no_longer|are_barred|are_banned
making|forcing|requiring|obliging|compelling|make|makes|made .. mandatory|compulsory|illegal|
legal_tender|a_crime|companies|employers|firms|banks|importers|operators|carmakers|airlines
legal_tender
hand*_over|handed_back|ceded|cedes|transferred|returned|reverts|sovereignty .. to china|britain|
panama|
india|state|states|rule|control|palestin*|egypt
sovereignty|secession|reunification|unification|handover|partition .. of|to|from|takes|begins
monopoly|cartel .. ended|ends|broken|abolished|lost|loses|dismantled|split
give*_up|gave_up|abandon~|leave|leaves|left|quit|quits|drop~ .. gold_standard|neutrality|peg|
currency|
exchange_rate_mechanism|erm|monopoly|standard
gold_standard|exchange_rate_mechanism .. leave*|left|ended|suspended|abandon~|forced
forced .. out_of .. exchange_rate_mechanism|erm|euro|union|market
into_force|into_effect|snap_back
law|laws|rule|rules|act|code .. oblige~|compel~|require~|mandate~|forbid~|rewritten|tightened|
amended|
overhauled|changed|abolished|scrapped
guarantee|ceiling|threshold|quota|cap|levy|fee|fees|duty|tax|allowance|contribution|limit raised|
lowered|doubled|halved|tripled|lifted|abolished|introduced|tightened|cut
taken_over|bought_out|rescued|acquired|absorbed|bailed_out by .. state|government|treasury|taxpayers
state takes_over|took_over|takes_control|took_control
ordered killed|closed|shut|destroyed|slaughtered|culled|off|out|evacuated|grounded
price_freeze|wage_freeze|rent_freeze|rent_control*|price_control*
freeze~|froze|frozen .. prices|wages|rents|fees|hiring
no-fly_zone|exclusion_zone|travel_warning|travel_advisory|do_not_travel
abolish~|repeal~|introduce~|reintroduce~|bring_back|impose~ .. conscription|toll|tolls|fee|fees|
visa*|
wealth_tax|poll_tax|tax|quota*|subsid*|duty|levy|curfew|ration*|apartheid|slavery|penalty|border*|
controls|checks|currency|euro
bar|bars|barred|forbid~|forbade|ban~ .. transport*|movement*|travel|gatherings|flights|entry|
entering
restore~|resume~|establish~|normalise~|normalize~|sever~|break*_off|broke_off diplomatic_relations|
diplomatic_ties|relations|ties
overturn~|strike|strikes|struck_down|invalidate~|annul~|nullify|nullified .. law|ban|election|vote|
rule|result|right|mandate|verdict
election|vote|poll|result|verdict|merger|law annulled|overturned|nullified|voided|struck_down
"""

ANNOUNCED = f"""
{STATES} {_PLANS}
{STATES} will|to|plans_to|intends_to|would|agrees_to|agreed_to|vows_to|decides_to|decided_to|
wants_to|says_it_will|set_to|moves_to|moved_to|prepares_to|about_to charge~|{_BINDS}
powers|nations|countries|governments|leaders|ministers|members|states|sides|parties|negotiators|
allies|creditors|unions|producers .. agree~|pledge~|commit~|sign~|reach~|unite~|endorse~
deal|pact|agreement|accord|truce|ceasefire|treaty|talks|coalition .. end|ends|ended|expire~|
collapse~|lapse~|break*_down|broke_down|fail~|unravel~|break_up
arrest~|detain~|indict~|jail~|charged|custody .. chief|chairman|boss|founder|ceo|president|minister|
executive*|tycoon|billionaire|head|governor|banker*|mayor|senator|general|heir|official*|leader
chief|chairman|boss|founder|ceo|president|minister|executive*|tycoon|billionaire|head|governor|
banker*|mayor|senator|general|heir|official*|leader arrested|detained|indicted|jailed|charged|
taken_into_custody|sentenced|convicted|acquitted
admit~|confess~|concede~|acknowledge~|found|accused|caught .. cheat*|rigg*|fraud|manipulat*|
falsif*|brib*|conceal*|hid|hiding|overstat*|inflated|covered_up|fake|misled|misleading|fabricat*
scandal|fraud|cover-up|ponzi*|bribes|embezzlement .. force*|oust*|admit*|billion|million|
chief|chairman|executives
dismiss~|dissolve~|suspend~|sack~|freeze~|froze|prorogue~ .. parliament|government|cabinet|
legislature|constitution
guilty|guilty_of|convict~ .. fraud|obstruct*|bribery|corruption|conspiracy|firm|company|bank|
laundering|
criminal|violat*|price-fixing|manipulat*
sworn_in|takes_office|took_office|inaugurated_as|abdicate~|sworn
monopoly|deregulat*|privatis*|privatiz*|liberalis*|liberaliz*|gold_standard|sovereignty
reveal~|leak~|disclose~|whistleblower*|leaked .. spy*|spied|surveillance|secret*|intelligence|
collected|
documents|nsa|cia|mass
wall|regime|dictatorship|monarchy|apartheid|communism|communist_rule|junta|dictator fall|falls|
fell|toppled|ends|ended|collapses|collapsed|abolished|crumbles
"""

THREATENED = f"""
told|warned|warn|warns|advised|asked|ordered|urged not_to|to|against
oblige~|compel~
{STATES} {_SAYS}
arrested|arrests|detained|indicted|in_custody
"""
