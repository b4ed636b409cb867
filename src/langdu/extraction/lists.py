"""Lists: which are lists to a reader, their numbers, and the items' drafts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from lxml import etree

from langdu.extraction.drafts import Draft, ItemDraft, Rich
from langdu.extraction.outline import SILENT, texts
from langdu.extraction.text import width

_NUMBER: Final = re.compile(r"-?\d{1,6}")
#: An item that holds one of these is a page of text, not an item.
LAYOUT: Final = ("h1", "h2", "h3", "blockquote", "table", "pre")
#: A description that is longer, in Latin letters, is a text and its term a heading.
_LONG: Final = 1500
#: A picture's caption in a list of pictures is not longer.
_CAPTION: Final = 240


def parts(element: etree._Element) -> list[list[etree._Element]] | None:
    """The elements of each item. ``None`` for a ``<dl>`` that is no list: one that only indents
    or holds pages of text."""
    if element.tag != "dl":
        return [[child] for child in element.iterchildren(etree.Element) if child.tag not in SILENT]
    found = list(_described(element))
    tags = {child.tag for child in found}
    if not {"dt", "dd"} <= tags or found[0].tag != "dt":
        return None
    if any(len(texts(child, _LONG)) >= _LONG for child in found):
        return None
    out: list[list[etree._Element]] = []
    for child in found:
        # several terms may share what follows them
        if out and (child.tag == "dd" or out[-1][-1].tag == "dt"):
            out[-1].append(child)
        else:
            out.append([child])
    return out


def _described(element: etree._Element) -> Iterator[etree._Element]:
    for child in element.iterchildren("dt", "dd", "div"):
        if child.tag == "div":
            yield from child.iterchildren("dt", "dd")
        else:
            yield child


def list_drafts(
    element: etree._Element, items: tuple[ItemDraft, ...], *, split: bool = True
) -> list[Draft]:
    """A list as a draft, with the number that it starts from; where ``value`` makes the numbers
    jump, and ``split`` allows it, a new list begins."""
    ordered = element.tag == "ol"
    start = _number(element.get("start")) or 0 if element.get("start") else 1
    lists: list[Draft] = []
    run: list[ItemDraft] = []
    for item in items:
        jumps = ordered and item.value is not None and item.value != start + len(run)
        if jumps and item.value is not None and (not run or split):
            if run:
                lists.append(Draft("list", ordered=ordered, start=start, items=tuple(run)))
            start, run = item.value, []
        run.append(item)
    return [*lists, Draft("list", ordered=ordered, start=start, items=tuple(run))]


def value(element: etree._Element) -> int | None:
    """The number that an item has by its own attribute."""
    return _number(element.get("value")) if element.tag == "li" else None


def _number(text: str | None) -> int | None:
    found = _NUMBER.fullmatch((text or "").strip())
    return int(found.group()) if found else None


def add_item(items: list[ItemDraft], item: ItemDraft) -> None:
    """Append an item; a list without a text of its own belongs to the item before it."""
    if item.rich.text:
        items.append(item)
    elif item.nested and items and items[-1].nested is None:
        items[-1] = replace(items[-1], nested=item.nested)
    elif item.nested:
        items.extend(item.nested.items)


def joined(nested: list[Draft]) -> Draft | None:
    """The lists in one item as one."""
    if len(nested) < 2:
        return nested[0] if nested else None
    return replace(nested[0], items=tuple(item for draft in nested for item in draft.items))


def gallery(
    element: etree._Element, texts_of: list[Rich], pictures: list[list[Draft]]
) -> list[Draft]:
    """The pictures of a plain list that has one in every item, its text their caption; or none."""
    if element.tag != "ul" or not pictures or not all(pictures):
        return []
    if any(width(rich.text) > _CAPTION or _is_link(rich) for rich in texts_of):
        return []
    out = []
    for rich, found in zip(texts_of, pictures, strict=True):
        last = replace(found[-1], rich=rich, captioned=bool(rich.text))
        out += [*found[:-1], last]
    return out


def _is_link(rich: Rich) -> bool:
    linked = sum(mark.end - mark.start for mark in rich.marks if mark.kind == "link")
    return linked * 2 > len(rich.text) > 0
