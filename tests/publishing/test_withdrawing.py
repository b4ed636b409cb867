"""An article that is withdrawn."""

from pathlib import Path

import pytest

from langdu.errors import PublishError
from langdu.publishing import publish, publish_single, withdraw
from tests.publishing.page import every, one, parse, text
from tests.publishing.samples import FakeAudio, article, png

SOURCE = article().title or ""


def published(folder: Path) -> Path:
    publish(
        [article(), article("en")],
        folder,
        formats=["html", "epub", "text", "braille", "json", "fragment"],
        audio={"en": FakeAudio()},
        images=lambda _: png(),
    )
    return folder


def names(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_notice_stands_where_the_article_stood_and_the_rest_is_gone(tmp_path: Path) -> None:
    done = withdraw(published(tmp_path))
    pages = ["accessibility.html", "en/index.html", "index.html", "zh/index.html"]
    assets = ["assets/fragment.css", "assets/reader.css", "assets/reader.js"]
    assert names(tmp_path) == sorted([*assets, *pages])
    assert sorted(p.relative_to(tmp_path).as_posix() for p in done.files) == pages
    for name in pages:
        content = (tmp_path / name).read_text("utf-8")
        assert SOURCE not in content
        root = parse(content)
        assert [part.get("lang") for part in every(root, "//main/section")][1:3]
        assert len(every(root, "//main/section[@lang]")) == 5
        assert one(root, "//meta[@name='robots']").get("content") == "noindex"
    english = parse((tmp_path / "en" / "index.html").read_text("utf-8"))
    assert english.get("lang") == "en"
    assert text(one(english, "//h1")) == "This article has been withdrawn"


def test_nothing_is_stated_of_a_page_that_is_gone(tmp_path: Path) -> None:
    publish([article()], tmp_path)
    withdraw(tmp_path)
    statement = (tmp_path / "accessibility.html").read_text("utf-8")
    assert statement == (tmp_path / "index.html").read_text("utf-8")
    assert "noindex" in statement


def test_it_can_be_done_again_and_files_of_others_stay(tmp_path: Path) -> None:
    published(tmp_path)
    for name in ("zh/notes.pdf", "images/logo.png", "de/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("mine")
    withdraw(tmp_path)
    first = names(tmp_path)
    withdraw(tmp_path)
    assert names(tmp_path) == first
    assert {"zh/notes.pdf", "images/logo.png", "de/index.html"} <= {*first}


def test_a_single_file_becomes_a_notice_too(tmp_path: Path) -> None:
    publish_single([article()], tmp_path)
    withdraw(tmp_path)
    content = (tmp_path / "reader.html").read_text("utf-8")
    assert SOURCE not in content
    assert "已撤回" in content


def test_a_folder_without_anything_of_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "index.html").write_text("<p>mine")
    with pytest.raises(PublishError, match="nothing is published in"):
        withdraw(tmp_path)
    assert names(tmp_path) == ["en/index.html"]
