"""Papers and firms whose name begins with a place: "the Jakarta Post", "China Mobile".

Such a name says where somebody is at home and nothing about where the event is. In a headline every
word has a capital ("England Star Out"), so there only what nothing else is called counts.
"""

from __future__ import annotations

import re

from bot.domain.regions.tables import codes
from bot.newsdesk.names.mentions import How
from bot.newsdesk.names.name_entries import Sense
from bot.newsdesk.names.name_tree import Found, Word
from bot.newsdesk.names.setting import Setting

_PAPERS = codes("times herald tribune gazette chronicle inquirer examiner")
_ALSO_WORDS = codes(
    "post mail star standard globe mirror telegraph observer courier journal express sun bulletin"
    " daily news"
)
"""Names of papers that are ordinary words: no paper behind a people ("German Mail")."""
_EDITIONS = codes("morning evening sunday daily business financial")
"""May stand before the paper's word: "the Nairobi Evening Post"."""
_PAPER_OF = codes("times star herald voice tribune gazette")
_FIRMS = codes(
    "mobile telecom telekom telecommunications unicom motor motors steel petroleum holdings cement"
    " shipbuilding"
)
_LEGAL = codes("corp corporation co company inc ltd limited plc group holdings berhad bhd")
_MARKET = re.compile(
    r" (?:tariffs?|dut(?:y|ies)|quotas?|exports?|imports?|prices?|output|production|demand|dumping"
    r"|makers?|mills?|markets?|overcapacity|ministers?)\b"
)
"""Behind one, "Steel" is the metal: a country's trade is meant, and no firm."""


def in_a_paper_or_firm(found: Found[Sense], here: Setting) -> bool:
    """Whether a place of one or more words only stands in the name of a paper or a firm."""
    after = _next(found, here, 0)
    if after is not None and (_is_paper(found, here, after) or _is_firm(found, here, after)):
        return True
    return _paper_of(found, here)


def _next(found: Found[Sense], here: Setting, offset: int) -> Word | None:
    """The capitalised word behind the name, or one further, where only spaces stand between."""
    last = here.words[found.last - 1 + offset]
    after = here.after(found, offset)
    adjoins = after is not None and after.capital and here.between(last, after) == " "
    return after if adjoins else None


def _is_paper(found: Found[Sense], here: Setting, after: Word) -> bool:
    second = _next(found, here, 1)
    if after.key in _EDITIONS and second is not None:
        return not here.headline and second.key in _PAPERS | _ALSO_WORDS | {"review"}
    if after.key in _PAPERS:
        return not (here.headline and after.key == "times")
    people = found.meaning.how is How.DEMONYM
    return after.key in _ALSO_WORDS and not people and not here.headline and not _runs_on(second)


def _runs_on(second: Word | None) -> bool:
    """Whether the capitals go on with no edition: "Australia Star Player"."""
    return second is not None and second.key not in _ALSO_WORDS


def _is_firm(found: Found[Sense], here: Setting, after: Word) -> bool:
    if after.key not in _FIRMS or here.headline or found.meaning.how is How.DEMONYM:
        return False
    second = _next(found, here, 1)
    if second is not None:
        return second.key in _LEGAL
    return _MARKET.match(here.text, after.end) is None


def _paper_of(found: Found[Sense], here: Setting) -> bool:
    """Whether a paper is named by "of": "the Times of Malta"."""
    of, paper = here.before(found), here.before(found, 1)
    if of is None or paper is None or of.key != "of" or not paper.capital or paper.opens:
        return False
    spaced = here.between(paper, of) == here.between(of, here.words[found.first]) == " "
    return spaced and paper.key in _PAPER_OF and not here.headline
