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
_MAX_ATTRIBUTES: Final = 10_000
#: Pages of fewer characters do not hold enough attributes to cost more than seconds.
_HARMLESS: Final = 250_000
#: A start tag of fewer characters holds no more attributes than are allowed.
_SHORT: Final = 2 * _MAX_ATTRIBUTES
_QUOTED: Final = r"""=\s*+(?:"[^"]*+"|'[^']*+')"""
_VALUE: Final = re.compile(_QUOTED)
_TAG: Final = re.compile(rf"""<[a-zA-Z](?:[^>"'=]++|{_QUOTED}|["'=])*+""")

#: What may stand in a head (HTML, 4.2.1); anything else begins the body.
_OF_HEAD: Final = frozenset(
    {"base", "basefont", "bgsound", "link", "meta", "noscript", "script", "style", "template"}
    | {"title"}
)


def parse(text: str) -> etree._Element:
    """The root element. Raises :class:`ExtractError` where there is nothing to read."""
    _refuse_attributes(text)
    if "\0" in text:  # libxml2 would stop there
        text = text.replace("\0", "")
    root, deep = _parse(text.encode("utf-8", "replace"))
    if deep:
        root, deep = _parse(_WRAPPER.sub("<br>", text).encode("utf-8", "replace"))
    if deep:
        raise ExtractError("the page is nested too deeply to be read")
    if root is None:
        raise ExtractError("the page holds no text at all")
    _end_head(root)
    return root


def _end_head(root: etree._Element) -> None:
    """Move what no head may hold, and all after it, into the body.

    Pages may leave out the tags of both. A browser then begins the body at the first element that
    belongs there; libxml2, which knows HTML 4, leaves ``article`` and ``main`` in the head.
    """
    head = root.find("head")
    if head is None:
        return
    first = next((at for at, child in enumerate(head) if child.tag not in _OF_HEAD), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    moved = list(head)[first:]
    for at, child in enumerate(moved):
        body.insert(at, child)
    if body.text:  # it stood after what now comes before it
        moved[-1].tail = (moved[-1].tail or "") + body.text
        body.text = None


def _refuse_attributes(text: str) -> None:
    """Raise :class:`ExtractError` for an element with more attributes than any page's has.

    libxml2 goes through all attributes of an element for each that it adds: 100,000 take it half
    a minute, and nothing can interrupt it.
    """
    if len(text) < _HARMLESS:
        return
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() > _SHORT:
            bare = _VALUE.sub("= ", tag.group()).replace("/", " ")
            if len(bare.split()) > _MAX_ATTRIBUTES:
                raise ExtractError(
                    f"an element of the page has more than {_MAX_ATTRIBUTES:,} attributes"
                )


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
