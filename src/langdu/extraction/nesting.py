"""What stands inside what: asked of many elements, answered by one pass over the page.

Asking every list or figure to look through all that is in it would cost the square of a page's
size where they nest.
"""

from collections.abc import Sequence
from itertools import chain

from lxml import etree


class Nesting:
    """Tells of the elements below some others which hold which."""

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self._roots = roots
        self._known: dict[tuple[str, ...], set[etree._Element]] = {}

    def holds(self, element: etree._Element, tags: tuple[str, ...]) -> bool:
        """Whether an element with one of ``tags`` stands inside ``element``."""
        holders = self._known.get(tags)
        if holders is None:
            holders = self._known[tags] = self._holders(tags)
        return element in holders

    def _holders(self, tags: tuple[str, ...]) -> set[etree._Element]:
        out: set[etree._Element] = set()
        for found in chain.from_iterable(root.iter(*tags) for root in self._roots):
            above = found.getparent()
            while above is not None and above not in out:
                out.add(above)
                above = above.getparent()
        return out
