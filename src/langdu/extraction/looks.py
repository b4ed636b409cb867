"""How an element is set: bold, centred, as a caption. Asked of every block of an article."""

import re
from typing import Final

from lxml import etree

_BOLD_STYLE: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRE_STYLE: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_CENTRED: Final = frozenset(("center", "text-center", "tc"))
_TOKEN: Final = re.compile("[A-Z]?[a-z0-9]+|[A-Z0-9]+")
#: Names that say "caption" alone, and such as do beside the name of a picture.
_CAPTION: Final = frozenset("caption captions figcaption imgcaption tuzhu tushuo cutline".split())
_PICTURE: Final = frozenset("image img photo pic picture figure media".split())
_OF_PICTURE: Final = frozenset(
    "desc descr description credit credits source copyright author note explain".split()
)
#: Names that only say how much space is around a line: mt30, pb-4.
_SPACING: Final = re.compile(r"(?:^|(?<=\s))[mp][trblxy]?[-_]?\d{1,3}(?=\s|$)")
_MAX_NAMES: Final = 300
_MAX_STYLE: Final = 2000


def is_bold(style: str) -> bool:
    """Whether a style makes text bold."""
    return "weight" in style and bool(_BOLD_STYLE.search(style[:_MAX_STYLE]))


def is_centred(element: etree._Element, tag: str) -> bool:
    """Whether a block element centres its text."""
    if tag == "center":
        return True
    if not element.attrib:
        return False
    if (element.get("align") or "").lower() == "center":
        return True
    style = element.get("style")
    if style and "center" in style and _CENTRE_STYLE.search(style[:_MAX_STYLE]):
        return True
    names = element.get("class")
    return bool(names and not _CENTRED.isdisjoint(names.lower().split()))


def look_of(element: etree._Element, tag: str) -> str:
    """The tag, class and style of an element: lines that look alike are set for the same end."""
    names, style = element.get("class"), element.get("style")
    if names and _SPACING.search(names):
        names = " ".join(_SPACING.sub(" ", names).split())
    return f"{tag} {names or ''} {style or ''}"[:_MAX_STYLE] if names or style else tag


class CaptionNames:
    """Tells by its class whether an element holds a caption; a page's classes are few."""

    def __init__(self) -> None:
        self._known: dict[str, bool] = {}

    def __call__(self, names: str, /) -> bool:
        """Whether any of the names in a ``class`` says so."""
        known = self._known.get(names)
        if known is None:
            known = self._known[names] = len(names) < _MAX_NAMES and any(
                _says_caption(name) for name in names.split()
            )
        return known


def _says_caption(name: str) -> bool:
    words = frozenset(word.lower() for word in _TOKEN.findall(name))
    if not _CAPTION.isdisjoint(words):
        return True
    return not _PICTURE.isdisjoint(words) and not _OF_PICTURE.isdisjoint(words)
