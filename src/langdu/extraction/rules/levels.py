"""The levels of headings, by how they nest: what stands under a heading of another kind is deeper.

The page's own ``<h2>`` … keep their order. A line that was made a heading is one level below the
real heading that it stands under. Numbers have an order of their own: 章, 条, 一、, （一）, 1.
Kinds come back to the level that they had.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes

#: From what holds most to what holds least, as regulations and reports of five languages number.
_NUMBERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"第[^章节節条條]{1,6}[编編]|제\s?\d{1,3}\s?편|Часть\s|Part\s",
        r"第[^节節条條]{1,6}章|제\s?\d{1,3}\s?장|Глава\s|Раздел\s|Chapter\s|Section\s",
        r"第[^条條]{1,6}[节節]|제\s?\d{1,3}\s?절",
        r"第.{1,6}[条條款]|제\s?\d{1,3}\s?조|Статья\s|Article\s",
        r"[Ⅰ-Ⅻ]|[IVX]{1,5}[.、．]",
        r"[一二三四五六七八九十]{1,3}[、．.]",
        r"[（(][一二三四五六七八九十]{1,3}[)）]",
        r"\d{1,2}[.、．]",
        r"[가나다라마바사아자차카타파하][.．]\s",
        r"[（(]?\d{1,2}[)）]",
        r"[①-⑳]",
    )
)
_BRACKETED: Final = re.compile(r"[（(][^（）()]{1,30}[)）]\Z")
_MARK: Final = re.compile(r"[■□◆◇●○▼▶★☆▲△※◎]")
_DEEPEST: Final = 6


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a heading has in common with those of its level."""

    real: int = 0
    rank: int = -1
    sign: str = ""
    centred: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that what follows may stand under."""

    kind: _Kind
    level: int
    draft: int


def levels(drafts: list[Draft], _: Notes) -> list[Draft]:
    """Give every heading its level, from 2 (1 is the title)."""
    real = sorted({draft.level for draft in drafts if draft.kind == "heading" and draft.level})
    stack: list[_Open] = []
    out = []
    for index, draft in enumerate(drafts):
        if draft.kind == "heading":
            kind = _kind(draft)
            _climb(stack, kind, index)
            if kind.real:
                level = 2 + real.index(kind.real)
            elif stack and stack[-1].kind == kind:
                level = stack[-1].level
            else:
                level = stack[-1].level + 1 if stack else 2
            if stack and stack[-1].kind == kind:
                stack.pop()
            level = min(level, _DEEPEST)
            stack.append(_Open(kind, level, index))
            draft = replace(draft, level=level)
        out.append(draft)
    return out


def _kind(draft: Draft) -> _Kind:
    if draft.level:
        return _Kind(real=draft.level)
    for rank, pattern in enumerate(_NUMBERS):
        if pattern.match(draft.text):
            return _Kind(rank=rank)
    mark = _MARK.match(draft.text)
    sign = "(" if _BRACKETED.match(draft.text) else mark.group() if mark else ""
    return _Kind(sign=sign, centred=draft.centred, bold=draft.bold)


def _climb(stack: list[_Open], kind: _Kind, index: int) -> None:
    """Close what the new heading does not stand under, up to the last of its own kind."""
    if any(one.kind == kind for one in stack):
        while stack[-1].kind != kind:
            stack.pop()
        return
    while stack and not _is_above(stack[-1], kind, index):
        stack.pop()


def _is_above(one: _Open, kind: _Kind, index: int) -> bool:
    upper = one.kind
    if upper.real or kind.real:
        return bool(upper.real) and (not kind.real or upper.real < kind.real)
    if upper.rank >= 0 and kind.rank >= 0:
        return upper.rank < kind.rank
    if upper.rank >= 0:
        return kind.sign == "("
    if kind.rank >= 0:  # a title right above 第一章; 前言 with its own text stands beside 一、
        return one.draft == index - 1
    return upper.centred and upper.bold and not kind.centred
