"""What pages and feeds print around an article: calls to act, notices, and outlets' title tails."""

from __future__ import annotations

import html
import re

from bot.domain.regions.tables import codes
from bot.domain.text import clean, clean_block, fold

_DROPPED_TAGS = re.compile(
    r"<(script|style|iframe|noscript|svg)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_BREAK_TAGS = re.compile(
    r"<(?:br|/?p|/?div|/?li|/?ul|/?ol|/?h[1-6]|/?blockquote|/?tr|/?table|/?section|/?article)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->|<!\[CDATA\[|\]\]>", re.DOTALL)

_BLOCK = re.compile(
    r"""(?:
    advertisements? | ads?\ by\ \w+ | sponsored(?:\ content)? | promoted | loading\b.* | comments?
  | (?:read|see|watch|listen)\s+(?:more|also|next|now)\b.* | also\ (?:read|see|watch)\b.*
  | related(?:\ (?:articles?|stories|news|coverage|topics))?(?::.{0,160})?
  | recommended(?:\ for\ you)?:? | more\ (?:from|on)\ .{0,60} | most\ (?:read|popular).{0,40}
  | (?:please\ )?(?:share|tweet|print|email|save|copy\ link|whatsapp|facebook)(?:\ this)?(?:\ \w+)?
  | (?:please\ )?(?:sign|log)[\ -]?(?:up|in)\b.{0,160} | subscribe\b.{0,200} | follow\ us\b.{0,160}
  | get\ (?:the\ latest|our|more|breaking)\b.{0,160} | join\ (?:our|the)\b.{0,120}
  | click\ here\b.{0,160} | tap\ (?:here|to)\b.{0,120} | download\ (?:the|our)\b.{0,120}
  | continue\ reading.{0,80} | this\ is\ a\ developing\ story.{0,120} | skip\ to\ .{0,40}
  | (?:file\ )?(?:photo|image|picture|photograph)\s*(?::|by|credit)\b.{0,160}
  | all\ rights\ reserved\.? | (?:©|\(c\)|copyright)\b.{0,160}
  | the\ post\ .{1,200}\ (?:first\ appeared|appeared\ first)\ on\ .{1,80}
  | (?:first\ published|last\ updated|updated|published|posted)(?:\ on|\ at)?:?\s.{0,60}\d.{0,30}
  | \d+\ (?:min(?:ute)?s?\ read|comments?|shares?) | your\ browser\ does\ not\ support\b.{0,80}
  | \[?(?:…|\.\.\.)\]? | [_=*~–—-]{2,}
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_DATE_WORDS = codes(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun
    am pm gmt utc bst ist cet cest est edt cst cdt mst mdt pst pdt
    """
)
_STAMP_WORDS = _DATE_WORDS | codes(
    """
    a p m et ct pt uk us eastern local time at on of the st nd rd th t z first originally last
    published posted updated released modified created filed date
    """
)
_LONGEST_STAMP = 80
_STAMP_PARTS = re.compile(r"[^\W\d_]+|\d+")
_FIGURES_OF_A_DAY = re.compile(r"\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?\d{2,4}\W*")
_TRAILING = re.compile(
    r"(?:\s*(?:\[(?:…|\.\.\.|&hellip;)\]|Continue reading\b[^.\n]{0,80}(?:\.{1,3}|…)?"
    r"|Read more\b[^.\n]{0,60}\.*"
    r"|The post [^\n]{1,200} (?:appeared first|first appeared) on [^\n]{1,80}"
    r"|Click here to [^\n]{1,120}|All rights reserved\.?|Sign up (?:for|to) [^\n]{1,120}))+\s*\Z"
)
_AGENCY_SLUG = re.compile(r"\A(?:(?:UPDATE|WRAPUP|RPT|REFILE)(?:[ -]\d{1,2})?\s*-\s*)+", re.ASCII)
_TAIL = re.compile(r"\s+(?:[-–—|·•»:~]|::|\|\|)\s+(?=\S)")
_TAIL_WORDS = 6
_ENDING = re.compile(r"\s(?:com|org|net|co uk|co|news|online|uk|us|au|in|blog)$")


def plain_line(markup: str) -> str:
    """A title as one line of text: no tags, entities read, however often they were escaped."""
    return clean(_untagged(markup))


def plain_block(markup: str) -> str:
    """A body as paragraphs of text, without the boilerplate around and between them."""
    kept = [
        line for line in clean_block(_untagged(markup)).split("\n") if not _is_boilerplate(line)
    ]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return _TRAILING.sub("", text).strip()


def _untagged(markup: str) -> str:
    text = markup
    for _ in range(3):
        bare = _BREAK_TAGS.sub("\n", _DROPPED_TAGS.sub(" ", text))
        bare = html.unescape(_TAG.sub(" " if "<" in bare else "", bare))
        if bare == text:
            break
        text = bare
    return text


def _is_boilerplate(line: str) -> bool:
    return bool(line) and (bool(_BLOCK.fullmatch(line.strip(" .:>›»|*"))) or _is_stamp(line))


def _is_stamp(line: str) -> bool:
    """Whether the line is nothing but when the page was made: "Tue Jul 2, 2013 1:28PM GMT"."""
    if len(line) > _LONGEST_STAMP:
        return False
    parts = _STAMP_PARTS.findall(line.lower())
    words = {part for part in parts if not part.isdigit()}
    if len(words) == len(parts) or not words <= _STAMP_WORDS:
        return False
    return bool(words & _DATE_WORDS) or bool(_FIGURES_OF_A_DAY.match(line.strip()))


def without_tail(title: str, names: tuple[str, ...]) -> str:
    """`title` without " - Outlet" or " | Outlet" at its end, and without an agency's slug.

    `names` are what the publisher is called; another publisher's name is part of the headline.
    """
    title = _AGENCY_SLUG.sub("", title)
    known = {form for name in names for form in _forms(name)}
    while True:
        cuts = list(_TAIL.finditer(title))
        if not cuts or cuts[-1].start() == 0:
            return title
        tail = title[cuts[-1].end() :]
        if len(tail.split()) > _TAIL_WORDS or not _forms(tail) & known:
            return title
        title = title[: cuts[-1].start()].rstrip()


def _forms(name: str) -> set[str]:
    """An outlet's name as tails and addresses vary it: cbsnews for "The CBS News", cbs as well."""
    whole = fold(name).removeprefix("www ")
    forms = {whole, whole.removeprefix("the ")}
    for form in tuple(forms):
        shorter = form
        while (bare := _ENDING.sub("", shorter)) != shorter:
            forms.add(bare)
            shorter = bare
    return {form.replace(" ", "") for form in forms} - {""}
