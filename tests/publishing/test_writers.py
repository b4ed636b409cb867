"""The contract of a writer, for those that come with langdu and for plugins."""

from dataclasses import replace
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import langdu
from langdu import plugins
from langdu.article import Article
from langdu.errors import PluginError
from langdu.publishing import WRITERS, Edition, Writer, publish
from langdu.publishing.fake import FAKE_WRITER
from tests.publishing.hostile_text import FEW as HOSTILE
from tests.publishing.hostile_text import everywhere_once as everywhere
from tests.publishing.samples import all_articles, article

EVERY = {**WRITERS, "fake": FAKE_WRITER}


def edition(one: Article) -> Edition:
    return Edition(one, languages=tuple(all_articles()))


@pytest.mark.parametrize("name", EVERY)
def test_contract(name: str) -> None:
    writer = EVERY[name]
    for one in all_articles():
        if writer.fits and not writer.fits(edition(one)):
            continue
        content = writer.render(edition(one))
        assert content
        assert isinstance(content, str | bytes)
        assert content == writer.render(edition(one)), "the same input gives the same output"
    assert writer.filename not in {w.filename for n, w in EVERY.items() if n != name}


@pytest.mark.parametrize("name", [name for name in EVERY if not EVERY[name].fits])
@pytest.mark.parametrize("value", HOSTILE[:9])
def test_hostile_text_is_written(name: str, value: str) -> None:
    content = EVERY[name].render(Edition(everywhere(value)))
    assert b"\x00" not in (content.encode() if isinstance(content, str) else b"")


class Points:
    """Entry points of a made-up distribution."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **values: str) -> None:
        points = [EntryPoint(name, value, "langdu.writers") for name, value in values.items()]
        monkeypatch.setattr(plugins, "entry_points", lambda *, group: [
            point for point in points if point.group == group])  # fmt: skip


SENTENCES = "langdu.publishing.fake:FAKE_WRITER"


def test_a_plugin_adds_a_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    Points(monkeypatch, sentences=SENTENCES)
    assert list(plugins.writers()) == [*WRITERS, "sentences"]
    made = langdu.publish([article("zh")], to=tmp_path, formats=["sentences"])
    assert [file.name for file in made.files] == ["sentences.tsv"]
    assert made.files[0].read_text("utf-8").startswith("title\t小镇图书馆开放夜读\n")


WRONG_NAME = replace(FAKE_WRITER, stem="../up")
NO_WRITER = "a text"
SHADOW = replace(FAKE_WRITER, stem="article", extension="epub")
LATE = Writer("Late", "late", lambda edition: 1 // 0)  # type: ignore[arg-type,return-value]
NUMBER = Writer("Number", "number", lambda edition: 7)  # type: ignore[arg-type,return-value]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("mine", "WRONG_NAME", r"'mine' writes '\.\./up\.tsv'"),
        ("Mine!", "FAKE_WRITER", "'Mine!' writes"),
        ("mine", "NO_WRITER", "gives str, which is no Writer"),
        ("mine", "Points", "gives Points, which is no Writer"),
        ("mine", "SHADOW", "would take the place of the format 'epub'"),
        ("html", "FAKE_WRITER", "would take the place of the format 'html'"),
        ("mine", "NOTHING", "'mine' cannot be loaded"),
    ],
)
def test_a_plugin_that_is_wrong_is_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, message: str
) -> None:
    Points(monkeypatch, **{name: f"{__name__}:{value}"})
    with pytest.raises(PluginError, match=message):
        plugins.writers()


@pytest.mark.parametrize(
    ("value", "message"),
    [("LATE", "format 'mine' fails: ZeroDivisionError"), ("NUMBER", "gives int, not text")],
)
def test_a_writer_that_fails_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str, message: str
) -> None:
    Points(monkeypatch, mine=f"{__name__}:{value}")
    with pytest.raises(PluginError, match=message):
        langdu.publish([article("zh")], to=tmp_path, formats=["mine"])
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_pages_link_the_other_formats_in_their_own_words(tmp_path: Path) -> None:
    publish([article("zh"), article("ja")], tmp_path, formats=["html", "epub-bilingual", "braille"])
    assert ">二言語 EPUB<" in (tmp_path / "ja" / "index.html").read_text("utf-8")
    chinese = (tmp_path / "zh" / "index.html").read_text("utf-8")
    assert "bilingual.epub" not in chinese
    assert ">盲文用文本<" in chinese
