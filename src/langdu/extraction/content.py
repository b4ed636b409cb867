"""Where the text of the article is: the subtree that gains most from its lines.

Every line of the page earns or costs: prose earns its width, links and labels cost. A subtree is
worth the sum of its lines, those deep down somewhat less, and the best one is the article: making
it larger would only add costs, making it smaller would lose prose. (The idea is maximum
subsequence segmentation, Pasternack and Roth, WWW 2009, on the tree in place of the token
sequence.) Widths are aware of Chinese; known containers are hints.
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
#: So little is enough for the only ``<article>`` with the page's ``<h1>``: the rest are teasers.
_HEADED: Final = 0.03
#: Prose of less than a few sentences is not surely the article's.
_LITTLE: Final = 250.0
#: Elements that are parts of a text and never the whole of an article.
_PARTS: Final = frozenset("p li blockquote dd dt pre h1 h2 h3 h4 h5 h6 ul ol dl".split())


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
    values = _values(root, worth)
    best = max(values, key=lambda element: values[element])
    scope = _article_with_heading(root, values)
    if scope is not None and values[scope] <= 0 and values[best] < _LITTLE:
        return Found(scope, 0.0)  # a short note in the element made for it, not a site's notices
    if scope is not None and values[scope] > 0:
        inner = max(scope.iter(etree.Element), key=lambda element: values.get(element, 0.0))
        if values[inner] >= _HEADED * values[best]:
            best = inner
    hints = [e for e, value in values.items() if value > 0 and is_container(e)]
    if hints:
        hint = max(hints, key=lambda element: values[element])
        if values[hint] >= _BELIEVED * values[best]:
            best = hint
    return Found(_container(best), values[best])


def _container(element: etree._Element) -> etree._Element:
    """The element around a single paragraph: where one is worth most, its neighbours are short."""
    while element.tag in _PARTS:
        parent = element.getparent()
        if parent is None or parent.tag == "html":
            break
        element = parent
    return element


def _values(
    root: etree._Element, worth: dict[etree._Element, float]
) -> dict[etree._Element, float]:
    """What every subtree is worth, in the order of their ends: of equals the deepest is first."""
    values: dict[etree._Element, float] = {}
    total: dict[etree._Element, float] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        value = worth.get(element, 0.0) + total.pop(element, 0.0)
        parent = element.getparent()
        if parent is not None:
            total[parent] = total.get(parent, 0.0) + (value * _DECAY if value > 0 else value)
        values[element] = value
    return values


def _article_with_heading(
    root: etree._Element, values: dict[etree._Element, float]
) -> etree._Element | None:
    """The one ``<article>`` that holds a ``<h1>``, or the one that there is."""
    every = list(root.iter("article"))
    found = [e for e in every if next(e.iter("h1"), None) is not None] or every
    return found[0] if len(found) == 1 and found[0] in values else None
