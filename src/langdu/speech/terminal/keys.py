"""What a terminal sends → keys (pure)."""

import codecs
import re
from types import MappingProxyType
from typing import Final

#: Cursor keys in both modes of a terminal (ECMA-48 CUU, CUD, CUF, CUB after CSI or SS3).
_ARROWS: Final = MappingProxyType({"A": "up", "B": "down", "C": "right", "D": "left"})
#: A whole sequence: CSI with parameters, SS3 with one letter, or ESC before another character.
_SEQUENCE: Final = re.compile(r"\x1b(?:\[([0-?]*)[ -/]*([@-~])|O(.)|([^\[O]))", re.DOTALL)
#: The beginning of a sequence whose end has yet to come.
_UNFINISHED: Final = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|O)?\Z")
#: Sequences of terminals are short; what is longer is no key.
_LONGEST: Final = 32

#: What the same key gives on other layouts and with an input method switched on: nobody should
#: have to switch the keyboard in order to pause.
_SAME: Final = MappingProxyType(
    {"=": "+", "_": "-", "−": "-"}
    | dict(zip("？＋＝－＿　［］【】「」", "?++-- [][][]", strict=True))
    | dict(zip("йкьиепхъ", "qrmbtg[]", strict=True))
    | dict(zip("ㅂㄱㅡㅠㅅㅎ", "qrmbtg", strict=True))
)


class KeyReader:
    """Turns the bytes of a terminal into keys, however they are cut into pieces.

    Keys are characters in lower case (``" "``, ``"q"``), or ``left right up down escape``. Keys
    that a terminal sends as other sequences (F1, Home, mouse) give nothing.
    """

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._rest = ""

    @property
    def waits(self) -> bool:
        """Whether there is the beginning of a sequence: its end comes soon, or it is Escape."""
        return bool(self._rest)

    def feed(self, data: bytes) -> list[str]:
        """The keys that these bytes complete."""
        text = self._rest + self._decoder.decode(data)
        self._rest = ""
        keys = []
        while text:
            if text[0] != "\x1b":
                keys.append(_key(text[0]))
                text = text[1:]
            elif _UNFINISHED.match(text) and len(text) < _LONGEST:
                self._rest = text
                break
            else:
                found = _SEQUENCE.match(text)
                keys.append(_sequence_key(found) if found else "")
                text = text[found.end() if found else 1 :]
        return [key for key in keys if key]

    def flush(self) -> list[str]:
        """Nothing more comes for now: what waits was Escape itself, and what came after it."""
        rest, self._rest = self._rest, ""
        return ["escape", *filter(None, map(_key, rest[1:]))] if rest else []


def _sequence_key(found: "re.Match[str]") -> str:
    parameters, final, ss3, other = found.groups()
    if other is not None:  # Alt and a key, or Escape twice
        return "escape" if other == "\x1b" else ""
    if ss3 is not None:
        return _ARROWS.get(ss3, "")
    return _ARROWS.get(final, "") if not parameters else ""


def _key(char: str) -> str:
    if not char.isprintable():
        return ""
    low = char.lower()
    return _SAME.get(low, low)[:1]
