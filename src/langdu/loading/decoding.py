"""Bytes → text. Never fails: what no encoding explains becomes U+FFFD.

In this order: a byte order mark; UTF-8 where the bytes prove it (a declaration is wrong more often
than twelve bytes agree by chance); what HTTP, then the page itself, declare; and for pages that
declare nothing or a falsehood the encoding whose text looks most like a language
(:mod:`langdu.loading.guessing`).
"""

import codecs
import re
from types import MappingProxyType
from typing import Final

from bs4.dammit import EncodingDetector

from langdu.loading.guessing import guess_encoding

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What a label means in practice, as the WHATWG Encoding Standard has it: the superset that
#: software really writes. GB 18030 holds GB 2312 and GBK whole.
_SUPERSETS: Final = MappingProxyType(
    {
        "gb2312": "gb18030",
        "gb_2312-80": "gb18030",
        "gbk": "gb18030",
        "x-gbk": "gb18030",
        "cp936": "gb18030",
        "big5": "big5hkscs",
        "shift_jis": "cp932",
        "shift-jis": "cp932",
        "sjis": "cp932",
        "x-sjis": "cp932",
        "windows-31j": "cp932",
        "euc-kr": "cp949",
        "ks_c_5601-1987": "cp949",
        "iso-8859-1": "cp1252",
        "latin-1": "cp1252",
        "ascii": "cp1252",
        "us-ascii": "cp1252",
        # a page whose declaration can be read as ASCII is not UTF-16, whatever it says
        "utf-16": "utf-8",
        "utf-16le": "utf-8",
        "utf-16be": "utf-8",
    }
)
#: Python has codecs that are no character sets; a page may name only those that are.
_NOT_CHARSETS: Final = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape"})
_PROOF: Final = 12
#: A declared encoding may fail this often: GBK pages hold a broken character now and then.
_MAX_BROKEN: Final = 0.002
_RUBBISH: Final = re.compile("[\x00\ud800-\udfff]")


def decode(data: bytes, charset: str | None = None) -> tuple[str, str]:
    """The text and the encoding it was in. ``charset`` is what HTTP declares."""
    text, encoding = _decode(data, charset)
    return clean(text), encoding


def clean(text: str) -> str:
    """Without the characters that no file can hold: NUL, half surrogates, a leading mark."""
    text = text.removeprefix("\ufeff")
    return _RUBBISH.sub("", text) if _RUBBISH.search(text) else text


def _decode(data: bytes, charset: str | None) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if bare := _bare_utf16(data):
        return data.decode(bare, "replace"), bare
    if b"\x1b$" in data[:100_000]:
        return data.decode("iso2022_jp", "replace"), "iso2022_jp"
    utf8 = _strictly(data, "utf-8")
    if utf8 is not None and len(data) - len(utf8) >= _PROOF:
        return utf8, "utf-8"
    for declared in _declared(data, charset):
        found = _mostly(data, declared)
        if found is not None:
            return found, declared
    if utf8 is not None:
        return utf8, "utf-8"
    if _mostly(data, "utf-8") is not None:
        return data.decode("utf-8", "replace"), "utf-8"
    guessed = guess_encoding(data)
    return data.decode(guessed, "replace"), guessed


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _mostly(data: bytes, encoding: str) -> str | None:
    text = data.decode(encoding, "replace")
    high = sum(1 for byte in data[:200_000] if byte > 127)
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return text if broken <= max(1 if high > 100 else 0, _MAX_BROKEN * high) else None


def _declared(data: bytes, charset: str | None) -> list[str]:
    inner = EncodingDetector.find_declared_encoding(data, is_html=True)
    found = []
    for label in (charset, inner):
        name = (label or "").strip().strip("\"'").lower()
        name = _SUPERSETS.get(name, name)
        if name and name not in found and _is_charset(name):
            found.append(name)
    return found


def _is_charset(name: str) -> bool:
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    try:
        return info.name not in _NOT_CHARSETS and isinstance(b"a".decode(name, "replace"), str)
    except (LookupError, ValueError):  # hex, zip, rot13 … turn bytes into bytes
        return False


def _bare_utf16(data: bytes) -> str | None:
    sample = data[:2000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 2 < 0.4 * len(sample) or min(even, odd) > 0.02 * len(sample) + 1:
        return None
    if len(sample) < 8:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"
