"""Headings that are set as paragraphs: bold, numbered, or short lines of their own."""

import re
from dataclasses import replace
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.rules.captions import CAPTION
from langdu.extraction.rules.shapes import NUMBERED, could_head, goes_on, is_cjk, is_prose
from langdu.extraction.text import ends_sentence, width

#: Signs that head sections as well as captions: a bold line with one is a heading, unless a
#: picture is above it.
_SIGNS: Final = ("■", "◆", "▼", "◇", "□", "●")
_NUMBER: Final = re.compile(r"(\d{1,2})\s?[.)、．]")
_MAX_BOLD: Final = 130
_MAX_PLAIN: Final = 62
_DATE: Final = re.compile(r"[〇零一二三四五六七八九十\d]{2,4}\s?[年.\-/]\s?[^，。]{1,12}\Z")


def headings(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Make headings of the lines that are set, numbered or placed as headings are."""
    out = []
    for index, draft in enumerate(drafts):
        if _is_heading(drafts, index):
            out.append(replace(draft, kind="heading", rich=draft.rich.without("strong")))
        elif draft.kind == "heading":
            out.append(replace(draft, rich=draft.rich.without("strong")))
        else:
            out.append(draft)
    return out


def _is_heading(drafts: list[Draft], index: int) -> bool:
    draft = drafts[index]
    if not draft.is_line or draft.verse or width(draft.text) > _MAX_BOLD:
        return False
    bare_picture = index > 0 and drafts[index - 1].kind == "figure" and not drafts[index - 1].text
    signed = draft.bold and draft.text.startswith(_SIGNS) and not bare_picture
    if (CAPTION.search(draft.text) and not signed) or _DATE.match(draft.text):
        return False
    after = drafts[index + 1 : index + 4]
    if not any(is_prose(d) or d.kind in ("figure", "heading") for d in after):
        return False
    if draft.bold and _could_be_bold_heading(draft):
        return True
    if NUMBERED.match(draft.text) and could_head(draft):
        return True
    return _stands_alone(drafts, index)


def _could_be_bold_heading(draft: Draft) -> bool:
    text = draft.text
    if "\n" in text or width(text) > _MAX_BOLD or text.endswith(("：", ":", "，", ",")):
        return could_head(draft, limit=_MAX_BOLD) or (
            bool(NUMBERED.match(text)) and width(text) <= _MAX_BOLD
        )
    # 一、提高认识。 heads a section although it ends like a sentence; so do bold questions
    return not ends_sentence(text) or bool(NUMBERED.match(text)) or could_head(draft, _MAX_BOLD)


def _is_counted(drafts: list[Draft], index: int) -> bool:
    """Whether a line has a number, and the line above or below it the one before or after."""
    own = _NUMBER.match(drafts[index].text)
    if own is None:
        return False
    for step in (-1, 1):
        other = index + step
        if 0 <= other < len(drafts) and drafts[other].is_line:
            beside = _NUMBER.match(drafts[other].text)
            if beside and int(beside[1]) == int(own[1]) + step:
                return True
    return False


def _stands_alone(drafts: list[Draft], index: int) -> bool:
    """A short line between paragraphs of prose, or one of two: 思想洗礼 / 引导干部“想干事”."""
    draft = drafts[index]
    if not could_head(draft, _MAX_PLAIN) or not (is_cjk(draft) or draft.plain):
        return False
    if ends_sentence(draft.text):
        return False  # a short question between paragraphs is one of them
    if _is_counted(drafts, index):
        return False  # 1. 대상 … and 2. 기간 … right below are items, and head nothing
    if index and drafts[index - 1].kind == "figure" and goes_on(draft.text):
        return False  # the text goes on below the picture
    start = end = index
    while start > 0 and index - start < 2 and could_head(drafts[start - 1], _MAX_PLAIN):
        start -= 1
    while end + 1 < len(drafts) and end - start < 2 and could_head(drafts[end + 1], _MAX_PLAIN):
        end += 1
    if end - start > 1 or end + 1 >= len(drafts):
        return False
    before = start > 0 and (is_prose(drafts[start - 1]) or drafts[start - 1].kind == "figure")
    return is_prose(drafts[end + 1]) and drafts[end + 1].is_line and (before or start == 0)
