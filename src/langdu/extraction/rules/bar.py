"""The bar between title and body (时间, 来源, 字体, 打印, 分享到), wherever it ended up."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from langdu.extraction.dates import is_date, read_date
from langdu.extraction.drafts import Draft
from langdu.extraction.labels import is_bar, is_tools, labelled
from langdu.extraction.metadata.breadcrumb import breadcrumb_line
from langdu.extraction.notes import Notes
from langdu.extraction.rules.bar_lines import Known, is_byline
from langdu.extraction.rules.credits import reporter
from langdu.extraction.rules.shapes import is_prose
from langdu.extraction.text import ends_sentence, has_letters, width

#: A date by itself may be a heading of a chronicle; so far above the text it is the bar's.
_ABOVE: Final = 10
#: Above the bar there may be a summary of so many Latin letters.
_SUMMARY: Final = 250
#: What stands between the names of several authors.
_SEVERAL: Final = re.compile(r"\n|,\s|[、，;；]")
#: A bar says when it was written, and when changed.
_DATES: Final = 2
#: No line of prose is so short, unless it ends like a sentence.
_SHORT: Final = 60
#: Longer lines are no bars.
_LONG: Final = 300
_ARROWS: Final = (">", "»", "›", "→")


def bar(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Take bars out, and note the metadata that they show."""
    names = _known(notes)
    prose = list(islice(_prose(drafts, range(len(drafts)), names), 2))
    first = prose[0] if prose else len(drafts)
    last = next(_prose(drafts, range(len(drafts) - 1, -1, -1), names), -1)
    summed = _below_summary(drafts, prose)
    kept = []
    for index, draft in enumerate(drafts):
        if len(draft.text) > _LONG:
            kept.append(draft)
            continue
        below = index > last and not _is_signature(drafts, index)
        outside = (index < first and index < _ABOVE) or below
        if (
            _is_bar_draft(draft, names if index < first else Known(), outside=outside)
            or (prose and index < first and _is_bar_list(draft, names))
            or (first < index < summed and _is_sure(draft, names))
        ):
            _note(draft, notes, above=index < first)
        else:
            kept.append(draft)
    return kept


def _prose(drafts: list[Draft], places: range, names: Known) -> Iterator[int]:
    """Which of some places hold running text."""
    for index in places:
        draft = drafts[index]
        if is_prose(draft) and not _bars(draft) and not _only_seems_prose(draft, names):
            yield index


def _known(notes: Notes) -> Known:
    offices = _names(notes, "site", "source")
    # an office that issues a document signs it, and that is text
    return Known(
        tuple(
            n for n in _names(notes, "author", "author_weak", "author_named") if n not in offices
        ),
        offices,
    )


def _names(notes: Notes, *fields: str) -> tuple[str, ...]:
    values = [value for field in fields for value in notes.all(field)]
    found = {name.strip().lower() for value in values for name in _SEVERAL.split(value)}
    return tuple(sorted((name for name in found if len(name) > 1), key=len, reverse=True))


def _below_summary(drafts: list[Draft], prose: list[int]) -> int:
    """Where the prose begins that follows a summary, or 0."""
    if len(prose) < 2 or not drafts[prose[0]].is_line:
        return 0
    return prose[1] if width(drafts[prose[0]].text) <= _SUMMARY else 0


def _is_signature(drafts: list[Draft], index: int) -> bool:
    """Whether a date signs the text: it stands under a name, as at the end of a document."""
    above = drafts[index - 1] if index else None
    return (
        above is not None
        and is_date(drafts[index].text)
        and above.is_line
        and not _is_bar_line(above.text, Known(), outside=True)
        and not ends_sentence(above.text)
    )


def _note(draft: Draft, notes: Notes, *, above: bool) -> None:
    for text in [draft.text] if draft.text else _items(draft):
        pairs = labelled(text)
        for pair in pairs:
            notes.fact(pair.field, "bar", pair.value)
        notes.fact("author", "bar", reporter(text))
        if above and not any(pair.field == "updated" for pair in pairs):
            notes.fact("published_near", "bar", read_date(text))
    text = draft.text or " ".join(_items(draft))
    notes.removal("bar", "who, when, where from, or tools: not text", text)


def _bars(draft: Draft) -> bool:
    return draft.is_line and is_bar(draft.text)


def _only_seems_prose(draft: Draft, names: Known) -> bool:
    """Whether a draft is a list that is a bar, or a date with a stop: May 5, 2024, 8:41 a.m."""
    if draft.kind == "list":
        return _is_bar_list(draft, names)
    return draft.is_line and len(draft.text) < _SHORT and is_byline(draft.text, Known())


def _is_bar_draft(draft: Draft, names: Known, *, outside: bool) -> bool:
    return draft.kind in ("paragraph", "heading", "quote") and _is_bar_line(
        draft.text, names, outside=outside
    )


def _is_bar_line(text: str, names: Known, *, outside: bool) -> bool:
    if not has_letters(text):
        return False
    if is_tools(text) and (outside or len(text) > 1):
        return True
    if outside and (is_byline(text, names) or _is_path(text)):
        return True
    if not is_bar(text):
        return False
    pairs = labelled(text)
    if not pairs and not read_date(text):
        return False
    # within the text only what no text says of itself is a bar: 时间：5月3日 may be a notice's own
    inside = {"editor", "views", "size", "share", "reviewer"} & {pair.field for pair in pairs}
    return outside or bool(inside)


def _is_sure(draft: Draft, names: Known) -> bool:
    """Whether a line between a summary and the text can only be a bar's: it has a known name, or
    says when the page was changed."""
    text = draft.text
    if not draft.is_line or not text:
        return False
    if is_bar(text) and any(pair.field == "updated" and pair.value for pair in labelled(text)):
        return True
    return any(name in text.lower() for name in names.authors) and is_byline(text, names)


def _is_path(text: str) -> bool:
    """Whether a line is the path of columns, perhaps cut off behind its first one: Home>>"""
    line = f"{text} …" if text.endswith(_ARROWS) else text
    return any(arrow in line for arrow in _ARROWS) and len(breadcrumb_line(line)) > 1


def _is_bar_list(draft: Draft, names: Known) -> bool:
    """Whether every item of a list is a line of the bar; a term is free that heads several.

    A list of days is a calendar.
    """
    return (
        draft.kind == "list"
        and 0 < len(draft.items) <= _ABOVE
        and sum(map(is_date, _items(draft))) <= _DATES
        and not any(item.nested for item in draft.items)
        and all(_is_bar_item(text, names) for text in _items(draft))
    )


def _is_bar_item(text: str, names: Known) -> bool:
    if _is_bar_line(text, names, outside=True):
        return True
    _, *values = text.split("\n")
    return len(values) > 1 and all(_is_bar_line(line, names, outside=True) for line in values)


def _items(draft: Draft) -> list[str]:
    return [item.rich.text for item in draft.items]
