"""Who gains and who loses outside finance: phrases that give an entity its part in a sentence.

A table holds cues in the language of `cue_language`; @ is the entity. What no rule covers is
named without effect: neutral.
"""

from __future__ import annotations

from functools import cache

from bot.domain.story import Polarity
from bot.newsdesk.sentiment.polarity_features import MASK
from bot.newsdesk.text.cue_language import compiled

RELIEVED = """
lift*|eas*|end*|waiv*|remov*|scrap*|drop*|suspend*|cut* .. sanction*|tariff*|dut*|ban|embargo|
curb*|restriction* .. on|against|for|from @
ceasefire|truce|peace .. with|in|for @
"""

HURT = """
tariff*|dut*|levy|levies|sanction*|embargo|boycott|curb*|restriction*|quota*|ban|crackdown|
pressure on|against|upon|for|of|from .. @
attack*|strike*|raid*|cyberattack*|war|invasion|assault|offensive on|against|of|in|at .. @
against .. @
invades|invaded|bombs|bombed|shelled|batters|battered|devastates|devastated|ravages|hurts|harms|
threatens|condemns|accuses|blames|sues|sued|fines|fined|penalises|penalizes|sanctions|bans|banned|
bars|barred|blacklists|expels|suspends|suspended|arrests|jails|indicts|probes|investigates|raids|
punishes|isolates|downgrades|cripples|hits .. @
less|reduc*|cut* .. reliance|dependence|dependency|rel* on .. @
away|withdraw*|withdrawal|exit*|pull*_out from|of .. @
outage|blackout|famine|drought|flood*|earthquake|quake|wildfire*|recession|unrest|riot*|layoffs|
job_cuts|deaths|casualties|damage|epidemic in|at|across|to|for|of .. @
blow|setback|defeat|loss|risk|threat|warning to|for .. @
@ is|was|are|were|be|been|gets|got .. hit|hurt|fined|sued|banned|barred|sanctioned|attacked|
invaded|bombed|devastated|blacklisted|suspended|expelled|downgraded|accused|convicted|indicted|
arrested|jailed|ordered|forced|blocked|punished|grounded|stranded|evacuated|ousted|sacked
@ hit|fined|sued|banned|barred|sanctioned|ordered|accused|indicted|jailed|stranded|ousted|sacked|
blacklisted by|to|for|with|over|after|from
@ lays_off|laid_off|loses|lost|suffers|suffered|collapses|collapsed|defaults|defaulted|shuts|
halts|halted|recalls|falls|fell|slumps|plunges|tumbles|shrinks|shrank|struggles|faces|mourns|
reels|evacuates
@ cuts .. jobs|staff|positions
@ files|filed for bankruptcy|insolvency|protection
@ must|has_to pay
@ pays|pay .. fine|penalty|settlement
"""

HELPED = """
ties|partnership*|partner*|alliance*|deal*|agreement*|pact*|cooperation|collaboration|accord*|
treaty|friendship|dialogue with .. @
ties|partnership*|alliance*|deal*|agreement*|pact*|cooperation|accord*|treaty between .. @
aid|loan*|support|relief|help|grant*|bailout|investment*|export*|licence|license|approval|subsid*|
funding|contract*|vaccine* to|for|in|into|toward|towards .. @
buyer|buys|purchases|sourcing|import* .. in|from .. @
diversif*|pivot*|shift*|expand*|outreach|route*|corridor* .. to|toward|towards|into|with .. @
turn*|open*|reach* to|toward|towards|up_to|out_to @
help*|benefit*|boost*|support*|favour*|favor*|welcom*|reward*|rescu*|bail*_out|free*|acquit*|
upgrad*|strengthen*|aid* @
victory|boon|boost|gain*|windfall|opportunit* to|for .. @
@ benefits|benefited|gains|gained|profits|wins|won|secures|secured|recovers|recovered|thrives|
grows|grew|rebounds|prospers|expands|resumes|reopens|beats|receives|signs|signed|joins|joined|
agrees|agreed|partners
@ to|will|would|could|stands_to benefit|gain|profit|win|receive|join|reopen|resume
@ is|was|are|were|be .. approved|upgraded|acquitted|cleared|freed|rescued|awarded|welcomed
@ as|becomes|remains .. partner|ally|buyer|supplier|beneficiary|winner
"""

ACTING = """
by @
"""

_ORDER = (
    (Polarity.POSITIVE, RELIEVED),
    (Polarity.NEUTRAL, ACTING),
    (Polarity.NEGATIVE, HURT),
    (Polarity.POSITIVE, HELPED),
)


@cache
def _table(cues: str) -> str:
    return cues.replace("@", MASK)


def role_polarity(masked: str) -> Polarity:
    """How the sentence with the masked entity treats it; neutral where no rule speaks.

    Relief is looked for first: "lifts tariffs on @" also holds "tariffs on @".
    """
    for polarity, cues in _ORDER:
        if compiled(_table(cues)).search(masked):
            return polarity
    return Polarity.NEUTRAL
