"""The functions of libespeak-ng (speak_lib.h of 1.52) that langdu calls, in the worker only."""

import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from langdu.speech.espeak.library import find

# The names are those of speak_lib.h.
_AUDIO_OUTPUT_SYNCHRONOUS: Final = 2
_INITIALIZE_DONT_EXIT: Final = 0x8000
_RATE: Final = 1
_POS_CHARACTER: Final = 1
_CHARS_UTF8: Final = 1
_SAMPLE_BYTES: Final = 2


class _Voice(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_void_p),  # of a list of tags, or one tag to look for
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("reserved", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class Espeak:
    """The library, made ready to give samples. One for each process."""

    def __init__(self, folder: Path) -> None:
        """Load it. Raises :class:`OSError` where it is not there or does not start."""
        place = find(folder)
        self.library: Any = ctypes.CDLL(place.library)
        data = place.data.encode() if place.data else None
        rate = self.library.espeak_Initialize(
            _AUDIO_OUTPUT_SYNCHRONOUS, 0, data, _INITIALIZE_DONT_EXIT
        )
        if rate <= 0:
            raise OSError("eSpeak NG does not find its data")
        self.sample_rate = int(rate)
        self.is_bundled = bool(place.data)
        self._pcm = bytearray()
        self._callback = _Callback(self._take)  # kept here: the library keeps no reference
        self.library.espeak_SetSynthCallback(self._callback)
        self.library.espeak_GetCurrentVoice.restype = ctypes.POINTER(_Voice)
        self.library.espeak_ListVoices.restype = ctypes.POINTER(ctypes.POINTER(_Voice))
        self.library.espeak_Synth.argtypes = [
            ctypes.c_char_p,
            ctypes.c_size_t,
            ctypes.c_uint,
            ctypes.c_int,
            ctypes.c_uint,
            ctypes.c_uint,
            ctypes.c_void_p,
            ctypes.c_void_p,
        ]

    def _take(self, samples: Any, count: int, _: Any) -> int:
        if samples and count > 0:
            self._pcm += ctypes.string_at(samples, count * _SAMPLE_BYTES)
        return 0  # go on

    def voices(self) -> Iterator[tuple[str, str, list[str]]]:
        """Identifier, name and language tags of each voice."""
        listed = self.library.espeak_ListVoices(None)
        index = 0
        while listed[index]:
            voice = listed[index].contents
            yield voice.identifier.decode(), voice.name.decode(), _tags(voice.languages)
            index += 1

    @property
    def voice(self) -> str | None:
        """The identifier of the voice that is set."""
        current = self.library.espeak_GetCurrentVoice()
        return current.contents.identifier.decode() if current else None

    def set(self, voice: str, words_a_minute: int) -> bool:
        """Choose voice and speed; says whether it could."""
        if self.library.espeak_SetVoiceByName(voice.encode()):
            return False
        return not self.library.espeak_SetParameter(_RATE, words_a_minute, 0)

    def set_language(self, name: str) -> bool:
        """Choose a voice by its name, else by the tag of its language (``en-gb`` is no name)."""
        if not self.library.espeak_SetVoiceByName(name.encode()):
            return True
        tag = ctypes.create_string_buffer(name.encode())
        wanted = _Voice(languages=ctypes.addressof(tag))
        return not self.library.espeak_SetVoiceByProperties(ctypes.byref(wanted))

    def say(self, text: str) -> bytes:
        """The samples of a text: mono, signed 16-bit. Raises :class:`OSError` where it fails."""
        self._pcm = bytearray()
        data = text.encode()
        failed = self.library.espeak_Synth(
            data, len(data) + 1, 0, _POS_CHARACTER, 0, _CHARS_UTF8, None, None
        )
        if failed:
            raise OSError(f"eSpeak NG reports the error {failed}")
        return bytes(self._pcm)


def _tags(at: int | None) -> list[str]:
    """The tags of a list that alternates a priority and a string, and ends with the priority 0."""
    tags = []
    while at and ctypes.string_at(at, 1) != b"\0":
        tag = ctypes.string_at(at + 1)
        tags.append(tag.decode())
        at += len(tag) + 2
    return tags
