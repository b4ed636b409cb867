"""What an engine gets to read: the spoken text, with its readings in the engine's own writing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from unicodedata import category

from langdu.languages import normalize
from langdu.speech.japanese import Readings
from langdu.speech.respelling import respelled
from langdu.speech.spoken.form import Reading

#: A syllable of pinyin with r at its end (huar1), which eSpeak NG takes for English.
_WITH_R: Final = re.compile(r"\b(?!er[1-5])([a-zü]+)r([1-5])")


class EspeakText:
    """Prepares texts of one language for eSpeak NG: pinyin in Chinese, kana in Japanese."""

    def __init__(self, lang: str) -> None:
        self._lang = normalize(lang)
        self._kana = Readings() if self._lang == "ja" else None

    def __call__(self, text: str, readings: Sequence[Reading]) -> str:
        """What the engine gets."""
        if self._lang == "zh":
            readings = [replace(reading, sounds=_pinyin(reading.sounds)) for reading in readings]
        clean = _clean(respelled(text, readings, self._lang, espeak=True))
        return self._kana(clean) if self._kana else clean


class SystemText:
    """Prepares texts of one language for the voices of Windows and macOS."""

    def __init__(self, lang: str) -> None:
        self._lang = normalize(lang)

    def __call__(self, text: str, readings: Sequence[Reading]) -> str:
        """What the engine gets."""
        return _clean(respelled(text, readings, self._lang, espeak=False))


def _pinyin(sounds: str) -> str:
    """Pinyin as eSpeak NG reads it: ``v`` for ü, and r at the end as a syllable of its own."""
    written = _WITH_R.sub(r"\1\2 er5", sounds.lower())
    return written.replace("u:", "v").replace("ü", "v")


def _clean(text: str) -> str:
    """The text without controls and half characters, which C libraries take for its end."""
    return "".join(" " if category(char) in ("Cc", "Cs") else char for char in text).strip()
