"""HTML text → an lxml tree, whatever its faults. lxml's C parser is what makes a page cheap."""

import re
from typing import Final

from lxml import etree

from langdu.errors import ExtractError

#: libxml2 stops reading at this depth even with ``huge_tree``; what follows would be lost.
_DEPTH_ERROR: Final = "Excessive depth"
#: Wrappers that say nothing by themselves; without them hopelessly deep pages have a depth.
_WRAPPER: Final = re.compile(
    r"</?(?:div|span|font|b|i|em|strong|section|center|u|small|big|table|tbody|tr|td|ul|ol|li"
    r"|blockquote)(?:\s[^<>]{0,3000})?>",
    re.IGNORECASE,
)


def parse(text: str) -> etree._Element:
    """The root element. Raises :class:`ExtractError` where there is nothing to read."""
    if "\0" in text:  # libxml2 would stop there
        text = text.replace("\0", "")
    root, deep = _parse(text.encode("utf-8", "replace"))
    if deep:
        root, deep = _parse(_WRAPPER.sub("<br>", text).encode("utf-8", "replace"))
    if deep:
        raise ExtractError("the page is nested too deeply to be read")
    if root is None:
        raise ExtractError("the page holds no text at all")
    return root


def _parse(data: bytes) -> tuple[etree._Element | None, bool]:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:  # nothing but comments or white space
        return None, _DEPTH_ERROR in str(error)
    deep = any(_DEPTH_ERROR in entry.message for entry in parser.error_log)
    return root, deep
