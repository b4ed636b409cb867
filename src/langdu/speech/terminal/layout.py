"""What the screen shows of a session, for any size of terminal (pure)."""

from types import MappingProxyType
from typing import Final

from rich.console import Console
from rich.text import Text

from langdu.errors import one_line
from langdu.speech.terminal.state import Dialog, State
from langdu.speech.terminal.wording import KEYS, language_lines, statuses

#: No colours: reverse, bold and dim are seen on every background, and NO_COLOR loses nothing.
_CURRENT: Final = "reverse"
_TITLE: Final = "bold"
_HINTS: Final = (
    "Space pause · arrows move · +/- speed · ? all keys · q quit",
    "Space pause · ? keys · q quit",
    "? keys · q quit",
    "? keys",
)
_DIALOG_HINTS: Final = MappingProxyType(
    {
        Dialog.HELP: ("? closes this · q quit", "? closes"),
        Dialog.LANGUAGES: ("a digit chooses · t closes this · q quit", "a digit · t closes"),
    }
)
#: The widest that a line of running text is: longer ones are hard to follow.
_MEASURE: Final = 90

#: Characters before and after the current sentence that are laid out, and those of a sentence:
#: more than any screen has, and few enough that a key is answered in a page without a full stop.
_NEAR: Final = 4000


def frame(console: Console, state: State, elapsed: float, notice: str) -> list[Text]:
    """The lines of the screen, as many as it has, none wider than it.

    ``console`` gives the size and the widths of characters.
    """
    width, height = console.size
    title = Text(one_line(state.script.title), style=_TITLE)
    head = [title, Text(one_line(state.script.origin or ""), style="dim")] if height >= 6 else []
    status = [Text(_fitting(statuses(state, elapsed), width))]
    hint = [Text(notice or _fitting(_DIALOG_HINTS.get(state.dialog, _HINTS), width))]
    foot = (status if height >= 2 else []) + (hint if height >= 3 else [])
    if height >= 8:
        foot.insert(0, Text())
    room = height - len(head) - len(foot)
    body = _body(console, state, elapsed, min(width, _MEASURE), room)
    lines = [*head, *body, *(Text() for _ in range(room - len(body))), *foot]
    for line in lines:
        line.truncate(width, overflow="ellipsis")
    return lines


def _body(console: Console, state: State, elapsed: float, width: int, room: int) -> list[Text]:
    if state.dialog is Dialog.HELP:
        return [Text(f"{key:<6} {use}") for key, use in KEYS][:room]
    if state.dialog is Dialog.LANGUAGES:
        return [Text(line) for line in language_lines(state)][:room]
    lines = list(_paragraph(state).wrap(console, max(width, 2), overflow="fold", tab_size=1))
    if len(lines) <= room:
        return lines
    current = [n for n, line in enumerate(lines) if any(s.style == _CURRENT for s in line.spans)]
    first, last = (current[0], current[-1]) if current else (0, 0)
    heard = min(1.0, elapsed / state.seconds) if state.seconds else 0.0
    middle = round(first + (last - first) * heard)
    top = min(max(0, middle - room // 2), len(lines) - room)
    return lines[top : top + room]


def _paragraph(state: State) -> Text:
    """The paragraph around the current sentence, which stands out."""
    text = Text()
    script = state.script
    for at in _near(state):
        sentence = script.sentence(at)
        if text and _stand_apart(script.sentence(at - 1).id, sentence.id):
            text.append("  ")
        written = one_line(sentence.text[:_NEAR])
        text.append(written, style=_CURRENT if at == state.at else "")
        if sentence.text[-1:].isspace():
            text.append(" ")
    return text


def _near(state: State) -> range:
    """The lines of the paragraph that are near enough to be seen."""
    lines = state.script.paragraph(state.at)
    first, room = state.at, _NEAR
    while first > lines.start and room > 0:
        first -= 1
        room -= len(state.script.sentence(first).text)
    last, room = state.at, _NEAR
    while last < lines.stop - 1 and room > 0:
        last += 1
        room -= len(state.script.sentence(last).text)
    return range(first, last + 1)


def _stand_apart(before: str, after: str) -> bool:
    """Whether they are in different cells, a description and a caption, or in two languages."""
    return (
        before == after
        or before.endswith(".alt")
        or before.rpartition(".")[0] != after.rpartition(".")[0]
    )


def _fitting(texts: tuple[str, ...], width: int) -> str:
    """The first text that a line has room for."""
    return next((text for text in texts if Text(text).cell_len <= width), texts[-1])
