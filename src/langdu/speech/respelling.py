"""A text as an engine must get it so that certain words sound right."""

import re
from collections.abc import Sequence
from typing import Final

from langdu.speech.spoken.form import Reading

#: eSpeak NG 1.52 knows the syllables xiong, qiong and jiong without their i only, and spells them
#: in English with it.
_IONG: Final = re.compile("(?<=[xqj])iong")


def respelled(text: str, readings: Sequence[Reading], lang: str, *, espeak: bool) -> str:
    """The text with the sounds of ``readings`` in the place of their words.

    ``espeak``: the engine is eSpeak NG, which takes pinyin; others would read it as letters, so
    that Chinese stays as it is for them. ``lang`` is a language code as langdu writes it.
    """
    if lang == "zh" and not espeak:
        return text
    parts: list[str] = []
    position = 0
    for reading in readings:
        sounds = _pinyin(text, reading) if lang == "zh" else reading.sounds
        parts += [text[position : reading.start], sounds]
        position = reading.end
    return "".join([*parts, text[position:]])


def _pinyin(text: str, reading: Reading) -> str:
    """One word of pinyin: 重走 → chong2zou3. Hanzi need no space beside it, Latin letters do."""
    joined = _IONG.sub("ong", reading.sounds.replace(" ", ""))
    left, right = text[: reading.start][-1:], text[reading.end :][:1]
    spaces = [" " if char.isascii() and char.isalnum() else "" for char in (left, right)]
    return f"{spaces[0]}{joined}{spaces[1]}"
