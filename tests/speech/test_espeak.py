"""eSpeak NG's library without pyttsx3: the contract, phonemes and readings."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from langdu.errors import MissingVoice, SpeechError
from langdu.speech import EspeakVoice, child_engine, phonemes
from langdu.speech.child import Answer, Child
from langdu.speech.choosing import Offer
from langdu.speech.espeak import library
from langdu.speech.espeak.voice import EspeakSpeaker
from langdu.speech.spoken.form import Reading
from tests.speech.contract import TEXTS, VoiceContract, is_silent

linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc")


class TestEspeakVoice(VoiceContract):
    @pytest.fixture
    def voice(self) -> EspeakVoice:
        return EspeakVoice(timeout=60)

    @pytest.fixture
    def impatient(self) -> EspeakVoice:
        return EspeakVoice(timeout=3)


@pytest.fixture
def speaker() -> Iterator[EspeakSpeaker]:
    with EspeakVoice(timeout=60).open("zh") as speaker:
        yield speaker


@pytest.mark.parametrize("lang", TEXTS)
def test_the_phonemes_of_every_language_are_its_own(lang: str) -> None:
    found = phonemes(TEXTS[lang], lang)
    assert len(found) > 20
    assert "(en)" not in found


def test_phonemes_show_where_english_goes_on(speaker: EspeakSpeaker) -> None:
    assert "(en)" in speaker.phonemes("GDP")
    assert speaker.phonemes("你好", ipa=True) != speaker.phonemes("你好")
    assert " | " in speaker.phonemes("你好，世界。")


@pytest.mark.parametrize(
    ("text", "word", "sounds", "like"),
    [
        ("重走长征路", "重", "chong2", "虫走长征路"),
        ("女儿在家", "女儿", "nü3 er2", "女儿在家"),
        ("策略", "略", "lüe4", "策略"),
        ("银行GDP", "银行", "yin2 hang2", "银行GDP"),
    ],
)
def test_pinyin_takes_the_place_of_a_word(
    speaker: EspeakSpeaker, text: str, word: str, sounds: str, like: str
) -> None:
    at = text.index(word)
    told = speaker.phonemes(text, [Reading(at, at + len(word), sounds)])
    assert _plain(told) == _plain(speaker.phonemes(like))


def test_an_r_at_the_end_of_a_syllable_is_not_english(speaker: EspeakSpeaker) -> None:
    for sounds in ("huar1", "zher4", "nar3 yi4 dianr3", "er2"):
        assert "(en)" not in speaker.phonemes("花儿", [Reading(0, 2, sounds)])


def test_kana_take_the_place_of_kanji() -> None:
    with EspeakVoice(timeout=60).open("ja") as speaker:
        told = speaker.phonemes("市場に行く", [Reading(0, 2, "いちば")])
        assert told == speaker.phonemes("いちばにいく")
        assert told != speaker.phonemes("市場に行く")


def test_a_respelling_in_russian() -> None:
    told = phonemes("в банке", "ru", [Reading(2, 7, "доме")])
    assert told == phonemes("в доме", "ru")


def test_what_the_engine_cannot_read_is_no_failure(speaker: EspeakSpeaker) -> None:
    for text in ("😀", "𰻞"):
        assert 0 < speaker.say(text).seconds < 1


def test_a_voice_that_the_engine_does_not_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_engine, "choose", lambda *_: Offer("sit/none", "None", ("zh",)))
    with pytest.raises(MissingVoice, match="sit/none"):
        EspeakVoice(timeout=60).open("zh")


def test_a_wrong_voice_in_the_middle_is_detected(
    speaker: EspeakSpeaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Child.ask

    def in_english(self: Child, job: dict[str, object], timeout: float) -> Answer:
        answer = ask(self, job, timeout)
        return Answer({**answer.header, "voice": "gmw/en"}, answer.body)

    assert not is_silent(speaker.say("你好。"))
    monkeypatch.setattr(Child, "ask", in_english)
    with pytest.raises(MissingVoice, match="the engine took gmw/en"):
        speaker.say("你好。")


def test_a_system_without_the_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "espeakng_loader.py").write_text("raise ImportError('not installed')")
    (tmp_path / "sitecustomize.py").write_text(
        "import ctypes.util; ctypes.util.find_library = lambda name: None"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(SpeechError, match=r"no library espeak-ng.*install"):
        EspeakVoice(timeout=60).voices()


def test_the_library_of_the_system_stands_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(library, "bundled", lambda folder: None)
    monkeypatch.setattr(library, "find_library", lambda name: f"lib{name}.so.1")
    assert library.find(tmp_path) == library.Place("libespeak-ng.so.1", "")


@linux
def test_its_process_is_light(speaker: EspeakSpeaker) -> None:
    """Some 25 MB; without the packages that only the parent needs."""
    speaker.say(TEXTS["zh"])
    status = Path(f"/proc/{speaker.pid}/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    assert int(kilobytes) < 45_000


def _plain(phonemes: str) -> str:
    """Without stress and the joints of words, which pinyin does not have."""
    return "".join(char for char in phonemes if char not in "'_|, ")
