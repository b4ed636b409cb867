"""The view for screen readers, braille displays, pipes, and terminals that cannot place text."""

from collections.abc import Callable, Iterator

from langdu.errors import one_line
from langdu.speech.terminal.state import Dialog, Phase, State
from langdu.speech.terminal.wording import KEYS, language_lines, statuses


class PlainView:
    """Each sentence as it is read, one line each: for screen readers, braille displays and pipes.

    ``write`` takes the sentences and ``say`` everything else.
    """

    def __init__(self, write: Callable[[str], None], say: Callable[[str], None]) -> None:
        self._write = write
        self._say = say
        self._shown: State | None = None

    def enter(self) -> None:
        """Nothing is taken."""

    def leave(self) -> None:
        """Nothing was taken."""

    def begins(self, state: State) -> None:
        """A line for the sentence."""
        self._write(one_line(state.script.sentence(state.at).text))

    def show(self, state: State, elapsed: float) -> None:
        """Only what changed and is not heard."""
        for line in _changes(self._shown, state, elapsed):
            self._say(line)
        self._shown = state

    def tell(self, text: str) -> None:
        """A line for it."""
        self._say(one_line(text))

    def key(self) -> None:
        """What was said stays."""


def _changes(before: State | None, state: State, elapsed: float) -> Iterator[str]:
    """What a person must be told of a change; that a sentence begins is heard and written."""
    if state.dialog is Dialog.HELP and (not before or before.dialog is not Dialog.HELP):
        yield from (f"{key}: {use}" for key, use in KEYS)
    if state.dialog is Dialog.LANGUAGES and (not before or before.dialog is not Dialog.LANGUAGES):
        yield from language_lines(state)
    quiet = (Phase.PAUSED, Phase.STOPPED)
    if before and (before.phase in quiet) != (state.phase in quiet):
        paused = state.phase in quiet
        yield statuses(state, elapsed)[1] if paused else "goes on"
