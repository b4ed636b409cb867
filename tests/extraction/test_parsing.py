"""Trees that are a browser's and not libxml2's."""

import pytest

import langdu
from langdu.extraction.parsing import parse

TEXT = "The bridge over the river is open again. Work on it took nine months. " * 4


@pytest.mark.parametrize("element", ["article", "main", "section", "p", "div", "h1", "nav"])
@pytest.mark.parametrize("start", ["", "<!doctype html>", "<html lang=en>", "<head>"])
def test_a_page_without_the_tag_of_its_body(start: str, element: str) -> None:
    root = parse(f"{start}<title>Bridge</title><{element}><p>{TEXT}</{element}>and more<p>end")
    assert [child.tag for child in root] == ["head", "body"]
    assert [child.tag for child in root[0]] == ["title"]
    words = " ".join(map(str, root[1].itertext())).split()
    assert words == [*TEXT.split(), "and", "more", "end"]


def test_what_belongs_into_a_head_stays() -> None:
    head = "<meta charset=utf-8><title>a</title><noscript></noscript><link rel=x><style></style>"
    root = parse(f"<html><head>{head}<script></script></head><body><p>text</body></html>")
    tags = ["meta", "title", "noscript", "link", "style", "script"]
    assert [child.tag for child in root[0]] == tags


def test_its_article_is_found() -> None:
    page = f"<html lang=en><title>Bridge</title><article><h1>Bridge</h1><p>{TEXT}</article></html>"
    assert langdu.load(page.encode()).title == "Bridge"
