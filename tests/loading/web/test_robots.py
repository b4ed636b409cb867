"""robots.txt, delays and turns: how a batch behaves as a guest."""

import anyio
import pytest

from langdu.errors import FetchError, RobotsError
from langdu.loading.web import AsyncFetcher, FetchSettings
from langdu.loading.web.world import World
from tests.loading.web.conftest import Open, only_this_machine
from tests.loading.web.server import Exchange, Handler, serving

RULES = b"""\xef\xbb\xbf# a guest book
User-agent: otherbot
Disallow: /

User-agent: *
Disallow: /private/
Disallow: /*.cgi$
Allow: /private/open
"""


def text(body: bytes, status: str = "200 OK", **headers: str) -> Handler:
    return lambda exchange: exchange.answer(
        body, status, **{"Content_Type": "text/plain"} | headers
    )


def page(exchange: Exchange) -> None:
    exchange.answer(b"the page")


def test_what_is_forbidden_is_not_fetched(visit: Open) -> None:
    pages = dict.fromkeys(["/a", "/private/a", "/private/open", "/b.cgi"], page)
    with serving({**pages, "/robots.txt": text(RULES)}) as server:
        visitor = visit(robots=True)
        for path in ("/a", "/private/open"):
            assert visitor.fetch(server.url + path).data == b"the page"
        for path in ("/private/a", "/b.cgi"):
            with pytest.raises(RobotsError, match=r"robots\.txt forbids it"):
                visitor.fetch(server.url + path)
        assert server.paths() == ["/robots.txt", "/a", "/private/open"]
        assert visit().fetch(server.url + "/private/a").data == b"the page"


def test_a_rule_for_langdu_by_name(visit: Open) -> None:
    rules = b"User-agent: langdu\nDisallow: /a\n\nUser-agent: *\nDisallow:\n"
    with serving({"/a": page, "/b": page, "/robots.txt": text(rules)}) as server:
        visitor = visit(robots=True, user_agent="library-bot")
        visitor.fetch(server.url + "/b")
        with pytest.raises(RobotsError):
            visitor.fetch(server.url + "/a")


def test_where_a_redirect_leads_is_asked_too(visit: Open) -> None:
    with (
        serving({"/": page, "/robots.txt": text(b"User-agent: *\nDisallow: /\n")}) as other,
        serving({"/": lambda exchange: exchange.redirect(other.url)}) as server,
    ):
        with pytest.raises(RobotsError):
            visit(robots=True).fetch(server.url)
        assert other.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone"])
def test_no_robots_txt_allows_everything(visit: Open, status: str) -> None:
    with serving({"/": page, "/robots.txt": text(b"", status)}) as server:
        assert visit(robots=True).fetch(server.url).data == b"the page"


@pytest.mark.parametrize("status", ["500 Oops", "503 Busy", "429 Too Many Requests"])
def test_one_that_cannot_be_had_forbids_everything_for_a_while(visit: Open, status: str) -> None:
    with serving({"/": page, "/robots.txt": text(b"", status)}) as server:
        visitor = visit(robots=True, retries=0)
        for _ in range(2):
            with pytest.raises(RobotsError, match=status.split()[0]):
                visitor.fetch(server.url)
        assert server.paths() == ["/robots.txt"]


def test_it_is_read_again_after_a_day(visit: Open) -> None:
    time = [0.0]
    world = World(refusal=only_this_machine, clock=lambda: time[0])
    with serving({"/": page, "/robots.txt": text(b"")}) as server:
        visitor = visit(world, robots=True)
        for now in (0.0, 86000.0, 87000.0):
            time[0] = now
            visitor.fetch(server.url)
        assert server.paths() == ["/robots.txt", "/", "/", "/robots.txt", "/"]


def test_a_large_one_counts_to_its_limit_and_redirects_are_followed(visit: Open) -> None:
    body = b"User-agent: *\nDisallow: /a\n" + b"#" * 2_000_000 + b"\nDisallow: /b\n"
    pages = {
        "/a": page,
        "/b": page,
        "/robots.txt": lambda exchange: exchange.redirect("/r"),
        "/r": text(body, Content_Type="application/x-robots"),
    }
    with serving(pages) as server:
        visitor = visit(robots=True, max_bytes=1000)
        visitor.fetch(server.url + "/b")
        with pytest.raises(RobotsError):
            visitor.fetch(server.url + "/a")


def test_delays(visit: Open) -> None:
    world = World(refusal=only_this_machine, clock=lambda: 100.0)
    slow = text(b"User-agent: *\nCrawl-delay: 7\n")
    with serving({"/": page, "/robots.txt": slow}) as server:
        own, asked, longest = (
            visit(world, delay=2.0),
            visit(world, delay=2.0, robots=True),
            visit(world, delay=9.0, robots=True),
        )
        for visitor in (own, asked, longest):
            for _ in range(3):
                visitor.fetch(server.url)
        assert (own.slept, asked.slept, longest.slept) == ([2, 4], [7, 14], [9, 18])
        with pytest.raises(RobotsError, match=r"7 seconds between pages, more than the 5"):
            visit(robots=True, max_wait=5).fetch(server.url)


def test_a_host_has_only_so_many_guests_at_once() -> None:
    """Two at a time: more than two are never there, and all get their page."""
    inside: list[int] = []
    seen: list[int] = []

    def counting(exchange: Exchange) -> None:
        inside.append(1)
        seen.append(len(inside))
        exchange.over.wait(0.01)
        inside.pop()
        exchange.answer(b"the page")

    async def many(url: str) -> None:
        settings = FetchSettings(per_host=2, robots=True)
        async with (
            AsyncFetcher(settings, world=World(refusal=only_this_machine)) as fetcher,
            anyio.create_task_group() as group,
        ):
            for _ in range(12):
                group.start_soon(fetcher.fetch, url)

    with serving({"/": counting, "/robots.txt": text(b"")}) as server:
        anyio.run(many, server.url)
    assert server.paths().count("/robots.txt") == 1
    assert server.paths().count("/") == 12
    assert max(seen) == 2


def test_a_fetch_that_is_called_off_lets_go() -> None:
    def waiting(exchange: Exchange) -> None:
        exchange.over.wait(5)

    async def call_off(url: str) -> bytes:
        settings = FetchSettings(per_host=1)
        async with AsyncFetcher(settings, world=World(refusal=only_this_machine)) as fetcher:
            with anyio.move_on_after(0.1):
                await fetcher.fetch(url + "/wait")
            return (await fetcher.fetch(url + "/")).data

    with serving({"/": page, "/wait": waiting}) as server:
        assert anyio.run(call_off, server.url) == b"the page"


def test_robots_of_a_host_that_is_not_there(visit: Open) -> None:
    with serving({}) as server:
        pass
    with pytest.raises(FetchError, match=r"robots\.txt is not to be had: .*cannot be reached"):
        visit(robots=True, retries=0).fetch(server.url)
