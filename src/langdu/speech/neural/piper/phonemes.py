"""Text → the phonemes and the numbers that a Piper voice was trained with."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final
from unicodedata import normalize

from langdu.speech.neural.piper.config import Config
from langdu.speech.neural.punctuation import parts, plain
from langdu.speech.respelling import respelled
from langdu.speech.spoken.form import Reading

#: Before, between and after the phonemes: Piper's beginning, blank and end.
_BEGIN: Final = "^"
_BLANK: Final = "_"
_END: Final = "$"

_Espeak = Callable[[Sequence[str], str], list[str]]


class PiperPhonemes:
    """The phonemes of a voice, each one character, with its marks."""

    def __init__(self, espeak: _Espeak, config: Config) -> None:
        self._espeak = espeak
        self._config = config

    def __call__(self, text: str, readings: Sequence[Reading] = ()) -> str:
        """The phonemes of a text that the voice has. Raises :class:`SpeechError`."""
        espeak = self._config.kind == "espeak"
        written = respelled(text, readings, self._config.lang, espeak=espeak)
        found = parts(plain(written))
        words = [part.text for part in found if not part.marks]
        if espeak:
            spoken = self._espeak(words, self._config.espeak) if words else []
        else:
            spoken = [word.lower() for word in words]
        said = iter(spoken)
        joined = "".join(
            _marks(part.text) if part.marks else f" {next(said).strip()}" for part in found
        )
        return "".join(self._known(re.sub(r"\s+", " ", joined).strip()))

    def _known(self, phonemes: str) -> list[str]:
        out: list[str] = []
        for phoneme in normalize("NFD", phonemes):  # marks of their own numbers
            out += self._config.map.get(phoneme, (phoneme,))
        return [phoneme for phoneme in out if phoneme in self._config.ids]


def _marks(text: str) -> str:
    """Marks as Piper's own program gives them: the stops and commas, no quotes or brackets."""
    return re.sub(r"[^;:,.!?\s]", "", text.replace("…", ".").replace("—", ","))


def numbers(phonemes: str, ids: Mapping[str, tuple[int, ...]]) -> list[int]:
    """What the network gets: a blank after the beginning and after every phoneme."""
    blank = ids.get(_BLANK, ())
    out = [*ids.get(_BEGIN, ()), *blank]
    for phoneme in phonemes:
        out += [*ids[phoneme], *blank]
    return [*out, *ids.get(_END, ())]
