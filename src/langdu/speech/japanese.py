"""Japanese as its sounds: eSpeak NG reads kana, and says "Chinese letter" for every kanji.

Readings come from SudachiPy (a morphological analyser) with its small dictionary; only what eSpeak
NG cannot read is replaced, so that numbers in digits stay its own affair.
"""

import re
from types import MappingProxyType
from typing import Any, Final

#: What must be replaced: kanji, their repetition mark, and signs that are read in English.
_UNREADABLE: Final = re.compile(r"[\u3005\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff%％℃&＆]")
#: Analysers read figures digit by digit (万 apart); as numbers they are read like this.
_FIGURES: Final = MappingProxyType(
    {"〇": "ぜろ", "一": "いち", "二": "に", "三": "さん", "四": "よん", "五": "ご", "六": "ろく"}
    | {"七": "なな", "八": "はち", "九": "きゅう", "十": "じゅう", "百": "ひゃく", "千": "せん"}
    | {"万": "まん", "億": "おく", "兆": "ちょう"}
)
#: The days of a month that have names of their own; the others are the number and にち.
_DAYS: Final = MappingProxyType(
    {1: "ついたち", 2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか"}
    | {8: "ようか", 9: "ここのか", 10: "とおか", 14: "じゅうよっか", 20: "はつか"}
    | {24: "にじゅうよっか"}
)
#: SudachiPy refuses more than some 49,000 bytes at once.
_LONGEST: Final = 8000


class Readings:
    """Turns Japanese text into what eSpeak NG reads. Loads its dictionary when first used."""

    def __init__(self) -> None:
        self._tokenizer: Any = None

    def __call__(self, text: str) -> str:
        """The text with kana for its kanji; text without any is given back as it is."""
        if not _UNREADABLE.search(text):
            return text
        return "".join(
            self._read(text[start : start + _LONGEST]) for start in range(0, len(text), _LONGEST)
        )

    def _read(self, text: str) -> str:
        tokens = list(self._analyse(text))
        out: list[str] = []
        for index, token in enumerate(tokens):
            surface = token.surface()
            number = tokens[index - 1].surface() if index else ""
            if surface in ("日", "日間") and number.isdecimal():
                named = _DAYS.get(int(number))
                if named:
                    out[-1] = named
                out.append(("" if named else "にち") + ("かん" if surface == "日間" else ""))
            elif not _UNREADABLE.search(surface):
                out.append(surface)
            elif "数詞" in token.part_of_speech():
                out.append("".join(_FIGURES.get(char, char) for char in surface))
            else:
                out.append(token.reading_form() or surface)
        return "".join(out)

    def _analyse(self, text: str) -> Any:
        if self._tokenizer is None:
            from sudachipy import Dictionary

            dictionary = Dictionary(dict="small")
            # the method was renamed in SudachiPy 0.7
            make = getattr(dictionary, "tokenizer", None) or dictionary.create
            self._tokenizer = make()
        return self._tokenizer.tokenize(text)
