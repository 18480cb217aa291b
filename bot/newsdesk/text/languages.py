"""In which language a text is written, told by its function words or its script.

Only enough to say what the desk does not read: words that mean something in English, or stand in
English names ("Los Angeles", "Le Pen"), are left out, and too little text stays undecided.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.regions.tables import codes

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "ar": "Arabic", "cs": "Czech", "da": "Danish or Norwegian", "de": "German", "el": "Greek",
        "es": "Spanish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "id": "Indonesian or Malay",
        "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian",
        "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sv": "Swedish", "th": "Thai",
        "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
    }
)  # fmt: skip
"""ISO code -> what we call it."""
_FUNCTION_WORDS = {
    "en": "the of and to in is that for it on with as was at by from are has have be his he said"
    " will not an this after over its who been they their were had would more",
    "de": "der das und ist nicht mit von für auf dem ein eine einer im zu des sich auch wird bei"
    " nach wie aus um zum zur sind über vor noch werden durch haben einen",
    "fr": "les des est dans pour une qui sur pas du par avec ce sont aux plus ont été cette mais"
    " leur selon après ses deux et au",
    "es": "en que y un una por con para del se su es al como más pero sus ha fue tras sobre este"
    " entre está desde según ya",
    "it": "di che e per una non sono della gli dei nel alla più con anche dal delle è stato ha"
    " nella degli questo come sul cosa noi da al",
    "pt": "que um uma para com não do da dos das por mais foi ao como na no você em os são sua"
    " pela pelo esta até será sobre",
    "nl": "het een van en dat op te zijn met voor niet er aan ook bij naar wordt om uit nog heeft"
    " deze werd",
    "id": "yang dan dengan untuk ini itu dari tidak pada adalah akan oleh dalam kita bisa jangan ke"
    " tahun telah karena juga",
    "sv": "och att det som för är av inte ett efter från har kan vid också",
    "da": "og det som er af ikke på til den har fra efter kan ved også blev",
    "pl": "nie się jest przez oraz dla jak tylko po od przy które ale jego ich został",
    "tr": "ve bir bu için ile olarak daha çok sonra kadar olan gibi ancak",
    "cs": "se na že je pro jako jsou ale podle byl který roce která při",
    "vi": "và của là có được trong người cho không với các một những",
}
_WORDS = {
    word: tuple(code for code, table in _FUNCTION_WORDS.items() if word in codes(table))
    for table in _FUNCTION_WORDS.values()
    for word in codes(table)
}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("uk", re.compile(r"[іїєґ]", re.IGNORECASE)),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_LATIN = re.compile(r"[a-zà-öø-ž]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_READ = 120
_ENOUGH = 3
"""Function words of a language from which it is told, twice as many as of English."""


def language_of(text: str, declared: str = "en") -> str:
    """The language of `text` as an ISO code; `declared` where the text is too short to tell."""
    head = text[:1_500]
    script = _script(head)
    if script:
        return script
    hits: dict[str, int] = {}
    for word in _WORD.findall(head.lower())[:_READ]:
        for code in _WORDS.get(word, ()):
            hits[code] = hits.get(code, 0) + 1
    english = hits.pop("en", 0)
    best = max(hits, key=lambda code: hits[code], default="en")
    if hits.get(best, 0) >= _ENOUGH and hits[best] > 2 * english:
        return best
    return "en" if english >= _ENOUGH else declared or "en"


def _script(text: str) -> str:
    """The language of a script other than Latin, where most letters are of it."""
    if text.isascii():
        return ""
    latin = len(_LATIN.findall(text))
    for code, pattern in _SCRIPTS:
        if len(pattern.findall(text)) > latin / (4 if code in {"ja", "uk"} else 1):
            return code
    return ""
