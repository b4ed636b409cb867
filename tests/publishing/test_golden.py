"""One small article in every format, as files that a person can read.

After a wanted change run ``python -m tests.publishing.test_golden`` and read the difference.
"""

import re
from pathlib import Path

import pytest

from langdu.publishing import render_html, render_json, render_markdown, render_text
from tests.publishing.samples import article, small

GOLDEN = Path(__file__).parent / "golden"


def bare(page: str) -> str:
    """The page without its style, script, their hashes and the reading tools."""
    page = re.sub(r'<div class="tools".*(?=<main)', "", page, flags=re.S)
    page = re.sub("sha256-[^&]*", "…", page)
    return re.sub("<(style|script)>.*?</", r"<\1>…</", page, flags=re.S)


def rendered() -> dict[str, str]:
    return {
        "small.md": render_markdown(small()),
        "small.txt": render_text(small()),
        "small.html": bare(render_html(small())),
        "full.zh.txt": render_text(article()),
        "full.ko.md": render_markdown(article("ko", demo=True)),
    }


@pytest.mark.parametrize(
    "name", ["small.md", "small.txt", "small.html", "full.zh.txt", "full.ko.md"]
)
def test_golden(name: str) -> None:
    assert rendered()[name] == (GOLDEN / name).read_text("utf-8")


def test_json_is_that_of_the_article() -> None:
    assert render_json(small()).startswith('{\n "schema": "langdu/article/1",\n "lang": "en"')


if __name__ == "__main__":
    for name, text in rendered().items():
        (GOLDEN / name).write_text(text, "utf-8", newline="\n")
