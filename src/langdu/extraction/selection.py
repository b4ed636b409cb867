"""The elements that hold the article: the content, the lead above it, and no furniture in them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from langdu.extraction.content import Found, find_content
from langdu.extraction.leads import leads
from langdu.extraction.link_blocks import link_blocks
from langdu.extraction.notes import Notes
from langdu.extraction.outline import Outline, Suspect, texts
from langdu.extraction.prose import line_worth
from langdu.extraction.pruning import doomed, take_out
from langdu.extraction.regions import note_regions
from langdu.extraction.short_pages import short_page

#: What is found without pruning must be worth so many times more that pruning was plainly wrong:
#: comments and teasers, which pruning is there for, are often several times the article.
_WRONG: Final = 20.0
#: Less prose than one short sentence is a site's notice as often as an article.
_LITTLE: Final = 20.0


@dataclass(frozen=True, slots=True)
class _Pruned:
    """What pruning leaves: the suspects that go, and what the lines are worth without them."""

    gone: list[Suspect]
    worths: list[float]
    alive: list[bool]


def select(root: etree._Element, page: Outline, notes: Notes) -> list[etree._Element]:
    """The elements that hold the article, in the order of the page; none where nothing does.

    The furniture in them is taken out of the tree.
    """
    worths = [line_worth(line) for line in page.lines]
    pruned = _prune(page, worths)
    found = find_content(page, pruned.worths)
    unpruned = _mistaken(page, worths, found)
    if unpruned is not None:
        _explain([unpruned], [], notes)
        return [unpruned]
    if found is None or _says_little(found):
        _take_out(pruned.gone, range(len(page.blocks) + 1))
        node = short_page(root)
        if node is None and found is not None:
            node = found.node
        nodes, gone = ([] if node is None else [node]), pruned.gone
    else:
        nodes, gone = _with_lead(page, found, pruned, notes)
    _explain(nodes, gone, notes)
    return nodes


def _prune(page: Outline, worths: Sequence[float]) -> _Pruned:
    gone = doomed(page, worths)
    left, alive = list(worths), [True] * len(worths)
    for suspect in gone:
        size = suspect.last - suspect.first
        left[suspect.first : suspect.last] = [0.0] * size
        alive[suspect.first : suspect.last] = [False] * size
    return _Pruned(gone, left, alive)


def _mistaken(page: Outline, worths: Sequence[float], found: Found | None) -> etree._Element | None:
    """The content as it is without pruning, where that is worth so much more."""
    enough = found.worth * _WRONG if found else 0.0
    if found is not None and sum(worth for worth in worths if worth > 0) <= enough:
        return None
    everything = find_content(page, worths)
    return everything.node if everything and everything.worth > enough else None


def _says_little(found: Found) -> bool:
    """A short note in the element made for it is an article all the same."""
    return found.worth < _LITTLE and found.node.tag != "article"


def _with_lead(
    page: Outline, found: Found, pruned: _Pruned, notes: Notes
) -> tuple[list[etree._Element], list[Suspect]]:
    """The content with its lead, without furniture; and all that goes."""
    if found.node not in page.blocks:
        _take_out(pruned.gone, range(len(page.blocks) + 1))
        return [found.node], pruned.gone
    above = leads(page, found.node, pruned.worths)
    gone = [*pruned.gone, *link_blocks(page, found.node, pruned.alive, notes.host)]
    start = page.blocks.index(found.node)
    _note_furniture(gone, notes)
    _take_out(gone, range(start, page.end(start) + 1))
    return [*above, found.node], gone


def _take_out(gone: Sequence[Suspect], inside: range) -> None:
    for suspect in gone:
        if suspect.block in inside:
            take_out(suspect.element)


def _note_furniture(gone: Sequence[Suspect], notes: Notes) -> None:
    for suspect in gone:
        if notes.explaining and (text := texts(suspect.element)):
            notes.removal("furniture", suspect.reason, text)


def _explain(nodes: Sequence[etree._Element], gone: Sequence[Suspect], notes: Notes) -> None:
    if notes.explaining and nodes:
        note_regions(nodes, {suspect.element for suspect in gone}, notes)
