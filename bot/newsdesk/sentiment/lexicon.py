"""Words that carry good or bad news: the lexicon behind the sentiment features.

Written by us for this project, for news of any field with a lean towards business. A word in
GOOD or BAD speaks for itself; RISING and FALLING words take their sign from what moves: costs
that fall are good news, profits that fall are not. Entries are stems: "gain" covers "gains",
"gained" and "gaining" through the suffixes the reader strips.
"""

from __future__ import annotations


def word_set(block: str) -> frozenset[str]:
    """The words of a block of text: how all tables of this folder are written."""
    return frozenset(block.split())


GOOD = word_set(
    """
    accelerate acclaim accomplish accord achieve advance affordable afloat agree agreement aid allay
    allow ally appreciate approval approve attract attractive award bargain beat benefit best better
    blockbuster bolster bonanza boom boost breakthrough bright brisk bullish buoy buoyant buy
    buyback calm ceasefire celebrate cheer clear clearance comeback comfortable commit competitive
    confident conquer cooperate cure darling dazzle deal decent defuse delight deliver donate double
    ease easing effective efficient embrace enable encourage endorse enhance enjoy enrich exceed
    excel excellent exciting exonerate expand expansion favor favorable favour favourable favourite
    festive firm fortify forward fruitful gain generous good grant great grow growth hail handsome
    happy harmony heal healthier healthy help hero hire honor honour hope hopeful ideal impress
    impressive improve improvement inaugurate innovate innovation inspire joy jubilant landmark
    liberate lift lucrative mend milestone miracle momentum multibagger nod normalise normalize
    opportunity optimism optimistic outpace outperform outshine outstrip overcome overweight
    overwhelm pact partner partnership peace pledge popular positive praise preferred premium
    prevail progress promise promising promote prosper prosperity protect proud rally reasonable
    reasonably reassure rebound reclaim recover recovery reform refresh rejoice relief relieve renew
    rescue resilient resolve respite restore resume resurgent revival revive reward robust safe
    safeguard safer salute save shine smooth soothe sparkle stabilise stabilize stable stellar
    stimulate strength strengthen strong stronger strongest succeed success successful superb
    support surge surpass survive swell tailwind thaw thrive triumph truce trust turnaround
    undervalue unlock unveil upbeat upgrade uphold upside upswing uptick uptrend upturn vaccine
    victory vindicate warm welcome win winner wonderful worth
    """
)

BAD = word_set(
    """
    abandon abuse accident accuse adverse afraid aggravate ail airstrike alarm allegation allege
    anger annul anxiety appeal arrest assault attack attrition backlash bad bail bailout ban
    bankrupt bankruptcy batter battle bear bearish beleaguer betray bitter blackout blame blast
    bleak bleed blight block bloodbath blow bomb bombing botch boycott breach breakdown bribe
    bribery brink broke bruise bubble burden burn bust cancel casualty catastrophe caution cautious
    challenge challenging chaos cheat choppy clash closure collapse collide combative complain
    complaint concern condemn conflict confront congestion contagion contaminate controversy convict
    correction corrupt corruption costlier costly coup crack crackdown crash crime criminal cripple
    crisis critical criticise criticism criticize cruel curb curse curtail cyberattack damage danger
    dangerous dark dead deadlock deadly death debacle decay default defeat defect deficit defraud
    delay delinquent delist demise demolish denounce deny deplete deport depress depression derail
    deserter despair destroy detain detention deteriorate devastate die difficult dilute dim dire
    disappoint disaster discord dismal dismiss disorder displace dispute disrupt disruption distress
    disturb doldrums doubt doubtful downbeat downgrade downside downtrend downturn drag drain dread
    drought drown dud dull earthquake emergency epidemic erode erosion erupt escalate evacuate evade
    evict exhaust exit expensive explode explosion expose fail failure fake fallout famine fatal
    fatality fault fear feeble feud fever fight fizzle flaw flee flood foe foreclose fragile fraud
    freeze friction frustrate fugitive fury glitch gloom gloomy glum glut grapple grave grief grim
    grounded guilty gunman hack halt hammer hamper harass hard harm harsh hate haunt hazard headwind
    hijack hit hoax hollow hospitalise hospitalize hostage hostile hurdle hurricane hurt ignore
    illegal illness imbroglio impair impasse impede impose inadequate incur indict indictment
    ineffective inferior infringe injure injured injury insolvency insolvent instability
    insufficient intensify interrupt invade investigate jail jeopardise jeopardize jitter jittery
    jolt kill lackluster lacklustre lag lapse laundering lawsuit layoff leak liability limp
    liquidate liquidator litigation lose loser losing loss lost malware massacre meltdown menace
    mess miscalculate misconduct mislead miss missile mistake mourn mudslide murder murky muted
    negative neglect nervous nervousness nightmare nosedive numb obstacle offend oppose outage
    outbreak outcry outflow outrage overbought overdue overhang overheat overheated overpriced
    oversupply overvalue pain painful pandemic panic paralyse paralyze penalise penalize penalty
    peril pessimism pessimistic plague plight poison pollute poor poverty pressure probe problem
    profiteer prohibit prolong prosecute protest pullback pummel punish quake quit racket raid
    ransom ravage rebel recall recession reckless red redundancy refuse reject reprimand resign
    resist restrict retaliate retreat revoke rift riot risk risky rob rot rout row rue ruin rupture
    sabotage sack sanction scam scandal scarce scare scathe scrap scrutiny scuttle sell selloff
    setback severe shake shaky shelling shock shooting short shortage shortfall shrug shut shutdown
    sick sickness siege slack slam slap slash slowdown slug sluggish slump smuggle sour spam spat
    spill spoil spook stagnate stagnation stall stampede standoff starve steal stolen storm strain
    strand stress strike struggle stuck stumble subdued subpoena sue suffer suicide suspect suspend
    suspension tense tension terror terrorist theft threat threaten torment tough tougher toxic
    tragedy tragic trap trim trouble turbulence turbulent turmoil ugly unattractive uncertain
    uncertainty underperform underweight unease uneasy unemployment unfair unfavorable unfavourable
    unhappy unlawful unprofitable unrest unsafe unsold unstable unsustainable untenable upheaval
    upset urgent vandalise victim violate violation violence violent virus volatile volatility
    vulnerable wane war warn warning wary weak weaken weaker weakness weary whack wildfire withdraw
    woe worry worse worst wound wounded wreak wreck write-down write-off writedown writeoff wrong
    wrongdoing
    """
)

RISING = word_set(
    """
    accelerate advance ascend balloon boost bounce broaden climb creep double expand extend gain
    grow high higher hike inch increase jump jumped leap lift mount multiply peak quadruple quicken
    raise rally rebound recover rise rising rocket rose shoot skyrocket soar spike sprint spurt
    strengthen surge swell top triple up upward widen zoom
    """
)

FALLING = word_set(
    """
    collapse contract crack crash crumble cut decelerate decline decrease deflate depreciate descend
    dip dive down downward drag drift drop dwindle ease erase fade fall fallen falling fell halve
    lag lose low lower melt moderate narrow nosedive pare plummet plunge recede reduce retreat sag
    sank sell-off shave shed shrank shrink sink skid slash slid slide slip slow sluggish slump
    soften subside taper tumble wane weaken wilt
    """
)

WELCOME_WHEN_IT_RISES = word_set(
    """
    approval asset assets bank capacity confidence consumption crop demand dividend dow earning
    ebitda economy employment equity euro export exports ftse gdp growth guidance hiring hopes
    income index inflow inflows investment job jobs lending margin market markets nasdaq net nifty
    nikkei order orders outlook output pat payout payroll peso pound premium production productivity
    profit profitability profits rating ratings ratio reserves return revenue revenues ringgit rupee
    salary sale sales savings sensex sentiment share shares spending stake stock stocks supply
    surplus target traffic turnover valuation volume wage wages won yen yield yuan
    """
)

UNWELCOME_WHEN_IT_RISES = word_set(
    """
    accident arrears attrition bill burden case casualty charge claim cost costs crime deaths debt
    default deficit delay delays delinquency emission expense fatality fee fees foreclosure fraud
    infection inflation interest jobless joblessness layoff levy liabilities liability loss losses
    mortality npa npas outage outflow penalty pollution poverty premia provision provisioning
    provisions redundancy risk risks shortage shortfall slippages slowdown spread tariff tariffs tax
    taxes tension tensions toll unemployment unrest violence volatility worries
    """
)

NEGATIONS = word_set(
    """
    aren't averted averts avoid avoided avoids barely can't cannot despite didn't doesn't don't fail
    failed fails hardly hasn't haven't isn't neither never no none nor not unlikely wasn't weren't
    without won't
    """
)
