"""MP3, by LAME."""

from collections.abc import Sequence
from typing import Any, BinaryIO, Final

from langdu.speech.files.about import About, Chapter
from langdu.speech.files.mp3_info import Frames, info_frame, info_size
from langdu.speech.files.tags import tag

#: The bitrate is constant, because players jump to a wrong second (two early, after a quarter of an
#: hour) where it varies: 64 kbit/s, at which one voice has no audible flaw, and at sample rates
#: above 24 kHz what these need for the same.
_KILOBITS: Final = 64
_KILOBITS_HIGH: Final = 96
_HIGH: Final = 24_000
#: LAME's own words for 5: good quality, fast. libsndfile's 3 takes three times as long.
_QUALITY: Final = 5
_NAME: Final = "LAME3.100"  # the one that lameenc holds; players look for it
#: What MPEG audio has; another sample rate would be changed by LAME.
_SAMPLE_RATES: Final = (8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000)


class Mp3Encoder:
    """Writes MPEG frames as samples come, and the tags before them at the end."""

    def __init__(self, file: BinaryIO, sample_rate: int, about: About) -> None:
        import lameenc

        if sample_rate not in _SAMPLE_RATES:
            raise OSError(f"MP3 has no sample rate of {sample_rate} Hz")
        self._file = file
        self._about = about
        self._lame: Any = lameenc.Encoder()
        self._lame.silence()
        self._lame.set_channels(1)
        self._lame.set_in_sample_rate(sample_rate)
        self._lame.set_out_sample_rate(sample_rate)
        self._kilobits = _KILOBITS if sample_rate <= _HIGH else _KILOBITS_HIGH
        self._lame.set_bit_rate(self._kilobits)
        self._lame.set_quality(_QUALITY)
        self._sample_rate = sample_rate
        self._samples = 0
        self._info = info_size(self._kilobits, sample_rate)
        file.write(bytes(self._info))  # its place: what it says is known at the end

    def write(self, pcm: bytes) -> None:
        """The next samples. Raises :class:`OSError`."""
        self._samples += len(pcm) // 2
        self._file.write(self._lame.encode(pcm))

    def finish(self, chapters: Sequence[Chapter]) -> None:
        """Complete the file, with its tags. Raises :class:`OSError`, a full disk included."""
        self._file.write(self._lame.flush())
        size = self._file.tell() - self._info
        self._file.seek(self._info)
        frames = Frames(self._file.read(4), self._kilobits, self._sample_rate, size)
        self._file.seek(0)
        self._file.write(info_frame(frames, self._samples, _NAME))
        self._file.flush()
        tag(".mp3", self._file, self._about, chapters)

    def close(self) -> None:
        """Nothing is held."""
