"""The process that turns text into phonemes with eSpeak NG, whose licence (GPL-3.0) and crashes
stay out of langdu's own process. Jobs and answers are lines of JSON; see ``espeak.py``.
"""

import ctypes
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any, Final, cast

from langdu.speech.espeak_library import preload

_AUDIO_SYNCHRONOUS: Final = 2
_NO_EXIT: Final = 0x8000  # without it the library ends the process where it finds no data
_UTF8: Final = 1
_IPA: Final = 0x02
#: With this bit the character in bits 8 to 23 stands between the letters of one sound.
_TIE: Final = 0x80
_FOUND: Final = 0


def _load(folder: Path) -> Any:
    kind = preload(folder)
    name = "libespeak-ng.so.1"
    if kind == "bundled" or not sys.platform.startswith("linux"):
        try:
            import espeakng_loader

            name = espeakng_loader.get_library_path()
            data = os.environ.get("ESPEAK_DATA_PATH") or str(
                Path(espeakng_loader.get_data_path()).parent
            )
        except ImportError:
            data = ""
    else:
        data = ""
    library = ctypes.CDLL(name)
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [
        ctypes.POINTER(ctypes.c_void_p),
        ctypes.c_int,
        ctypes.c_int,
    ]
    where = os.fsencode(data) if data else None
    if library.espeak_Initialize(_AUDIO_SYNCHRONOUS, 0, where, _NO_EXIT) < 0:
        raise OSError("eSpeak NG finds no data")
    return library


class _Voice(ctypes.Structure):
    """``espeak_VOICE`` of espeak-ng's speak_lib.h, by which a voice is looked for."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("languages", ctypes.c_char_p),
        ("identifier", ctypes.c_char_p),
        ("gender", ctypes.c_ubyte),
        ("age", ctypes.c_ubyte),
        ("variant", ctypes.c_ubyte),
        ("xx1", ctypes.c_ubyte),
        ("score", ctypes.c_int),
        ("spare", ctypes.c_void_p),
    )


def _set_voice(library: Any, voice: str) -> None:
    """Take a voice by its name, else by the tag of its language (``en-gb`` is no name)."""
    if library.espeak_SetVoiceByName(voice.encode()) == _FOUND:
        return
    wanted = _Voice(languages=voice.encode())
    if library.espeak_SetVoiceByProperties(ctypes.byref(wanted)) != _FOUND:
        raise ValueError(f"eSpeak NG has no voice {voice!r}")


def _phonemes(library: Any, job: dict[str, Any]) -> list[str]:
    _set_voice(library, job["voice"])
    mode = _IPA | (_TIE | ord(job["tie"]) << 8 if job["tie"] else 0)
    return [_of_one(library, text, mode) for text in job["texts"]]


def _of_one(library: Any, text: str, mode: int) -> str:
    """The phonemes of a text; each call of the library takes one clause of it."""
    buffer = ctypes.create_string_buffer(text.encode("utf-8", "replace"))
    rest = ctypes.c_void_p(ctypes.addressof(buffer))
    found = []
    while rest.value:
        phonemes = library.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, mode)
        found.append(cast("bytes", phonemes or b"").decode("utf-8", "replace"))
    return " ".join(found)


def _answer(header: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(header).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def main() -> None:
    """Answer jobs until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    try:
        library = _load(Path(sys.argv[1]))
    except (OSError, AttributeError) as error:
        _answer({"error": str(error)})
        return
    _answer({"ready": True})
    for line in sys.stdin.buffer:
        try:
            _answer({"phonemes": _phonemes(library, json.loads(line))})
        except ValueError as error:
            _answer({"error": str(error)})


if __name__ == "__main__":
    main()
