"""The keyboard of a terminal: single keys, without Enter and without echo. POSIX only."""

import os
import select
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any, Final

from langdu.speech.terminal.keys import KeyReader
from langdu.speech.terminal.state import Event, Key

#: Seconds after which the beginning of a sequence was the key Escape: over a slow line the bytes
#: of an arrow key come some ten milliseconds apart.
_ESCAPE: Final = 0.05


def open_keyboard() -> int | None:
    """A file descriptor of the terminal from which a person steers this program.

    Standard input, or the terminal behind it where that is a pipe. ``None`` where there is no
    terminal, where this program runs in its background, or where the system has no termios
    (Windows). Close it.
    """
    try:
        import termios  # noqa: F401 - only whether it is there
    except ImportError:
        return None
    with suppress(OSError, ValueError):
        own = sys.stdin is not None and os.isatty(sys.stdin.fileno())
        flags = os.O_RDWR | os.O_NOCTTY
        fd = os.dup(sys.stdin.fileno()) if own else os.open("/dev/tty", flags)
        try:
            if os.tcgetpgrp(fd) == os.getpgrp():
                return fd
        except OSError:
            pass
        os.close(fd)
    return None


class Keyboard:
    """Reports the keys of a terminal from a thread of its own; ``fd`` stays the caller's.

    Ctrl-C and Ctrl-Z stay signals.
    """

    def __init__(self, fd: int, report: Callable[[Event], None]) -> None:
        self._fd = fd
        self._report = report
        self._before: list[Any] | None = None
        self._wake_read, self._wake_write = os.pipe()
        self._thread = Thread(target=self._read, name="langdu-keys", daemon=True)

    def start(self) -> None:
        """Take the keyboard and report from now on."""
        self.take()
        self._thread.start()

    def take(self) -> None:
        """Switch to single keys; again after the program was stopped."""
        import termios
        import tty

        if self._before is None:
            self._before = termios.tcgetattr(self._fd)
        tty.setcbreak(self._fd, termios.TCSANOW)

    def give_back(self) -> None:
        """Set the terminal as it was. Keys that nobody took do not go to the shell."""
        import termios

        before, self._before = self._before, None
        if before is not None:
            with suppress(termios.error, OSError):  # the terminal has gone
                termios.tcsetattr(self._fd, termios.TCSANOW, before)
                termios.tcflush(self._fd, termios.TCIFLUSH)

    def close(self) -> None:
        """Give the keyboard back and end the thread."""
        self.give_back()
        os.close(self._wake_write)
        if self._thread.ident is not None:
            self._thread.join()
        os.close(self._wake_read)

    def _read(self) -> None:
        reader = KeyReader()
        while True:
            patience = _ESCAPE if reader.waits else None
            ready = select.select([self._fd, self._wake_read], [], [], patience)[0]
            if self._wake_read in ready:
                return
            try:
                data = os.read(self._fd, 1024) if ready else b""
            except OSError:
                data = b""
            if ready and not data:  # the terminal has gone
                self._report(Key("q"))
                return
            for key in reader.feed(data) if ready else reader.flush():
                self._report(Key(key))
