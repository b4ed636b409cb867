"""Feeds, sitemaps and web archives, from files and from a server."""

import gzip
import io
import random
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.batching.sources import Source, Trouble
from langdu.batching.sources.feed import feed_items
from langdu.batching.sources.sitemap import sitemap_items
from langdu.batching.sources.warc import warc_items
from langdu.errors import FetchError, ListError
from langdu.loading import page_of
from tests.batching.conftest import Web
from tests.batching.reading import read, write

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom"
 xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
<channel><title>News</title><link>https://a.example/</link>
<atom:link rel="self" href="https://a.example/rss.xml"/>
<item><title>Bridges &amp;amp; roads</title><link>
  https://a.example/1.html?utm_source=feed </link>
 <pubDate>Mon, 30 Mar 2020 10:42:00 +0800</pubDate></item>
<item><link>2.html</link><dc:date>2020-03-31</dc:date><pubDate>soon</pubDate></item>
<item><title>t</title><guid>https://a.example/3.html</guid></item>
<item><guid isPermaLink="false">https://a.example/4.html</guid></item>
<item><link>https://counter.example/c?5</link>
 <feedburner:origLink>https://a.example/5.html</feedburner:origLink></item>
<item><link>javascript:alert(1)</link></item>
<item><link>https://a.example/1.html</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/">
<link rel="self" href="feed"/><id>urn:x</id>
<entry><title type="html">One &lt;b&gt;</title><link rel="enclosure" href="1.mp3"
 type="audio/mpeg"/>
 <link rel="alternate" type="text/html" href="../1.html"/><link rel="alternate"
 type="application/pdf" href="1.pdf"/><published>2020-03-30T10:42:00Z</published></entry>
<entry xml:base="https://b.example/"><link href="2.html"/>
 <updated>2020-03-31T00:00:00+08:00</updated>
</entry><entry><id>https://a.example/3.html</id></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://a.example/"/>
<item rdf:about="https://a.example/1.html"><title>One</title></item>
<item rdf:about="x"><link>https://a.example/2.html</link></item></rdf:RDF>"""


def keys(sources: list[Source]) -> list[str]:
    return [source.key.removeprefix("https://") for source in sources]


def test_rss(web: Web) -> None:
    web.pages["/feeds/rss"] = ("application/rss+xml", RSS.encode())
    sources, told = read(f"{web.address}/feeds/rss", allow_private=True)
    assert keys(sources) == [
        "a.example/1.html",
        f"{web.address}/feeds/2.html",
        "a.example/3.html",
        "a.example/5.html",
    ]
    assert [source.title for source in sources] == ["Bridges & roads", None, "t", None]
    dates = ["2020-03-30T10:42:00+08:00", "2020-03-31", None, None]
    assert [source.published for source in sources] == dates
    assert sources[0].url == "https://a.example/1.html?utm_source=feed"
    assert [trouble.reason for trouble in told] == [
        "has no link to a page",
        "'javascript:alert(1)' is no address of a page on the web",
        "https://a.example/1.html came before",
    ]
    assert told[0].place == f"{web.address}/feeds/rss, line 12"


def test_atom_and_rss_1(tmp_path: Path) -> None:
    sources, told = read(write(tmp_path / "f", ATOM))
    assert keys(sources) == ["a.example/1.html", "b.example/2.html", "a.example/3.html"]
    assert [source.published for source in sources] == [
        "2020-03-30T10:42:00Z",
        "2020-03-31T00:00:00+08:00",
        None,
    ]
    assert told == []
    assert keys(read(write(tmp_path / "f", RDF))[0]) == ["a.example/1.html", "a.example/2.html"]


def test_a_feed_in_another_encoding_and_one_that_is_not_well_formed(tmp_path: Path) -> None:
    item = "<item><title>中 & 文</title><link>https://a.example/x</link></item>"
    for encoding in ("gb2312", "utf-16"):
        text = f"<?xml version='1.0' encoding='{encoding}'?><rss>{item}"
        sources, told = read(write(tmp_path / "f", text.encode(encoding)))
        assert (keys(sources), sources[0].title) == (["a.example/x"], "中 文")
        assert [t.reason[:30] for t in told] == ["line 1 is not well-formed XML:"]


SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{}</urlset>'
)
PLACE = (
    "<url><loc>{}</loc><lastmod>2021-01-01</lastmod><image:image><image:loc>https://a.example/i.png\
</image:loc></image:image></url>"
)
NEWS = "<url><loc>https://a.example/n</loc><news:news><news:publication_date>2020-03-30\
</news:publication_date><news:title>T</news:title></news:news></url>"


def sitemap(*urls: str) -> bytes:
    return SITEMAP.format("".join(map(PLACE.format, urls))).encode()


def test_an_index_of_sitemaps(web: Web) -> None:
    names = ["/a.xml", "/b.xml.gz", "/gone.xml", "/page.xml", "/a.xml", "/index.xml"]
    index = "".join(f"<sitemap><loc>{web.address}{name}</loc></sitemap>" for name in names)
    web.pages["/index.xml"] = ("text/xml", f"<sitemapindex>{index}</sitemapindex>".encode())
    web.pages["/a.xml"] = ("application/xml", sitemap("https://a.example/1", "https://a.example/2"))
    packed = gzip.compress(sitemap("https://a.example/2", "https://a.example/3"))
    web.pages["/b.xml.gz"] = ("application/gzip", packed)
    web.pages["/page.xml"] = ("text/html", b"<!DOCTYPE html><html><p>sorry")
    sources, told = read(f"{web.address}/index.xml", allow_private=True)
    assert keys(sources) == ["a.example/1", "a.example/2", "a.example/3"]
    assert [source.published for source in sources] == [None] * 3
    reasons = [trouble.reason for trouble in told]
    assert [reason.split("/")[-1] for reason in reasons[:1]] == ["2 came before"]
    assert "answered 404" in reasons[1]
    assert "is a page" in reasons[2] or "names" in reasons[2]
    assert all(trouble.place.startswith(f"{web.address}/") for trouble in told)
    assert web.asked.count("/a.xml") == 1


def test_news_have_dates(tmp_path: Path) -> None:
    sources, _ = read(write(tmp_path / "s", SITEMAP.format(NEWS)))
    assert [(s.title, s.published) for s in sources] == [("T", "2020-03-30")]


def test_a_feed_and_a_sitemap_name_one_source(tmp_path: Path) -> None:
    one, _ = read(write(tmp_path / "f", RSS))
    other, _ = read(write(tmp_path / "s", sitemap("https://a.example/1.html")))
    assert (one[0].key, one[0].slug) == (other[0].key, other[0].slug)


def test_lists_in_private_networks_are_not_fetched(web: Web) -> None:
    web.pages["/s"] = ("text/xml", sitemap("https://a.example/"))
    with pytest.raises(FetchError):
        read(f"{web.address}/s")
    assert web.asked == []


LAUGHS = "".join(
    f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = {
    "laughs": f'<!DOCTYPE rss [<!ENTITY a "ha">{LAUGHS}]><rss><item><link>&i;</link></item></rss>',
    "attribute": f'<!DOCTYPE rss [<!ENTITY a "ha">{LAUGHS}]><rss a="&i;"><item/></rss>',
    "external": '<!DOCTYPE rss [<!ENTITY x SYSTEM "{}">]><rss><item><link>&x;</link></item></rss>',
    "parameter": '<!DOCTYPE rss [<!ENTITY % x SYSTEM "{}">%x;]><rss><item/></rss>',
    "deep": "<rss>" + "<a>" * 9999,
    "wide": "<rss><item>" + "<a/>" * 99_999,
    "long": "<rss><item><link>" + "x" * 20_000_000,
    "include": '<rss xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{}"/></rss>',
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_xml_is_refused(tmp_path: Path, kind: str) -> None:
    secret = write(tmp_path / "secret", "https://a.example/secret").as_uri()
    told: list[object] = []
    try:
        sources, told[:] = read(write(tmp_path / "f", HOSTILE[kind].replace("{}", secret)))
        assert sources == []
    except ListError as error:
        told = [error]
    assert told
    assert not any("\n" in str(line) or len(str(line)) > 600 for line in told)


def test_a_dtd_is_not_loaded(tmp_path: Path) -> None:
    front = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss.dtd">'
    feed = f"{front}<rss><item><link>https://a.example/1</link></item></rss>"
    assert keys(read(write(tmp_path / "f", feed))[0]) == ["a.example/1"]


def test_a_gzip_bomb_ends_at_the_limit(tmp_path: Path) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = packer.compress(sitemap("https://a.example/1").removesuffix(b"</urlset>"))
    blank = b" " * (1024 * 1024)
    bomb += b"".join(packer.compress(blank) for _ in range(80)) + packer.flush()
    with pytest.raises(ListError, match="larger than 64 MiB"):
        read(write(tmp_path / "s", bomb))


def record(kind: str, url: str, block: bytes, media_type: str) -> bytes:
    """A record of a WARC file, as ISO 28500 has it."""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\n"
    head += "WARC-Record-ID: <urn:uuid:12345678-feed-4abc-8def-1234567890ab>\r\n"
    head += f"WARC-Date: 2020-03-30T00:00:00Z\r\nContent-Type: {media_type}\r\n"
    return f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def answer(url: str, body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """A record of what a server said."""
    lines = [f"HTTP/1.1 {status}"]
    for name, value in {"Content_Type": "text/html", **headers}.items():
        lines.append(f"{name.replace('_', '-')}: {value}")
    block = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    return record("response", url, block, "application/http; msgtype=response")


@pytest.mark.parametrize("packed", ["not", "by record", "whole"])
def test_web_archives(tmp_path: Path, capsys: pytest.CaptureFixture[str], packed: str) -> None:
    chunks = b"5\r\n<p>4<\r\n3\r\n/p>\r\n0\r\n\r\n"
    at = "https://a.example/{}".format
    records = [
        record("warcinfo", at(0), b"software: test\r\n", "application/warc-fields"),
        answer(at(1), "<p>页</p>".encode("gbk"), Content_Type="text/html; charset=GBK"),
        answer(at("1.png"), b"\x89PNG", Content_Type="image/png"),
        answer(at(2), b"<p>gone</p>", "404 Not Found"),
        answer(at(3), gzip.compress(b"<p>3</p>"), Content_Encoding="gzip"),
        answer(at(4), chunks, Transfer_Encoding="chunked"),
        answer(at(5), b""),
        answer(at(6), b"<p>was unpacked</p>", Content_Encoding="gzip"),
        answer(at(7), brotli.compress(b"<p>7</p>"), Content_Encoding="br"),
        answer(at(8), gzip.compress(b"<p>8</p>")[:-9], Content_Encoding="gzip"),
        record("request", at(1), b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        answer(at(1), b"<p>again</p>"),
    ]
    data = b"".join(map(gzip.compress, records) if packed == "by record" else records)
    data = gzip.compress(data) if packed == "whole" else data
    sources, told = read(write(tmp_path / "x", data))
    assert keys(sources) == [f"a.example/{number}" for number in (1, 3, 4, 6, 7)]
    texts = [page_of(source.raw()).text for source in sources]
    assert texts == ["<p>页</p>", "<p>3</p>", "<p>4</p>", "<p>was unpacked</p>", "<p>7</p>"]
    assert capsys.readouterr().err == ""
    assert sources[0].place.endswith("x, record 2")
    assert page_of(sources[0].raw()).url == at(1)
    assert [trouble.reason.rpartition(" ")[2] for trouble in told] == ["page", "data", "before"]


def test_a_page_that_unpacks_without_end_costs_only_itself(tmp_path: Path) -> None:
    bomb = zlib.compressobj(9, wbits=31)
    data = b"".join(bomb.compress(bytes(1024 * 1024)) for _ in range(40)) + bomb.flush()
    records = [
        answer("https://a.example/bomb", data, Content_Encoding="gzip"),
        answer("https://a.example/2", b"<p>2</p>"),
    ]
    sources, told = read(write(tmp_path / "x", b"".join(map(gzip.compress, records))))
    assert keys(sources) == ["a.example/2"]
    assert [trouble.reason for trouble in told] == ["https://a.example/bomb is larger than 32 MiB"]


@pytest.mark.parametrize(("end", "reason"), [(90, "ended"), (400, "ended"), (0, "is damaged")])
def test_a_damaged_archive_gives_what_it_has(tmp_path: Path, end: int, reason: str) -> None:
    first = gzip.compress(answer("https://a.example/1", b"<p>1</p>"))
    second = gzip.compress(answer("https://a.example/2", random.Random(7).randbytes(5000)))
    rest = second[:end] or gzip.compress(b"rubbish" * 99)
    sources, told = read(write(tmp_path / "x", first + rest))
    assert keys(sources) == ["a.example/1"]
    assert {trouble.kind for trouble in told} == {"cut"}
    assert any(reason in trouble.reason for trouble in told)


def test_everything_may_come_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "https://a.example/1.html"
    packed = gzip.compress(answer(page, b"<p>1</p>"))
    for data in (packed, RSS.encode(), gzip.compress(RSS.encode()), page.encode()):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert keys(read("-")[0])[0] == "a.example/1.html"


XML = st.lists(
    st.sampled_from(
        [
            *("<item>", "</item>", "<link>", "</link>", "https://a.example/", "<url>", "<loc>"),
            *("</loc>", "<entry xml:base='http://[/'>", "<link href='x'/>", "&amp;", "&x;", "]]>"),
            *("<![CDATA[", "<!DOCTYPE a [<!ENTITY x 'y'>]>", "</x>", "<guid isPermaLink='x'>"),
            *("<", "\0", "中", "\ud800"),
        ]
    )
    | st.text(max_size=5),
    max_size=25,
).map("".join)


@settings(deadline=None)  # a busy machine is no defect
@given(XML)
def test_nothing_in_xml_breaks_its_readers(text: str) -> None:
    data = f"<rss>{text}".encode("utf-8", "surrogatepass")
    told: list[str] = []
    for reader in (feed_items, sitemap_items):
        try:
            for item in reader(io.BytesIO(data), "f", "https://a.example/", told.append):
                assert item.trouble or (item.url or item.list or "").startswith("http")
        except ListError as error:
            told.append(str(error))
    assert not any("\n" in line for line in told)


@settings(deadline=None)  # a busy machine is no defect
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    told: list[Trouble] = []
    try:
        sources, told = read(write(tmp_path_factory.getbasetemp() / "any", data))
    except (ListError, FetchError):
        return
    assert sources or told


@settings(deadline=None)  # a busy machine is no defect
@given(
    edits=st.lists(
        st.tuples(st.integers(0, 900), st.integers(0, 9), st.binary(max_size=6)), max_size=5
    ),
    packed=st.booleans(),
)
def test_no_damage_to_an_archive_breaks_its_reader(
    edits: list[tuple[int, int, bytes]], packed: bool
) -> None:
    records = [
        answer("https://a.example/1", b"<p>1</p>"),
        answer("https://a.example/2", b"x" * 200),
    ]
    data = bytearray(b"".join(map(gzip.compress, records) if packed else records))
    for at, count, new in edits:
        data[at : at + count] = new
    told: list[str] = []
    stream: Any = io.BytesIO(bytes(data))
    stream = gzip.GzipFile(fileobj=stream) if packed else stream
    try:
        for item in warc_items(stream, "w", told.append):
            assert item.trouble or (item.data and item.url)
    except ListError as error:
        told.append(str(error))
    assert not any("\n" in line for line in told)


@pytest.mark.parametrize("length", ["", "x", "-5", "99999999999"])
def test_a_record_without_its_true_length(tmp_path: Path, length: str) -> None:
    data = answer("https://a.example/1", b"<p>1</p>" * 9) + answer(
        "https://a.example/2", b"<p>2</p>"
    )
    start = data.index(b"Content-Length: ") + 16
    data = data[:start] + length.encode() + data[data.index(b"\r", start) :]
    sources, told = read(write(tmp_path / "x", data))
    assert "a.example/1" not in keys(sources)
    assert told


def test_what_an_archive_says_does_not_reach_the_terminal(tmp_path: Path) -> None:
    odd = answer("https://a.example/a \x1b[2J b", b"<p>1</p>")
    file = write(tmp_path / "x", odd[:-2] + b"rubbish" + answer("https://a.example/", b""))
    script = "import sys; from langdu.batching.sources import read_list; "
    script += "list(read_list(sys.argv[1], report=lambda trouble: None))"
    shown = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, check=True, timeout=60
    )
    assert (shown.stdout, shown.stderr) == (b"", b"")
