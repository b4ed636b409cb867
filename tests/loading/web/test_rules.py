"""Redirects, attempts, cookies, types, limits: the rules, by both fetchers."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest

from langdu.errors import FetchError
from langdu.loading.web import IMAGE
from langdu.loading.web.retry import backoff, retry_after
from tests.loading.web.conftest import NOW, Open
from tests.loading.web.server import Exchange, Handler, serving


def page(body: bytes = b"the page", **headers: str) -> Handler:
    return lambda exchange: exchange.answer(body, **headers)


def to(location: str, **headers: str) -> Handler:
    return lambda exchange: exchange.redirect(location, **headers)


def in_turn(*handlers: Handler) -> Handler:
    """Answers with each handler once, and with the last one ever after."""
    left = list(handlers)
    return lambda exchange: (left.pop(0) if len(left) > 1 else left[0])(exchange)


def status(line: str, **headers: str) -> Handler:
    return lambda exchange: exchange.answer(b"", line, **headers)


def test_a_page_with_its_type_and_charset(visit: Open) -> None:
    with serving({"/a": page(Content_Type="Text/HTML; charset=GB2312")}) as server:
        answer = visit().fetch(f" {server.url}/a#part ")
    assert (answer.data, answer.media_type, answer.charset) == (b"the page", "text/html", "gb2312")
    assert answer.url == f"{server.url}/a#part"
    assert server.requests[0].headers["user-agent"].startswith("langdu/")
    assert "authorization" not in server.requests[0].headers


def test_another_user_agent(visit: Open) -> None:
    with serving({"/": page()}) as server:
        visit(user_agent="library-bot (mail@example.org)").fetch(server.url)
    assert server.requests[0].headers["user-agent"] == "library-bot (mail@example.org)"


def test_redirects_are_followed_and_counted(visit: Open) -> None:
    pages = {f"/{n}": to(f"/{n + 1}") for n in range(20)} | {"/20": page(), "/loop": to("loop")}
    with serving(pages) as server:
        assert visit(max_redirects=5).fetch(server.url + "/15").url == server.url + "/20"
        with pytest.raises(FetchError, match="redirects more than 5 times"):
            visit(max_redirects=5).fetch(server.url + "/14")
        with pytest.raises(FetchError, match="/loop redirects more than 10 times"):
            visit().fetch(server.url + "/loop")
        assert server.paths().count("/loop") == 11
        with pytest.raises(FetchError, match="more than 0 times"):
            visit(max_redirects=0).fetch(server.url + "/19")


@pytest.mark.parametrize(
    ("location", "found"),
    [("c?x=1", "/a/c?x=1"), ("//{host}/d", "/d"), ("/文章/一", "/%E6%96%87%E7%AB%A0/%E4%B8%80"),
     ("/a b", "/a%20b"), ("../e", "/e"), ("?y", "/a/b?y")],
)  # fmt: skip
def test_where_redirects_lead(visit: Open, location: str, found: str) -> None:
    with serving({found: page()}) as server:
        host = f"{server.address}:{server.port}"
        target = location.replace("{host}", host)
        server.pages["/a/b"] = lambda exchange: exchange.send(
            f"HTTP/1.1 301 Moved\r\nLocation: {target}\r\nContent-Length: 0\r\n\r\n".encode()
        )
        assert visit().fetch(f"{server.url}/a/b").data == b"the page"


@pytest.mark.parametrize(
    ("location", "word"),
    [("ftp://files.example/a", "not http or https: ftp:"), ("file:///etc/passwd", "file:"),
     ("javascript:alert(1)", "https: javascript:"), ("http://[::1", "no valid address"),
     ("", "302 without a page")],
)  # fmt: skip
def test_where_no_redirect_may_lead(visit: Open, location: str, word: str) -> None:
    with serving({"/": to(location)}) as server, pytest.raises(FetchError, match=word):
        visit().fetch(server.url)


@pytest.mark.parametrize("address", ["", "a.example", "ftp://a.example", "http://", "http://a b"])
def test_what_is_no_address(visit: Open, address: str) -> None:
    with pytest.raises(FetchError) as caught:
        visit(retries=0).fetch(address)
    assert "\n" not in str(caught.value)


def test_name_and_password_stay_with_their_host(visit: Open) -> None:
    with serving({"/b": page(), "/": page()}) as other, serving({"/b": page()}) as server:
        server.pages["/a"] = to(other.url + "/")
        server.pages["/c"] = to("/b")
        with_name = server.url.replace("://", "://me:secret@")
        assert visit().fetch(with_name + "/c").url == server.url + "/b"
        assert visit().fetch(with_name + "/a").url == other.url + "/"
        with pytest.raises(FetchError) as caught:
            visit().fetch(with_name + "/none")
    assert [("authorization" in request.headers) for request in server.requests] == [True] * 4
    assert "authorization" not in other.requests[0].headers
    assert "secret" not in str(caught.value)


def test_cookies_live_as_long_as_the_session(visit: Open) -> None:
    def door(exchange: Exchange) -> None:
        if "seen=1" in exchange.headers.get("cookie", ""):
            exchange.answer(b"the page")
        else:
            exchange.redirect("/a", Set_Cookie="seen=1; Path=/")

    with serving({"/a": door}) as server:
        visitor = visit()
        visitor.fetch(server.url + "/a")
        visitor.fetch(server.url + "/a")
        visit().fetch(server.url + "/a")
    cookies = [request.headers.get("cookie") for request in server.requests]
    assert cookies == [None, "seen=1", "seen=1", None, "seen=1"]


@pytest.mark.parametrize("code", ["429 Too Many Requests", "502 Bad Gateway", "503 Busy", "504 x"])
def test_a_server_that_is_busy_is_asked_again(visit: Open, code: str) -> None:
    with serving({"/": in_turn(status(code), status(code), page())}) as server:
        visitor = visit()
        assert visitor.fetch(server.url).data == b"the page"
    assert visitor.slept == [0.5, 1.0]


def test_how_often(visit: Open) -> None:
    with serving({"/": status("503 Busy")}) as server:
        with pytest.raises(FetchError, match="answered 503"):
            visit(retries=4).fetch(server.url)
        assert len(server.requests) == 5
        with pytest.raises(FetchError, match="answered 404"):
            visit(retries=4).fetch(server.url + "/none")
        assert len(server.requests) == 6


@pytest.mark.parametrize(
    ("value", "waits"),
    [("7", 7.0), (" 0 ", 0.5), ("soon", 0.5), ("-3", 0.5), ("60", 60.0),
     (format_datetime(datetime.fromtimestamp(NOW + 30, UTC), usegmt=True), 30.0),
     (format_datetime(datetime.fromtimestamp(NOW - 30, UTC), usegmt=True), 0.5)],
)  # fmt: skip
def test_retry_after(visit: Open, value: str, waits: float) -> None:
    busy = status("429 Too Many Requests", Retry_After=value)
    with serving({"/": in_turn(busy, page())}) as server:
        visitor = visit()
        visitor.fetch(server.url)
    assert visitor.slept == [waits]


@pytest.mark.parametrize(
    "value", ["7200", format_datetime(datetime.fromtimestamp(NOW + 7200, UTC), usegmt=True)]
)
def test_a_wait_that_is_too_long_says_when_to_come_back(visit: Open, value: str) -> None:
    busy = status("429 Too Many Requests", Retry_After=value)
    with serving({"/": in_turn(busy, page())}) as server:
        visitor = visit()
        with pytest.raises(FetchError, match=r"429 .*come back at 2027-01-15 10:00 UTC"):
            visitor.fetch(server.url)
    assert visitor.slept == []


@pytest.mark.parametrize(
    "value", [None, "", "9" * 400, "Fri, 31 Dec 99999 23:59:59 GMT", "²", "1e9"]
)
def test_strange_waits(value: str | None) -> None:
    wait = retry_after(value, NOW)
    assert wait is None or wait > 0


def test_jitter_takes_off_up_to_half() -> None:
    assert [backoff(n, 0.0) for n in range(4)] == [0.5, 1.0, 2.0, 4.0]
    assert backoff(2, 1.0) == 1.0


@pytest.mark.parametrize(
    "handler",
    [lambda exchange: None,
     lambda exchange: exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: te"),
     lambda exchange: exchange.send(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nthe pa"),
     lambda exchange: exchange.send(
         b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n5\r\nwo")],
    ids=["nothing", "half a header", "truncated", "truncated chunk"],
)  # fmt: skip
def test_a_connection_that_breaks_is_made_again(
    visit: Open, handler: Callable[[Exchange], None]
) -> None:
    with serving({"/": in_turn(handler, page())}) as server:
        visitor = visit()
        assert visitor.fetch(server.url).data == b"the page"
        assert visitor.slept == [0.5]
    with serving({"/": handler}) as server, pytest.raises(FetchError, match="broke off"):
        visit(retries=0).fetch(server.url)


def test_nobody_there(visit: Open) -> None:
    with serving({}) as server:
        pass
    visitor = visit()
    with pytest.raises(FetchError, match="cannot be reached"):
        visitor.fetch(server.url)
    assert visitor.slept == [0.5, 1.0]


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "image/svg+xml", "video/mp4"])
def test_what_is_no_page(visit: Open, kind: str) -> None:
    with serving({"/": page(b"...", Content_Type=kind)}) as server:
        with pytest.raises(FetchError, match=f"is {kind.replace('+', '.')}, not a page of text"):
            visit().fetch(server.url)
        assert visit().fetch(server.url, IMAGE).data == b"..."


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/xhtml+xml", "application/json", "application/ld+json", "",
             "application/octet-stream"]
)  # fmt: skip
def test_what_may_be_a_page(visit: Open, kind: str) -> None:
    with serving({"/": page(Content_Type=kind)}) as server:
        assert visit().fetch(server.url).media_type == kind


def test_sizes(visit: Open) -> None:
    def endless(exchange: Exchange) -> None:
        exchange.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not exchange.over.is_set():
            exchange.send(b"x" * 4096)

    pages: dict[str, Handler] = {
        "/said": lambda exchange: exchange.send(
            b"HTTP/1.1 200 OK\r\nContent-Length: 1000001\r\n\r\n"
        ),
        "/endless": endless,
        "/full": page(b"x" * 1_000_000),
        "/empty": page(b""),
        "/204": status("204 No Content"),
        "/304": status("304 Not Modified"),
    }
    with serving(pages) as server:
        visitor = visit(max_bytes=1_000_000)
        assert len(visitor.fetch(server.url + "/full").data) == 1_000_000
        for path, word in (
            ("/said", "larger than 1000000 bytes"),
            ("/endless", "larger than 1000000 bytes"),
            ("/empty", "empty page"),
            ("/204", "204 without a page"),
            ("/304", "304 without a page"),
        ):
            with pytest.raises(FetchError, match=word):
                visitor.fetch(server.url + path)


def test_a_length_that_is_too_short_gives_what_it_says(visit: Open) -> None:
    with serving(
        {"/": lambda exchange: exchange.answer(b"the page and more", Content_Length="8")}
    ) as server:
        visitor = visit()
        assert visitor.fetch(server.url).data == b"the page"
        assert visitor.fetch(server.url).data == b"the page"


@pytest.mark.parametrize("settings", [{"read_timeout": 0}, {"retries": -1}, {"user_agent": "a\nb"}])
def test_settings_that_make_no_sense(visit: Open, settings: dict[str, object]) -> None:
    with pytest.raises(FetchError):
        visit(**settings)
