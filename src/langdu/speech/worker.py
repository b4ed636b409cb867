"""What every worker process does: jobs from standard input, answers on standard output.

A job is a JSON object a line. An answer is a JSON line; with ``"bytes": n`` in it, n bytes of
samples follow. The first answer comes unasked: what the engine has. ``error`` in an answer says
what went wrong. The process ends with its standard input, or with its parent.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, BinaryIO, Final, Protocol

#: Seconds between two looks at whether the parent still lives.
_WATCH: Final = 5.0


class Engine(Protocol):
    """A speech engine inside a worker, one job at a time."""

    def hello(self) -> dict[str, Any]:
        """The first answer."""
        ...

    def answer(self, job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
        """The answer to a job, and its samples."""
        ...


def run(start: Callable[[Path], Engine]) -> None:
    """Answer jobs until standard input ends.

    ``start`` gets the folder for temporary files, which the parent made and removes.
    """
    folder, parent = Path(sys.argv[1]), os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    output = _own_output()
    jobs: SimpleQueue[dict[str, Any]] = SimpleQueue()
    Thread(target=_take_jobs, args=(jobs,), daemon=True).start()
    try:
        engine = start(folder)
        hello = engine.hello()
    except Exception as error:  # engines raise anything where a system has no speech
        _write(output, {"error": f"{type(error).__name__}: {error}"})
        return
    _write(output, hello)
    while True:
        _write(output, *engine.answer(_next_job(jobs, parent)))


def _write(output: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
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
    """Standard output for the answers alone: what an engine prints goes nowhere."""
    output = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return output
