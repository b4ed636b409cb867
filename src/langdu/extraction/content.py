"""Where the text of the article is: the subtree that gains most from its lines.

Every line of the page earns or costs: prose earns its width, links and labels cost. A subtree is
worth the sum of its lines, those deep down somewhat less, and the best one is the article: making
it larger would only add costs, making it smaller would lose prose. (The idea is maximum subsequence segmentation, Pasternack and
Roth, WWW 2009, on the tree in place of the token sequence.) Widths are aware of Chinese; known
containers are hints.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from langdu.extraction.containers import is_container
from langdu.extraction.flatten import Line
from langdu.extraction.prose import line_worth

#: What is left of prose one level up. An article's paragraphs stand together, so a node that has
#: to reach far down for more prose is taking in another text; what links cost is not forgiven.
_DECAY: Final = 0.9
#: A known container is believed when it holds this share of the best subtree's worth.
_BELIEVED: Final = 0.5


@dataclass(frozen=True, slots=True)
class Found:
    """The content node and what its prose is worth, in Latin letters."""

    node: etree._Element
    worth: float


def find_content(root: etree._Element, lines: Iterable[Line]) -> Found | None:
    """The element that holds the article, or ``None`` where no line of the page is prose."""
    worth: dict[etree._Element, float] = {}
    for line in lines:
        worth[line.owner] = worth.get(line.owner, 0.0) + line_worth(line)
    if not any(value > 0 for value in worth.values()):
        return None
    total: dict[etree._Element, float] = {}
    best: tuple[float, etree._Element] | None = None
    hints: list[tuple[float, etree._Element]] = []
    for _, element in etree.iterwalk(root, events=("end",)):
        value = worth.get(element, 0.0) + total.pop(element, 0.0)
        parent = element.getparent()
        if parent is not None:
            total[parent] = total.get(parent, 0.0) + (value * _DECAY if value > 0 else value)
        if best is None or value > best[0]:
            best = (value, element)
        if value > 0 and is_container(element):
            hints.append((value, element))
    if best is None:
        return None
    if hints:
        hint = max(hints, key=lambda pair: pair[0])
        if hint[0] >= _BELIEVED * best[0]:
            best = hint
    return Found(best[1], best[0])
