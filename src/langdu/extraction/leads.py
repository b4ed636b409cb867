"""The lead that stands in a box of its own, between the headline and the container of the body.

Many systems keep the first paragraph (導語, lead) or the summary (摘要, 核心提示) in a field of its
own and print it above the body. Its box says so by its name; a subtitle is no lead.
"""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from langdu.extraction.outline import Outline
from langdu.extraction.pruning import tokens

_NAMES: Final = frozenset(
    "lead lede leadin leadtext summary abstract zhaiyao daodu daoyu digest spot zy perex ingress "
    "chapo chapeau vorspann entradilla bajada".split()
)
#: How far above the body its box may stand, in ancestors.
_UP: Final = 4
#: So many boxes of that name are the summaries of other articles.
_CROWD: Final = 50
#: Lines at most, and Latin letters at least: what is shorter is a subtitle.
_LONGEST: Final = 4
_SHORTEST: Final = 120
_LINKED: Final = 0.3


def leads(page: Outline, node: etree._Element, worths: Sequence[float]) -> list[etree._Element]:
    """The boxes of the lead above ``node``, in the order of the page.

    ``worths`` are what each line is worth; those of lines that are gone are 0.
    """
    position = page.blocks.index(node)
    around = position
    for _ in range(_UP):
        if page.parents[around] < 0 or page.blocks[page.parents[around]].tag == "body":
            break
        around = page.parents[around]
    candidates = {index for index in range(around + 1, position) if _is_named(page.blocks[index])}
    if not candidates or len(candidates) > _CROWD:
        return []
    candidates = {index for index in candidates if page.end(index) <= position}
    lines: dict[int, list[int]] = {index: [] for index in candidates}
    for number, line in enumerate(page.lines):
        for index in candidates:
            if index <= line.block < page.end(index):
                lines[index].append(number)
    return [
        page.blocks[index]
        for index in sorted(candidates)
        if 0 < len(lines[index]) <= _LONGEST
        and page.parents[index] not in candidates
        and sum(page.lines[number].width for number in lines[index]) >= _SHORTEST
        and all(worths[number] for number in lines[index])
        and _linked_share(page, lines[index]) <= _LINKED
    ]


def _linked_share(page: Outline, numbers: list[int]) -> float:
    whole = sum(page.lines[number].width for number in numbers)
    return sum(page.lines[number].linked for number in numbers) / max(whole, 1)


def _is_named(element: etree._Element) -> bool:
    if element.tag in ("h1", "figcaption", "li"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) < 500 and not _NAMES.isdisjoint(tokens(names))
