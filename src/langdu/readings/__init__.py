"""How the words of a text are read and how else they are written, for the eyes.

Pinyin and furigana by word, and traditional characters. What is known of pronunciation is that of
speech; here it becomes what stands above a word.
"""

from langdu.languages import normalize
from langdu.readings.chinese import Pinyin
from langdu.readings.japanese import Furigana
from langdu.readings.traditional import Traditional

__all__ = ["WordAids"]


class WordAids:
    """Readings and traditional characters; each loads its dictionary when first used."""

    def __init__(self) -> None:
        self._pinyin = Pinyin()
        self._furigana = Furigana()
        self._traditional = Traditional()

    def readings(self, text: str, lang: str) -> tuple[tuple[str, str], ...]:
        """The words of a text that have a reading, in its order, each with it: 头发 tóufa.

        Every character that has one is in a word. Empty for other languages than zh and ja.
        """
        code = normalize(lang)
        if code == "zh":
            return self._pinyin(text)
        return self._furigana(text) if code == "ja" else ()

    def traditional(self, text: str, lang: str) -> str:
        """Chinese text in traditional characters, the words unchanged; others as they are."""
        return self._traditional(text) if normalize(lang) == "zh" else text
