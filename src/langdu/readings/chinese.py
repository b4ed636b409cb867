"""Chinese words and their pinyin: words by rjieba, sounds by pypinyin and langdu's corrections.

A word is one word in pinyin, and 一 and 不 keep their own tones (GB/T 16159-2012, 6.1 and 6.5).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from langdu.speech.neural.kokoro.words import syllables
from langdu.speech.spoken.zh.polyphones import readings

_HAN: Final = re.compile("[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_OWN_TONES: Final = MappingProxyType({"一": "yi1", "不": "bu4"})
_VOWELS: Final = frozenset("aoeāáǎàōóǒòēéěè")


class Pinyin:
    """Finds the words of Chinese text and their pinyin."""

    def __call__(self, text: str) -> tuple[tuple[str, str], ...]:
        """The words of a text in its order, each with its pinyin in tone marks."""
        told = _told(text)
        return tuple(
            (word, _joined(sounds))
            for run in _HAN.finditer(text)
            for word, sounds in self._words(run[0], run.start(), told)
        )

    def _words(self, run: str, at: int, told: dict[int, str]) -> Iterator[tuple[str, list[str]]]:
        import rjieba  # its dictionary takes 0.15 s

        for word in rjieba.cut(run):
            sounds = [
                _OWN_TONES.get(char) or told.get(at + place) or sound
                for place, (char, sound) in enumerate(zip(word, _syllables(word), strict=True))
            ]
            if all(sounds):
                yield word, sounds
            else:  # rare characters that pypinyin does not know
                yield from ((c, [s]) for c, s in zip(word, sounds, strict=True) if s)
            at += len(word)


@lru_cache(maxsize=20_000)
def _syllables(word: str) -> tuple[str, ...]:
    """pypinyin takes its time with each word, and the words of news return."""
    return tuple(syllables(word))


def _told(text: str) -> dict[int, str]:
    """The place of a character → its syllable, where langdu knows better than pypinyin."""
    return {
        reading.start + place: syllable
        for reading in readings(text)
        if len(each := reading.sounds.split()) == reading.end - reading.start
        for place, syllable in enumerate(each)
    }


def _joined(sounds: list[str]) -> str:
    out = ""
    for sound in sounds:
        marked = _marked(sound)
        out += f"’{marked}" if out and marked[0] in _VOWELS else marked  # Xī’ān
    return out


@lru_cache(maxsize=2_000)
def _marked(sound: str) -> str:
    """A syllable with its tone as a mark; there are some 1,300."""
    from pypinyin.contrib.tone_convert import to_tone

    return str(to_tone(sound))
