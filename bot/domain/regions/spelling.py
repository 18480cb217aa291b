"""How a spelling is compared: `The U.S.`, `us` and `U. S.` are one; so are `St.` and `Saint`."""

from __future__ import annotations

import re

from bot.domain.text import fold

_UNSPOKEN = {"the", "and"}
_LETTER_RUN = re.compile(r"\b(?:\w )+\w\b")


def spelling_key(text: str) -> str:
    """What two spellings of one region have in common; empty for text without a letter or digit.

    Articles and "and" do not count ("Bosnia & Herzegovina", "Republic of Congo"); a plus does,
    because OPEC+ is not OPEC.
    """
    folded = fold(text.replace("&", " and ").replace("+", " plus "))
    words = ["saint" if word == "st" else word for word in folded.split()]
    # AND is Andorra's alpha-3 code, so a text of nothing but such words keeps them.
    spoken = [word for word in words if word not in _UNSPOKEN] or words
    return _LETTER_RUN.sub(lambda run: run.group().replace(" ", ""), " ".join(spoken))
