"""Phrases that tell leisure and commentary from events.

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
photo_gallery|lifestyle|puppy|puppies|kittens|pets|elephants
"""

LEISURE_PEOPLE = """
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
murder*|manslaughter|homicide|rape|raped|sexual_assault|kidnap*|hit_and_run|hit-and-run|burglar*|
robber*|stabb*|drunk_driving|drink-driving|reckless_driving|drug_possession|shoplift*|arson*
life sentence|sentences|in_prison|imprisonment|without_parole
gunman|suspect|teen|man|woman|mother|father|husband|wife|boy|girl .. arrested|charged|convicted|
sentenced|jailed|guilty|wanted
"""
