"""eSpeak NG's phonemes of texts: a JSON list on standard input, one on standard output.

``python -m tests.speech.spoken.phonemes VOICE``, a process of its own: the library's state is the
process's, and it may end it.
"""

import ctypes
import json
import sys
import tempfile
from pathlib import Path

import espeakng_loader

from langdu.speech.espeak_library import preload

_SYNCHRONOUS, _DO_NOT_EXIT, _UTF8 = 2, 0x8000, 1


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        preload(Path(folder))  # sets the path of the data, short enough
        library = ctypes.CDLL(espeakng_loader.get_library_path())
        assert library.espeak_Initialize(_SYNCHRONOUS, 0, None, _DO_NOT_EXIT) > 0
        assert library.espeak_SetVoiceByName(sys.argv[1].encode()) == 0
        translate = library.espeak_TextToPhonemes
        translate.restype = ctypes.c_char_p
        translate.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
        json.dump([said(translate, text) for text in json.load(sys.stdin)], sys.stdout)


def said(translate: "ctypes._NamedFuncPointer", text: str) -> str:
    held = ctypes.create_string_buffer(text.encode())
    rest = ctypes.c_void_p(ctypes.addressof(held))
    clauses = []
    while rest.value:
        clauses.append((translate(ctypes.byref(rest), _UTF8, 0) or b"").decode())
    return " | ".join(clauses)


if __name__ == "__main__":
    main()
