"""The chosen subtree → drafts, in one iterative walk.

Block elements end a paragraph, inline elements become marks, ``<br>`` separates paragraphs.
Lists, tables, figures and code are read whole where they begin.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from lxml import etree

from langdu.article import MarkKind
from langdu.article_json import MAX_LIST_DEPTH
from langdu.extraction import formulas, lists, media, tables, urls
from langdu.extraction.drafts import Draft, ItemDraft, Rich
from langdu.extraction.inline import Inline
from langdu.extraction.looks import CaptionNames, is_bold
from langdu.extraction.nesting import Nesting
from langdu.extraction.outline import INLINE, SILENT
from langdu.extraction.quotation import quote_marks
from langdu.extraction.ruby import add_ruby
from langdu.extraction.surroundings import LINES, Scope, Surroundings
from langdu.extraction.text import cjk_share, ends_sentence, has_letters
from langdu.languages import normalize

_MARKS: Final[Mapping[str, MarkKind]] = MappingProxyType(
    {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"}
)
_SKIPPED: Final = SILENT | {"rtc", "title", "annotation", "annotation-xml"}
_INLINE: Final = INLINE | formulas.TAGS
#: Python's own stack is not for pages: lists in lists in … end here and become text.
_MAX_LISTS: Final = MAX_LIST_DEPTH - 2


def build(
    nodes: Sequence[etree._Element], base: str | None, lang: str | None = None
) -> list[Draft]:
    """The drafts of some subtrees. ``base`` is what addresses resolve against, ``lang`` the
    language that the page declares: parts in others are marked."""
    builder = _Builder(_Page(base, normalize(lang or ""), Nesting(nodes)))
    for node in nodes:
        builder.walk(node)
        builder.flush()
    return builder.drafts


@dataclass(frozen=True, slots=True)
class _Page:
    """What every part of the walk needs to know."""

    base: str | None
    lang: str
    nesting: Nesting
    says_caption: CaptionNames = field(default_factory=CaptionNames)


class _Builder:
    """The walk's state. A list item or a cell is read by a builder of its own, in ``joined`` mode,
    where everything is one text and a border between blocks a line break."""

    def __init__(self, page: _Page, *, joined: bool = False, lists: int = 0) -> None:
        self.page, self.joined, self.lists = page, joined, lists
        self.drafts: list[Draft] = []
        self.nested: list[Draft] = []
        self.inline = Inline()
        self.scopes: list[Scope] = []
        self.around = Surroundings()
        self.sayings = 0
        self.anchors: list[str] = []
        self.formula = formulas.Formula()
        #: Pictures in the middle of a sentence: they follow its paragraph.
        self.waiting: list[Draft] = []

    # --- the walk

    def walk(self, root: etree._Element, without: etree._Element | None = None) -> None:
        """Visit everything under ``root`` except ``without``, iteratively."""
        walker = etree.iterwalk(root, events=("start", "end"))
        whole: etree._Element | None = None
        add = self.inline.add
        for event, element in walker:
            if event == "start":
                tag = element.tag
                if (
                    tag in _SKIPPED
                    or element is without
                    or self.whole(element, tag, element is root)
                ):
                    whole = element
                    walker.skip_subtree()
                else:
                    self.open(element, tag)
                    if element.text:
                        add(element.text)
            else:
                if element is whole:
                    whole = None
                else:
                    self.close(element)
                if element.tail and element is not root:
                    add(element.tail)

    def open(self, element: etree._Element, tag: str) -> None:
        """An element begins."""
        names = element.get("class")
        caption = bool(names) and not self.joined and self.page.says_caption(names or "")
        scope = Scope([], caption or tag not in _INLINE, caption=caption)
        if scope.is_block:
            self.border()
            scope.first = len(self.drafts)
            self.around.enter(element, tag, scope)
        elif tag == "a":
            self.link(element, scope)
        elif tag in _MARKS:
            self.mark(scope, _MARKS[tag])
        elif tag == "q":
            opening, scope.closing = quote_marks(self.page.lang, self.sayings, element)
            self.sayings += 1
            self.inline.add(opening)
        elif tag in formulas.TAGS or self.formula:
            kind = self.formula.open(element, tag, self.inline)
            if kind:
                self.mark(scope, kind)
        if element.attrib:
            self.attributes(element, tag, scope)
        self.scopes.append(scope)

    def attributes(self, element: etree._Element, tag: str, scope: Scope) -> None:
        """What an element's attributes say of its text: a name to link to, bold, a language."""
        name = element.get("id") or (element.get("name") if tag == "a" else None)
        if name:
            self.anchors.append(name)
        style = element.get("style")
        if style and tag not in ("strong", "b") and is_bold(style):
            self.mark(scope, "strong")
        lang = element.get("lang") or element.get("xml:lang")
        if lang and self.page.lang and normalize(lang) not in (self.page.lang, ""):
            self.mark(scope, "lang", lang.strip()[:35])

    def link(self, element: etree._Element, scope: Scope) -> None:
        """A link begins; one to a place in the page may be a footnote's."""
        href = element.get("href") or ""
        place = urls.place(href, self.page.base) if "#" in href else None
        if place:
            self.mark(scope, "note", place)
        else:
            self.mark(scope, "link", urls.link(href, self.page.base))

    def mark(self, scope: Scope, kind: MarkKind, value: str | None = None) -> None:
        """A mark begins, to end with the element."""
        if self.inline.open(kind, value):
            scope.marks.append(kind)

    def close(self, element: etree._Element) -> None:
        """An element ends."""
        scope = self.scopes.pop()
        if scope.closing:
            self.inline.add(scope.closing)
            self.sayings -= 1
        if scope.is_block:
            self.border()
            tag = element.tag
            self.around.leave(tag, scope)
            if self.scopes and len(self.drafts) - scope.first in (2, 3):
                self.pair(scope.first, is_line=tag in LINES)
        for kind in scope.marks:
            self.inline.close(kind)

    def pair(self, first: int, *, is_line: bool) -> None:
        """A picture and a line or two that share an element with nothing else belong together.

        In one ``<p>`` with its picture may also stand a sentence of the text.
        """
        figure, *lines = self.drafts[first:]
        if figure.kind != "figure" or figure.captioned or lines[0].paired:
            return
        if all(line.is_line and not (is_line and ends_sentence(line.text)) for line in lines):
            self.drafts[first + 1 :] = [replace(line, paired=True) for line in lines]

    def border(self) -> None:
        """Two blocks meet."""
        if self.joined:
            self.inline.break_line()
        else:
            self.flush(self.around.heading)

    def flush(self, heading: str | None = None) -> None:
        """End the paragraph that is being gathered."""
        if self.inline.size:
            bold = self.inline.all_bold
            rich = self.inline.take()
            if len(rich.text) > 1 or has_letters(rich.text):
                line = self.around.line(rich, heading, self.anchors, bold=bold)
                self.anchors.clear()
                self.drafts.append(line)
        if self.waiting:
            self.drafts.extend(self.waiting)
            self.waiting.clear()

    # --- elements read whole

    def whole(self, element: etree._Element, tag: str, is_root: bool) -> bool:
        """Read an element at once; false where the walk is to go into it."""
        handler = _WHOLE.get(tag)
        if handler is None or (is_root and tag in ("ul", "ol", "dl", "table")):
            return False
        return handler(self, element)

    def _br(self, element: etree._Element) -> bool:
        if self.joined:
            self.inline.break_line()
        elif self.around.heading:
            self.inline.cut()
        else:
            self.flush()
        # a parser that takes <br> for an opening tag would put text inside it
        return len(element) == 0 and not element.text

    def _hr(self, _: etree._Element) -> bool:
        self.border()
        return True

    def _image(self, element: etree._Element) -> bool:
        if text := media.written(element):
            self.inline.add(text)
        elif not self.joined and (draft := media.figure(element, self.page.base)):
            draft = self.around.placed(draft)
            after = (element.tail or "").lstrip()[:1]
            if self.inline.goes_on and (
                after.islower() or after in media.GOES_ON or media.is_formula(element)
            ):
                self.waiting.append(draft)
            else:
                self.flush(self.around.heading)
                self.drafts.append(draft)
        return True

    def _figure(self, element: etree._Element) -> bool:
        if self.joined or self.page.nesting.holds(element, media.MORE):
            return False
        self.border()
        found = [self.around.placed(draft) for draft in media.pictures(element, self.page.base)]
        if not found:
            return False
        caption = next(element.iter("figcaption"), None)
        rich = self.joined_text(caption if caption is not None else element, " ")
        self.drafts.extend(found)
        if rich.text:
            self.drafts[-1] = replace(found[-1], rich=rich, captioned=True)
        if caption is not None:  # whose picture it is, often beside the caption
            rest = self.joined_text(element, " ", without=caption)
            if rest.text:
                self.drafts.append(Draft("paragraph", rest, beside=True))
        return True

    def _film(self, element: etree._Element) -> bool:
        draft = media.film(element, self.page.base)
        if draft and not self.joined:
            self.border()
            self.drafts.append(draft)
        return True

    def _ruby(self, element: etree._Element) -> bool:
        add_ruby(element, self.inline)
        return True

    def _math(self, element: etree._Element) -> bool:
        text = formulas.readable(element.get("alttext") or "")
        if text:
            self.inline.add(text)
        return bool(text)

    def _pre(self, element: etree._Element) -> bool:
        text = "".join(map(str, element.itertext())).strip("\n").rstrip()
        self.border()
        if self.joined or (cjk_share(text) > 0.3 and next(element.iter("code"), None) is None):
            for line in text.splitlines():  # old pages set prose in <pre>
                self.inline.add(line)
                if self.joined:
                    self.inline.break_line()
                elif self.inline.size:
                    self.drafts.append(Draft("paragraph", self.inline.take(), verse=True))
        elif text.strip():
            self.drafts.append(Draft("code", Rich(text)))
        return True

    def _list(self, element: etree._Element) -> bool:
        holds = self.page.nesting.holds
        if self.lists >= _MAX_LISTS or holds(element, lists.LAYOUT):
            return False
        if element.tag == "dl" and holds(element, media.PICTURES):
            return False  # pictures beside their captions
        parts = lists.parts(element)
        if parts is None:
            return False
        self.border()
        items: list[ItemDraft] = []
        said: list[Rich] = []
        pictures: list[list[Draft]] = []
        with_pictures = not self.joined and holds(element, media.PICTURES)
        for part in parts:
            inner = _Builder(self.page, joined=True, lists=self.lists + 1)
            found: list[Draft] = []
            for child in part:
                if child.tag in ("ul", "ol"):  # a list in a list, outside of any item
                    inner._list(child)
                else:
                    inner.walk(child)
                    if with_pictures:
                        found += media.pictures(child, self.page.base)
            rich = inner.inline.take()
            nested = lists.joined(inner.nested)
            lists.add_item(
                items, ItemDraft(rich, nested, tuple(inner.anchors), lists.value(part[0]))
            )
            said.append(rich)
            pictures.append(found)
        nests = any(item.nested for item in items)
        if not nests and (gallery := lists.gallery(element, said, pictures)):
            self.drafts.extend(gallery)
            return True
        if items:
            target = self.nested if self.joined else self.drafts
            target.extend(lists.list_drafts(element, tuple(items), split=not self.joined))
        self.drafts.extend(draft for found in pictures for draft in found)
        return True

    def _table(self, element: etree._Element) -> bool:
        holds = self.page.nesting.holds
        if self.joined or not tables.holds_data(element, holds):
            return False
        self.border()
        draft = tables.table_draft(element, self.joined_text)
        if draft:
            self.drafts.append(draft)
            if holds(element, media.PICTURES):
                self.drafts.extend(media.pictures(element, self.page.base))
        return draft is not None

    def joined_text(
        self, element: etree._Element, line_break: str = "\n", without: etree._Element | None = None
    ) -> Rich:
        """The text of an element as one, line breaks kept or made spaces."""
        inner = _Builder(self.page, joined=True, lists=_MAX_LISTS)
        inner.walk(element, without)
        rich = inner.inline.take()
        if line_break != "\n":
            rich = Rich(rich.text.replace("\n", line_break), rich.marks)
        return rich


_WHOLE: Final[MappingProxyType[str, Callable[[_Builder, etree._Element], bool]]] = MappingProxyType(
    {
        "br": _Builder._br,
        "hr": _Builder._hr,
        "img": _Builder._image,
        "amp-img": _Builder._image,
        "figure": _Builder._figure,
        "video": _Builder._film,
        "audio": _Builder._film,
        "iframe": _Builder._film,
        "embed": _Builder._film,
        "ruby": _Builder._ruby,
        "math": _Builder._math,
        "pre": _Builder._pre,
        "ul": _Builder._list,
        "ol": _Builder._list,
        "dl": _Builder._list,
        "table": _Builder._table,
    }
)
