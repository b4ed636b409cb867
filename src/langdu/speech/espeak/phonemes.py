"""Text as eSpeak NG will pronounce it."""

import ctypes
from typing import Any, Final

#: How eSpeak NG marks in phonemes that the rules of English go on reading.
_ENGLISH: Final = "(en)"
_UTF8: Final = 1
#: Modes of ``espeak_TextToPhonemes``: eSpeak's own names, or the letters of IPA.
_OWN: Final = 0
_IPA: Final = 2


def translate(library: Any, text: str, *, ipa: bool = False) -> str:
    """The phonemes of a text in the voice that is set, its clauses separated by ``" | "``.

    ``library`` is the loaded eSpeak NG. Raises :class:`AttributeError` with the old eSpeak, which
    has no such function.
    """
    function = library.espeak_TextToPhonemes
    function.restype = ctypes.c_char_p
    function.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    held = ctypes.create_string_buffer(text.encode())
    rest = ctypes.c_void_p(ctypes.addressof(held))
    clauses = []
    while rest.value:
        clause = function(ctypes.byref(rest), _UTF8, _IPA if ipa else _OWN) or b""
        clauses.append(clause.decode("utf-8", "replace").strip())
    return " | ".join(clause for clause in clauses if clause)


def reads_english(library: Any, probe: str) -> str | None:
    """Why the voice that is set does not read ``probe`` in its own language, if so."""
    try:
        phonemes = translate(library, probe)
    except AttributeError:
        return None
    if _ENGLISH not in phonemes:
        return None
    return "this eSpeak NG reads it as English letters; install the package espeakng-loader"
