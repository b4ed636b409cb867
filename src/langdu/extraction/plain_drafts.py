"""The body of a text dump → drafts: paragraphs, captions that images left behind, bullets."""

import re
from typing import Final

from langdu.extraction.drafts import Draft, ItemDraft, Rich
from langdu.extraction.labels import is_bar, is_tools
from langdu.extraction.plain_lines import TextLine
from langdu.extraction.rules.captions import CAPTION
from langdu.extraction.rules.shapes import NUMBERED, could_head, is_prose
from langdu.extraction.text import has_letters

_BULLET: Final = re.compile(r"[•●▪◦‣∙*\-–—]\s+(?=\S)")
_MAX_CAPTION: Final = 90


def drafts_of(lines: list[TextLine]) -> list[Draft]:
    """The drafts of the lines below the title."""
    plain = [
        Draft("paragraph", Rich(line.text), after_gap=line.after_gap, plain=True) for line in lines
    ]
    return _bullets(_captions(plain))


def _captions(drafts: list[Draft]) -> list[Draft]:
    """What stood below an image: lines after an empty paragraph, and lines that say so.

    Above the first paragraph a run of short lines is one of captions as soon as one says so.
    """
    first = next((i for i, draft in enumerate(drafts) if is_prose(draft)), len(drafts))
    lead = [draft for draft in drafts[:first] if _short(draft)]
    all_lead = any(_says_so(draft) for draft in lead)
    out = []
    for index, draft in enumerate(drafts):
        caption = _short(draft) and (
            draft.after_gap or _says_so(draft) or (all_lead and index < first)
        )
        out.append(Draft("figure", draft.rich, captioned=True) if caption else draft)
    return out


def _short(draft: Draft) -> bool:
    text = draft.text
    if is_bar(text) or is_tools(text) or not has_letters(text) or NUMBERED.match(text):
        return False
    if _says_so(draft):
        return True
    return len(text) <= _MAX_CAPTION and could_head(draft, limit=2 * _MAX_CAPTION)


def _says_so(draft: Draft) -> bool:
    return len(draft.text) <= 2 * _MAX_CAPTION and CAPTION.search(draft.text) is not None


def _bullets(drafts: list[Draft]) -> list[Draft]:
    """Two or more lines with bullets in a row are a list."""
    out: list[Draft] = []
    run: list[Draft] = []
    for draft in [*drafts, Draft("paragraph")]:
        if draft.is_line and _BULLET.match(draft.text):
            run.append(draft)
            continue
        if len(run) > 1:
            items = tuple(ItemDraft(_without_bullet(one)) for one in run)
            out.append(Draft("list", items=items))
        else:
            out.extend(run)
        run = []
        out.append(draft)
    return out[:-1]


def _without_bullet(draft: Draft) -> Rich:
    found = _BULLET.match(draft.text)
    return draft.rich.part(found.end() if found else 0, len(draft.text))
