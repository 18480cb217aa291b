from __future__ import annotations

import tarfile
from pathlib import Path

import pytest
import yaml

from bot.errors import ParseError
from bot.settings import NewsdeskSettings
from bot.sources.opml import as_yaml, read_opml

LIST = b"""<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body>
<outline text="Banks"><outline text="Central &amp; Co" xmlUrl="https://a.example/rss"/>
<outline title="Central &amp; Co" xmlUrl="https://b.example/rss"/>
<outline text="Again" xmlUrl="https://a.example/rss"/>
<outline text="Bad" xmlUrl="file:///etc/passwd"/></outline></body></opml>"""
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "feeds"


def test_a_list_gives_each_address_once_under_a_name_of_its_own() -> None:
    feeds, problems = read_opml(LIST, where="list.opml")
    assert [(feed.name, feed.url) for feed in feeds] == [
        ("central-co", "https://a.example/rss"),
        ("central-co-2", "https://b.example/rss"),
    ]
    assert problems == ("list.opml: Bad has no usable address ('file:///etc/passwd')",)


def test_the_yaml_it_prints_is_valid_configuration() -> None:
    feeds, _ = read_opml(LIST, where="list.opml")
    NewsdeskSettings(**yaml.safe_load(as_yaml(feeds)))


@pytest.mark.parametrize("body", [b"", b"hello", b"<html></html>", b"<rss/>"])
def test_what_is_no_list_is_refused(body: bytes) -> None:
    with pytest.raises(ParseError, match="is not OPML"):
        read_opml(body, where="list.opml")


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the shared lists are not on this machine")
def test_real_lists_import() -> None:
    with tarfile.open(SHARED / "awesome_rss_opml.tar.gz") as archive:
        lists = [member for member in archive.getmembers() if member.name.endswith(".opml")]
        assert lists
        for member in lists:
            stream = archive.extractfile(member)
            assert stream is not None
            feeds, problems = read_opml(stream.read(), where=member.name)
            assert feeds or problems
            NewsdeskSettings(**yaml.safe_load(as_yaml(feeds)))
