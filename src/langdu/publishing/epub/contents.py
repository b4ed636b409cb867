"""The table of contents: headings in a tree, as deep as they go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from langdu.publishing.inline import plain
from langdu.publishing.safe import one_line
from langdu.publishing.views import BlockView, HeadingView


@dataclass(slots=True)
class Place:
    """A heading in the table of contents, and those below it."""

    id: str
    text: str
    level: int
    below: list[Place] = field(default_factory=list)


def contents(blocks: Iterable[BlockView]) -> list[Place]:
    """The headings of an article as a tree. Levels have no gaps: see ``headings.py``."""
    root = Place("", "", 1)
    path = [root]
    for view in blocks:
        if not isinstance(view, HeadingView):
            continue
        place = Place(view.id, one_line("".join(plain(s.nodes) for s in view.spans)), view.level)
        while path[-1].level >= place.level and path[-1] is not root:
            path.pop()
        path[-1].below.append(place)
        path.append(place)
    return root.below
