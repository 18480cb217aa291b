"""Headlines of general news, ours, each with the label most readers would give it.

The weights learnt from finance; these sets show what becomes of everything else. The first sixty
were looked at while `events` was written; of the 150 in `tests/data/general_headlines.jsonl` half
is held back, and nothing was changed on its account.
"""

from __future__ import annotations

import json
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "tests/data/general_headlines.jsonl"
MEASURES = DATA.with_name("public_measures.tsv")
"""What moves a public for better or worse: label, list and headline. The `second` list was written
after the first was tuned on, and scored before it was looked at: 25 of 32 right, 6 the opposite."""

_TABLE = """
- Missile strike on apartment block kills nine
- Earthquake flattens villages in mountain province
- Ferry sinks off the coast, dozens missing
- Flooding forces thousands from their homes
- Cholera outbreak spreads through refugee camp
- Wildfire destroys two hundred houses overnight
- Ceasefire collapses hours after it began
- Gunmen abduct pupils from boarding school
- Hospital bombed for the second time this month
- Journalist jailed for seven years
- Bridge collapse leaves four workers dead
- Drought pushes region to the edge of famine
- Court convicts former minister of bribery
- Train derails near the border, many injured
- Cyberattack shuts down emergency call centres
- Peace talks break off without agreement
- Army seizes power and dissolves parliament
- Oil spill threatens fishing grounds
- Measles cases double as vaccination rates fall
- Riot police clash with striking miners
+ Treaty to protect the high seas enters into force
+ Warring parties sign peace agreement
+ New malaria vaccine cuts child deaths by a third
+ All miners rescued after ten days underground
+ Hostages freed after secret negotiations
+ City opens its first metro line
+ Scientists report cure for rare blood disease
+ Deal reached to reopen the grain corridor
+ Literacy rate reaches record high
+ Aid convoy reaches besieged town
+ Neighbours restore diplomatic ties after a decade
+ Endangered river dolphins make a comeback
+ Court clears teacher wrongly convicted of theft
+ Volunteers rebuild school destroyed by storm
+ Country eliminates river blindness
+ Team wins first world title in forty years
+ Parliament approves law protecting whistleblowers
+ Solar plant brings power to remote islands
+ Historic library reopens after restoration
+ Prisoner exchange brings dozens home
= Parliament to vote on the budget next week
= Minister visits flood defence works
= Census takers begin their rounds on Monday
= King to address the nation in the evening
= Museum moves its collection to a new building
= Committee publishes its agenda for the spring session
= Candidates meet for a televised debate
= Government appoints new ambassador to Peru
= Foreign ministers gather for annual meeting
= City council discusses names for two streets
= Clocks go back an hour on Sunday
= University to hold entrance examinations in June
= Court hears arguments in land dispute
= Space agency sets date for the next launch
= Leaders exchange letters on the border question
= Researchers map the floor of the lake
= Election commission announces polling hours
= Bishop named head of the regional synod
= Ministry opens consultation on school meals
= Delegation arrives for talks on fisheries
"""
_LABELS = {"-": "negative", "+": "positive", "=": "neutral"}
HEADLINES = tuple(
    (title, _LABELS[sign])
    for sign, title in (line.split(" ", 1) for line in _TABLE.split("\n")[1:-1])
)
"""(title, label), twenty of each."""


def labelled(part: str) -> tuple[tuple[str, str], ...]:
    """(title, label) of one part of the 150: `tuned` or `held`, 25 of each label."""
    rows = map(json.loads, DATA.read_text(encoding="utf-8").splitlines())
    return tuple((row["text"], row["label"]) for row in rows if row["part"] == part)


def measures() -> list[tuple[str, str]]:
    """(headline, label) of `MEASURES`, both lists."""
    rows = MEASURES.read_text(encoding="utf-8").splitlines()[1:]
    return [(headline, label) for label, _, headline in (row.split("\t") for row in rows)]
