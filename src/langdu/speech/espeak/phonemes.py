"""Text as eSpeak NG will pronounce it."""

import ctypes
from typing import Any, Final, cast

#: How eSpeak NG marks in phonemes that the rules of English go on reading.
_ENGLISH: Final = "(en)"
_UTF8: Final = 1
#: Modes of ``espeak_TextToPhonemes``: eSpeak's own names, or the letters of IPA.
_OWN: Final = 0
_IPA: Final = 2
#: With this bit the character in bits 8 to 23 stands between the letters of one sound.
_TIE: Final = 0x80


def translate(library: Any, text: str, *, ipa: bool = False) -> str:
    """The phonemes of a text in the voice that is set, its clauses separated by ``" | "``.

    ``library`` is the loaded eSpeak NG. Raises :class:`AttributeError` with the old eSpeak, which
    has no such function.
    """
    clauses = _clauses(library, text, _IPA if ipa else _OWN)
    return " | ".join(clause.strip() for clause in clauses if clause.strip())


def ipa_of(library: Any, text: str, tie: str) -> str:
    """The IPA of a text for a neural voice, one line of all its clauses.

    ``tie`` stands between the letters of one sound (``t^ʃ``), if it is not empty. Raises as
    :func:`translate` does.
    """
    return " ".join(_clauses(library, text, _IPA | (_TIE | ord(tie) << 8 if tie else 0)))


def _clauses(library: Any, text: str, mode: int) -> list[str]:
    """The phonemes of each clause: the library takes one at a call."""
    function = library.espeak_TextToPhonemes
    function.restype = ctypes.c_char_p
    function.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    held = ctypes.create_string_buffer(text.encode("utf-8", "replace"))
    rest = ctypes.c_void_p(ctypes.addressof(held))
    found = []
    while rest.value:
        clause = cast("bytes", function(ctypes.byref(rest), _UTF8, mode) or b"")
        found.append(clause.decode("utf-8", "replace"))
    return found


def reads_english(library: Any, probe: str) -> str | None:
    """Why the voice that is set does not read ``probe`` in its own language, if so."""
    try:
        phonemes = translate(library, probe)
    except AttributeError:
        return None
    if _ENGLISH not in phonemes:
        return None
    return "this eSpeak NG reads it as English letters; install the package espeakng-loader"
