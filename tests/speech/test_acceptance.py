"""The real article, read by the real voice."""

import os
import signal
import sys
import wave
from itertools import pairwise
from pathlib import Path

import pytest

from langdu.article import Article, Paragraph
from langdu.sentences import to_sentences
from langdu.speech import Audio, Pyttsx3Voice, synthesize
from langdu.speech.child_speaker import ChildSpeaker

DUMP = Path(__file__).parents[2].parent / "shared" / "bench" / "portal-article.txt"

pytestmark = [
    pytest.mark.skipif(not DUMP.exists(), reason="the real article is not here"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX"),
]


class KeepingVoice(Pyttsx3Voice):
    """Tells who speaks."""

    def __init__(self) -> None:
        super().__init__(timeout=60)
        self.speakers: list[ChildSpeaker] = []

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> ChildSpeaker:
        speaker = super().open(lang, rate=rate, voice=voice)
        self.speakers.append(speaker)
        return speaker


def real_article() -> Article:
    lines = [line.strip() for line in DUMP.read_text(encoding="utf-8").splitlines()]
    long = [line for line in lines if len(line) >= 40]
    blocks = (
        Paragraph(f"b{i}", to_sentences(f"b{i}", line, "zh")) for i, line in enumerate(long, 1)
    )
    return Article("zh", tuple(blocks), title=next(line for line in lines if len(line) > 8))


def lengths(audio: Audio) -> list[float]:
    return [cue.end - cue.start for cue in audio.timeline.cues]


def test_the_real_article_twice_and_once_more_with_a_killed_process(tmp_path: Path) -> None:
    article, voice = real_article(), KeepingVoice()

    def kill_in_the_middle(done: int, total: int) -> None:
        pids = [speaker.pid for speaker in voice.speakers if speaker.pid]
        if done == total // 2:
            assert pids
            for pid in pids:
                os.kill(pid, signal.SIGKILL)

    with (
        synthesize(article, voice) as first,
        synthesize(article, voice) as second,
        synthesize(article, voice, progress=kill_in_the_middle) as killed,
    ):
        path = first.save(tmp_path / "zh.wav")
        for other in (second, killed):
            assert [cue.id for cue in other.timeline.cues] == [s.id for s in article.segments]
            for one, two in zip(lengths(first), lengths(other), strict=True):
                assert abs(one - two) <= 0.05
            assert all(map(bytes.__eq__, first.blocks(), other.blocks()))
    assert any(speaker.interruptions for speaker in voice.speakers)
    with wave.open(str(path), "rb") as file:
        seconds = file.getnframes() / file.getframerate()
    assert 15 * 60 <= seconds <= 30 * 60
    cues = first.timeline.cues
    pauses = sum(two.start - one.end for one, two in pairwise(cues))
    assert sum(lengths(first)) + pauses == pytest.approx(seconds, rel=0.01)
