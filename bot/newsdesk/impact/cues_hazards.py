"""Phrases of harm: accidents, disasters, disease, failed crops, violence and upheaval.

Written by us in the language of `cue_language`; they are part of "stopped or broken" in
`cues_operations`. Classes of words, not events: who is harmed, what breaks, how it breaks.
"""

from __future__ import annotations

_CRAFT = """
ship|ships|vessel|vessels|tanker|tankers|ferry|ferries|liner|freighter|freighters|carrier|barge|
barges|boat|boats|submarine|cruise_ship|trawler|jet|jets|jetliner|plane|planes|airliner|airliners|
aircraft|helicopter|flight|boeing|airbus|train|trains|locomotive|wagons|tram|bus|coach|truck|
rocket|shuttle|spacecraft|satellite
""".strip()
_WORKS = """
plant|plants|factory|factories|mill|smelter|refinery|refineries|rig|platform|reactor|reactors|
power_station|substation|pipeline|pipelines|depot|warehouse|terminal|port|harbour|harbor|dock|
docks|airport|station|mine|mines|dam|dams|levee|levees|dike|dikes|dyke|bridge|bridges|tunnel|
building|buildings|tower|cable|cables|data_centre|data_center|data_centres|data_centers|fab|fabs|
wafer*|tank|tanks|storage|building|embankment|viaduct|overpass|tailings|crane|cranes|lock|locks|
headquarters|embassy|palace|hospital|hospitals|bakery|slaughterhouse*|shipyard|shipyards|oilfield|
oilfields|facility|facilities|complex|centre|center|steelworks|city|cities|town|towns|village|
villages|homes|houses|roads|district|districts|island|islands|coast|crop|crops|harvest|harvests|
vineyard*|orchard*|herd|herds|livestock|cattle|poultry|pigs|hens|chickens|fields|farmland|forests
""".strip()
_HAZARDS = """
fire|fires|blaze|blazes|wildfire*|bushfire*|flood*|floodwater*|storm|storms|superstorm|hurricane*|
typhoon*|cyclone*|tornado*|tsunami|earthquake*|quake*|tremor*|aftershock*|landslide*|mudslide*|
avalanche*|eruption*|volcano|lava|frost|freeze|hail|hailstorm*|drought*|heatwave*|heat_wave*|
blizzard*|snowstorm*|ice_storm|sandstorm*|lightning|locust*|swarm|swarms|blight|pest|fungus|virus|
disease|flu|fever|epidemic|plague|blast|blasts|explosion*|bomb*|missile*|drone|drones|shell*|
strikes|attack*|saboteurs|arsonists|rain|rains|rainfall|monsoon|surge|sinkhole|cold_snap|
cold_spell|cold|heat|snow|snowfall|ice|algal_bloom|algae|hailstones|downpour*|ash|radiation|rioters
""".strip()

HARM = f"""
{_HAZARDS} . destroy~|devour~|ravage~|devastate~|ruin~|wreck~|damage~|kill~|flatten~|level~|raze~|
topple~|inundate~|submerge~|swamp~|engulf~|sweep*|swept|strike~|struck|batter~|pound~|hit|hits|
hitting|
wipe~_out|wiped|spoil~|cripple~|sever~|cut|cuts|knock~|shut|shuts|halt~|paralyse~|paralyze~|force~|
displace~|isolate~|threaten~|spread~|burn~|tear~|tore|rip~|halve~|slash~|disrupt~|close~|trap~|
strand~|leave|leaves|left|render~|drive*|drove|bury|buries|buried|scorch*|infect~|sicken~
{_WORKS} . destroyed|devastated|ruined|wrecked|flattened|levelled|leveled|razed|inundated|
submerged|swamped|engulfed|flooded|under_water|underwater|ablaze|on_fire|in_flames|in_ruins|
gutted|burned_down|burnt_down|damaged|wiped_out|ruptured|rupture|ruptures|blown_up|blows_up|blew_up|
burst|bursts|give_way|gives_way|gave_way|fail|fails|failed|collapse~|explode~|crumble~|sabotaged|
bombed|shelled|attacked|stormed|overrun|severed|culled|slaughtered|withers|withered|cave*_in|
catch*_fire|caught_fire|melts|melted|falls_to|fell_to
{_CRAFT} . crash~|collide~|derail~|sink|sinks|sank|sunk|capsize~|vanish~|disappear~|explode~|
burn~|catch*_fire|caught_fire|break*_in_two|broke_in_two|broken_in_two|break*_up|broke_up|
run*_aground|ran_aground|plunge~|shot_down|downed|hijack~|seized|attacked|hit_by|overturn~|
disintegrate~|missing|stranded|ditch~|detained|boarded|spill~|leak~
shoot*|shot .. down .. {_CRAFT}
capsize~|ran_aground|runs_aground|run_aground|derail~|derailment|derailments|shipwreck|plane_crash|
air_crash|train_crash|mid-air_collision|head-on_collision|stampede|crush|gas_leak|tsunami|
gas_explosion|pile-up
destroy~|devour~|ravage~|devastate~|wreck~|flatten~|raze~|inundate~|submerge~|engulf~|obliterate~|
decimate~|wipe~_out|wiping_out|tear~_through|tore_through|rip~_through|rage~|batter~ .. {_WORKS}
oil|slick|crude|sludge|toxic|chemicals|waste|debris .. wash~|ashore|coats|coated|pollute~|
contaminate~|gush~|pour~_into
surrender~ to|after|unconditionally
# dead|killed|missing|injured|wounded|homeless|trapped|stranded|displaced|evacuated|infected|ill
# people|workers|passengers|miners|soldiers|civilians|children dead|die|died|killed|missing|
injured|trapped|homeless|displaced
kill~|injure~|wound~|displace~|strand~|trap~|drown~|sicken~|infect~ #|hundreds|thousands|dozens|
scores|millions|tens_of_thousands|at_least|more_than|nearly|up_to|over|about|around|some|a_million|
half_a_million
claim~ .. lives
leave|leaves|left|leaving|make|makes|made #|hundreds|thousands|dozens|scores|millions|
tens_of_thousands|at_least|more_than|nearly|up_to|over|about|around|some|a_million|
half_a_million .. dead|homeless|stranded|injured|wounded|trapped|missing|displaced|without|ill|sick|
jobless|idle|dark|unemployed|out_of_work
million|millions|thousands|hundreds|000 .. homeless|displaced|flee|fled|affected|evacuated|uprooted|
without_power|in_the_dark|without_water|stranded|trapped|cut_off|starv*|infected|deaths|dead
death_toll|toll|fatalities|casualties .. rise~|rose|pass~|reach~|climb~|top~|exceed~|mount~
homes|areas|cities|region|people|customers|country|nation|households without power|electricity|
water|gas|heat|heating|internet|phone|mobile|service
in_the_dark|into_darkness|plunged_into_darkness|blacked_out|without_electricity|without_power|
lose_power|loses_power|lost_power
leave|leaves|left|leaving|made .. short_of|without|unable|idle|in_the_dark|homeless|stranded|
in_ruins|unprotected
failure|failures|fault|faults|glitch|error|malfunction|crash|bug|outage|faulty_update|
software_update|short_circuit ..
bring*_down|brought_down|knock~|halt~|ground~|stop~|disrupt~|leave|leaves|left|shut|shuts|force~|
strand~|
paralyse~|paralyze~|cripple~|cut|cuts|close~|cancel~|delay~|black*_out|take*_down|took_down
network|networks|system|systems|cloud|grid|server*|software|platform|service|services|website*|
computers|internet|app|exchange|line|lines|signalling|radar|satellite|payment|payments|
transactions|tills|
terminals|cards fail~|crash~|collapse~|buckle~
bring*_down|brought_down|take*_down|took_down|knock*_offline|knock*_out .. {_WORKS}|network*|
system*|service*|website*|grid|servers|internet|airline*|bank*|cloud|hospitals
cut|cuts|cutting|severed|sever|severs|disrupt~|lose|loses|lost .. internet|power|electricity|
phone_lines|communications|water|gas_supplies|heating|gas_supply|connectivity
number|numbers|navigation|signal|signals|system|systems|network|networks|cloud|servers|sites|
websites|apps|phones|tills|terminals|machines|screens ..
down|dark|dead|sabotaged|vandalised|hacked|attacked|jammed across|for|nationwide|worldwide|in|after|
as|globally|again|hours|before|over
fleet|fleets|{_CRAFT} .. grounded|impounded|quarantined|held_up|immobilised|immobilized|diverted
network|networks|rail|railway|railways|line|lines|cable|cables|pipeline|grid|tracks .. sabotaged|
vandalised|attacked|hacked|bombed|severed|damaged
lock~ .. out_of|customers .. out|accounts|data|systems|computers|files
strike|strikes|struck all|three|plants|carmakers|automakers|mines|ports|airlines|hospitals|
factories|stores|schools|companies|at
scrap~|axe~|cancel~|call*_off|drop~|pull~|suspend~|divert~|ground~ .. flights|trains|sailings|
departures|services|ferries|trips
crash~|plunge~|plummet~|dive*|fell|falls .. into .. sea|river|mountain*|ocean|forest|houses|field|
gorge|lake|canal|hillside|crowd
# aboard|on_board|passengers|crew .. crash*|vanish*|missing|lost|sank|plunge*|die|died|sea
with # people|passengers on_board|aboard
lost|loses|lose contact|radar
switch~|revert~|return~|resort~ .. to .. manual|by_hand|pen_and_paper|paper_records|handwritten
stand|stands|stood|stay|stays|stayed|remain~ still|shut|closed|idle|away_from_work|at_home
stop|stops|stopped|refuse~|decline~ work|to_work|to_unload|to_load|to_handle|working|to_fly
joint|mass|national|nationwide|24-hour|48-hour|one-day|two-day|three-day|rolling walkout|walkouts|
strike|
strikes|stoppage
go-slow|work-to-rule|sick-out|sickout|wildcat
cables|cable|wires|lines|tracks|pipes|mains was|were|are|been|is cut|severed|blown_up|broken|burst
boil_water|boil-water|undrinkable|brownout*|rolling_blackouts|rolling_power_cuts
keep|keeps|kept|confine~ indoors|at_home|inside|under_house_arrest
shelter_in_place|stay_at_home|stay-at-home|stay_indoors|house_arrest
drown|drowned|drowns|drowning
cancel~|void~|halt~|reverse~|suspend~ .. trades|orders|transactions|parcels|mail|tickets|contracts|
bookings|deliveries
down|offline|unavailable worldwide|globally|nationwide|countrywide|for_hours|for_days
volcano|mount|mt .. erupts|erupted|eruption
infants|babies|pupils|students|diners|children|patients|residents|villagers ill|sick|hospitalised|
hospitalized|poisoned|sickened
march~|advance~ on|towards .. capital|moscow|kyiv|city|palace
sunk|sinks|sank .. lost|flagship|warship|cruiser|frigate
flagship|warship|cruiser|frigate|submarine .. lost|sunk|sinks|sank|hit
unreachable|unusable|inoperable|out_of_order|out_of_service|knocked_offline
strike|strikes|walkout*|stoppage*|lockout|blockade*|protest|protests|dispute|industrial_action ..
shut|shuts|shutting|close~|halt~|stop~|cripple~|cancel~|paralyse~|paralyze~|ground~|disrupt~|empty|
empties|emptied|idle~|hobble~|snarl~|strand~|leave|leaves|left|force~|cost|costs|cut|cuts|delay~
go|goes|went|gone|stand|stands|stood|sit|sits|sat|lie|lay|left|fall|falls|fell idle|silent|dark
lack|shortage|shortages .. idle~|forces|force|stops|stop
queues|queue|lines|lorries|trucks .. miles|kilometres|km|kilometers|for_fuel|for_petrol
crop|harvest failure|failures|failed|fails|lost|wiped_out|ruined
famine|starvation|mass_starvation|pandemic|epidemic|genocide|massacre|civil_war|plague
pandemic|epidemic|outbreak|virus|disease|fever|cholera|ebola|measles|polio|sars|mers|covid*|
coronavirus|bird_flu|swine_flu|avian_flu|mad_cow*|foot-and-mouth|mpox|zika|h5n1|h1n1 .. spread~|
kill~|infect~|force~|close~|shut*|halt~|cull~|slaughter~|erupt~|sweep*|reach~|hit|hits|surge~|
emerge~|overwhelm~|cases|deaths|detect~|confirm~|declared
cull~|slaughter~ .. #|million|pigs|chickens|cattle|hens|poultry|birds|herds|mink|cows|sheep
invade~|overrun*|overran|annex~|bombard~|besiege~|shell~|bombs|bombed|bombing|blockade~
mobilise~|mobilize~ .. troops|army|reservists|forces|men|soldiers|military
fighting|war|shelling|offensive|genocide|hostilities .. break*_out|broke_out|
erupt~|begin*|began|force~|kill~|spread~|flee|fled|displace~|halt~|close~|shut~
launch~|begin|begins|began|open|opens .. invasion|offensive|airstrike*|air_strikes|attack|attacks|
missiles|war|assault|bombing|ground_operation|blockade|coup
civil_war|coup|coup_d'etat|putsch|uprising|insurrection|mutiny
topple~|overthrow~|overthrew|overthrown|oust~|depose~|assassinate~|assassination|unseat~ ..
president|prime_minister|leader|government|regime|king|shah|dictator|monarchy|ruler|chancellor|
minister
president|prime_minister|leader|government|regime|king|shah|dictator|monarchy|ruler .. toppled|
overthrown|assassinated|deposed|flees|fled|ousted|collapses|collapsed|shot_dead|falls
army|military|troops|soldiers|rebels|guards|guard|militia|junta|insurgents|forces|fighters|
taliban|islamic_state|houthis .. topple*|take*|took|seize~|enter~|capture~|storm~|overrun|
advance~|cross~|retake*|retook|invade~|attack~|blow*|fire~
terror attack|attacks
bombing|bombings|bomb_attack*|suicide_bomb*|car_bomb*|hostage*|hijackers|hijacked|nerve_gas|sarin|
anthrax|gas_attack|mass_shooting|gunmen|suicide_attack*
rioters|riots|rioting|looters|looting|unrest|protesters|demonstrators|protests|blockaders|
farmers|fishermen|truckers|drivers .. block~|occupy|occupies|occupied|storm~|burn~|torch~|shut~|
close~|blockade~|paralyse~|paralyze~|force~|halt~
dissolves|dissolved|disintegrate~|break*_apart|broke_apart|ceases_to_exist
soviet_union|union|federation|yugoslavia|czechoslovakia|wall|iron_curtain dissolved|dissolves|
splits|falls|fell|collapses|collapsed|breaks_up|broke_up|opens|opened
"""
