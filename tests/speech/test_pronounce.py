"""A user's own pronunciations: the file, its errors, and the voice that knows them."""

from pathlib import Path

import pytest

from langdu.article import Article, Paragraph, Sentence
from langdu.errors import SpeechError
from langdu.speech import FakeVoice, Sound, synthesize
from langdu.speech.pronounce import NONE, load, merged
from langdu.speech.pronounced import pronounced
from langdu.speech.respelling import respelled
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Speaker, Voice


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "pronounce.toml"
    path.write_text(
        '[zh]\n"云溪" = "yun2 qi1"\n"重" = "chong2"\n"重走" = "chong2  zou3"\n'
        '[ja]\n"生駒" = "いこま"\n[en]\n"Yun" = "Yoon"\n"C++" = "see plus plus"\n',
        encoding="utf-8",
    )
    return path


def test_the_longest_word_is_found_first(file: Path) -> None:
    found = load(file).readings("重走云溪路", "zh-CN")
    assert found == (Reading(0, 2, "chong2 zou3"), Reading(2, 4, "yun2 qi1"))


def test_an_english_word_is_no_part_of_another(file: Path) -> None:
    text = "Yun and Yunnan, in C++"
    given = load(file).readings(text, "en")
    assert respelled(text, given, "en", espeak=False) == "Yoon and Yunnan, in see plus plus"


def test_other_languages_have_none(file: Path) -> None:
    assert load(file).readings("Yun 重走", "ko") == ()
    assert NONE.readings("重走", "zh") == ()


def test_the_users_readings_go_before_others() -> None:
    own = (Reading(2, 4, "a1"),)
    others = (Reading(0, 1, "b1"), Reading(3, 6, "c1"), Reading(6, 7, "d1"))
    assert merged(own, others) == (others[0], own[0], others[2])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('[zh]\n"重走" = "zhong"\n', "[zh] '重走'"),
        ('[zh]\n"重走" = 4\n', "[zh] '重走'"),
        ('[zh]\n"重走" = " "\n', "[zh] '重走'"),
        ('[zh]\n" " = "chong2"\n', "[zh] ' '"),
        ('[ja]\n"語" = "go"\n', "[ja] '語'"),
        ('[xx]\n"a" = "b"\n', "'xx'"),
        ('zh = "chong2"\n', "'zh'"),
        ("[zh\n", "not TOML"),
    ],
)
def test_an_error_names_file_and_key(tmp_path: Path, text: str, wrong: str) -> None:
    path = tmp_path / "p.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SpeechError) as caught:
        load(path)
    message = str(caught.value)
    assert str(path) in message
    assert wrong in message
    assert "\n" not in message


def test_a_file_that_is_missing_or_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="cannot read"):
        load(tmp_path / "none.toml")
    (tmp_path / "p.toml").write_bytes(b'[zh]\n"\xff" = "a1"\n')
    with pytest.raises(SpeechError, match="UTF-8"):
        load(tmp_path / "p.toml")


class Listening:
    """A voice that remembers the readings that it was given."""

    name = "listening"

    def __init__(self) -> None:
        self._voice = FakeVoice()
        self.voices = self._voice.voices
        self.heard: list[list[str]] = []
        self.lanes = 2

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> Speaker:
        speaker = self._voice.open(lang, rate=rate, voice=voice)
        plain = speaker.say

        def say(text: str, readings: tuple[Reading, ...] = ()) -> Sound:
            self.heard.append([f"{text[r.start : r.end]}={r.sounds}" for r in readings])
            return plain(text, readings)

        speaker.say = say  # type: ignore[method-assign, assignment]
        return speaker


def test_a_voice_is_told_the_users_words_and_langdus_own(file: Path) -> None:
    listening = Listening()
    article = Article("zh", (Paragraph("b1", (Sentence("b1.s1", "重走2条英雄路"),)),))
    voice: Voice = pronounced(listening, load(file))
    with synthesize(article, voice) as audio:
        assert audio.duration > 0
    assert listening.heard == [["重走=chong2 zou3", "雄=xiong2"]]
    assert voice.lanes == 2  # type: ignore[attr-defined]
    assert not hasattr(pronounced(FakeVoice(), load(file)), "lanes")
    assert voice.name == "listening"


def test_a_voice_without_pronunciations_stays_as_it_is() -> None:
    voice = FakeVoice()
    assert pronounced(voice, NONE) is voice
