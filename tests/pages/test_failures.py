"""An article cut in the middle must not look whole: what fails names the page."""

import pytest

import langdu
from langdu.errors import ExtractError, FetchError, LoadError, RobotsError
from langdu.loading.web import Fetcher, FetchSettings
from langdu.loading.web.world import World
from langdu.reader import read
from tests.loading.web.conftest import only_this_machine
from tests.loading.web.server import Exchange, Handler, serving
from tests.pages.site import TEXTS, html, numbers, page, to, trs

NAME = "/zw/t20240305_101"


def article(second: Handler | None, **more: Handler) -> dict[str, Handler]:
    """A TRS article of three pages with the given second one."""
    site = {
        f"{NAME}.html": page(html(TEXTS[0], pager=trs(3, 0))),
        f"{NAME}_2.html": page(html(TEXTS[2], pager=trs(3, 2))),
        **more,
    }
    return site | ({f"{NAME}_1.html": second} if second else {})


def failing(site: dict[str, Handler], kind: type[LoadError] | type[ExtractError]) -> str:
    with serving(site) as server, pytest.raises(kind) as caught:
        langdu.load(f"{server.url}{NAME}.html", allow_private=True)
    text = str(caught.value)
    assert "page 2 of 3" in text
    assert "--one-page" in text
    assert "\n" not in text
    return text


def test_a_page_that_is_not_there() -> None:
    assert "404" in failing(article(None), FetchError)
    assert "500" in failing(article(page("broken", "500 Internal Server Error")), FetchError)


def test_a_page_that_leads_elsewhere() -> None:
    login = page(html("请先登录，登录以后才能继续阅读这篇文章的其余部分，谢谢您的理解。"))
    assert "/login" in failing(article(to("/login"), **{"/login": login}), FetchError)
    assert "leads to" in failing(article(to(f"{NAME}.html")), FetchError)
    with serving({f"{NAME}_1.html": login}, "127.0.0.2") as other:
        assert other.url in failing(article(to(f"{other.url}{NAME}_1.html")), FetchError)


def test_a_page_that_is_no_page() -> None:
    assert "script" in failing(article(page("<html><body></body></html>")), ExtractError)
    failing(article(lambda exchange: exchange.answer(b"%PDF-1.7")), LoadError)
    failing(article(lambda exchange: exchange.answer("只有一行字。".encode())), LoadError)


def test_the_first_page_cannot_be_had() -> None:
    site = {f"{NAME}_1.html": page(html(TEXTS[1], pager=trs(3, 1)))}
    with serving(site) as server, pytest.raises(FetchError, match=r"page 1 of 3.*404"):
        langdu.load(f"{server.url}{NAME}_1.html", allow_private=True)
    with serving(site) as server:
        assert langdu.load(f"{server.url}{NAME}_1.html", allow_private=True, pages=1).blocks


def test_a_spelling_that_a_server_corrects_is_the_same_page() -> None:
    site = {
        "/mill/9": page(html(TEXTS[0], pager=numbers(["/mill/9", "/mill/9/2"], 0))),
        "/mill/9/2": to("/mill/9/2/?utm_source=site"),
        "/mill/9/2/?utm_source=site": page(html(TEXTS[1])),
    }
    with serving(site) as server:
        found = langdu.load(f"{server.url}/mill/9", allow_private=True)
    assert [s.text for s in found.sentences] == list(TEXTS[:2])


def test_no_page_may_lead_into_a_private_network() -> None:
    site = article(to("http://10.0.0.8/t20240305_101_1.html"))
    world = World(refusal=only_this_machine)
    with (
        serving(site) as server,
        Fetcher(FetchSettings(retries=0), world=world) as fetcher,
        pytest.raises(FetchError, match=r"page 2 of 3.*private"),
    ):
        read(f"{server.url}{NAME}.html", fetcher)


def test_robots_hold_for_every_page_and_the_error_stays_theirs() -> None:
    rules = f"User-agent: *\nDisallow: {NAME}_1.html"
    robots: dict[str, Handler] = {"/robots.txt": page(rules)}
    settings = FetchSettings(robots=True, allow_private=True)
    with (
        serving(article(page(html(TEXTS[1]))) | robots) as server,
        Fetcher(settings) as fetcher,
        pytest.raises(RobotsError, match="page 2 of 3"),
    ):
        read(f"{server.url}{NAME}.html", fetcher)


def test_cookies_of_the_first_page_reach_the_second() -> None:
    def first(exchange: Exchange) -> None:
        exchange.answer(html(TEXTS[0], pager=trs(2, 0)).encode(), Set_Cookie="seen=1")

    site = {f"{NAME}.html": first, f"{NAME}_1.html": page(html(TEXTS[1]))}
    with serving(site) as server:
        langdu.load(f"{server.url}{NAME}.html", allow_private=True)
        assert server.requests[1].headers["cookie"] == "seen=1"


def test_more_pages_than_allowed() -> None:
    site = {f"{NAME}.html": page(html(TEXTS[0], pager=trs(31, 0)))}
    site |= {f"{NAME}_{n}.html": page(html(f"{TEXTS[1]}{n}")) for n in range(1, 31)}
    with serving(site) as server:
        with pytest.raises(LoadError, match=r"31 pages.*at most 20.*--pages"):
            langdu.load(f"{server.url}{NAME}.html", allow_private=True)
        assert len(server.paths()) == 2  # it is known at once
        with pytest.raises(LoadError, match="at most 30"):
            langdu.load(f"{server.url}{NAME}.html", allow_private=True, pages=30)
        whole = langdu.load(f"{server.url}{NAME}.html", allow_private=True, pages=31)
        assert len(whole.blocks) == 31
        with pytest.raises(LoadError, match="at least 1 page"):
            langdu.load(f"{server.url}{NAME}.html", allow_private=True, pages=0)


def test_next_links_without_end_meet_the_limit() -> None:
    def endless(exchange: Exchange) -> None:
        number = int(exchange.path.partition("=")[2] or 1)
        link = f'<a href="/mill9.html?page={number + 1}">下一页</a>'
        exchange.answer(html(f"{TEXTS[0]}第{number}次。", pager=link).encode())

    site: dict[str, Handler] = {"/mill9.html": endless}
    site |= {f"/mill9.html?page={n}": endless for n in range(2, 12)}
    with serving(site) as server:
        with pytest.raises(LoadError, match="6 pages or more, and at most 5"):
            langdu.load(f"{server.url}/mill9.html", allow_private=True, pages=5)
        assert len(server.paths()) == 5


def test_loops_end() -> None:
    addresses = ["/m9.html", "/m9_2.html"]
    again = '<p><a href="m9_2.html">下一页</a> <a href="m9.html">1</a></p>'
    site = {
        addresses[0]: page(html(TEXTS[0], pager=numbers(addresses, 0))),
        addresses[1]: page(html(TEXTS[1], pager=again)),
    }
    with serving(site) as server:
        found = langdu.load(f"{server.url}/m9.html", allow_private=True)
        assert server.paths() == addresses
    assert [s.text for s in found.sentences] == list(TEXTS[:2])


def test_a_page_that_no_link_leads_to_is_missed() -> None:
    pager = '<a href="m9_2.html">2</a> … <a href="m9_9.html">9</a>'
    site = {
        "/m9.html": page(html(TEXTS[0], pager=pager)),
        "/m9_2.html": page(html(TEXTS[1])),
    }
    with (
        serving(site) as server,
        pytest.raises(LoadError, match="page 3 of 9 is linked from nowhere"),
    ):
        langdu.load(f"{server.url}/m9.html", allow_private=True)
