"""Loading pages from a real server on this machine; the rules themselves: see tests/loading/web."""

from collections.abc import Iterator

import pytest

import langdu
from langdu.errors import FetchError, LoadError
from langdu.loading import load_page
from langdu.loading.web import Fetcher, FetchSettings
from tests.loading.web.server import Exchange, Handler, Server, serving

GBK = '<meta charset="gb2312"><p>青石市公园管理办法，朱镕基。</p>'
CHINESE = "<p>青石市新修了一条路，路边种了三千棵树。</p>"


def page(body: bytes, kind: str = "text/html") -> Handler:
    return lambda exchange: exchange.answer(body, Content_Type=kind)


def slow(exchange: Exchange) -> None:
    exchange.over.wait(10)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    pages: dict[str, Handler] = {
        "/ok": page(b"<p>hello there</p>"),
        "/gbk": page(GBK.encode("gb18030"), "text/html; charset=gb2312"),
        "/no-such-charset": page(CHINESE.encode(), "text/html; charset=klingon-8"),
        "/wrong-charset": page(CHINESE.encode(), "text/html; charset=shift_jis"),
        "/moved": lambda exchange: exchange.redirect("/ok"),
        "/pdf": page(b"%PDF-1.7", "application/pdf"),
        "/pdf-as-html": page(b"%PDF-1.7 and so on"),
        "/png-as-html": page(b"\x89PNG\r\n\x1a\n"),
        "/zip-as-nothing": page(b"PK\x03\x04", "application/octet-stream"),
        "/webp-as-html": page(b"RIFF\x00\x01\x02\x03WEBPVP8 "),
        "/mp4-as-html": page(b"\x00\x00\x00\x20ftypisom"),
        "/json": page(b' {"code": 0, "data": [1, 2]}', "application/json"),
        "/json-as-html": page(b'[{"content": "<p>hello</p>"}]'),
        "/article": page(
            b'{"schema": "langdu/article/1", "lang": "en", "blocks": []}', "application/json"
        ),
        "/bracket": page("[本报讯] 青石市新修了一条路。".encode(), "text/plain"),
        "/slow": slow,
        "/empty": page(b""),
        "/blank": page(b" \n "),
        "/large": lambda exchange: exchange.answer(b"", Content_Length="40000000"),
    }
    with serving(pages) as running:
        yield running


def test_this_machine_is_refused_unless_allowed(server: Server) -> None:
    way = r"127\.0\.0\.1 is an address of this machine.*--allow-private \(allow_private=True\)"
    for load in (load_page, langdu.load, langdu.Reader().load):
        with pytest.raises(FetchError, match=way):
            load(f"{server.url}/ok")
    assert langdu.load(f"{server.url}/ok", allow_private=True).sentences
    assert langdu.Reader(allow_private=True).load(f"{server.url}/ok").sentences


def test_page(server: Server) -> None:
    found = load_page(f" {server.url}/ok ", allow_private=True)
    assert found.text == "<p>hello there</p>"
    assert found.url == found.base == f"{server.url}/ok"


def test_redirect_gives_the_final_address(server: Server) -> None:
    assert load_page(f"{server.url}/moved", allow_private=True).url == f"{server.url}/ok"


def test_several_pages_in_one_session(server: Server) -> None:
    with Fetcher(FetchSettings(allow_private=True)) as fetcher:
        pages = [load_page(f"{server.url}/{name}", fetcher=fetcher) for name in ("ok", "gbk")]
    assert [found.text for found in pages] == ["<p>hello there</p>", GBK]


def test_charsets_of_the_header(server: Server) -> None:
    found = load_page(f"{server.url}/gbk", allow_private=True)
    assert (found.text, found.encoding) == (GBK, "gb18030")
    for path in ("/no-such-charset", "/wrong-charset"):
        assert load_page(f"{server.url}{path}", allow_private=True).text == CHINESE


@pytest.mark.parametrize(
    ("path", "word"),
    [("/none", "404"), ("/pdf", "application/pdf"), ("/large", "32 MiB"), ("/empty", "empty")],
)
def test_refusals(server: Server, path: str, word: str) -> None:
    with pytest.raises(FetchError, match=word) as caught:
        load_page(f"{server.url}{path}", allow_private=True)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("path", "word"),
    [("/pdf-as-html", "a PDF"), ("/png-as-html", "a PNG image"), ("/zip-as-nothing", "a ZIP"),
     ("/webp-as-html", "a WebP"), ("/mp4-as-html", "an MP4"), ("/json", "is JSON"),
     ("/json-as-html", "is JSON"), ("/blank", "empty")],
)  # fmt: skip
def test_wrong_labels(server: Server, path: str, word: str) -> None:
    with pytest.raises(LoadError, match=word) as caught:
        load_page(f"{server.url}{path}", allow_private=True)
    assert path in str(caught.value)


def test_what_only_looks_like_data(server: Server) -> None:
    assert load_page(f"{server.url}/article", allow_private=True).kind == "json"
    assert load_page(f"{server.url}/bracket", allow_private=True).kind == "text"


def test_data_from_elsewhere() -> None:
    with pytest.raises(LoadError, match="is JSON"):
        load_page(b'{"a": 1}')
    assert load_page(b"[" * 100_000).kind == "text"


def test_timeout(server: Server) -> None:
    with pytest.raises(FetchError, match=r"within 0\.2 seconds"):
        load_page(f"{server.url}/slow", timeout=0.2, allow_private=True)
