"""Japanese as its sounds: eSpeak NG reads kana, and says "Chinese letter" for every kanji.

Readings come from SudachiPy (a morphological analyser) with its small dictionary; numbers with
their counters are langdu's own affair (:mod:`langdu.speech.japanese.counting`).
"""

import re
from types import MappingProxyType
from typing import Any, Final

from langdu.speech.japanese.counting import Counting, countings
from langdu.speech.spoken.ja.numbers import QUANTITY, kanji

#: What must be replaced: kanji, their repetition mark, and signs that are read in English.
_UNREADABLE: Final = re.compile(r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff%％℃&＆]")
#: What has another sound than its letter says, or none.
_TO_READ: Final = re.compile(rf"{_UNREADABLE.pattern}|[はへ・〜～—–―−0-9]")
_FIGURES: Final = re.compile(QUANTITY)
#: The particles は and へ, by what the analyser calls them.
_PARTICLES: Final = MappingProxyType({"は": "わ", "へ": "え"})
_LONG: Final = re.compile(
    "(?<=[おこそとのほもよろごぞどぼぽょオコソトノホモヨロゴゾドボポョ])[うウ]"
)
_INFLECTED: Final = ("動詞", "形容詞")
#: Marks that eSpeak NG names, in English.
_MARKS: Final = MappingProxyType(
    {"・": " ", "〜": "ー", "～": "ー", "—": "、", "–": "、", "――": "、", "―": "、", "−": "、"}
)
#: Forms of names that the dictionary lacks, and those that it has.
_VARIANTS: Final = MappingProxyType(str.maketrans("髙﨑濵栁𠮷德", "高崎浜柳吉徳"))
#: SudachiPy refuses more than some 49,000 bytes at once.
_LONGEST: Final = 8000


class Readings:
    """Turns Japanese text into what eSpeak NG reads. Loads its dictionary when first used."""

    def __init__(self) -> None:
        self._tokenizer: Any = None

    def __call__(self, text: str) -> str:
        """The text with kana for its kanji; text without any is given back as it is."""
        if not _TO_READ.search(text):
            return text
        text = text.translate(_VARIANTS)
        text = _FIGURES.sub(lambda match: kanji(match[0]), text)
        return "".join(
            self._read(text[start : start + _LONGEST]) for start in range(0, len(text), _LONGEST)
        )

    def _read(self, text: str) -> str:
        tokens = list(self._analyse(text))
        numbers = countings(text)
        number = next(numbers, None)
        out: list[str] = []
        position = 0  # up to here the text is read
        for token in tokens:
            start, end = token.begin(), token.end()
            while number and (number.end <= start or _is_word(number, start, end)):
                number = next(numbers, None)
            if start < position:  # it begins within a number
                out.append(self._read(text[position:end]) if end > position else "")
            elif number and number.start == start:
                out.append(_long(number.kana))
                position = number.end
                if position < end:
                    out.append(self._read(text[position:end]))
            elif end - start > 1 and _is_unknown(token):
                out += map(self._read, text[start:end])
            else:
                out.append(_sound(token))
            position = max(position, end)
        return "".join(out)

    def _analyse(self, text: str) -> Any:
        if self._tokenizer is None:
            from sudachipy import Dictionary

            dictionary = Dictionary(dict="small")
            # the method was renamed in SudachiPy 0.7
            make = getattr(dictionary, "tokenizer", None) or dictionary.create
            self._tokenizer = make()
        return self._tokenizer.tokenize(text)


def _is_word(number: Counting, start: int, end: int) -> bool:
    """Whether a word of the dictionary holds the number (八百屋, 三重県)."""
    return start <= number.start < number.end < end


def _is_unknown(token: Any) -> bool:
    """Whether the analyser made one word of what it does not know (〇一人点一)."""
    return bool(token.is_oov() and _UNREADABLE.search(str(token.surface())))


def _sound(token: Any) -> str:
    surface = str(token.surface())
    if surface in _PARTICLES and token.part_of_speech()[0] == "助詞":
        return _PARTICLES[surface]
    if surface in _MARKS:
        return _MARKS[surface]
    if not _UNREADABLE.search(surface):
        return surface
    reading = str(token.reading_form() or surface)
    # 思う ends in a vowel of its own
    return reading if token.part_of_speech()[0] in _INFLECTED else _long(reading)


def _long(kana: str) -> str:
    """Long vowels written as such: eSpeak NG reads the う of おう as a vowel of its own."""
    return _LONG.sub("ー", kana)
