"""Japanese text → Kokoro's phonemes: words and their kana by SudachiPy."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final
from unicodedata import normalize

from langdu.speech.neural.kokoro.kana import hiragana, sounds
from langdu.speech.neural.punctuation import plain
from langdu.speech.spoken.form import Reading

_MARKS: Final = re.compile(r"[;:,.!?—…\"()“”\s]+")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z'’ -]*")
#: Words that are written with は and へ and said with わ and え, besides the particles.
_WITH_PARTICLE: Final = frozenset(("接続詞", "感動詞", "副詞"))
_PARTICLE: Final = "助詞"
_VERB: Final = "動詞"
#: Vowels of which the second of two kana makes the first one long: かあ, きい, くう, せい, おう …
_ROWS: Final = MappingProxyType(
    dict.fromkeys("あかがさざただなはばぱまやらわゃ", "あ")
    | dict.fromkeys("いきぎしじちぢにひびぴみり", "い")
    | dict.fromkeys("うくぐすずつづぬふぶぷむゆるゅ", "う")
    | dict.fromkeys("えけげせぜてでねへべぺめれ", "えい")
    | dict.fromkeys("おこごそぞとどのほぼぽもよろょ", "おう")
)
#: SudachiPy refuses more than some 49,000 bytes at once.
_LONGEST: Final = 8000


class JapanesePhonemes:
    """``english`` gives the phonemes of Latin words. Loads its dictionary when first used."""

    def __init__(self, english: Callable[[str], str]) -> None:
        self._english = english
        self._tokenizer: Any = None

    def __call__(self, text: str, readings: Sequence[Reading] = ()) -> str:
        """The phonemes of a text, a space between its words."""
        out: list[str] = []
        position = 0
        for reading in readings:
            out += self._plain(text[position : reading.start])
            out.append(sounds(long_vowels(hiragana(reading.sounds))))
            position = reading.end
        out += self._plain(text[position:])
        return re.sub(r" (?=[;:,.!?…”)])", "", " ".join(" ".join(out).split()))

    def _plain(self, text: str) -> Iterator[str]:
        clean = plain(normalize("NFKC", text))
        for start in range(0, len(clean), _LONGEST):
            for token in self._analyse(clean[start : start + _LONGEST]):
                yield self._word(token)

    def _word(self, token: Any) -> str:
        surface, kind = token.surface(), token.part_of_speech()[0]
        if _MARKS.fullmatch(surface):
            return str(surface)
        if _LATIN.fullmatch(surface):
            return self._english(surface)
        ended = token.dictionary_form() == surface
        return sounds(pronunciation(surface, token.reading_form(), kind, ended=ended))

    def _analyse(self, text: str) -> Any:
        if self._tokenizer is None:
            from sudachipy import Dictionary

            dictionary = Dictionary(dict="small")
            # the method was renamed in SudachiPy 0.7
            make = getattr(dictionary, "tokenizer", None) or dictionary.create
            self._tokenizer = make()
        return self._tokenizer.tokenize(text) if text.strip() else ()


def pronunciation(surface: str, reading: str, kind: str, *, ended: bool = False) -> str:
    """The kana of a word as they are said: は and へ of particles, long vowels.

    ``kind`` is SudachiPy's first part of speech; ``ended``: a verb has the form of dictionaries.
    """
    kana = hiragana(reading)
    if kind == _PARTICLE and surface in ("は", "へ"):
        return {"は": "わ", "へ": "え"}[surface]
    if surface.endswith("は") and kind in _WITH_PARTICLE:
        kana = kana[:-1] + "わ"
    # the ending of a verb is a vowel of its own (おもう, まねいて), but not in いこう
    own = int(kind == _VERB and surface.endswith(("う", "い", "え") if ended else ("い", "え")))
    return long_vowels(kana[: len(kana) - own]) + kana[len(kana) - own :]


def long_vowels(kana: str) -> str:
    """Hiragana with ー for the vowels that make the one before them long."""
    out = kana[:1]
    for before, char in pairwise(kana):
        out += "ー" if char in _ROWS.get(before, "") and out[-1] != "ー" else char
    return out
