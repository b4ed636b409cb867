"""MathML as text that one can read: its alternative text, or its parts with raised and lowered."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lxml import etree

from langdu.article import MarkKind
from langdu.extraction.inline import Inline
from langdu.extraction.text import collapse

#: The elements of MathML, all of them inline.
TAGS: Final = frozenset(
    "math semantics mrow mi mn mo mtext mspace ms msup msub msubsup mmultiscripts mfrac msqrt "
    "mroot mstyle mpadded mphantom menclose mfenced munder mover munderover mtable mtr mtd "
    "merror".split()
)
#: The roles of an element's children after the first.
_PARTS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "msup": ("sup",),
        "msub": ("sub",),
        "msubsup": ("sub", "sup"),
        "munder": ("sub",),
        "mover": ("sup",),
        "munderover": ("sub", "sup"),
        "mfrac": ("over",),
    }
)
_TEX: Final = re.compile(r"[\\{}$]")
_STYLE: Final = re.compile(r"\A\{\\(?:displaystyle|textstyle)\s+(.{0,300})\}\Z", re.DOTALL)


def readable(alternative: str) -> str:
    """An alternative text, the empty text where it is TeX that only TeX can read."""
    line = collapse(alternative)
    if found := _STYLE.match(line):
        line = collapse(found[1])
    return "" if _TEX.search(line) else line


class Formula:
    """Knows which elements of the formulas that are being read are exponents and the like."""

    def __init__(self) -> None:
        self._roles: dict[etree._Element, str] = {}

    def __bool__(self) -> bool:
        return bool(self._roles)

    def open(self, element: etree._Element, tag: str, inline: Inline) -> MarkKind | None:
        """An element begins: the mark that it is to have. Writes the bar of a fraction."""
        roles = _PARTS.get(tag)
        if roles:
            children = list(element.iterchildren(etree.Element))
            self._roles.update(zip(children[1:], roles, strict=False))
        elif tag in ("msqrt", "mroot"):
            inline.add("√")
        role = self._roles.pop(element, None)
        if role == "over":
            inline.add("/")
        return "sup" if role == "sup" else "sub" if role == "sub" else None
