"""Lists: which are lists to a reader, their numbers, and the items' drafts."""

import re
from typing import Final

from lxml import etree

from langdu.extraction.drafts import Draft, ItemDraft, Rich

_NUMBER: Final = re.compile(r"-?\d{1,6}")
#: An item that holds one of these is a page of text, not an item.
_LAYOUT: Final = ("h1", "h2", "h3", "blockquote", "table", "pre")


def is_layout(element: etree._Element) -> bool:
    """Whether the items of a list are pages of text: headings, quotes or tables stand in it."""
    return next(element.iter(*_LAYOUT), None) is not None


def list_draft(element: etree._Element, items: tuple[ItemDraft, ...]) -> Draft:
    """A ``ul`` or ``ol`` as a draft, with the number that it starts from."""
    start = (element.get("start") or "").strip()
    return Draft(
        "list",
        ordered=element.tag == "ol",
        start=int(start) if _NUMBER.fullmatch(start) else 1,
        items=items,
    )


def add_item(
    items: list[ItemDraft], rich: Rich, nested: Draft | None, anchors: tuple[str, ...]
) -> None:
    """Append an item; a list without a text of its own belongs to the item before it."""
    if rich.text:
        items.append(ItemDraft(rich, nested, anchors))
    elif nested and items and items[-1].nested is None:
        items[-1] = ItemDraft(items[-1].rich, nested, items[-1].anchors)
    elif nested:
        items.extend(nested.items)
