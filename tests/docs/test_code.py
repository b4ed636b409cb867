"""The Python of the documentation runs, and gives what its comments say."""

import ast
import asyncio
import contextlib
import inspect
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any, Final

import pytest
from argostranslate import settings

import langdu
from langdu.loading.web import async_fetcher, fetcher
from langdu.loading.web.world import World
from langdu.translation.engines.argos import ArgosTranslator
from tests.docs.blocks import Block, blocks
from tests.loading.web.conftest import only_this_machine
from tests.loading.web.server import Exchange, serving

#: The page that the documentation speaks of; here the demo page stands for it.
ADDRESS: Final = "https://portal.example/zw/t20200330_1.html"
PYTHON = [block for block in blocks() if block.lang == "python"]


def test_there_is_some() -> None:
    assert len(PYTHON) > 8


@pytest.mark.parametrize("block", PYTHON, ids=str)
def test_it_runs(block: Block, names: dict[str, Any]) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        for code, said in statements(block, names["url"]):
            value = asyncio.run(_awaited(code, names)) if _awaits(code) else eval(code, names)
            if said is not None and isinstance(value, str | bool | int | float):
                # a comment may go on after the value: "… ; and why"
                assert said.strip("'\"").startswith(str(value)), f"{block}: {value!r} is not {said}"


def _awaits(code: CodeType) -> bool:
    return bool(code.co_flags & inspect.CO_COROUTINE)


async def _awaited(code: CodeType, names: dict[str, Any]) -> Any:
    return await eval(code, names)


def statements(block: Block, url: str) -> Iterator[tuple[CodeType, str | None]]:
    """Each statement, and what a comment behind an expression says of its value."""
    text = block.text.replace(ADDRESS, url)
    said = {
        token.start[0]: token.string.lstrip("# ")
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    }
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    for node in ast.parse(text, str(block), "exec").body:
        if isinstance(node, ast.Expr):
            whole = ast.Expression(node.value)
            code = compile(whole, str(block), "eval", flags, dont_inherit=True)
            yield code, said.get(node.end_lineno or node.lineno)
        else:
            module = ast.Module([node], [])
            yield compile(module, str(block), "exec", flags, dont_inherit=True), None


@pytest.fixture(scope="module")
def english(demo_page: Path, packages: Path) -> langdu.Article:
    engine = ArgosTranslator(packages)
    with langdu.Reader(engine) as reader:
        return reader.translate(langdu.load(demo_page), to="en")


@pytest.fixture
def names(
    tmp_path: Path,
    demo_page: Path,
    packages: Path,
    english: langdu.Article,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[dict[str, Any]]:
    """What a reader of the page has at hand: an article, a folder, a site (this machine)."""
    monkeypatch.chdir(tmp_path)
    # not by the environment: argostranslate looks at that once, when something imports it
    monkeypatch.setattr(settings, "package_data_dir", packages)
    Path("mine.csv").write_text("zh,en\n局长,director\n", encoding="utf-8")
    article = langdu.load(demo_page)

    def page(exchange: Exchange) -> None:
        exchange.answer(demo_page.read_bytes(), Content_Type="text/html; charset=utf-8")

    with serving({"/page.html": page}) as server:
        for module in (fetcher, async_fetcher):
            monkeypatch.setattr(module, "World", lambda: World(refusal=only_this_machine))
        url = f"{server.url}/page.html"
        yield {
            "langdu": langdu,
            "article": article,
            "translation": english,
            "folder": tmp_path / "cache",
            "url": url,
            "urls": [url],
        }
