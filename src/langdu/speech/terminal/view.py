"""What a session shows itself through."""

from typing import Protocol

from langdu.speech.terminal.state import State


class View(Protocol):
    """What a person sees, or feels, of a session."""

    def enter(self) -> None:
        """Take the terminal; again after the program was stopped."""
        ...

    def leave(self) -> None:
        """Give the terminal back as it was; a second time is harmless."""
        ...

    def begins(self, state: State) -> None:
        """The current sentence begins to be heard."""
        ...

    def show(self, state: State, elapsed: float) -> None:
        """Show how things stand, ``elapsed`` seconds after the sentence began."""
        ...

    def tell(self, text: str) -> None:
        """Say something, until the next key."""
        ...

    def key(self) -> None:
        """A key was pressed."""
        ...
