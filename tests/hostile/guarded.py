"""A function in a child process: one that hangs, even in C, is killed; one that grows fails."""

import contextlib
import multiprocessing
import resource
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Self

_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job: its value, or how it failed; the seconds that passed and those of
    the processor, and the peak in MiB so far."""

    value: Any = None
    failure: str | None = None
    seconds: float = 0.0
    cpu: float = 0.0
    peak: int = 0


class Guarded:
    """Call it like the function. ``seconds`` is the most one call may take, ``memory`` the most
    address space of the child in MiB."""

    def __init__(
        self, work: Callable[[Any], Any], *, seconds: float = 10.0, memory: int = 3000
    ) -> None:
        self._work, self._seconds, self._memory = work, seconds, memory
        self._child: Any = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def __call__(self, job: Any) -> Outcome:
        """The outcome of one job. A child that hung or died is replaced by the next call."""
        pipe = self._started()
        begin = time.monotonic()
        try:
            pipe.send(job)
            if not pipe.poll(self._seconds):
                self._stop()
                return Outcome(failure=f"hung: over {self._seconds:g} s", seconds=self._seconds)
            value, failure, cpu, peak = pipe.recv()
        except (EOFError, OSError):
            code = self._stop()
            return Outcome(failure=f"the process died with {code}")
        return Outcome(value, failure, time.monotonic() - begin, cpu, peak)

    def _started(self) -> Connection:
        if self._pipe is None:
            self._pipe, other = _SPAWN.Pipe()
            self._child = _SPAWN.Process(
                target=_serve, args=(other, self._work, self._memory), daemon=True
            )
            self._child.start()
            other.close()
            ready = self._pipe.poll(60) and self._pipe.recv()
            assert ready, "the child does not start"
        return self._pipe

    def _stop(self) -> int | None:
        if self._pipe is None:
            return None
        self._pipe.close()
        self._pipe = None
        self._child.join(0.2)
        if self._child.is_alive():
            self._child.kill()
            self._child.join()
        code: int | None = self._child.exitcode
        return code


def _serve(pipe: Connection, work: Callable[[Any], Any], memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))
    pipe.send(True)
    with contextlib.suppress(EOFError, OSError):
        while True:
            job = pipe.recv()
            value, failure = None, None
            begin = time.process_time()
            try:
                value = work(job)
            except BaseException:  # the child tells of all of them
                failure = traceback.format_exc()
            cpu = time.process_time() - begin
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
            pipe.send((value, failure, cpu, peak))
