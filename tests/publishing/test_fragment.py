"""The reader as a part of somebody else's page."""

import re
from dataclasses import replace
from pathlib import Path

from langdu.publishing import publish
from langdu.publishing.assets import reader_style
from langdu.publishing.fragment import scoped_style
from tests.publishing.page import every, one, parse
from tests.publishing.samples import all_articles, article


def test_a_fragment_has_no_document_and_one_outermost_element(tmp_path: Path) -> None:
    done = publish([article(), article("en")], tmp_path, formats=["fragment"])
    names = [path.relative_to(tmp_path).as_posix() for path in done.files]
    assert {"en/fragment.html", "zh/fragment.html", "en/words.js", "assets/fragment.css"} <= {
        *names
    }
    assert "index.html" not in names
    fragment = (tmp_path / "en" / "fragment.html").read_text("utf-8")
    assert not re.search("<(?:!DOCTYPE|html|head\b|body|main|meta|style)", fragment)
    root = parse(f"<div>{fragment}</div>")
    reader = one(root, "//div[@class='langdu']")
    assert reader.get("lang") == "en"
    assert one(reader, ".//article//h1") is not None
    assert len(every(reader, ".//nav//a")) == 2
    loaded = [str(value) for value in root.xpath("//link/@href | //script/@src")]
    assert loaded == ["../assets/fragment.css", "../assets/reader.js"]
    assert all((tmp_path / "en" / name).is_file() for name in loaded)


def test_pages_name_no_fragment_among_their_formats(tmp_path: Path) -> None:
    publish(all_articles(), tmp_path, formats=["html", "text", "fragment"])
    root = parse((tmp_path / "en" / "index.html").read_text("utf-8"))
    assert [a.text for a in every(root, "//ul[@aria-labelledby='_formats']//a")] == ["TXT"]


def selectors(style: str) -> list[str]:
    heads = re.findall(r"(?:^|[{}])\s*(?!@)([^{}\s][^{}]*)\{", style)
    return [part.strip() for head in heads for part in re.split(r",(?![^(\[]*[)\]])", head)]


def test_every_selector_stays_within_the_fragment() -> None:
    found = selectors(scoped_style())
    assert len(found) > 100
    assert [s for s in found if not s.startswith(".langdu")] == []
    assert [s for s in found if re.search(r":root|\bhtml\b|\bbody\b", s)] == []
    assert "@page" not in scoped_style()


def test_the_root_of_the_page_becomes_the_fragment_itself() -> None:
    style = scoped_style()
    assert '.langdu, .langdu[data-theme="light"] {' in style
    assert ".langdu:not([data-theme]) {" in style
    assert '.langdu[data-line="loose"] {' in style
    assert '.langdu[data-font="serif"] :lang(zh)' in style
    assert ".langdu * {" in style
    assert ".langdu :focus-visible {" in style
    assert style.count("@media") == reader_style().count("@media")
    assert style.count("{") == style.count("}")


def test_its_addresses_can_be_put_elsewhere(tmp_path: Path) -> None:
    title = 'a "../b" of ../c'
    publish([replace(article(), title=title)], tmp_path, formats=["fragment"])
    fragment = (tmp_path / "zh" / "fragment.html").read_text("utf-8")
    moved = parse(f"<div>{fragment.replace(chr(34) + '../', chr(34) + '/articles/1/')}</div>")
    assert one(moved, "//h1").text_content() == title
    assert one(moved, "//script[@src]").get("src") == "/articles/1/assets/reader.js"
    assert "../" not in str(one(moved, "//script[@id='_reader']").text)
