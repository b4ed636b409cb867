"""Sources on the web: fetched politely by the driver alone, once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import langdu
from langdu.batching.outcomes import Outcome
from langdu.batching.recipe import Manner, Recipe
from tests.batching.running.portal import page, recipe
from tests.loading.web.server import Exchange, Handler, Server, serving
from tests.pages.site import TEXTS, html, trs

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
MANNER = Manner(jobs=1, delay=0)
ROBOTS = b"User-agent: *\nDisallow: /private\n"


def says(body: bytes | str, **headers: str) -> Handler:
    data = body if isinstance(body, bytes) else body.encode()
    return lambda exchange: exchange.answer(data, **headers)


def once_broken(body: str) -> Handler:
    """Answers 503 the first time."""
    seen: list[int] = []

    def handler(exchange: Exchange) -> None:
        seen.append(1)
        if len(seen) == 1:
            exchange.answer(status="503 Service Unavailable")
        else:
            exchange.answer(body.encode())

    return handler


def portal() -> dict[str, Handler]:
    return {
        "/robots.txt": says(ROBOTS, Content_Type="text/plain"),
        **{f"/a{n}.html": says(page(n, image=True)) for n in range(4)},
        "/lamp.png": says(PNG, Content_Type="image/png"),
        "/private/a.html": says(page(9)),
        "/shaky.html": once_broken(page(10)),
        "/zw/t20240305_101.html": says(html(TEXTS[0], TEXTS[1], pager=trs(2, 0))),
        "/zw/t20240305_101_1.html": says(html(TEXTS[2], TEXTS[3], pager=trs(2, 1))),
    }


def run(
    server: Server, paths: list[str], site: Path, made: Recipe, manner: Manner = MANNER
) -> list[Outcome]:
    with ThreadPoolExecutor(1) as pool:
        sources = [server.url + path for path in paths]
        allowed = replace(made, allow_private=True)
        return list(langdu.batch(sources, out=site, recipe=allowed, manner=manner, executor=pool))


def test_pages_and_pictures_are_fetched_once_and_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    paths = [f"/a{n}.html" for n in range(4)]
    with serving(portal()) as server:
        assert {o.state for o in run(server, paths, site, recipe())} == {"made"}
        asked = Counter(server.paths())
        # a picture is kept for its article, so each of the four asks for it
        assert asked == {"/robots.txt": 1, "/lamp.png": 4, **dict.fromkeys(paths, 1)}
        assert len(list(site.glob("articles/*/images/*.png"))) == 4

        assert {o.state for o in run(server, paths, site, recipe())} == {"kept"}
        more = run(server, paths, site, recipe(to=("en", "ja", "ko")))
        assert "failed" not in {o.state for o in more}
        assert Counter(server.paths()) == asked


def test_all_pages_of_an_article_are_joined(tmp_path: Path) -> None:
    with serving(portal()) as server:
        run(server, ["/zw/t20240305_101.html"], tmp_path, Recipe(formats=("jsonl",)))
    article = langdu.from_json((tmp_path / "articles.jsonl").read_text("utf-8"))
    text = "".join(sentence.text for sentence in article.sentences)
    assert all(one[:12] in text for one in TEXTS)


def test_robots_txt_is_honoured_and_a_short_failure_gets_another_attempt(tmp_path: Path) -> None:
    with serving(portal()) as server:
        paths = ["/private/a.html", "/shaky.html", "/a0.html"]
        outcomes = run(server, paths, tmp_path, Recipe())
        failed = {o.source.rpartition("/")[2]: o.reason for o in outcomes if o.state == "failed"}
        assert list(failed) == ["a.html"]
        assert "robots.txt" in str(failed["a.html"])
        assert "/private/a.html" not in server.paths()
        # forbidden for good: not asked again, and told again
        asked = len(server.requests)
        again = run(server, paths, tmp_path, Recipe())
        assert [o.state for o in again].count("failed") == 1
        assert len(server.requests) == asked


def test_what_a_server_could_not_give_is_asked_for_again_and_what_it_has_not_is_not(
    tmp_path: Path,
) -> None:
    pages = portal()
    pages["/busy.html"] = lambda exchange: exchange.answer(status="503 Service Unavailable")
    paths = ["/a0.html", "/none.html", "/busy.html"]
    with serving(pages) as server:
        states = Counter(o.state for o in run(server, paths, tmp_path, Recipe()))
        assert states["failed"] == 2
        pages["/busy.html"] = says(page(5))
        pages["/none.html"] = says(page(6))
        outcomes = run(server, paths, tmp_path, Recipe())
        failed = [o.source.rpartition("/")[2] for o in outcomes if o.state == "failed"]
        assert failed == ["none.html"]
        again = run(server, paths, tmp_path, Recipe(), replace(MANNER, retry_failed=True))
        assert {o.state for o in again} == {"kept", "made"}


def test_refresh_sees_what_changed(tmp_path: Path) -> None:
    pages = portal()
    refreshing = replace(MANNER, refresh=True)
    with serving(pages) as server:
        run(server, ["/a0.html", "/a1.html"], tmp_path, Recipe())
        pages["/a1.html"] = says(page(55))
        assert {o.state for o in run(server, ["/a0.html", "/a1.html"], tmp_path, Recipe())} == {
            "kept"
        }
        outcomes = run(server, ["/a0.html", "/a1.html"], tmp_path, Recipe(), refreshing)
        made = {o.source.rpartition("/")[2] for o in outcomes if o.state == "made"}
        assert made == {"a1.html"}


def test_a_picture_that_is_not_there_is_told_and_had_later(tmp_path: Path) -> None:
    pages = portal()
    lamp = pages.pop("/lamp.png")
    with serving(pages) as server:
        assert {o.state for o in run(server, ["/a0.html"], tmp_path, Recipe())} == {"made"}
        assert not list(tmp_path.glob("articles/*/images/*"))
        pages["/lamp.png"] = lamp
        run(server, ["/a0.html"], tmp_path, Recipe(), replace(MANNER, retry_failed=True))
        assert len(list(tmp_path.glob("articles/*/images/*.png"))) == 1
