"""Footnotes: a reference in the text takes the text that it leads to, and the notes' block goes.

A link to a place in the page is a reference when it looks like one, and its place comes later and
holds a text that leads back or begins with the reference's own sign. All other links to places
in the page are of no use outside it and are dropped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from langdu.article import Mark
from langdu.extraction.drafts import Draft, ItemDraft, Rich
from langdu.extraction.notes import Notes
from langdu.extraction.text import collapse, has_letters

_REFERENCE: Final = re.compile(
    r"[\s\[(（［【〔*※†‡§^]*(?:(?:注|註|脚注|注释|주|각주|note|fn|n|прим\.?|сн\.?)\s?)?"
    r"(?:\d{1,3}|[a-zа-яア-ン]|[ivx]{1,6}|[一二三四五六七八九十]{1,3}|[①-⑳]|[*※†‡§#]{1,3})"
    r"[\s\])）］】〕.:：、]*\Z",
    re.IGNORECASE,
)
#: What only a reference has around or in it.
_SIGNED: Final = re.compile(r"[\[［【〔※†‡*]")
_BRACKETS: Final = "[](（）)［］【】〔〕 "
_AFTER_SIGN: Final = " \t.:：、)）］]】〕"
_ARROWS: Final = " \n↑↩⤴^←⏎\ufe0e\ufe0f"
_MAX_NOTE: Final = 2000


@dataclass(frozen=True, slots=True)
class _Target:
    """A place that links lead to: the draft and, in a list, the item."""

    draft: int
    item: int
    rich: Rich


def footnotes(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Bind references to their notes; take out blocks of which every note is bound."""
    if not any(mark.kind == "note" for rich in _riches(drafts) for mark in rich.marks):
        return drafts
    targets = _targets(drafts)
    places = {name: target.draft for name, target in targets.items()}
    bound: dict[str, str] = {}
    for index, draft in enumerate(drafts):
        for rich in _riches([draft]):
            for name, text in _bindings(rich, index, targets, places):
                bound.setdefault(name, text)
    used = {(targets[name].draft, targets[name].item) for name in bound}
    gone = {index for index, draft in enumerate(drafts) if _is_used(index, draft, used)}
    gone |= {index - 1 for index in gone if _heads_notes(drafts, index, gone)}
    kept = []
    for index, draft in enumerate(drafts):
        if index in gone:
            words = draft.text or " ".join(item.rich.text for item in draft.items)
            notes.removal("footnotes", "stands at its reference", words)
        else:
            kept.append(_with_notes(draft, bound))
    return kept


def _riches(drafts: list[Draft]) -> Iterator[Rich]:
    stack = list(reversed(drafts))
    while stack:
        draft = stack.pop()
        yield draft.rich
        for item in draft.items:
            yield item.rich
            if item.nested:
                stack.append(item.nested)
        for row in draft.rows:
            yield from (cell.rich for cell in row)


def _targets(drafts: list[Draft]) -> dict[str, _Target]:
    out: dict[str, _Target] = {}
    for index, draft in enumerate(drafts):
        if draft.kind in ("paragraph", "quote"):
            for name in draft.anchors:
                out.setdefault(name, _Target(index, -1, draft.rich))
        for number, item in enumerate(draft.items):
            for name in item.anchors:
                out.setdefault(name, _Target(index, number, item.rich))
    return out


def _bindings(
    rich: Rich, index: int, targets: dict[str, _Target], places: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """The names of the places below that a text refers to as notes, and the notes."""
    references = [mark for mark in rich.marks if mark.kind == "note" and mark.value]
    if not references:
        return
    raised = _covered(mark for mark in rich.marks if mark.kind == "sup")
    for mark in references:
        target = targets.get(mark.value or "")
        if target is None or target.draft <= index:
            continue
        up = mark.start in raised or mark.end - 1 in raised
        if _is_reference(mark, rich, target, raised=up):
            text = _note_text(mark, rich, target, places)
            if text:
                yield mark.value or "", text


def _covered(marks: Iterable[Mark]) -> set[int]:
    """The places in a text that marks are over."""
    return {place for mark in marks for place in range(mark.start, min(mark.end, mark.start + 40))}


def _is_reference(mark: Mark, rich: Rich, target: _Target, *, raised: bool) -> bool:
    sign = rich.text[mark.start : mark.end]
    if len(sign) > 12 or not (_REFERENCE.match(sign) or raised):
        return False
    around = rich.text[max(mark.start - 1, 0) : mark.end + 1]
    leads_back = any(m.kind == "note" for m in target.rich.marks)
    return raised or leads_back or _SIGNED.search(around) is not None or _begins(target, sign)


def _begins(target: _Target, sign: str) -> bool:
    return target.rich.text.lstrip(_BRACKETS).startswith(sign.strip(_BRACKETS))


def _note_text(mark: Mark, rich: Rich, target: _Target, places: dict[str, int]) -> str:
    """The note without its own sign and the ways back to the text."""
    text = target.rich.text
    back = [
        m
        for m in target.rich.marks
        if m.kind == "note" and m.end - m.start < 40
        if places.get(m.value or "", -1) <= target.draft
    ]
    for m in sorted(back, key=lambda m: -m.start):
        text = text[: m.start] + text[m.end :]
    text = text.strip(_ARROWS)
    sign = rich.text[mark.start : mark.end].strip(_BRACKETS)
    bare = text.lstrip(_BRACKETS)
    if sign and bare.startswith(sign):
        rest = bare[len(sign) :]
        if not rest[:1].isalnum() or not sign[-1:].isalnum():
            text = rest.lstrip(_AFTER_SIGN)
    text = collapse(text.strip(_ARROWS).removeprefix("[]").lstrip(_AFTER_SIGN))
    return text if has_letters(text) and len(text) <= _MAX_NOTE else ""


def _is_used(index: int, draft: Draft, used: set[tuple[int, int]]) -> bool:
    if draft.items:
        return all((index, number) in used for number in range(len(draft.items)))
    return (index, -1) in used


def _heads_notes(drafts: list[Draft], index: int, gone: set[int]) -> bool:
    """Whether the line before a note heads notes and nothing else."""
    if index == 0 or index - 1 in gone:
        return False
    last = index
    while last + 1 in gone:
        last += 1
    above = drafts[index - 1]
    alone = last + 1 == len(drafts) or drafts[last + 1].kind == "heading"
    short = len(above.text) <= 40 and not above.text.endswith(("。", ".", "！", "!", "?", "？"))
    return short and (above.kind == "heading" or (above.is_line and alone and above.bold))


def _with_notes(draft: Draft, bound: dict[str, str]) -> Draft:
    changed = draft
    if any(mark.kind == "note" for mark in draft.rich.marks):
        changed = replace(changed, rich=_bind(draft.rich, bound))
    if draft.items:
        changed = replace(changed, items=tuple(_item(item, bound) for item in draft.items))
    if draft.rows:
        rows = tuple(
            tuple(replace(cell, rich=_bind(cell.rich, bound)) for cell in row) for row in draft.rows
        )
        changed = replace(changed, rows=rows)
    return changed


def _item(item: ItemDraft, bound: dict[str, str]) -> ItemDraft:
    nested = _with_notes(item.nested, bound) if item.nested else None
    return replace(item, rich=_bind(item.rich, bound), nested=nested)


def _bind(rich: Rich, bound: dict[str, str]) -> Rich:
    """The note in the place of the link and of the raised characters that it is written with."""
    marks = []
    notes = [
        _with_brackets(replace(mark, value=bound[mark.value]), rich.text)
        for mark in rich.marks
        if mark.kind == "note" and mark.value in bound
    ]
    taken = _covered(notes)
    for mark in rich.marks:
        raised = mark.kind == "sup" and not taken.isdisjoint(range(mark.start, mark.end))
        if mark.kind != "note" and not raised:
            marks.append(mark)
    order = sorted([*marks, *notes], key=lambda m: (m.start, -m.end, m.kind, m.value or ""))
    return replace(rich, marks=tuple(order))


def _with_brackets(mark: Mark, text: str) -> Mark:
    """Brackets outside the link belong to the reference: [<a>1</a>]."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if mark.start and before + after in ("[]", "［］", "【】", "〔〕"):
        return replace(mark, start=mark.start - 1, end=mark.end + 1)
    return mark
