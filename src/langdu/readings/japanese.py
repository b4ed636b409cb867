"""Japanese words with kanji and their furigana: by SudachiPy, numbers by langdu's own counting.

Kana that a word begins or ends with are left out: 食べる has た over 食.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from langdu.speech.japanese.counting import countings
from langdu.speech.neural.kokoro.kana import hiragana
from langdu.speech.spoken.ja.numbers import QUANTITY, kanji

_KANJI: Final = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA: Final = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_FIGURES: Final = re.compile(QUANTITY)
#: A counter and what decides its sound follow within these.
_AHEAD: Final = 12
#: SudachiPy refuses more than some 49,000 bytes at once.
_LONGEST: Final = 8000


@dataclass(frozen=True, slots=True, order=True)
class _Word:
    start: int
    end: int
    kana: str


class Furigana:
    """Finds the words of Japanese text that need furigana. Loads its dictionary when first used."""

    def __init__(self) -> None:
        self._tokenizer: Any = None

    def __call__(self, text: str) -> tuple[tuple[str, str], ...]:
        """The words of a text in its order, each with its hiragana."""
        words = list(self._words(text))
        counted = [_short(number, words, text) for number in _counted(text)]
        free = [word for word in words if not any(_meet(word, number) for number in counted)]
        return tuple((text[w.start : w.end], w.kana) for w in sorted((*free, *counted)))

    def _words(self, text: str) -> Iterator[_Word]:
        for begin in range(0, len(text), _LONGEST):
            for token in self._analyse(text[begin : begin + _LONGEST]):
                surface = str(token.surface())
                kana = hiragana(str(token.reading_form()))
                if _KANJI.search(surface) and kana and kana != surface:
                    yield _trimmed(begin + token.begin(), surface, kana)

    def _analyse(self, text: str) -> Any:
        if self._tokenizer is None:
            from sudachipy import Dictionary

            dictionary = Dictionary(dict="small")
            # the method was renamed in SudachiPy 0.7
            make = getattr(dictionary, "tokenizer", None) or dictionary.create
            self._tokenizer = make()
        return self._tokenizer.tokenize(text)


def _counted(text: str) -> Iterator[_Word]:
    """Figures with their counters: 3本 is さんぼん, 2人 ふたり."""
    for match in _FIGURES.finditer(text):
        number = kanji(match[0])
        ahead = text[match.end() : match.end() + _AHEAD]
        first = next(countings(number + ahead), None)
        if first and first.start == 0 and first.end > len(number):
            yield _Word(match.start(), match.end() + first.end - len(number), first.kana)


def _short(number: _Word, words: list[_Word], text: str) -> _Word:
    """The counter alone, where it sounds as it does by itself: 年 in 2025年, but not 本 in 3本."""
    for word in words:
        alone = word.end == number.end and not _KANJI.search(text, number.start, word.start)
        if alone and word.start > number.start and number.kana.endswith(word.kana):
            return word
    return number


def _meet(one: _Word, other: _Word) -> bool:
    return one.start < other.end and other.start < one.end


def _trimmed(start: int, surface: str, kana: str) -> _Word:
    """The word without the kana at its ends that its reading has too."""
    head, tail = 0, len(surface)
    plain = hiragana(surface)
    while _KANA.match(surface, head) and kana[:1] == plain[head] and len(kana) > 1:
        head, kana = head + 1, kana[1:]
    while _KANA.match(surface, tail - 1) and kana[-1:] == plain[tail - 1] and len(kana) > 1:
        tail, kana = tail - 1, kana[:-1]
    return _Word(start + head, start + tail, kana)
