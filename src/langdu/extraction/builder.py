"""The chosen subtree → drafts, in one iterative walk.

Block elements end a paragraph, inline elements become marks, ``<br>`` separates paragraphs.
Lists, tables, figures and code are read whole where they begin.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from langdu.article import MarkKind
from langdu.article_json import MAX_LIST_DEPTH
from langdu.extraction import media, tables, urls
from langdu.extraction.drafts import Draft, DraftKind, ItemDraft, Rich
from langdu.extraction.flatten import INLINE
from langdu.extraction.inline import Inline
from langdu.extraction.media import attribute
from langdu.extraction.text import cjk_share, collapse, has_letters

_MARKS: Final[Mapping[str, MarkKind]] = MappingProxyType(
    {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"}
)
_SKIPPED: Final = frozenset(
    "script style noscript template head svg math select option textarea button input canvas map "
    "object applet rp rt rtc title".split()
)
_BOLD_STYLE: Final = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_CENTRE_STYLE: Final = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: Python's own stack is not for pages: lists in lists in … end here and become text.
_MAX_LISTS: Final = MAX_LIST_DEPTH - 2


def build(html: str | bytes, base: str | None) -> list[Draft]:
    """The drafts of a subtree given as HTML. ``base`` is what addresses resolve against."""
    soup = BeautifulSoup(html, "lxml", from_encoding="utf-8" if isinstance(html, bytes) else None)
    builder = _Builder(base)
    builder.walk(soup)
    builder.flush()
    return builder.drafts


class _Builder:
    """The walk's state. A list item or a cell is read by a builder of its own, in ``joined`` mode,
    where everything is one text and a border between blocks a line break."""

    def __init__(self, base: str | None, *, joined: bool = False, lists: int = 0) -> None:
        self.base, self.joined, self.lists = base, joined, lists
        self.drafts: list[Draft] = []
        self.nested: list[Draft] = []
        self.inline = Inline()
        self.quotes = self.centres = 0
        self.heading: str | None = None

    # --- the walk

    def walk(self, root: Tag) -> None:
        """Visit everything under ``root``, iteratively."""
        stack: list[tuple[str, Tag | NavigableString]] = [("open", root)]
        while stack:
            what, node = stack.pop()
            if isinstance(node, NavigableString):
                if not isinstance(node, PreformattedString):  # comments, declarations
                    self.inline.add(node)
            elif what == "close":
                self.close(node)
            elif not self.whole(node) and node.name not in _SKIPPED:
                self.open(node)
                stack.append(("close", node))
                for child in reversed(node.contents):
                    if isinstance(child, Tag | NavigableString):
                        stack.append(("open", child))

    def open(self, tag: Tag) -> None:
        """An element begins."""
        name = tag.name
        if name not in INLINE:
            self.border()
            if name == "blockquote":
                self.quotes += 1
            elif name in _HEADINGS:
                self.heading = name
            self.centres += _is_centred(tag)
        elif name == "a":
            self.inline.open("link", urls.link(attribute(tag, "href"), self.base))
        elif name in _MARKS:
            self.inline.open(_MARKS[name])
        if name not in ("strong", "b") and _is_bold(tag):
            self.inline.open("strong")

    def close(self, tag: Tag) -> None:
        """An element ends."""
        name = tag.name
        if name not in INLINE:
            self.border()
            if name == "blockquote":
                self.quotes -= 1
            elif name in _HEADINGS:
                self.heading = None
            self.centres -= _is_centred(tag)
        elif name == "a":
            self.inline.close("link")
        elif name in _MARKS:
            self.inline.close(_MARKS[name])
        if name not in ("strong", "b") and _is_bold(tag):
            self.inline.close("strong")

    def border(self) -> None:
        """Two blocks meet."""
        if self.joined:
            self.inline.break_line()
        elif self.heading is None:
            self.flush()
        else:
            self.flush(self.heading)

    def flush(self, heading: str | None = None) -> None:
        """End the paragraph that is being gathered."""
        bold = self.inline.all_bold
        rich = self.inline.take()
        rich = Rich(
            rich.text, tuple(m for m in rich.marks if m.kind != "link" or m.value), rich.cuts
        )
        if not rich.text or (not has_letters(rich.text) and len(rich.text) < 2):
            return
        kind: DraftKind = "heading" if heading else "quote" if self.quotes else "paragraph"
        level = int(heading[1]) if heading else 0
        self.drafts.append(Draft(kind, rich, level=level, bold=bold, centred=self.centres > 0))

    # --- elements read whole

    def whole(self, tag: Tag) -> bool:
        """Read an element at once; false where the walk is to go into it."""
        handler = _WHOLE.get(tag.name)
        return handler(self, tag) if handler else False

    def _br(self, tag: Tag) -> bool:
        if self.joined:
            self.inline.break_line()
        elif self.heading:
            self.inline.cut()
        else:
            self.flush()
        # a parser that takes <br> for an opening tag would put text inside it
        return not tag.contents

    def _hr(self, _: Tag) -> bool:
        self.border()
        return True

    def _image(self, tag: Tag) -> bool:
        if not self.joined and (draft := media.figure(tag, self.base)):
            self.flush(self.heading)
            self.drafts.append(Draft("figure", image=draft.image, alt=draft.alt))
        return True

    def _figure(self, tag: Tag) -> bool:
        if self.joined or tag.find(["table", "pre", "blockquote", "video", "iframe", "ul", "ol"]):
            return False
        found = list(media.pictures(tag, self.base))
        if not found:
            return False
        self.border()
        caption = tag.find("figcaption")
        rich = self.joined_text(caption, " ") if isinstance(caption, Tag) else Rich()
        self.drafts.extend(found[:-1])
        last = found[-1]
        self.drafts.append(
            Draft("figure", rich, image=last.image, alt=last.alt, captioned=bool(rich.text))
        )
        return True

    def _film(self, tag: Tag) -> bool:
        draft = media.film(tag, self.base)
        if draft and not self.joined:
            self.border()
            self.drafts.append(draft)
        return True

    def _ruby(self, tag: Tag) -> bool:
        start = self.inline.size
        for part in tag.descendants:
            if isinstance(part, Tag):
                if part.name == "rt":
                    reading = collapse(part.get_text())
                    start = self.inline.ruby(start, reading) if reading else self.inline.size
            elif isinstance(part, NavigableString) and _is_base(part):
                self.inline.add(part)
        return True

    def _pre(self, tag: Tag) -> bool:
        text = tag.get_text().strip("\n").rstrip()
        self.border()
        if self.joined or (cjk_share(text) > 0.3 and not tag.find("code")):
            for line in text.splitlines():  # old pages set prose in <pre>
                self.inline.add(line)
                self.border()
        elif text.strip():
            self.drafts.append(Draft("code", Rich(text)))
        return True

    def _list(self, tag: Tag) -> bool:
        if self.lists >= _MAX_LISTS or _is_layout_list(tag):
            return False
        self.border()
        start = attribute(tag, "start").strip()
        items: list[ItemDraft] = []
        pictures: list[Draft] = []
        for child in tag.find_all(True, recursive=False):
            if child.name in ("ul", "ol"):  # a list in a list, outside of any item
                inner = _Builder(self.base, joined=True, lists=self.lists + 1)
                inner._list(child)
            elif child.name in _SKIPPED:
                continue
            else:
                inner = _Builder(self.base, joined=True, lists=self.lists + 1)
                inner.walk(child)
                pictures.extend(media.pictures(child, self.base))
            _add_item(items, inner.text(), inner.nested[0] if inner.nested else None)
        draft = Draft(
            "list",
            ordered=tag.name == "ol",
            start=int(start[:6]) if re.fullmatch(r"-?\d{1,6}", start) else 1,
            items=tuple(items),
        )
        if items:
            (self.nested if self.joined else self.drafts).append(draft)
        if not self.joined:
            self.drafts.extend(pictures)
        return True

    def _table(self, tag: Tag) -> bool:
        if self.joined or not tables.holds_data(tag):
            return False
        self.border()
        found = list(media.pictures(tag, self.base))
        draft = tables.table_draft(tag, self.joined_text)
        if draft:
            self.drafts.append(draft)
        self.drafts.extend(found)
        return draft is not None

    def joined_text(self, tag: Tag, line_break: str = "\n") -> Rich:
        """The text of an element as one, line breaks kept or made spaces."""
        inner = _Builder(self.base, joined=True, lists=_MAX_LISTS)
        inner.walk(tag)
        rich = inner.text()
        if line_break != "\n":
            rich = Rich(rich.text.replace("\n", line_break), rich.marks)
        return rich

    def text(self) -> Rich:
        """What a joined builder has gathered."""
        rich = self.inline.take()
        return Rich(rich.text, tuple(m for m in rich.marks if m.kind != "link" or m.value))


_WHOLE: Final[MappingProxyType[str, Callable[[_Builder, Tag], bool]]] = MappingProxyType(
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


def _is_base(text: NavigableString) -> bool:
    """Whether a text inside a ruby is what the reading stands over."""
    around = text.find_parent(["rt", "rp", "rtc", "ruby"])
    return (around is None or around.name == "ruby") and not isinstance(text, PreformattedString)


def _is_bold(tag: Tag) -> bool:
    style = tag.attrs.get("style")
    return isinstance(style, str) and "weight" in style and bool(_BOLD_STYLE.search(style[:2000]))


def _is_centred(tag: Tag) -> bool:
    if tag.name == "center" or attribute(tag, "align").lower() == "center":
        return True
    style = tag.attrs.get("style")
    if isinstance(style, str) and "center" in style and _CENTRE_STYLE.search(style[:2000]):
        return True
    return bool({"center", "text-center", "tc"} & set(attribute(tag, "class").lower().split()))


def _is_layout_list(tag: Tag) -> bool:
    """A list whose items are pages of text: headings, quotes or tables stand in it."""
    return bool(tag.find(["h1", "h2", "h3", "blockquote", "table", "pre"]))


def _add_item(items: list[ItemDraft], rich: Rich, nested: Draft | None) -> None:
    if rich.text:
        items.append(ItemDraft(rich, nested))
    elif nested and items and items[-1].nested is None:
        items[-1] = ItemDraft(items[-1].rich, nested)
    elif nested:
        items.extend(nested.items)
