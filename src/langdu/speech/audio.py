"""A finished reading: sound, and the times of its sentences."""

from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from langdu.errors import SpeechError
from langdu.speech.audio_files import check_suffix, replacing, write_sound
from langdu.timeline import Timeline

_BLOCK: Final = 1 << 16  # bytes that are in memory at a time


class Audio:
    """The sound of an article with its :class:`~langdu.Timeline`.

    The samples lie in a temporary file, so that an hour of speech costs no memory; it goes when
    the audio is closed, so close it, or use it in ``with``.
    """

    def __init__(self, pcm: IO[bytes], sample_rate: int, timeline: Timeline) -> None:
        self._pcm = pcm
        self._sample_rate = sample_rate
        self._timeline = timeline

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def timeline(self) -> Timeline:
        """When each sentence is heard."""
        return self._timeline

    @property
    def duration(self) -> float:
        """Its length in seconds."""
        return self._timeline.duration

    @property
    def sample_rate(self) -> int:
        """Samples a second."""
        return self._sample_rate

    def blocks(self) -> Iterator[bytes]:
        """The samples from the beginning, in pieces: mono, signed 16-bit, native byte order.

        Raises :class:`SpeechError` where the audio is closed.
        """
        if self._pcm.closed:
            raise SpeechError("this audio is closed: save it before the end of its with block")
        self._pcm.seek(0)
        while block := self._pcm.read(_BLOCK):
            yield block

    def save(self, path: str | PathLike[str], *, timeline: bool = True) -> Path:
        """Write the sound as ``.wav``, ``.flac`` or ``.mp3``, and its timeline beside it.

        The timeline's name has ``.timeline.json`` in the place of the last suffix: beside
        ``1.en.mp3`` lies ``1.en.timeline.json``. Both appear whole or not at all; folders are made.
        ``timeline=False`` writes the sound alone. Gives the path of the sound. Raises
        :class:`SpeechError` for another suffix, or where the place cannot be written.
        """
        path = Path(path)
        suffix = check_suffix(path)
        with replacing(path) as temporary:
            write_sound(self.blocks(), self._sample_rate, suffix, temporary(path))
            if timeline:
                text = self._timeline.to_json()
                temporary(timeline_path(path)).write_text(text, encoding="utf-8", newline="\n")
        return path

    def close(self) -> None:
        """Let the temporary file go; a second time is harmless."""
        self._pcm.close()


def timeline_path(path: Path) -> Path:
    """Where the timeline of an audio file lies: ``en.mp3`` → ``en.timeline.json``."""
    return path.with_suffix(".timeline.json")
