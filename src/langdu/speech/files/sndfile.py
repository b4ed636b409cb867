"""WAV and FLAC, by libsndfile."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any, BinaryIO, Final

from langdu.speech.files.about import About, Chapter
from langdu.speech.files.tags import tag

#: Suffix → the name of the format in libsndfile.
_FORMATS: Final[Mapping[str, str]] = MappingProxyType({".wav": "WAV", ".flac": "FLAC"})


class SndfileEncoder:
    """Writes through libsndfile as samples come, and the tags at the end."""

    def __init__(self, suffix: str, file: BinaryIO, sample_rate: int, about: About) -> None:
        import soundfile

        self._suffix = suffix
        self._about = about
        self._file = file
        self._guarded = _Guarded(file)
        with self._watched():
            self._sound: Any = soundfile.SoundFile(
                self._guarded,
                "w",
                samplerate=sample_rate,
                channels=1,
                format=_FORMATS[suffix],
                subtype="PCM_16",
            )

    def write(self, pcm: bytes) -> None:
        """The next samples. Raises :class:`OSError`."""
        with self._watched():
            self._sound.buffer_write(pcm, dtype="int16")

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Complete the file, with its tags. Raises :class:`OSError`, a full disk included."""
        with self._watched():
            self._sound.close()
        tag(self._suffix, self._file, self._about, chapters)

    def close(self) -> None:
        """Let libsndfile go."""
        with self._watched():
            self._sound.close()

    @contextmanager
    def _watched(self) -> Iterator[None]:
        import soundfile

        try:
            yield
        except (soundfile.LibsndfileError, AssertionError) as error:
            # soundfile asserts that all was written, where libsndfile reports no error
            raise self._guarded.error or OSError(str(error)) from error
        if self._guarded.error:
            raise self._guarded.error


class _Guarded:
    """A file for libsndfile that remembers what went wrong.

    An error inside its callbacks is lost, and libsndfile does not look whether the last bytes of
    a FLAC could be written: on a full disk it leaves a short file and reports success.
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
