"""What is taken out of the text to be shown beside it: a lead that the text begins with again, a
quotation that is pulled out of its paragraph."""

import re
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.notes import Notes
from langdu.extraction.rules.shapes import is_prose
from langdu.extraction.text import key, width

_LABEL: Final = re.compile(
    r"(?:摘要|导语|导读|内容提要|核心提示|要旨|要約|概要|リード|요약|Summary|Abstract|In brief"
    r"|Кратко|Аннотация)\s?[:：]\s?",
    re.IGNORECASE,
)
#: How far above its paragraph a lead stands, with the bar and a picture between them.
_AHEAD: Final = 8
#: How many blocks away from its paragraph a quotation is pulled to.
_AROUND: Final = 3
#: Less is said by chance, in letters.
_MIN: Final = 12
_MAX_PULLED: Final = 240
_SURELY: Final = 60


def excerpts(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take out lines that a paragraph nearby begins with or, set apart, holds."""
    keys = _Keys(drafts)
    begun = False
    out = []
    for index, draft in enumerate(drafts):
        if not begun and _is_lead(drafts, keys, index):
            notes.removal("excerpts", "the text begins with it", draft.text)
            keys.drop(index)
        elif _is_pulled(drafts, keys, index):
            notes.removal("excerpts", "a quotation of the text around it", draft.text)
            keys.drop(index)
        else:
            begun = begun or is_prose(draft)
            out.append(draft)
    return out


class _Keys:
    """The keys of the drafts' texts; they are made when they are asked for, which is seldom."""

    def __init__(self, drafts: list[Draft]) -> None:
        self._drafts = drafts
        self._known: dict[int, str] = {}

    def __getitem__(self, index: int) -> str:
        if index not in self._known:
            draft = self._drafts[index]
            text = draft.text if draft.kind in ("paragraph", "quote") else ""
            self._known[index] = key(text)
        return self._known[index]

    def drop(self, index: int) -> None:
        """What is taken out is compared with nothing any more."""
        self._known[index] = ""


def _is_lead(drafts: list[Draft], keys: _Keys, index: int) -> bool:
    """Whether a paragraph further down, set otherwise, begins with this one and says more."""
    draft = drafts[index]
    if not draft.is_line or len(keys[index]) < _MIN:
        return False
    label = _LABEL.match(draft.text)
    own = key(draft.text[label.end() :]) if label else keys[index]
    if len(own) < _MIN:
        return False
    for other in range(index + 1, min(index + 1 + _AHEAD, len(drafts))):
        if drafts[other].is_line and keys[other].startswith(own):
            longer = len(keys[other]) > len(own) and _is_apart(draft, drafts[other])
            return label is not None or longer
    return False


def _is_apart(draft: Draft, other: Draft) -> bool:
    """Whether two blocks stand in different places or are set differently."""
    if draft.place != other.place or draft.look != other.look:
        return True
    return draft.bold and not other.bold


def _is_pulled(drafts: list[Draft], keys: _Keys, index: int) -> bool:
    """Whether a line that is set unlike its neighbours stands in one of them too."""
    draft = drafts[index]
    size = width(draft.text)
    if size > _MAX_PULLED or draft.plain or draft.bold:
        return False
    if size < _SURELY and draft.kind != "quote" and "pull" not in draft.look.lower():
        return False  # a heading has words of the text below it, too
    near = range(max(index - _AROUND, 0), min(index + _AROUND + 1, len(drafts)))
    apart = [
        other
        for other in near
        # set unlike the text around it, not merely in another section
        if other != index
        and drafts[other].is_line
        and (draft.kind == "quote" or draft.look != drafts[other].look)
    ]
    if not apart or len(keys[index]) < _MIN:
        return False
    own = keys[index]
    return any(len(keys[other]) > len(own) and own in keys[other] for other in apart)
