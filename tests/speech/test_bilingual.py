"""Two languages in one reading: sentence by sentence, each in its own voice."""

from pathlib import Path

import pytest

from langdu.errors import MissingVoice, SpeechError
from langdu.speech import FakeVoice, Sound, play, record, synthesize
from langdu.speech.fake import FakeSpeaker
from langdu.speech.reading import PARAGRAPH_PAUSE, TRANSLATION_PAUSE, bilingual_order
from langdu.timeline import Timeline
from tests.speech.files.samples import ARTICLE, ENGLISH

#: Every sentence of the article, and the languages that it is heard in.
BOTH = ["title", "b1.s1", "b1.s2", "b2.s1", "b2.s2", "b3.s1", "b4.s1"]


def heard(after: bool = False, start: str | None = None) -> list[tuple[str, str]]:
    order = bilingual_order(ENGLISH, ARTICLE, start, after=after)
    return [(utterance.sentence.id, utterance.lang) for utterance in order]


def test_each_sentence_before_or_after_its_translation() -> None:
    """The English article has nothing to say in b5: a moment of silence."""
    pairs = [(name, lang) for name in [*BOTH, "b5.s1"] for lang in ("zh", "en")]
    assert heard() == pairs
    assert heard(after=True) == [(name, lang) for name in [*BOTH, "b5.s1"] for lang in ("en", "zh")]


def test_what_the_other_article_lacks_is_heard_once() -> None:
    order = bilingual_order(ARTICLE, ENGLISH)
    assert [(u.sentence.id, u.lang) for u in order][-3:] == [
        ("b4.s1", "en"),
        ("b4.s1", "zh"),
        ("b5.s1", "zh"),
    ]


def test_from_here_on_and_the_pauses() -> None:
    assert heard(start="b4")[:2] == [("b4.s1", "zh"), ("b4.s1", "en")]
    for after in (False, True):
        order = bilingual_order(ARTICLE, ENGLISH, "b1", after=after)
        assert [utterance.pause for utterance in order][:2] == [TRANSLATION_PAUSE, 0.45]
        assert order[3].pause == PARAGRAPH_PAUSE
        assert order[-1].pause == 0.0


def test_what_cannot_be_read_together() -> None:
    with pytest.raises(SpeechError, match="two languages"):
        bilingual_order(ARTICLE, ARTICLE)
    from langdu.article import Article

    with pytest.raises(SpeechError, match="its own translation"):
        bilingual_order(ARTICLE, Article("en", ()))


def test_one_timeline_with_both() -> None:
    voice = FakeVoice()
    with synthesize(ENGLISH, voice, also=ARTICLE) as audio:
        timeline = audio.timeline
        captions = audio.captions()
    assert {"山区公路\n通车", "A mountain road opens"} <= set(voice.said)  # each made ahead
    assert timeline.lang == "en"
    assert [(cue.id, cue.lang) for cue in timeline.cues] == heard()
    assert [cue.start for cue in timeline.cues] == sorted(cue.start for cue in timeline.cues)
    assert Timeline.from_json(timeline.to_json()).to_dict() == timeline.to_dict()
    assert [(c.lang, c.text) for c in captions[:2]] == [
        ("zh", "山区公路 通车"),
        ("en", "A mountain road opens"),
    ]


def test_a_missing_voice_is_found_before_any_work(tmp_path: Path) -> None:
    voice = FakeVoice(["en"])
    with pytest.raises(MissingVoice):
        record(ENGLISH, voice, tmp_path / "a.mp3", also=ARTICLE)
    assert not voice.said
    assert not list(tmp_path.iterdir())


class TwoRates(FakeVoice):
    """English at 16,000 Hz, Chinese at 24,000, as voices of two models are."""

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> FakeSpeaker:
        if lang == "en":
            return super().open(lang, rate=rate, voice=voice)
        said = self.said

        class Speaker(FakeSpeaker):
            def say(self, text: str, readings: object = ()) -> Sound:
                return super().say(text).resampled(24_000)

        return Speaker(said, 0.05)


def test_voices_of_different_sample_rates() -> None:
    """All have that of the first sound; the length of none changes."""
    with (
        synthesize(ENGLISH, TwoRates(), also=ARTICLE) as audio,
        synthesize(ENGLISH, FakeVoice(), also=ARTICLE) as plain,
    ):
        assert audio.sample_rate == 24_000
        assert sum(map(len, audio.blocks())) == round(audio.duration * 24_000) * 2
        for cue, same in zip(audio.timeline.cues, plain.timeline.cues, strict=True):
            assert cue.end - cue.start == pytest.approx(same.end - same.start, abs=0.002)


def test_a_resampled_tone_keeps_its_pitch_and_loudness() -> None:
    import math
    from array import array

    import numpy

    tone = array(
        "h", (round(8000 * math.sin(2 * math.pi * 1000 * i / 24_000)) for i in range(24_000))
    )
    sound = Sound(tone.tobytes(), 24_000).resampled(22_050)
    assert sound.seconds == pytest.approx(1.0, abs=0.001)
    samples = numpy.frombuffer(sound.pcm, numpy.int16)[2000:-2000]
    spectrum = numpy.abs(numpy.fft.rfft(samples * numpy.hanning(len(samples))))
    assert numpy.argmax(spectrum) * 22_050 / len(samples) == pytest.approx(1000, abs=2)
    assert numpy.abs(samples).max() == pytest.approx(8000, rel=0.05)


class Deck:
    """A sound card that remembers."""

    def __init__(self) -> None:
        self.played: list[Sound] = []
        self.closed = False

    def play(self, sound: Sound) -> None:
        self.played.append(sound)

    def close(self) -> None:
        self.closed = True


def test_aloud() -> None:
    deck = Deck()
    told: list[str] = []
    play(
        ENGLISH,
        TwoRates(),
        also=ARTICLE,
        also_after=True,
        output=deck,
        on_sentence=lambda sentence: told.append(sentence.text),
    )
    assert told[:2] == ["A mountain road opens", "山区公路\n通车"]
    assert {sound.sample_rate for sound in deck.played} == {16_000}
    assert len(deck.played) == len(told) == len(heard())
    assert deck.closed
