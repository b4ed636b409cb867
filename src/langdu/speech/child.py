"""The worker process as its parent sees it: jobs and answers, with a time limit."""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any, Final, TypeAlias

#: A temporary folder that is deeper than this is no help against eSpeak NG's limit on paths.
_DEEP: Final = 100
_SHORT_FOLDER: Final = Path("/tmp")  # nosec B108 # noqa: S108 - mkdtemp makes a private folder in it


class ChildFailure(Exception):
    """The process died, did not answer in time, or answered nonsense."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the worker answered; ``body`` holds samples."""

    header: dict[str, Any]
    body: bytes = b""


_Answers: TypeAlias = "SimpleQueue[Answer | None]"


class Child:
    """One worker process with its temporary folder. Close it: then both are gone."""

    def __init__(self, worker: str) -> None:
        """Start the process, which runs the module ``worker``.

        Raises :class:`OSError` where that is impossible.
        """
        self._worker = worker
        self._folder = tempfile.TemporaryDirectory(
            prefix="langdu-", dir=_folder_for_temporaries(), ignore_cleanup_errors=True
        )
        self._log = Path(self._folder.name) / "errors.txt"
        try:
            self._process = self._start()
        except BaseException:  # Ctrl-C too
            self._folder.cleanup()
            raise
        self._answers: _Answers = SimpleQueue()
        self._reader = Thread(
            target=_read_answers, args=(self._process.stdout, self._answers), daemon=True
        )
        self._reader.start()

    def _start(self) -> "subprocess.Popen[bytes]":
        # -P: a file of the working directory must not stand in for a module of Python
        command = [sys.executable, "-P", "-m", self._worker, self._folder.name]
        with self._log.open("wb") as log:
            return subprocess.Popen(  # noqa: S603 - our own module, no shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,  # Ctrl-C in the terminal is not for it
            )

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def ask(self, job: dict[str, Any], timeout: float) -> Answer:
        """Give a job and wait for its answer. Raises :class:`ChildFailure`."""
        stdin = self._process.stdin
        try:
            if stdin is None or stdin.closed:
                raise ChildFailure("the speech process is closed")
            stdin.write(json.dumps(job).encode("ascii") + b"\n")
            stdin.flush()
        except (OSError, ValueError) as error:
            raise ChildFailure(self._last_words()) from error
        return self.answer(timeout)

    def answer(self, timeout: float) -> Answer:
        """Wait for the next answer, ``timeout`` seconds at most. Raises :class:`ChildFailure`."""
        try:
            answer = self._answers.get(timeout=timeout)
        except Empty:
            raise ChildFailure(f"no answer for {timeout:.0f} s") from None
        if answer is None:
            raise ChildFailure(self._last_words())
        return answer

    def _last_words(self) -> str:
        """Why it ended, as far as it said so, in one line."""
        with suppress(OSError):
            lines = self._log.read_text(encoding="utf-8", errors="replace").split("\n")
            said = [line.strip() for line in lines if line.strip()]
            if said:
                return f"the speech process ended: {said[-1][:200]}"
        return "the speech process ended"

    def close(self) -> None:
        """End the process; a second time is harmless."""
        self._process.kill()  # at once, stopped or busy: it holds nothing that must be saved
        self._process.wait()
        self._reader.join(timeout=5)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):  # what was not flushed has nobody to read it
                    pipe.close()
        self._folder.cleanup()


def _folder_for_temporaries() -> Path | None:
    """Where to make the temporary folder: ``None`` is the system's usual place."""
    deep = len(os.fsencode(tempfile.gettempdir())) > _DEEP
    return _SHORT_FOLDER if deep and _SHORT_FOLDER.is_dir() else None


def _read_answers(stdout: IO[bytes] | None, answers: _Answers) -> None:
    """Move answers from the pipe to the queue; ``None`` at the end of the pipe."""
    try:
        while stdout and (line := stdout.readline()):
            header = json.loads(line)
            size = int(header.get("bytes", 0))
            body = stdout.read(size)
            if len(body) < size:
                break
            answers.put(Answer(header, body))
    except (OSError, ValueError):  # the process died within an answer, or the pipe was closed
        pass
    answers.put(None)
