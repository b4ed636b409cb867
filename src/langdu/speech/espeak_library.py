"""eSpeak NG for pyttsx3 on Linux: the right library, and whether it reads what it says it reads.

Used in the worker process only: it changes that process's environment.
"""

import ctypes
import os
import sys
import time
from pathlib import Path
from typing import Final

from langdu.speech.espeak.library import bundled
from langdu.speech.espeak.phonemes import reads_english

#: Seconds between two looks at whether eSpeak NG is done.
_LOOK: Final = 0.0005


def preload(folder: Path) -> str:
    """Map the library of the ``espeakng-loader`` package, so that pyttsx3 finds that one.

    Distributions still ship eSpeak NG 1.51, whose Mandarin voice spells most characters in
    English. Gives ``bundled``, or ``system`` where there is no such package for this machine.
    """
    if not sys.platform.startswith("linux"):
        return "system"
    found = bundled(folder)
    if found is None:
        return "system"
    try:
        ctypes.CDLL(found.library, mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return "system"
    # set, not only defaulted: the data of another version does not fit this library
    os.environ["ESPEAK_DATA_PATH"] = found.data
    return "bundled"


def mend() -> None:
    """Tell eSpeak NG the true size of a text, of which it makes a copy.

    pyttsx3 says ten times as much, so that the copy reads far beyond the text's end: a long text
    ends the process, a short one may.
    """
    from pyttsx3.drivers import _espeak

    synthesize = getattr(_espeak, "cSynth", None)
    if synthesize is not None:
        _espeak.cSynth = lambda text, _, *rest: synthesize(text, len(text) + 1, *rest)


def wait_until_idle() -> None:
    """Wait for eSpeak NG, which is "playing" for a moment after its last event.

    A run that begins in that moment is cancelled by pyttsx3 itself.
    """
    from pyttsx3.drivers import _espeak

    while _espeak.IsPlaying():
        time.sleep(_LOOK)


def problem(probe: str) -> str | None:
    """Why the voice that is set does not read ``probe`` in its own language, if so."""
    from pyttsx3.drivers import _espeak

    return reads_english(_espeak.dll, probe)
