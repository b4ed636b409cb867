"""What a file says and how it sounds, read by other libraries than those that wrote it."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import av
import numpy
import pytest
import soundfile
import srt
import tinytag
import webvtt

from langdu.errors import PluginError, SpeechError
from langdu.speech import FORMATS, record, synthesize
from langdu.speech.files import tags
from langdu.timeline import Timeline
from tests.speech.files.samples import ARTICLE, RATE, Tones, pitch, png

TITLES = ["山区公路 通车", "修路 一年", "以后"]


@dataclass(frozen=True, slots=True)
class Made:
    path: Path
    timeline: Timeline
    cover: bytes

    @property
    def chapters(self) -> list[float]:
        cues = {cue.id: cue.start for cue in self.timeline.cues}
        return [0.0, cues["b2.s1"], cues["b4.s1"]]


@pytest.fixture(scope="module", params=FORMATS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("files")
    cover = png(folder / "cover.png")
    path = folder / f"zh{request.param}"
    return Made(path, record(ARTICLE, Tones(), path, cover=folder / "cover.png"), cover)


def test_tags_and_cover(made: Made) -> None:
    """By tinytag; mutagen and FFmpeg wrote them."""
    read: Any = tinytag.TinyTag.get(str(made.path), image=True)
    assert (read.title, read.artist, read.album) == ("山区公路 通车", "示例日报", "示例网")
    assert str(read.year).startswith("2020-03-30")
    assert "https://portal.example/t1.html" in (read.comment or "")
    assert read.images.any.data == made.cover
    assert read.duration == pytest.approx(made.timeline.duration, abs=0.1)
    assert read.samplerate == RATE


def test_chapters(made: Made) -> None:
    """By FFmpeg, but for M4B, which FFmpeg wrote: by mutagen."""
    if made.path.suffix == ".m4b":
        import mutagen.mp4

        found = [(c.title, c.start) for c in mutagen.mp4.MP4(made.path).chapters]
    else:
        with av.open(str(made.path)) as file:
            found = [
                (c["metadata"]["title"], float(c["start"] * (c["time_base"] or 0)))
                for c in file.chapters()
            ]
    assert [title for title, _ in found] == TITLES
    assert [start for _, start in found] == pytest.approx(made.chapters, abs=0.001)


def test_the_language(made: Made) -> None:
    with av.open(str(made.path)) as file:
        said = {**file.metadata, **file.streams.audio[0].metadata}
    assert "zho" in (said.get("language"), said.get("LANGUAGE"), said.get("TLAN"))


def test_every_sentence_is_heard_where_the_timeline_says(made: Made) -> None:
    """Decoded whole, by FFmpeg; the tone of a sentence begins and ends with its cue."""
    with av.open(str(made.path)) as file:
        to_samples = av.AudioResampler("s16", "mono", RATE)
        frames = [f for frame in file.decode(audio=0) for f in to_samples.resample(frame)]
    sound = numpy.concatenate([frame.to_ndarray()[0] for frame in frames])
    assert len(sound) / RATE == pytest.approx(made.timeline.duration, abs=0.08)
    loud = numpy.abs(sound) > 1500
    for number, cue in enumerate(made.timeline.cues):
        begin, end = round(cue.start * RATE), round(cue.end * RATE)
        where = numpy.flatnonzero(loud[max(0, begin - RATE // 4) : end + RATE // 4])
        assert (where[0] + max(0, begin - RATE // 4)) / RATE == pytest.approx(cue.start, abs=0.02)
        assert (where[-1] + max(0, begin - RATE // 4)) / RATE == pytest.approx(cue.end, abs=0.02)
        assert _tone(sound[begin + 2000 : end - 2000]) == pytest.approx(pitch(number), abs=5)


def test_seeking_leads_to_the_sentence(made: Made) -> None:
    """As a player does it: to the time of a cue in the middle, without decoding what is before."""
    for number in (4, 6, 2):
        cue = made.timeline.cues[number]
        with av.open(str(made.path)) as file:
            stream = file.streams.audio[0]
            assert stream.time_base
            wanted = cue.start + 0.5
            file.seek(round(wanted / stream.time_base), stream=stream)
            frames = []
            for frame in file.decode(stream):
                frames.append(frame)
                if len(frames) == 12:
                    break
        first = frames[0].time
        assert first is not None
        assert first == pytest.approx(wanted, abs=0.3)
        heard = numpy.concatenate([frame.to_ndarray().ravel() for frame in frames[3:]])
        assert _tone(heard) == pytest.approx(pitch(number), abs=12)


def test_another_decoder_hears_the_same(made: Made) -> None:
    if made.path.suffix == ".m4b":
        pytest.skip("libsndfile reads no AAC")
    sound, rate = soundfile.read(made.path, dtype="int16")
    assert rate == RATE
    assert len(sound) == round(made.timeline.duration * RATE)
    cue = made.timeline.cues[5]
    heard = sound[round((cue.start + 0.1) * RATE) : round((cue.end - 0.1) * RATE)]
    assert _tone(heard) == pytest.approx(pitch(5), abs=5)


@pytest.mark.skipif(not shutil.which("ffprobe"), reason="ffprobe is not installed")
def test_ffprobe_finds_no_fault(made: Made) -> None:
    asked = ["ffprobe", "-v", "error", "-show_chapters", "-show_format", "-of", "json"]
    done = subprocess.run([*asked, str(made.path)], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert done.stderr.strip().splitlines() == [
        line for line in done.stderr.strip().splitlines() if "Unsupported codec with id" in line
    ]  # the titles of an M4B's chapters are a stream of text
    assert [chapter["tags"]["title"] for chapter in found["chapters"]] == TITLES
    assert float(found["format"]["duration"]) == pytest.approx(made.timeline.duration, abs=0.1)


def test_what_a_recording_and_a_saved_audio_hold_is_the_same(made: Made, tmp_path: Path) -> None:
    with synthesize(ARTICLE, Tones()) as audio:
        saved = audio.save(tmp_path / made.path.name, cover=made.path.parent / "cover.png")
    assert audio.timeline == made.timeline
    with av.open(str(saved)) as one, av.open(str(made.path)) as other:
        assert one.metadata == other.metadata
        assert one.chapters() == other.chapters()


@pytest.mark.parametrize("name", ["zh.vtt", "zh.SRT"])
def test_captions_beside_it(name: str, tmp_path: Path) -> None:
    timeline = record(ARTICLE, Tones(), tmp_path / "zh.wav", captions=tmp_path / "new" / name)
    file = tmp_path / "new" / name
    if name.endswith("vtt"):
        vtt = webvtt.read(str(file))
        found = [(c.identifier, c.start_in_seconds, c.text) for c in vtt]
        assert [sentence for sentence, _, _ in found] == [cue.id for cue in timeline.cues]
        texts = [text for *_, text in found]
    else:
        texts = [row.content for row in srt.parse(file.read_text("utf-8"))]
    assert texts[:3] == ["山区公路 通车", "山路修通了，村民高兴。", "车多了。"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["new", "zh.timeline.json", "zh.wav"]


def test_without_the_extra_there_is_sound_and_a_cover_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    png(tmp_path / "cover.png")
    monkeypatch.setattr(tags, "can_tag", lambda: False)
    record(ARTICLE, Tones(), tmp_path / "zh.mp3")
    with av.open(str(tmp_path / "zh.mp3")) as file:
        assert "title" not in file.metadata
    for name in ("a.mp3", "a.m4b"):
        with pytest.raises(PluginError, match=r"langdu\[audio\]"):
            record(ARTICLE, Tones(), tmp_path / name, cover=tmp_path / "cover.png")
    assert not list(tmp_path.glob("a.*"))


def test_without_pyav_there_is_no_m4b(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    voice = Tones()
    with pytest.raises(PluginError, match=r"langdu\[audio\]"):
        record(ARTICLE, voice, tmp_path / "a.m4b")
    assert not voice.said


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"cover": "none.png"}, "cannot read the cover"),
        ({"cover": "text.png"}, "no JPEG or PNG"),
        ({"cover": "large.png"}, "larger than 10 MB"),
        ({"captions": "zh.txt"}, r"\.vtt or \.srt"),
        ({"start": "b9"}, "no sentence or block"),
        ({"rate": 9.0}, "rate"),
    ],
)
def test_errors_come_before_any_work(
    options: dict[str, Any], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "text.png").write_text("no picture")
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(10_000_001)
    voice = Tones()
    with pytest.raises(SpeechError, match=says):
        record(ARTICLE, voice, "zh.mp3", **options)
    assert not voice.said
    assert sorted(p.name for p in tmp_path.iterdir()) == ["large.png", "text.png"]


def _tone(samples: "numpy.ndarray[Any, Any]") -> float:
    """The strongest frequency, in Hz."""
    spectrum = numpy.abs(numpy.fft.rfft(samples * numpy.hanning(len(samples)), 1 << 16))
    return float(numpy.argmax(spectrum) * RATE / (1 << 16))
