"""The pager that TRS, the publishing system of Chinese government sites, writes with a script.

``createPageHTML(3, 0, "t20190918_693227", "shtml")``: three pages, this is the first; page k above
0 is ``t20190918_693227_k.shtml`` beside it. Some templates write the script out, with ``countPage``
and ``currentPage``. The same call with ``"index"`` belongs to a list.
"""

import posixpath
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final
from urllib.parse import urlsplit, urlunsplit

from lxml import etree

from langdu.extraction.pages.pager import Pager
from langdu.extraction.pages.place import Place, is_article

#: Some templates name the pager's element before the count, or the number of texts at the end.
_CALL: Final = re.compile(
    r"""createPageHTML\(\s*(?:['"][\w-]{0,60}['"]\s*,\s*)?(?P<count>\d{1,4})\s*,\s*\d{1,4}\s*,"""
    r"""\s*['"](?:\./)?(?P<name>[\w.-]{1,120})['"]\s*,\s*['"](?P<extension>\w{2,6})['"]"""
)
_COUNT: Final = re.compile(r"\bcountPage\s*=\s*(\d{1,4})\b")
_CURRENT: Final = re.compile(r"\bcurrentPage\s*=\s*\d{1,4}\b")
_FILE: Final = re.compile(r"(?P<name>.+?)\.(?P<extension>\w{2,6})\Z")
_PAGE: Final = re.compile(r"(?P<name>.+)_(?P<number>\d{1,3})\Z")
#: A script that calls for a pager is short; libraries are not read.
_LONGEST: Final = 50_000
_CALLS: Final = 10


def trs(root: etree._Element, url: str, own: Place) -> Pager | None:
    """The pager of a TRS article; only one that names the page's own file is believed."""
    parts = urlsplit(url)
    folder, file = posixpath.split(parts.path)
    found = _FILE.match(file)
    if not found or not is_article(own):
        return None
    stem, extension = found["name"], found["extension"]
    paged = _PAGE.match(stem)
    names = {stem: 0} | ({paged["name"]: int(paged["number"])} if paged else {})
    for name, count in _told(root, extension, names):
        current = names.get(name)
        if current is None or not current < count:
            continue
        addresses = {}
        for index in range(count):
            beside = f"{name}_{index}.{extension}" if index else f"{name}.{extension}"
            address = urlunsplit(parts._replace(path=posixpath.join(folder, beside), fragment=""))
            addresses[index + 1] = address
        del addresses[current + 1]
        return Pager(current + 1, addresses, count) if addresses else None
    return None


def _told(root: etree._Element, extension: str, names: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Names of files and counts of pages, as scripts in the page tell them."""
    for script in root.iter("script"):
        text = script.text
        if not text or len(text) > _LONGEST or "Page" not in text:
            continue
        if "createPageHTML" in text:
            for call in islice(_CALL.finditer(text), _CALLS):
                live = not _is_comment(text, call.start())
                if live and call["extension"].lower() == extension.lower():
                    yield call["name"], int(call["count"])
        elif (count := _COUNT.search(text)) and _CURRENT.search(text):
            # the longer name first: a page's own may begin with another's
            for name in sorted(names, key=len, reverse=True):
                if f'"{name}"' in text or f'"{name}_' in text or f'"{name}.' in text:
                    yield name, int(count[1])


def _is_comment(script: str, at: int) -> bool:
    """Whether a place in a script is commented out."""
    line = script[script.rfind("\n", 0, at) + 1 : at]
    return line.lstrip().startswith("//") or script.rfind("/*", 0, at) > script.rfind("*/", 0, at)
