"""``langdu speak -o``: what lies there afterwards, and two languages in one reading."""

import json
from dataclasses import replace
from pathlib import Path

import av
import pytest
import webvtt

from langdu.article import Translation
from langdu.article_json import to_json
from langdu.cli import common
from langdu.cli.audio_options import Both, Files, Voicing, targets, to_file
from langdu.reader import Reader
from langdu.speech import FakeVoice
from langdu.speech.files import tags
from tests.cli.conftest import Command
from tests.speech.files.samples import ARTICLE, ENGLISH, png


def test_two_languages_with_captions_and_a_cover(langdu: Command, demo_page: Path) -> None:
    png(langdu.folder / "cover.png")
    result = langdu(
        *["speak", str(demo_page), "-t", "en", "--with", "zh", "--with-after", "--rate", "2"],
        *["-o", "both.m4b", "--captions", "both.vtt", "--cover", "cover.png"],
    )
    assert result.code == 0, result.err
    names = sorted(p.name for p in langdu.folder.iterdir())
    assert names == ["both.m4b", "both.timeline.json", "both.vtt", "cover.png"]
    timeline = json.loads((langdu.folder / "both.timeline.json").read_text("utf-8"))
    assert [(c["id"], c["lang"]) for c in timeline["cues"][:2]] == [
        ("title", "en"),
        ("title", "zh"),
    ]
    captions = webvtt.read(str(langdu.folder / "both.vtt"))
    assert [c.identifier for c in captions][:2] == ["title-en", "title-zh"]
    assert captions[1].text == "【云溪区】河畔老城添新景"
    with av.open(str(langdu.folder / "both.m4b")) as file:
        assert file.metadata["title"].startswith("[Yunxi District]")
        assert len(file.chapters()) == 3


def test_the_source_with_a_given_translation(langdu: Command) -> None:
    (langdu.folder / "zh.json").write_text(to_json(ARTICLE), "utf-8")
    translation = replace(ENGLISH, translation=Translation("zh", "by hand"))
    (langdu.folder / "en.json").write_text(to_json(translation), "utf-8")
    langdu.environment["ARGOS_PACKAGES_DIR"] = str(langdu.folder / "none")  # nothing to ask
    given = ("speak", "zh.json", "--translation", "en.json", "--rate", "2.5", "-o", "a.wav")
    for with_lang, first, second in (("en", "en", "zh"), ("zh", "zh", "en")):
        result = langdu(*given, "--with", with_lang)
        assert result.code == 0, result.err
        cues = json.loads((langdu.folder / "a.timeline.json").read_text("utf-8"))["cues"]
        assert [cue["lang"] for cue in cues[:2]] == [first, second]


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (["--captions", "a.vtt"], 2, "-o FILE"),
        (["--cover", "a.png"], 2, "-o FILE"),
        (["--with-after", "-o", "a.wav"], 2, "--with LANG"),
        (["--with", "zh", "-o", "a.wav"], 1, "two languages"),
        (["--captions", "a.txt", "-o", "a.wav"], 1, ".vtt or .srt"),
        (["--cover", "none.png", "-o", "a.wav"], 1, "cannot read the cover"),
        (["-o", "a.ogg"], 1, ".wav, .flac, .mp3, .m4b"),
    ],
)
def test_errors(langdu: Command, demo_page: Path, options: list[str], code: int, says: str) -> None:
    result = langdu("speak", str(demo_page), *options)
    assert result.code == code
    assert says in result.err
    assert not list(langdu.folder.iterdir())
    if code == 1:
        assert len(result.err.splitlines()) == 1


def test_the_languages_to_translate_into() -> None:
    assert targets(None, Both(None, False), "zh") == ()
    assert targets("en", Both("zh", False), "zh-CN") == ("en",)
    assert targets("English", Both("en", False), "zh") == ("English",)
    assert targets("en", Both("ja", False), "zh") == ("en", "ja")
    assert targets(None, Both("en", False), "zh") == ("en",)


def test_it_says_what_a_file_lacks_without_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = Files(tmp_path / "a.mp3", None, None)
    monkeypatch.setattr(common, "reader", lambda engine: Reader(voice=FakeVoice()))
    for there, lines in ((True, 0), (False, 1)):
        monkeypatch.setattr(tags, "can_tag", lambda there=there: there)
        voicing = Voicing(None, 1.0, None)
        to_file(ARTICLE, None, voicing, tmp_path / "a.mp3", files, Both(None, False))
        assert capsys.readouterr().err.count("langdu[audio]") == lines
