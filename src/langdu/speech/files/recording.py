"""A sound file that grows while its sound is made."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import BinaryIO, Final, Self, cast

from langdu.errors import SpeechError
from langdu.speech.files.about import About, Chapter
from langdu.speech.files.encoder import Encoder, check_installed, check_suffix, open_encoder
from langdu.speech.files.places import replacing, writable

_NOTHING: Final[Mapping[Path, str]] = MappingProxyType({})


class Recording:
    """The file ``path``, encoded as its sound comes.

    Until :meth:`finish` the bytes lie in a file without a name in the same folder: whatever ends
    the work before, be it the end of the process, leaves nothing. Use it in ``with``.

    Raises :class:`SpeechError` for a suffix that is no format's and a place that cannot be
    written, before any work, and :class:`PluginError` where the extra ``audio`` is missing.
    """

    def __init__(self, path: Path, about: About) -> None:
        self._path = path
        self._about = about
        self._suffix = check_suffix(path)
        check_installed(self._suffix, about)
        self._encoder: Encoder | None = None
        self._encoded: Future[None] | None = None
        with writable(path):
            if path.is_dir():
                raise IsADirectoryError(None, "it is a folder")
            path.parent.mkdir(parents=True, exist_ok=True)
            file = tempfile.TemporaryFile(dir=path.parent)  # noqa: SIM115 - until close()
        self._file = cast("BinaryIO", file)
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="langdu-encoding")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def write(self, pcm: bytes, sample_rate: int) -> None:
        """The next samples: mono, 16-bit, always of the same rate. Raises :class:`SpeechError`.

        They are encoded while the caller makes the following ones; no more than these wait.
        """
        with writable(self._path):
            if self._encoder is None:
                self._encoder = open_encoder(self._suffix, self._file, sample_rate, self._about)
            self._wait()
            self._encoded = self._beside.submit(self._encoder.write, pcm)

    def _wait(self) -> None:
        encoded, self._encoded = self._encoded, None
        if encoded is not None:
            encoded.result()

    def finish(self, chapters: Sequence[Chapter], beside: Mapping[Path, str] = _NOTHING) -> None:
        """Let the file take its place, and texts beside it theirs: all of them or none.

        Raises :class:`SpeechError` where something cannot be written, or there was no sound.
        """
        if self._encoder is None:
            raise SpeechError(f"there is no sound to write to {self._path}")
        with writable(self._path):
            self._wait()
            self._encoder.finish(chapters)
            self._file.seek(0)
        with replacing(self._path) as temporary:
            with temporary(self._path).open("wb") as final:
                shutil.copyfileobj(self._file, final)
            for path, text in beside.items():
                temporary(path).write_text(text, encoding="utf-8", newline="\n")

    def close(self) -> None:
        """Let go of what was not finished; a second time is harmless."""
        self._beside.shutdown()
        if self._encoder is not None:
            with suppress(OSError):  # what was not finished goes
                self._encoder.close()
        with suppress(OSError):
            self._file.close()
