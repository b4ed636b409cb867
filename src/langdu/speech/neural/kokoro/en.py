"""English text → Kokoro's phonemes, by way of eSpeak NG's.

The changes are those that misaki makes for words that its dictionary lacks: Kokoro was trained
with one letter for each diphthong and without long vowels.
"""

import re
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import Final

from langdu.speech.neural.punctuation import parts, plain
from langdu.speech.respelling import respelled
from langdu.speech.spoken.form import Reading

TIE: Final = "^"
_BOTH: Final = (
    ("ʔˌn\u0329", "ʔn"), ("ʔn\u0329", "ʔn"), ("a^ɪ", "I"), ("a^ʊ", "W"), ("d^ʒ", "ʤ"),
    ("e^ɪ", "A"), ("t^ʃ", "ʧ"), ("ɔ^ɪ", "Y"), ("ə^l", "ᵊl"), ("ʲo", "jo"), ("ʲə", "jə"),
    ("ʲ", ""), ("ɚ", "əɹ"), ("r", "ɹ"), ("x", "k"), ("ç", "k"), ("ɐ", "ə"), ("ɬ", "l"),
    ("\u0303", ""),
)  # fmt: skip
_LAST: Final = (("o", "ɔ"), ("ɾ", "T"), ("ʔ", "t"), ("^", ""), ("-", ""), ("g", "ɡ"))
_OF_VOICE: Final = MappingProxyType(
    {
        "en-us": (("o^ʊ", "O"), ("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("e^ə", "ɛ"), ("ː", "")),
        "en-gb": (("e^ə", "ɛː"), ("iə", "ɪə"), ("ə^ʊ", "Q")),
    }
)
_LONE_E: Final = re.compile(r"e(?!\^)")
_SYLLABIC: Final = re.compile(r"(\S)\u0329")
_CAPITALS: Final = re.compile(r"\b[A-Z]+\b")
#: Longer words of capitals are spelled where they have such a row of consonants.
_CONSONANTS: Final = re.compile("[B-DF-HJ-NP-TV-XZ]{3}")
_WORDS: Final = frozenset(("A", "I", "O", "OK"))

_Espeak = Callable[[Sequence[str], str, str], list[str]]


class EnglishPhonemes:
    """``voice`` is eSpeak NG's: ``en-us`` or ``en-gb``."""

    def __init__(self, espeak: _Espeak, voice: str) -> None:
        self._espeak = espeak
        self._voice = voice

    def __call__(self, text: str, readings: Sequence[Reading] = ()) -> str:
        """The phonemes of a text with its marks. Raises :class:`SpeechError`."""
        found = parts(plain(respelled(text, readings, "en", espeak=True)).replace("’", "'"))
        words = [part.text for part in found if not part.marks]
        spoken = iter(self._espeak(words, self._voice, TIE) if words else [])
        return " ".join(
            "".join(
                part.text if part.marks else _around(part.text, self._kokoro(next(spoken)))
                for part in found
            ).split()
        )

    def spelled(self, text: str) -> str:
        """The phonemes of English words within another language, where capitals are letters."""
        return self(_CAPITALS.sub(_by_letters, text))

    def _kokoro(self, phonemes: str) -> str:
        for old, new in _BOTH:
            phonemes = phonemes.replace(old, new)
        phonemes = _LONE_E.sub("A", _SYLLABIC.sub(r"ᵊ\1", phonemes))
        for old, new in (*_OF_VOICE[self._voice], *_LAST):
            phonemes = phonemes.replace(old, new)
        return phonemes


def _around(text: str, phonemes: str) -> str:
    """The phonemes with a space where the text has one before or after its words."""
    before = " " if text[:1].isspace() else ""
    return before + phonemes.strip() + (" " if text[-1:].isspace() else "")


def _by_letters(word: re.Match[str]) -> str:
    """An abbreviation letter by letter: eSpeak NG makes words of some (WHO), an article of A."""
    spelled = len(word[0]) <= 4 or _CONSONANTS.search(word[0])
    return " ".join(word[0]) if spelled else word[0]
