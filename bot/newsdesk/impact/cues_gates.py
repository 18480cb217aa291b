"""Phrases that tell what kind of story it is, and how far harm to one place reaches.

Written by us in the language of `cue_language`; `impact` asks these tables before it counts.
"""

from __future__ import annotations

LEISURE = """
doping|drug_test
tie_the_knot|photographer|paparazzo|tour_bus|french_open|us_open_tennis|australian_open|
masters_tournament|ryder_cup|tour_de_france|stanley_cup|world_series|march_madness|heisman|
draft_pick|draft_picks
one|two|three|four|five|six|seven|eight-year|years deal|contract with|for .. team|club|side
year_deal|contract_extension|free_agency|touchdowns|innings|quarterbacks|title_race|winning_goal|
hat-tricks|half-time|halftime|overtime_win|fixture|stadium_tour|nightclub|rehab|divorce|
stand-up_comedian|comedian|talk-show|doctor_who|time_lord|box-office|fans
coach|coaches|striker|midfielder|goalkeeper|quarterback|pitcher|linebacker|footballer|cricketer|
batsman|bowler|golfer|sprinter|medal|medals|olympic*|paralympic*|championship|championships|
playoff*|play-offs|world_cup|super_bowl|wimbledon|grand_slam|grand_prix|formula_one|
premier_league|la_liga|bundesliga|serie_a|champions_league|nfl|nba|mlb|nhl|ufc|fifa|uefa|wrestl*|
boxing|tennis|golf|rugby|cricket|soccer|football|basketball|baseball|ice_hockey|marathon|
touchdown|home_run|penalty_shootout|hat-trick|hat_trick|red_card|yellow_card|teammate*|
semi-final*|semifinal*|quarter-final*|title_defence|transfer_window|free_agent|rowers|rower|
jockey|derby|final_score|knockout|locker_room|head_to_head|referee|umpire
movie|movies|film|films|actor|actors|actress|actresses|director's_cut|box_office|trailer|sequel|
prequel|superhero|blockbuster|screenplay|premiere|premieres|tv_series|tv_show|sitcom|soap_opera|
season_finale|episode|episodes|netflix_series|reality_show|talk_show|oscars|oscar|grammy|grammys|
emmy|emmys|golden_globe*|bafta|cannes|sundance|hollywood_star|showrunner|cast_as|stars_as|
starring|documentary|cinema|cinemas
singer|singers|rapper|album|albums|song|songs|single_charts|concert|concerts|tour_dates|
world_tour|guitarist|drummer|pop_star|rock_star|musician|musicians|billboard|eurovision|coachella|
glastonbury|sxsw|music_video|k-pop|playlist
celebrity|celebrities|kardashian|beyonce|beyoncé|taylor_swift|red_carpet|paparazzi|engaged_to|
engagement_ring|wedding|weds|marries|married|honeymoon|divorces|baby_bump|pregnant|boyfriend|
girlfriend|dating|royal_baby|royal_wedding|prince_harry|kate_middleton|supermodel|fashion_week|
runway|catwalk|gown|hairstyle|makeup|gossip|ex-wife|ex-husband|reality_star|influencer|selfie
video_game|video_games|gameplay|xbox|playstation|nintendo|titanfall|flappy_bird|cheats|
release_date|gamer|gamers|high_score|ios_update|new_features|wallpaper|screensaver|emoji*
recipe|recipes|chef|restaurant_review|burger|cocktail|horoscope|zodiac|beauty_tips|diet_tips|
weight_loss|holiday_destinations|beaches|travel_tips|best_places|life_hacks|crossword|quiz|
heavyweight|middleweight|welterweight|ibf|wbo|wba|wbc|boxer|title_fight
retain~ .. belt|title|titles
in first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth round
festival|parade|fireworks|carnival|pageant|funfair|bullfight|novelist|poet|orchestra|opera|ballet|
playwright|sculptor|drama|choreographer|biennale
injured_reserve|running_back|wide_receiver|playoff_game|injury_list|disabled_list|photo_gallery|
lifestyle|puppy|puppies|kittens|pets|elephants
"""

LEISURE_HINTS = """
club|clubs|players|league|squad|tournament|relegation|stadium|arena|fans|scored|teammate*|team-mate*|
riders|cyclist*|cycling|peloton|athlete*|athletics|gymnast*|skater*|handball|volleyball|badminton|
snooker|regatta|triathlon|collarbone|hamstring|goalkeeper|podium|sprint|qualifier*|qualifying|finals|
bout|team|teams|champion|champions|titles|belt|belts|punch*|southpaw
"""
"""Words of sport and stage that mean other things elsewhere: only several together tell."""

LEISURE_PEOPLE = """
win~|wins|won|take~|took|scoop~|collect~|awarded .. prize|prizes|award|awards
village|county|country|town|street|state|fun fair|fete|fayre
winger|centre-back|full-back|playmaker|goalscorer|point_guard
festival|parade|carnival|pageant|funfair
win|wins|won|lift|lifts|lose|loses .. cup|title|trophy|medal|final|semi-final*|quarter-final*|
derby
in final|semi-final|semifinal|quarter-final|overtime|extra_time|extra_innings|stoppage_time
captain|forward|winger for|after .. game|games|match|matches
actor|actors|actress|actresses|singer|singers|rapper|pop_star|rock_star|musician|guitarist|
comedian|supermodel|showrunner|movie_star|film_star|celebrity|celebrities
coach|striker|midfielder|goalkeeper|defender|quarterback|pitcher|linebacker|footballer|cricketer|
batsman|bowler|golfer|sprinter|boxer|jockey|referee|umpire|teammate*
bieber|rihanna|lady_gaga|miley_cyrus|kanye|jay-z|jennifer_lopez|lindsay_lohan|brad_pitt|
angelina_jolie|george_clooney|johnny_depp|tom_cruise|jennifer_aniston|jennifer_lawrence|
leonardo_dicaprio|justin_timberlake|katy_perry|britney|madonna|adele|drake|eminem|ed_sheeran|
harry_styles|one_direction|bts|oprah|ellen_degeneres|jimmy_fallon|kate_hudson|scarlett_johansson|
emma_watson|zayn|selena_gomez|ariana_grande|meghan_markle|duchess|lebron|messi|ronaldo|neymar|
federer|nadal|djokovic|serena|tiger_woods|usain_bolt|hamilton_wins|game_of_thrones|star_wars|
harry_potter|walking_dead|breaking_bad|american_idol|x_factor|big_brother|bachelor|bachelorette|
dancing_with_the_stars|saturday_night_live|disney_princess|avengers|batman|superman|spider-man|
x-men|captain_america
sixers|lakers|celtics|yankees|dodgers|knicks|warriors|rockets|red_sox|cowboys|patriots|steelers|
seahawks|broncos|maple_leafs|bruins|blackhawks|arsenal|chelsea|liverpool_fc|manchester_united|
manchester_city|real_madrid|barcelona_fc|bayern_munich|juventus|tottenham
beyonce|beyoncé|taylor_swift|kardashian|prince_harry|kate_middleton|sharapova|beckham|maradona|
pele|mcilroy|phelps
"""

BUSINESS_EVENT = """
kill~ #
# dead|killed
acqui*|merg*|takeover|buyout|antitrust|bankrupt*|chapter_11|layoff*|lays_off|ipo|strike|strikes|
walkout|boycott|data_breach|cyberattack|ransomware|outage|recall|recalls|sanctions|tariff*|
evacuat*|stampede|collapse*|bomb*|explosion|shooting|terror*|fraud|corruption|money_laundering|
bribery|visa|doping_ban|postponed|lockdown|pandemic|outbreak|earthquake|fire|regulat*|parliament
buy|buys|to_buy|sells .. billion|bn|studio*|league
"""

OPINION = """
opinion|op-ed|oped|editorial|commentary|column|columnist|essay|viewpoint|letter_to_the_editor|
letters|podcast|explainer|explained|analysis|review|guide|tips|q&a|interview|what_to_know|
what_we_know|things_to_know|how_to|here's_why|why|questions|listicle|horoscope|quiz|round-up|
roundup|recap|highlights|obituary|profile|photos|timeline|fact_check|factbox|live_blog|newsletter
"""

OPINION_VOICE = """
strategic game
shifting .. landscape
in recent months|years
ultimately
it's not just
signaling|signalling a new phase
i think|believe|argue
reasons to|why
why .. should|must|matter*|need*
what_we_know|things_to_know|what_to_know|op-ed|letter_to_the_editor|here's_why
"""

PERSONAL_CRIME = """
shooting|stabbing|beating|killing|death of .. motorist|man|woman|teen|teenager|boy|girl|driver|
mother|father|student|pensioner|neighbour|neighbor
murder*|manslaughter|homicide|rape|raped|sexual_assault|kidnap*|hit_and_run|hit-and-run|burglar*|
robber*|stabb*|drunk_driving|drink-driving|reckless_driving|drug_possession|shoplift*|arson*
life sentence|sentences|in_prison|imprisonment|without_parole
gunman|suspect|teen|man|woman|mother|father|husband|wife|boy|girl .. arrested|charged|convicted|
sentenced|jailed|guilty|wanted
"""

PERSONAL_TRIAL = """
jailed|imprisoned for|over
court|judge|magistrate .. teenager|pensioner|couple
court hears|heard|told
struck off
court|judge|tribunal|jury|magistrate . man|woman|teen|teenager|boy|girl|couple|pensioner|
neighbour*|neighbor*|mother|father|widow|husband|wife|tenant|singer|actor|player|pet|dog|rooster
escapee|escapees|escaped|fugitive|at_large|most_wanted|jail_break|jailbreak|manhunt
custody|divorce|inheritance|heirs|estate_of|ex-husband|ex-wife|ex-partner|landlady
inmate|prisoner|convict|suspect|gunman|killer .. escape~|flee|flees|fled|at_large|recaptured|
on_the_run
kidnap~|abduct~|missing .. girl|boy|child|woman|man|teen|toddler|baby|victim
girl|boy|child|woman|man|teen|toddler|baby|victim kidnapped|abducted|missing|stabbed|beaten|shot|
strangled
stabbed|shot|beaten|strangled to_death|dead
sentence~|jail~|imprison~ .. year|years|months|life
serve~|serving|get|gets|got|face|faces .. years|months|life in prison|jail|custody
murder|shooting|assault|rape|manslaughter trial|case|charge|charges|conviction
sentence~ .. to_death
death|life sentence|sentences|penalty
gets|get|faces|face death|life
boy's|girl's|man's|woman's|teen's|teenager's|mother's|father's|student's death|killing|murder
jury selection|convict~|deliberat*|found|acquit~
first-degree|second-degree murder
uphold~|upheld|quash~|overturn~|confirm~ .. conviction|sentence
"""

TERROR = """
bombing*|terror*|massacre|mass_shooting|locked_down
"""

MIGHTY = """
president|prime_minister|minister|ministers|chancellor|governor|senator|lawmaker|mayor|general|king|
chief_executive|ceo|chairman|founder|tycoon|billionaire|banker|bankers|trader|traders|oligarch|
executive|executives|company|firm|bank|lender|opposition_leader|party_leader|dissident*|journalist*|
activist*|protester*|dictator|crypto*|hackers|bombing*|terror*|massacre|mass_shooting|serial
"""

HARM_OVER = """
bomb|bombs|shell|mine defused|disarmed|detonated
end|ended|ending of .. outbreak|epidemic|pandemic|emergency|drought|famine|siege|blackout|strike|
crisis|
lockdown|quarantine|heatwave|alert|fighting
outbreak|epidemic|pandemic|drought|famine|blackout|outage|strike|walkout|siege|fire|fires|wildfire|
blaze|flood|floods|alert|warning|emergency|quarantine|standoff|stand-off .. is_over|declared_over|
has_ended|contained|under_control|put_out|extinguished|called_off|recedes|receded|subsides|
subsided|lifted
lift|lifts|lifted|cancel|cancels|cancelled|rescind|rescinds|downgrade|downgrades .. evacuation*|
warning|
alert|boil-water_notice|boil_water_notice|shelter_order|stay-at-home_order
evacuation* .. lifted|cancelled|ended|over|return_home
return|returned|go|went|allowed home|back_home .. after
reopen|reopens|reopened|back_online|back_in_service|resumes|resumed|restored .. after
free_of|clear_of .. ebola|virus|disease|outbreak|infection
"""

SERVES_OTHERS = """
bank|banks|lender .. fail~|collapse~|close~|seized|outage|halt~|shut|shuts|hacked|run|offline
port|ports|harbour|harbor|dock|docks|terminal|terminals|refinery|refineries|airport|airports|
runway|airspace|air_traffic|grid|power_plant*|power_station*|nuclear|reactor|reactors|substation|
transmission|pipeline|pipelines|exchange|stock_market|payment|payments|clearing|mine|
mines|
miners|fab|fabs|chip|chips|wafer*|semiconductor*|smelter*|steelworks|steel|suez|panama_canal|bosphorus|strait|
bridge|
bridges|tunnel|railway|railways|rail|metro|subway|train|trains|highway|motorway|lock|
locks|
data_centre*|data_center*|cable|cables|network|networks|cloud|server|servers|software|dam|dams|oil|
oilfield*|gas_field*|gas_supply|natural_gas|gas_plant|lng|crude|rig|wells|supplier|suppliers|supplies|carmaker*|automaker*|
tanker|tankers|container|containers|cargo|freighter|ferry|ferries|ship|ships|vessel|vessels|
satellite*|
rocket|shuttle|space_station|jetliner|airliner|airline|airlines|jet|boeing|airbus|chemical*|
fertiliser|
fertilizer|ammonia|lithium|cobalt|nickel|copper|vaccine|vaccines|insulin|water_supply|
waterworks|telecom*|broadband|world's|embassy|parliament
"""

ONE_PERSON = """
diagnosed|diagnosis
climber|climbers|hiker|hikers|skier|skiers|mountaineer*|diver|surfer|kayaker*|swimmer*|toddler|
pedestrian|motorist|motorcyclist|cyclist|grandmother|schoolgirl|schoolboy
escapee|escapees|fugitive|inmate|convict
"""

WIDE_AREA = """
earthquake|earthquakes|quake|quakes|aftershock*|tsunami|hurricane|typhoon|cyclone|tornado*|
wildfire*|
bushfire*|eruption|volcano|drought|famine|epidemic|pandemic|outbreak|virus|heatwave|floodwater*|
monsoon|war|rebels|militants|army|troops|airstrike*|air_strike*|air_raid*|missile*|
drone|
drones|warplane*|invasion|shelling|bombed|bombing*|bomb|jihadist*|terrorist*|terrorism|islamist*
towns|villages|cities|districts|provinces|states|regions|counties|schools|hospitals|hotels|
factories|
plants|airlines|stores|nationwide|across_the_country|country
"""

ONE_BUILDING = """
building|house|family_home|care_home|apartment|flat|flats|cottage|cabin|mansion|villa|barn|stable|farmhouse|church|
chapel|
cathedral|mosque|temple|synagogue|shop|restaurant|cafe|pub|bar|nightclub|motel|hotel|school|
kindergarten|museum|theatre|theater|library|warehouse|garage|clinic|pharmacy|supermarket|bakery|
hall|
gym|basement|kitchen|vacant|abandoned|disused|landmark|convent|courthouse|street|road|roof|prison|
jail
"""

ONE_PLANT = """
plant|factory|mill|brewery|winery|vineyard|family_firm|family-owned|zoo|sawmill|workshop|works|abattoir|slaughterhouse|facility|store|site
helicopter|light_aircraft|small_plane|private_plane|cessna|balloon|glider|plane|aircraft
bus|minibus|coach|truck|lorry|van|car|boat|yacht|fishing_boat
"""

HARM_HERE = """
ablaze|burn~|lightning|siege|gunman|barricade~|salmonella|poisoned|ill|sick|mould|mold|sent_home|
bring*_down|brought_down|stabbed|shot
fire|fires|blaze|flames|arson|explosion|explode~|blast|collapse~|crash~|flood~|leak~|evacuat*|
accident|
strike|strikes|walkout|walk~_out|walk~_off|plunge~|overturn~|collide~|collision|sink|sinks|sank|
capsize~|
outage|power_cut|burst|bankrupt*|insolven*|killed|dead|die|dies|died|injured
"""

RESEARCH = """
species|crab|frog|spider|beetle|lizard|snake|orchid|fish|moth|whale|bird found|discovered|spotted|
described|rediscovered
roman|medieval|viking|ancient|prehistoric|bronze_age|iron_age|stone_age .. found|discovered|
unearthed|uncovered
study|studies|researcher*|scientist*|astronomer*|physicist*|biologist*|palaeontologist*|
paleontologist*|archaeologist*|geologist*|fossil*|telescope .. find|finds|found|suggest*|show*|see|
sees|spot|spots|spotted|discover*|unearth*|detect*|say|says|link*|reveal*|identif*|observe*|trace*|map|maps|
hunt*
fossil|skeleton|tomb|shipwreck|asteroid|planet|exoplanet|galaxy|comet found|
discovered|unearthed|spotted
uncover~|unearth~|dig~_up|dug_up|excavate~|find|finds|found .. tracks|footprints|bones|skeleton|
skeletons|remains|tomb|ruins|coins|mosaic|dinosaur*|mammoth|treasure
study finds|suggests|shows|says|links|reveals
"""

RESEARCH_LEAD = """
scientist*|researcher*|biologist*|academics|geneticist* .. report|reports|reported|find|found
"""

REMEMBRANCE = """
mark|marks|marked|remember~|commemorate~|honour~|honor~|mourn~ .. year|years|anniversary|victims|
decade|decades|dead|fallen
anniversary|memorial|commemorat*|remembrance|jubilee
"""

HEARING = """
testif*|testimony|hearing|hearings
"""

PACT = """
sign~|agree~|reach~|seal~|clinch~|strike|strikes|struck|conclude~|ink~|upgrade~|initial~ .. pact|
deal|
agreement|accord|treaty|partnership|cepa|memorandum
pact|deal|agreement|accord|treaty|cepa|memorandum signed|agreed|reached|concluded|initialled
"""

IN_FORCE = """
in|into|takes|take|took force|effect
ratif*|binding|immediately|provisionally|effective|starts|began|begins|applies|apply|lifted|
from_today
ceasefire|truce|cease-fire
"""

MUNICIPAL = """
town|village|borough|county|council|councillors|aldermen|municipal*|mayor|city_council|town_hall|
city_hall
"""

NATIONAL = """
government|parliament|ministry|minister|national|nationwide|federal|country|state_of|senate|congress|
eu|european|president|supreme_court
"""
