"""The same block twice: pages repeat a lead, a picture for phones, a whole text.

What a writer repeats on purpose, a refrain or a formula, stands in the same place of the page and
is set alike; a page's own copies stand in an element of their own, or are set in another way.
"""

import re
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.text import key, width

#: Short lines may come again by right: a name, 略.
_SHORT: Final = 60
#: Sections that are set alike and begin alike follow one another so closely.
_NEAR: Final = 6
#: A caption that says less may be of several pictures: 资料图片.
_TELLING: Final = 24
_SIZED: Final = re.compile(r"-\d{2,4}x\d{2,4}(?=\.\w{3,4}\Z)")


def duplicates(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Keep the first of each."""
    seen: dict[tuple[str, str], Draft] = {}
    last: dict[tuple[str, str], int] = {}
    out = []
    for index, draft in enumerate(drafts):
        names = _names(draft)
        if any(
            name in seen and not _on_purpose(name[0], seen[name], draft, index - last[name])
            for name in names
        ):
            notes.removal("duplicates", "is there already", draft.text or draft.image or draft.kind)
            continue
        for name in names:
            seen.setdefault(name, draft)
            last[name] = index
        out.append(draft)
    return out


def _on_purpose(what: str, first: Draft, again: Draft, distance: int) -> bool:
    """Whether a block is to come again. A picture and a file never are; several pictures of one
    report may have one caption."""
    if what in ("figure", "attachment"):
        return False
    if again.plain:
        return distance == 1
    if first.look != again.look:
        return False
    return first.place == again.place or (first.room == again.room and distance <= _NEAR)


def _names(draft: Draft) -> list[tuple[str, str]]:
    """What makes two blocks the same; a picture is told by its address, and by its caption."""
    if draft.kind == "figure":
        out = [("figure", _picture(draft.image))] if draft.image else []
        if width(draft.text) > _TELLING and draft.image:
            out.append(("caption", key(draft.text)))
        return out
    if draft.kind == "attachment":
        return [("attachment", draft.href or "")]
    if draft.kind in ("paragraph", "quote") and width(draft.text) > _SHORT:
        return [("text", draft.text)]
    if draft.kind == "list":
        text = "\n".join(item.rich.text for item in draft.items)
        return [("list", text)] if width(text) > _SHORT else []
    return []


def _picture(address: str) -> str:
    """One picture may have several addresses: by its size, by what a query says of it."""
    path, _, query = address.partition("?")
    if "=" in query and not re.search(r"\.\w{3,4}\Z", path):
        return address  # the query says which picture it is
    return _SIZED.sub("", path)
