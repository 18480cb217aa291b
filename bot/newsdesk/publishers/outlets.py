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
Aftenposten | | aftenposten.no | Schibsted
Al Arabiya | | alarabiya.net | MBC Group
Al Jazeera | Al-Jazeera | aljazeera.com |
Anchorage Daily News | | adn.com |
Arab News | | arabnews.com |
Arizona Republic | The Arizona Republic | azcentral.com | Gannett
Ars Technica | | arstechnica.com | Conde Nast
Asahi Shimbun | The Asahi Shimbun | asahi.com |
Asharq Al-Awsat | | aawsat.com |
Atlanta Journal-Constitution | The Atlanta Journal-Constitution | ajc.com |
Australian Broadcasting Corporation | ABC Australia | abc.net.au |
Axios | | axios.com |
BBC | BBC News, BBC World Service, BBC Newsnight | bbc.com, bbc.co.uk |
Baltimore Sun | The Baltimore Sun | baltimoresun.com |
Bangkok Post | | bangkokpost.com |
Barron's | Barrons | barrons.com | News Corp
Bild | | bild.de | Axel Springer
Billboard | | billboard.com | Penske
Bloomberg | Bloomberg News, Bloomberg TV | bloomberg.com |
Boston Globe | The Boston Globe | bostonglobe.com |
Boston Herald | | bostonherald.com | MediaNews
Business Insider | Insider | businessinsider.com | Axel Springer
Business Standard | | business-standard.com |
BuzzFeed News | BuzzFeed | buzzfeednews.com, buzzfeed.com | BuzzFeed
CBC | CBC News | cbc.ca |
CBS News | CBS | cbsnews.com, cbslocal.com | Paramount
CNBC | | cnbc.com | Versant
CNET | | cnet.com |
CNN | CNN International | cnn.com | Warner Bros. Discovery
CTV News | | ctvnews.ca | Bell Media
Caixin | Caixin Global | caixin.com, caixinglobal.com |
Channel 4 News | | channel4.com |
Channel NewsAsia | CNA | channelnewsasia.com | Mediacorp
Charlotte Observer | The Charlotte Observer | charlotteobserver.com | McClatchy
Chicago Tribune | | chicagotribune.com | Tribune Publishing
China Daily | | chinadaily.com.cn |
Chosun Ilbo | The Chosun Ilbo, The Chosun Daily | chosun.com |
Christian Science Monitor | The Christian Science Monitor | csmonitor.com |
Cleveland Plain Dealer | The Plain Dealer | cleveland.com | Advance
Corriere della Sera | | corriere.it | RCS MediaGroup
Dagens Industri | | di.se | Bonnier
Dagens Nyheter | | dn.se | Bonnier
Daily Express | The Express | express.co.uk | Reach
Daily Mail | MailOnline, Mail on Sunday | dailymail.co.uk, mailonsunday.co.uk | DMGT
Daily Mirror | The Mirror | mirror.co.uk | Reach
Daily Nation | | nation.africa | Nation Media Group
Daily Record | | dailyrecord.co.uk | Reach
Daily Sabah | | dailysabah.com |
Dallas Morning News | The Dallas Morning News | dallasnews.com | Hearst
Dawn | | dawn.com |
De Volkskrant | | volkskrant.nl |
Deadline | Deadline Hollywood | deadline.com | Penske
Denver Post | The Denver Post | denverpost.com | MediaNews
Der Spiegel | Spiegel | spiegel.de |
Der Standard | | derstandard.at |
Deseret News | | deseret.com |
Detroit Free Press | | freep.com | Gannett
Deutsche Welle | DW | dw.com |
Die Welt | Welt | welt.de | Axel Springer
Die Zeit | | zeit.de |
ESPN | | espn.com | Disney
El Mundo | | elmundo.es | RCS MediaGroup
El Pais | El País | elpais.com |
El Universal | | eluniversal.com.mx |
Engadget | | engadget.com |
Entertainment Weekly | | ew.com |
Euractiv | | euractiv.com |
Euronews | | euronews.com |
Evening Standard | The Standard | standard.co.uk |
Express Tribune | The Express Tribune | tribune.com.pk |
Financial Express | The Financial Express | financialexpress.com | The Indian Express
Financial Times | FT, the FT | ft.com | Nikkei
Folha de S.Paulo | Folha | folha.uol.com.br |
Forbes | | forbes.com |
Fortune | | fortune.com |
Fox Business | | foxbusiness.com | Fox Corporation
Fox News | | foxnews.com | Fox Corporation
France 24 | | france24.com | France Medias Monde
Frankfurter Allgemeine Zeitung | FAZ | faz.net |
Gazeta Wyborcza | | wyborcza.pl |
Geo News | | geo.tv |
Global Times | | globaltimes.cn |
Gulf News | | gulfnews.com |
Haaretz | | haaretz.com |
Handelsblatt | | handelsblatt.com |
Helsingin Sanomat | | hs.fi |
Hindustan Times | | hindustantimes.com | HT Media
Houston Chronicle | | houstonchronicle.com, chron.com | Hearst
HuffPost | Huffington Post, The Huffington Post | huffpost.com, huffingtonpost.com | BuzzFeed
Hurriyet Daily News | Hürriyet Daily News | hurriyetdailynews.com |
IGN | | ign.com |
ITV News | | itv.com |
Il Sole 24 Ore | | ilsole24ore.com |
India Today | | indiatoday.in |
IndieWire | | indiewire.com | Penske
Irish Examiner | | irishexaminer.com | The Irish Times
Irish Independent | | independent.ie | Mediahuis
Kansas City Star | The Kansas City Star | kansascity.com | McClatchy
Khaleej Times | | khaleejtimes.com |
Korea JoongAng Daily | JoongAng Ilbo | joongang.co.kr |
Kyiv Independent | | kyivindependent.com |
Kyiv Post | | kyivpost.com |
La Nación | La Nacion | lanacion.com.ar |
La Repubblica | | repubblica.it |
La Stampa | | lastampa.it |
La Vanguardia | | lavanguardia.com |
Las Vegas Review-Journal | | reviewjournal.com |
Le Figaro | | lefigaro.fr |
Le Monde | | lemonde.fr |
Les Echos | | lesechos.fr |
Lloyd's List | | lloydslist.com |
Los Angeles Times | LA Times, L.A. Times | latimes.com |
Mail & Guardian | | mg.co.za |
Mainichi Shimbun | The Mainichi | mainichi.jp |
Manila Bulletin | | mb.com.ph |
MarketWatch | | marketwatch.com | News Corp
Mercury News | The Mercury News | mercurynews.com | MediaNews
Miami Herald | | miamiherald.com | McClatchy
Milwaukee Journal Sentinel | | jsonline.com | Gannett
Mint | | livemint.com | HT Media
Moneycontrol | | moneycontrol.com | Network18
NBC News | NBC | nbcnews.com, nbcnewyork.com, nbclosangeles.com | NBCUniversal
NDTV | | ndtv.com |
NHK | NHK World | nhk.or.jp |
NOS | | nos.nl |
NPR | National Public Radio | npr.org |
NZ Herald | New Zealand Herald | nzherald.co.nz | NZME
National Post | | nationalpost.com | Postmedia
National Review | | nationalreview.com |
Neue Zürcher Zeitung | NZZ | nzz.ch |
New York Daily News | NY Daily News, Nydailynews | nydailynews.com |
New York Post | | nypost.com | News Corp
News18 | | news18.com | Network18
News24 | | news24.com |
Newsday | | newsday.com |
Newsweek | | newsweek.com |
Nikkei | Nikkei Asia, Nikkei Asian Review | nikkei.com, asia.nikkei.com | Nikkei
O Globo | | oglobo.globo.com, globo.com |
Orlando Sentinel | | orlandosentinel.com | Tribune Publishing
PBS NewsHour | PBS News | pbs.org |
Philadelphia Inquirer | The Philadelphia Inquirer | inquirer.com |
Philippine Daily Inquirer | Inquirer.net | inquirer.net |
Philippine Star | The Philippine Star | philstar.com |
Pittsburgh Post-Gazette | | post-gazette.com |
Politico | | politico.com, politico.eu | Axel Springer
Premium Times | | premiumtimesng.com |
ProPublica | | propublica.org |
RTE | RTÉ | rte.ie |
Radio Free Europe | RFE/RL, Radio Free Europe/Radio Liberty | rferl.org |
Rappler | | rappler.com |
Rolling Stone | | rollingstone.com | Penske
Rzeczpospolita | | rp.pl |
Sacramento Bee | The Sacramento Bee | sacbee.com | McClatchy
Salt Lake Tribune | The Salt Lake Tribune | sltrib.com |
San Diego Union-Tribune | The San Diego Union-Tribune | sandiegouniontribune.com | MediaNews
San Francisco Chronicle | SFGate | sfchronicle.com, sfgate.com | Hearst
Seattle Times | The Seattle Times | seattletimes.com |
Semafor | | semafor.com |
Sky News | Sky | sky.com, news.sky.com | Comcast
Slate | | slate.com |
Snopes | | snopes.com |
South China Morning Post | SCMP | scmp.com |
Sportsnet | | sportsnet.ca |
St. Louis Post-Dispatch | | stltoday.com | Lee Enterprises
St. Paul Pioneer Press | Pioneer Press | twincities.com | MediaNews
Star Tribune | Minneapolis Star Tribune, Minnesota Star Tribune | startribune.com |
Stars and Stripes | | stripes.com |
Sydney Morning Herald | | smh.com.au | Nine
Süddeutsche Zeitung | Sueddeutsche Zeitung | sueddeutsche.de |
TMZ | | tmz.com | Fox Corporation
Tampa Bay Times | | tampabay.com |
TechCrunch | | techcrunch.com |
The Age | | theage.com.au | Nine
The Athletic | | theathletic.com | The New York Times
The Atlantic | | theatlantic.com |
The Australian | | theaustralian.com.au | News Corp
The Australian Financial Review | AFR, Australian Financial Review | afr.com | Nine
The Business Times | Business Times | businesstimes.com.sg | SPH Media
The Daily Beast | Daily Beast | thedailybeast.com |
The Daily Star | | thedailystar.net |
The Daily Telegraph | The Telegraph, The Sunday Telegraph, Daily Telegraph | telegraph.co.uk |
The East African | | theeastafrican.co.ke | Nation Media Group
The Economic Times | Economic Times | economictimes.indiatimes.com, economictimes.com | Times Group
The Economist | | economist.com |
The Globe and Mail | Globe and Mail | theglobeandmail.com |
The Guardian | Guardian, The Observer | theguardian.com, guardian.co.uk |
The Hill | | thehill.com | Nexstar
The Hindu | | thehindu.com | The Hindu Group
The Hindu BusinessLine | BusinessLine | thehindubusinessline.com | The Hindu Group
The Hollywood Reporter | Hollywood Reporter | hollywoodreporter.com | Penske
The Independent | | independent.co.uk |
The Indian Express | Indian Express | indianexpress.com |
The Information | | theinformation.com |
The Intercept | | theintercept.com |
The Irish Times | Irish Times | irishtimes.com |
The Jakarta Post | Jakarta Post | thejakartapost.com |
The Japan Times | Japan Times | japantimes.co.jp |
The Jerusalem Post | Jerusalem Post | jpost.com |
The Korea Herald | Korea Herald | koreaherald.com |
The Moscow Times | Moscow Times | themoscowtimes.com |
The National | | thenationalnews.com |
The New York Times | New York Times, NYT, the Times | nytimes.com |
The New Yorker | New Yorker | newyorker.com | Conde Nast
The Oregonian | | oregonlive.com | Advance
The Register | | theregister.com |
The Scotsman | | scotsman.com |
The Straits Times | Straits Times | straitstimes.com | SPH Media
The Sun | | thesun.co.uk, the-sun.com | News Corp
The Sunday Times | | sundaytimes.co.uk | News Corp
The Texas Tribune | Texas Tribune | texastribune.org |
The Times of India | Times of India | timesofindia.indiatimes.com, timesofindia.com | Times Group
The Times of Israel | Times of Israel | timesofisrael.com |
The Times of London | | thetimes.co.uk, thetimes.com | News Corp
The Verge | | theverge.com | Vox Media
The Wall Street Journal | Wall Street Journal, WSJ, the Journal | wsj.com | News Corp
The Washington Post | Washington Post | washingtonpost.com |
Time | TIME magazine | time.com |
Toronto Star | The Toronto Star | thestar.com | Torstar
TradeWinds | | tradewindsnews.com |
USA Today | | usatoday.com | Gannett
Vanguard Nigeria | | vanguardngr.com |
Variety | | variety.com | Penske
Vice | Vice News | vice.com |
VnExpress | | vnexpress.net |
Voice of America | VOA, VOA News | voanews.com |
Vox | | vox.com | Vox Media
Wired | | wired.com, wired.co.uk | Conde Nast
Yomiuri Shimbun | The Yomiuri Shimbun, The Japan News | yomiuri.co.jp |
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
