"""A finished reading: sound, and the times of its sentences."""

from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self

from langdu.article import Article
from langdu.captions import Caption, captions_of
from langdu.errors import SpeechError
from langdu.speech.files import Recording, about_article, chapters_of, read_cover
from langdu.speech.files.texts import CaptionFile, texts_beside
from langdu.timeline import Timeline

_BLOCK: Final = 1 << 16  # bytes that are in memory at a time


class Audio:
    """The sound of an article with its :class:`~langdu.Timeline`.

    The samples lie in a temporary file, so that an hour of speech costs no memory; it goes when
    the audio is closed, so close it, or use it in ``with``.
    """

    def __init__(
        self,
        pcm: IO[bytes],
        sample_rate: int,
        timeline: Timeline,
        articles: Sequence[Article],
    ) -> None:
        self._pcm = pcm
        self._sample_rate = sample_rate
        self._timeline = timeline
        self._articles = tuple(articles)

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

    def captions(self) -> tuple[Caption, ...]:
        """The text in pieces to show while they are heard: see :mod:`langdu.captions`."""
        return captions_of(self._articles, self._timeline)

    def save(
        self,
        path: str | PathLike[str],
        *,
        timeline: bool = True,
        captions: str | PathLike[str] | None = None,
        cover: str | PathLike[str] | None = None,
    ) -> Path:
        """Write the sound as ``.wav``, ``.flac``, ``.mp3`` or ``.m4b``, its timeline beside it.

        The timeline's name has ``.timeline.json`` in the place of the last suffix: beside
        ``1.en.mp3`` lies ``1.en.timeline.json``. ``timeline=False`` writes none. ``captions`` is a
        ``.vtt`` or ``.srt`` to write as well, ``cover`` a JPEG or PNG to put into the file. With
        the extra ``audio`` the file says title, language, source and date, and has chapters. All
        files appear whole or not at all; folders are made. Gives the path of the sound.

        Raises :class:`SpeechError` for another suffix, or where the place cannot be written, and
        :class:`PluginError` for what needs the extra ``audio``: M4B, and a cover.
        """
        path = Path(path)
        sheet = CaptionFile.at(captions)
        about = about_article(self._articles[0], read_cover(cover) if cover else None)
        with Recording(path, about) as recording:
            for block in self.blocks():
                recording.write(block, self._sample_rate)
            texts = texts_beside(
                path, self._articles, self._timeline, sheet, with_timeline=timeline
            )
            recording.finish(chapters_of(self._articles[0], self._timeline), texts)
        return path

    def close(self) -> None:
        """Let the temporary file go; a second time is harmless."""
        self._pcm.close()
