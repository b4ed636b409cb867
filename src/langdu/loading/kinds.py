"""What a source is: HTML, plain text, langdu's JSON, or no text at all."""

import json
import re
from types import MappingProxyType
from typing import Final

from langdu.errors import LoadError
from langdu.loading.utf16 import bare_utf16
from langdu.page import PageKind

#: How files begin that are often saved in the place of a page.
_MAGIC: Final = MappingProxyType(
    {
        b"%PDF-": "a PDF",
        b"\x89PNG": "a PNG image",
        b"\xff\xd8\xff": "a JPEG image",
        b"GIF8": "a GIF image",
        b"PK\x03\x04": "a ZIP archive (or an Office document)",
        b"\xd0\xcf\x11\xe0": "an old Office document",
        b"\x1f\x8b": "a gzip file",
        b"\x7fELF": "a program",
        b"BZh": "a bzip2 file",
        b"\xfd7zXZ": "an XZ file",
        b"7z\xbc\xaf": "a 7-Zip archive",
        b"Rar!": "a RAR archive",
        b"OggS": "an Ogg recording",
        b"ID3": "an MP3 recording",
    }
)
#: Formats that name themselves a little further in.
_BOXED: Final = MappingProxyType(
    {
        b"WEBP": "a WebP image",
        b"WAVE": "a WAV recording",
        b"AVI ": "an AVI film",
        b"ftyp": "an MP4 film or an image of that family",
    }
)
_WIDE_BOMS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
#: Escape begins ISO-2022-JP's double bytes, so it is no sign of rubbish.
_CONTROLS: Final = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_TAG: Final = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|p|div|span|table|article|section|main|h[1-6]"
    r"|ul|ol|br|a|img|center|font|figure|blockquote|pre|script|strong|b)(?:\s[^<>]{0,2000})?/?)>",
    re.IGNORECASE,
)
#: A JSON article has its schema at the front; one in other words is refused with a clear error.
_JSON_FRONT: Final = 4096
#: How langdu's Markdown begins; other people's is read as plain text.
_MARKDOWN: Final = re.compile(r"\ufeff?---\r?\nlangdu: ")
_HTML_FRONT: Final = 200_000


def refuse_binary(data: bytes, name: str) -> None:
    """Raise :class:`LoadError` for bytes that are not text in any encoding."""
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise LoadError(f"{name} is {what}, not a page of text")
    boxed = _BOXED.get(data[8:12] if data.startswith(b"RIFF") else data[4:8])
    if boxed:
        raise LoadError(f"{name} is {boxed}, not a page of text")
    if data.startswith(_WIDE_BOMS) or bare_utf16(data):
        return
    sample = data[:65536]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > len(sample) * 0.02 + 2:
        raise LoadError(f"{name} is not text: it holds control bytes")


def refuse_data(text: str, name: str) -> None:
    """Raise :class:`LoadError` for JSON that is not an article's: the answer of a service."""
    front = text.lstrip()
    if not front.startswith(("{", "[")):
        return
    try:
        json.loads(front)
    except (ValueError, RecursionError):
        return  # a text that begins with a bracket
    raise LoadError(f"{name} is JSON, but not an article's as langdu writes it")


def kind_of(text: str) -> PageKind:
    """Whether a text is langdu's JSON or its Markdown, HTML or plain text."""
    front = text[:_HTML_FRONT].lstrip()
    if front.startswith("{") and '"schema"' in front[:_JSON_FRONT]:
        return "json"
    if _MARKDOWN.match(front):
        return "markdown"
    return "html" if _TAG.search(front) else "text"
