"""The cache: asks before it sends anything again, and is its owner's only."""

import stat
import sys
from pathlib import Path

import pytest

from langdu.errors import FetchError
from langdu.loading.web.world import World
from tests.loading.web.conftest import Open
from tests.loading.web.server import Exchange, serving


def by_tag(exchange: Exchange) -> None:
    """A page that is the same as long as its tag is."""
    if exchange.headers.get("if-none-match") == '"1"':
        exchange.answer(b"", "304 Not Modified", ETag='"1"', Content_Length="", Content_Type="")
    else:
        exchange.answer(b"the page", ETag='"1"', Cache_Control="max-age=0")


def test_an_old_page_is_asked_for_with_its_tag(visit: Open, tmp_path: Path) -> None:
    with serving({"/": by_tag}) as server:
        first, second = (visit(cache=tmp_path / "c").fetch(server.url) for _ in range(2))
        assert (first.data, first.cached) == (b"the page", False)
        assert (second.data, second.cached) == (b"the page", True)
        assert second.media_type == "text/html"
        tags = [request.headers.get("if-none-match") for request in server.requests]
        assert tags == [None, '"1"']


def test_a_fresh_page_is_not_asked_for(visit: Open, tmp_path: Path) -> None:
    def lasting(exchange: Exchange) -> None:
        exchange.answer(b"the page", Cache_Control="private, max-age=1000")

    with serving({"/": lasting}) as server:
        answers = [visit(cache=tmp_path).fetch(server.url) for _ in range(3)]
        assert [answer.cached for answer in answers] == [False, True, True]
        assert len(server.requests) == 1


def test_without_a_folder_nothing_is_kept(visit: Open) -> None:
    with serving({"/": by_tag}) as server:
        for _ in range(2):
            assert not visit().fetch(server.url).cached
        assert all("if-none-match" not in request.headers for request in server.requests)


def test_limits_hold_for_what_comes_from_it(visit: Open, tmp_path: Path) -> None:
    def lasting(exchange: Exchange) -> None:
        exchange.answer(b"x" * 2000, Cache_Control="max-age=1000")

    with serving({"/": lasting}) as server:
        with pytest.raises(FetchError, match="larger than 1000 bytes"):
            visit(cache=tmp_path, max_bytes=1000).fetch(server.url)
        assert len(visit(cache=tmp_path).fetch(server.url).data) == 2000
        with pytest.raises(FetchError, match="larger than 1000 bytes"):
            visit(cache=tmp_path, max_bytes=1000).fetch(server.url)


def test_what_was_private_answers_nobody_who_may_not_go_there(visit: Open, tmp_path: Path) -> None:
    def lasting(exchange: Exchange) -> None:
        exchange.answer(b"the intranet", Cache_Control="max-age=1000")

    with serving({"/": lasting}) as server:
        visit(cache=tmp_path, allow_private=True).fetch(server.url)
        with pytest.raises(FetchError, match="refused"):
            visit(World(), cache=tmp_path).fetch(server.url)


def test_no_cookie_and_no_password_is_kept(visit: Open, tmp_path: Path) -> None:
    def lasting(exchange: Exchange) -> None:
        cookie = exchange.headers.get("cookie", "")
        exchange.answer(
            f"the page {cookie}".encode(), Cache_Control="max-age=1000", Set_Cookie="biscuit=crumbs"
        )

    def varying(exchange: Exchange) -> None:
        exchange.answer(b"for you", Cache_Control="max-age=1000", Vary="Cookie")

    with serving({"/a": lasting, "/b": lasting, "/c": varying}) as server:
        visitor = visit(cache=tmp_path)
        assert visitor.fetch(server.url + "/a").data == b"the page "
        assert visitor.fetch(server.url + "/b").data == b"the page biscuit=crumbs"
        assert visitor.fetch(server.url.replace("//", "//me:pass-word@") + "/a").cached is False
        later = visit(cache=tmp_path)
        assert later.fetch(server.url + "/a").cached
        assert later.fetch(server.url + "/c").data == b"for you"
        assert "cookie" not in server.requests[-1].headers
        assert later.fetch(server.url + "/c").cached is False
        kept = b"".join(file.read_bytes() for file in tmp_path.glob("*.sqlite3*"))
    assert b"the page" in kept
    for secret in (b"biscuit", b"pass-word", b"bWU6cGFzcy13b3Jk"):
        assert secret not in kept.replace(b"the page biscuit=crumbs", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_may_read_it(visit: Open, tmp_path: Path) -> None:
    folder = tmp_path / "kept" / "pages"
    with serving({"/": by_tag}) as server:
        visitor = visit(cache=folder)
        visitor.fetch(server.url)
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.glob("*.sqlite3*")}
    assert "pages.sqlite3" in modes
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_304_with_a_body_is_none_the_wiser(visit: Open, tmp_path: Path) -> None:
    def bomb(exchange: Exchange) -> None:
        if "if-none-match" in exchange.headers:
            exchange.send(b'HTTP/1.1 304 Not Modified\r\nETag: "1"\r\n\r\n' + bytes(100_000))
        else:
            by_tag(exchange)

    with serving({"/": bomb}) as server:
        for _ in range(2):
            assert visit(cache=tmp_path).fetch(server.url).data == b"the page"


def test_a_cache_that_cannot_be(visit: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FetchError, match=r"cache in .* cannot be used"):
        visit(cache=tmp_path / "file" / "cache")
    (tmp_path / "pages.sqlite3").write_text("no database " * 100)
    with pytest.raises(FetchError, match=r"cannot be used: file is not a database"):
        visit(cache=tmp_path)
