"""What lands in the folder, and what does not."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from langdu.article import Article, Figure, List, ListItem, Paragraph
from langdu.article_json import from_json
from langdu.errors import FetchError, PublishError
from langdu.publishing import SUFFIXES, WRITERS, Edition, Writer, publish, render
from tests.publishing.samples import FakeAudio, all_articles, article, png

STATEMENT = "accessibility.html"
ASSETS = ["assets/reader.css", "assets/reader.js"]
#: What the page of an article in Chinese consists of.
PAGE = [STATEMENT, *ASSETS, "index.html", "zh/index.html", "zh/words.js"]
FORMATS = ("html", "markdown", "text", "json")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_everything_in_its_place(tmp_path: Path) -> None:
    done = publish(
        [article("en"), article()],
        tmp_path / "new" / "site",
        formats=FORMATS,
        audio={"en": FakeAudio()},
        images=lambda _: png(),
    )
    written = tree(tmp_path / "new" / "site")
    files = [
        f"{lang}/{name}"
        for lang in ("en", "zh")
        for name in ("article.json", "article.md", "article.txt", "index.html", "words.js")
    ]
    sound = ["audio/en.mp3", "audio/en.timeline.json"]
    assert sorted(written) == sorted(
        [STATEMENT, *ASSETS, *sound, "images/b1.png", "index.html", *files]
    )
    assert sorted(done.files) == sorted(tmp_path / "new" / "site" / name for name in written)
    assert done.warnings == ()
    assert from_json(written["en/article.json"]) == article("en")
    assert json.loads(written["audio/en.timeline.json"])["duration"] == 272.4
    assert b'src="../audio/en.mp3"' in written["en/index.html"]
    assert b"<audio" not in written["zh/index.html"]
    assert b'<html lang="zh-Hans">' in written["index.html"]
    assert b'href="article.md"' in written["zh/index.html"]
    assert b"../images/b1.png" in written["zh/index.html"]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        publish(all_articles(), tmp_path / name, formats=FORMATS, images=lambda _: png())
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    assert not any(
        b"\r" in content
        for name, content in tree(tmp_path / "a").items()
        if not name.endswith("png")
    )


def test_files_are_for_everybody_that_the_umask_lets(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        done = publish([article()], tmp_path)
    finally:
        os.umask(old)
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in done.files} == {0o644}


@pytest.mark.parametrize(
    ("articles", "formats", "message"),
    [
        ([], ("html",), "nothing to publish"),
        ([article(), article()], ("html",), "two articles are in 'zh'"),
        ([article(), replace(article(), lang="ZH".lower())], ("html",), "two articles"),
        ([article()], ("html", "pdf"), "known ones are html, epub, .*text, braille, json"),
        ([article()], (), "no format"),
        ([replace(article(), lang="../../x")], ("json",), "no language code"),
        ([article(), Article("en", ())], ("html",), "other blocks"),
        ([replace(article(), blocks=(Paragraph("../x", ()),))], ("json",), "cannot be published"),
    ],
)
def test_what_cannot_be_published(
    tmp_path: Path, articles: list[Article], formats: tuple[str, ...], message: str
) -> None:
    with pytest.raises(PublishError, match=message) as caught:
        publish(articles, tmp_path / "site", formats=formats)
    assert "\n" not in str(caught.value)
    assert tree(tmp_path) == {}


def test_one_format_may_be_a_plain_name(tmp_path: Path) -> None:
    publish([article()], tmp_path, formats="text")
    assert list(tree(tmp_path)) == ["zh/article.txt"]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PublishError, match=r"cannot write .*choose another folder"):
        publish([article()], tmp_path / "file")
    with pytest.raises(PublishError, match="cannot write"):
        publish([article()], tmp_path / "file" / "deeper")


def test_a_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish([article()], tmp_path)
    before = tree(tmp_path)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(PublishError, match="No space left on device"):
        publish([replace(article(), title="x")], tmp_path)
    assert tree(tmp_path) == before


def test_audio_that_fails_leaves_nothing(tmp_path: Path) -> None:
    audio = {"zh": FakeAudio(error=OSError(5, "Input/output error"))}
    with pytest.raises(PublishError, match="Input/output error"):
        publish([article()], tmp_path, audio=audio)
    assert tree(tmp_path) == {}


def test_audio_without_an_edition_is_told(tmp_path: Path) -> None:
    done = publish([article()], tmp_path, audio={"en": FakeAudio()})
    assert done.warnings == ("audio for 'en': no such edition; left out",)
    assert list(tree(tmp_path)) == PAGE


def pictures(*urls: str) -> Article:
    figures = tuple(Figure(f"b{n}", url, "图", ()) for n, url in enumerate(urls, 1))
    return replace(article(), blocks=figures)


def test_pictures_are_asked_for_once_and_refused_by_their_bytes(tmp_path: Path) -> None:
    asked = []

    def images(url: str) -> bytes:
        asked.append(url)
        if url.endswith("gone"):
            raise FetchError("404 for\x1b[31m it")
        return b"<svg/>" if url.endswith("svg") else png()

    urls = [f"https://a.example/{n}" for n in ("1.jpg", "x.svg", "gone", "1.jpg", "gone")]
    done = publish([pictures(*urls)], tmp_path, images=images)
    assert asked == urls[:3]
    assert done.warnings == (
        "b2: no picture: https://a.example/x.svg is not PNG, JPEG, GIF, WebP or AVIF",
        "b3: no picture: 404 for [31m it",
    )
    assert sorted(tree(tmp_path)) == sorted([*PAGE, "images/b1.png"])
    page = (tmp_path / "zh" / "index.html").read_text("utf-8")
    assert page.count("<img") == 2
    assert 'href="https://a.example/x.svg"' in page


def test_nothing_is_loaded_from_elsewhere_without_a_source_of_pictures(tmp_path: Path) -> None:
    publish([pictures("https://a.example/1.jpg", "file:///etc/x")], tmp_path)
    page = (tmp_path / "zh" / "index.html").read_text("utf-8")
    assert "<img" not in page
    assert "file:///" not in page


def test_a_writer_of_ones_own(tmp_path: Path) -> None:
    def shout(edition: Edition) -> bytes:
        return (edition.article.title or "").upper().encode()

    mine = {**WRITERS, "shout": Writer("SHOUT", "loud", shout)}
    publish([article("en")], tmp_path, formats=["html", "shout"], writers=mine)
    assert (
        tmp_path / "en" / "article.loud"
    ).read_text() == "THE TOWN LIBRARY OPENS FOR NIGHT READERS"
    assert 'href="article.loud">SHOUT' in (tmp_path / "en" / "index.html").read_text("utf-8")


def test_lists_that_are_too_deep() -> None:
    block = List("l", False, 1, ())
    for _ in range(3000):
        block = List("l", False, 1, (ListItem("i", (), block),))
    for form in FORMATS[:3]:
        with pytest.raises(PublishError, match="nested deeper than 32"):
            render(replace(article(), blocks=(block,)), form)
    with pytest.raises(PublishError, match="nested deeper than 32"):
        publish([replace(article(), blocks=(block,))], "nowhere", formats=["json"])


def test_one_format_by_name() -> None:
    for form, suffix in SUFFIXES.items():
        assert render(article(), form).strip()
        assert suffix in (".html", ".md", ".txt", ".json")
    with pytest.raises(PublishError, match="unknown format 'pdf'"):
        render(article(), "pdf")
