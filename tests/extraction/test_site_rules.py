"""Rules that users add for their sites: what they may do, and what becomes of bad ones."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

import langdu
from langdu import plugins
from langdu.cli import run
from langdu.errors import ExtractError, PluginError
from langdu.extraction import Choice, PageRule, SiteRule, explain, extract
from langdu.page import Page

DOCS = Path(__file__).parent.parent.parent / "docs" / "site-rules.md"
PAGE = """<html><head><title>Wrong - Paper</title><meta name=PubDate content="2020-01-01 10:00">
<meta name=keywords content="wrong"></head><body>
<div class=main><h1 class=t>The bridge is open</h1><span class=date>5 March 2024</span>
<p class=by>By <b>Ada Reed</b> and <b>Li Wen</b></p><i class=k>bridges</i><i class=k>rivers, new</i>
<div id=txt class="comments"><p>Short.</p><div class=ad><p>Buy a boat.</p></div>
<p>Yes.</p></div></div>
<div class=article-body><p>{prose}</p><p>It goes on. {prose}</p></div></body></html>""".format(
    prose="This text is long and is what a program would take for the article, being prose. " * 3
)
RULE = SiteRule(
    "paper",
    hosts=("paper.example",),
    content="div#txt",
    remove=("div.ad",),
    fields={"title": "h1.t", "published": "span.date", "author": ".by b", "keywords": ".k"},
)


def page(host: str = "paper.example", text: str = PAGE) -> Page:
    return Page(text, url=f"https://{host}/1", base=f"https://{host}/1")


def said(article: langdu.Article) -> list[str]:
    return [
        "".join(s.text for s in block.sentences)
        for block in article.blocks
        if hasattr(block, "sentences")
    ]


def test_a_rule_points_at_content_and_fields() -> None:
    found = explain(page(), rules=[RULE])
    assert said(found.article) == ["Short.", "Yes."]
    assert found.article.title == "The bridge is open"
    # the page's meta has a time of another day, and of this day it would be no better
    assert found.article.published == "2024-03-05"
    assert found.article.author == "Ada Reed, Li Wen"
    assert found.article.keywords == ("bridges", "rivers, new")
    own = {(o.field, o.value) for o in found.origins if o.where == "rule paper"}
    assert ("published", "2024-03-05") in own
    assert {field for field, _ in own} == {"title", "published", "author", "keywords"}
    assert [r.text for r in found.removals if r.rule == "rule paper"] == ["Buy a boat."]
    assert found.remarks == ()


@pytest.mark.parametrize("host", ["www.paper.example", "PAPER.example", "paper.example:8080"])
def test_hosts_and_those_below_them(host: str) -> None:
    assert RULE.matches(page(host))


@pytest.mark.parametrize("host", ["newspaper.example", "example", "paper.example.org", "[bad"])
def test_other_hosts(host: str) -> None:
    assert not RULE.matches(page(host))
    assert not RULE.matches(Page(PAGE))
    if host != "[bad":
        assert extract(page(host), rules=[RULE]) == extract(page(host))


def test_a_host_in_letters_of_its_own() -> None:
    rule = SiteRule("ja", hosts=("例え.jp",), content="p")
    assert rule.matches(page("xn--r8jz45g.jp"))
    assert rule.matches(page("例え.jp"))


def test_a_rule_that_misses_is_told_of_and_the_page_is_read_all_the_same() -> None:
    rule = SiteRule("old", ("paper.example",), "div#gone", fields={"title": "h1.t", "editor": "q"})
    found = explain(page(), rules=[rule])
    assert any("long and is what" in text for text in said(found.article))
    assert found.article.title == "The bridge is open"
    assert found.remarks == (
        "rule old: 'q' found no editor",
        "rule old: 'div#gone' found no content",
        "rule old: no content, so the page was read as if there were no rule",
    )


def test_a_date_that_is_none_is_told_of() -> None:
    rule = SiteRule("d", ("paper.example",), "div#txt", fields={"published": "h1.t"})
    found = explain(page(), rules=[rule])
    assert found.remarks == ("rule d: 'The bridge is open' is no date (published)",)
    assert found.article.published == "2020-01-01T10:00"


def test_values_of_metas_and_times() -> None:
    text = PAGE.replace("<h1", '<time datetime="2023-02-01T08:30">yesterday</time><h1')
    rule = SiteRule(
        "m", ("paper.example",), "#txt", fields={"published": "time", "site": "meta[name=keywords]"}
    )
    article = extract(page(text=text), rules=[rule])
    assert (article.published, article.site) == ("2023-02-01T08:30", "wrong")


def test_several_elements_are_the_content_and_none_twice() -> None:
    rule = SiteRule("s", ("paper.example",), "#txt, #txt p, .article-body p", remove=(".ad",))
    texts = said(extract(page(), rules=[rule]))
    assert texts[:2] == ["Short.", "Yes."]
    assert len(texts) == 4
    assert "Buy a boat." not in texts


def test_the_first_rule_for_the_page_counts() -> None:
    other = SiteRule("other", ("paper.example",), ".article-body")
    assert said(extract(page(), rules=[RULE, other])) == ["Short.", "Yes."]
    assert len(said(extract(page(), rules=[other, RULE]))[1]) > 100


def test_a_field_that_no_article_has() -> None:
    with pytest.raises(PluginError, match="the rule 'x' names a field 'date'; there are: author"):
        SiteRule("x", ("h.example",), "p", fields={"date": "b"})


class Custom:
    """A rule of another's making, which does what it is told in the tests."""

    name = "custom"

    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def matches(self, page: Page) -> bool:
        return True

    def choose(self, soup: BeautifulSoup) -> Any:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer(soup)


def test_an_object_of_ones_own_may_change_the_document() -> None:
    def answer(soup: BeautifulSoup) -> Choice:
        for tag in soup.select(".ad"):
            tag.decompose()
        for tag in soup.select("#txt p"):
            tag.string = f"{tag.get_text()} Indeed."
        return Choice(soup.select("#txt"), fields={"source": "The Paper", "column": ["A", "B"]})

    rule = Custom(answer)
    assert isinstance(rule, PageRule)
    article = extract(page(), rules=[rule])
    assert said(article) == ["Short. Indeed.", "Yes. Indeed."]
    assert (article.source, article.column) == ("The Paper", ("A", "B"))


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (KeyError("a\nb"), "the site rule 'custom' failed: KeyError"),
        (lambda soup: soup.select("p"), "gave ResultSet, not a Choice"),
        (
            lambda soup: Choice(
                soup.select("p["),
            ),
            "the site rule 'custom' failed: SelectorSyntax",
        ),
        (
            lambda soup: Choice([None]),  # type: ignore[list-item]
            "the site rule 'custom' failed",
        ),
        (lambda soup: Choice(soup.select("p"), fields={"titel": "x"}), "has no field 'titel'"),
        (
            lambda soup: Choice(soup.select("p"), fields={"title": 3}),  # type: ignore[dict-item]
            "the site rule 'custom' failed",
        ),
    ],
)
def test_a_rule_that_fails_is_named_in_one_line(answer: Any, message: str) -> None:
    with pytest.raises(PluginError, match=re.escape(message)) as caught:
        extract(page(), rules=[Custom(answer)])
    assert "\n" not in str(caught.value)


def test_an_error_of_langdus_own_passes() -> None:
    with pytest.raises(ExtractError, match="only for subscribers"):
        extract(page(), rules=[Custom(ExtractError("only for subscribers"))])


def test_deep_pages_go_through_a_rule() -> None:
    text = PAGE.replace("Short.", "<div>" * 1500 + "Deep down.")
    assert "Deep down." in said(extract(page(text=text), rules=[RULE]))


def code(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The documentation's example as an installed distribution."""
    (tmp_path / "my_rules.py").write_text(code("python")[0], "utf-8")
    folder = tmp_path / "my_rules-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: my-rules\nVersion: 1.0\n")
    points = code("toml")[0].replace('[project.entry-points."', "[").replace('"]', "]")
    (folder / "entry_points.txt").write_text(points.replace('"', ""), "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield folder
    sys.modules.pop("my_rules", None)


def test_the_documented_example_has_ten_lines_and_works(installed: Path) -> None:
    assert len(code("python")[0].strip().splitlines()) <= 10
    article = extract(page(), rules=plugins.rules())
    assert said(article) == ["Short.", "Yes."]
    assert (article.title, article.author) == ("The bridge is open", "Ada Reed, Li Wen")


def test_the_documented_class_works() -> None:
    names: dict[str, Any] = {}
    exec(code("python")[1], names)  # the documentation's own code
    text = PAGE.replace("id=txt", 'id="printed"').replace("Yes", "Yes<sup class=note>1</sup>")
    article = extract(page(text=text), rules=[names["Printed"]()])
    assert said(article) == ["Short.", "Buy a boat.", "Yes."]
    assert article.source == "Print edition"


def test_the_command_line_follows_rules_and_explains_them(
    installed: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "my_rules.py").write_text(code("python")[1] + "\nrule = Printed()\n", "utf-8")
    file = tmp_path / "page.html"
    file.write_text(PAGE.replace("id=txt", 'id="printed"'), "utf-8")
    assert run(["extract", str(file), "--explain"]) == 0
    shown = capfd.readouterr()
    assert "source: 'Print edition' from rule printed" in shown.err
    assert "Buy a boat." in shown.out
    assert "prose" not in shown.out
    file.write_text(PAGE + 'id="printed"', "utf-8")
    assert run(["extract", str(file), "--explain"]) == 0
    shown = capfd.readouterr()
    assert "rule printed: no content" in shown.err
    assert "prose" in shown.out


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("no_such_module:rule", "the plugin 'paper' cannot be loaded: ModuleNotFoundError"),
        ("my_rules:SiteRule", "the plugin 'paper' gives SiteRule, which is no site rule"),
        ("os:sep", "the plugin 'paper' gives str, which is no site rule"),
    ],
)
def test_a_broken_plugin_is_named(installed: Path, target: str, message: str) -> None:
    (installed / "entry_points.txt").write_text(f"[langdu.rules]\npaper = {target}\n")
    with pytest.raises(PluginError, match=re.escape(message)):
        langdu.load(PAGE.encode())
    assert langdu.load(b"A title\n\nA text that is no page needs no rules of sites.").blocks
