"""The name of an article's folder: made of its key alone, so it is the same in every run.

``2020-03-30-t20200330-1-k5ct2y6u4mzq``: a date and the last part of an address where they are
there, in ASCII letters, and sixty bits of a digest, which tell apart what reads alike. The digest
comes last, so that no slug is a name that Windows keeps for itself (``con``, ``nul.txt``) or ends
in a dot; all of it is lower case, for file systems that do not tell case apart.
"""

import base64
import hashlib
import re
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

#: Characters of the readable part: with the digest, a language and a file name far from the 255
#: bytes of a name and the 260 characters of a path on Windows.
_LONGEST: Final = 48
#: Base32 letters of five bits each.
_DIGEST: Final = 12
_NO_WORD: Final = re.compile(r"[^a-z0-9]+")
_ENDING: Final = re.compile(r"\.(?:[sx]?html?|aspx?|jspx?|php\d?|json|txt)$", re.IGNORECASE)
#: Names that say nothing; the part before them does.
_PLAIN: Final = frozenset({"index", "default", "content", "article", "page", "main", "detail"})
_DATE: Final = re.compile(
    r"(?<!\d)(?P<year>19\d\d|20\d\d)(?P<mark>[-/_.]?)(?P<month>0[1-9]|1[0-2])"
    r"(?:(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]))?(?!\d)"
)


def slug_of(key: str) -> str:
    """The slug of a source's key."""
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()
    tail = base64.b32encode(digest).decode().lower()[:_DIGEST]
    words = "-".join(filter(None, (_date(key), _name(key))))[:_LONGEST].strip("-")
    return f"{words}-{tail}" if words else f"a-{tail}"


def _date(key: str) -> str:
    """The first whole date in the path of an address or a file, else the first month."""
    dates = [
        "-".join(filter(None, (found["year"], found["month"], found["day"])))
        for found in _DATE.finditer(_path(key))
    ]
    return max(dates, key=len, default="")


def _name(key: str) -> str:
    """The last part of the path that says something, in ASCII."""
    from anyascii import anyascii  # the tables of all scripts: loaded when first needed

    for part in reversed(PurePosixPath(_path(key)).parts):
        name = _NO_WORD.sub("-", anyascii(_ENDING.sub("", part)).lower()).strip("-")
        if name and name not in _PLAIN:
            return name
    return ""


def _path(key: str) -> str:
    try:
        parts = urlsplit(key)
    except ValueError:  # half a bracket where a host should be
        return key
    if parts.scheme not in ("http", "https"):
        return key.partition(":")[2]
    return unquote(parts.path)
