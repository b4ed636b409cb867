"""Sound files, written whole or not at all."""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from langdu.errors import SpeechError

#: Suffix → how soundfile writes it. MP3 has a constant bitrate, because players jump to a wrong
#: second (two early, after a quarter of an hour) where it varies; the level means 64 kbit/s at the
#: sample rates up to 24 kHz that voices have, at which speech has no audible flaw.
FORMATS: Final[Mapping[str, Mapping[str, str | float]]] = MappingProxyType(
    {
        ".wav": MappingProxyType({"format": "WAV", "subtype": "PCM_16"}),
        ".flac": MappingProxyType({"format": "FLAC", "subtype": "PCM_16"}),
        ".mp3": MappingProxyType(
            {
                "format": "MP3",
                "subtype": "MPEG_LAYER_III",
                "bitrate_mode": "CONSTANT",
                "compression_level": 0.632,
            }
        ),
    }
)


def check_suffix(path: Path) -> str:
    """The suffix of a path in lower case. Raises :class:`SpeechError` if no format has it."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise SpeechError(f"cannot write {path.name}: its name must end in one of {known}")
    return suffix


def write_sound(blocks: Iterable[bytes], sample_rate: int, suffix: str, path: Path) -> None:
    """Write mono 16-bit samples as a file. Raises :class:`OSError`, a full disk included."""
    import soundfile

    with path.open("w+b") as file:
        guarded = _Guarded(file)
        try:
            with soundfile.SoundFile(
                guarded, "w", samplerate=sample_rate, channels=1, **FORMATS[suffix]
            ) as sound:
                for block in blocks:
                    sound.buffer_write(block, dtype="int16")
        except (soundfile.LibsndfileError, AssertionError) as error:
            # soundfile asserts that all was written, where libsndfile reports no error
            raise guarded.error or OSError(str(error)) from error
        if guarded.error:
            raise guarded.error


@contextmanager
def replacing(path: Path) -> Iterator[Callable[[Path], Path]]:
    """Files that take their places together at the end, and only if all went well.

    It gives a function that leads from a final path to the temporary one to write, in the same
    folder, which is made where it is missing. Raises :class:`SpeechError` naming ``path`` where
    something cannot be written; then nothing has changed.
    """
    places: list[tuple[Path, Path]] = []

    def temporary(final: Path) -> Path:
        # not tempfile: its files are for their owner only, and audio is there to be published
        place = final.with_name(f".{secrets.token_hex(4)}-{final.name}")
        places.append((place, final))
        return place

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        for place, final in places:
            os.replace(place, final)  # noqa: PTH105 - the name by which the step is known
    except OSError as error:
        reason = error.strerror or str(error)
        raise SpeechError(f"cannot write {path}: {reason}; choose another place") from error
    finally:
        for place, _ in places:
            with suppress(OSError):
                place.unlink(missing_ok=True)


class _Guarded:
    """A file for libsndfile that remembers what went wrong.

    An error inside its callbacks is lost, and libsndfile does not look whether the last bytes of
    an MP3 or FLAC could be written: on a full disk it leaves a short file and reports success.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.error: OSError | None = None

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            self.error = self.error or error
            return 0

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        try:
            return self._file.seek(offset, whence)  # it flushes, so it can find the disk full
        except OSError as error:
            self.error = self.error or error
            return -1

    def tell(self) -> int:
        return self._file.tell()
