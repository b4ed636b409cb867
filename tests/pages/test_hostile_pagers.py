"""Pages made to cost time: looking for a pager costs no more than reading them."""

import time

import pytest

from langdu.extraction.pages.find import find_pager
from langdu.extraction.parsing import parse

URL = "https://portal.example/zw/t20240305_101_2.html"
MANY = 20_000


@pytest.mark.parametrize(
    "text",
    [
        "<a href='?page=2'>2</a>" * MANY,
        "<a href='?page=2'><b>" * 1000 + "2",
        "<div class='x'>" * 240 + "<a href='t20240305_101_3.html'>3</a>" * MANY,
        "<h2>" + "<span>" * 900 + "x" + "</span>" * 900 + "</h2><h2>x</h2>" * MANY,
        "<script>" + "createPageHTML(" * 3000 + "</script>",
        "<script>createPageHTML(9,0,'t20240305_101','html')" + "/*" * 20_000 + "</script>",
        "<script>createPageHTML(" + " " * 40_000 + "</script>",
        f"<a href='?page={'9' * 100_000}'>2</a><a href='{'/2' * 50_000}'>2</a>",
        "<a href='?" + "page=2&" * 20_000 + "'>2</a>",
        "<a href='?page=2'>" + "1 " * 500_000 + "</a>",
        f"<a href='?page=2'>{'2' * 79}</a><a href='?page=2'>{'[' * 79}</a>" * 2000,
    ],
    ids=range(11),
)
def test_time(text: str) -> None:
    root = parse(f"<body><p>text</p>{text}</body>")
    start = time.process_time()
    find_pager(root, URL, URL)
    assert time.process_time() - start < 3
