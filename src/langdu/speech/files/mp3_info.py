"""The first frame of an MP3, which no player plays: how long the sound is, and where it begins.

Without it a player counts the encoder's delay to the sound, 50 ms at 22,050 Hz, and does not know
that the bitrate is constant. LAME writes it into files of its own only; the layout is that of its
source (``VbrTag.c``) and of Xing's original.
"""

import struct
from dataclasses import dataclass
from typing import Final

#: Samples that LAME puts before the sound; decoders know that they add 529 of their own.
DELAY: Final = 576
_MPEG1: Final = 0b11
_HAS_ALL: Final = 0b1111  # frames, bytes, table of contents, quality
_CONSTANT: Final = 1
_PADDING_BIT: Final = 0x0000_0200


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a file without the info frame, by the header of the first one."""

    header: bytes
    kilobits: int
    sample_rate: int
    size: int  # of all frames, in bytes

    @property
    def samples(self) -> int:
        """How many samples a frame holds."""
        return 1152 if self._is_mpeg1 else 576

    @property
    def _is_mpeg1(self) -> bool:
        return self.header[1] >> 3 & 0b11 == _MPEG1

    @property
    def count(self) -> int:
        """How many frames there are: all are equally long but for the padding of a byte."""
        return round(self.size * 8 * self.sample_rate / (self.kilobits * 1000 * self.samples))


def info_size(kilobits: int, sample_rate: int) -> int:
    """The length of the info frame in bytes: that of a frame without padding."""
    return (144_000 if sample_rate >= 32_000 else 72_000) * kilobits // sample_rate


def info_frame(frames: Frames, sound: int, lame: str) -> bytes:
    """The frame to put first. ``sound``: how many samples went in; ``lame``: the encoder's name."""
    (header,) = struct.unpack(">I", frames.header)
    before = 17 if frames._is_mpeg1 else 9  # side information of one channel
    size = info_size(frames.kilobits, frames.sample_rate)
    whole = frames.size + size
    padding = max(0, frames.count * frames.samples - DELAY - sound)
    contents = bytes(round(256 * percent / 100) for percent in range(100))
    data = struct.pack(">I", header & ~_PADDING_BIT) + bytes(before)
    data += b"Info" + struct.pack(">III", _HAS_ALL, frames.count, whole) + contents + bytes(4)
    data += lame.encode("ascii").ljust(9)[:9] + bytes([_CONSTANT]) + bytes(10)
    data += bytes([frames.kilobits]) + (DELAY << 12 | min(padding, 0xFFF)).to_bytes(3, "big")
    return data.ljust(size, b"\0")
