"""Written while it is made, and nothing left where it is not finished."""

import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from langdu.article import Article, Paragraph, Sentence
from langdu.errors import SpeechError
from langdu.speech import FORMATS, FakeVoice, Sound, record
from langdu.speech.fake import FakeSpeaker
from langdu.speech.files import About, Chapter, Recording
from langdu.speech.files.m4b import M4bEncoder
from langdu.speech.spoken import Reading
from tests.speech.files.samples import ARTICLE

SECOND = bytes(2 * 16_000)


class Failing(FakeVoice):
    """Fails at the third sentence."""

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> FakeSpeaker:
        said = self.said

        class Speaker(FakeSpeaker):
            def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
                if len(said) == 2:
                    raise SpeechError("it broke")
                return super().say(text, readings)

        return Speaker(said, 0.05)


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_failure_leaves_what_was_there(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"old")
    with pytest.raises(SpeechError, match=r"b1\.s2: it broke"):
        record(ARTICLE, Failing(), path, captions=tmp_path / "a.vtt")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_nothing_is_in_the_folder_while_it_is_made(tmp_path: Path) -> None:
    seen: list[list[Path]] = []
    record(
        ARTICLE,
        FakeVoice(),
        tmp_path / "a.mp3",
        progress=lambda *_: seen.append([*tmp_path.glob("*")]),
    )
    assert seen == [[]] * len(ARTICLE.segments)


_KILLED = """
import os, signal, sys
from langdu.speech import FakeVoice, record
from tests.speech.files.samples import ARTICLE
record(ARTICLE, FakeVoice(), sys.argv[1],
       progress=lambda done, total: done == 4 and os.kill(os.getpid(), int(sys.argv[2])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_killed_process_leaves_nothing(kind: signal.Signals, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    path = tmp_path / "out" / "a.mp3"
    path.write_bytes(b"old")
    script = [sys.executable, "-c", _KILLED, str(path), str(int(kind))]
    done = subprocess.run(script, capture_output=True, cwd=Path(__file__).parents[3], check=False)
    assert done.returncode == -kind
    assert [(p.name, p.read_bytes()) for p in path.parent.iterdir()] == [("a.mp3", b"old")]


def test_two_places_or_none(tmp_path: Path) -> None:
    """Captions that cannot be written leave no sound either."""
    (tmp_path / "file").touch()
    with pytest.raises(SpeechError, match="choose another place"):
        record(ARTICLE, FakeVoice(), tmp_path / "a.wav", captions=tmp_path / "file" / "a.vtt")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_place_that_cannot_be_written_is_found_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder.mp3").mkdir()
    voice = FakeVoice()
    for path in (tmp_path / "file" / "a.mp3", tmp_path / "folder.mp3"):
        with pytest.raises(SpeechError, match="choose another place"):
            record(ARTICLE, voice, path)
    assert not voice.said


def test_a_recording_without_sound(tmp_path: Path) -> None:
    with (
        Recording(tmp_path / "a.wav", About()) as recording,
        pytest.raises(SpeechError, match="no sound"),
    ):
        recording.finish(())
    assert not list(tmp_path.iterdir())


def test_a_sample_rate_that_mp3_has_not(tmp_path: Path) -> None:
    with Recording(tmp_path / "a.mp3", About()) as recording:
        with pytest.raises(SpeechError, match="17000 Hz"):
            recording.write(SECOND, 17_000)
        with pytest.raises(SpeechError):
            recording.finish(())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000])
def test_mp3_at_every_sample_rate_of_voices(rate: int, tmp_path: Path) -> None:
    """By libsndfile: no sample more or less, at any rate."""
    import soundfile

    with Recording(tmp_path / "a.mp3", About()) as recording:
        for _ in range(3):
            recording.write(bytes(2 * rate), rate)
        recording.finish((Chapter("one", 0, 3),))
    read = soundfile.info(tmp_path / "a.mp3")
    assert (read.frames, read.samplerate, read.channels) == (3 * rate, rate, 1)


def test_the_encoder_works_while_the_next_sound_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The writer comes back while the encoder still has the sound, and keeps one at most."""
    go = threading.Event()
    taken: list[int] = []

    def slow(self: M4bEncoder, pcm: bytes) -> None:
        assert go.wait(20)
        taken.append(len(pcm))

    monkeypatch.setattr(M4bEncoder, "write", slow)
    with Recording(tmp_path / "a.m4b", About()) as recording:
        recording.write(SECOND, 16_000)
        assert not taken
        go.set()
        recording.write(SECOND, 16_000)
        assert taken[0] == len(SECOND)
        recording.finish(())
        assert taken == [len(SECOND)] * 2


_MEASURED = """
import resource, sys
from langdu.speech import FakeVoice, record
from tests.speech.files.test_recording import long_article
record(long_article(int(sys.argv[2])), FakeVoice(seconds_per_character=0.2), sys.argv[1])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def long_article(paragraphs: int) -> Article:
    return Article(
        "zh",
        tuple(
            Paragraph(f"b{i}", (Sentence(f"b{i}.s1", "山路修通了，" * 10),))
            for i in range(paragraphs)
        ),
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ru_maxrss in kilobytes")
def test_a_longer_article_needs_no_more_memory(tmp_path: Path) -> None:
    """12 seconds of sound a paragraph: 40 MB of samples between the two."""
    used = []
    for paragraphs in (10, 110):
        script = [sys.executable, "-c", _MEASURED, str(tmp_path / "a.flac"), str(paragraphs)]
        done = subprocess.run(
            script, capture_output=True, text=True, cwd=Path(__file__).parents[3], check=True
        )
        used.append(int(done.stdout) / 1024)
    assert (tmp_path / "a.flac").stat().st_size > 0
    assert used[1] - used[0] < 12
