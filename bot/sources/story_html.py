"""Turn the markup of a story page into the lines that `story_page` reads, and take its hints.

Scripts, navigation and forms are left out. JSON-LD and meta elements, where a page has them, say
when it was published, under which address, and what its headline is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lxml import etree, html

from bot.domain.story import Story
from bot.domain.story_reading import is_web_address, read_moment
from bot.errors import ParseError
from bot.sources.story_page import PageHints, parse_page

_LEFT_OUT = frozenset(
    ("script", "style", "noscript", "template", "nav", "form", "svg", "iframe", "button", "head")
)
# Their inline children belong to one sentence; elsewhere each child is a piece of its own.
_SENTENCES = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "td", "dd", "dt")
)
_INLINE = frozenset(
    ("a", "b", "i", "em", "strong", "span", "small", "mark", "time", "abbr", "sup", "sub", "u")
)
_ARTICLES = frozenset(("NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle"))


def looks_like_html(text: str) -> bool:
    start = text[:1_000].lstrip().lower()
    return start.startswith(("<!doctype", "<html", "<?xml", "<article", "<main", "<body", "<div"))


def parse_story_text(text: str, *, where: str, fallback: datetime, url: str = "") -> Story:
    """The story of a page given as text or as HTML; `fallback` dates one that does not say."""
    if not looks_like_html(text):
        return parse_page(text, PageHints(published_at=fallback, url=url), where=where)
    try:
        # As bytes, because lxml refuses text that declares its own encoding.
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as exc:
        raise ParseError(f"{where} cannot be read as HTML: {exc}", source=where) from exc
    return parse_page("\n".join(_lines(tree)), _hints(tree, fallback, url), where=where)


def _lines(tree: Any) -> Iterator[str]:
    body = tree.find(".//main")
    if body is None:
        body = tree.find(".//article")
    yield from _pieces(tree if body is None else body)


def _pieces(element: Any) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
        return
    if element.tag in _SENTENCES and not _has_blocks(element):
        yield _sentence(element)
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""


def _has_blocks(element: Any) -> bool:
    return any(
        isinstance(child.tag, str) and child.tag not in _INLINE | _LEFT_OUT and child.tag != "br"
        for child in element.iterdescendants()
    )


def _sentence(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            parts.append(" " if child.tag == "br" else _sentence(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


def _hints(tree: Any, fallback: datetime, url: str) -> PageHints:
    article = next(_json_ld(tree), {})
    published = _first_moment(
        article.get("datePublished"),
        _meta(tree, "article:published_time"),
        _attribute(tree, ".//time[@datetime]", "datetime"),
    )
    address = next(
        (
            found
            for found in (
                url,
                _attribute(tree, ".//link[@rel='canonical']", "href"),
                str(article.get("url") or ""),
                _meta(tree, "og:url"),
            )
            if is_web_address(found)
        ),
        "",
    )
    heading = tree.find(".//h1")
    return PageHints(
        published_at=published or fallback,
        modified_at=_first_moment(
            article.get("dateModified"), _meta(tree, "article:modified_time")
        ),
        headline=_sentence(heading) if heading is not None else str(article.get("headline") or ""),
        url=address,
        language=str(tree.get("lang") or "en").partition("-")[0].lower(),
    )


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            document = json.loads(script.text or "")
        except ValueError:
            continue
        for thing in _things(document):
            kinds = thing.get("@type")
            if _ARTICLES & set(kinds if isinstance(kinds, list) else [kinds]):
                yield thing


def _things(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, list):
        for part in document:
            yield from _things(part)
    elif isinstance(document, dict):
        yield document
        yield from _things(document.get("@graph", []))


def _meta(tree: Any, name: str) -> str:
    return _attribute(tree, f".//meta[@property='{name}']", "content")


def _attribute(tree: Any, path: str, attribute: str) -> str:
    found = tree.find(path)
    return "" if found is None else str(found.get(attribute) or "")


def _first_moment(*values: object) -> datetime | None:
    return next((moment for value in values if (moment := read_moment(value))), None)
