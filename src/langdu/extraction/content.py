"""Where the text of the article is: the subtree that gains most from its lines.

Every line of the page earns or costs: prose earns its width, links and labels cost. A subtree is
worth the sum of its lines, those deep down somewhat less, and the best one is the article: making
it larger would only add costs, making it smaller would lose prose. (The idea is maximum
subsequence segmentation, Pasternack and Roth, WWW 2009, on the tree in place of the token
sequence.) Widths are aware of Chinese; known containers are hints.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from langdu.extraction.outline import Outline

#: What is left of prose one level up. An article's paragraphs stand together, so a node that has
#: to reach far down for more prose is taking in another text; what links cost is not forgiven.
_DECAY: Final = 0.9
#: A known container is believed when it holds this share of the best subtree's worth.
_BELIEVED: Final = 0.35
#: So little is enough for the only ``<article>`` with the page's ``<h1>``: the rest are teasers.
_HEADED: Final = 0.03
#: Prose of less than a few sentences is not surely the article's.
_LITTLE: Final = 250.0
#: So many blocks around the best one may be its frame.
_WIDER: Final = 3
#: Elements that are parts of a text and never the whole of an article.
_PARTS: Final = frozenset("p li blockquote dd dt pre h1 h2 h3 h4 h5 h6 ul ol dl".split())


@dataclass(frozen=True, slots=True)
class Found:
    """The content node and what its prose is worth, in Latin letters."""

    node: etree._Element
    worth: float


def find_content(page: Outline, worths: Sequence[float]) -> Found | None:
    """The element that holds the article, or ``None`` where no line of the page is prose.

    ``worths`` are what each of the outline's lines is worth; those left out are worth 0.
    """
    if not any(worth > 0 for worth in worths):
        return None
    values = _values(page, worths)
    best = _best(values, range(len(values)))
    scope = _article_with_heading(page)
    if scope is not None and values[scope] <= 0 and values[best] < _LITTLE:
        return Found(page.blocks[scope], 0.0)  # a short note in the element made for it
    if scope is not None and values[scope] > 0:
        inner = _best(values, range(scope, page.end(scope)))
        if values[inner] >= _HEADED * values[best]:
            best = inner
    hints = [i for i, value in enumerate(values) if value > 0 and page.is_container(i)]
    if hints:
        hint = _best(values, hints)
        if values[hint] >= _BELIEVED * values[best] and not _is_chunk(page, hint, best, hints):
            best = hint
    if values[best] < 2 * _LITTLE:
        best = _widened(page, worths, best)
    return Found(_container(page.blocks[best]), values[best])


def _widened(page: Outline, worths: Sequence[float], best: int) -> int:
    """The block around the best one where all that comes in addition is text without a link.

    Of little prose the larger part may be a note; what stands above it belongs to it (a verse, a
    summary) unless it has links, as furniture has.
    """
    current = best
    for _ in range(_WIDER):
        current = page.parents[current]
        if current < 0 or page.blocks[current].tag in ("body", "html"):
            break
        inside = range(best, page.end(best))
        within = range(current, page.end(current))
        own = [i for i, line in enumerate(page.lines) if line.block in inside]
        extra = [
            i
            for i, line in enumerate(page.lines)
            if line.block in within and line.block not in inside and worths[i]
        ]
        last = own[-1] if own else -1
        if any(page.lines[i].linked or (i > last and worths[i] > 0) for i in extra):
            break
        if any(worths[i] > 0 for i in extra):
            best = current
    return best


def _is_chunk(page: Outline, hint: int, best: int, hints: list[int]) -> bool:
    """Whether a container is one of several of its kind that hold the article in turns."""
    names = page.blocks[hint].get("class")
    inside = range(best, page.end(best))
    within = range(hint, page.end(hint))
    return any(
        other in inside and other not in within and page.blocks[other].get("class") == names
        for other in hints
        if other != hint and names
    )


def _best(values: list[float], among: Sequence[int]) -> int:
    """The most worth; of equals the deepest, which comes last."""
    return max(reversed(among), key=values.__getitem__)


def _container(element: etree._Element) -> etree._Element:
    """The element around a single paragraph: where one is worth most, its neighbours are short."""
    while element.tag in _PARTS:
        parent = element.getparent()
        if parent is None or parent.tag == "html":
            break
        element = parent
    return element


def _values(page: Outline, worths: Sequence[float]) -> list[float]:
    """What every subtree is worth: children come after their parents, so backwards adds up."""
    values = [0.0] * len(page.blocks)
    for line, worth in zip(page.lines, worths, strict=True):
        values[line.block] += worth
    parents = page.parents
    for index in range(len(values) - 1, 0, -1):
        value = values[index]
        if value:
            values[parents[index]] += value * _DECAY if value > 0 else value
    return values


def _article_with_heading(page: Outline) -> int | None:
    """The one ``<article>`` that holds a ``<h1>``, or the one that there is."""
    every = [i for i, element in enumerate(page.blocks) if element.tag == "article"]
    found = [i for i in every if next(page.blocks[i].iter("h1"), None) is not None] or every
    return found[0] if len(found) == 1 else None
