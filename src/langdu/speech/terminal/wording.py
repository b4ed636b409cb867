"""The words of both views, and other people's text made fit for a terminal (pure)."""

from typing import Final

from langdu.speech.terminal.machine import endonym
from langdu.speech.terminal.state import Phase, State

#: Key → what it does, in the order of the help.
KEYS: Final = (
    ("Space", "pause, go on"),
    ("← →", "sentence before, after"),
    ("↑ ↓", "paragraph"),
    ("[ ]", "section"),
    ("r", "repeat the sentence"),
    ("+ -", "faster, slower"),
    ("m", "wait after each sentence, or not"),
    ("b", "source or translation, and back"),
    ("t", "another language"),
    ("g", "go on where you stopped last time"),
    ("?", "these keys"),
    ("q", "quit"),
)


def phase_word(state: State) -> str:
    """What the sound does, in one word."""
    return "paused" if state.phase is Phase.STOPPED else state.phase.value


def clock(seconds: float) -> str:
    """``4:05``, ``1:02:03``."""
    minutes, second = divmod(round(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def statuses(state: State, elapsed: float) -> tuple[str, ...]:
    """The status line, from the fullest to the shortest."""
    word = phase_word(state)
    left = clock(state.seconds_left(elapsed))
    at, total, rate = state.at + 1, len(state.script), f"{state.rate:g}"
    own = endonym(state.lang)
    mode = " · waits after each sentence" if state.stepwise else ""
    return (
        f"{word} · sentence {at} of {total} · {left} left · speed {rate} · {own}{mode}",
        f"{word} · sentence {at} of {total} · {left} left · speed {rate} · {own}",
        f"{word} · {at}/{total} · {left} left · speed {rate}",
        f"{word} {at}/{total} {left}",
        f"{at}/{total} {left}",
        f"{at}/{total}",
    )


def language_lines(state: State) -> tuple[str, ...]:
    """The languages that can be chosen, each with its digit."""
    here = {script.lang for script in state.scripts}
    return tuple(
        f"{number} {endonym(lang)}" + ("" if lang in here else " (is translated first)")
        for number, lang in enumerate(state.choices, 1)
    )
