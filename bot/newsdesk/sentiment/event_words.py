"""The words that tell what happens to people and places, outside the markets.

Written by us, as lemmas: `base_forms` finds their regular inflections, irregular ones are listed;
`_` joins a verb and its particle. `events` counts what a sentence tells of.
"""

from __future__ import annotations

from bot.newsdesk.sentiment.lexicon import word_set

HAZARD = word_set(
    """
    aftershock avalanche blackout blast blaze blizzard blockade breach bushfire catastrophe chaos
    cholera clash collision conflict coronavirus coup covid crash crime crisis cyberattack
    cyclone dengue derailment disaster disease drought dysentery earthquake ebola emergency
    epidemic eruption explosion famine fever fighting fire flood flooding gunfire hail hardship
    heatwave hostilities hunger hurricane illness infection inferno influenza insurgency invasion
    landslide leak malaria marburg measles mudslide mutiny outage outbreak overdose pandemic
    piracy plague polio pollution poverty quake ransomware recession riot rioting sandstorm
    shelling shortage siege slick smog spill stampede standoff storm tornado tremor tsunami
    tuberculosis turmoil typhoon unrest uprising violence virus volcano war wildfire
    """
)
"""A blow that falls on whoever is there; where it ends or is averted, that is good news."""

CASUALTY = word_set(
    """
    behead bled bleed bodies buried bury casualty corpse dead deadly death deaths die died
    drown dying fatal fatality fatally homeless hurt injure injury kill killing lethal maim
    massacre missing mourn murder orphan perish poison poisoned slain slaughter slay slew starve
    stricken suffocate suicide trample victim wound wounded
    """
)

CRIME = word_set(
    """
    abduct abduction abuse ambush arson assassinate assassination assault attack blackmail bomb
    bombard bomber bombing bribe bribery bully burglary cartel corruption embezzle extort
    extortion extremist forge fraud gunman gunmen hack hacker harass hijack hijacker hijacking
    homicide hooligan hostage kidnap kidnapper kidnapping launder loot looting manslaughter
    massacre mob molest poach ransom rape rob robbery scam shelled shoot shooting shot smuggle
    stab stabbing steal stole stolen strangle terror terrorism terrorist theft torture vandalise
    vandalize
    """
)

BURDEN = word_set(
    """
    accusation allegation ban barrier blacklist boycott burden charge claim complaint crackdown
    curb curfew debt duty embargo fee fine indictment inquiry investigation lawsuit levy ordeal
    penalty probe quota restriction sanction sentence strike subpoena suit summons tariff tax
    verdict visa walkout
    """
)
"""Laid on somebody by somebody; bad news where it is laid, good news where it is lifted."""

LOSS = word_set(
    """
    abandon accident alarm anger axe banish bankrupt bankruptcy betray blew_up blow_up blunder
    botch break_down breakdown breaks broke_down burn_down burned_down capsize close closure
    collapse collide condemn contaminate contaminated convict cripple cull cut_off damage danger
    debacle decay default demolish deny deplete deport derail despair destroy destruction detain
    deteriorate devastate devour disgrace displace disrupt dissolve distress dried_up dry_up dump
    engulf escalate evacuate evict eviction expel explode fail failure fear fled flee furlough
    grief ground guilty gut halt harm hazard hospitalise hospitalize idle ill impeach injustice
    insolvency insolvent invade jail laid_off lay_off layoff lose loss lost malfunction
    misconduct mislead nightmare oust outrage overflow overrun overthrow panic paralyse paralyze
    peril plight plunge prosecute pull_out punish quit ran_dry ran_out ration ravage raze recall
    redundancy reject relegate resign revoke rubble ruin run_dry run_out sack scandal scare seize
    shut shutdown shuttered sick sink sinking slash soar strand strip submerge sunk suspect
    suspend suspension tainted threaten topple tragedy tragic trap turn_away turned_away unsafe
    upheaval walk_out walked_out warn wash_away washed_away widen worry worsen wreck wreckage
    wrongly
    """
)

BOON = word_set(
    """
    access accord agreement aid asylum ballot care ceasefire citizenship compensation contract
    cooperation credit deal democracy donation education electricity food freedom friendship fund
    funding grant harvest help housing invest investment job licence license loan medal medicine
    operation opportunity pact partnership peace permission permit power rain refuge relief right
    rights scholarship shelter subsidy supply support tie tourism treatment treaty truce vaccine
    wage water
    """
)
"""Worth having; bad news where it ends."""

DEAL = word_set(
    """
    accord agreement breakthrough ceasefire cure deal pact treaty truce
    """
)
"""Boons that are news by themselves."""

ENDING = word_set(
    """
    abolish avert avoid call_off cancel contain defeat defuse dismiss douse ease easing eliminate
    end eradicate escape extinguish fix forgive heal lift overcome overturn prevent put_out quash
    quell recede remove resolve reverse rule_out scrap settle solve stamp_out stop subside
    survive suspend tame threw_out throw_out thrown_out waive ward_off weaken wipe_out withstand
    write_off
    """
)
"""Good news with a harm or a burden, bad news with a boon."""

LIFTING = word_set(
    """
    cancel cut dismiss drop ease forgive halve lift loosen lower overturn reduce relax remove
    repeal revoke scrap slash soften suspend waive withdraw
    """
)
"""Good news with a burden, bad news with a boon; it ends no fire and saves nobody."""

BRINGING = word_set(
    """
    allow approve award boost bring brought build built create deliver double expand extend gain
    get got grant halve improve increase invest link open pledge provide reach receive refill
    regain reopen restore resume return secure send sent sign strengthen win won
    """
)

SAFE = word_set(
    """
    acquit acquits acquitted alive applaud breakthrough calm celebrate cheering clean cleaned
    comeback compensated cured cures donate eases exonerate exonerated freed freeing frees hail
    hails heals healthier landed lands liberated lifesaving mended milestone overjoyed pardoned
    rebuild rebuilds rebuilt refill refills rehoused reopen
    reopened reopens rescued rescues rescuing restoration restored restores reunited reunites
    revive revived revives safe safely safer saved saves spared spares survive survived survives
    survivors thrive thrives triumph unharmed unhurt uninjured unscathed unveils vindicated wins
    """
)
"""Good in this very form only: who is rescued is safe, while a rescue is under way."""

MEASURED = word_set("crime death emission homicide hunger illiteracy murder obesity smoking theft")
"""Good news where it falls; the lexicon adds what markets measure."""

ROUTINE = word_set(
    """
    agenda answer argue arguments commemorate compare conference consider consultation count
    debate describe discuss discussion draft exhibition hear hearing jury learn lecture measure
    meet name publish rename review schedule seminar statistics study survey talk timetable vote
    """
)
"""What goes its usual way: a quota that is discussed has hurt nobody yet."""
