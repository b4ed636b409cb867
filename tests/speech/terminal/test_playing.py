"""The player: what the card is given, in which order."""

import threading
from collections.abc import Iterator
from queue import SimpleQueue
from typing import Any

import pytest

from langdu.errors import NoAudioDevice
from langdu.speech import FakeVoice, Sound, SoundCard, output
from langdu.speech.terminal.making import Maker, Speakers
from langdu.speech.terminal.playing import Player
from langdu.speech.terminal.script import Script
from langdu.speech.terminal.state import Began, Event, Failed, Finished, Play, Waits
from tests.speech.terminal.samples import ARTICLE

SCRIPT = Script.of(ARTICLE)
LAST = len(SCRIPT) - 1


class Card:
    """A card whose sounds end when the test says so. ``story`` is what happened to it."""

    def __init__(self) -> None:
        self.story: list[str] = []
        self.begun: SimpleQueue[float] = SimpleQueue()
        self._over = threading.Event()

    def begin(self, sound: Sound) -> None:
        self.story.append("silence" if not any(sound.pcm) else "sound")
        self._over.clear()
        self.begun.put(sound.seconds)

    def wait(self) -> None:
        assert self._over.wait(60)

    def end(self) -> None:
        """The sound is over."""
        self._over.set()

    def play(self, sound: Sound) -> None:
        raise NotImplementedError

    def stop(self) -> None:
        self.story.append("stop")
        self._over.set()

    def pause(self) -> None:
        self.story.append("pause")

    def resume(self) -> None:
        self.story.append("resume")

    def close(self) -> None:
        self.story.append("close")
        self._over.set()


class Bench:
    def __init__(self, card: Any, voice: FakeVoice | None = None) -> None:
        self.card = card
        self.voice = voice or FakeVoice()
        self.events: SimpleQueue[Event] = SimpleQueue()
        self.maker = Maker(Speakers(self.voice))
        self.player = Player(card, self.maker, self.events.put)

    def play(self, run: int, at: int, *, rate: float = 1.0, stepwise: bool = False) -> None:
        self.player.play(Play(run, SCRIPT, at, rate, stepwise))

    def event(self) -> Event:
        return self.events.get(timeout=30)

    def close(self) -> None:
        self.player.close()
        self.player.join()
        self.maker.close()


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench(Card())
    yield bench
    bench.close()
    assert bench.card.story[-1] == "close"


def began(event: Event) -> tuple[int, int]:
    assert isinstance(event, Began)
    return event.run, event.at


def test_one_after_the_other_with_its_pause_and_the_end(bench: Bench) -> None:
    bench.play(1, LAST - 1, rate=2.0)
    heard = []
    for at in (LAST - 1, LAST):
        assert began(bench.event()) == (1, at)
        for _ in range(2):
            heard.append(bench.card.begun.get(timeout=30))
            bench.card.end()
    assert heard[1] == pytest.approx(SCRIPT.lines[LAST - 1].pause / 2)
    assert bench.event() == Finished(1)
    assert bench.card.story[2:] == ["sound", "silence"] * 2


def test_the_next_one_is_made_while_one_is_heard(bench: Bench) -> None:
    bench.play(1, 0)
    bench.event()
    ahead = [SCRIPT.sentence(at).text for at in range(3)]
    done = threading.Event()
    for _ in range(600):  # the first one is not over
        if bench.voice.said == ahead:
            break
        done.wait(0.05)
    assert bench.voice.said == ahead


def test_a_jump_ends_the_sentence_and_nothing_stale_is_heard(bench: Bench) -> None:
    bench.play(1, 0)
    assert began(bench.event()) == (1, 0)
    bench.play(2, 7)
    assert began(bench.event()) == (2, 7)
    bench.play(3, 3)
    assert began(bench.event()) == (3, 3)
    assert bench.events.empty()
    assert [entry for entry in bench.card.story if entry in ("sound", "silence")] == ["sound"] * 3


def test_many_jumps_in_a_row_end_at_the_last(bench: Bench) -> None:
    for run in range(1, 200):
        bench.play(run, run % len(SCRIPT))
    while (event := bench.event()) != Began(199, 199 % len(SCRIPT), getattr(event, "seconds", 0)):
        assert isinstance(event, Began)
    assert bench.events.empty()


def test_one_at_a_time(bench: Bench) -> None:
    bench.play(1, 2, stepwise=True)
    bench.event()
    bench.card.end()
    assert bench.event() == Waits(1)
    bench.play(2, 3, stepwise=True)
    assert began(bench.event()) == (2, 3)
    bench.player.stepwise(False)
    bench.card.begun.get(timeout=30)
    bench.card.begun.get(timeout=30)
    bench.card.end()
    bench.card.begun.get(timeout=30)  # the pause after it
    bench.card.end()
    assert began(bench.event()) == (2, 4)


def test_a_halt(bench: Bench) -> None:
    bench.play(1, 0)
    bench.event()
    bench.player.halt()
    bench.play(2, 4)
    assert began(bench.event()) == (2, 4)


def test_pause_and_resume_go_to_the_card(bench: Bench) -> None:
    bench.player.pause()
    bench.player.resume()
    bench.player.pause()
    bench.play(1, 0)  # a new run is heard whatever was held
    bench.event()
    bench.card.begun.get(timeout=30)
    assert bench.card.story == ["pause", "resume", "pause", "stop", "resume", "sound"] or (
        bench.card.story == ["pause", "resume", "pause", "stop", "sound", "resume"]
    )


def test_a_card_that_is_not_there_is_told_and_another_run_is_tried() -> None:
    class NoCard(Card):
        def begin(self, sound: Sound) -> None:
            raise NoAudioDevice("no audio device here")

    bench = Bench(NoCard())
    for run in (1, 2):
        bench.play(run, 0)
        assert isinstance(bench.event(), Began)
        failed = bench.event()
        assert isinstance(failed, Failed)
        assert (failed.run, str(failed.error)) == (run, "no audio device here")
    bench.close()


def test_a_voice_that_is_not_there() -> None:
    bench = Bench(Card(), FakeVoice(["en"]))
    bench.play(1, 0)
    assert isinstance(bench.event(), Failed)
    bench.close()


class _Device:
    """A card that takes what it is asked to."""

    backend = "Fake"

    def __init__(self) -> None:
        self.feed: Any = None

    def start(self, feed: Any) -> None:
        self.feed = feed

    def close(self) -> None:
        self.feed = None


def test_the_sound_card_holds_and_lets_go_within_a_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    device = _Device()
    monkeypatch.setattr(output, "_open", lambda sample_rate: device)
    card = SoundCard()
    card.begin(Sound(bytes(range(200)), 16_000))
    first = bytes(device.feed.send(10))
    card.pause()
    assert bytes(device.feed.send(10)) == b""
    card.resume()
    second = bytes(device.feed.send(10))
    assert first + second == bytes(range(40))
    card.begin(Sound(b"\1\2" * 50, 16_000))  # the rest of the other goes
    card.pause()
    card.begin(Sound(b"\3\4" * 50, 16_000))
    assert bytes(device.feed.send(10)) == b""  # what begins in a pause is held
    card.resume()
    assert bytes(device.feed.send(100)) == b"\3\4" * 50
    card.wait()
    card.begin(Sound(b"\5\6" * 50, 16_000))
    card.stop()
    card.wait()
    assert bytes(device.feed.send(10)) == b""
    card.close()


def test_a_sound_of_another_rate_opens_the_card_again(monkeypatch: pytest.MonkeyPatch) -> None:
    rates = []

    def open_device(sample_rate: int) -> _Device:
        rates.append(sample_rate)
        return _Device()

    monkeypatch.setattr(output, "_open", open_device)
    card = SoundCard()
    for rate in (16_000, 16_000, 22_050, 16_000):
        card.begin(Sound(b"\0\0", rate))
    assert rates == [16_000, 22_050, 16_000]
    card.close()


def test_a_long_pause_is_no_dead_card(monkeypatch: pytest.MonkeyPatch) -> None:
    device = _Device()
    monkeypatch.setattr(output, "_open", lambda sample_rate: device)
    monkeypatch.setattr(output, "_PATIENCE", 0.15)
    monkeypatch.setattr(output, "_LOOK", 0.01)
    card = SoundCard()
    card.begin(Sound(b"\1\1" * 10, 16_000))
    card.pause()
    ended = threading.Event()

    def wait() -> None:
        card.wait()
        ended.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    for _ in range(60):  # the card asks for sound and gets none
        device.feed.send(1)
        assert not ended.wait(0.005)
    card.resume()
    device.feed.send(10)
    waiting.join()
    assert ended.is_set()
    card.close()
