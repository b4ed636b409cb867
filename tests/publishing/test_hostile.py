"""Text from outside that wants to be more than text."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from langdu.article import Article, Paragraph, Sentence
from langdu.errors import PublishError
from langdu.publishing import (
    WRITERS,
    Edition,
    publish,
    render_html,
    render_markdown,
    render_text,
)
from langdu.publishing.pages import write_index, write_page
from langdu.publishing.safe import check_lang, clean_text, safe_tag, safe_url
from langdu.publishing.words import NoAids, write_words
from tests.publishing.hostile_text import PATTERNS, all_in_one, everywhere
from tests.publishing.page import every, one, parse, text
from tests.publishing.samples import png


def elements(page: str) -> Counter[str]:
    return Counter(str(element.tag) for element in every(parse(page), "//*"))


@pytest.mark.parametrize("value", PATTERNS)
def test_hostile_text_stays_text(value: str) -> None:
    page = render_html(everywhere(value))
    root = parse(page)
    ours = "//script[@id='_reader']|//head/script"
    assert every(root, "//script") == every(root, ours)
    assert len(every(root, ours)) == 2
    assert every(root, "//body[@onload]|//*[@onerror]|//*[@onmouseover]|//iframe") == []
    assert len(every(root, "//style")) == len(every(root, "//title")) == 1
    assert all(str(h)[:4] in ("http", "data") or str(h)[0] == "#" for h in root.xpath("//@href"))
    assert "49" not in text(one(root, "//article"))
    assert text(one(root, "//*[@id='b1.s1']")) == clean_text(value)
    index = write_index([everywhere(value)])
    assert every(parse(index), "//script[not(@src='assets/reader.js')]|//img") == []
    assert json.loads(text(one(root, "//script[@id='_reader']")))["current"] == "en"
    words = write_words(everywhere(value), NoAids())
    assert not set(words) & set("<>&\u2028\u2029\x00\x08\x1b\x7f")
    assert json.loads(words[len("langduWords(") : -3])["sentences"]["b1.s1"] == clean_text(value)
    for shown in (page, index, render_text(everywhere(value)), render_markdown(everywhere(value))):
        assert not set(shown) & set("\x00\x08\x1b\x7f\x9f\ufffe\U0010ffff\u202e\u202c\u2066\u2069")


def test_the_patterns_are_many_and_different() -> None:
    assert len(set(PATTERNS)) == len(PATTERNS) >= 80


def test_all_patterns_in_one_article(tmp_path: Path) -> None:
    """What stands in the folder: names that every system can have, and pictures of the folder."""
    asked: list[str] = []

    def picture(url: str) -> bytes:
        asked.append(url)
        return png()

    source = replace(all_in_one(), lang="zh", translation=None)
    published = publish([source, all_in_one()], tmp_path, formats=tuple(WRITERS), images=picture)
    assert set(asked) <= {*PATTERNS, all_in_one().url, "https://portal.example/1.png"}
    for file in published.files:
        for part in file.relative_to(tmp_path).parts:
            assert re.fullmatch(r"[a-z][a-zA-Z0-9.-]{0,40}", part), part
    for name in ("zh", "en"):
        root = parse((tmp_path / name / "index.html").read_text(encoding="utf-8"))
        for image in every(root, "//img"):
            assert re.fullmatch(r"\.\./images/b\d+f?\.png", image.get("src", ""))
        for link in root.xpath("//@href"):
            assert re.match(r"https?://|#|\.\./|data:,$|[a-z]+\.[a-z]+$|mailto:", str(link)), link
        assert "unsafe" not in "".join(map(str, root.xpath("//meta/@content")))
        data = json.loads(text(one(root, "//script[@id='_reader']")))
        assert data["current"] == name


def test_a_line_of_ten_megabytes(tmp_path: Path) -> None:
    line = "<b>长" * (10_000_000 // len("<b>长".encode()))
    article = Article("zh", (Paragraph("b1", (Sentence("b1.s1", line),)),))
    publish([article], tmp_path)
    page = (tmp_path / "zh" / "index.html").read_text(encoding="utf-8")
    assert page.count("&lt;b&gt;长") == len(line) // 4
    assert "<b>" not in page


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=40))
@example("&amp;<b>")
def test_any_text_comes_back_and_adds_no_element(value: str) -> None:
    def page(content: str) -> str:
        blocks = (Paragraph("b1", (Sentence("b1.s1", content),)),)
        return write_page(Edition(Article("en", blocks, title=f"t{content}", source=f"s{content}")))

    written = page(value)
    assert text(one(parse(written), "//*[@id='b1.s1']")) == clean_text(value)
    assert elements(written) == elements(page("x"))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org",
        "relative.html",
        "http://",
        "http://[::1",
        "http://a:99999999/",
        "http://exa mple.org",
        "http:/\\example.org",
        "https://a\\@b.example",
        "mailto:",
        "",
        None,
    ],
)
def test_addresses_that_are_no_links(url: str | None) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://Example.org/a b?q=“x”#y#z", "https://Example.org/a%20b?q=“x”#y%23z"),
        (
            "http://a.example/<x>\"'[1]{}|%zz%41",
            "http://a.example/%3Cx%3E%22'%5B1%5D%7B%7D%7C%25zz%41",
        ),
        ("http://bank.example@evil.example/", "http://evil.example/"),
        (" http://[::1]:80/ ", "http://[::1]:80/"),
        ("http://例子.example/路", "http://例子.example/路"),
        ("mailto:a@b.example?subject=x", "mailto:a@b.example?subject=x"),
    ],
)
def test_addresses_that_are_links(url: str, expected: str) -> None:
    assert safe_url(url) == expected
    assert safe_url(expected) == expected


@pytest.mark.parametrize(
    "lang",
    ["../../x", "", "e", "EN", "en/..", "en_GB", "en-", "en\n", "..", "abcd", "en" + "-a" * 20],
)
def test_language_codes_that_are_no_folder(lang: str) -> None:
    with pytest.raises(PublishError, match="is no language code"):
        check_lang(lang)
    with pytest.raises(PublishError, match="is no language code"):
        write_index([replace(Article("en", ()), lang=lang)])


def test_language_codes_that_are() -> None:
    for lang in ("zh", "en-GB", "zh-Hant-TW", "yue"):
        assert check_lang(lang) == lang
    assert safe_tag("zh_CN") == "zh-CN"
    assert safe_tag('en" onclick="x') is None
