"""The same block twice: pages repeat a lead, a picture for phones, a whole text."""

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.text import width

#: Short lines may come again by right: a refrain, a name, 略.
_SHORT = 60


def duplicates(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Keep the first of each."""
    seen: set[tuple[str, str]] = set()
    out = []
    for draft in drafts:
        name = _name(draft)
        if name and name in seen:
            notes.removal("duplicates", "is there already", draft.text or draft.image or draft.kind)
            continue
        if name:
            seen.add(name)
        out.append(draft)
    return out


def _name(draft: Draft) -> tuple[str, str] | None:
    if draft.kind == "figure":
        return ("figure", draft.image) if draft.image else None
    if draft.kind == "attachment":
        return "attachment", draft.href or ""
    if draft.kind in ("paragraph", "quote") and width(draft.text) > _SHORT:
        return "text", draft.text
    return None
