"""The loop of a session: events in, state on, commands out, and everything put back at the end."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event as Flag
from threading import Thread
from time import monotonic
from typing import Final, TypeAlias

from langdu.errors import LangduError
from langdu.speech.output import Card
from langdu.speech.terminal import signals
from langdu.speech.terminal.keyboard import Keyboard
from langdu.speech.terminal.machine import begin, step
from langdu.speech.terminal.making import Maker
from langdu.speech.terminal.playing import Player
from langdu.speech.terminal.script import Script
from langdu.speech.terminal.state import (
    Began,
    Command,
    Event,
    Halt,
    Key,
    NotTranslated,
    Pause,
    Phase,
    Play,
    Quit,
    Redraw,
    Resume,
    State,
    Stepwise,
    Suspended,
    Tell,
    Translate,
    Translated,
)
from langdu.speech.terminal.view import View

#: Seconds between two looks at the clock: the time that is left counts down by seconds.
_TICK: Final = 1.0


#: Seconds that a translation gets, once it is called off, to end by itself.
_PATIENCE: Final = 5.0

#: A language, and whether the work is called off → the edition in that language.
Translation: TypeAlias = Callable[[str, Callable[[], bool]], Script]


@dataclass(frozen=True, slots=True)
class Ending:
    """How a session ended: where one was, and whether that was the end of the article."""

    state: State
    finished: bool


def read_aloud(
    state: State,
    *,
    maker: Maker,
    card: Card,
    view: View,
    keyboard: int | None = None,
    translate: Translation | None = None,
    remember: Callable[[State], None] = lambda state: None,
) -> Ending:
    """Read an article aloud until its end, or until somebody quits.

    ``keyboard`` is the file descriptor of a terminal whose keys steer the reading; ``translate``
    gives the edition in a language, in a thread of its own, and is called off at the end;
    ``remember`` is called with the state as a paragraph begins and as the session ends, also by a
    signal or an error.
    ``maker`` and ``card`` are closed at the end.

    The terminal is put back as it was however this ends: :class:`KeyboardInterrupt`,
    :class:`SystemExit` with 128 + the number of the signal, :class:`LangduError` of voice or card.
    """
    return _Session(state, maker, card, view, keyboard, translate, remember).run()


class _Session:
    def __init__(
        self,
        state: State,
        maker: Maker,
        card: Card,
        view: View,
        keyboard: int | None,
        translate: Translation | None,
        remember: Callable[[State], None],
    ) -> None:
        self._state = state
        self._events: SimpleQueue[Event] = SimpleQueue()
        self._maker = maker
        self._player = Player(card, maker, self._events.put)
        self._view = view
        self._keyboard = Keyboard(keyboard, self._events.put) if keyboard is not None else None
        self._translate = translate
        self._translating: Thread | None = None
        self._over = Flag()
        self._remember = remember
        self._watch = _Stopwatch()
        self._ending: Quit | None = None

    def run(self) -> Ending:
        with signals.handled(self._events.put) as came:
            try:
                self._begin()
                while self._ending is None:
                    came.check()
                    self._go_on()
            finally:
                try:
                    with signals.postponed():
                        self._put_back()
                finally:
                    self._wind_up()
        if self._ending.error is not None:
            raise self._ending.error
        return Ending(self._state, self._ending.finished)

    def _begin(self) -> None:
        """The sound first: the screen is drawn while the first sentence is made."""
        self._obey(begin(self._state))
        if self._keyboard:
            self._keyboard.start()
        self._view.enter()
        self._show()

    def _go_on(self) -> None:
        """Take what has happened, then show how things stand."""
        try:
            self._happen(self._events.get(timeout=_TICK))
            while self._ending is None:
                self._happen(self._events.get_nowait())
        except Empty:
            pass
        if self._ending is None:
            self._show()

    def _happen(self, event: Event) -> None:
        if isinstance(event, Key):
            self._view.key()
        run = self._state.run
        self._obey(step(self._state, event))
        if isinstance(event, Began) and event.run == run:
            self._begins()
        elif isinstance(event, Suspended):
            self._suspend()
        elif isinstance(event, Redraw) and self._keyboard:
            self._keyboard.take()  # whoever had stopped this program has set the terminal its way

    def _begins(self) -> None:
        self._watch.restart()
        if self._state.phase is Phase.PAUSED:
            self._watch.hold()
        self._view.begins(self._state)
        at = self._state.at
        if at == self._state.script.paragraph(at).start:  # now and then, in case power fails
            self._remember(self._state)

    def _suspend(self) -> None:
        self._view.leave()
        if self._keyboard:
            self._keyboard.give_back()
        signals.suspend()
        if self._keyboard:
            self._keyboard.take()
        self._view.enter()

    def _obey(self, taken: tuple[State, tuple[Command, ...]]) -> None:
        self._state, commands = taken
        for command in commands:
            match command:
                case Play():
                    self._player.play(command)
                    self._watch.reset()
                case Halt():
                    self._player.halt()
                    self._watch.reset()
                case Pause():
                    self._player.pause()
                    self._watch.hold()
                case Resume():
                    self._player.resume()
                    self._watch.go_on()
                case Stepwise(on):
                    self._player.stepwise(on)
                case Tell(text):
                    self._view.tell(text)
                case Translate(lang):
                    work = Thread(target=self._have_translated, args=(lang,), daemon=True)
                    self._translating = work
                    work.start()
                case Quit():
                    self._ending = command

    def _have_translated(self, lang: str) -> None:
        try:
            if self._translate is None:
                raise LangduError("nothing here can translate")
            self._events.put(Translated(self._translate(lang, self._over.is_set)))
        except Exception as error:  # an engine may fail in any way; the reading goes on
            self._events.put(NotTranslated(lang, str(error) or repr(error)))

    def _show(self) -> None:
        self._view.show(self._state, self._watch.elapsed)

    def _put_back(self) -> None:
        """Silence first, then the terminal, then the rest; each even if another one fails."""
        with ExitStack() as stack:
            stack.callback(self._remember, self._state)
            if self._keyboard:
                stack.callback(self._keyboard.close)
            stack.callback(self._view.leave)
            stack.callback(self._player.close)

    def _wind_up(self) -> None:
        """Wait for the threads: the person has the terminal back already."""
        self._over.set()
        self._player.join()
        self._maker.close()
        if self._translating:
            self._translating.join(_PATIENCE)


class _Stopwatch:
    """Seconds since a sentence began, without those in which it was paused."""

    def __init__(self) -> None:
        self._sum = 0.0
        self._since: float | None = None

    @property
    def elapsed(self) -> float:
        return self._sum + (monotonic() - self._since if self._since is not None else 0.0)

    def reset(self) -> None:
        self._sum, self._since = 0.0, None

    def restart(self) -> None:
        self._sum, self._since = 0.0, monotonic()

    def hold(self) -> None:
        self._sum, self._since = self.elapsed, None

    def go_on(self) -> None:
        self._since = monotonic()
