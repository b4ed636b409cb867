"""What writes samples as a sound file, by the suffix of its name."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from langdu.errors import SpeechError
from langdu.speech.files.about import About, Chapter

#: The suffixes of the formats that can be written.
FORMATS: Final = (".wav", ".flac", ".mp3", ".m4b")


class Encoder(Protocol):
    """Takes mono 16-bit samples as they come, and keeps none of them in memory."""

    def write(self, pcm: bytes) -> None:
        """The next samples. Raises :class:`OSError`."""
        ...

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Complete the file, with its tags. Raises :class:`OSError`, a full disk included."""
        ...

    def close(self) -> None:
        """Let the encoder go, finished or not; a second time is harmless."""
        ...


def check_suffix(path: Path) -> str:
    """The suffix of a path in lower case. Raises :class:`SpeechError` if no format has it."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        known = ", ".join(FORMATS)
        raise SpeechError(f"cannot write {path.name}: its name must end in one of {known}")
    return suffix


def check_installed(suffix: str, about: About) -> None:
    """Raises :class:`PluginError` where a format, or the cover, needs the extra ``audio``."""
    if suffix == ".m4b":
        from langdu.speech.files.m4b import load_av

        load_av()
    if about.cover or suffix == ".m4b":
        from langdu.speech.files.tags import load_mutagen

        load_mutagen()


def open_encoder(suffix: str, file: BinaryIO, sample_rate: int, about: About) -> Encoder:
    """The encoder of a format, writing into an empty file that can be read and sought."""
    if suffix == ".m4b":
        from langdu.speech.files.m4b import M4bEncoder

        return M4bEncoder(file, sample_rate, about)
    if suffix == ".mp3":
        from langdu.speech.files.mp3 import Mp3Encoder

        return Mp3Encoder(file, sample_rate, about)
    from langdu.speech.files.sndfile import SndfileEncoder

    return SndfileEncoder(suffix, file, sample_rate, about)
