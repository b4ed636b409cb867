"""Reading aloud, on a sound card that records."""

import threading
from types import SimpleNamespace
from typing import Any

import pytest

from langdu.article import Article, Paragraph, Sentence
from langdu.errors import NoAudioDevice, SpeechError
from langdu.speech import FakeVoice, Pyttsx3Voice, Sound, SoundCard, find_output, output, play
from langdu.speech.fake import FakeSpeaker

ARTICLE = Article(
    "zh",
    tuple(Paragraph(f"b{i}", (Sentence(f"b{i}.s1", f"第{i}段话。"),)) for i in range(1, 5)),
    title="标题",
)


class Recorder:
    """An output that remembers."""

    def __init__(self) -> None:
        self.sounds: list[Sound] = []
        self.closed = False

    def play(self, sound: Sound) -> None:
        assert not self.closed
        self.sounds.append(sound)

    def close(self) -> None:
        self.closed = True


def test_every_sentence_in_order_each_told_before_it_is_heard() -> None:
    card = Recorder()
    told: list[tuple[str, int]] = []
    play(
        ARTICLE,
        FakeVoice(),
        output=card,
        on_sentence=lambda sentence: told.append((sentence.id, len(card.sounds))),
    )
    assert told == [("title", 0), ("b1.s1", 1), ("b2.s1", 2), ("b3.s1", 3), ("b4.s1", 4)]
    assert len(card.sounds) == 5
    assert card.closed


def test_pauses_follow_the_rate() -> None:
    normal, fast = Recorder(), Recorder()
    play(ARTICLE, FakeVoice(), output=normal)
    play(ARTICLE, FakeVoice(), rate=2.0, output=fast)
    assert fast.sounds[0].seconds == pytest.approx(normal.sounds[0].seconds / 2, abs=0.001)


def test_from_a_block_on() -> None:
    card, voice = Recorder(), FakeVoice()
    play(ARTICLE, voice, start="b3", output=card)
    assert voice.said == ["第三段话。", "第四段话。"]


def test_the_next_sentence_is_made_while_one_is_heard() -> None:
    voice = FakeVoice()
    ahead = threading.Event()

    class Waiting(Recorder):
        def play(self, sound: Sound) -> None:
            super().play(sound)
            for _ in range(600):
                if len(voice.said) > min(len(self.sounds), 4):
                    break
                ahead.wait(0.05)
            else:
                pytest.fail("the next sentence was not made")

    play(ARTICLE, voice, output=Waiting())


class _Interrupting(Recorder):
    def play(self, sound: Sound) -> None:
        super().play(sound)
        if len(self.sounds) == 2:
            raise KeyboardInterrupt


def test_ctrl_c_stops_at_once() -> None:
    card = _Interrupting()
    with pytest.raises(KeyboardInterrupt):
        play(ARTICLE, FakeVoice(), output=card)
    assert len(card.sounds) == 2
    assert card.closed


def test_ctrl_c_does_not_wait_for_the_sentence_in_the_making() -> None:
    card = _Interrupting()
    slow = Paragraph("b9", (Sentence("b9.s1", "中国" * 20_000),))  # minutes of work
    article = Article("zh", (ARTICLE.blocks[0], slow), title="标题")
    with pytest.raises(KeyboardInterrupt):
        play(article, Pyttsx3Voice(timeout=60), output=card)
    assert card.closed
    assert not [t for t in threading.enumerate() if t.name.startswith("langdu")]


def test_a_failing_voice_stops_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: FakeSpeaker, text: str, readings: object) -> Sound:
        raise SpeechError("it broke")

    card = Recorder()
    monkeypatch.setattr(FakeSpeaker, "say", fail)
    with pytest.raises(SpeechError, match="sentence title: it broke"):
        play(ARTICLE, FakeVoice(), output=card)
    assert card.closed


def test_errors_close_the_card() -> None:
    for options in ({"rate": 9.0}, {"start": "b7"}):
        with pytest.raises(SpeechError):
            play(ARTICLE, FakeVoice(), output=Recorder(), **options)


def test_a_machine_without_a_sound_card_says_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    try:
        find_output()
    except NoAudioDevice:
        pass
    else:
        pytest.skip("there is a sound card here")
    with pytest.raises(NoAudioDevice, match=r"no audio device here: .* -o FILE\.wav"):
        play(ARTICLE, FakeVoice())
    assert capfd.readouterr() == ("", "")


class _Device:
    """What miniaudio gives for a card: its own thread asks for frames."""

    backend = "Fake"

    def __init__(self, frames: int = 1000) -> None:
        self.heard = bytearray()
        self.closed = threading.Event()
        self._frames = frames

    def start(self, feed: Any) -> None:
        self._thread = threading.Thread(target=self._run, args=(feed,))
        self._thread.start()

    def _run(self, feed: Any) -> None:
        while not self.closed.wait(0.001):
            self.heard += feed.send(self._frames)

    def close(self) -> None:
        self.closed.set()
        self._thread.join()


def test_the_card_gets_every_sample_once(monkeypatch: pytest.MonkeyPatch) -> None:
    device = _Device(frames=777)
    monkeypatch.setattr(output, "_open", lambda sample_rate: device)
    card = SoundCard()
    sounds = [Sound(bytes([i]) * 2 * 5000, 16_000) for i in range(1, 4)]
    for sound in sounds:
        card.play(sound)
    card.close()
    card.close()
    assert device.heard == b"".join(sound.pcm for sound in sounds)


def test_a_card_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    dead = SimpleNamespace(start=lambda feed: None, close=lambda: None)
    monkeypatch.setattr(output, "_open", lambda sample_rate: dead)
    monkeypatch.setattr(output, "_PATIENCE", 0.2)
    card = SoundCard()
    with pytest.raises(SpeechError, match="stopped"):
        card.play(Sound(b"\0\0" * 100, 16_000))
    card.close()


def test_a_card_that_nobody_hears_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    import miniaudio

    null = SimpleNamespace(backend="Null", close=lambda: None)
    monkeypatch.setattr(miniaudio, "PlaybackDevice", lambda **_: null)
    with pytest.raises(NoAudioDevice):
        find_output()
