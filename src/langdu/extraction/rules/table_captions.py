"""A table's caption that stands as a line above it: 表1 …, <표 1> …, Таблица 1. …, Table 1: …"""

import re
from dataclasses import replace
from typing import Final

from langdu.article import Mark
from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.notes import Notes
from langdu.extraction.rules.shapes import is_prose
from langdu.extraction.text import ends_sentence

_CAPTION: Final = re.compile(
    r"[\[<＜〈【（(]?\s?(?:附?表|别表|別表|표|Table|Таблица|Табл\.)\s?"
    r"(?:\d{1,3}(?:[-.－–]\d{1,3})?|[一二三四五六七八九十]{1,3}|[IVX]{1,5})(?![\d年月])",
    re.IGNORECASE,
)
#: What the numbers are of, between caption and table.
_UNIT: Final = re.compile(
    r"[（(]?\s?(?:计量)?(?:单位|單位|単位|단위|Unit|Единица измерения|Ед\. изм\.)s?\s?[:：]", re.I
)
_MAX: Final = 160
_MAX_UNIT: Final = 30


def table_captions(drafts: list[Draft], _: Notes) -> list[Draft]:
    """Bind the line above a table that says it is the table's."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.kind == "table" and not draft.text:
            lines = int(bool(out) and _is_unit(out[-1]))
            above = out[-1 - lines] if len(out) > lines else None
            if above is not None and _is_caption(above):
                found = out[-1 - lines :]
                del out[-1 - lines :]
                draft = replace(draft, rich=together([one.rich for one in found]).without("strong"))
        out.append(draft)
    return out


def together(riches: list[Rich]) -> Rich:
    """Several lines as one text in which each begins a sentence."""
    text, cuts = "", []
    marks: tuple[Mark, ...] = ()
    for rich in riches:
        if text:
            text += " "
            cuts.append(len(text))
        shift = len(text)
        marks += tuple(Mark(m.kind, m.start + shift, m.end + shift, m.value) for m in rich.marks)
        text += rich.text
    return Rich(text, marks, tuple(cuts))


def _is_line(draft: Draft) -> bool:
    return draft.kind in ("paragraph", "heading") and bool(draft.text)


def _is_unit(draft: Draft) -> bool:
    text = draft.text
    return _is_line(draft) and len(text) < _MAX_UNIT and _UNIT.match(text) is not None


def _is_caption(draft: Draft) -> bool:
    text = draft.text
    return (
        _is_line(draft)
        and len(text) <= _MAX
        and _CAPTION.match(text) is not None
        and not (ends_sentence(text) and is_prose(draft))
    )
