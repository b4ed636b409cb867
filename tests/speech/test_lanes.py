"""Several speakers for one article: the order holds, nothing varies, nothing is left."""

import threading
from collections.abc import Sequence
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from langdu.article import Article, Paragraph, Sentence
from langdu.errors import SpeechError
from langdu.speech import FakeVoice, Sound, sounds, synthesize
from langdu.speech.fake import FakeSpeaker
from langdu.speech.lanes import deal
from langdu.speech.reading import Utterance
from langdu.speech.spoken.form import Reading


def label(number: int) -> str:
    """Two characters that no rule reads out otherwise."""
    return "甲乙丙丁戊己庚辛壬癸"[number // 10] + "子丑寅卯辰巳午未申酉"[number % 10]


TEXTS = [label(number) + "字" * (20 + 37 * number % 90) for number in range(40)]
UTTERANCES = [Utterance(Sentence(f"b1.s{i}", text), 0.5) for i, text in enumerate(TEXTS)]
ARTICLE = Article("zh", (Paragraph("b1", tuple(u.sentence for u in UTTERANCES)),))


class StatefulSpeaker(FakeSpeaker):
    """Its sound depends on how much it has said; at ``fatal`` it begins anew, as if killed."""

    def __init__(self, voice: "StatefulVoice") -> None:
        super().__init__(voice.said, 0.001)
        self._voice = voice
        self._count = 0
        self.interruptions = 0

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        super().say(text)
        if text[:2] in self._voice.fatal:
            self._voice.fatal.remove(text[:2])
            self.interruptions += 1
            self._count = 0
        self._count += 1
        return Sound(self._count.to_bytes(2, "little") * len(text), 16_000)

    def close(self) -> None:
        super().close()
        self._voice.closed += 1


class StatefulVoice(FakeVoice):
    lanes = 2

    def __init__(self, *fatal: str) -> None:
        super().__init__()
        self.fatal = list(fatal)
        self.opened = self.closed = 0

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> StatefulSpeaker:
        self.opened += 1
        return StatefulSpeaker(self)


def pcm(voice: FakeVoice, jobs: int | None = None) -> list[bytes]:
    return [sound.pcm for sound in sounds(UTTERANCES, "zh", voice, jobs=jobs)]


@given(st.lists(st.integers(0, 300), max_size=60), st.integers(1, 5))
def test_the_shares_are_even_and_never_vary(lengths: list[int], lanes: int) -> None:
    utterances = [Utterance(Sentence(f"s{i}", "字" * n), 0) for i, n in enumerate(lengths)]
    dealt = deal(utterances, lanes)
    assert dealt == deal(utterances, lanes)
    assert len(dealt) == len(lengths)
    used = sorted(set(dealt))
    assert used == list(range(len(used)))
    assert len(used) <= max(1, min(lanes, sum(lengths) // 400))
    if len(used) > 1:
        loads = [sum(n for n, lane in zip(lengths, dealt, strict=True) if lane == i) for i in used]
        assert max(loads) - min(loads) <= max(lengths)


@pytest.mark.parametrize("jobs", [1, 2, 3, 8])
def test_the_order_holds_however_many_speak(jobs: int) -> None:
    voice = FakeVoice(seconds_per_character=0.001)
    made = [sound.pcm for sound in sounds(UTTERANCES, "zh", voice, jobs=jobs)]
    assert sorted(voice.said) == sorted(TEXTS)
    assert list(map(len, made)) == [2 * 16 * len(text) for text in TEXTS]


def test_two_speak_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    both = threading.Barrier(2)
    plain = FakeSpeaker.say

    def meet(self: FakeSpeaker, text: str, readings: Sequence[Reading] = ()) -> Sound:
        if text[:2] in (label(0), label(1)):
            both.wait(timeout=30)  # it breaks, and the test fails, if only one ever comes
        return plain(self, text)

    monkeypatch.setattr(FakeSpeaker, "say", meet)
    assert len(list(sounds(UTTERANCES, "zh", FakeVoice(), jobs=2))) == len(TEXTS)


def test_an_article_is_made_no_further_ahead_than_a_few_sentences() -> None:
    voice = FakeVoice()
    with closing(sounds(UTTERANCES, "zh", voice, jobs=1)) as made:
        next(made)
        assert len(voice.said) < 12


def test_what_is_short_has_one_speaker() -> None:
    voice = StatefulVoice()
    list(sounds(UTTERANCES[:3], "zh", voice))
    assert voice.opened == 1
    assert list(sounds([], "zh", voice)) == []


@pytest.mark.parametrize("fatal", [(0,), (7,), (39,), (3, 20, 21, 38)])
def test_a_replaced_process_is_not_heard(fatal: tuple[int, ...]) -> None:
    voice = StatefulVoice(*map(label, fatal))
    assert pcm(voice) == pcm(StatefulVoice())
    assert voice.opened == 2 + len(fatal)


def test_a_process_that_never_lasts_is_a_clear_error() -> None:
    voice = StatefulVoice(*[label(12)] * 20)
    with pytest.raises(SpeechError, match=r"sentence b1\.s12: .* 6 times"):
        pcm(voice)
    assert voice.opened <= voice.closed


def test_a_failure_comes_at_its_sentence_and_ends_all(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = FakeSpeaker.say

    def fail(self: FakeSpeaker, text: str, readings: Sequence[Reading] = ()) -> Sound:
        if text.startswith(label(9)):
            raise SpeechError("it broke")
        return plain(self, text)

    monkeypatch.setattr(FakeSpeaker, "say", fail)
    made = sounds(UTTERANCES, "zh", FakeVoice(), jobs=2)
    for _ in range(9):
        next(made)
    with pytest.raises(SpeechError, match=r"sentence b1\.s9: it broke"):
        next(made)
    assert not [t for t in threading.enumerate() if t.name == "langdu-lane"]


def test_closing_early_leaves_no_thread_and_no_speaker() -> None:
    voice = StatefulVoice()
    made = sounds(UTTERANCES, "zh", voice)
    next(made)
    made.close()
    assert voice.closed >= voice.opened
    assert not [t for t in threading.enumerate() if t.name == "langdu-lane"]


def test_no_speakers_at_all_is_refused() -> None:
    with pytest.raises(SpeechError, match="at least 1"):
        sounds(UTTERANCES, "zh", FakeVoice(), jobs=0)
    with pytest.raises(SpeechError, match=r"0\.5 to 2\.5"):
        sounds(UTTERANCES, "zh", FakeVoice(), rate=7)


def test_an_article_sounds_the_same_with_any_number_of_tones() -> None:
    with (
        synthesize(ARTICLE, FakeVoice(), jobs=1) as one,
        synthesize(ARTICLE, FakeVoice(), jobs=3) as three,
    ):
        assert one.timeline == three.timeline
        assert list(one.blocks()) == list(three.blocks())
