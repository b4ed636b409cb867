"""Sounds that are made ahead, and called off."""

import threading
from collections.abc import Iterator, Sequence

import pytest

from langdu.errors import MissingVoice, SpeechError
from langdu.speech import FakeVoice, Sound
from langdu.speech.fake import FakeSpeaker
from langdu.speech.spoken.form import Reading
from langdu.speech.terminal.making import Job, Maker, Speakers
from langdu.speech.terminal.script import Script
from tests.speech.terminal.samples import ARTICLE

LINES = Script.of(ARTICLE).lines


def job(at: int, lang: str = "zh", rate: float = 1.0) -> Job:
    return Job(lang, rate, LINES[at])


def always() -> bool:
    return True


class SlowVoice(FakeVoice):
    """Texts in ``slow`` take until the speaker is closed, as a neural voice's long sentence may."""

    def __init__(self, *slow: str) -> None:
        super().__init__()
        self.slow = slow
        self.begun = threading.Event()
        self.opened: list[tuple[str, float]] = []
        self.closed: list[tuple[str, float]] = []

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> FakeSpeaker:
        super().open(lang, rate=rate, voice=voice)
        self.opened.append((lang, rate))
        return _SlowSpeaker(self, lang, rate)


class _SlowSpeaker(FakeSpeaker):
    def __init__(self, voice: SlowVoice, lang: str, rate: float) -> None:
        super().__init__(voice.said, 0.05)
        self._voice = voice
        self._key = (lang, rate)
        self._end = threading.Event()

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        if text in self._voice.slow:
            self._voice.begun.set()
            assert self._end.wait(60)
            raise SpeechError("this speaker is closed")
        return super().say(text, readings)

    def close(self) -> None:
        if not self._end.is_set():
            self._voice.closed.append(self._key)
        self._end.set()
        super().close()


@pytest.fixture
def voice() -> SlowVoice:
    return SlowVoice(LINES[5].sentence.text)


@pytest.fixture
def maker(voice: SlowVoice) -> Iterator[Maker]:
    maker = Maker(Speakers(voice), grace=0.01)
    yield maker
    maker.close()
    assert sorted(voice.opened) == sorted(voice.closed)
    assert not [t for t in threading.enumerate() if t.name.startswith("langdu")]


def test_in_the_order_of_urgency_and_each_once(maker: Maker, voice: SlowVoice) -> None:
    jobs = [job(2), job(0), job(1)]
    maker.want(jobs)
    for one in reversed(jobs):
        assert maker.get(one, always)
    assert voice.said == [LINES[n].sentence.text for n in (2, 0, 1)]


def test_what_is_not_wanted_any_more_is_not_begun(maker: Maker, voice: SlowVoice) -> None:
    maker.want([job(5), job(1), job(2)])
    assert voice.begun.wait(30)
    maker.want([job(8)])
    assert maker.get(job(8), always)
    assert voice.said == [LINES[8].sentence.text]


def test_a_stale_sentence_in_the_making_is_called_off(maker: Maker, voice: SlowVoice) -> None:
    maker.want([job(5)])
    assert voice.begun.wait(30)
    maker.want([job(6)])
    assert maker.get(job(6), always)
    assert voice.opened == [("zh", 1.0)] * 2
    assert voice.closed == [("zh", 1.0)]


def test_who_waits_for_what_is_no_longer_wanted_is_let_go(maker: Maker, voice: SlowVoice) -> None:
    wanted = threading.Event()
    wanted.set()
    got: list[Sound | None] = []
    maker.want([job(5)])
    waiting = threading.Thread(target=lambda: got.append(maker.get(job(5), wanted.is_set)))
    waiting.start()
    assert voice.begun.wait(30)
    wanted.clear()
    maker.wake()
    waiting.join()
    assert got == [None]


def test_an_error_is_that_of_its_sentence_and_a_second_try_is_possible() -> None:
    voice = FakeVoice(["zh"])
    maker = Maker(Speakers(voice))
    maker.want([job(0, "en"), job(1)])
    assert maker.get(job(1), always)
    with pytest.raises(MissingVoice):
        maker.get(job(0, "en"), always)
    with pytest.raises(MissingVoice):  # tried again: it is still wanted
        maker.get(job(0, "en"), always)
    maker.close()


def test_closing_does_not_wait_for_a_sentence(voice: SlowVoice) -> None:
    maker = Maker(Speakers(voice))
    maker.want([job(5)])
    assert voice.begun.wait(30)
    maker.close()  # the suite's time-out ends this if it waits
    assert voice.closed == [("zh", 1.0)]


def test_two_speakers_are_kept(maker: Maker, voice: SlowVoice) -> None:
    for one in (job(0), job(1, "en"), job(2), job(3, "en"), job(4, rate=1.1), job(6, rate=1.1)):
        maker.want([one])
        assert maker.get(one, always)
    assert voice.opened == [("zh", 1.0), ("en", 1.0), ("zh", 1.1)]
    assert voice.closed == [("zh", 1.0)]


def test_memory_is_bounded(maker: Maker) -> None:
    for at in range(len(LINES)):
        if at != 5:
            maker.want([job(at)])
            assert maker.get(job(at), always)
    assert len(maker._made) <= 6


def test_the_chosen_voice_reads_its_own_language_only() -> None:
    with Speakers(FakeVoice(), "fake-zh") as speakers:
        assert speakers.warm("zh-CN", 1.0).result()
        assert speakers.warm("en", 1.0).result()
        assert speakers.warm("zh", 1.2).result()


def test_a_closed_voice_opens_no_speaker() -> None:
    speakers = Speakers(FakeVoice())
    speakers.close()
    speakers.close()
    with pytest.raises(SpeechError):
        speakers.warm("zh", 1.0)
