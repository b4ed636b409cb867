"""The reader's style and script: files beside the pages, or parts of a page itself.

Either way the page's content security policy lets these run and nothing else: by their place, or
by their hash.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from langdu.publishing.bundling import reader_script

STYLE: Final = "reader.css"
SCRIPT: Final = "reader.js"
#: Their folder beside the pages.
FOLDER: Final = "assets"

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)

_AROUND: Final = re.compile(r" ?([{};]) ?")
#: After the name of a property. A colon in a selector has no space after it.
_VALUE: Final = re.compile(r"(?<=[{;])([\w-]+): ")

#: ``file:`` because a browser that opens a page from a disk does not count the files beside it as
#: 'self'; a page from a server can load nothing from a disk.
_POLICY: Final = (
    "default-src 'none'; script-src {script}; style-src {style}; img-src 'self' file: data:; "
    "media-src 'self' file:{media}; base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class Assets:
    """Style and script of a page, by ``href`` of their folder or, without one, in the page."""

    href: str | None
    policy: str
    style: str
    script: str


@cache
def reader_style() -> str:
    """The style of all pages, without remarks: that of the text, then that of the tools."""
    folder = files("langdu.publishing") / "templates"
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("style.css", "tools.css")]
    rules = " ".join(_COMMENT.sub("", "".join(texts)).split())
    return _VALUE.sub(r"\1:", _AROUND.sub(r"\1", rules)).replace("}", "}\n")


def linked(href: str) -> Assets:
    """Style and script as files below ``href``, which ends with a slash."""
    here = "'self' file:"
    policy = _POLICY.format(script=here, style=here, media="")
    return Assets(href, policy, "", "")


@cache
def inline() -> Assets:
    """Style and script in the page; sound may be there too."""
    style, script = reader_style(), reader_script()
    policy = _POLICY.format(script=_hash(script), style=_hash(style), media=" data:")
    return Assets(None, policy, style, script)


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
