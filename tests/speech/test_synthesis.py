"""Article → audio: the timeline tells the truth."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from langdu.article import Article, Paragraph, Sentence
from langdu.errors import MissingVoice, SpeechError
from langdu.speech import FakeVoice, Sound, synthesize
from langdu.speech.fake import FakeSpeaker
from langdu.speech.reading import SENTENCE_PAUSE, TITLE_PAUSE, reading_order
from tests.strategies import articles

ARTICLE = Article(
    "zh",
    (Paragraph("b1", (Sentence("b1.s1", "一二三四。"), Sentence("b1.s2", "五六。"))),),
    title="标题",
)


def test_title_first_and_a_cue_for_every_sentence() -> None:
    voice = FakeVoice(seconds_per_character=0.1)
    with synthesize(ARTICLE, voice) as audio:
        cues = audio.timeline.cues
    assert voice.said == ["标题", "一二三四。", "五六。"]
    assert [cue.id for cue in cues] == ["title", "b1.s1", "b1.s2"]
    assert [cue.end - cue.start for cue in cues] == pytest.approx([0.2, 0.5, 0.3])
    assert cues[1].start - cues[0].end == pytest.approx(TITLE_PAUSE)
    assert cues[2].start - cues[1].end == pytest.approx(SENTENCE_PAUSE)
    assert audio.duration == audio.timeline.duration == cues[-1].end
    assert audio.timeline.lang == "zh"


def test_the_rate_shortens_speech_and_pauses() -> None:
    with (
        synthesize(ARTICLE, FakeVoice()) as normal,
        synthesize(ARTICLE, FakeVoice(), rate=2) as fast,
    ):
        assert fast.duration == pytest.approx(normal.duration / 2, abs=0.001)


def test_from_a_sentence_on_and_progress() -> None:
    heard: list[tuple[int, int]] = []
    with synthesize(
        ARTICLE, FakeVoice(), start="b1", progress=lambda *now: heard.append(now)
    ) as audio:
        assert [cue.id for cue in audio.timeline.cues] == ["b1.s1", "b1.s2"]
        assert audio.timeline.cues[0].start == 0
    assert heard == [(1, 2), (2, 2)]


def test_errors_come_before_any_work() -> None:
    voice = FakeVoice(["en"])
    with pytest.raises(MissingVoice):
        synthesize(ARTICLE, voice)
    for options in ({"rate": 9.0}, {"start": "b7"}):
        with pytest.raises(SpeechError):
            synthesize(ARTICLE, FakeVoice(["zh"]), **options)
    assert not voice.said


def test_a_failure_names_the_sentence_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(self: FakeSpeaker, text: str, readings: object) -> Sound:
        if text.startswith("五"):
            raise SpeechError("it broke")
        return Sound(b"\0\0" * 100, 16_000)

    monkeypatch.setattr(FakeSpeaker, "say", fail)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(SpeechError, match=r"sentence b1\.s2: it broke"):
        synthesize(ARTICLE, FakeVoice())
    assert not list(tmp_path.iterdir())


def test_no_room_for_temporary_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    with pytest.raises(SpeechError, match="TMPDIR"):
        synthesize(ARTICLE, FakeVoice())


@settings(max_examples=60, deadline=None)
@given(articles())
def test_the_timeline_of_any_article(article: Article) -> None:
    try:
        order = reading_order(article)
    except SpeechError:
        return
    with synthesize(article, FakeVoice(seconds_per_character=0.003)) as audio:
        timeline = audio.timeline
        samples = sum(map(len, audio.blocks())) // 2
    assert [cue.id for cue in timeline.cues] == [u.sentence.id for u in order]
    at = 0.0
    for cue in timeline.cues:
        assert at <= cue.start <= cue.end <= timeline.duration
        at = cue.end
    assert samples == round(timeline.duration * audio.sample_rate)
    spoken = sum(cue.end - cue.start for cue in timeline.cues)
    pauses = sum(utterance.pause for utterance in order)
    assert spoken + pauses == pytest.approx(timeline.duration, rel=0.01)
