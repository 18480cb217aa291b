"""Phrases of money without a number, of scope and of time.

Written by us in the language of `cue_language`; `rubric` gives each table its points.
"""

from __future__ import annotations

CRASH = """
lose|loses|lost|shed~ .. million jobs
pound|sterling|dollar|euro|yen|yuan|rupee|lira|rouble|ruble|peso|rand|real|currency|naira|franc|won|
baht|rupiah|ringgit|stocks|shares|stock_market*|markets|bonds|gilts|index|dow|nasdaq|nikkei|ftse|
oil|
crude|crypto*|bitcoin plunge~|crash~|collapse~|nosedive~|plummet~|in_freefall|in_free_fall|meltdown
bank|banks|lender|lenders|insurer|broker|brokerage .. collapse~|fail~|nationalise~|nationalize~|
insolvent|bankrupt*|rescue~|bailed_out|bailout|seized
stock_market|market|financial|banking|currency|credit crash|meltdown|collapse|panic|crisis
hyperinflation|bank_run*|credit_crunch|liquidity_crisis
billions .. dollars|euros|pounds|lost|wiped|value|yen
price|prices|oil|crude .. quadruple~|below_zero|negative|tenfold|fivefold|sixfold
hundreds_of_billions|trillions
"""

MACRO = """
swing~|swung|return~|slide~|slid|slip~|plunge~ to|into .. profit|loss|black|red
billions
sold to|for .. share|billion|million|to
a|per share|barrel|tonne|ton|ounce|container|bushel
freight_rates|container_rates|charter_rates|shipping_rates|insurance_premiums|premiums
economist*|analyst*|imf|world_bank|oecd|forecaster* .. expect*|forecast*|see|sees|predict*|
warn* .. growth|recession|inflation|demand|economy|prices|rates
economic|economy|growth_forecast|business_confidence|consumer_confidence|consumer_spending|
industrial_output|factory_output|manufacturing_output|housing_starts|retail_sales|house_prices|
home_prices
million|billion .. heist|stolen|theft|missing|raised|funding|contract
tax|taxes|taxation|royalty|royalties|subsid*|bond|bonds|loan|loans|mortgage*|pension*|insurance|banking
banknotes|notes|cash .. circulation|withdrawn
oil|crude|brent|gold|silver|copper|wheat|corn|soy*|coffee|cocoa|gas|bitcoin|dollar|euro|pound|
sterling|yen|yuan|rupee|franc|peso|lira|rouble|ruble|rand|bonds|stocks|shares|equities|index|
nasdaq|dow|ftse|nikkei|dax|sensex .. slump*|soar*|surge*|plunge*|tumble*|record|sink*|sank|rally|
rallies|jump*|crash*|low|lows|high|highs|below|above|slide*|slid|drop*|fall*|fell|climb*|rise*|
rose|gain*|weaken*|strengthen*
same-store_sales|comparable_sales|quarterly_sales|quarterly_profit|annual_profit|
quarterly_results|half-year_results|annual_results|financial_results|full-year_results|guidance|sales_outlook|margins|market_share|cash_flow
profit|profits|earnings|sales|revenue|revenues|results .. drop*|fall*|fell|rise*|rose|weak*|
strong*|report*|post*|slip*|grow*|grew|top*|dip*|sink*|beat*|miss*
report*|post* .. profit|profits|loss|losses|earnings|revenue|results|drop|decline|rise|sales
credit_grade|top_credit|aaa|investment_grade|junk_status|emergency_funding|lifeline
stake|stakes|shareholder*|shareholding|investor*|dividend*|buyback*
liquidation|receivership|creditors|bondholders
price|prices|cost|costs .. rise*|rose|fall*|fell|soar*|surge*|jump*|increase*|drop*|higher|lower
inflation|deflation|gdp|gross_domestic_product|recession|unemployment|jobless*|payrolls|wages|
trade_deficit|trade_surplus|current_account|budget_deficit|public_debt|sovereign_debt|
credit_rating|bond_yields|interest_rate*|key_rate|cash_rate|bank_rate|policy_rate|repo_rate|
rate_cut|rate_hike|monetary_policy|stimulus|austerity
tariff*|duties|sanctions|embargo|export*|imports
trade deal|war|wars|talks|deficit|pact|barrier*|ties|dispute|bloc|flows|balance|surplus|agreement|
accord|policy|negotiat*|partner*|restrictions|curbs|relations|minister|volumes|route*|corridor
foreign|world|global|bilateral|balanced|free|international|cross-border|open|seaborne|grain|
container trade
trade .. with|between|rebalanc*|diversif*
exchange_rate|currency|devalu*|peso|rupee|yuan|lira|naira|capital_flight|capital_controls
oil|gas|fuel|energy|food|commodity|wheat|electricity|copper|housing|power prices|price|output|
supply|exports|imports
stocks|shares|markets|bonds|futures .. fall|falls|fell|sink|sinks|tumble*|plunge*|slide*|drop*|
rally|rallies|rallied|surge*|jump*|slump*|rose|rises|rise|retreat*|decline*|dip|dips|crash*|
selloff|sell-off
economic|economy growth|slowdown|crisis|contraction|outlook|recovery|stability|output|shrinks|
shrank|contracts|grows
default|defaults|defaulted|bankrupt*|insolven*|chapter_11|chapter_7|bailout|bail-out|bank_run|
liquidity|write-down*|writedown*|writeoff*|debt
profit|profits|revenue|revenues|earnings|sales|loss|losses|dividend|margin*|turnover .. rise*|
rose|fall*|fell|drop*|jump*|beat*|miss*|warn*|up|down|forecast|slump*|plunge*|narrow*|widen*|
decline*|record
profit warning
rates quarter-point|quarter|half
rate|rates .. quarter|half|basis
acquire|acquires|acquisition|takeover|merge|merger|merges|buyout|ipo|initial_public_offering
penalty|settlement|levy
pay~|award~|seek~|sue~|in damages
"""

_CENTRAL_BANKS = (
    "central_bank|reserve_bank|national_bank|bank_of|riksbank|norges_bank|rbi|rba|boc|bank|"
    "policymakers|monetary_policy_committee|monetary_council"
)
SECTOR = f"""
{_CENTRAL_BANKS} .. rate|rates|repo|easing|bond*|purchase*|point|points|liquidity
rate|rates|repo .. {_CENTRAL_BANKS}
all|every|entire .. plants|flights|departures|branches|stores|exports|imports|sales|purchases|
schools|ports|mines|reactors|trains|factories|citizens|residents
federal|domestic|national|statewide|state-wide|provincial|across_the_country
nationwide|national|nation|country|countrywide|industry|industrywide|industry-wide|sector|sectors|
economy
all banks|airlines|firms|companies|lenders|carmakers|schools|hospitals|shops|factories|ports|
workers|employers|goods|vehicles|imports|exports
government|parliament|congress|senate|president|prime_minister|ministry|lawmakers|supreme_court|
constitutional_court|finance_ministry|treasury|king
banks|airlines|carmakers|automakers|retailers|insurers|farmers|exporters|importers|manufacturers|
hospitals|refiners|utilities|telecoms|operators|miners|shippers|chipmakers|drugmakers|brokers|
lenders|consumers|households .. must|face*|will|across|said|have
dozens|hundreds|thousands|millions of
million|millions|000 people|passengers|customers|workers|cars|vehicles|homes|households|users|
phones|machines|americans|patients|records|devices|barrels
from coast|maine
gdp|inflation|unemployment|payrolls|trade_deficit|trade_surplus
regulators|parliamentary
election|referendum
"""

_WORLD_BANKS = (
    "federal_reserve|fed|ecb|european_central_bank|bank_of_england|boe|bank_of_japan|boj|"
    "people's_bank_of_china|pboc"
)
"""Central banks of the currencies in which others hold their reserves."""
SYSTEMIC = f"""
worldwide|around_the_world|world_trade|world_economy|world_markets|across_the_world|
across_the_continent
global economy|trade|market|markets|supply|health|finance|minimum|shipping|emergency|pandemic|
outage|recession|standard|tax|deal|pact
eu|e.u.|european_union|eurozone|euro_zone|euro_area|european_commission|brussels|asean|opec|opec+|
nato|g7|g20|brics|mercosur|african_union|ecowas|gcc|arab_league|apec|rcep|usmca|nafta|cptpp|
commonwealth|schengen|gulf_states|global_south|middle_east|latin_america|asia-pacific|
sub-saharan_africa|caribbean|western_markets|europe|european|african_countries
united_nations|u.n.|un_security_council|security_council|world_health_organization|
world_health_organisation|imf|international_monetary_fund|world_bank|wto|world_trade_organization|
iaea|icao|swift|world's_largest|world's_biggest
{_WORLD_BANKS} .. rate|rates|repo|easing|bond*|purchase*|point|points|emergency|liquidity
rate|rates|repo .. {_WORLD_BANKS}
suez|panama_canal|strait_of_hormuz|strait_of_malacca|bosphorus|bosporus|red_sea|bab_el-mandeb|
black_sea|south_china_sea|nord_stream
systemically_important|systemic|too_big_to_fail|contagion|biggest_bank|largest_bank|largest_lender
sovereign default|debt
defaults on .. billion
member_states|trading_partners|countries|nations
27 members|states
"""

NOW = """
take*|took|taking|come*|came|go|goes|enter* effect|into_effect|into_force|effect_immediately
in force|effect
with immediate effect
effective|effectively immediately|today|now|tomorrow|at_once|midnight
immediately|at_once|with_effect_from|until_further_notice|overnight|as_of_today|from_today|
from_midnight|from_tomorrow|at_midnight|starting_today|starting_now|from_now|currently_halted
from|starting|starts|start|effective|beginning|begins|begin|by|until|due monday|tuesday|wednesday|
thursday|friday|saturday|sunday|this_week|next_week|this_weekend|next_month|this_month
from|starting|starts|start|effective|beginning|begins|begin|by|until|due on|next|this|late|early|
midday|noon monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month
applies|apply|starts|begins|effective .. from|on|at .. monday|tuesday|wednesday|thursday|friday|
saturday|sunday|midnight|noon
within 7|10|14|15|20|24|28|30|48|72|ten|two|three|four|few|thirty days|hours|weeks
has|have begun|started|stopped|shut
in its|their third|second|first day|week
still halted|closed|blocked|without|offline
now in_force|banned|applies|apply
"""

LATER = """
long-term|long_term|longer-term|longer_term|in_the_long_run|over_the_long_run|eventually|someday|
gradual*|slowly
over|in|within|during|by the next|coming|end_of_the decade|decades|years
in coming|the_coming|future years|decades
by_2035|by_2040|by_2045|by_2050|by_2060
over|after|within|in 5|6|7|8|9|10|15|20|25|30|five|ten|fifteen|twenty|several years
could|might .. eventually|slowly|one_day|return|end|ending
might|could|may be|reach|face|rise|lead|have|vote|take|seek|push|become|consider|cause|see|need|
still|return|sell|buy|close|cut
reportedly|rumour*|rumor*|mulls|mulling|considering|considers|consider|weighs|weighing|said_to|
sources_say|people_familiar|unconfirmed|potential|possible|possibly|hopes_to|is_thinking|
no_decision
still must|needs|need|has be|to|the
must_still|still_needs|yet_to|not_yet|no_bill|subject_to_approval
firms|companies|members have two|three|four years
"""
