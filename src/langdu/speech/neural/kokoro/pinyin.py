"""Pinyin syllables as Kokoro's phonemes: IPA with an arrow for the tone after its vowel.

The inventory is that with which Kokoro was trained (misaki, after pinyin-to-ipa).
"""

import re
from types import MappingProxyType
from typing import Final

#: How tones are written: level, rising, low, falling; the neutral one is not.
_TONES: Final = MappingProxyType({"1": "→", "2": "↗", "3": "↓", "4": "↘", "5": ""})
_INITIALS: Final = MappingProxyType(
    {"b": "p", "p": "pʰ", "m": "m", "f": "f", "d": "t", "t": "tʰ", "n": "n", "l": "l"}
    | {"g": "k", "k": "kʰ", "h": "x", "j": "ʨ", "q": "ʨʰ", "x": "ɕ", "r": "ɻ", "s": "s"}
    | {"zh": "ꭧ", "ch": "ꭧʰ", "sh": "ʂ", "z": "ʦ", "c": "ʦʰ"}
)
#: 0 is where the tone goes.
_FINALS: Final = MappingProxyType(
    {"a": "a0", "ai": "ai0", "an": "a0n", "ang": "a0ŋ", "ao": "au0", "e": "ɤ0", "ei": "ei0"}
    | {"en": "ə0n", "eng": "ə0ŋ", "i": "i0", "ia": "ja0", "ian": "jɛ0n", "iang": "ja0ŋ"}
    | {"iao": "jau0", "ie": "je0", "in": "i0n", "iou": "jou0", "ing": "i0ŋ", "iong": "jʊ0ŋ"}
    | {"ong": "ʊ0ŋ", "ou": "ou0", "u": "u0", "uei": "wei0", "ua": "wa0", "uai": "wai0"}
    | {"uan": "wa0n", "uen": "wə0n", "uang": "wa0ŋ", "ueng": "wə0ŋ", "uo": "wo0", "o": "wo0"}
    | {"ü": "y0", "üe": "ɥe0", "üan": "ɥɛ0n", "ün": "y0n"}
)
#: Syllables that are more than an initial and a final.
_WHOLE: Final = MappingProxyType(
    {"er": "ɚ0", "o": "ɔ0", "yo": "jɔ0", "ê": "ɛ0", "m": "m0", "n": "n0", "ng": "ŋ0"}
    | {"hm": "hm0", "hng": "hŋ0"}
)
#: What stands for i after these initials, which has a sound of its own there.
_BUZZED: Final = "ɨ0"
#: What an r after a syllable adds (huar1), and a syllable without one may have.
_WITH_R: Final = "ɚ"
_SYLLABLE: Final = re.compile(r"([a-zêü]+)([1-5]?)")


def sounds(syllable: str) -> str:
    """The phonemes of a syllable: ``zhong1``, ``lü4``, ``lv4``, ``ma5``, ``ma``, ``huar1``.

    Raises :class:`ValueError` for what is no syllable.
    """
    spelled = syllable.strip().lower().replace("u:", "ü").replace("v", "ü")
    match = _SYLLABLE.fullmatch(spelled)
    written = _written(match[1]) if match else None
    if not match or written is None:
        raise ValueError(f"{syllable!r} is no syllable of pinyin")
    return written.replace("0", _TONES[match[2] or "5"])


def _written(plain: str) -> str | None:
    if plain in _WHOLE:
        return _WHOLE[plain]
    if plain.endswith("r"):
        stem = _written(plain[:-1]) if plain[:-1] else None
        return stem + _WITH_R if stem else None
    initial, final = _split(plain)
    if initial in ("zh", "ch", "sh", "r", "z", "c", "s") and final == "i":
        return _INITIALS[initial] + _BUZZED
    if final not in _FINALS or (initial and initial not in _INITIALS):
        return None
    return _INITIALS.get(initial, "") + _FINALS[final]


def _split(plain: str) -> tuple[str, str]:
    """Initial and full final: ``liu`` is l and iou, ``yuan`` is üan, ``wo`` is uo, ``ju`` j and ü.

    The contractions are those of the scheme for pinyin (GB/T 16159).
    """
    if plain[0] == "y":
        rest = plain[1:]
        if rest[:1] == "u":
            return "", "ü" + rest[1:]
        return "", {"ou": "iou"}.get(rest, rest if rest[:1] == "i" else "i" + rest)
    if plain[0] == "w":
        rest = plain[1:]
        full = {"ei": "uei", "en": "uen"}.get(rest)
        return "", full or (rest if rest == "u" else "u" + rest)
    initial = next((i for i in ("zh", "ch", "sh") if plain.startswith(i)), plain[0])
    if initial not in _INITIALS:
        return "", plain
    final = plain[len(initial) :]
    if initial in "jqx" and final[:1] == "u":
        final = "ü" + final[1:]
    return initial, {"iu": "iou", "ui": "uei", "un": "uen", "ue": "üe"}.get(final, final)
