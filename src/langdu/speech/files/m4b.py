"""M4B, the audiobook: AAC in MP4 with chapters, by FFmpeg's libraries (PyAV)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, BinaryIO, Final

from langdu.errors import PluginError
from langdu.speech.files.about import About, Chapter
from langdu.speech.files.tags import tag

#: 64 kbit/s, as the MP3: AAC needs no more for one voice.
_BITRATE: Final = 64_000
#: Five times as fast as FFmpeg's usual way, which finds savings that this bitrate does not need.
_CODER: Final = "fast"
#: The kind of a QuickTime item that Apple's players take for an audiobook.
_AUDIOBOOK: Final = "2"
_MILLISECOND: Final = Fraction(1, 1000)


def load_av() -> Any:
    """PyAV. Raises :class:`PluginError` where it is not installed."""
    try:
        import av
    except ImportError as error:
        raise PluginError(
            "M4B needs the extra 'audio': pip install 'langdu[audio]', or write an .mp3"
        ) from error
    return av


class M4bEncoder:
    """Writes AAC as samples come, chapters and cover at the end."""

    def __init__(self, file: BinaryIO, sample_rate: int, about: About) -> None:
        self._av = load_av()
        self._file = file
        self._about = about
        self._samples = 0
        self._sample_rate = sample_rate
        self._closed = False
        # "ipod" is FFmpeg's name for MP4 as Apple's players want it
        self._container = self._av.open(file, "w", format="ipod", options={"brand": "M4B "})
        self._container.metadata.update(_metadata(about))
        self._stream = self._container.add_stream(
            "aac", rate=sample_rate, layout="mono", options={"aac_coder": _CODER}
        )
        self._stream.bit_rate = _BITRATE
        self._stream.metadata["language"] = about.language

    def write(self, pcm: bytes) -> None:
        """The next samples. Raises :class:`OSError`."""
        count = len(pcm) // 2
        if not count:
            return
        frame = self._av.AudioFrame(format="s16", layout="mono", samples=count)
        frame.planes[0].update(pcm)
        frame.sample_rate = self._sample_rate
        frame.time_base = Fraction(1, self._sample_rate)
        frame.pts = self._samples
        self._samples += count
        self._container.mux(self._stream.encode(frame))

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Complete the file, with its tags. Raises :class:`OSError`, a full disk included."""
        self._container.mux(self._stream.encode(None))
        self._container.set_chapters(
            [
                {
                    "id": number,
                    "start": round(chapter.start * 1000),
                    "end": round(chapter.end * 1000),
                    "time_base": _MILLISECOND,
                    "metadata": {"title": chapter.title},
                }
                for number, chapter in enumerate(chapters, 1)
            ]
        )
        self.close()
        if self._about.cover:
            tag(".m4b", self._file, self._about, chapters)

    def close(self) -> None:
        """Let FFmpeg go."""
        if not self._closed:
            self._closed = True
            self._container.close()


def _metadata(about: About) -> dict[str, str]:
    named = {
        "title": about.title,
        "artist": about.artist,
        "album": about.album,
        "date": about.date,
        "comment": about.url,
        "media_type": _AUDIOBOOK,
    }
    return {name: value for name, value in named.items() if value}
