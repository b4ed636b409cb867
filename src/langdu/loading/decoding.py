"""Bytes → text. Never fails: what no encoding explains becomes U+FFFD, byte for byte.

In this order: a byte order mark; UTF-16 and ISO-2022-JP, which show by their zeros and escapes;
UTF-8 where the bytes prove it (a declaration is wrong more often than eight bytes agree by chance);
then what HTTP, and after it the page, declare, unless the text is plainly in another encoding
(:mod:`langdu.loading.guessing`); and for pages that declare nothing or a falsehood that encoding.
Runs that are in another encoding than their page are read in theirs (:mod:`langdu.loading.mixed`).
"""

import codecs
import re
from typing import Final

from langdu.loading.charsets import declared_codecs
from langdu.loading.guessing import (
    GUESSABLE,
    HIGH,
    foreign_sample,
    guess_codec,
    stands_alone,
    touches_ascii,
)
from langdu.loading.mixed import (
    DOUBLE,
    decode_iso2022_jp,
    decode_legacy,
    decode_utf8,
    strictly,
    utf8_evidence,
    without_cut,
)
from langdu.loading.utf16 import bare_utf16, declared_utf16

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_RUBBISH: Final = re.compile("[\x00\ud800-\udfff]")
#: Not accents, punctuation or East Asian: what two bytes of GBK are in UTF-8 when they are valid.
_RARE: Final = re.compile("[^\x00-\xff\u2010-\u203a\u20ac\u2122\u3000-\ud7a3\uf900-\uffef]")
_JIS_ESCAPES: Final = (b"\x1b$B", b"\x1b$@", b"\x1b$(D")
_JIS: Final = frozenset({"iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2", "iso2022_jp_2004"})
#: Encodings whose bytes are all ASCII.
_SEVEN_BIT: Final = frozenset({"hz", "iso2022_kr"})
#: Valid UTF-8 with so many bytes after the first of a character is no other encoding by chance.
_PROOF: Final = 8
#: Characters of UTF-8 that happen by chance in encodings of single bytes too.
_TWO: Final = 2
#: Looked at before, or no text beyond ASCII.
_NEVER: Final = frozenset({"utf-8"}) | _JIS | _SEVEN_BIT
#: Bytes beyond ASCII that are enough for the guess to overrule a declaration: some ten characters
#: of Chinese, twenty letters of Russian. Latin-1 is what servers declare without looking.
_OVERRULES: Final = 20
_OVERRULES_LATIN: Final = 8
#: A guess that reads like no language needs more.
_OVERRULES_UNSURE: Final = 60
#: More characters of Big5 in a row than have ASCII for their second bytes by chance.
_LONE: Final = 3
#: A declared encoding may fail this often: GBK pages hold a broken character now and then.
_MAX_BROKEN: Final = 0.02
_LATIN: Final = frozenset(
    {"cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "mac-roman", "cp437", "cp850", "cp852"}
    | {f"iso8859-{part}" for part in (2, 3, 4, 10, 13, 14, 15, 16)}
)
#: Encodings that differ in a few letters only, which a guess tells apart less well than a label.
_KIN: Final = (
    frozenset({"koi8-r", "koi8-u"}),
    frozenset({"cp1256", "iso8859-6"}),
    frozenset({"cp1253", "iso8859-7"}),
    frozenset({"cp1255", "iso8859-8"}),
    frozenset({"cp1251", "kz1048", "ptcp154"}),
    _LATIN,
)


def decode(data: bytes, charset: str | None = None) -> tuple[str, str]:
    """The text and the encoding it was in. ``charset`` is what HTTP declares."""
    text, encoding = _decode(data, charset)
    # no decoder makes half surrogates, so the rest of clean() has nothing to do
    return text.removeprefix("\ufeff").replace("\x00", ""), encoding


def clean(text: str) -> str:
    """Without the characters that no file can hold: NUL, half surrogates, a leading mark."""
    text = text.removeprefix("\ufeff")
    try:
        text.encode()
    except UnicodeEncodeError:
        return _RUBBISH.sub("", text)
    return text.replace("\x00", "")


def _decode(data: bytes, charset: str | None) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if wide := bare_utf16(data) or declared_utf16(data, charset):
        return data.decode(wide, "replace"), wide
    data = data.replace(b"\x00", b"")  # no other encoding has it
    if data.isascii():
        return _decode_ascii(data, charset)
    text = strictly(data, "utf-8")
    if text is not None and len(data) - len(text) >= _PROOF:
        return text, "utf-8"
    return _decode_doubtful(data, charset)


def _decode_ascii(data: bytes, charset: str | None) -> tuple[str, str]:
    if any(escape in data for escape in _JIS_ESCAPES):
        return decode_iso2022_jp(data), "iso2022_jp"
    named = next(declared_codecs(data, charset), "utf-8")
    encoding = named if named in _SEVEN_BIT else "utf-8"
    return data.decode(encoding, "replace"), encoding


def _decode_doubtful(data: bytes, charset: str | None) -> tuple[str, str]:
    """Text beyond ASCII that is not plainly UTF-8."""
    declared = list(declared_codecs(data, charset))
    high = len(data) - len(data.translate(None, HIGH))
    whole, broken = utf8_evidence(without_cut(data))
    if whole > broken and (high - broken - whole >= _PROOF or "utf-8" in declared):
        return decode_utf8(data), "utf-8"
    if whole and not broken:
        # a word or two: it may be what the page declares, in encodings of pairs above all
        likely = DOUBLE if whole > _TWO else GUESSABLE - _LATIN
        declared = [codec for codec in declared if codec in likely]
        text = decode_utf8(data)
        if not declared or not _RARE.search(text.removesuffix("\ufffd")):
            return text, "utf-8"
    guessed, sure = guess_codec(data)
    sample = foreign_sample(data)
    accents = touches_ascii(sample), high > _LONE and stands_alone(sample)
    for codec in declared:
        if codec in _JIS and any(escape in data for escape in _JIS_ESCAPES):
            return decode_iso2022_jp(data), "iso2022_jp"
        if codec not in _LATIN and accents[codec in DOUBLE]:
            continue  # whose second bytes may be ASCII letters
        if _explains_more(sample, codec, guessed) or _is_believed(codec, guessed, high, sure):
            text = decode_legacy(data, codec)
            if text.count("\ufffd") <= (high > _LONE) + _MAX_BROKEN * high:
                return text, codec
    return decode_legacy(data, guessed), guessed


def _explains_more(sample: bytes, declared: str, guessed: str) -> bool:
    """Whether each pair of bytes is a character as declared, and some are none as guessed."""
    if declared not in DOUBLE or strictly(sample, declared) is None:
        return False
    return strictly(sample, guessed) is None


def _is_believed(declared: str, guessed: str, high: int, sure: bool) -> bool:
    """Whether a declaration stands against the guess, which ``high`` bytes speak for."""
    if declared in _NEVER:
        return False
    if declared == guessed or declared not in GUESSABLE:
        return True
    if any({declared, guessed} <= kin for kin in _KIN):
        return True
    if declared == "cp1252":
        return high < _OVERRULES_LATIN
    return high < (_OVERRULES if sure else _OVERRULES_UNSURE)
