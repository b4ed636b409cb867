"""The encodings that a page says it is in: what HTTP, its XML line and its meta tags declare."""

import codecs
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

#: What a label means in practice: the superset that software really writes, as the WHATWG Encoding
#: Standard has it, and labels that Python lacks. GB 18030 holds GB 2312 and GBK whole.
_CODECS: Final = MappingProxyType(
    {
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "csgb2312": "gb18030",
        "gb_2312-80": "gb18030",
        "x-gbk": "gb18030",
        "gb-18030": "gb18030",
        "big5": "big5hkscs",
        "cn-big5": "big5hkscs",
        "x-x-big5": "big5hkscs",
        "shift_jis": "cp932",
        "x-sjis": "cp932",
        "windows-31j": "cp932",
        "x-euc-jp": "euc_jp",
        "euc_jis_2004": "euc_jp",
        "euc_kr": "cp949",
        "windows-949": "cp949",
        "ascii": "cp1252",
        "iso8859-1": "cp1252",
        "x-cp1252": "cp1252",
        "ansi": "cp1252",
        "x-cp1250": "cp1250",
        "x-cp1251": "cp1251",
        "win-1251": "cp1251",
        "windows1251": "cp1251",
        "koi": "koi8-r",
        "koi8": "koi8-r",
        "dos-866": "cp866",
        "x-mac-cyrillic": "mac-cyrillic",
        "iso8859-9": "cp1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
        "windows-874": "cp874",
        "iso-8859-8-i": "iso8859-8",
        "unicode-1-1-utf-8": "utf-8",
    }
)
#: As far into a page as its declarations are looked for.
_FRONT: Final = 65_536
_DECLARED: Final = re.compile(
    rb"""(?:<\?xml\b[^<>]{0,200}?\bencoding|<meta\b[^<>]{0,1000}?\bcharset)\s{0,20}=\s{0,20}["']?"""
    rb"""\s{0,20}([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_PRINTABLE: Final = bytes(range(32, 127))
#: UTF-7 is one, but no browser reads it: in it, text becomes markup.
_NOT_CHARSETS: Final = frozenset(
    {"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"}
)
#: In these ASCII characters may begin others.
_ESCAPING: Final = frozenset({"hz"})


def declared_codecs(data: bytes, charset: str | None) -> Iterator[str]:
    """The codecs that HTTP, then the page, declare: each once, false and foreign names left out."""
    inner = (found[1].decode("ascii", "replace") for found in _DECLARED.finditer(data[:_FRONT]))
    seen = set()
    for label in (charset or "", *inner):
        codec = codec_of(label)
        if codec and codec not in seen:
            seen.add(codec)
            yield codec


def codec_of(label: str) -> str | None:
    """Python's codec for a declared name; ``None`` if it names no encoding that a page can have.

    Python also has codecs that are no character sets (zip, rot13, idna), and some that no page can
    be in whose declaration was read as ASCII (UTF-16, EBCDIC).
    """
    name = label.strip().strip("\"'").strip().lower()
    try:
        name = codecs.lookup(_CODECS.get(name, name)).name
        name = _CODECS.get(name, name)
        text = _PRINTABLE.decode(name, "replace")
    except (LookupError, ValueError, AssertionError):  # bytes that become bytes, NUL in the name …
        return None
    if name in _NOT_CHARSETS or (text != _PRINTABLE.decode("ascii") and name not in _ESCAPING):
        return None
    return name
