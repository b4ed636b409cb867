"""The marks around a ``<q>``, which pages leave to the reader's browser."""

from types import MappingProxyType
from typing import Final

from lxml import etree

#: Outer and inner pair, as browsers set them (CLDR's delimiters).
_MARKS: Final = MappingProxyType(
    {
        "zh": ("“", "”", "‘", "’"),
        "ja": ("「", "」", "『", "』"),
        "ko": ("“", "”", "‘", "’"),
        "ru": ("«", "»", "„", "“"),
        "fr": ("«\u00a0", "\u00a0»", "“", "”"),
        "de": ("„", "“", "‚", "‘"),
    }
)
_OTHER: Final = ("“", "”", "‘", "’")
_ALL: Final = frozenset("“”‘’„‚«»「」『』\"'")


def quote_marks(lang: str, depth: int, element: etree._Element) -> tuple[str, str]:
    """What to write before and after a ``<q>`` that stands in ``depth`` others.

    Nothing where the page has written marks itself, as pages do that switch the browser's off.
    """
    if (element.text or "").lstrip()[:1] in _ALL and (element.text or "").strip():
        return "", ""
    outer, outer_end, inner, inner_end = _MARKS.get(lang, _OTHER)
    return (inner, inner_end) if depth % 2 else (outer, outer_end)
