"""UTF-16 without its byte order mark: told by the zeros in every second byte."""

from typing import Final

_SAMPLE: Final = 2000
#: Of the bytes of one parity: so many zeros are markup in UTF-16, whatever else it holds.
_MARKUP: Final = 0.4
#: So many are the spaces and figures of a text in Chinese; legacy text and UTF-8 hold none.
_TEXT: Final = 0.02
_CONTROLS: Final = frozenset(map(chr, set(range(32)) - {9, 10, 12, 13}))


def bare_utf16(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` for text in it; ``None`` for all other bytes."""
    sample = data[: min(_SAMPLE, len(data) & ~1)]
    half = len(sample) // 2
    if half < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    codec = "utf-16-be" if even > odd else "utf-16-le"
    if min(even, odd) > 0.02 * half + 1:
        return None
    if max(even, odd) > _MARKUP * half:
        return codec
    return codec if max(even, odd) > _TEXT * half + 2 and _is_text(sample, codec) else None


def declared_utf16(data: bytes, charset: str | None) -> str | None:
    """UTF-16 by HTTP's word: believed when the bytes are none that ASCII's heirs hold."""
    label = (charset or "").strip().strip("\"'").lower().replace("_", "-")
    if not label.startswith("utf-16") or not any(byte in data[:_SAMPLE] for byte in range(3)):
        return None
    codec = "utf-16-be" if label in ("utf-16be", "utf-16-be") else "utf-16-le"
    return codec if _is_text(data[: min(_SAMPLE, len(data) & ~1)], codec) else None


def _is_text(sample: bytes, codec: str) -> bool:
    try:
        text = sample.decode(codec)
    except UnicodeDecodeError as error:
        if error.end < len(sample) - 2:  # else the sample ends between two halves of a character
            return False
        text = sample.decode(codec, "ignore")
    return not _CONTROLS & set(text) and not any("\ue000" <= char < "\uf900" for char in text)
