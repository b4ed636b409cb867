"""The title again, at the head of the body: in one line, or in the two or three that it has."""

from collections.abc import Iterator
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.rules.shapes import is_prose
from langdu.extraction.text import key, width

_ABOVE: Final = 6
#: Letters of a part of the title; fewer may be any word of it.
_PART: Final = 6
#: The parts together are the title when they are this much of it.
_MOST: Final = 0.7
#: The whole title may come after a summary of so many Latin letters.
_LITTLE: Final = 250


def title_line(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take out lines above the text that only repeat the title."""
    title = key(notes.first("title") or "")
    if not title:
        return drafts
    head = {index: key(drafts[index].text) for index in _head(drafts)}
    parts = {index for index, part in head.items() if len(part) >= _PART and part in title}
    whole = sum(len(head[index]) for index in parts) >= _MOST * len(title)
    same = {index for index in _head(drafts, _LITTLE) if key(drafts[index].text) == title}
    gone = same | (parts if whole else set())
    for index in sorted(gone):
        notes.removal("title-line", "repeats the title", drafts[index].text)
    return [draft for index, draft in enumerate(drafts) if index not in gone]


def _head(drafts: list[Draft], prose: int = 0) -> Iterator[int]:
    """The places of the first lines: the very first, and those that less than so much prose, in
    Latin letters, stands above."""
    for index, draft in enumerate(drafts[:_ABOVE]):
        if index and is_prose(draft):
            prose -= width(draft.text)
            if prose < 0:
                return
        if draft.kind in ("paragraph", "heading"):
            yield index
