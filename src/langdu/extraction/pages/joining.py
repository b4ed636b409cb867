"""The drafts of several pages → those of one article.

Pages repeat what frames them: a lead, a picture, a note below. It is kept once, at the head or at
the end. A sentence that runs over the end of a page is one again.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.notes import Notes
from langdu.extraction.part import Part
from langdu.extraction.result import Origin
from langdu.extraction.rules.duplicates import duplicates
from langdu.extraction.rules.shapes import NUMBERED, is_prose
from langdu.extraction.text import cjk_share, ends_sentence, has_commas, width

#: What may stand on another page than the first, and is of the whole article.
_ANYWHERE: Final = frozenset(
    "author author_far author_weak editor editor_weak source updated updated_far updated_weak"
    .split()
)  # fmt: skip
#: What ends a line in the middle of a sentence.
_OPEN: Final = ("，", "、", ",")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
#: A Chinese or Japanese paragraph without a stop is cut if it is this wide, and no line of a poem,
#: a name or a caption.
_WIDE: Final = 100


def join(parts: Sequence[Part]) -> Part:
    """One part of several, in their order. The metadata are those of the first page."""
    first = parts[0]
    if len(parts) == 1:
        return first
    notes = _notes(parts)
    drafts: list[Draft] = []
    for number, part in enumerate(parts):
        own = part.drafts
        if number:
            own = own[_repeated(own, first.drafts) :]
        if number + 1 < len(parts):
            following = parts[number + 1].drafts
            own = own[: len(own) - _repeated(own[::-1], following[::-1])]
        _note_repeated(part.drafts, own, notes)
        _append(drafts, own)
    return replace(first, drafts=duplicates(drafts, notes), notes=notes, pager=None)


def adds_nothing(part: Part, earlier: Sequence[Part]) -> bool:
    """Whether a page has no text and no picture that an earlier one has not."""
    seen = {_name(draft) for one in earlier for draft in one.drafts}
    return all(_name(draft) in seen for draft in part.drafts)


def _append(drafts: list[Draft], more: list[Draft]) -> None:
    if drafts and more and _continues(drafts[-1], more[0]):
        drafts[-1] = replace(drafts[-1], rich=_together(drafts[-1].rich, more[0].rich))
        more = more[1:]
    drafts += more


def _continues(last: Draft, first: Draft) -> bool:
    """Whether a paragraph goes on with the next page."""
    if not (last.is_line and first.is_line and is_prose(last)):
        return False
    before, after = last.text, first.text
    if ends_sentence(before) or NUMBERED.match(after):
        return False
    ending = before.endswith(_OPEN) or before[-1].isalpha()
    if after[0].islower():
        return ending
    if cjk_share(after[0]) and after[0].isalpha() and cjk_share(before) > 0.4:
        cut = width(before) >= _WIDE and has_commas(before) and is_prose(first)
        return before.endswith(_OPEN) or (cut and ending)
    return False


def _together(one: Rich, other: Rich) -> Rich:
    wide = cjk_share(one.text[-1]) and not _HANGUL.match(other.text)
    text = one.text if wide else one.text + " "
    moved = len(text)
    marks = (replace(m, start=m.start + moved, end=m.end + moved) for m in other.marks)
    return replace(
        one,
        text=text + other.text,
        marks=(*one.marks, *marks),
        cuts=(*one.cuts, *(cut + moved for cut in other.cuts)),
    )


def _repeated(drafts: list[Draft], others: list[Draft]) -> int:
    """How many drafts two lists begin with in common, short of all of them."""
    pairs = zip(drafts[:-1], others, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _name(pair[0]) == _name(pair[1]), pairs))


def _name(draft: Draft) -> tuple[object, ...]:
    """What makes a draft the same again on another page."""
    items = tuple(item.rich.text for item in draft.items)
    cells = tuple(cell.rich.text for row in draft.rows for cell in row)
    return draft.kind, draft.text, draft.image, draft.href, items, cells


def _notes(parts: Sequence[Part]) -> Notes:
    first = parts[0].notes
    notes = Notes(first.host, explaining=first.explaining)
    notes.facts = list(first.facts)
    for number, part in enumerate(parts[1:], 2):
        told = {fact.field for fact in notes.facts}
        notes.facts += [
            Origin(fact.field, f"{fact.where} of page {number}", fact.value)
            for fact in part.notes.facts
            if fact.field in _ANYWHERE and fact.field not in told
        ]
    for part in parts:
        notes.removals += part.notes.removals
        notes.remarks += (text for text in part.notes.remarks if text not in notes.remarks)
    return notes


def _note_repeated(whole: list[Draft], kept: list[Draft], notes: Notes) -> None:
    there = {id(draft) for draft in kept}
    for draft in whole:
        if id(draft) not in there:
            notes.removal("pages", "stands on every page", draft.text or draft.kind)
