"""The ways to the joined article: the command, the facade, and a fetcher that awaits."""

import asyncio
from collections.abc import Iterator

import pytest

import langdu as library
from langdu.article_json import from_json
from langdu.errors import FetchError, LoadError
from langdu.extraction import extract_pages
from langdu.loading import fetching, page_of
from langdu.loading.web import AsyncFetcher, FetchSettings
from langdu.page import Page
from tests.cli.conftest import Command
from tests.cli.conftest import langdu as langdu
from tests.loading.web.server import Server, serving
from tests.pages.site import TEXTS, html, page, trs

NAME = "/zw/t20240305_101"


@pytest.fixture
def server() -> Iterator[Server]:
    site = {
        f"{NAME}.html": page(html(TEXTS[0], pager=trs(2, 0))),
        f"{NAME}_1.html": page(html(TEXTS[1], pager=trs(2, 1))),
        "/cut/t7.html": page(html(TEXTS[0], pager=trs(2, 0, "t7"))),
    }
    with serving(site) as server:
        yield server


def test_the_command(langdu: Command, server: Server) -> None:
    url = f"{server.url}{NAME}_1.html"
    whole = langdu("extract", url, "--allow-private", "--format", "json")
    assert (whole.code, whole.err) == (0, "")
    assert [s.text for s in from_json(whole.out).sentences] == list(TEXTS[:2])
    one = langdu("extract", url, "--allow-private", "--one-page")
    assert TEXTS[1] in one.out
    assert TEXTS[0] not in one.out
    explained = langdu("extract", url, "--allow-private", "--explain")
    assert TEXTS[0] in explained.out
    assert "title: '老磨坊重新开放' from" in explained.err


def test_the_command_says_in_a_line_which_page_failed(langdu: Command, server: Server) -> None:
    result = langdu("extract", f"{server.url}/cut/t7.html", "--allow-private", "-o", "a.txt")
    assert (result.code, result.out, result.err.count("\n")) == (1, "", 1)
    assert "page 2 of 2 of the article cannot be had" in result.err
    assert list(langdu.folder.iterdir()) == []
    usage = langdu("extract", f"{server.url}/cut/t7.html", "--pages", "0")
    assert usage.code == 2


@pytest.mark.parametrize("command", ["extract", "translate", "speak", "publish"])
def test_every_command_with_a_source_has_the_options(langdu: Command, command: str) -> None:
    shown = langdu(command, "--help").out
    assert "--one-page" in shown
    assert "--pages N" in shown


def test_the_facade(server: Server) -> None:
    with library.Reader(allow_private=True) as reader:
        assert len(reader.load(f"{server.url}{NAME}.html").blocks) == 2
        assert len(reader.load(f"{server.url}{NAME}.html", pages=1).blocks) == 1


def test_a_fetcher_that_awaits(server: Server) -> None:
    async def read(url: str) -> library.Article:
        async with AsyncFetcher(FetchSettings(allow_private=True)) as fetcher:

            async def load(address: str) -> Page:
                return page_of(fetching.raw(await fetcher.fetch(address), address))

            reading = extract_pages(await load(url), limit=20)
            try:
                wanted = next(reading)
                while True:
                    try:
                        found = await load(wanted)
                    except LoadError as error:
                        wanted = reading.throw(error)
                    else:
                        wanted = reading.send(found)
            except StopIteration as end:
                article: library.Article = end.value.article
                return article

    assert asyncio.run(read(f"{server.url}{NAME}.html")) == library.load(
        f"{server.url}{NAME}.html", allow_private=True
    )
    with pytest.raises(FetchError, match="page 2 of 2"):
        asyncio.run(read(f"{server.url}/cut/t7.html"))


def test_what_is_not_from_the_web_is_one_page() -> None:
    text = html(TEXTS[0], pager=trs(2, 0))
    article = library.load(text.encode())
    assert [s.text for s in article.sentences] == [TEXTS[0]]
    assert library.load(library.to_json(article).encode()) == article
