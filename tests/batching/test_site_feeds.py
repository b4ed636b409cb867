"""The sitemap and the feeds, read back by a reader of feeds and held to their standards."""

import json
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from langdu.batching.site import build_site, sitemap
from langdu.batching.sources import Source
from langdu.errors import PublishError
from tests.batching.reading import read
from tests.batching.site_samples import entry

BASE = "https://portal.example/新闻"
ROOT = "https://portal.example/%E6%96%B0%E9%97%BB/"
ATOM = "{http://www.w3.org/2005/Atom}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
LANGS = ("zh", "en", "ru")
SOME = [entry(number, LANGS) for number in range(70)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    report = build_site(folder, SOME, base_url=BASE)
    assert report.notices == (f"name {ROOT}sitemap.xml in the robots.txt of the host",)
    return folder


def xml(path: Path) -> Any:
    return etree.parse(path).getroot()


def parsed(path: Path) -> Any:
    """What a reader of feeds makes of a file, which it finds no fault in."""
    feed = feedparser.parse(path.read_bytes())
    assert not feed.bozo
    return feed


@pytest.mark.parametrize("lang", LANGS)
def test_atom(site: Path, lang: str) -> None:
    feed = xml(site / lang / "feed.xml")
    check_atom(feed)
    found = parsed(site / lang / "feed.xml")
    assert found.version == "atom10"
    assert len(found.entries) == 50
    first = found.entries[0]
    assert first.title == f"Article <69> & more ({lang})"
    edition = next(e for e in SOME[69].editions if e.lang == lang)
    assert first.link == ROOT + edition.href
    assert first.published == "2018-01-24T08:09:00+08:00"
    enclosure = first.enclosures[0]
    assert (enclosure.length, enclosure.type) == ("100069", "audio/mpeg")
    assert enclosure.href == f"{ROOT}articles/{SOME[69].slug}/audio/{lang}.mp3"
    assert found.feed.links[0].href == f"{ROOT}{lang}/feed.xml"


def check_atom(feed: Any) -> None:
    """The MUSTs of RFC 4287 that concern what langdu writes (4.1.1, 4.1.2, 4.2.6, 4.2.7)."""
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    for element in (feed, *feed.iterfind(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        kinds = [
            (link.get("type"), link.get("hreflang"))
            for link in element.iterfind(f"{ATOM}link")
            if link.get("rel") == "alternate"
        ]
        assert len(kinds) == len(set(kinds)) == 1
        assert all(link.get("href") for link in element.iterfind(f"{ATOM}link"))
        for name in ("updated", "published"):
            for date in element.iterfind(f"{ATOM}{name}"):
                assert datetime.fromisoformat(date.text).tzinfo
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    assert sum(1 for link in feed.iterfind(f"{ATOM}link") if link.get("rel") == "self") <= 1


def test_without_a_base_atom_is_relative(tmp_path: Path) -> None:
    report = build_site(tmp_path, SOME)
    assert report.notices == ("no sitemap and no podcast without --base-url",)
    feed = xml(tmp_path / "en" / "feed.xml")
    check_atom(feed)
    links = {link.get("rel"): link.get("href") for link in feed.iter(f"{ATOM}link")}
    assert links["alternate"] == f"../articles/{SOME[20].slug}/en/index.html"
    assert "self" not in links
    assert not list(tmp_path.rglob("podcast.xml"))
    assert not (tmp_path / "sitemap.xml").exists()


def test_the_ids_do_not_depend_on_where_the_site_lies(site: Path, tmp_path: Path) -> None:
    build_site(tmp_path, SOME)
    ids = [
        [element.text for element in xml(folder / "en/feed.xml").iter(f"{ATOM}id")]
        for folder in (site, tmp_path)
    ]
    assert ids[0] == ids[1]


@pytest.mark.parametrize("lang", LANGS)
def test_the_podcast(site: Path, lang: str) -> None:
    path = site / lang / "podcast.xml"
    found = parsed(path)
    assert found.version == "rss20"
    assert len(found.entries) == len(SOME)
    channel = xml(path).find("channel")
    for name in ("title", "link", "description", "language", f"{ITUNES}author", f"{PODCAST}guid"):
        assert channel.find(name).text
    assert channel.find(f"{ITUNES}explicit").text == "false"
    assert channel.find(f"{ITUNES}category").get("text") == "News"
    assert channel.find(f"{ATOM}link").get("href") == f"{ROOT}{lang}/podcast.xml"
    guids = set()
    for item, made in zip(channel.iterfind("item"), SOME[::-1], strict=True):
        audio = next(e.audio for e in made.editions if e.lang == lang)
        assert audio
        assert item.find("title").text
        assert item.find("description").text
        guids.add(item.find("guid").text)
        assert parsedate_to_datetime(item.find("pubDate").text).utcoffset() is not None
        assert dict(item.find("enclosure").attrib) == {
            "url": ROOT + audio.href,
            "length": str(audio.bytes),
            "type": "audio/mpeg",
        }
        assert abs(int(item.find(f"{ITUNES}duration").text) - audio.seconds) <= 0.5
        chapters = item.find(f"{PODCAST}chapters")
        assert chapters.get("type") == "application/json+chapters"
        file = site / chapters.get("url").removeprefix(ROOT)
        assert json.loads(file.read_bytes()) == {
            "version": "1.2.0",
            "chapters": [{"startTime": c.start, "title": c.title} for c in audio.chapters],
        }
    assert len(guids) == len(SOME)


def test_a_language_without_audio_has_no_podcast(tmp_path: Path) -> None:
    build_site(tmp_path, [entry(1, ["zh"]), entry(2, ["zh", "en"], spoken=False)], base_url=BASE)
    assert [path.parent.name for path in tmp_path.rglob("podcast.xml")] == ["zh"]
    assert "podcast" not in (tmp_path / "en" / "index.html").read_text("utf-8")


def test_articles_without_a_date_are_told(tmp_path: Path) -> None:
    undated = [replace(SOME[0], published=None), replace(SOME[1], published="soon")]
    report = build_site(tmp_path, [*undated, SOME[2]], base_url=BASE)
    assert "2 articles without a date are in no Atom feed" in report.notices
    assert len(parsed(tmp_path / "zh" / "feed.xml").entries) == 1
    assert len(parsed(tmp_path / "zh" / "podcast.xml").entries) == 3


def addresses(path: Path) -> list[Source]:
    """The pages of a sitemap, read by what reads other people's."""
    sources, told = read(path)
    assert told == []
    return sources


def test_the_sitemap(site: Path) -> None:
    found = [source.url for source in addresses(site / "sitemap.xml")]
    starts = [f"{ROOT}{lang}/" for lang in LANGS]
    hrefs = [ROOT + e.href.removesuffix("index.html") for item in SOME for e in item.editions]
    assert found == starts + hrefs
    tree = xml(site / "sitemap.xml")
    space, link = f"{{{tree.nsmap[None]}}}", f"{{{tree.nsmap['xhtml']}}}link"
    groups: dict[str, set[str]] = {}
    for url in list(tree)[len(LANGS) :]:
        place = url.find(f"{space}loc").text
        groups[place] = {other.get("href") for other in url.iterfind(link)}
        assert place in groups[place]
        assert next(other.get("hreflang") for other in url.iterfind(link)) == "zh-Hans"
        assert datetime.fromisoformat(url.find(f"{space}lastmod").text).tzinfo
    assert all(groups[other] == group for group in groups.values() for other in group)


@pytest.mark.parametrize(("name", "limit"), [("_URLS", 100), ("_BYTES", 60_000)])
def test_a_large_sitemap_is_split(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: int
) -> None:
    monkeypatch.setattr(sitemap, name, limit)
    build_site(tmp_path, SOME, base_url=BASE)
    parts = sorted((tmp_path / "sitemaps").iterdir(), key=lambda path: int(path.stem))
    index = xml(tmp_path / "sitemap.xml")
    assert index.tag.endswith("sitemapindex")
    listed = [element.text for element in index.iter("{*}loc")]
    assert listed == [f"{ROOT}sitemaps/{path.name}" for path in parts]
    found = [source.url for path in parts for source in addresses(path)]
    assert len(found) == len(set(found)) == len(LANGS) + len(SOME) * len(LANGS)
    assert all(len(addresses(path)) <= 100 for path in parts) or name == "_BYTES"
    assert all(path.stat().st_size <= 60_000 + 1024 for path in parts) or name == "_URLS"
    before = [path.read_bytes() for path in parts]
    build_site(tmp_path, [*SOME, entry(70, LANGS)], base_url=BASE)
    assert [path.read_bytes() for path in parts[:-1]] == before[:-1]


def test_the_limits_are_those_of_the_standard() -> None:
    assert sitemap._URLS == 50_000
    assert sitemap._BYTES + 1024 == 52_428_800


def test_robots_txt_only_where_it_holds(site: Path, tmp_path: Path) -> None:
    assert not (site / "robots.txt").exists()
    build_site(tmp_path, SOME[:1], base_url="https://portal.example")
    lines = (tmp_path / "robots.txt").read_text().splitlines()
    assert lines[-1] == "Sitemap: https://portal.example/sitemap.xml"


@pytest.mark.parametrize(
    "address",
    ["portal.example", "ftp://a.example/", "https://", "https://a.example/?x", "https://a#b"],
)
def test_a_base_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(PublishError, match="no address for a site"):
        build_site(tmp_path, SOME[:1], base_url=address)
    assert list(tmp_path.iterdir()) == []
