"""Text from outside that wants to be more than text."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from langdu.article import (
    Article,
    Attachment,
    Check,
    Figure,
    Mark,
    Model,
    Paragraph,
    Sentence,
    Translation,
)
from langdu.errors import PublishError
from langdu.publishing import Edition, render_html, render_markdown, render_text
from langdu.publishing.pages import write_index, write_page
from langdu.publishing.safe import check_lang, clean_text, safe_tag, safe_url
from langdu.publishing.words import NoAids, write_words
from tests.publishing.page import every, one, parse, text

HOSTILE = [
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</style></head><body onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{7*7}}{% raw %}${7*7}#{7*7}",
    "<!-- --!> <![CDATA[ ]]>",
    "&lt;script&gt;&#60;b&#62;&amp;",
    "a\x00b\x08c\x1b[31md\x7f\x9f\ufffe\U0010ffff",
    "\u202eevil\u202c \u2066\u2069",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "</code></pre></table></span>",
    "＜script＞ \ufeff \u2028",
    "\r\n\t\x0b\x0c",
]


def everywhere(value: str) -> Article:
    """An article that has the text in every field that takes one."""
    marks = tuple(
        Mark(kind, 0, len(value), value)
        for kind in ("link", "ruby", "lang", "note", "strong", "em", "sub", "sup")
    )
    checks = (Check("b1.s1", value, value, value), Check(value, value, value, value))
    return Article(
        lang="en",
        title=value,
        url=value,
        site=value,
        published=value,
        updated=value,
        source=value,
        author=value,
        editor=value,
        column=(value, value),
        keywords=(value,),
        blocks=(
            Paragraph("b1", (Sentence("b1.s1", value),)),
            Paragraph("b2", (Sentence("b2.s1", value, marks),)),
            Figure("b3", value, value, ()),
            Attachment("b4", value, (Sentence("b4.s1", value, marks),)),
        ),
        translation=Translation(value, value, (Model(value, value),), checks),
    )


def elements(page: str) -> Counter[str]:
    return Counter(str(element.tag) for element in every(parse(page), "//*"))


@pytest.mark.parametrize("value", HOSTILE)
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
