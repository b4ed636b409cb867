"""The loop: whatever ends it, all is put back."""

import os
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from langdu.errors import Cancelled, SpeechError
from langdu.speech import FakeVoice
from langdu.speech.terminal.making import Maker, Speakers
from langdu.speech.terminal.plain import PlainView
from langdu.speech.terminal.script import Script
from langdu.speech.terminal.session import Ending, Translation, read_aloud
from langdu.speech.terminal.state import State
from tests.speech.terminal.samples import in_language, state
from tests.speech.terminal.test_playing import Card

if sys.platform == "win32":
    pytest.skip("terminals of POSIX", allow_module_level=True)

import pty
import termios


class View:
    """Remembers; ``on_show`` is called at every drawing."""

    def __init__(self, on_show: Callable[[State], None] = lambda state: None) -> None:
        self.story: list[str] = []
        self._on_show = on_show

    def enter(self) -> None:
        self.story.append("enter")

    def leave(self) -> None:
        self.story.append("leave")

    def begins(self, state: State) -> None:
        self.story.append(f"begins {state.script.sentence(state.at).id}")

    def show(self, state: State, elapsed: float) -> None:
        self._on_show(state)

    def tell(self, text: str) -> None:
        self.story.append(text)

    def key(self) -> None:
        """Nothing."""


class Quick(Card):
    """A card that takes no time."""

    def wait(self) -> None:
        """Over already."""


@pytest.fixture
def keyboard() -> Iterator[tuple[int, int]]:
    """The two ends of a terminal: ours, and the program's."""
    ours, programs = pty.openpty()
    yield ours, programs
    os.close(ours)
    os.close(programs)


def read(
    begin: State,
    view: View,
    *,
    card: Card | None = None,
    keyboard: int | None = None,
    translate: Translation | None = None,
    remember: Callable[[State], None] = lambda state: None,
) -> Ending:
    card = card or Card()
    try:
        return read_aloud(
            begin,
            maker=Maker(Speakers(FakeVoice())),
            card=card,
            view=view,
            keyboard=keyboard,
            translate=translate,
            remember=remember,
        )
    finally:
        assert card.story[-1] == "close"
        assert view.story[-1] == "leave"
        assert not [t for t in threading.enumerate() if t.name.startswith("langdu")]


def test_to_the_end() -> None:
    view = View()
    kept: list[int] = []
    ending = read(state(), view, card=Quick(), remember=lambda now: kept.append(now.at))
    assert ending.finished
    ids = [line.sentence.id for line in state().script.lines]
    assert view.story == ["enter", *(f"begins {one}" for one in ids), "leave"]
    assert kept == [0, 1, 4, 5, 7, 9, 10, 11, 13, 15, 16]  # each paragraph, and the end


def test_keys_of_a_terminal(keyboard: tuple[int, int]) -> None:
    ours, programs = keyboard
    before = termios.tcgetattr(programs)
    pressed: list[bytes] = []

    def show(now: State) -> None:
        key = b"q" if now.at == 4 else b"]"
        if key not in pressed:
            pressed.append(key)
            os.write(ours, key)

    ending = read(state(), View(show), keyboard=programs)
    assert (ending.finished, ending.state.at) == (False, 4)
    assert termios.tcgetattr(programs) == before


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt, SystemExit])
def test_an_exception_while_drawing(keyboard: tuple[int, int], error: type[BaseException]) -> None:
    before = termios.tcgetattr(keyboard[1])

    def fail(now: State) -> None:
        assert not termios.tcgetattr(keyboard[1])[3] & termios.ICANON
        raise error

    with pytest.raises(error):
        read(state(), View(fail), keyboard=keyboard[1])
    assert termios.tcgetattr(keyboard[1]) == before


def test_an_exception_while_the_place_is_kept_does_not_leave_the_terminal_changed(
    keyboard: tuple[int, int],
) -> None:
    before = termios.tcgetattr(keyboard[1])

    def fail(now: State) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        read(state(), View(), keyboard=keyboard[1], remember=fail)
    assert termios.tcgetattr(keyboard[1]) == before


def test_a_terminal_that_goes_away_ends_it() -> None:
    ours, programs = pty.openpty()
    gone: list[bool] = []

    def show(now: State) -> None:
        if not gone:
            gone.append(True)
            os.close(ours)

    assert not read(state(), View(show), keyboard=programs).finished
    os.close(programs)


def test_in_another_thread_than_the_first() -> None:
    endings: list[Ending] = []
    thread = threading.Thread(target=lambda: endings.append(read(state(), View(), card=Quick())))
    thread.start()
    thread.join()
    assert endings[0].finished


def test_a_translation_that_cannot_be_had_is_told(keyboard: tuple[int, int]) -> None:
    ours, programs = keyboard

    def translate(lang: str, cancelled: Callable[[], bool]) -> Script:
        if lang == "ja":
            raise SpeechError("no model zh → ja")
        return Script.of(in_language(lang))

    pressed: list[bytes] = []

    def show(now: State) -> None:
        keys = b"t3" if not pressed else b"t2" if "no model zh → ja" in view.story else b""
        if now.lang == "en":
            keys = b"q"
        if keys and keys not in pressed:
            pressed.append(keys)
            os.write(ours, keys)

    view = View(show)
    ending = read(state(), view, keyboard=programs, translate=translate)
    assert ending.state.lang == "en"
    assert pressed == [b"t3", b"t2", b"q"]


def test_a_translation_is_called_off_at_the_end(keyboard: tuple[int, int]) -> None:
    ours, programs = keyboard
    ended: list[str] = []

    def translate(lang: str, cancelled: Callable[[], bool]) -> Script:
        os.write(ours, b"q")
        while not cancelled():
            threading.Event().wait(0.01)
        ended.append(lang)
        raise Cancelled("the translation was called off")

    os.write(ours, b"t3")
    assert not read(state(), View(), keyboard=programs, translate=translate).finished
    assert ended == ["ja"]


def test_a_plain_view_writes_hostile_text_on_one_line() -> None:
    written: list[str] = []
    view = PlainView(written.append, written.append)
    view.tell("a\x1b[2J\nb")
    assert written == ["a [2J b"]
