"""The pyttsx3 voice: the contract, and what its process may go through."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from langdu.errors import MissingVoice, SpeechError
from langdu.speech import Pyttsx3Voice, child_engine
from langdu.speech.child import Child, ChildFailure
from langdu.speech.child_speaker import ChildSpeaker
from langdu.speech.choosing import Offer
from tests.speech.contract import (
    TEXTS,
    VoiceContract,
    is_gone,
    is_silent,
    pid_of,
    signals,
    wait_until,
)

linux = pytest.mark.skipif(sys.platform != "linux", reason="eSpeak NG is the engine on Linux")


class TestPyttsx3Voice(VoiceContract):
    @pytest.fixture
    def voice(self) -> Pyttsx3Voice:
        return Pyttsx3Voice(timeout=60)

    @pytest.fixture
    def impatient(self) -> Pyttsx3Voice:
        return Pyttsx3Voice(timeout=4)


@pytest.fixture
def speaker() -> Iterator[ChildSpeaker]:
    with Pyttsx3Voice(timeout=60).open("zh") as speaker:
        yield speaker


def test_a_second_failure_names_the_sentence(
    speaker: ChildSpeaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def fail(self: Child, job: dict[str, object], timeout: float) -> None:
        asked.append(job)
        raise ChildFailure("it is broken")

    first = pid_of(speaker)
    with monkeypatch.context() as patch:
        patch.setattr(Child, "ask", fail)
        with pytest.raises(SpeechError, match=r"“这一句不行。” \(it is broken\)"):
            speaker.say("这一句不行。")
    assert len(asked) == 2
    assert not is_silent(speaker.say("下一句行。"))
    assert pid_of(speaker) != first


@signals
def test_ctrl_c_is_not_for_the_process(speaker: ChildSpeaker) -> None:
    pid = pid_of(speaker)
    os.kill(pid, signal.SIGINT)
    assert os.getsid(pid) != os.getsid(0)
    assert not is_silent(speaker.say("你好。"))
    assert pid_of(speaker) == pid


def test_an_interrupted_sentence_is_not_the_answer_to_the_next(
    speaker: ChildSpeaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(self: Child, timeout: float) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Child, "answer", interrupt)
        with pytest.raises(KeyboardInterrupt):
            speaker.say(TEXTS["zh"] * 3)
    assert speaker.say("好。").seconds < 1


def test_nothing_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Pyttsx3Voice(timeout=60).open("zh") as speaker:
        speaker.say("你好。")
        pid = pid_of(speaker)
        if len(str(tmp_path)) <= 100:
            assert list(tmp_path.iterdir())
    assert speaker.pid is None
    assert is_gone(pid)
    assert not list(tmp_path.iterdir())


_ORPHAN = """
import os, signal, threading, time
from langdu.speech import Pyttsx3Voice
speaker = Pyttsx3Voice(timeout=60).open("zh")
speaker.say("你好。")
print(speaker.pid, flush=True)
if {busy}:
    threading.Thread(target=speaker.say, args=("中国" * 2500,)).start()
    time.sleep(0.3)
os.kill(os.getpid(), signal.SIGKILL)
"""


@signals
@pytest.mark.parametrize("busy", [False, True])
def test_the_process_dies_with_its_parent(busy: bool, tmp_path: Path) -> None:
    script = _ORPHAN.format(busy=busy)
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    wait_until(lambda: is_gone(int(done.stdout)))


@linux
def test_mandarin_and_not_cantonese_or_pinyin() -> None:
    with Pyttsx3Voice(timeout=60).open("zh") as speaker:
        assert speaker._setting.voice == "sit/cmn"
    with Pyttsx3Voice(timeout=60).open("en") as speaker:
        assert speaker._setting.voice == "gmw/en-us"
    with Pyttsx3Voice(timeout=60).open("en-GB") as speaker:
        assert speaker._setting.voice == "gmw/en"


@linux
@pytest.mark.parametrize(
    ("lang", "probe"),
    [
        ("zh", "重要长春银行必须得还是归还朝阳区的干部群众思想洗礼重走长征路吗"),
        ("zh", "衢州、濮阳、亳州、涪陵、犍为、歙县"),
        ("ja", "あさのニュース"),
        ("ko", "오늘의 뉴스를 읽습니다"),
        ("ru", "сегодняшние новости"),
    ],
)
def test_the_voice_reads_its_own_script(
    lang: str, probe: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_engine, "_PROBES", {lang: probe})
    Pyttsx3Voice(timeout=60).open(lang).close()


@linux
def test_a_voice_that_goes_over_to_english_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    # what eSpeak NG 1.51 does with hanzi, 1.52 does with Latin letters
    monkeypatch.setattr(child_engine, "_PROBES", {"zh": "hello"})
    with pytest.raises(MissingVoice, match="espeakng-loader"):
        Pyttsx3Voice(timeout=60).open("zh")


@linux
def test_a_voice_that_the_engine_does_not_take(monkeypatch: pytest.MonkeyPatch) -> None:
    """pyttsx3 goes on in English where it cannot set a voice; that must not be heard."""
    monkeypatch.setattr(child_engine, "choose", lambda *_: Offer("sit/none", "None", ("zh",)))
    with pytest.raises(MissingVoice, match="sit/none"):
        Pyttsx3Voice(timeout=60).open("zh")


_SLOW_ENGINE = """
import ctypes, os, time, espeakng_loader
os.environ["ESPEAK_DATA_PATH"] = os.path.dirname(espeakng_loader.get_data_path())
ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
from pyttsx3.drivers import _espeak
set_parameter, is_playing, last = _espeak.SetParameter, _espeak.IsPlaying, [0.0]
def SetParameter(*given):
    last[0] = time.monotonic()
    return set_parameter(*given)
_espeak.SetParameter = SetParameter
_espeak.IsPlaying = lambda: time.monotonic() - last[0] < 0.05 or is_playing()
"""


@linux
def test_the_speed_is_set_on_a_busy_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A run of pyttsx3 that ends while eSpeak NG has yet to set the rate cancels just that.

    Every tenth process spoke with pyttsx3's own speed, 15 percent too fast, or lost a sentence.
    """
    pytest.importorskip("espeakng_loader")
    with Pyttsx3Voice(timeout=60).open("zh") as speaker:
        right = speaker.say(TEXTS["zh"])
    (tmp_path / "sitecustomize.py").write_text(_SLOW_ENGINE)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with Pyttsx3Voice(timeout=60).open("zh") as speaker:
        assert speaker.say(TEXTS["zh"]).seconds == right.seconds
        assert speaker.interruptions == 0


def test_a_system_without_speech(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pyttsx3.py").write_text("raise RuntimeError('no libespeak here')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(SpeechError, match=r"no libespeak here.*install"):
        Pyttsx3Voice(timeout=60).voices()


def test_a_process_that_dies_at_once_says_why(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pyttsx3.py").write_text("import os; os.write(2, b'bad data path\\n'); os._exit(1)")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(SpeechError, match="bad data path"):
        Pyttsx3Voice(timeout=60).voices()


def test_the_working_directory_is_not_imported_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise RuntimeError('a stranger')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert Pyttsx3Voice(timeout=60).voices()


@linux
def test_a_deep_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """eSpeak NG gives up on a data path of 160 characters; environments can lie deeper."""
    loader = pytest.importorskip("espeakng_loader")
    deep = tmp_path / ("d" * 100) / ("e" * 100)
    deep.mkdir(parents=True)
    (deep / "espeak-ng-data").symlink_to(loader.get_data_path())
    fake = tmp_path / "first"
    fake.mkdir()
    (fake / "espeakng_loader.py").write_text(
        f"def get_data_path(): return {str(deep / 'espeak-ng-data')!r}\n"
        f"def get_library_path(): return {loader.get_library_path()!r}\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(fake))
    monkeypatch.setattr(tempfile, "tempdir", str(deep))  # the temporary folder is deep as well
    with Pyttsx3Voice(timeout=60).open("zh") as speaker:
        assert not is_silent(speaker.say("你好。"))
