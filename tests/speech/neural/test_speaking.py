"""What the engines do with voices, beyond the contract."""

import json
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from langdu import plugins
from langdu.errors import Cancelled, MissingVoice, SpeechError
from langdu.speech.neural.clauses import Clause
from langdu.speech.neural.kokoro.voice import KokoroVoice
from langdu.speech.neural.network import Network, Run
from langdu.speech.neural.piper.phonemes import numbers
from langdu.speech.neural.piper.voice import PiperVoice
from langdu.speech.neural.speaker import NeuralSpeaker
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Sound
from tests.speech.neural import networks


def test_the_engines_have_names() -> None:
    assert isinstance(plugins.voice("kokoro"), KokoroVoice)
    assert isinstance(plugins.voice("piper"), PiperVoice)


def test_kokoro_says_what_its_voices_are(kokoro_folder: Path) -> None:
    infos = {info.id: info for info in KokoroVoice(kokoro_folder).voices()}
    info = infos["zf_xiaoxiao"]
    assert (info.name, info.lang, info.quality) == ("Xiaoxiao", "zh", "natural")
    assert info.licence == "Apache-2.0"
    assert {info.lang for info in infos.values()} == {"zh", "en", "ja"}


def test_kokoro_without_files(tmp_path: Path) -> None:
    with pytest.raises(MissingVoice, match="langdu voices add kokoro"):
        KokoroVoice(tmp_path).open("zh")


def test_kokoro_has_no_korean(kokoro_folder: Path) -> None:
    with pytest.raises(MissingVoice, match="ko"):
        KokoroVoice(kokoro_folder).open("ko")


def test_a_long_sentence_has_all_of_its_parts(kokoro_folder: Path) -> None:
    with KokoroVoice(kokoro_folder).open("zh") as speaker:
        one = speaker.say("我们在这里朗读，")
        many = speaker.say("我们在这里朗读，" * 100)
    # the tones of the tests are as long as their phonemes are many; rests come to that
    assert 100 * one.seconds * 0.95 < many.seconds < 100 * one.seconds * 1.1


def test_readings_are_heard(kokoro_folder: Path) -> None:
    with KokoroVoice(kokoro_folder).open("zh") as speaker:
        plain = speaker.say("重")
        told = speaker.say("重", [Reading(0, 1, "chong2 chong2 chong2")])
    assert told.seconds > 2 * plain.seconds


def test_the_network_is_loaded_once(kokoro_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = KokoroVoice(kokoro_folder)
    loaded = []
    original = Network.__init__

    def count(self: Network, file: Path, *, threads: int | None = None) -> None:
        loaded.append(file)
        original(self, file, threads=threads)

    monkeypatch.setattr(Network, "__init__", count)
    for _ in range(3):
        with voice.open("ja") as speaker:
            speaker.say("あ")
    assert len(loaded) == 1


def test_closing_ends_what_is_being_said(kokoro_folder: Path) -> None:
    speaker = KokoroVoice(kokoro_folder).open("zh")
    raised: list[BaseException] = []
    begun = Event()
    ended = Event()

    def say(phonemes: str, run: Run) -> Sound:
        begun.set()
        ended.wait(30)
        run.options()  # raises, as the network's own end does
        raise AssertionError("it was not called off")

    slow = NeuralSpeaker(lambda *_: [Clause("a", 0)], say, ended.set, 24_000, 1)

    def work() -> None:
        try:
            slow.say("a")
        except SpeechError as error:
            raised.append(error)

    thread = Thread(target=work)
    thread.start()
    assert begun.wait(30)
    slow.close()
    thread.join(30)
    assert [str(error) for error in raised] == ["this speaker is closed: open another one"]
    speaker.close()


def test_a_run_that_is_called_off_ends(kokoro_folder: Path) -> None:
    import numpy as np

    network = Network(next(kokoro_folder.glob("*.onnx")))
    run = Run()
    inputs: dict[str, Any] = {
        "tokens": np.ones((1, 200), dtype=np.int64),
        "style": np.zeros((1, 256), dtype=np.float32),
        "speed": np.array([1], dtype=np.float32),
    }
    assert network.run(inputs, run).size == 200 * networks.PHONEME
    run.options().terminate = True  # as cancel() does while it runs
    with pytest.raises(SpeechError, match="fails"):
        network.run(inputs, run)
    run.cancel()
    with pytest.raises(Cancelled):
        network.run(inputs, run)


def test_piper_by_path_and_speaker(tmp_path: Path) -> None:
    file = networks.piper(
        tmp_path / "elsewhere", "en_US-two-low", "en-us", speaker_id_map={"ann": 0, "bob": 1}
    )
    voice = PiperVoice(tmp_path / "nothing")
    assert voice.voices() == ()
    for wanted in (str(file), f"{file}#bob"):
        with voice.open("en", voice=wanted) as speaker:
            assert speaker.say("Hello.").seconds > 0.1
    with pytest.raises(MissingVoice, match="carl"):
        voice.open("en", voice=f"{file}#carl")
    with pytest.raises(MissingVoice, match="speaks en, not zh"):
        voice.open("zh", voice=str(file))


def test_piper_with_letters_for_phonemes(tmp_path: Path) -> None:
    networks.piper(tmp_path, "en_US-text-low", "en-us", phoneme_type="text")
    with PiperVoice(tmp_path).open("en") as speaker:
        one, many = speaker.say("ab"), speaker.say("abababababab")
    assert many.seconds > 3 * one.seconds


@pytest.mark.parametrize(
    "more",
    [
        {"phoneme_type": "pinyin"},
        {"audio": {"sample_rate": 0}},
        {"audio": None},
        {"phoneme_id_map": {"a": ["x"]}},
        {"inference": {"noise_scale": "loud"}},
    ],
)
def test_a_description_that_is_wrong(tmp_path: Path, more: dict[str, object]) -> None:
    networks.piper(tmp_path, "en_US-bad-low", "en-us", **more)
    with pytest.raises(SpeechError) as raised:
        PiperVoice(tmp_path).voices()
    assert "\n" not in str(raised.value)


def test_a_description_that_is_no_json(tmp_path: Path) -> None:
    file = networks.piper(tmp_path, "en_US-bad-low", "en-us")
    for damaged in (b"\xff", b"[", b"[" * 100_000, json.dumps([1]).encode()):
        file.with_name(f"{file.name}.json").write_bytes(damaged)
        with pytest.raises(SpeechError, match="no description"):
            PiperVoice(tmp_path).voices()


def test_the_numbers_have_blanks_between() -> None:
    ids = {"^": (1,), "$": (2,), "_": (0,), "a": (7,), "b": (8, 9)}
    assert numbers("ab", ids) == [1, 0, 7, 0, 8, 9, 0, 2]
