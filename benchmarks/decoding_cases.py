"""The cases of ``make bench-decoding``: pages in every encoding that holds them."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

UNICODE: Final = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
#: Script of a page → the encodings that pages of it are or were written in.
LEGACY: Final = {
    "zh": ("gb2312", "gbk", "gb18030", "big5", "big5hkscs"),
    "ja": ("shift_jis", "cp932", "euc_jp", "iso2022_jp", "gb18030"),
    "ko": ("euc_kr", "cp949"),
    "cyr": ("cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866"),
    "ar": ("cp1256", "iso8859_6"),
    "hi": (),
    "latin": ("cp1252", "iso8859_1", "cp1250"),
}
#: What pages that declare wrongly declare.
WRONG: Final = ("utf-8", "iso-8859-1", "gb2312", "windows-1251", "koi8-r", "shift_jis", "euc-kr")
#: Labels that are right for an encoding, or right but for a few letters.
RIGHT: Final = {
    "gb2312": ("gb2312",),
    "gbk": ("gb2312",),
    "gb18030": ("gb2312",),
    "shift_jis": ("shift_jis",),
    "cp932": ("shift_jis",),
    "euc_kr": ("euc-kr",),
    "cp949": ("euc-kr",),
    "cp1251": ("windows-1251",),
    "koi8_r": ("koi8-r",),
    "koi8_u": ("koi8-r",),
    "cp1252": ("iso-8859-1",),
    "iso8859_1": ("iso-8859-1",),
    "utf-8": ("utf-8",),
    "utf-8-sig": ("utf-8",),
}
#: Codecs whose web name is another one.
LABELS: Final = {
    "utf-8-sig": "utf-8",
    "big5hkscs": "big5-hkscs",
    "cp932": "windows-31j",
    "euc_jp": "euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "euc_kr": "euc-kr",
    "cp949": "ks_c_5601-1987",
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
    "koi8_u": "koi8-u",
    "iso8859_5": "iso-8859-5",
    "cp866": "ibm866",
    "cp1256": "windows-1256",
    "iso8859_6": "iso-8859-6",
    "cp1252": "windows-1252",
    "iso8859_1": "iso-8859-1",
    "cp1250": "windows-1250",
}
#: What browsers, and so writers, take a label for: the superset that software really writes.
READ_AS: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859_1": "cp1252",
}
#: An encoding holds a text when at most this share of its characters beyond ASCII is missing.
_MISSING: Final = 0.03
_DECLARATION: Final = re.compile(r"<meta\b[^>]*\bcharset\b[^>]*>|^\s*<\?xml[^>]*\?>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """Bytes of one page and the text they hold."""

    page: str
    script: str
    encoding: str
    declared: str
    http: str | None
    data: bytes
    text: str


def pages(root: Path) -> Iterator[tuple[str, str, str]]:
    """The name, script and text of each development page, its own declarations taken out."""
    for line in (root / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        data = gzip.decompress((root / row["html"]).read_bytes())
        text = data.decode("utf-8-sig").replace("\x00", "")
        yield row["id"][:16], row["lang"], _DECLARATION.sub("", text)


def cases(page: str, script: str, text: str) -> Iterator[Case]:
    """Every encoding × every way to declare it, or not to, or to declare another."""
    for encoding in UNICODE + LEGACY[script]:
        if not _holds(encoding, text):
            continue
        for declared, http, source in _declarations(encoding, text):
            data = source.encode(encoding, "xmlcharrefreplace")
            whole = data.decode(READ_AS.get(encoding, encoding))
            yield Case(page, script, encoding, declared, http, data, whole.removeprefix("\ufeff"))


def _holds(encoding: str, text: str) -> bool:
    foreign = [char for char in text if char > "\x7f"]
    if not foreign:
        return encoding == "utf-8"
    kept = "".join(foreign).encode(encoding, "ignore").decode(encoding, "ignore")
    return len(foreign) - len(kept.removeprefix("\ufeff")) <= _MISSING * len(foreign)


def _declarations(encoding: str, text: str) -> Iterator[tuple[str, str | None, str]]:
    label = LABELS.get(encoding, encoding)
    yield "undeclared", None, text
    yield "HTTP", label, text
    if not encoding.startswith("utf-16"):  # such a page's own words cannot be read before decoding
        yield "meta", None, f'<meta charset="{label}">{text}'
        content = f"text/html; charset={label}"
        yield "http-equiv", None, f'<meta http-equiv="Content-Type" content="{content}">{text}'
        yield "XML", None, f'<?xml version="1.0" encoding="{label}"?>\n{text}'
    for wrong in WRONG:
        if wrong not in RIGHT.get(encoding, ()):
            yield f"wrong: {wrong}", None, f'<meta charset="{wrong}">{text}'
    wrong = "iso-8859-1" if encoding == "utf-8" else "utf-8"
    if LABELS.get(encoding, encoding) != wrong:
        yield "wrong: HTTP, right: meta", wrong, f'<meta charset="{label}">{text}'
