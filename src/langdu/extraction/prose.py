"""What a line of a page earns or costs as prose."""

from typing import Final

from langdu.extraction.outline import Line
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
