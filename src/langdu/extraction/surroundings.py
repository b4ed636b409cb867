"""What stands open around a place of the page, and what that says of a line there."""

from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from langdu.article import MarkKind
from langdu.extraction.drafts import Draft, DraftKind, Rich
from langdu.extraction.looks import is_centred, look_of

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Blocks that hold a line or two; the others are the places where paragraphs stand together.
LINES: Final = HEADINGS | frozenset("p pre center blockquote li dt dd figcaption".split())


@dataclass(slots=True)
class Scope:
    """What an open element began and has to end. ``first`` is the draft that it begins with."""

    marks: list[MarkKind]
    is_block: bool
    first: int = 0
    centred: bool = False
    caption: bool = False
    closing: str = ""


class Surroundings:
    """The open block elements."""

    def __init__(self) -> None:
        self.heading: str | None = None
        self._blocks: list[etree._Element] = []
        self._places: list[tuple[int, etree._Element]] = []
        self._count = self._quotes = self._centres = self._captions = 0

    def enter(self, element: etree._Element, tag: str, scope: Scope) -> None:
        """A block begins."""
        self._blocks.append(element)
        if tag not in LINES:
            self._count += 1
            self._places.append((self._count, element))
        if tag == "blockquote":
            self._quotes += 1
        elif tag in HEADINGS:
            self.heading = tag
        scope.caption = scope.caption or tag == "figcaption"
        self._captions += scope.caption
        scope.centred = is_centred(element, tag)
        self._centres += scope.centred

    def leave(self, tag: str, scope: Scope) -> None:
        """A block ends."""
        self._blocks.pop()
        if tag not in LINES:
            self._places.pop()
        if tag == "blockquote":
            self._quotes -= 1
        elif tag in HEADINGS:
            self.heading = None
        self._captions -= scope.caption
        self._centres -= scope.centred

    def line(self, rich: Rich, heading: str | None, anchors: list[str], *, bold: bool) -> Draft:
        """A paragraph, heading or quote that stands here."""
        kind: DraftKind = "heading" if heading else "quote" if self._quotes else "paragraph"
        look, place, room = self._where()
        return Draft(
            kind,
            rich,
            level=int(heading[1]) if heading else 0,
            bold=bold,
            centred=self._centres > 0,
            caption=self._captions > 0,
            anchors=tuple(anchors),
            look=look,
            place=place,
            room=room,
        )

    def placed(self, draft: Draft) -> Draft:
        """A draft that knows where it stands."""
        look, place, room = self._where()
        return replace(draft, look=look, place=place, room=room)

    def _where(self) -> tuple[str, int, str]:
        place, holder = self._places[-1] if self._places else (0, None)
        look = look_of(self._blocks[-1], self._blocks[-1].tag) if self._blocks else ""
        return look, place, look_of(holder, "") if holder is not None else ""
