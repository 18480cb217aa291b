from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsdesk.text.urls import canonical_url, registrable_domain, url_key

PAGE = "https://example.com/world/port-strike?id=7"


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        "  https://example.com/world/port-strike?id=7\n",
        "HTTPS://WWW.Example.COM:443/world/port-strike?id=7#comments",
        "https://m.example.com/world/port-strike?id=7",
        "https://www.example.com/world/port-strike?utm_source=rss&id=7&fbclid=x&CMPID=1",
        "https://example.com/world/port-strike/amp?id=7",
        "https://example.com/amp/world/port-strike?id=7",
        "https://amp.example.com/world/port-strike?id=7&outputType=amp",
        "//example.com/world/port-strike?id=7",
        "https://user:secret@example.com/world/port-strike?id=7",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fexample.com%2Fworld%2Fport-strike%3Fid%3D7",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2Fworld%2Fport-strike%3Fid%3D7&h=x",
        "https://feedproxy.google.com/~r/x/~3/y?url=https://example.com/world/port-strike%3Fid%3D7",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fworld%2Fport-strike%3Fid%3D7&data=1",
        "https://www.google.co.uk/url?q=https://example.com/world/port-strike?id=7",
        "https://example.com/world/port-strike/amp/amp?id=7",
        "https://www.google.com/amp/s/example.com/world/port-strike?id=7",
        "https://example-com.cdn.ampproject.org/c/s/example.com/world/port-strike?id=7",
        "https://web.archive.org/web/20260306071000/https://example.com/world/port-strike?id=7",
        "https://out.reddit.com/?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fexample.com%252Fworld%252Fport-strike%253Fid%253D7",
    ],
)
def test_every_way_to_a_page_is_one_address(url: str) -> None:
    assert canonical_url(url) == PAGE


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://example.com", "https://example.com/"),
        ("http://example.com:8080/a", "http://example.com:8080/a"),
        ("https://example.com/a?b=2&a=1", "https://example.com/a?a=1&b=2"),
        ("https://www.co/a", "https://www.co/a"),
        ("https://m.uk/a", "https://m.uk/a"),
        ("http://127.0.0.1:8765/feed", "http://127.0.0.1:8765/feed"),
        ("http://[::1]/a", "http://[::1]/a"),
        ("https://google.com/search?q=port+strike", "https://google.com/search?q=port+strike"),
        ("https://example.com/guitar-amp", "https://example.com/guitar-amp"),
        ("https://example.com/clip.amp.html", "https://example.com/clip.html"),
    ],
)
def test_what_the_page_needs_stays(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    "url",
    ["", "not an address", "mailto:a@example.com", "javascript:alert(1)", "https://", "http://a b/",
     "https://exa_mple..com/", "http://example.com:99999/", "file:///etc/passwd"],
)  # fmt: skip
def test_what_is_no_web_address_is_empty(url: str) -> None:
    assert canonical_url(url) == ""


PARTS = st.sampled_from(
    ["https://", "http://", "www.", "m.", "amp.", "example.com", "google.com", "/amp", "/amp/s/", "/url",
     "?url=", "?q=", "&", "utm_source=x", "id=7", "%2F", "%3A", "%", "#top", ":443", "/", "l.facebook.com",
     "/l.php?u=", "https%3A%2F%2F", "web.archive.org/web/2024/", "//", ".amp.html", "é", " ", "+", "?", "="]
)  # fmt: skip


@given(st.lists(PARTS, max_size=14).map("".join) | st.text(max_size=60))
def test_a_canonical_address_is_its_own_canonical_address(url: str) -> None:
    once = canonical_url(url)

    assert canonical_url(once) == once


@given(st.lists(PARTS, max_size=10).map(lambda parts: "https://example.com/" + "".join(parts)))
def test_tracking_parameters_never_make_another_page(url: str) -> None:
    page = url.partition("#")[0].strip()
    tracked = page + ("&" if "?" in page else "?") + "utm_campaign=spring"

    assert url_key(tracked) == url_key(page)


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("https://news.example.com.au/x", "example.com.au"),
        ("https://edition.cnn.com/a", "cnn.com"),
        ("edition.cnn.com", "cnn.com"),
        ("https://localhost/", "localhost"),
        ("http://10.0.0.1/", "10.0.0.1"),
        ("https://gov.uk/a", "gov.uk"),
        ("no host here", ""),
        ("", ""),
    ],
)
def test_the_registrable_domain_knows_country_suffixes(url: str, domain: str) -> None:
    assert registrable_domain(url) == domain


def test_a_key_ignores_scheme_and_closing_slash() -> None:
    assert url_key("http://www.example.com/a/") == url_key("https://example.com/a")
