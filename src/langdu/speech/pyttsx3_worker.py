"""pyttsx3 in a process of its own: ``python -m langdu.speech.pyttsx3_worker FOLDER``.

pyttsx3 crashes with threads, hangs, prints, and reports success for what it did not do, so it gets
one sentence at a time here, and langdu looks at each file that it writes.

Jobs: first ``{"voice": id, "rate": words a minute, "probe": text}``, then ``{"text": sentence}``.
"""

import sys
import wave
from pathlib import Path
from threading import Event
from typing import Any, Final

from langdu.speech import espeak_library, worker

_TRIES: Final = 3


class _Failure(Exception):
    """Why a sentence has no sound."""


class _Engine:
    """pyttsx3, one job at a time."""

    def __init__(self, folder: Path) -> None:
        self.library = espeak_library.preload(folder)
        import pyttsx3

        self._engine = pyttsx3.init()
        self.driver = str(self._engine.driver_name)
        if self.driver == "espeak":
            espeak_library.mend()
        self._file = folder / "sentence.wav"
        self._ended = Event()
        self._events: list[str | None] = []  # of this job: None for a good end, else what is wrong
        self._engine.connect("finished-utterance", self._on_end)
        self._engine.connect("error", self._on_error)

    def _on_end(self, **event: Any) -> None:
        self._events.append(None if event.get("completed") else "the engine cancelled it")
        self._ended.set()

    def _on_error(self, **event: Any) -> None:
        self._events.append(repr(event.get("exception")))
        self._ended.set()

    def hello(self) -> dict[str, Any]:
        return {"driver": self.driver, "library": self.library, "voices": self._voices()}

    def answer(self, job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        if "text" in job:
            return self._say(job["text"])
        return self._set(job["voice"], job["rate"], job["probe"]), b""

    def _voices(self) -> list[dict[str, Any]]:
        return [
            {"id": voice.id, "name": voice.name, "tags": [_text(tag) for tag in voice.languages]}
            for voice in self._engine.getProperty("voices")
        ]

    def _set(self, voice: str, rate: int, probe: str) -> dict[str, Any]:
        if self.driver != "espeak":
            self._set_properties(voice, rate)
            self._engine.runAndWait()  # an empty run: properties are queued until one
            return {"voice": self._engine.getProperty("voice")}
        # the end of a run makes eSpeak NG forget what its thread has yet to do, a rate too; after
        # an empty run properties are set without one
        espeak_library.wait_until_idle()
        self._engine.runAndWait()
        self._set_properties(voice, rate)
        espeak_library.wait_until_idle()
        if self._engine.getProperty("rate") != rate:
            return {"error": f"the engine does not speak {rate} words a minute"}
        problem = espeak_library.problem(probe)
        return {"error": problem} if problem else {"voice": self._engine.getProperty("voice")}

    def _set_properties(self, voice: str, rate: int) -> None:
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate)

    def _say(self, text: str) -> tuple[dict[str, Any], bytes]:
        why = ""
        for again in range(_TRIES):
            try:
                rate, pcm = self._say_once(_plain(text))
                voice = self._engine.getProperty("voice")
                header = {"sample_rate": rate, "voice": voice, "again": again, "bytes": len(pcm)}
                return header, pcm
            except (_Failure, OSError, EOFError) as failure:
                why = str(failure) or repr(failure)
        return {"error": why}, b""

    def _say_once(self, text: str) -> tuple[int, bytes]:
        self._file.unlink(missing_ok=True)
        self._events.clear()
        self._ended.clear()
        self._engine.save_to_file(text, str(self._file))
        self._engine.runAndWait()
        if self.driver == "espeak":  # the others are done when they return
            self._ended.wait()
            espeak_library.wait_until_idle()
        for event in self._events:
            if event is not None:
                raise _Failure(event)
        rate, pcm = _read(self._file)
        self._file.unlink(missing_ok=True)
        if not pcm:
            raise _Failure("the engine wrote an empty file")
        return rate, pcm


def _plain(text: str) -> str:
    """The text without what a system takes for commands."""
    if sys.platform == "win32":
        return text.replace("<", " ")  # a text that begins with it is read as XML
    if sys.platform == "darwin":
        return text.replace("[[", "[ [")  # embedded speech commands
    return text


def _text(tag: object) -> str:
    """A language tag; old pyttsx3 gives bytes with a priority in front."""
    return tag.decode("utf-8", "replace").lstrip("\x05\x02") if isinstance(tag, bytes) else str(tag)


def _read(path: Path) -> tuple[int, bytes]:
    """Sample rate and mono 16-bit samples of what an engine wrote: WAV, or AIFF on macOS."""
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth()) == (1, 2):
                return file.getframerate(), file.readframes(file.getnframes())
    except wave.Error:
        pass
    import soundfile

    samples, rate = soundfile.read(str(path), dtype="int16", always_2d=True)
    return int(rate), bytes(samples[:, 0].tobytes())


if __name__ == "__main__":
    worker.run(_Engine)
