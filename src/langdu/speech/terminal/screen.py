"""The view on a terminal that can place text: the paragraph, the current sentence, the status."""

import os
from contextlib import suppress
from typing import Final

from rich.console import Console, Group

from langdu.errors import one_line
from langdu.speech.terminal.layout import frame
from langdu.speech.terminal.state import State

_USUAL: Final = (80, 24)


class ScreenView:
    """Draws on the alternate screen of the terminal ``fd``, so that leaving it restores all."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._file = open(  # noqa: SIM115 - it lives as long as the view
            fd, "w", encoding="utf-8", errors="replace", closefd=False, newline=""
        )
        self._console = Console(
            file=self._file, force_terminal=True, highlight=False, markup=False, emoji=False
        )
        self._notice = ""

    def enter(self) -> None:
        """To the alternate screen."""
        self._console.set_alt_screen(True)
        self._console.show_cursor(False)

    def leave(self) -> None:
        """Back to the screen as it was."""
        with suppress(OSError):  # the terminal has gone
            self._console.show_cursor(True)
            if self._console.is_alt_screen:
                self._console.set_alt_screen(False)
            self._file.flush()

    def begins(self, state: State) -> None:
        """The highlight moves with :meth:`show`."""

    def show(self, state: State, elapsed: float) -> None:
        """Draw the whole screen, in one piece of output."""
        try:
            columns, rows = os.get_terminal_size(self._fd)
        except OSError:
            columns, rows = 0, 0
        # a terminal that was never told its size says 0
        self._console.size = (columns or _USUAL[0], rows or _USUAL[1])
        lines = frame(self._console, state, elapsed, self._notice)
        self._console.update_screen(Group(*lines))

    def tell(self, text: str) -> None:
        """On the last line."""
        self._notice = one_line(text)

    def key(self) -> None:
        """What was told goes."""
        self._notice = ""
