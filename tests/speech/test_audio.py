"""Files: read back by another library than the one that wrote them, and never half written."""

import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from langdu.article import Article, Paragraph, Sentence
from langdu.errors import SpeechError
from langdu.speech import FORMATS, Audio, FakeVoice, synthesize, timeline_path
from langdu.timeline import Timeline

ARTICLE = Article(
    "zh", tuple(Paragraph(f"b{i}", (Sentence(f"b{i}.s1", "朗读" * 20),)) for i in range(1, 9))
)


@pytest.fixture
def audio() -> Iterator[Audio]:
    with synthesize(ARTICLE, FakeVoice()) as audio:
        yield audio


def test_a_wav_is_what_was_spoken(audio: Audio, tmp_path: Path) -> None:
    path = audio.save(tmp_path / "zh.wav")
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getframerate() == audio.sample_rate
        assert file.readframes(file.getnframes()) == b"".join(audio.blocks())
        assert file.getnframes() / file.getframerate() == pytest.approx(audio.duration)


@pytest.mark.parametrize("name", ["zh.flac", "zh.mp3", "ZH.MP3", "1.zh.flac"])
def test_as_long_as_its_timeline(audio: Audio, tmp_path: Path, name: str) -> None:
    import miniaudio

    path = audio.save(tmp_path / name)
    decoded = miniaudio.decode_file(str(path), nchannels=1, sample_rate=audio.sample_rate)
    assert decoded.num_frames / audio.sample_rate == pytest.approx(audio.duration, abs=0.08)
    if name.endswith("flac"):
        assert decoded.samples.tobytes() == b"".join(audio.blocks())


def test_every_frame_of_an_mp3_is_equally_large(audio: Audio, tmp_path: Path) -> None:
    """Players jump to a wrong second where the bitrate varies."""
    data = audio.save(tmp_path / "zh.mp3").read_bytes()
    kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]  # MPEG-2, layer 3
    rates = [22_050, 24_000, 16_000]
    seen = []
    at = 10 + sum(byte << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
    while at + 4 <= len(data):
        assert (data[at], data[at + 1] & 0xFE) == (0xFF, 0xF2)
        bitrate = kilobits[data[at + 2] >> 4]
        padding = data[at + 2] >> 1 & 1
        seen.append(bitrate)
        at += 72_000 * bitrate // rates[data[at + 2] >> 2 & 3] + padding
    assert len(seen) > 100
    assert set(seen) == {64}


def test_the_timeline_beside_it(audio: Audio, tmp_path: Path) -> None:
    path = audio.save(str(tmp_path / "new" / "folder" / "1.zh.wav"))
    assert path == tmp_path / "new" / "folder" / "1.zh.wav"
    assert timeline_path(path).name == "1.zh.timeline.json"
    assert sorted(p.name for p in path.parent.iterdir()) == ["1.zh.timeline.json", "1.zh.wav"]
    read = Timeline.from_json(timeline_path(path).read_bytes())
    assert read.to_dict() == audio.timeline.to_dict()


def test_the_sound_alone(audio: Audio, tmp_path: Path) -> None:
    audio.save(tmp_path / "zh.wav", timeline=False)
    assert [p.name for p in tmp_path.iterdir()] == ["zh.wav"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_it_is_readable_like_every_new_file(audio: Audio, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    path = audio.save(tmp_path / "zh.wav")
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_twice_the_same_bytes(audio: Audio, tmp_path: Path) -> None:
    for suffix in FORMATS:
        one, other = (audio.save(tmp_path / f"{i}{suffix}").read_bytes() for i in (1, 2))
        assert one == other


@pytest.mark.parametrize("name", ["zh.ogg", "zh", "zh.mp3.txt", ".wav"])
def test_an_unknown_suffix(audio: Audio, tmp_path: Path, name: str) -> None:
    with pytest.raises(SpeechError, match=r"\.wav, \.flac, \.mp3"):
        audio.save(tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written(audio: Audio, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    (tmp_path / "zh.mp3").mkdir()
    for path in (tmp_path / "file" / "zh.wav", tmp_path / "zh.mp3"):
        with pytest.raises(SpeechError, match="choose another place"):
            audio.save(path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "zh.mp3"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("missing", [1, 40, 5_000])
def test_a_full_disk_leaves_what_was_there(
    audio: Audio, tmp_path: Path, suffix: str, missing: int
) -> None:
    """libsndfile itself reports success where only the last bytes did not fit."""
    import resource

    path = audio.save(tmp_path / f"zh{suffix}", timeline=False)
    size = path.stat().st_size
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size - missing, hard))
        with pytest.raises(SpeechError, match="cannot write"):
            audio.save(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_interrupted_save_leaves_what_was_there(
    audio: Audio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> Iterator[bytes]:
        yield b"\0\0"
        raise KeyboardInterrupt

    monkeypatch.setattr(audio, "blocks", interrupted)
    with pytest.raises(KeyboardInterrupt):
        audio.save(tmp_path / "zh.flac")
    assert not list(tmp_path.iterdir())


def test_a_closed_audio(audio: Audio, tmp_path: Path) -> None:
    audio.close()
    audio.close()
    with pytest.raises(SpeechError, match="closed"):
        audio.save(tmp_path / "zh.wav")
    assert not list(tmp_path.iterdir())
