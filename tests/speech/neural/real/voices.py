"""The contract with real voices, and what only they can show: ``make test-neural``.

Minutes of work. The Piper voice speaks American English; under two more names it gets the
phonemes of Chinese and Russian, which it has, so that the whole contract runs with it.
"""

import hashlib
import json
import shutil
from pathlib import Path
from threading import Timer

import pytest

from benchmarks.neural import files
from langdu.errors import SpeechError
from langdu.speech.neural import store
from langdu.speech.neural.kokoro.files import NETWORK
from langdu.speech.neural.kokoro.voice import KokoroVoice
from langdu.speech.neural.piper.voice import PiperVoice
from langdu.speech.voice import Voice
from tests.speech.contract import TEXTS, VoiceContract, is_silent, say


@pytest.fixture(scope="session")
def piper_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("piper")
    voice = files.piper()
    described = json.loads(voice.with_name(f"{voice.name}.json").read_text(encoding="utf-8"))
    for name, espeak in (("en_US", "en-us"), ("zh_CN", "cmn"), ("ru_RU", "ru")):
        file = folder / f"{name}-joe-medium.onnx"
        file.symlink_to(voice)
        described |= {"espeak": {"voice": espeak}, "language": {"code": name}}
        file.with_name(f"{file.name}.json").write_text(json.dumps(described), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def kokoro_voice() -> KokoroVoice:
    return KokoroVoice(files.kokoro())


@pytest.fixture(scope="session")
def piper_voice(piper_folder: Path) -> PiperVoice:
    return PiperVoice(piper_folder)


class RealContract(VoiceContract):
    def test_five_thousand_characters_without_a_stop(self, voice: Voice) -> None:
        """Six hundred: 5,000 take ten minutes, and are tested with the tests' small networks."""
        one, many = say(voice, "zh", "中国" * 5, "中国" * 300, rate=2.5)
        assert many.seconds > 40 * one.seconds


class TestKokoro(RealContract):
    @pytest.fixture
    def voice(self, kokoro_voice: KokoroVoice) -> KokoroVoice:
        return kokoro_voice


class TestPiper(RealContract):
    @pytest.fixture
    def voice(self, piper_voice: PiperVoice) -> PiperVoice:
        return piper_voice


def test_the_packages_network_is_the_release_s() -> None:
    file = files.kokoro() / NETWORK.name
    assert file.stat().st_size == NETWORK.size
    with file.open("rb") as data:
        assert hashlib.file_digest(data, "sha256").hexdigest() == NETWORK.sha256


def test_kokoro_by_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGDU_VOICES", str(tmp_path))
    store.add(str(files.kokoro()))
    langs = [info.lang for info in KokoroVoice().voices()]
    assert {lang: langs.count(lang) for lang in ("en", "ja", "zh")} == {"en": 28, "ja": 5, "zh": 8}
    shutil.rmtree(tmp_path / "kokoro")


@pytest.mark.parametrize("lang", ["zh", "en", "ja"])
def test_every_voice_of_kokoro_speaks(kokoro_voice: KokoroVoice, lang: str) -> None:
    for info in kokoro_voice.voices():
        if info.lang == lang:
            with kokoro_voice.open(lang, voice=info.id) as speaker:
                sound = speaker.say({"zh": "你好。", "en": "Hello.", "ja": "はい。"}[lang])
            assert not is_silent(sound)
            assert 0.2 < sound.seconds < 3


def test_closing_ends_a_sentence_in_the_making(kokoro_voice: KokoroVoice) -> None:
    speaker = kokoro_voice.open("zh")
    speaker.say("好。")  # the network is loaded
    closer = Timer(1, speaker.close)
    closer.start()
    with pytest.raises(SpeechError, match="closed"):
        speaker.say(TEXTS["zh"] * 200)  # many minutes of work
    closer.join()
