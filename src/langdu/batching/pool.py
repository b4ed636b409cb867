"""Processes on this machine, each an executor of its own: one that dies costs what it was doing.

The standard library's process pool breaks as a whole when one of its workers dies, and says neither
which task it was nor how it ended. Pools of one process say both.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from typing import Any, ParamSpec, TypeVar

from langdu.errors import BatchError

P = ParamSpec("P")
T = TypeVar("T")


class WorkerDied(BatchError):
    """The process that did the work ended before the work did."""


class LocalPool(Executor):
    """As many processes as asked for; a new one takes the place of one that died."""

    def __init__(self, workers: int) -> None:
        self._lock = threading.Lock()
        self._free = [_Slot() for _ in range(workers)]
        self._all = tuple(self._free)
        self._waiting: deque[tuple[Future[Any], Callable[[], Any]]] = deque()
        self._closed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have a call made by the next process that is free.

        The future raises :class:`WorkerDied` where the process dies.
        """
        future: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise RuntimeError("cannot submit after shutdown")
            self._waiting.append((future, partial(fn, *args, **kwargs)))
        self._deal()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Take no more work; with ``cancel_futures`` end what is under way at once."""
        with self._lock:
            self._closed = True
            dropped = list(self._waiting) if cancel_futures else []
            if cancel_futures:
                self._waiting.clear()
        for future, _ in dropped:
            future.cancel()
            future.set_running_or_notify_cancel()  # who waits for it is told
        for slot in self._all:
            slot.close(kill=cancel_futures, wait=wait)

    def _deal(self) -> None:
        """Give what waits to processes that are free."""
        while True:
            with self._lock:
                if not (self._free and self._waiting):
                    return
                future, call = self._waiting.popleft()
                if not future.set_running_or_notify_cancel():
                    continue
                slot = self._free.pop()
            slot.run(call, partial(self._done, slot, future))

    def _done(self, slot: "_Slot", future: Future[Any], inner: Future[Any]) -> None:
        error = inner.exception() if not inner.cancelled() else WorkerDied("it was called off")
        if isinstance(error, BrokenProcessPool):
            # who tells it holds the lock of the broken pool, from Python 3.12 on
            threading.Thread(target=self._settle, args=(slot, future, inner, error)).start()
        else:
            self._settle(slot, future, inner, error)

    def _settle(
        self,
        slot: "_Slot",
        future: Future[Any],
        inner: Future[Any],
        error: BaseException | None,
    ) -> None:
        if isinstance(error, BrokenProcessPool):
            error = WorkerDied(f"it ends the process that works on it: {slot.ending()}")
        with self._lock:
            self._free.append(slot)
        self._deal()
        if error:
            future.set_exception(error)
        else:
            future.set_result(inner.result())


@dataclass(slots=True, eq=False)
class _Slot:
    """A pool of one process, made when it is first needed and again when it broke."""

    pool: ProcessPoolExecutor | None = None
    process: BaseProcess | None = None

    def run(self, call: Callable[[], Any], done: Callable[[Future[Any]], None]) -> None:
        try:
            future = self._submit(call)
        except BrokenProcessPool:  # it died while it had nothing to do
            self.ending()
            future = self._submit(call)
        future.add_done_callback(done)

    def ending(self) -> str:
        """Let the broken pool go, and say how its process ended."""
        pool, process = self.pool, self.process
        self.pool = self.process = None
        if pool:
            pool.shutdown(wait=False)
        if process is None:
            return "it is gone"
        with contextlib.suppress(ValueError, AssertionError):
            process.join(_PATIENCE)
        return _said(process.exitcode)

    def close(self, *, kill: bool, wait: bool) -> None:
        if kill and self.process:
            with contextlib.suppress(ValueError):
                self.process.kill()
        if self.pool:
            self.pool.shutdown(wait=wait, cancel_futures=kill)

    def _submit(self, call: Callable[[], Any]) -> Future[Any]:
        if self.pool is not None:
            return self.pool.submit(call)
        with _STARTING:  # so that the new process is this pool's
            context = multiprocessing.get_context("spawn")
            before = set(multiprocessing.active_children())
            self.pool = ProcessPoolExecutor(1, mp_context=context, initializer=begin)
            future = self.pool.submit(call)
            new = set(multiprocessing.active_children()) - before
            self.process = next(iter(new), None)
        return future


_STARTING = threading.Lock()
#: Seconds for a process that is dead already to be collected.
_PATIENCE = 10.0


def begin() -> None:
    """Make a process a worker: it leaves Ctrl+C to the driver, and ends when the driver does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # a process has one core for itself; libraries read this when they are loaded
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)


def _said(code: int | None) -> str:
    if code is None:
        return "it is gone"
    if code == -getattr(signal, "SIGALRM", 0):
        return "it took longer than one article may (--time-limit)"
    if code >= 0:
        return f"it ended with {code}"
    with contextlib.suppress(ValueError):
        return f"it ended by {signal.Signals(-code).name}"
    return f"it ended by signal {-code}"
