"""Lines and lists that are links from end to end: ways to other pages, not text."""

from typing import Final

from langdu.extraction.drafts import Draft, ItemDraft, Rich
from langdu.extraction.notes import Notes
from langdu.extraction.text import ends_sentence

_MOSTLY: Final = 0.75


def link_lines(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take them out, unless the page is made of nothing else."""
    kept = []
    for draft in drafts:
        if _is_links(draft):
            text = draft.text or " ".join(item.rich.text for item in draft.items[:4])
            notes.removal("link-lines", "only links to other pages", text)
        else:
            kept.append(draft)
    return kept if kept else drafts


def _is_links(draft: Draft) -> bool:
    if draft.kind == "list":
        items = _flat(draft.items)
        linked = sum(_linked(item) for item in items)
        return len(items) > 1 and linked > _MOSTLY * sum(len(item.text) for item in items)
    if draft.kind not in ("paragraph", "heading") or not draft.text:
        return False
    if draft.kind == "heading" or ends_sentence(draft.text):
        return False
    return _linked(draft.rich) > _MOSTLY * len(draft.text)


def _flat(items: tuple[ItemDraft, ...]) -> list[Rich]:
    return [
        rich
        for item in items
        for rich in (item.rich, *(_flat(item.nested.items) if item.nested else ()))
    ]


def _linked(rich: Rich) -> int:
    return sum(mark.end - mark.start for mark in rich.marks if mark.kind == "link")
