"""The pager in the text: 上一页 1 2 3 下一页, Next page: ways to the other pages, and no words."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from langdu.article import Mark
from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.pages import labels

#: Longer lines are text, and so are lines of which less than this share is links.
_LONGEST: Final = 300
_UNLINKED: Final = 60
_LINKED: Final = 0.2
_BORDER: Final = re.compile(r"[\s|｜/·•,，、.…]+")
_BRACKETS: Final = re.compile(r"[\[(（【<]\s*(\d{1,3})\s*[\])）】>]")
_NUMBER: Final = re.compile(r"\d{1,3}\Z")
_WORDS_APART: Final = re.compile(r"(?<=[a-zа-я])\s(?=[a-zа-я])", re.IGNORECASE)


def pager_lines(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take out the lines and lists that are pagers from end to end."""
    kept = []
    for draft in drafts:
        if draft.kind in ("paragraph", "heading", "list") and _is_pager(draft):
            notes.removal("pager-lines", "turns the page", draft.text or "1 2 3")
        else:
            kept.append(draft)
    return kept


def _is_pager(draft: Draft) -> bool:
    if draft.kind == "list":
        if any(item.nested for item in draft.items):
            return False
        text = " | ".join(item.rich.text for item in draft.items)
        linked = sum(_linked(item.rich.marks) for item in draft.items)
    else:
        text = draft.text
        if not text or len(text) > _LONGEST:
            return False
        linked = _linked(draft.rich.marks)
    size = len(text)
    if not text or size > _LONGEST or (size > _UNLINKED and linked < _LINKED * size):
        return False
    if linked and (labels.direction(text) == "next" or labels.is_other(text)):
        return True
    words = [word for word in _BORDER.split(_BRACKETS.sub(r" \1 ", _joined(text))) if word]
    numbers = [int(word) for word in words if _NUMBER.match(word)]
    said = [
        word.replace("\xa0", " ")
        for word in words
        if not _NUMBER.match(word) and any(map(str.isalnum, word))
    ]
    if not all(map(_is_label, said)):
        return False
    if said:  # a label by itself is one only if it leads somewhere
        return linked > 0 or len(said) > 1 or bool(numbers)
    return linked > 0 and len(numbers) > 1 and all(a < b for a, b in pairwise(numbers))


def _joined(text: str) -> str:
    """With labels of several words in one piece: ``Next page``."""
    return _WORDS_APART.sub("\xa0", text)


def _is_label(word: str) -> bool:
    return (
        labels.direction(word) is not None
        or labels.is_other(word)
        or labels.number_in(word) is not None
    )


def _linked(marks: Iterable[Mark]) -> int:
    return sum(mark.end - mark.start for mark in marks if mark.kind == "link")
