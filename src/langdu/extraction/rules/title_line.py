"""The title again, at the head of the body."""

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.text import key

_ABOVE = 6


def title_line(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take out lines above the text that only repeat the title."""
    title = key(notes.first("title") or "")
    if not title:
        return drafts
    kept = []
    for index, draft in enumerate(drafts):
        line = index < _ABOVE and draft.kind in ("paragraph", "heading")
        if line and key(draft.text) == title:
            notes.removal("title-line", "repeats the title", draft.text)
        else:
            kept.append(draft)
    return kept
