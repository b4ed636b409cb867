"""pyttsx3 in a process of its own: ``python -m langdu.speech.pyttsx3_worker FOLDER``.

pyttsx3 crashes with threads, hangs, prints, and reports success for what it did not do, so it gets
one sentence at a time here, and langdu looks at each file that it writes. FOLDER is for temporary
files; the parent removes it.

Standard input takes a JSON object a line: first ``{"voice": id, "rate": words a minute, "probe":
text}``, then ``{"text": sentence}``. Each answer is a JSON line; with ``"bytes": n`` in it, n bytes
of samples follow. The first answer comes unasked and lists the voices. ``error`` in an answer says
what went wrong.
"""

import json
import os
import signal
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Any, BinaryIO, Final

from langdu.speech import espeak_library

_TRIES: Final = 3
#: eSpeak NG is still "playing" for a moment after the last event; a run that begins in that moment
#: is cancelled by pyttsx3 itself.
_SETTLE: Final = 0.02
#: Seconds between two looks at whether the parent still lives.
_WATCH: Final = 5.0


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

    def voices(self) -> list[dict[str, Any]]:
        return [
            {"id": voice.id, "name": voice.name, "tags": [_text(tag) for tag in voice.languages]}
            for voice in self._engine.getProperty("voices")
        ]

    def set(self, voice: str, rate: int, probe: str) -> dict[str, Any]:
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate)
        self._engine.runAndWait()  # an empty run: properties are queued until one
        problem = espeak_library.problem(probe) if self.driver == "espeak" else None
        if problem:
            return {"error": problem}
        return {"voice": self._engine.getProperty("voice")}

    def say(self, text: str) -> tuple[dict[str, Any], bytes]:
        why = ""
        for _ in range(_TRIES):
            try:
                rate, pcm = self._say_once(_plain(text))
                voice = self._engine.getProperty("voice")
                return {"sample_rate": rate, "voice": voice, "bytes": len(pcm)}, pcm
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
            time.sleep(_SETTLE)
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


def _answer(output: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    output.write(json.dumps(header).encode("ascii") + b"\n" + body)
    output.flush()


def _take_jobs(jobs: "SimpleQueue[dict[str, Any]]") -> None:
    """Queue the lines of standard input; at its end the parent is gone, and so is this process."""
    for line in sys.stdin.buffer:
        jobs.put(json.loads(line))
    os._exit(0)  # also in the middle of a sentence; eSpeak NG's own ending asserts


def _next_job(jobs: "SimpleQueue[dict[str, Any]]", parent: int) -> dict[str, Any]:
    """Wait for a job, or end with the parent.

    Its pipe may outlive it in another process that it forked, so its id is looked at, too.
    """
    while True:
        try:
            return jobs.get(timeout=_WATCH)
        except Empty:
            if sys.platform != "win32" and os.getppid() != parent:
                os._exit(0)


def _own_output() -> BinaryIO:
    """Standard output for the answers alone: what pyttsx3 prints goes nowhere."""
    output = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return output


def _serve(engine: _Engine, output: BinaryIO, next_job: Callable[[], dict[str, Any]]) -> None:
    while True:
        job = next_job()
        if "text" in job:
            _answer(output, *engine.say(job["text"]))
        else:
            _answer(output, engine.set(job["voice"], job["rate"], job["probe"]))


def main() -> None:
    """Answer jobs until standard input ends."""
    folder, parent = Path(sys.argv[1]), os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    output = _own_output()
    jobs: SimpleQueue[dict[str, Any]] = SimpleQueue()
    Thread(target=_take_jobs, args=(jobs,), daemon=True).start()
    try:
        engine = _Engine(folder)
        hello = {"driver": engine.driver, "library": engine.library, "voices": engine.voices()}
    except Exception as error:  # pyttsx3 raises anything where a system has no speech
        _answer(output, {"error": f"{type(error).__name__}: {error}"})
        return
    _answer(output, hello)
    _serve(engine, output, lambda: _next_job(jobs, parent))


if __name__ == "__main__":
    main()
