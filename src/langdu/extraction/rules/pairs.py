"""Two short heading lines in a row are one heading with two sentences."""

import re
from dataclasses import replace
from typing import Final

from langdu.article import Mark
from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.notes import Notes
from langdu.extraction.rules.shapes import NUMBERED
from langdu.extraction.text import ends_sentence, width

_COLON: Final = re.compile("[:：]")
_MAX: Final = 62


def pairs(drafts: list[Draft], _: Notes) -> list[Draft]:
    """Join them: the first line, a space, the second line."""
    out: list[Draft] = []
    joined = False  # three lines are no pair and a rest
    for draft in drafts:
        if out and not joined and _belong(out[-1], draft):
            out[-1] = _join(out[-1], draft)
            joined = True
        else:
            out.append(draft)
            joined = False
    return out


def _belong(first: Draft, second: Draft) -> bool:
    return (
        first.kind == second.kind == "heading"
        and first.level == second.level
        and first.bold == second.bold
        and not first.rich.cuts
        and not second.rich.cuts
        and max(width(first.text), width(second.text)) <= _MAX
        and not ends_sentence(first.text)
        and not _COLON.search(first.text)  # a label with its value is no half of a heading
        and not NUMBERED.match(second.text)
    )


def _join(first: Draft, second: Draft) -> Draft:
    shift = len(first.text) + 1
    moved = tuple(Mark(m.kind, m.start + shift, m.end + shift, m.value) for m in second.rich.marks)
    text = f"{first.text} {second.text}"
    return replace(first, rich=Rich(text, first.rich.marks + moved, (shift,)))
