"""eSpeak NG for pyttsx3 on Linux: the right library, and whether it reads what it says it reads.

Used in the worker process only: it changes that process's environment.
"""

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

#: eSpeak NG keeps its data path in 160 bytes and gives up on a longer one.
_LONGEST: Final = 140
#: How eSpeak NG marks in phonemes that the rules of English go on reading.
_ENGLISH: Final = "(en)"


def preload(folder: Path) -> str:
    """Map the library of the ``espeakng-loader`` package, so that pyttsx3 finds that one.

    Distributions still ship eSpeak NG 1.51, whose Mandarin voice spells most characters in
    English. Gives ``bundled``, or ``system`` where there is no such package for this machine.
    """
    if not sys.platform.startswith("linux"):
        return "system"
    try:
        import espeakng_loader

        data = Path(espeakng_loader.get_data_path())
        library = espeakng_loader.get_library_path()
        ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
    except (ImportError, OSError):
        return "system"
    # set, not only defaulted: the data of another version does not fit this library
    os.environ["ESPEAK_DATA_PATH"] = str(_short(data, folder).parent)
    return "bundled"


def _short(data: Path, folder: Path) -> Path:
    """The data's path, or that of a link to it where it is too long for eSpeak NG."""
    if len(os.fsencode(data)) <= _LONGEST:
        return data
    link = folder / data.name
    link.symlink_to(data, target_is_directory=True)
    return link


def mend() -> None:
    """Tell eSpeak NG the true size of a text, of which it makes a copy.

    pyttsx3 says ten times as much, so that the copy reads far beyond the text's end: a long text
    ends the process, a short one may.
    """
    from pyttsx3.drivers import _espeak

    synthesize = getattr(_espeak, "cSynth", None)
    if synthesize is not None:
        _espeak.cSynth = lambda text, _, *rest: synthesize(text, len(text) + 1, *rest)


def problem(probe: str) -> str | None:
    """Why the voice that is set does not read ``probe`` in its own language, if so."""
    from pyttsx3.drivers import _espeak

    try:
        translate = _espeak.dll.espeak_TextToPhonemes
    except AttributeError:  # the old eSpeak has no such function
        return None
    translate.restype = ctypes.c_char_p
    translate.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    text = ctypes.create_string_buffer(probe.encode())
    rest = ctypes.c_void_p(ctypes.addressof(text))
    phonemes = b""
    while rest.value:
        phonemes += translate(ctypes.byref(rest), 1, 0) or b""
    if _ENGLISH not in phonemes.decode("utf-8", "replace"):
        return None
    return "this eSpeak NG reads it as English letters; install the package espeakng-loader"
