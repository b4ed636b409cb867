"""The chosen subtree → drafts, in one iterative walk.

Block elements end a paragraph, inline elements become marks, ``<br>`` separates paragraphs.
Lists, tables, figures and code are read whole where they begin.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from lxml import etree

from langdu.article import MarkKind
from langdu.article_json import MAX_LIST_DEPTH
from langdu.extraction import lists, media, tables, urls
from langdu.extraction.drafts import Draft, DraftKind, ItemDraft, Rich
from langdu.extraction.inline import Inline
from langdu.extraction.outline import INLINE, SILENT
from langdu.extraction.text import cjk_share, collapse, has_letters
from langdu.languages import normalize

_MARKS: Final[Mapping[str, MarkKind]] = MappingProxyType(
    {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"}
)
_SKIPPED: Final = SILENT | {"rtc", "title", "annotation", "annotation-xml"}
_BOLD_STYLE: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRE_STYLE: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CENTRED: Final = frozenset(("center", "text-center", "tc"))
#: Python's own stack is not for pages: lists in lists in … end here and become text.
_MAX_LISTS: Final = MAX_LIST_DEPTH - 2


def build(node: etree._Element, base: str | None, lang: str | None = None) -> list[Draft]:
    """The drafts of a subtree. ``base`` is what addresses resolve against, ``lang`` the language
    that the page declares: parts in others are marked."""
    builder = _Builder(base, lang=normalize(lang or ""))
    builder.walk(node)
    builder.flush()
    return builder.drafts


@dataclass(slots=True)
class _Scope:
    """What an open element began and has to end."""

    marks: list[MarkKind]
    is_block: bool
    centred: bool = False


class _Builder:
    """The walk's state. A list item or a cell is read by a builder of its own, in ``joined`` mode,
    where everything is one text and a border between blocks a line break."""

    def __init__(
        self, base: str | None, *, joined: bool = False, lists: int = 0, lang: str = ""
    ) -> None:
        self.base, self.joined, self.lists, self.lang = base, joined, lists, lang
        self.drafts: list[Draft] = []
        self.nested: list[Draft] = []
        self.inline = Inline()
        self.scopes: list[_Scope] = []
        self.quotes = self.centres = 0
        self.heading: str | None = None
        self.anchors: list[str] = []

    # --- the walk

    def walk(self, root: etree._Element) -> None:
        """Visit everything under ``root``, iteratively."""
        walker = etree.iterwalk(root, events=("start", "end"))
        whole: etree._Element | None = None
        add = self.inline.add
        for event, element in walker:
            if event == "start":
                tag = element.tag
                if tag in _SKIPPED or self.whole(element, tag, element is root):
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
        scope = _Scope([], tag not in INLINE)
        if scope.is_block:
            self.border()
            if tag == "blockquote":
                self.quotes += 1
            elif tag in _HEADINGS:
                self.heading = tag
            scope.centred = _is_centred(element, tag)
            self.centres += scope.centred
        elif tag == "a":
            self.link(element, scope)
        elif tag in _MARKS:
            self.mark(scope, _MARKS[tag])
        if element.attrib:
            self.attributes(element, tag, scope)
        self.scopes.append(scope)

    def attributes(self, element: etree._Element, tag: str, scope: _Scope) -> None:
        """What an element's attributes say of its text: a name to link to, bold, a language."""
        name = element.get("id") or (element.get("name") if tag == "a" else None)
        if name:
            self.anchors.append(name)
        style = element.get("style")
        if style and tag not in ("strong", "b") and _is_bold(style):
            self.mark(scope, "strong")
        lang = element.get("lang") or element.get("xml:lang")
        if lang and self.lang and normalize(lang) not in (self.lang, ""):
            self.mark(scope, "lang", lang.strip()[:35])

    def link(self, element: etree._Element, scope: _Scope) -> None:
        """A link begins; one to a place in the page may be a footnote's."""
        href = element.get("href") or ""
        if href.startswith("#") and len(href) > 1:
            self.mark(scope, "note", href[1:])
        else:
            self.mark(scope, "link", urls.link(href, self.base))

    def mark(self, scope: _Scope, kind: MarkKind, value: str | None = None) -> None:
        """A mark begins, to end with the element."""
        self.inline.open(kind, value)
        scope.marks.append(kind)

    def close(self, element: etree._Element) -> None:
        """An element ends."""
        scope = self.scopes.pop()
        if scope.is_block:
            self.border()
            tag = element.tag
            if tag == "blockquote":
                self.quotes -= 1
            elif tag in _HEADINGS:
                self.heading = None
            self.centres -= scope.centred
        for kind in scope.marks:
            self.inline.close(kind)

    def border(self) -> None:
        """Two blocks meet."""
        if self.joined:
            self.inline.break_line()
        else:
            self.flush(self.heading)

    def flush(self, heading: str | None = None) -> None:
        """End the paragraph that is being gathered."""
        if not self.inline.size:
            return
        bold = self.inline.all_bold
        rich = _with_values(self.inline.take())
        if not rich.text or (len(rich.text) < 2 and not has_letters(rich.text)):
            return
        kind: DraftKind = "heading" if heading else "quote" if self.quotes else "paragraph"
        level = int(heading[1]) if heading else 0
        anchors = tuple(self.anchors)
        self.anchors.clear()
        self.drafts.append(
            Draft(kind, rich, level=level, bold=bold, centred=self.centres > 0, anchors=anchors)
        )

    # --- elements read whole

    def whole(self, element: etree._Element, tag: str, is_root: bool) -> bool:
        """Read an element at once; false where the walk is to go into it."""
        handler = _WHOLE.get(tag)
        if handler is None or (is_root and tag in ("ul", "ol", "table")):
            return False
        return handler(self, element)

    def _br(self, element: etree._Element) -> bool:
        if self.joined:
            self.inline.break_line()
        elif self.heading:
            self.inline.cut()
        else:
            self.flush()
        # a parser that takes <br> for an opening tag would put text inside it
        return len(element) == 0 and not element.text

    def _hr(self, _: etree._Element) -> bool:
        self.border()
        return True

    def _image(self, element: etree._Element) -> bool:
        if not self.joined and (draft := media.figure(element, self.base)):
            self.flush(self.heading)
            self.drafts.append(draft)
        return True

    def _figure(self, element: etree._Element) -> bool:
        if self.joined or media.holds_more(element):
            return False
        found = list(media.pictures(element, self.base))
        if not found:
            return False
        self.border()
        caption = next(element.iter("figcaption"), None)
        rich = self.joined_text(caption, " ") if caption is not None else Rich()
        self.drafts.extend(found[:-1])
        last = found[-1]
        self.drafts.append(
            Draft("figure", rich, image=last.image, alt=last.alt, captioned=bool(rich.text))
        )
        return True

    def _film(self, element: etree._Element) -> bool:
        draft = media.film(element, self.base)
        if draft and not self.joined:
            self.border()
            self.drafts.append(draft)
        return True

    def _ruby(self, element: etree._Element) -> bool:
        start = self.inline.size
        for part in element.iter(etree.Element):
            tag = part.tag
            if tag == "rt":
                reading = collapse("".join(map(str, part.itertext())))
                start = self.inline.ruby(start, reading) if reading else self.inline.size
            elif tag not in ("rp", "rtc") and part.text and not _in_reading(part, element):
                self.inline.add(part.text)
            if part is not element and part.tail and not _in_reading(part, element, outer=True):
                self.inline.add(part.tail)
        return True

    def _pre(self, element: etree._Element) -> bool:
        text = "".join(map(str, element.itertext())).strip("\n").rstrip()
        self.border()
        if self.joined or (cjk_share(text) > 0.3 and next(element.iter("code"), None) is None):
            for line in text.splitlines():  # old pages set prose in <pre>
                self.inline.add(line)
                self.border()
        elif text.strip():
            self.drafts.append(Draft("code", Rich(text)))
        return True

    def _list(self, element: etree._Element) -> bool:
        if self.lists >= _MAX_LISTS or lists.is_layout(element):
            return False
        self.border()
        items: list[ItemDraft] = []
        pictures: list[Draft] = []
        for child in element.iterchildren(etree.Element):
            if child.tag in _SKIPPED:
                continue
            inner = _Builder(self.base, joined=True, lists=self.lists + 1, lang=self.lang)
            if child.tag in ("ul", "ol"):  # a list in a list, outside of any item
                inner._list(child)
            else:
                inner.walk(child)
                pictures.extend(media.pictures(child, self.base))
            nested = inner.nested[0] if inner.nested else None
            lists.add_item(items, inner.text(), nested, tuple(inner.anchors))
        if items:
            draft = lists.list_draft(element, tuple(items))
            (self.nested if self.joined else self.drafts).append(draft)
        if not self.joined:
            self.drafts.extend(pictures)
        return True

    def _table(self, element: etree._Element) -> bool:
        if self.joined or not tables.holds_data(element):
            return False
        self.border()
        draft = tables.table_draft(element, self.joined_text)
        if draft:
            self.drafts.append(draft)
        self.drafts.extend(media.pictures(element, self.base))
        return draft is not None

    def joined_text(self, element: etree._Element, line_break: str = "\n") -> Rich:
        """The text of an element as one, line breaks kept or made spaces."""
        inner = _Builder(self.base, joined=True, lists=_MAX_LISTS, lang=self.lang)
        inner.walk(element)
        rich = inner.text()
        if line_break != "\n":
            rich = Rich(rich.text.replace("\n", line_break), rich.marks)
        return rich

    def text(self) -> Rich:
        """What a joined builder has gathered."""
        return _with_values(self.inline.take())


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
        "pre": _Builder._pre,
        "ul": _Builder._list,
        "ol": _Builder._list,
        "table": _Builder._table,
    }
)


def _with_values(rich: Rich) -> Rich:
    """Without the links that lead nowhere."""
    if all(mark.kind != "link" or mark.value for mark in rich.marks):
        return rich
    marks = tuple(mark for mark in rich.marks if mark.kind != "link" or mark.value)
    return Rich(rich.text, marks, rich.cuts)


def _in_reading(part: etree._Element, ruby: etree._Element, *, outer: bool = False) -> bool:
    """Whether text stands in a reading: inside ``part``, or (``outer``) after it."""
    current = part.getparent() if outer else part
    while current is not None and current is not ruby:
        if current.tag in ("rt", "rp", "rtc"):
            return True
        current = current.getparent()
    return False


def _is_bold(style: str) -> bool:
    return "weight" in style and bool(_BOLD_STYLE.search(style[:2000]))


def _is_centred(element: etree._Element, tag: str) -> bool:
    if tag == "center":
        return True
    if not element.attrib:
        return False
    if (element.get("align") or "").lower() == "center":
        return True
    style = element.get("style")
    if style and "center" in style and _CENTRE_STYLE.search(style[:2000]):
        return True
    names = element.get("class")
    return bool(names and not _CENTRED.isdisjoint(names.lower().split()))
