"""The command line with a sound card that records: ``python -m tests.speech.terminal.driver``.

Arguments: LOG VOICE SPEED, then those of ``langdu``. LOG gets a JSON line for each change of what
the card hears: ``{"sound": n, "frames": n, "at": seconds}`` as it ends, 0 being silence. VOICE is
``fake`` (its sentences last 50 ms a character), ``long`` (50 times as long), ``broken`` or ``real``
(pyttsx3; its sentences are all 1). The card takes SPEED times real time. ``{"ready": seconds}`` is
when the article was there. Everything between the keys and the card is langdu's own.
"""

import json
import sys
import threading
import time
import zlib
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langdu import cli, plugins
from langdu.cli import reading_aloud
from langdu.errors import SpeechError
from langdu.speech import FakeVoice, Pyttsx3Voice, Sound, output
from langdu.speech.fake import FakeSpeaker
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Voice
from langdu.translation.fake import FakeTranslator

_TICK = 0.005


def number(text: str) -> int:
    """The value of every sample of a text, by which one hears what was said."""
    return 1 + zlib.crc32(text.strip().encode()) % 30_000


class _Speaker(FakeSpeaker):
    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        sound = super().say(text, readings)
        samples = array("h", [number(text)]) * (len(sound.pcm) // 2)
        return Sound(samples.tobytes(), sound.sample_rate)


class _Breaking(_Speaker):
    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        if text == "旧路太窄。":
            raise SpeechError("it broke")
        return super().say(text, readings)


class NumberVoice(FakeVoice):
    """Says every text as its number."""

    speaker: type[_Speaker] = _Speaker

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> _Speaker:
        super().open(lang, rate=rate, voice=voice)
        return self.speaker(self.said, self._seconds / rate)


class BreakingVoice(NumberVoice):
    """Fails at one sentence."""

    speaker = _Breaking


class Device:
    """What miniaudio gives for a card. It asks for frames by the clock, and records them."""

    backend = "Recorder"

    def __init__(self, log: Path, sample_rate: int, speed: float) -> None:
        self._log = log
        self._frames_per_second = sample_rate * speed
        self._closed = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, feed: Any) -> None:
        self._thread = threading.Thread(target=self._run, args=(feed,), daemon=True)
        self._thread.start()

    def _run(self, feed: Any) -> None:
        begun, taken = time.monotonic(), 0
        sound, frames = 0, 0
        with self._log.open("a") as log:
            while not self._closed.wait(_TICK):
                wanted = int((time.monotonic() - begun) * self._frames_per_second) - taken
                taken += wanted
                for value, length in _runs(feed.send(wanted), wanted):
                    if value != sound:
                        entry = {"sound": sound, "frames": frames, "at": time.monotonic()}
                        log.write(json.dumps(entry) + "\n")
                        log.write(json.dumps({"begins": value, "at": time.monotonic()}) + "\n")
                        log.flush()
                        sound, frames = value, 0
                    frames += length
            entry = {"sound": sound, "frames": frames, "at": time.monotonic(), "closed": True}
            log.write(json.dumps(entry) + "\n")

    def close(self) -> None:
        self._closed.set()
        if self._thread:
            self._thread.join()


def _runs(pcm: memoryview, wanted: int) -> list[tuple[int, int]]:
    """Equal samples in a row: (value, how many); what is missing is silence."""
    samples = array("h", bytes(pcm))
    missing = wanted - len(samples)
    runs: list[tuple[int, int]] = []
    start = 0
    while start < len(samples):
        end = start
        while end < len(samples) and samples[end] == samples[start]:
            end += 1
        runs.append((samples[start], end - start))
        start = end
    return [*runs, (0, missing)] if missing > 0 else runs


def _real_runs(pcm: memoryview, wanted: int) -> list[tuple[int, int]]:
    """Of a real voice only whether there is anything."""
    return [(1, wanted)] if len(pcm) else [(0, wanted)]


def _log_ready(log: Path) -> None:
    """Write down when the article is there, which is when reading aloud begins."""
    begin = reading_aloud.read_aloud

    def logged(*arguments: Any) -> None:
        with log.open("a") as file:
            file.write(json.dumps({"ready": time.monotonic()}) + "\n")
        begin(*arguments)

    setattr(reading_aloud, "read_aloud", logged)  # noqa: B010 - mypy takes it for a mistake


def main() -> None:
    log, voice, speed, *arguments = sys.argv[1:]
    voices: dict[str, Voice] = {
        "fake": NumberVoice(),
        "long": NumberVoice(seconds_per_character=2.5),
        "broken": BreakingVoice(),
        "real": Pyttsx3Voice(),
    }
    if voice == "real":
        globals()["_runs"] = _real_runs
    plugins.voice = lambda engine: voices[voice]
    plugins.translator = lambda engine, options=None: FakeTranslator()
    if log != "none":
        _log_ready(Path(log))
        output.find_output = lambda: Device.backend
        output._open = lambda sample_rate: Device(Path(log), sample_rate, float(speed))
    sys.exit(cli.run(arguments))


if __name__ == "__main__":
    main()
