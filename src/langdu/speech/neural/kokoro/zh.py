"""Chinese text → Kokoro's phonemes: words by rjieba, their pinyin by pypinyin and the readings.

Tone changes (不是, 你好) are left to the network, which was trained on pinyin without them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from langdu.errors import SpeechError
from langdu.speech.neural.kokoro.pinyin import sounds
from langdu.speech.neural.kokoro.words import syllables_at
from langdu.speech.neural.punctuation import plain
from langdu.speech.spoken.form import Reading

#: Runs of characters, of Latin words, and of anything else that may be a mark.
_RUNS: Final = re.compile(
    r"(?P<han>[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)"
    r"|(?P<latin>[A-Za-zÀ-ÿ](?:[A-Za-zÀ-ÿ'’ -]*[A-Za-zÀ-ÿ'’])?)"
    r"|(?P<figures>[0-9]+)|(?P<marks>[;:,.!?—…\"()“”\s]+)"
)
_FIGURES: Final = "零一二三四五六七八九"


class ChinesePhonemes:
    """``english`` gives the phonemes of Latin words."""

    def __init__(self, english: Callable[[str], str]) -> None:
        self._english = english

    def __call__(self, text: str, readings: Sequence[Reading] = ()) -> str:
        """The phonemes of a text. Raises :class:`SpeechError` for a reading that is no pinyin."""
        told = dict(_told(readings))
        out = []
        for run in _RUNS.finditer(plain(text)):
            kind, found = run.lastgroup, run[0]
            if kind == "han":
                out.append(_han(found, run.start(), told))
            elif kind == "latin":
                out.append(f" {self._english(found)} ")
            elif kind == "figures":  # the spoken form has none; a text that skipped it may
                out.append(_han("".join(_FIGURES[int(figure)] for figure in found), -1, {}))
            else:
                out.append(_spaced(found))
        return " ".join("".join(out).split())


def _spaced(marks: str) -> str:
    """Marks with the space after them that Chinese omits, and before those that open."""
    return re.sub(r"[“(]", r" \g<0>", re.sub(r"[;:,.!?—…”)]+", r"\g<0> ", marks))


def _han(run: str, offset: int, told: dict[int, str]) -> str:
    import rjieba

    out = []
    start = 0
    for word in rjieba.cut(run):
        found = enumerate(syllables_at(run, start, word), offset + start)
        out.append("".join(_sounds(told.get(at, one)) for at, one in found))
        start += len(word)
    return " ".join(out)


def _sounds(spelled: str) -> str:
    try:
        return "".join(map(sounds, spelled.split()))
    except ValueError as error:
        raise SpeechError(f"a reading is wrong: {error}") from error


def _told(readings: Sequence[Reading]) -> Iterator[tuple[int, str]]:
    """Character → its syllables: one each where the numbers agree, else all at the first."""
    for reading in readings:
        each = reading.sounds.split()
        places = range(reading.start, reading.end)
        if len(each) != len(places):
            each = [reading.sounds, *[""] * (len(places) - 1)]
        yield from zip(places, each, strict=True)
