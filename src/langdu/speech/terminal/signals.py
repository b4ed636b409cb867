"""Signals during a session: ends that clean up, and what the terminal announces.

The signals that end the program (``_ENDS``) become exceptions, so that everything is put back
first. Python loses an exception of a handler that happens to run within a callback of its own
(a weak reference's, an object's ``__del__``), so :meth:`Signals.check` raises it again.
"""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import Any, Final

from langdu.speech.terminal.state import Event, Redraw, Suspended

_Handler = Callable[[int, FrameType | None], Any]

_ENDS: Final = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")


class Signals:
    """The signal that is to end the program, if one came."""

    def __init__(self, report: Callable[[Event], None]) -> None:
        self._report = report
        self._came: int | None = None

    def end(self, number: int, frame: FrameType | None) -> None:
        """The handler of signals that end the program."""
        self._came = self._came or number
        self._report(Redraw())  # so that check() is soon called
        raise _ending(number)

    def suspend(self, number: int, frame: FrameType | None) -> None:
        """The handler of Ctrl-Z."""
        self._report(Suspended())

    def redraw(self, number: int, frame: FrameType | None) -> None:
        """The handler of what changes the terminal."""
        self._report(Redraw())

    def check(self) -> None:
        """Raise the exception of a signal that has come, if it got lost."""
        if self._came is not None:
            raise _ending(self._came)


@contextmanager
def handled(report: Callable[[Event], None]) -> Iterator[Signals]:
    """Handle signals within the block; in another thread than the first it is not possible."""
    signals = Signals(report)
    handlers: dict[str, _Handler] = dict.fromkeys(_ENDS, signals.end)
    handlers |= {"SIGTSTP": signals.suspend, "SIGCONT": signals.redraw, "SIGWINCH": signals.redraw}
    with _replaced(handlers):
        yield signals


@contextmanager
def postponed() -> Iterator[None]:
    """Let no signal end the program within the block, which must be short; it does so after it.

    By handlers and not by a mask: another thread would take the signal from a masked one.
    """
    came: list[int] = []
    with _replaced(dict.fromkeys(_ENDS, lambda number, frame: came.append(number))):
        yield
    if came:
        signal.raise_signal(came[0])


@contextmanager
def _replaced(handlers: dict[str, _Handler]) -> Iterator[None]:
    """Other handlers within the block, but for signals that this program was told to ignore."""
    before: dict[int, Any] = {}
    if current_thread() is main_thread():
        for name, handler in handlers.items():
            number = getattr(signal, name, None)  # Windows lacks most of them
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def suspend() -> None:
    """Stop this program as Ctrl-Z does, until somebody lets it go on."""
    handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    try:
        signal.raise_signal(signal.SIGTSTP)
    finally:
        signal.signal(signal.SIGTSTP, handler)


def _ending(number: int) -> BaseException:
    return KeyboardInterrupt() if number == signal.SIGINT else SystemExit(128 + number)
