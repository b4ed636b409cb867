"""The files of Kokoro: what they are, where they are had, and finding them in a folder."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from langdu.errors import MissingVoice
from langdu.speech.neural.downloading import Remote

#: The release that has them (its own page gives sizes and checksums).
RELEASE: Final = "https://github.com/thewh1teagle/kokoro-onnx/releases/download/model-files-v1.0"
#: The network with weights of 8 bits, a quarter of the size of the full one.
NETWORK: Final = Remote(
    "kokoro-v1.0.int8.onnx",
    92_361_271,
    "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb",
)
VOICES: Final = Remote(
    "voices-v1.0.bin",
    28_214_398,
    "bca610b8308e8d99f32e6fe4197e7ec01679264efed0cac9140fe9c29f1fbf7d",
)


@dataclass(frozen=True, slots=True)
class Files:
    """The network, and its voices: an archive or a folder of tables."""

    network: Path
    voices: Path


def find(folder: Path) -> Files:
    """The files in a folder: ``*.onnx``, the int8 one first, with ``voices*.bin`` or ``voices/``.

    Raises :class:`MissingVoice` where there are none.
    """
    networks = sorted(folder.glob("*.onnx"), key=lambda file: ("int8" not in file.name, file.name))
    voices = (*sorted(folder.glob("voices*.bin")), folder / "voices")
    found = [place for place in voices if place.exists()]
    if not networks or not found:
        raise MissingVoice(
            f"Kokoro's files are not in {folder}: get them with: langdu voices add kokoro"
        )
    return Files(networks[0], found[0])
