"""Phrases of operations: what stopped, what must change, what is expected to change.

Written by us in the language of `cue_language`; `rubric` gives each table its points.
"""

from __future__ import annotations

from bot.newsdesk.impact import cues_hazards

_THINGS = """
operation*|operating|production|output|manufacturing|assembly|service|services|traffic|trading|
shipment*|export|exports|import|imports|deliver*|flight|flights|departures|arrivals|take-offs|
takeoffs|train|trains|sailings|crossings|transit|transits|transport|freight|cargo|rail|railway|
railways|metro|subway|ferries|buses|work|working|construction|plant|plants|factory|factories|mill|
mills|smelter*|port|ports|harbour|harbor|dock|docks|airport|airports|runway|airspace|border|
borders|crossing|refinery|refineries|refining|pipeline|pipelines|gas_flow*|flow|flows|supply|
supplies|mine|mines|mining|drilling|wells|oilfield*|platform|rig|rigs|reactor|reactors|
power_station*|grid|loading|terminal|terminals|handling|intake|activities|system|systems|network|
networks|website|websites|server|servers|payment|payments|transactions|withdrawals|redemptions|
deposits|sale|sales|trade|schools|shops|stores|hospitals|surger*|appointments|bank|banks|exchange|
market|markets|canal|strait|bosphorus|bosporus|dardanelles|hormuz|suez|bridge|road|roads|highway|motorway|tunnel|warehouse*|depot*|business|
businesses|orders|harvest*|fishing|catch|slaughterhouse*|farms|fields|lines|line|rollout|route|
routes|internet|broadband|water|electricity|heating|movement|visas|visa|parcels|mail|letters|
packages|trades|tickets|
motorways|bookings|containers|barges|trucks|lorries|ferry
""".strip()

STOPPED = f"""
{cues_hazards.HARM}system|systems|network|networks|website|websites|server|servers|service|services|
internet|
platform|site|app|exchange|grid|lines down|is_down|goes_down|went_down|go_down|crashes
goes|went|go|gone down|dark|offline .. for|after|worldwide|hours|users
shut|closed|halted|suspended|paused|grounded|blocked|cancelled|canceled|offline|stopped for|until|
after|over|pending|indefinitely|following|amid|due|because|by
paused|halted|suspended|stopped in|at|across
keeps|keep|remain|remains|stay|stays .. on_the_ground|grounded|closed|shut|suspended|offline
taken out_of_service
stop|stops|stopped|cease|ceases|ceased|halts|halted|suspends|suspended .. taking|accepting|buying|
selling|importing|exporting|making|producing|supplying|shipping|serving|issuing|lending|sending|
delivering|work
cut|cuts|cutting|shut|turned|turns off .. oil|gas|supplies|power|water|electricity|supply|fuel|
exports|internet|heating
darken*|black_out|blacks_out|plunge* .. darkness|dark|cit*|states|homes|northeastern
troops|army|forces|tanks|soldiers|military|rebels|militants .. overrun*|enter*|cross*|seiz*|
occup*|storm*|captur*|invade*|advance*|attack*
withdraw*|pull*|remov* .. after deaths|death|contamination|listeria|salmonella|illness*|fears|
safety|injuries
listeria|salmonella|e_coli|contaminated|contamination|tainted|adulterated|poisoned
sicken*|poison*|hospitalis*|hospitaliz* .. thousands|hundreds|dozens|babies|children|people|
workers|students
rig|platform|refinery|plant|factory|tanker|depot|pipeline|train|rocket|reactor explode*|blow*|
catch*|sink*|burn*|leak*|fail*
gush*|leak*|spill* .. oil|gas|chemical*|waste|radiation|sewage
collapses|collapsed after|with|into|amid|owing|under
down|downed|lay_down|put_down|drop tools|pens
thieves|heist|robbers|hackers .. bank|million|billion|funds
radiation|meltdown|toxic_cloud
siege|besieged|blockaded|cordoned
queue|queues|queued|rush|rushed|line_up to withdraw
bank run|runs|panic
wash*|swept|swept_away|cut_off .. bridge*|road*|town*|village*|homes|track*
collapsed into administration
liquidation|wound_up|ceases_trading|ceased_trading|goes_out_of_business
closed|closes|shut|shuts .. route*|land|sea|air|borders
wildfire*|hurricane|typhoon|cyclone|earthquake|flood* .. force*|evacuat*|destroy*|kill*|shut*|cut*
evacuation|evacuations zone|ordered|order|widened
arson|bomb_threat|sabotage .. plant|factory|line|cable|rail*
walk|walks|walked off_the_job|out
picket_line|general_strike|industrial_action
shortage|shortages .. force*|halt*|shut*|close*|empty
empty shelves
halt|halts|halted|halting|suspend|suspends|suspended|suspending|stop|stops|stopped|stopping|cease|
ceases|ceased|pause|pauses|paused|pausing|paralys*|paralyz*|freezes|froze|cripple|cripples|
crippled|disrupts|disrupted|knocks_out|knocked_out|idles|idled|interrupts|strands|grounds|
grounded|ground|cancels|cancelled|canceled|cancel|cuts_off|cut_off|mothballs|snarls|
chokes . {_THINGS}
{_THINGS} . halted|suspended|stopped|paused|interrupted|lost|offline|paralysed|paralyzed|
at_a_standstill|cancelled|canceled|cut_off|disrupted|shut|closed|collapsed|crippled|frozen|
grounded|knocked_out|idled|unavailable|inaccessible|stranded|severed|blocked|hit_by_hackers
shut|shuts|shutting|close|closes|closed . {_THINGS}
bring*|brought|come*|came|grind*|grinds|ground to .. stop|halt|standstill
unable|unable_to|cannot|can't process|operate|deliver|pay|trade|access|reach|leave|ship|fly|sell|
work
system|systems|power|grid|network|software|computer|engine|signal failure|failures|crash|
breakdown|collapse|meltdown
lockout|locked_out|locks_out
suspend*|stop*|halt*|miss*|skip* .. payment|payments|coupon .. debt|bond*|loan*|creditors
ran|run|runs|running out_of .. dollars|fuel|cash|reserves|money|gas|water|oxygen|medicine|power
attack|attacks|attacked|raid*|hijack*|seiz*|sink*|sank|sabotage* .. ship|ships|vessel*|tanker*|
pipeline*|port|ports|airport*|refiner*|power|cable*|convoy*|embassy|train*
rebels|militants|gunmen|insurgents|houthi*|pirates|drones attack*|hit*|strike|struck|seiz*|kill*|
fire*|storm*|capture*
sabotage|act_of_war|terror_attack|hostage*
delayed|delays .. flights|trains|passengers|shipments|vessels
shut_down|shuts_down|shutdown|shutdowns|standstill|stoppage|closure
factory|plant|mine|refinery|port closes|closed|shuts|shut|closure
outage|outages|blackout|blackouts|power_cut|power_cuts|power_failure|grid_failure|offline|
knocked_out|goes_down|went_down|load-shedding
ransomware|malware|cyberattack*|cyber-attack*|cyber_attack|hack|hacks|hacked|hackers|data_breach|
security_breach
steal*|stole|stolen|leak*|expos* .. data|records|passwords|customers|account*
recall|recalls|recalled|recalling|product_recall
withdraw|withdraws|withdrew|withdrawn|pull|pulls|pulled|yank~|take*|took|removed ..
from|off .. market|shelves|sale|shops|stores
withdraw|withdraws|withdrew|withdrawn|pull|pulls|pulled .. worldwide|globally|nationwide|over_safety
withdraws|withdrew .. worldwide|drug|medicine|product
derail*|explosion|explodes|exploded|blast|blaze|fire .. train|plant|factory|refinery|port|
warehouse|mine|pipeline|platform|depot|rig|tanker|at|stops|hits|destroys
capsiz*|ran_aground|runs_aground|aground|sinks .. ship|vessel|tanker|ferry|canal
dam|bridge|building|mine|tailings|roof .. burst*|collapse*|fail*|breach*
oil_spill|chemical_spill|meltdown|nuclear_accident|magnitude_7*|magnitude_8*|magnitude_9*|tsunami
tornado|tornadoes|wildfire|wildfires|floods|flooding|landslide|ash_cloud|ice_storm|blizzard
storm .. hits|closes|shuts|cuts|leaves|kills|batters|knocks
strike|strikes|walkout|lockout begins|begin|began|starts|shuts|halts|stops|cripples|cancels|
paralyses|grounds|disrupts|hits
begin|begins|began|start|starts|launch* .. strike|walkout|stoppage
on strike
walk_out|walks_out|walked_out|walked_off|down_tools
workers|staff|drivers|pilots|nurses|doctors|teachers|dockworkers|writers|actors|crews strike
stranded|grounded|grounds|ground .. passengers|fleet|flights|planes|aircraft|jets|travellers|
travelers|boeing
flights|trains|operations|surgeries|appointments|departures|services .. cancelled|canceled|
grounded|diverted
cancel|cancels|cancelled|canceled .. flights|trains|operations|services|departures|surgeries
block|blocks|blocked|blockade|blockades|blocking .. canal|port|ports|strait|border|road|roads|
highway|railway|traffic|shipping|pipeline|route|oil|grain|suez
collapse|collapses|collapsed|fails|failed|failure .. bank|airline|lender|company|exchange|
operator|retailer|broker|builder|insurer|firm|passengers
bank|airline|lender|exchange|retailer|broker|builder|insurer|airlines|carrier .. collapse|
collapses|collapsed|fails|failed|goes_bust|went_bust
bankruptcy|chapter_11|chapter_7|insolvency .. files|filed|filing|enters|protection|for|relief
enter~|fall*|fell|go|goes|went|slide*|slid|tip~ .. into administration
files|filed|filing|enters|seeks .. bankruptcy|chapter_11|chapter_7|insolvency|administration|
creditor_protection|liquidation
run on .. deposits|bank*
default|defaults|defaulted on|of .. debt|bond*|loan*|payment*
default .. sovereign|government|largest
sovereign default
invades|invaded|invasion|missile*|airstrike*|air_strike*|shelling|bombard*|bombing|drone_attack*|
drone_strike*|coup|terror_attack|attack|attacks .. on|kill*|hit*|halve*|strike*|destroy*|in|
refiner*|ship*|plant*|port*|cit*
invades|invaded|declares_war|war_breaks_out|martial_law|coup
lockdown|curfew|quarantine|pandemic|epidemic
outbreak .. declared|spreads|killed|kills|deaths|cases|found|confirmed
crash|crashes|crashed .. plane|jet|train|airliner|helicopter|bus|flight|machines|computers|
system*|killed|kills|second
ruptur*|leak|leaks|leaked|spill|spills .. pipeline|gas|oil|chemical|plant|reactor|nuclear
lose|loses|lost .. access|power|cooling|electricity
without power|electricity|water|service|internet
took|takes|taken|pulled out_of_service|offline
evacuat*
frozen|freeze|freezes .. withdrawals|deposits|accounts
dead|killed|missing|die|died .. earthquake|flood*|storm|collapse*|crash|fire|explosion|mine|
hundreds|thousands|dozens
hundreds|thousands|dozens .. dead|killed|missing|die|died
sent_home
production|factory|plant|mine|output|traffic stopped|halts|stops
out of service|action
take*|took .. offline
"""

MUST_CHANGE = """
deploy~|send|sends|sent|mass~|rush~ .. troops|soldiers|army|warships|warship|tanks
limit~|restrict~|cap~|reduce~|halve~ .. draft|draught|slots|transits|ships|vessels|sailings|flights|
landings|departures
emergency|critical|urgent|security|out-of-cycle|out-of-band|crucial patch|fix|update|security_update
earthquake|quake|hurricane|typhoon|cyclone|volcano|flood
write*_off|writes_off|wrote_off
liquidat*|erupt~|wiped_out
abandon~|drop~|scrap~|shelve~|mothball~|mothballed|quit|quits .. brewery|line|reactor|facility|site|
smelter|oilfield|terminal|airfield|base|mill
one_lane|single_lane|lane_closures|weight_limit|metered|speed_restrictions|half-mast
told|tells|warns|warned|advise~ .. not_to drive|fly|drink|eat|use|travel|sail|swim|enter
burn~|ablaze|on_fire .. containers|sea|cargo|vessel|hold
force~|compel~|oblige~ .. to .. abandon|cancel|close|stop|divert|leave|halt|suspend|evacuate|move|
shut|
recall|delay|flee|cut|ration|reroute|rewrite|withdraw|retreat|sell|pay|switch|work|wait|return
withdraw|withdraws|withdrew|withdrawn|discontinue~|end-of-life|switched_off|embargo~|blockade~|
boycott~|ration~|quarantine~|furlough~|conscript*|mobilis*|mobiliz*|bankrupt|bankruptcy|insolven*|
receivership|wound_up|went_under|goes_under|went_bust|goes_bust|jamming|spoofing|infected|infection|
malware|trojan|backdoor|zero-day|scarce|scarcity|saboteurs|besieged|airlift*|airlifted
run*_out_of|ran_out_of|running_out_of|runs_out_of
data|records|details|passwords|files|documents .. leaked|exposed|stolen|taken|dumped|for_sale|
compromised
pull*_out_of|pulled_out_of|stopped working|russia|china|market|country
short-time work
ran|run|runs low|short
curb~|curtail~|scale*_back|scaling_back|throttle~|ration~|idle~|lower~|crimp~|dent~ .. output|
production|operations|capacity|deliveries|shipments|supplies|supply|flights|exports
admit~|found|accused|caught .. cheat*|falsif*|rigg*
enter~|begin|begins|began|start~|resume~|restart~ commercial_operation*|
commercial_service|production|operations|operation|deliveries|exports|service
open~|reopen~ to traffic|trade|shipping|ships|navigation|trains
short_of parts|chips|components|fuel|gas|water|staff|workers|drivers|food|medicine|power|
semiconductors
clog~|clogged|congested|jam~|jammed|gridlock~|logjam|backlog*|pile*_up|back*_up .. port|ports|ships|
containers|freight|cargo|trucks|roads|border|terminals|shipments|as|at
port|ports|border|terminals|yards|canal|roads clog~|clogged|congested|jam~|jammed|overwhelmed
botched|fiasco|chaos|chaotic|break*_down|breaks_down|broke_down|disarray|gridlock|backlog ..
system*|migration|flights|passengers|airport*|customers|scheduling|rail|port*|border
double~|soar~|surge~|jump~|triple~ .. premium*|freight_rates|insurance|fuel_prices
piracy|pirates
write*_down|writes_down|wrote_down|write-down*|writedown*|impairment
stops|stopped|halts|halted|suspends|suspended|shuts|froze|freezes|collapses|collapsed|explodes|
exploded|explosion|blast|blaze|evacuated|contaminat*|stranded|seized|overrun|quarantined|
rationing|recall|outbreak|embargo|blackout|outage|devastat*|destroyed|flooded|hijacked|sabotaged
heist|stolen|theft .. bank|million|billion|data|funds|customers
sever|severs|severed
will|must|may need a|an|to licence|license|permit|visa|certificate
have|has|given .. days|weeks|months to comply|move|leave|sell|close|stop|pay|register|change
caps|limits|curbs|tightens .. outsourcing|prices|exports|imports|lending|emissions|fees|visas|
production
become non-profit*
orders|ordered .. firms|companies|banks|airlines|schools|operators|hospitals|factories|employers|
carmakers to
sever*|cut* .. ties|relations
raises|raised .. minimum_wage|capital_requirement*
postpone*|delay* .. operations|surger*|launch|opening|deliveries|flights|production
queue*|stranded
evacuat*
spins_off|spin_off|splits|split_into|breaks_up|demerge*
cut|cuts|cutting|axe|axes|axing|slash*|shed|sheds|eliminat*|trim*|scrap* .. role|roles|headcount|
payroll
reduc* .. headcount|workforce|staff|jobs
around the cape
sent|send|divert*|rerout*|detour* .. around|away|via|elsewhere
abandon*|scrap*|cancel*|shelv*|drop*|terminat*|withdraw* .. merger|deal|project|takeover|bid|
plant|plan|programme|program|contract*
back taxes
phase* out
lay|lays|laid|laying off
layoff*|redundanc*|job_cuts|job_losses|furlough*
cut|cuts|cutting|axe|axes|slash*|shed|sheds|eliminat* .. job|jobs|workers|staff|positions|
employees|workforce|posts
must|required_to|have_to|has_to|need_to|obliged_to|forced_to .. comply|report|reroute|stop|change|
register|disclose|test|pay|replace|close|leave|move|strip|hold|divest|label|obtain|find|end|wait|
share|offer|sell|remove|cut|notify|install|adapt|switch
compliance|comply|reporting_requirements|capital_requirements
report*|disclos* .. daily|weekly|monthly|transactions
requir* .. bank*|firm*|compan*|lender*|operator*|carrier*|airline*|manufacturer*|supplier*|
platform*|provider*|exporter*|importer*|farm*|carmaker*|hospital*
licence|license|permit .. need*|requir*|exports|exporter*
rerout*|divert*|detour* .. ship*|vessel*|flight*|cargo|traffic|around
reroute|rerouting|diverted|divert
cut|cuts|cutting|reduc*|curtail*|slash*|trim*|rais*|boost*|ramp* .. production|output|capacity|
transits|services|flights|supply|supplies
output|production|supply|capacity|export cut|cuts|reduction*|curb*
export|import ban|bans|embargo|curbs|controls
bans|restricts|prohibits|restrict* .. export*|import*|sale*|use*
tariff*|duties|sanctions|embargo on|against|of
capital_controls|price_controls|price_cap|rationing|quotas
close|closes|closing|shutter* .. store*|branch*|plant*|site*|factor*|mine*|office*|outlet*
sanctioned|sanctions|blacklisted
customs checks|border_checks
independent monitor
divest*|spin_off|spins_off|spun_off|break_up|broken_up
stop|stops|end|ends|halt .. buying|using|selling|practices|purchases|support
seize*|seizure|nationalis*|nationaliz*|receivership
takes|took|taken control
rations|rationing|price_hike|surcharge
quarantin*|cull*|vaccinat*|mask_mandate|travel_ban|lockdown
trade|business licence suspended
cancel* .. contract*|order*|project*|subsid*
strike .. vote*|notice|ballot|looms|planned|called|to
bars|bar|barred .. from .. buying|selling|trading|importing|supplying|operating|exporting
replace|replaced|swap .. inverter*|inflator*|part*|batter*|equipment
breach|breached|stolen|exposed|hacked
rescue|bailout|bail-out|takeover_by
raise|raises .. pay|wages|minimum_wage
"""

EXPECTED_CHANGE = """
vote* .. to|for strike|walkout|industrial_action
sold|sells|sale to .. rival|group|buyer|investor|owner|competitor
takes_over|take_over|took_over|taken_over
had_to|have_to|has_to
mercenaries|troops|army|militia|mutiny|flagship|warship*|missile*|naval|insurgen*|rebels|armed
pollut*|toxic|poison*|dead_fish|sewage|chemical*|radioactive
safe_passage|corridor|convoy*|first to leave|sail|depart|resume|return
forced out|aside
cholera|ebola|avian_influenza|bird_flu|swine_flu|swine_fever|measles|polio|anthrax|salmonella|
foot-and-mouth|sars|mers|mpox|zika|dengue|malaria|influenza|coronavirus|covid*|virus|contaminat*
earthquake|tremor|volcano|eruption|hurricane|typhoon|cyclone|tornado|tsunami|wildfire*|flood*|
landslide|avalanche|blizzard|frost|hail|famine|locust*
emergency_landing|collision|ran_aground|capsiz*|hijack*|mayday
could_not|cannot|unable guarantee|deliver*|serve|supply|meet|keep|cope
chaos|crisis|turmoil|disarray|stuck|jam|jammed|breakdown|botched|backlog|bottleneck|emergency
critical flaw|vulnerability|bug
freight_rates|container_rates|charter_rates
fine|fines|fined|penalty|penalties
team_up|teams_up|teamed_up|join_forces|joins_forces|joint_project|partner|partners|partnership|
collaborat*|alliance .. on|with|to|for
glitch|bug|slow|fault|problem|problems|faulty .. users|customers|service|services|system|email|
website|app
recruit*|more_shops|more_stores|new_stores|new_shops|headcount
offers|offered|bids|bid .. for
embargo|boycott|ban|quota|tariff*|strike
charge|charges|charging|toll .. drivers|motorists|users|customers
votes to leave|join
accident|crash|collision|derail* .. train|rail|railway|bus|plane|ferry|worker|workers|passenger*
mine|plant|factory|port|railway|airport|pipeline|refinery
add|adds|launch|launches|launched|opens|introduces|rolls_out|introduced|expands|starts .. route*|
service|services|flights|model|line|store|stores|branch*|office*|fund|division|business|brand|
factory|hub|site|centre|center|branch
raise|raises|raised|secures|attracts .. funding|million|investment|capital
union|unions .. petition|vote*|organis*|organiz*|contract*|talks|demand*|recognition
board|investor|investors|shareholders .. sale|break-up|breakup|spin-off|strategic_review|overhaul
names|named|appoints|appointed|picks|hires|promotes .. chairman|chairwoman|chair|chief|president|
director|head|partner|ceo|cfo
tariffs on .. fall|rise|end|cut|removed
settlement|agreement|licence|license|liquidation|levy
quarterly|annual .. sales|profit|results|earnings
expects|plans|aims|intends|hopes to
goes on sale
mergers|takeovers|acquisitions
supply_chain*|shortage*|bottleneck*|scarcity|delay*|backlog*|congestion|disruption*|logistics|
shipping_routes
acqui*|merg*|takeover|buyout|joint_venture|divest*|spin-off|spinoff|stake|combine*|combination
agree*|agrees|to buy|sell|acquire|merge|combine
buys|bought .. for
restructur*|reorgani*|overhaul*|turnaround|standalone|stand-alone|separate_division
to|will|plans_to|plan_to|plans|set_to|expects_to|begin* .. build|open|close|expand|launch|hire|
invest|move|relocate|phase_out|shift|sell|cut|create|restart|construct|construction|hiring
new plant|factory|factories|mine|refinery|terminal|pipeline|data_cent*|hub
hire|hires|hiring|recruit*
invest|invests|investment in|of
ipo|initial_public_offering|goes_public|files_to_list|listing
chief_executive|ceo|chairman|cfo|finance_chief|president resign*|steps_down|quit*|to_leave|ousted|
replaced|departs|leaving|retire*|to_resign|appointed|named
resign*|steps_down|ousted .. chief_executive|ceo|chairman
names|appoints|appointed .. chief_executive|ceo|chairman
contract*|order|orders .. win*|award*|sign*|worth|for
expected to|that
expects|forecast*|outlook|guidance
talks .. buy|sell|merge|merger|acquire
imports|exports|trade .. rebalanc*|diversif*|shift*|increase*|reduc*|higher|lower|balance*
diversif* .. supply|trade|suppliers|routes|sourcing
strategy|pivot*|transition*|shift* .. trade|supply|production|export*|import*|energy|consumption|
model
rate|rates .. mortgage*|borrow*|loan*
strike|walkout .. threat*|warn*|may|could|possible
capacity
closer ties
border|customs
protest*|unrest|riot*|clashes
lawsuit*|sued|sues|probe|investigat*
budget|spending|subsid*|tax_credit*|tax_cut*|stimulus
rating|downgrade*
drought|heatwave|heat_wave|storm|outbreak
accident .. train|plant|mine|worker|rail
store*|branch*|shop* .. open*|close*
"""
