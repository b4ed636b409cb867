"""The index pages: every article is on them, every link leads somewhere, and little is written."""

import errno
import os
import posixpath
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from langdu.batching.describing import edition_of, entry_of
from langdu.batching.entries import EditionEntry, Entry
from langdu.batching.site import build_site
from langdu.batching.site.catalogue import Catalogue
from langdu.batching.site.shelves import PER_PAGE, libraries
from langdu.errors import PublishError
from langdu.publishing import publish
from tests.batching.site_samples import entry
from tests.conftest import ROOT
from tests.publishing.page import every, one, parse, text
from tests.publishing.samples import all_articles

BASE = "https://portal.example/l/"
LANGS = ("zh", "en", "ja")
SOME = [entry(number, LANGS, spoken=number % 13 == 0) for number in range(130)]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def names(paths: tuple[Path, ...], folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def pages(folder: Path) -> dict[str, str]:
    return {name: data.decode() for name, data in tree(folder).items() if name.endswith(".html")}


def target(page: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(href)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build_site(folder, SOME, base_url=BASE)
    return folder


def test_every_link_leads_somewhere(site: Path) -> None:
    there = tree(site)
    articles = {edition.href for item in SOME for edition in item.editions}
    for name, page in pages(site).items():
        for element in every(parse(page), "//*[@href or @src]"):
            href = element.get("href") or element.get("src") or ""
            if href.startswith("#"):
                assert every(parse(page), f"//*[@id='{href[1:]}']")
            elif href != "data:,":
                assert target(name, href) in there.keys() | articles, (name, href)


def test_other_languages_link_back(site: Path) -> None:
    links = {
        (name, target(name, link.get("href", "")), link.get("hreflang"))
        for name, page in pages(site).items()
        for link in every(parse(page), "//link[@rel='alternate' and @hreflang]")
        if name != "index.html"
    }
    tags = {name: parse(page).get("lang") for name, page in pages(site).items()}
    assert len({name for name, _, _ in links}) == len(tags) - 1
    assert {(there, here, tags[here]) for here, there, _ in links} == links


def test_every_article_is_in_its_month_and_its_column_once(site: Path) -> None:
    for lang in LANGS:
        found: dict[bool, list[str]] = {True: [], False: []}
        for name, page in pages(site).items():
            if name.startswith(f"{lang}/") and name != f"{lang}/index.html":
                items = every(parse(page), "//ul[@class='editions']/li/a")
                assert 0 < len(items) <= PER_PAGE
                found["/columns/" in name] += [target(name, a.get("href", "")) for a in items]
        hrefs = [e.href for item in SOME for e in item.editions if e.lang == lang]
        assert sorted(found[False]) == sorted(hrefs)
        with_column = [
            e.href for item in SOME if item.column for e in item.editions if e.lang == lang
        ]
        assert sorted(found[True]) == sorted(with_column)


def test_the_newest_come_first(site: Path) -> None:
    page = parse(pages(site)["en/index.html"])
    titles = [text(name) for name in every(page, "//li/a/span[@class='name']")]
    newest = [f"Article <{number}> & more (en)" for number in range(129, 129 - PER_PAGE, -1)]
    assert titles == newest
    assert [text(a) for a in every(page, "//nav[@aria-labelledby='_months']//a")] == [
        "February 2018",
        "January 2018",
    ]
    columns = every(page, "//nav[@aria-labelledby='_columns']//a")
    assert [(text(a), a.get("lang")) for a in columns] == [
        ("政务 › 县区动态", "zh-Hans"),
        ("文化", "zh-Hans"),
    ]
    assert text(one(page, "//h1")) == "青溪新闻网"
    assert one(page, "//h1").get("lang") == "zh-Hans"


def test_pages_are_walked_from_the_newest_to_the_oldest(site: Path) -> None:
    written = pages(site)
    seen, name = [], "zh/2018-01/index.html"
    while name:
        page = parse(written[name])
        seen += [text(e) for e in every(page, "//li/a/span[@class='name']")]
        older = every(page, "//a[@rel='next']")
        if older:
            back = every(parse(written[target(name, older[0].get("href", ""))]), "//a[@rel='prev']")
            assert target(target(name, older[0].get("href", "")), back[0].get("href", "")) == name
        name = target(name, older[0].get("href", "")) if older else ""
    assert seen == [f"Article <{number}> & more (zh)" for number in range(83, -1, -1)]


def test_what_a_machine_did_is_said(site: Path) -> None:
    written = pages(site)
    assert "Machine translation" in written["en/index.html"]
    assert "机器翻译" not in written["zh/index.html"]
    item = replace(SOME[0], editions=(replace(SOME[0].editions[1], demo=True),))
    (row,) = Catalogue([item]).newest("en", 5)
    assert row.edition.demo
    assert row.source_lang == "en"


def test_the_same_articles_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    mixed = random.Random(7).sample(SOME, len(SOME))
    build_site(tmp_path, iter(mixed), base_url=BASE)
    assert tree(tmp_path) == tree(site)
    again = build_site(tmp_path, SOME, base_url=BASE)
    assert (again.written, again.removed, again.kept) == ((), (), len(tree(tmp_path)) - 1)


def test_one_more_article_changes_only_its_pages(tmp_path: Path) -> None:
    build_site(tmp_path, SOME, base_url=BASE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    more = entry(130, LANGS)
    report = build_site(tmp_path, [more, *SOME], base_url=BASE)
    column = "columns/" + libraries(Catalogue([more]))[0].columns[0].folder.partition("/")[2]
    mine = [
        f"chapters/{more.slug}.json",
        f"{column}/index.html",
        *("2018-02/index.html", "feed.xml", "index.html", "podcast.xml"),
    ]
    expected = sorted(["sitemap.xml", *(f"{lang}/{name}" for lang in LANGS for name in mine)])
    assert names(report.written, tmp_path) == expected
    assert report.removed == ()
    touched = {p for p, time in before.items() if p.stat().st_mtime_ns != time}
    assert touched <= {*report.written, tmp_path / ".langdu" / "site.json"}


def test_what_is_no_more_is_removed_and_nothing_else(site: Path, tmp_path: Path) -> None:
    build_site(tmp_path, [*SOME, entry(400, ["zh", "de"])], base_url=BASE)
    for name in ("de/mine.txt", "articles/x/index.html", "zh/mine.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("mine")
    report = build_site(tmp_path, SOME, base_url=BASE)
    assert "de/index.html" in names(report.removed, tmp_path)
    left = tree(tmp_path)
    mine = {name for name, data in left.items() if data == b"mine"}
    assert len(mine) == 3
    assert {name: data for name, data in left.items() if name not in mine} == tree(site)
    assert not (tmp_path / "de" / "2018-05").exists()


@pytest.mark.parametrize(
    "book",
    [
        b"{",
        b"[]",
        b"\xff",
        b'{"schema": "langdu/site/1", "files": ["../out.html", "/etc/x.html", 7]}',
        b'{"schema": "langdu/site/1", "files": ["articles/a/index.html"]}',
    ],
)
def test_a_damaged_book_removes_nothing(tmp_path: Path, book: bytes) -> None:
    folder = tmp_path / "site"
    for name in ("out.html", "site/articles/a/index.html", "site/.langdu/site.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(book)
    assert build_site(folder, SOME[:1]).removed == ()
    assert (tmp_path / "out.html").exists()
    assert (folder / "articles/a/index.html").exists()


def test_a_run_that_was_cut_off_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = [entry(number * 20, ["zh", "en"]) for number in range(6)]
    new = [entry(number * 20, ["zh", "ko"]) for number in range(1, 7)]
    build_site(tmp_path / "whole", old)
    total = len(build_site(tmp_path / "whole", new).written) + 2  # the book, before and after
    for at in (0, 1, 2, total // 2, total - 2, total - 1):
        folder = tmp_path / f"cut{at}"
        build_site(folder, old)
        with monkeypatch.context() as patch:
            patch.setattr("langdu.batching.site.files.os.replace", _failing(os.replace, at))
            with pytest.raises(PublishError, match="full"):
                build_site(folder, new)
        build_site(folder, new)
        assert tree(folder) == tree(tmp_path / "whole")


def _failing(real: Callable[..., None], at: int) -> Callable[..., None]:
    """What works ``at`` times."""
    left = iter(range(at))

    def failing(*arguments: object) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "the disk is full")
        real(*arguments)

    return failing


SCRIPT = """
import sys
from pathlib import Path
from langdu.batching.site import build_site
from tests.batching.site_samples import entry
build_site(Path(sys.argv[1]), [entry(n, ["zh", "en"]) for n in range(int(sys.argv[2]))])
"""


def test_a_killed_run_is_completed_by_the_next(tmp_path: Path) -> None:
    """Killed when it has written some files, and not the last: whatever they are."""
    folder = tmp_path / "killed"
    with subprocess.Popen([sys.executable, "-c", SCRIPT, str(folder), "150"], cwd=ROOT) as child:
        while child.poll() is None and not (folder / "en" / "2018-01" / "1.html").exists():
            time.sleep(0.001)
        child.kill()
    assert (folder / ".langdu" / "site.json").exists()
    for place in (folder, tmp_path / "whole"):
        build_site(place, [entry(number, ["zh", "en"]) for number in range(40)])
    assert tree(folder) == tree(tmp_path / "whole")


def test_articles_and_their_site_hold_together(tmp_path: Path) -> None:
    articles = all_articles()
    publish(articles, tmp_path / "articles" / "a-1")
    made = entry_of("a-1", articles[0], [edition_of("a-1", article) for article in articles])
    build_site(tmp_path, [made])
    for article in articles:
        page = parse((tmp_path / article.lang / "index.html").read_text("utf-8"))
        link = one(page, "//ul[@class='editions']/li/a")
        assert (tmp_path / article.lang / link.get("href", "")).is_file()


def test_a_site_without_articles(tmp_path: Path) -> None:
    build_site(tmp_path, [])
    assert sorted(pages(tmp_path)) == ["index.html"]


def test_a_language_without_words_of_its_own(tmp_path: Path) -> None:
    build_site(tmp_path, [entry(1, ["fr"]), entry(2, ["fr"])])
    page = parse(pages(tmp_path)["fr/index.html"])
    assert page.get("lang") == "fr"
    assert one(page, "//h2[@id='_newest']").get("lang") == "en"


@pytest.mark.parametrize("lang", ["../x", "", "articles", "EN", "e" * 99])
def test_a_language_that_names_no_folder_is_refused(tmp_path: Path, lang: str) -> None:
    with pytest.raises(PublishError):
        build_site(tmp_path, [entry(1, [lang])])
    assert tree(tmp_path) == {}


def test_two_articles_in_one_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="two articles"):
        build_site(tmp_path, [SOME[0], SOME[0]])


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(PublishError) as caught:
        build_site(tmp_path / "site", SOME[:1])
    assert "\n" not in str(caught.value)


_ODD = ("\ud800", "'\">")
_EXTREME = ("0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00")
TEXT = st.text(max_size=8) | st.sampled_from(
    ["<script>alert(1)</script>", "]]>", "&x;", "\ufffe\x00\x1b[2J", "\u202e", "\n\r\n", *_ODD]
)
DATES = (
    st.none() | TEXT | st.sampled_from(["0000-00-00", "2020", "2020-02-30", "2020-13", *_EXTREME])
)


@settings(deadline=None, max_examples=50)  # a busy machine is no defect
@given(
    name=TEXT,
    texts=st.lists(st.tuples(TEXT, TEXT, TEXT, DATES, DATES), min_size=1, max_size=3),
    base=st.sampled_from([None, BASE]),
)
def test_hostile_texts_break_nothing(
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    texts: list[tuple[str, str, str, str | None, str | None]],
    base: str | None,
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    entries = []
    for number, (title, summary, column, published, updated) in enumerate(texts):
        sample = entry(number, ["zh", "en"])
        editions = tuple(replace(e, title=title, summary=summary) for e in sample.editions)
        entries.append(
            replace(
                sample,
                editions=editions,
                column=(column, title),
                published=published,
                updated=updated,
                url=f"javascript:{title}",
            )
        )
    build_site(folder, entries, name=name, base_url=base)
    for file, data in tree(folder).items():
        if file.endswith(".xml"):
            etree.fromstring(data)
        elif file.endswith(".html"):
            scripts = every(parse(data.decode()), "//script")
            assert [script.get("src", "")[-9:] for script in scripts] == ["reader.js"]
        assert b"\x1b" not in data
        assert b"javascript:" not in data or file.endswith(".js")


def test_an_entry_without_editions_is_no_harm(tmp_path: Path) -> None:
    bare = Entry("x-1", ())
    untitled = Entry("x-2", (EditionEntry("zh", None, "", "articles/x-2/zh/index.html"),))
    build_site(tmp_path, [bare, untitled], base_url=BASE)
    assert "无标题文章" in pages(tmp_path)["zh/undated/index.html"]
