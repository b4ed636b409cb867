"""Credit lines around the text: the editor is metadata, and the signs of a network are nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from langdu.extraction.drafts import Draft
from langdu.extraction.labels import labelled
from langdu.extraction.metadata.byline import reporter_in
from langdu.extraction.notes import Notes
from langdu.extraction.text import collapse, has_letters

_CLOSING: Final = re.compile(
    r"[（(\[【]\s?(?:责任编辑|责编|编\s?辑|責任編輯|編集|편집|Редактор|Editor|Edited by)"
    r"\s?[:：]?[^（）()\[\]【】]{0,40}[)）\]】]\s?\Z",
    re.IGNORECASE,
)
#: Written without a colon: a Korean reporter signs, an editor of Xinhua stands in brackets.
_LINE: Final = re.compile(
    r"[（(\[【]?\s?(?:(?:责任)?编\s?辑|责\s?编|責任編輯|編集|편집|Редактор|Editor|Edited by)"
    r"\s?(?:[:：]\s?|\s)(?P<name>[^：:。]{0,40}?)\s?[)）\]】]?\Z",
    re.IGNORECASE,
)
_KOREAN: Final = re.compile(r"(?P<name>[가-힣]{2,4})\s?기자(?:\s+[\w.+-]{1,60}@[\w.-]{1,60})?\Z")


def reporter(text: str) -> str | None:
    """The name of the Korean reporter who signs with a line, or ``None`` for other lines."""
    found = _KOREAN.match(text)
    return found["name"] if found else None


def credit_lines(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Move the editor's line, and the end of a paragraph in brackets, to the metadata."""
    kept = []
    for text in _ends(drafts):
        notes.fact("author_far", "reporter in brackets", reporter_in(text))
    for index, draft in enumerate(drafts):
        if not draft.is_line:
            kept.append(draft)
            continue
        if _is_credit(draft.text, index > len(drafts) // 2, notes):
            notes.removal("credits", "names who edited it: metadata", draft.text)
            continue
        closing = _CLOSING.search(draft.text[-80:]) if len(draft.text) > 4 else None
        if closing:
            cut = len(draft.text) - len(closing.group())
            for pair in labelled(closing.group().strip("（）()[]【】 ")):
                notes.fact(pair.field, "credits", pair.value)
            notes.removal("credits", "names who edited it: metadata", closing.group())
            draft = replace(draft, rich=draft.rich.part(0, cut))
        if draft.text:
            kept.append(draft)
    return kept


def _ends(drafts: list[Draft]) -> Iterator[str]:
    """The first and the last paragraph, which name the reporter in brackets."""
    lines = [draft.text for draft in drafts if draft.is_line]
    yield from lines[:1]
    yield from (line for line in lines[-2:] if line.startswith(("（", "(")))


def _is_credit(text: str, late: bool, notes: Notes) -> bool:
    if len(text) > 90:
        return False
    found = _LINE.match(text)
    if found:
        editor = collapse(found["name"]).strip("（）()[]【】 ")
        notes.fact("editor", "credits", editor if has_letters(editor) else None)
        return True
    # with an address nothing else is meant, wherever it stands
    name = reporter(text) if late or "@" in text else None
    notes.fact("author", "credits", name)
    return name is not None
