"""Phrases of legal force: what binds, what is announced, what is only threatened.

Written by us in the language of `cue_language`; `rubric` gives each table its points.
"""

from __future__ import annotations

from bot.newsdesk.impact import cues_states

_RATE = (
    "interest_rate|interest_rates|key_rate|key_rates|policy_rate|policy_rates|repo_rate|cash_rate|"
    "bank_rate|benchmark_rate|benchmark_rates|lending_rate|base_rate|main_rate|deposit_rate|"
    "discount_rate|federal_funds_rate|reserve_requirement*|borrowing_costs|selic_rate"
)
RATE_MOVE = f"""
raises|raised|raise|hikes|hiked|cuts|cut|lowers|lowered|lifts|lifted|increases|increased|increase|
slashes|reduces|trims|doubles|doubled|triples|ups|jacks_up|puts_up|put_up .. {_RATE}
bank|fed|rbi|ecb|boe|boj|pboc|reserve .. raises|raised|hikes|hiked|cuts|cut|lowers|lowered|lifts|
lifted|increases|slashes|moves|moved .. rate|rates
rate|rates .. quarter|half|basis|percentage point|points
quarter-point|half-point|quarter_point|half_point
basis points
"""
_RATE_HELD = f"""
holds|keeps|leaves .. {_RATE}
bank|fed|rbi|ecb|boe|boj|pboc|reserve .. holds|keeps .. rate|rates
"""

BINDING = f"""
closed|shut|seized|halted|grounded|sanctioned by .. regulator|regulators|authorities|state|ministry
{cues_states.BINDING}
requires|require|forces|obliges|compels .. platforms|companies|firms|banks|airlines|employers|
lenders|exporters|importers|carmakers|manufacturers|operators|hospitals|shops|retailers|insurers|
brokers|farmers to
passed|passes|approves|approved|adopts|adopted .. code|measure|measures|package|plan|charter|
amendment|reform|ban|framework|mandate|cap
final backing|vote|approval|passage|reading
keeps|keep|remain|remains|stay|stays .. banned
price cap|ceiling|floor
answer*|respond*|retaliat*|hit*_back|strike*_back with|by .. banning|barring|curbing|
halting|duty|duties|tariff*|levies|sanctions
duty|duties|tariff|tariffs|levy .. applies|apply|starts|start|begins
join|joins|joined|enters|entered|acced* .. bloc|eurozone|euro_zone|schengen|nato|cptpp|wto|union
rate applies
withdraw*|demonetis*|demonetiz* .. from circulation
freez*|froze|suspend*|repudiat* .. debt|foreign_debt|debts
votes|voted|vote to leave|secede|join|legalise|legalize|ban|abolish|approve|reject|strike_down
takes effect across|in|nationwide|today
troops|army|forces|tanks|soldiers|rebels .. overrun*|enter*|cross*|seiz*|occup*|storm*|
captur*|invade*|take_control
stops|stopped|ends|ended|ceases .. taking|accepting|issuing .. foreign|imports|visas|waste|
applications|refugees|licences|licenses
sever*|cut*|break*|broke|suspend* .. diplomatic_ties|ties_with|diplomatic_relations|relations_with
ordered|placed|forced|put into liquidation|administration|receivership|bankruptcy|conservatorship
winding-up|winding_up order|petition_granted
scraps|scrapped|abandons|abandoned|removes|ends|imposes|introduces|lifts|raises|lowers|drops|
discards .. cap|peg|ceiling|floor|price_limit|subsid*|visa|visas|minimum_price
loses|lost|loss_of|stripped_of|denied|refused|strips|lose .. licence|license|permit|accreditation|
credit_grade|rating|charter|appeal|court_case|lawsuit|trial|status|approval
agree*|reach*|accept*|sign* .. settlement
settlement .. resolves|record|justice_department|regulators|states
caps|capped .. outsourcing|price|prices|fees|rents|interest|rates|bonuses|imports|emissions|
charges|spending
limits|curbs|tightens|toughens|restricts|eases|relaxes|loosens .. exports|imports|sales|
immigration|visas|lending|investment|ownership|rules|controls|curbs|quotas|emission*|mining|
lending_rules
government|beijing|china|washington|eu|brussels|regulator|regulators|ministry|authorities|
president|commission|agency|watchdog|city|state|parliament .. orders|ordered|decrees|decreed|
compels|mandates|mandated|forbids|forbade|requires|required|obliges
have|has|given .. days|weeks|months to comply|move|leave|appeal|sell|close|stop|pay|respond|
register
impeached|impeaches|ousts|ousted|deposes|deposed by .. parliament|congress|lawmakers|army|court|
senate
raises|raised|lifts|increases|cuts|sets .. minimum_wage|retirement_age|pension_age|vat|sales_tax|
income_tax|corporate_tax|corporation_tax|fuel_tax|stamp_duty|value-added_tax|speed_limit|
capital_requirement*|reserve_ratio
retaliat* .. tariff*|duties|sanctions|levies|expel*
expels|expelled .. diplomat*|ambassador*|journalist*
repeals|repealed|rescinds|rescinded|overrides|decriminalises|decriminalizes
patent .. upheld|invalidated|infring*|ruling
grants|granted|awards|awarded .. licence|license|licences|permit|patent|asylum|independence|
emergency
court|judge|tribunal|justices|supreme_court|appeals_court|high_court .. ends|ended|overrules|
overruled|expands|limits|curbs|allows|lets|clears|decides|decided|sides|sided|affirms|confirms|
acquits|jails|grants|denies|bans|declares|declared|backs
6-3|5-4|7-2|8-1|9-0|unanimous decision|ruling|verdict
quits|quit|leaves|left|exits|exited|withdraws_from|withdrew_from|pulls_out_of|pulled_out_of|
abandons|suspends|tears_up|scraps|terminates|ends .. treaty|agreement|accord|pact|deal|union|
convention|protocol|currency_peg|bloc
ends|ended|abandons|abandoned|scraps|adopts|introduces .. negative_rates|negative_interest_rates|
yield_curve_control|quantitative_easing|currency_peg|exchange-rate_cap|peg|rate_cap
prohibition|ban|moratorium|cap|quota|tax|levy|law|rule|duty starts|began|begins|applies|
takes_hold|kicks_in|starts_on
declared .. emergency|pandemic|epidemic|war|disaster
recall ordered
ordered|orders|forces|forced|compels|tells .. to .. recall|repay|refund|hand_over|close|leave|
shut|stop|pay|sell|divest|vacate|evacuate|reinstate
mandatory|compulsory
law|rule|ban|tax|levy|cap|limit|tariff on .. comes|came into|takes|kicks effect|in|force
adopt*|pass|passes|passed|enact*|ratif*|promulgat*|finalis*|finaliz*|approv*|
back|backs|issue|issues|issued|publish* .. law|laws|bill|act|rule|rules|ruling|regulation|
regulations|directive|decree|legislation|statute|treaty|ordinance|constitution|executive_order|
emergency_order|mandate|overhaul|sanctions|tariffs|budget
sign|signs|signed .. law|laws|bill|act|decree|legislation|ordinance|order|executive_order|
emergency_order|budget|regulation|regulations|sanctions
drop~|withdraw|withdraws|withdrew|scrap~|shelve~|abandon~|decline~_to_sign|refuse~_to_sign|
tear~_up ..
bill|finance_bill|law|legislation|tax|levy|decree
begin*|began|start~ charging|levying|collecting|enforcing|taxing
bring*_in|brought_in|usher~_in .. tax|taxes|levy|charge|duty|duties|vat|ban|rule|rules|law|toll|
tolls|fee
charge|levy|tax|duty|toll|fee|rule|rules|ban|regime|mechanism|law becomes_real|become_real|
goes_live|
went_live|bites|is_here|starts_to_bite
law|bill|act|rule|rules|regulation|regulations|directive|decree|treaty|pact|accord|ban|order|
legislation|mandate|levy|tax .. adopted|passed|enacted|ratified|signed|approved_by|finalised|
finalized|takes_effect|take_effect|took_effect|in_force|into_force|into_effect|in_effect|becomes_law|
became_law
final rule|rules|regulation|regulations|ruling|approval
new rule|rules|law|laws|regulation|regulations require|requires|force|forces|oblige|ban|bans|bar|
bars
impos*|slap*|levies|levied|hit*|hik*|rais*|doubl*|tripl*|put|puts|introduc*|extend*|broaden*|
tighten*|expand*|set|sets|rein*|reimpos*|lift*|remov*|scrap*|waiv*|drop*|cut|cuts|eas*|end|ends|
ended|suspend*|trigger* .. tariff|tariffs|sanction|sanctions|embargo|embargoes|duties|duty|levy|
export_controls|export_curbs|export_ban|import_ban|capital_controls|curfew|martial_law|price_cap|
price_controls|quota|quotas|visa_ban|travel_ban|travel_restrictions|lockdown|trade_curbs|
moratorium|blockade
tariff*|sanctions|duties|embargo|export_ban|import_ban|lockdown|curfew|blockade take*|took|come*|
came|go|goes|enter* effect|force|into
sanctions on|against
bans|banned|ban|outlaws|outlawed|prohibits|prohibited|bars|barred|blacklists|blacklisted|
sanctions|sanctioned|criminalises|criminalizes|legalises|legalizes|restricts|
restricted .. exports|imports|export|import|sale|sales|use|shipments|investment|trading|flights|
companies|firms|products|vehicles|cars|app|chemical|pesticide|drug|from|vendor|supplier|banks|
crypto|cryptocurrencies|mining|trade|short_selling|foreign|single-use|plastic|purchases|
operations|equipment
bans|outlaws|prohibits|blacklists|legalises|legalizes|nationalises|nationalizes|expropriates|
restricts
nationalis*|nationaliz*|expropriat*|seiz* .. bank|company|control|assets|firm|oil|plant|mine|
shares|airline|refinery|railway|ships|tanker
tak*|took|assum* control of .. bank|lender|company|assets|*maker|makers|refinery|steelworks|airline|
operator|utility|producer|grid|railway|factory|plant|mine
cut|cuts|cutting .. off from .. swift|dollar|payment*|market
export|import ban|bans|embargo|curbs|controls
court|judge|tribunal|jury|justices|supreme_court|appeals_court|high_court .. rule|rules|ruled|
uphold|upholds|upheld|strike|strikes|struck|block|blocks|blocked|order|orders|ordered|void|voids|
annul|annuls|annulled|overturn|overturns|overturned|halt|halts|halted|find|finds|found|bar|bars|
dismiss|dismisses|quash*|invalidat*|convict*|sentence*|reject*|suspend*|freez*|froze
ruling .. illegal|unlawful|invalid|violat*|broke|monopol*|final
broke the law
guilty of .. fraud|corruption|bribery|manslaughter|conspiracy|violating|breaking
pleads|plead|pleaded guilty
fined|fines .. for|over|euros|dollars|million|billion|$*|€*|£*
fines|fined
must|to|will|ordered_to|agrees_to|agreed_to pay .. fine|penalty|penalties|settlement|damages|
settle
settles|settled|settlement .. charges|probe|case|lawsuit|claims|with|allegations
{RATE_MOVE}
{_RATE_HELD}
devalu*|revalu* .. currency|peso|yuan|lira|naira|pound|rupee|ruble|rouble|currency
devalues|devaluation|unpegs|abandons_peg
declar*|proclaim*|impos* .. state_of_emergency|national_emergency|public_health_emergency|
martial_law|pandemic|war|state_of_war|force_majeure|health_emergency|famine
state_of_emergency|public_health_emergency|martial_law declared|imposed|extended
lockdown|curfew|quarantine .. ordered|imposed|extended|begins|nationwide|for
orders|ordered .. lockdown|recall|evacuation|shutdown|halt|closure|break-up|breakup|divest*|
refund|suspension|to_stop|to_recall|to_pay|to_halt|to_close|to_sell|to_test|to_ground
revok*|suspend*|withdraw*|strip*|cancel* .. licence|license|licences|licenses|authorisation|
authorization|permit|approval|charter|certification
block*|veto*|prohibit* .. merger|takeover|acquisition|deal|purchase|bill|resolution
approv*|clear*|licens* .. merger|takeover|drug|vaccine|treatment|reactor|pipeline|nuclear|
medicine|listing|etf|etfs
ground*|grounding .. fleet|boeing|airbus|jets|planes|aircraft|max
withdraws|quits|leaves|exits|rejoins|joins .. treaty|agreement|accord|union|pact|nato|eu|eurozone|
single_market|customs_union|opec
customs|border checks apply|introduced|begin
annex*|invad*|invasion
close|closes|closed|shut|shuts|reopens .. border|borders|airspace
freez*|froze .. assets|accounts|reserves|withdrawals
must|required_to|have_to|need_to comply|report|register|disclose|stop|strip|remove|hold|divest|
label|obtain|test|notify
needs|need a|an licence|license|permit
binding rules|agreement|target*|limit*
ordered not to
injunction
"""

ANNOUNCED = f"""
put~_off|puts_off|put_off|push~_back|postpone~|delay~|defer~ .. tax|levy|duty|vat|ban|rule|rules|
law|
tariff*|vote|bill|charge
sign|signs|signed .. treaty|tariff*
polls|voting|ballot|ballots close~|open~|begin*|began|ends|ended|cast|counted
council|councillors|aldermen|assembly .. vote~|decide~|resolve~|raise~|approve~
{cues_states.ANNOUNCED}
embargo*|prohibit*|outlaw*|veto*|decree*|referendum|elected|re-elected|antitrust|legislation|
seizes|seized|nationalis*|nationaliz*
ban|bans|banned .. on|from|in|over|until|for
s&p|moody's|fitch|standard_&_poor's|rating_agency .. lowers|lowered|cuts|cut|downgrades|
downgraded|strips|raises|upgrades|warns
votes|voted .. to|for|against|in_favour|in_favor
brussels|regulator|regulators|authority|tax_office|prosecutors|police|ftc|sec|doj examines|
examine|examined|question|questions|questioned|probes|seeks
sues|sued|suing|lawsuit
accord|treaty|pact|truce|ceasefire
tariffs|sanctions
state_of_emergency|emergency_powers|martial_law|curfew
strips|stripped|loses|lost|removes .. credit_grade|top_credit|aaa|aaa-rating|investment_grade|
top_rating|credit_score|top_grade
granted|grants|offers|provides|secures|gets|receives .. emergency_funding|emergency_loan|lifeline|
credit_line|bailout|bail-out|rescue|guarantee
impeach*|recall_election|resigns|steps_down .. president|prime_minister|governor|minister|
chancellor
president|prime_minister|chancellor|minister|governor|central_bank_governor .. impeached|resigns|
resigned|ousted|steps_down|sacked|arrested|indicted
reform caps|bans|requires|changes|takes
sanction* .. prepare*|draft*|agreed
raids|raided|searched .. offices|headquarters|homes
introduc*|tabl*|submit*|debat*|circulat* .. bill|legislation|amendment|resolution|draft
indict*|charg* .. with .. fraud|corruption|bribery|conspiracy|murder|manipulation|laundering|
espionage
snap election|poll|vote
government|coalition|cabinet|ministry collapses|falls|resigns|dissolved
dismiss*|sack*|fir* .. minister|central_bank_governor|governor|general
agrees|agreed|pledge*|promise*|commit* .. to .. cut|reduce|raise|limit|phase_out|spend|fund|buy|
stop|end
plans|planned|plan|proposes|proposed|proposal|drafts|draft|drafted|unveils|unveiled|outlines|
announces|announced|set_to|intends|will|pledges|pledged|to .. tariff*|tax|taxes|levy|ban|bans|
regulat*|law|rule|rules|sanctions|restrict*|limit*|subsid*|quota*|standards|reform*|bill|
legislation|nationalis*|nationaliz*|privatis*|privatiz*|stimulus|budget
investigat*|probe|probes|probing|inquiry|inquiries|antitrust|raid|raids|raided|searches .. by|
into|over|company|bank|firm|offices|regulator|regulators|authorities|police|prosecutors
opens|launches|begins|starts .. investigation|probe|inquiry|review|consultation|proceedings|case
antitrust|competition|merger case|complaint|lawsuit|suit|probe|review|inquiry|watchdog|authority
sues|sued|files_suit|filed_suit|lawsuit|lawsuits|class_action|charged_with|indicts|indicted|
indictment|prosecut*|subpoena*
agree*|sign*|reach*|strike|struck|conclud*|seal*|clinch* .. agreement|deal|pact|accord|truce|
ceasefire|memorandum|treaty|alliance|partnership
trade deal|pact|agreement|accord
ceasefire|truce|armistice|peace_deal
free-trade|free_trade
agreement|pact|treaty|accord .. between|signed|reached|on
rule|rules|policy|strategy|framework|directive|bill|budget|reform*|stimulus|roadmap|white_paper|
five-year_plan|model .. announced|proposed|unveiled|draft|shift*|change*|overhaul*|presented|aims|
aligns|prioriti*
policy shift|shifts|framework|directives|change|changes|tightening|easing|pivot
pivot*|shift*|transition* .. toward|towards|to|away_from .. trade|strategy|policy|model|economy|
growth
transitioning from .. model|strategy
strategy|policy aligns|includes|aims|prioriti*
overhaul*|reform* .. regulat*|oversight|tax|pension*|rules|law|labour|labor|health*
regulator*|watchdog|sec|fca|fda|faa|ftc|commission|ministry|agency|authority .. propos*|review*|
investigat*|asks|asked|urges|warns|warned|approves|seeks|demand*|examin*|plan*
wins|won|win .. election|referendum|majority|vote|presidency
new government|president|prime_minister|cabinet
election|referendum .. result*|win*|won|victory|majority|landslide|called|lead
votes|voted|vote .. to|for|against|leave|confidence
impeach*|oust*|coup|resigns_as_prime_minister|resigns_as_president|government_collapses|
no-confidence|snap_election|dissolves_parliament
unfunded tax_cuts
tax cut|cuts|rise|rises|hike|increase|holiday|credit|credits
cuts|downgrades|downgraded|cut|lowers|upgrades .. credit_rating|sovereign_rating|debt_rating|
credit_ratings
export|import licence*|license*|permit*
debt restructuring|moratorium|relief|deal
output|production cut|cuts|quota|quotas|target
bailout|bail-out|rescue|stimulus|aid package|plan|deal|programme|program|brokered
"""

THREATENED = f"""
fed|ecb|central_bank|bank_of .. governor|chief|president|official|policymaker* says|said|sees|warns|
hints|signals
parliamentary|presidential|general|national|snap|federal election|elections|vote
{cues_states.THREATENED}
float*|suggest*|mull*|idea_of|study|consider* .. tax|charg*|ban|fee|fees|levy|rule*|limit*|law*|
toll*
lawmakers|senators|mps|congressmen|committee|parliament question|questions|questioned|grill|
grills|grilled|hearing|quiz|press
hearing|testif*|testimony
strike|boycott threat*|looms|warning
tension*|standoff|dispute|row|stand-off .. between|over|with
petition|petitions .. court|union|government|regulator|files|filed
union files|seeks|demands
investor|investors|activist|shareholder|shareholders .. urge*|push*|demand*|call*|oppos*
threat*|warn*|call*|urge*|demand*|propos*|consider*|mull*|weigh*|discuss*|lobb*|press*|push*|
vow* .. tariff*|sanction*|ban|bans|tax|taxes|law|rule|rules|rates|regulat*|legislation|action|
break-up|breakup|retaliat*|curb*|restrict*|levy|duty|dut*|inquiry|probe|strike*|leave|exit|
withdraw*
could|may|might|would .. ban|tariff*|sanction*|tax|fine|fined|regulat*|sue|block|veto|restrict*
threatens|threatened
calls for|on
talks|negotiat*|summit|discuss* .. trade|tariff*|tax|climate|nuclear|peace|treaty|border|debt|
deal|rates
tax|taxes|regulation|law|rules .. debate*|discuss*|consider*
monetary policy
taper*|bond_purchases|rate_path
whistleblower*|allegation*|alleged .. fraud|bribery|corruption
complaint* filed|against
protest*|demonstrat* .. government|law|reform*|against
considers|council_considers
"""
