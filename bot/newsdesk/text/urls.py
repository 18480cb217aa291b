"""One address per page: tracking, AMP, mobile hosts and redirect wrappers taken off.

Pure text: nothing is fetched, so a short link whose target is not in the address stays as it is.
`canonical_url` is idempotent, and gives "" for what is no web address.
"""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import ip_address
from types import MappingProxyType
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.?", re.ASCII)
_EMPTY_HOSTS = ("www.", "m.", "mobile.", "amp.", "touch.")
_UNWRAPPINGS = 8
"""A wrapper may be wrapped; nobody does it more often than this."""

_TRACKING = re.compile(
    r"(?:utm|at|hsa|oly|mtm|pk|piwik|trk|vero|wt|ns|guce?|guccounter|mkt|ga|gaa|sc)[_.-]\w*"
    r"|fbclid|gclid|gclsrc|dclid|wbraid|gbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_[ce]id"
    r"|_ga|_gl|_hsenc|_hsmi|mkt_tok|cmp|cmpid|icid|icmpid|ncid|ocid|smid|smtyp|sr_share|ftag|ito"
    r"|xtor|taid|guccounter|guce_\w+|__twitter_impression|spm|s_cid|mbid|ref|ref_src|ref_url|referrer"
    r"|feedtype|feedname|wpisrc|partner|traffic_source|campaign_id|tblci|srnd|leadsource|soc_src"
    r"|soc_trk|amp|amp_js_v|amp_gsa|usqp|_amp|outputtype|cvid|rss",
    re.IGNORECASE,
)

# Host (and whatever stands before it) -> the parameters that may hold the wrapped address.
_WRAPPERS = MappingProxyType(
    {
        "google.com": ("url", "q"),
        "news.google.com": ("url",),
        "facebook.com": ("u",),
        "l.facebook.com": ("u",),
        "lm.facebook.com": ("u",),
        "l.instagram.com": ("u",),
        "l.messenger.com": ("u",),
        "linkedin.com": ("url",),
        "out.reddit.com": ("url",),
        "t.umblr.com": ("z",),
        "vk.com": ("to",),
        "duckduckgo.com": ("uddg",),
        "bing.com": ("url",),
        "msn.com": ("url",),
        "youtube.com": ("q",),
        "steamcommunity.com": ("url",),
        "feedproxy.google.com": ("url",),
        "feeds.feedburner.com": ("url",),
        "go.redirectingat.com": ("url",),
        "click.linksynergy.com": ("murl",),
        "safelinks.protection.outlook.com": ("url",),
        "slack-redir.net": ("url",),
        "exit.sc": ("url",),
        "href.li": ("url",),
    }
)
_REDIRECT_PATH = re.compile(
    r"^/(?:url|l\.php|link|redirect|redir|redir/redirect|away\.php|away|l/?|linkfilter/?|"
    r"news/apiclick\.aspx|flx/warn/?|news/url|read|out|fb/?|~r/.*)?/?$",
    re.IGNORECASE,
)
_INSIDE_PATH = re.compile(
    r"(?:/amp/(?:s/)?|/[civ]/(?:s/)?|/web/\d{4,14}(?:[a-z]{2}_)?/|/RU=)(?P<inner>.+?)(?:/RK=.*)?$"
)
_PATH_WRAPPERS = ("google.com", "cdn.ampproject.org", "web.archive.org", "r.search.yahoo.com")
_AMP_PATH = re.compile(r"(?:/amp(?:\.html)?/?|\.amp(?P<html>\.html)?)$", re.IGNORECASE)
_AMP_FIRST = re.compile(r"^/amp(?=/)", re.IGNORECASE)

_TWO_LABEL_SUFFIXES = frozenset(
    f"{second}.{country}"
    for country, seconds in {
        "uk": "co org ac gov ltd plc me net nhs police",
        "au": "com net org edu gov id asn",
        "nz": "co net org govt ac school",
        "za": "co org gov ac net web",
        "jp": "co or ne ac go ad ed gr lg",
        "kr": "co or ne ac go re pe",
        "in": "co net org gov ac edu res nic firm gen ind",
        "br": "com net org gov edu jus leg adv blog",
        "cn": "com net org gov edu ac",
        "hk": "com net org gov edu idv",
        "tw": "com net org gov edu idv",
        "sg": "com net org gov edu per",
        "my": "com net org gov edu name",
        "th": "co or go ac in net",
        "id": "co or go ac web sch net my",
        "ph": "com net org gov edu",
        "vn": "com net org gov edu",
        "pk": "com net org gov edu",
        "bd": "com net org gov edu",
        "lk": "com net org gov edu",
        "np": "com net org gov edu",
        "il": "co org ac gov net muni",
        "tr": "com net org gov edu bel",
        "ua": "com net org gov edu kiev lviv",
        "pl": "com net org gov edu waw",
        "ru": "com net org msk spb",
        "mx": "com net org gob edu",
        "ar": "com net org gob gov edu",
        "co": "com net org gov edu",
        "pe": "com net org gob edu",
        "ve": "com net org gob co",
        "ec": "com net org gob",
        "uy": "com net org gub",
        "eg": "com net org gov edu",
        "ng": "com net org gov edu",
        "ke": "co or go ac ne",
        "tz": "co or go ac",
        "ug": "co or go ac",
        "gh": "com org gov edu",
        "zw": "co org gov ac",
        "zm": "co com org gov",
        "sa": "com net org gov edu",
        "ae": "co net org gov ac",
        "qa": "com net org gov edu",
        "kw": "com net org gov edu",
        "lb": "com net org gov edu",
        "cy": "com net org gov ac",
        "mt": "com net org gov edu",
        "gr": "com net org gov edu",
        "pt": "com org gov edu",
        "es": "com org gob edu nom",
        "at": "co or gv ac",
        "hu": "co org info",
        "ro": "com org info",
    }.items()
    for second in seconds.split()
)


# Every stage asks again for the same addresses: a sixth of a batch's time without this.
@lru_cache(maxsize=4_096)
def canonical_url(url: str) -> str:
    """The one address of the page behind `url`; "" if it is no http or https address."""
    current = url.strip()
    for _ in range(_UNWRAPPINGS):
        tidy = _tidied(current)
        inner = _wrapped(tidy) if tidy else ""
        if not inner and tidy in ("", current):
            return tidy
        current = inner or tidy
    # Nobody nests this deep in earnest; an address that is still not settled is no one page.
    return ""


def url_key(url: str) -> str:
    """What two addresses of one page share: no scheme, no closing slash; "" for no address."""
    address = canonical_url(url)
    return address.partition("://")[2].rstrip("/")


@lru_cache(maxsize=4_096)
def registrable_domain(url: str) -> str:
    """The domain somebody registered, e.g. `guardian.co.uk`; an IP address or lone name as it is.

    Accepts an address or a bare host name; "" for neither.
    """
    host = _host_of(url)
    labels = host.split(".")
    if _is_ip(host) or len(labels) < 3:
        return host
    kept = 3 if ".".join(labels[-2:]) in _TWO_LABEL_SUFFIXES else 2
    return ".".join(labels[-kept:])


def _host_of(url: str) -> str:
    text = url.strip()
    if "://" in text:
        address = canonical_url(text)
        return urlsplit(address).hostname or "" if address else ""
    host = text.lower().partition("/")[0].rstrip(".")
    return host if _HOST.fullmatch(host) else ""


def _tidied(url: str) -> str:
    """`url` without what a browser would not need to show the page."""
    if url.startswith("//"):
        url = "https:" + url
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not _is_host(host):
        return ""
    netloc = _short_host(host)
    if ":" in netloc:
        netloc = f"[{netloc}]"
    if port and port != _DEFAULT_PORTS[scheme]:
        netloc = f"{netloc}:{port}"
    path = parts.path if netloc in _PATH_WRAPPERS else _without_amp(parts.path)
    return urlunsplit((scheme, netloc, _escaped(path) or "/", _kept_query(parts.query), ""))


def _without_amp(path: str) -> str:
    return _AMP_PATH.sub(lambda match: match["html"] or "", _AMP_FIRST.sub("", path))


def _is_host(host: str) -> bool:
    return bool(_HOST.fullmatch(host)) or _is_ip(host)


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _short_host(host: str) -> str:
    """Without www, m and amp, as long as a domain remains."""
    shortened = True
    while shortened:
        shortened = False
        for prefix in _EMPTY_HOSTS:
            rest = host.removeprefix(prefix)
            if rest != host and "." in rest and not _is_ip(host):
                host, shortened = rest, True
    return host


def _escaped(path: str) -> str:
    return quote(path, safe="/%:@!$&'()*+,;=~-._")


def _kept_query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = sorted((name, value) for name, value in pairs if not _TRACKING.fullmatch(name))
    return urlencode(kept)


def _wrapped(url: str) -> str:
    """The address inside a redirect wrapper; "" if there is none."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    names = _WRAPPERS.get(_wrapper(host), ())
    if names and _REDIRECT_PATH.match(parts.path):
        values = dict(parse_qsl(parts.query))
        for name in names:
            if _tidied(values.get(name, "")):
                return values[name]
    if host in _PATH_WRAPPERS or host.endswith((".cdn.ampproject.org", ".search.yahoo.com")):
        match = _INSIDE_PATH.search(parts.path)
        return _from_path(match["inner"], parts.query) if match else ""
    return ""


def _wrapper(host: str) -> str:
    """The table's name for a wrapper with a host per region or country."""
    if host.endswith(".safelinks.protection.outlook.com"):
        return "safelinks.protection.outlook.com"
    return "google.com" if re.fullmatch(r"google\.[a-z.]{2,6}", host) else host


def _from_path(inner: str, query: str) -> str:
    inner = unquote(inner)
    # A browser writes "https:/" where two slashes stood inside a path.
    inner = re.sub(r"^(https?):/{1,2}", r"\1://", inner)
    if "://" not in inner:
        inner = "https://" + inner
    if query:
        inner += ("&" if "?" in inner else "?") + query
    return inner if "." in (urlsplit(inner).hostname or "") else ""
