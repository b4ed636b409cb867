"""The whole way of a page: bytes → page → article → JSON → the same article."""

from dataclasses import replace

from langdu.article_json import from_json, to_json
from langdu.errors import LangduError
from langdu.extraction import explain, extract
from langdu.loading import load_page

_URL = "https://portal.example/news/1.html"


def whole_way(data: bytes, *, explaining: bool = False) -> str:
    """``article``, or the name and the text of langdu's own error; whatever else is raised is a
    defect, and so is an article whose JSON reads back as another."""
    try:
        page = load_page(data)
        if explaining:  # the way with the most code in it
            article = explain(replace(page, url=_URL, base=_URL)).article
        else:
            article = extract(page)
    except LangduError as error:
        line = f"{type(error).__name__}: {error}"
    else:
        line = "article"
        text = to_json(article)
        text.encode("utf-8")
        assert from_json(text) == article, "the article's JSON reads back as another article"
    assert line[-2:] != ": ", "an error says what happened"
    assert "\n" not in line, "an error is one line"
    return line


def explained_way(data: bytes) -> str:
    """The same with an explanation, for a page that has an address."""
    return whole_way(data, explaining=True)
