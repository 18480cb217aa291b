"""News agencies and press-release wires: names, and how credits write them."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

# Name -> the spellings found in credits and datelines; the first is how we call it.
AGENCIES: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "Reuters": ("Reuters", "Thomson Reuters", "Reuters News"),
        "Associated Press": ("Associated Press", "The Associated Press", "AP", "A.P.", "AP News"),
        "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
        "dpa": ("dpa", "DPA", "dpa-AFX", "Deutsche Presse-Agentur"),
        "PA Media": ("PA Media", "Press Association", "PA News Agency"),
        "Bloomberg": ("Bloomberg", "Bloomberg News"),
        "Dow Jones": ("Dow Jones", "Dow Jones Newswires"),
        "UPI": ("UPI", "United Press International"),
        "Xinhua": ("Xinhua", "Xinhua News Agency"),
        "TASS": ("TASS", "ITAR-TASS"),
        "Interfax": ("Interfax", "Interfax-Ukraine"),
        "Ukrinform": ("Ukrinform",),
        "Kyodo": ("Kyodo", "Kyodo News"),
        "Jiji Press": ("Jiji Press", "Jiji"),
        "Yonhap": ("Yonhap", "Yonhap News Agency"),
        "PTI": ("PTI", "Press Trust of India"),
        "ANI": ("ANI", "Asian News International"),
        "IANS": ("IANS", "Indo-Asian News Service"),
        "APP": ("Associated Press of Pakistan",),
        "AAP": ("AAP", "Australian Associated Press"),
        "Canadian Press": ("Canadian Press", "The Canadian Press", "CP"),
        "ANSA": ("ANSA",),
        "EFE": ("EFE", "EFE News"),
        "Lusa": ("Lusa",),
        "Belga": ("Belga",),
        "ANP": ("ANP",),
        "Ritzau": ("Ritzau",),
        "NTB": ("NTB",),
        "TT": ("TT News Agency",),
        "STT": ("STT",),
        "PAP": ("PAP", "Polish Press Agency"),
        "CTK": ("CTK", "Czech News Agency"),
        "MTI": ("MTI",),
        "Anadolu": ("Anadolu", "Anadolu Agency", "AA"),
        "WAM": ("WAM", "Emirates News Agency"),
        "SPA": ("Saudi Press Agency",),
        "MENA": ("Middle East News Agency",),
        "Bernama": ("Bernama",),
        "Antara": ("Antara",),
        "VNA": ("Vietnam News Agency",),
        "NAN": ("News Agency of Nigeria",),
        "CNN": ("CNN", "CNN Newsource", "CNN Wire"),
        "Tribune News Service": ("Tribune News Service", "TNS"),
        "City News Service": ("City News Service",),
        "States Newsroom": ("States Newsroom",),
        "Inter Press Service": ("Inter Press Service",),
        "The Conversation": ("The Conversation",),
        "Agencia Brasil": ("Agencia Brasil", "Agência Brasil"),
    }
)

AGENCY_DOMAINS: MappingProxyType[str, str] = MappingProxyType(
    {
        "reuters.com": "Reuters",
        "apnews.com": "Associated Press",
        "ap.org": "Associated Press",
        "afp.com": "AFP",
        "dpa.com": "dpa",
        "dpa-international.com": "dpa",
        "bloomberg.com": "Bloomberg",
        "upi.com": "UPI",
        "xinhuanet.com": "Xinhua",
        "news.cn": "Xinhua",
        "tass.com": "TASS",
        "interfax.com": "Interfax",
        "ukrinform.net": "Ukrinform",
        "kyodonews.net": "Kyodo",
        "jiji.com": "Jiji Press",
        "yna.co.kr": "Yonhap",
        "ptinews.com": "PTI",
        "aninews.in": "ANI",
        "ianslive.in": "IANS",
        "app.com.pk": "APP",
        "aap.com.au": "AAP",
        "thecanadianpress.com": "Canadian Press",
        "ansa.it": "ANSA",
        "efe.com": "EFE",
        "aa.com.tr": "Anadolu",
        "wam.ae": "WAM",
        "spa.gov.sa": "SPA",
        "bernama.com": "Bernama",
        "antaranews.com": "Antara",
        "theconversation.com": "The Conversation",
    }
)

RELEASE_WIRES = (
    "PR Newswire",
    "PRNewswire",
    "Business Wire",
    "BusinessWire",
    "GlobeNewswire",
    "GLOBE NEWSWIRE",
    "Newsfile Corp",
    "ACCESSWIRE",
    "EQS-News",
    "EQS News",
    "PR Web",
    "PRWeb",
    "EIN Presswire",
)


@cache
def agency_spellings() -> MappingProxyType[str, str]:
    """Lower-case spelling -> agency."""
    return MappingProxyType(
        {
            spelling.lower(): name
            for name, spellings in AGENCIES.items()
            for spelling in (name, *spellings)
        }
    )


@cache
def agency_pattern() -> str:
    """A regular expression for any spelling, the longest first; case matters ("AP", "ap")."""
    spellings = {spelling for each in AGENCIES.values() for spelling in each}
    longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    return "(?:" + "|".join(re.escape(spelling) for spelling in longest_first) + ")"


def agency(name: str) -> str:
    """The agency that `name` spells, "" if none."""
    return agency_spellings().get(name.strip().lower(), "")


@cache
def agency_publishing(publisher: str, domain: str) -> str:
    """The agency behind a publisher and its domain: "Reuters UK", "AFP via Yahoo News"."""
    named = agency(publisher) or AGENCY_DOMAINS.get(domain, "")
    if named:
        return named
    edition = _EDITION.fullmatch(publisher.strip())
    return agency(edition["agency"]) if edition else ""


_EDITION = re.compile(
    rf"(?P<agency>{agency_pattern()})(?:\s+(?:via|through)\s.+|/.+|\s+(?:UK|US|India|Africa|Canada"
    r"|Australia|World|International|English|Business|News|Online))"
)
