"""Signals that end a session."""

import contextlib
import signal
import sys

import pytest

from langdu.speech.terminal import signals
from langdu.speech.terminal.state import Event, Redraw, Suspended

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def test_an_exception_that_got_lost_is_raised_again() -> None:
    events: list[Event] = []
    before = signal.getsignal(signal.SIGTERM)
    with signals.handled(events.append) as came:
        came.check()
        with contextlib.suppress(SystemExit):  # as Python does within a weak reference's callback
            signal.raise_signal(signal.SIGTERM)
        assert events == [Redraw()]
        with pytest.raises(SystemExit) as ended:
            came.check()
        assert ended.value.code == 143
    assert signal.getsignal(signal.SIGTERM) is before


def test_ctrl_c_is_a_keyboard_interrupt() -> None:
    with signals.handled(lambda event: None) as came:
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            came.check()


def test_what_the_terminal_announces_is_an_event() -> None:
    events: list[Event] = []
    with signals.handled(events.append):
        for number in (signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH):
            signal.raise_signal(number)
    assert events == [Suspended(), Redraw(), Redraw()]


def test_a_postponed_signal_ends_it_after_the_block() -> None:
    done = []

    def work() -> None:
        with signals.postponed():
            signal.raise_signal(signal.SIGINT)
            done.append(True)

    with signals.handled(lambda event: None), pytest.raises(KeyboardInterrupt):
        work()
    assert done


def test_an_ignored_signal_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # nohup
    try:
        with signals.handled(lambda event: None):
            signal.raise_signal(signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)
