"""Kokoro's voices: for each a table of styles, one row for each number of phonemes."""

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from langdu.errors import SpeechError

if TYPE_CHECKING:
    import numpy

_ROWS: Final = 510
_NUMBERS: Final = 256
#: The first letter of a voice's name → its language, and eSpeak NG's voice for English words.
#: Kokoro has Spanish, French, Hindi, Italian and Portuguese voices too, which langdu does not use.
LANGUAGES: Final = MappingProxyType(
    {"a": ("en", "en-us"), "b": ("en", "en-gb"), "j": ("ja", "en-us"), "z": ("zh", "en-us")}
)


class Styles:
    """The voices of a place: a folder with ``NAME.bin`` files, or one archive (``voices*.bin``)."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def names(self) -> list[str]:
        """The voices whose language langdu speaks. Raises :class:`SpeechError`."""
        if self._place.is_dir():
            found = [file.stem for file in self._place.glob("*.bin")]
        else:
            found = list(self._archive().files)
        return sorted(name for name in found if name[:1] in LANGUAGES and name[2:3] == "_")

    def load(self, name: str) -> "numpy.ndarray[Any, Any]":
        """The table of a voice, 510 × 256 numbers. Raises :class:`SpeechError`."""
        import numpy as np

        try:
            if self._place.is_dir():
                table = np.fromfile(self._place / f"{name}.bin", dtype=np.float32)
            else:
                table = np.asarray(self._archive()[name], dtype=np.float32)
            return table.reshape(_ROWS, _NUMBERS)
        except (OSError, ValueError, KeyError) as error:
            raise SpeechError(
                f"the voice {name} in {self._place} is damaged: langdu voices add kokoro"
            ) from error

    def _archive(self) -> Any:
        import numpy as np

        try:
            loaded = np.load(self._place, allow_pickle=False)
        except (OSError, ValueError) as error:
            raise SpeechError(f"{self._place} holds no voices of Kokoro") from error
        if not hasattr(loaded, "files"):
            raise SpeechError(f"{self._place} holds no voices of Kokoro")
        return loaded
