"""What a line of a page earns or costs as prose, and where on the page the prose is."""

from collections.abc import Callable, Iterable
from typing import Final

from lxml import etree

from langdu.extraction.flatten import Line
from langdu.extraction.text import ends_sentence, has_commas

#: A line that is mostly links is a menu however long it is.
_MENU: Final = 0.5
#: Wide enough to be prose even without punctuation, in Latin letters.
_PROSE: Final = 80
#: Wide enough to be a sentence of prose when it ends as one.
_SENTENCE: Final = 30
_ITEM: Final = 0.5
#: What a label costs: short lines are headings as often as furniture, so it is not much.
_LABEL_COST: Final = -8.0
_LINK_COST: Final = -30.0


def line_worth(line: Line) -> float:
    """What a line adds to the subtree it is in, in Latin letters; below zero for furniture."""
    share = line.linked / line.width if line.width else 0.0
    if share > _MENU:
        return max(_LINK_COST, -line.width / 2)
    prose = line.width * (1 - 2 * share)
    if line.owner.tag == "li":
        prose *= _ITEM  # teasers stand in lists; an article's own list is not its only text
    if line.width >= _PROSE:
        return prose
    if ends_sentence(line.text):
        return prose / 2 if line.width >= _SENTENCE else prose / 4
    return prose / 4 if has_commas(line.text) and share == 0 else _LABEL_COST


def prose_shares(root: etree._Element, lines: Iterable[Line]) -> Callable[[etree._Element], float]:
    """A function that tells which part of the page's prose an element holds."""
    prose: dict[etree._Element, float] = {}
    for line in lines:
        worth = line_worth(line)
        if worth > 0:
            prose[line.owner] = prose.get(line.owner, 0.0) + worth
    for _, element in etree.iterwalk(root, events=("end",)):
        value = prose.get(element)
        parent = element.getparent()
        if value and parent is not None:
            prose[parent] = prose.get(parent, 0.0) + value
    whole = prose.get(root, 0.0) or 1.0
    return lambda element: prose.get(element, 0.0) / whole
