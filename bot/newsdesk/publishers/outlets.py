"""Outlets that others cite: what they are called, their domain, and who owns them.

Written from general knowledge as of November 2026, not checked against every imprint. A publisher
that is not here is still counted: its owner is then its feed's setting, or its domain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

# name | other names | domains | owner where several outlets share one
_TABLE = """
ABC News | | abcnews.go.com, abcnews.com | Disney
Al Arabiya | | alarabiya.net | MBC Group
Al Jazeera | Al-Jazeera | aljazeera.com |
Axios | | axios.com |
BBC | BBC News, BBC World Service, BBC Newsnight | bbc.com, bbc.co.uk |
Barron's | Barrons | barrons.com | News Corp
Bild | | bild.de | Axel Springer
Bloomberg | Bloomberg News, Bloomberg TV | bloomberg.com |
Business Insider | Insider | businessinsider.com | Axel Springer
Business Standard | | business-standard.com |
BuzzFeed News | BuzzFeed | buzzfeednews.com, buzzfeed.com | BuzzFeed
CBC | CBC News | cbc.ca |
CBS News | CBS | cbsnews.com | Paramount
CNBC | | cnbc.com | Versant
CNN | CNN International | cnn.com | Warner Bros. Discovery
Caixin | Caixin Global | caixin.com, caixinglobal.com |
Channel NewsAsia | CNA | channelnewsasia.com | Mediacorp
Chicago Tribune | | chicagotribune.com | Tribune Publishing
China Daily | | chinadaily.com.cn |
Corriere della Sera | | corriere.it | RCS MediaGroup
Daily Express | The Express | express.co.uk | Reach
Daily Mail | MailOnline, Mail on Sunday | dailymail.co.uk, mailonsunday.co.uk | DMGT
Daily Mirror | The Mirror | mirror.co.uk | Reach
Daily Record | | dailyrecord.co.uk | Reach
Dawn | | dawn.com |
Der Spiegel | Spiegel | spiegel.de |
Deutsche Welle | DW | dw.com |
Die Welt | Welt | welt.de | Axel Springer
Die Zeit | | zeit.de |
El Mundo | | elmundo.es | RCS MediaGroup
El Pais | El País | elpais.com |
Euronews | | euronews.com |
Evening Standard | The Standard | standard.co.uk |
Financial Times | FT, the FT | ft.com | Nikkei
Folha de S.Paulo | Folha | folha.uol.com.br |
Forbes | | forbes.com |
Fortune | | fortune.com |
Fox Business | | foxbusiness.com | Fox Corporation
Fox News | | foxnews.com | Fox Corporation
France 24 | | france24.com | France Medias Monde
Frankfurter Allgemeine Zeitung | FAZ | faz.net |
Global Times | | globaltimes.cn |
Haaretz | | haaretz.com |
Handelsblatt | | handelsblatt.com |
Hindustan Times | | hindustantimes.com | HT Media
Il Sole 24 Ore | | ilsole24ore.com |
Kyiv Independent | | kyivindependent.com |
Kyiv Post | | kyivpost.com |
La Repubblica | | repubblica.it |
Le Figaro | | lefigaro.fr |
Le Monde | | lemonde.fr |
Les Echos | | lesechos.fr |
Lloyd's List | | lloydslist.com |
Los Angeles Times | LA Times, L.A. Times | latimes.com |
MarketWatch | | marketwatch.com | News Corp
Mint | | livemint.com | HT Media
NBC News | NBC | nbcnews.com | NBCUniversal
NHK | NHK World | nhk.or.jp |
NPR | National Public Radio | npr.org |
New York Post | | nypost.com | News Corp
Newsweek | | newsweek.com |
Nikkei | Nikkei Asia, Nikkei Asian Review | nikkei.com, asia.nikkei.com | Nikkei
Politico | | politico.com, politico.eu | Axel Springer
ProPublica | | propublica.org |
RTE | RTÉ | rte.ie |
Radio Free Europe | RFE/RL, Radio Free Europe/Radio Liberty | rferl.org |
Semafor | | semafor.com |
Sky News | Sky | sky.com, news.sky.com | Comcast
South China Morning Post | SCMP | scmp.com |
Süddeutsche Zeitung | Sueddeutsche Zeitung | sueddeutsche.de |
Sydney Morning Herald | | smh.com.au | Nine
TechCrunch | | techcrunch.com |
The Age | | theage.com.au | Nine
The Atlantic | | theatlantic.com |
The Australian | | theaustralian.com.au | News Corp
The Australian Financial Review | AFR, Australian Financial Review | afr.com | Nine
The Daily Telegraph | The Telegraph, The Sunday Telegraph, Daily Telegraph | telegraph.co.uk |
The Economic Times | Economic Times | economictimes.indiatimes.com, economictimes.com | Times Group
The Economist | | economist.com |
The Globe and Mail | Globe and Mail | theglobeandmail.com |
The Guardian | Guardian, The Observer | theguardian.com, guardian.co.uk |
The Hill | | thehill.com | Nexstar
The Hindu | | thehindu.com | The Hindu Group
The Hindu BusinessLine | BusinessLine | thehindubusinessline.com | The Hindu Group
The Independent | | independent.co.uk |
The Indian Express | Indian Express | indianexpress.com |
The Information | | theinformation.com |
The Irish Times | Irish Times | irishtimes.com |
The Jerusalem Post | Jerusalem Post | jpost.com |
The Korea Herald | Korea Herald | koreaherald.com |
The Moscow Times | Moscow Times | themoscowtimes.com |
The National | | thenationalnews.com |
The New York Times | New York Times, NYT, the Times | nytimes.com |
The New Yorker | New Yorker | newyorker.com | Conde Nast
The Straits Times | Straits Times | straitstimes.com |
The Sun | | thesun.co.uk, the-sun.com | News Corp
The Sunday Times | | sundaytimes.co.uk | News Corp
The Times of India | Times of India | timesofindia.indiatimes.com, timesofindia.com | Times Group
The Times of Israel | Times of Israel | timesofisrael.com |
The Times of London | | thetimes.co.uk, thetimes.com | News Corp
The Verge | | theverge.com | Vox Media
The Wall Street Journal | Wall Street Journal, WSJ, the Journal | wsj.com | News Corp
The Washington Post | Washington Post | washingtonpost.com |
Time | TIME magazine | time.com |
TradeWinds | | tradewindsnews.com |
USA Today | | usatoday.com | Gannett
Vice | Vice News | vice.com |
Vox | | vox.com | Vox Media
Wired | | wired.com, wired.co.uk | Conde Nast
"""
_REPEATING = """
allafrica.com biztoc.com drudgereport.com feedly.com feedspot.com flipboard.com ground.news
inoreader.com memeorandum.com msn.com newsbreak.com news.google.com newsnow.co.uk newsnow.com
paper.li pocket.co realclearpolitics.com reddit.com slashdot.org smartnews.com techmeme.com
upday.com yahoo.com
"""
AGGREGATORS = frozenset(_REPEATING.split())
"""Domains that repeat others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A known outlet."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    owner: str
    """The group, or the outlet's own name."""


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every known outlet, in the table's order."""
    return tuple(_read(line) for line in _TABLE.strip().splitlines())


def _read(line: str) -> Outlet:
    name, aliases, domains, owner = (part.strip() for part in line.split("|"))
    return Outlet(
        name=name,
        aliases=tuple(_listed(aliases)),
        domains=tuple(_listed(domains)),
        owner=owner or name,
    )


def _listed(cell: str) -> Iterator[str]:
    return (part.strip() for part in cell.split(",") if part.strip())


@cache
def by_domain() -> MappingProxyType[str, Outlet]:
    """Domain -> outlet."""
    return MappingProxyType({domain: outlet for outlet in outlets() for domain in outlet.domains})


@cache
def by_name() -> MappingProxyType[str, Outlet]:
    """Lower-case name or alias, with and without "the" -> outlet."""
    found: dict[str, Outlet] = {}
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            lowered = name.lower()
            found.setdefault(lowered, outlet)
            found.setdefault(lowered.removeprefix("the "), outlet)
    return MappingProxyType(found)


@cache
def cited_names() -> tuple[str, ...]:
    """The spellings by which a text may cite an outlet, the longest first."""
    names = {name for outlet in outlets() for name in (outlet.name, *outlet.aliases)}
    names |= {name.removeprefix("The ") for name in names if len(name.split()) > 2}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))
