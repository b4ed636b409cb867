"""Facts in the lines around the text: the bar, the breadcrumbs, the editor at the end."""

from typing import Final

from langdu.extraction.dates import read_date
from langdu.extraction.labels import is_bar, labelled
from langdu.extraction.metadata.breadcrumb import breadcrumb_line, note_path
from langdu.extraction.notes import Notes
from langdu.extraction.outline import Line
from langdu.extraction.text import key

#: So many lines after the title may be the bar; a bare date further down is another's.
_NEAR: Final = 12


def read_page_lines(lines: list[Line], notes: Notes) -> None:
    """Note labelled values of lines that hold nothing else, those near the title first."""
    titles = _title_places(lines, notes)
    for index, line in enumerate(lines):
        if len(line.text) > 300:
            continue
        path = breadcrumb_line(line.text)
        if path:
            note_path(path, "breadcrumb", notes)
        pairs = labelled(line.text)
        if pairs and is_bar(line.text):
            for pair in pairs:
                notes.fact(pair.field, f"line {line.text[:30]!r}", pair.value)
        near = any(0 < index - place <= _NEAR for place in titles)
        if near and line.linked * 2 < line.width and len(line.text) < 120:
            notes.fact("published_near", "line under the title", read_date(line.text))


def _title_places(lines: list[Line], notes: Notes) -> list[int]:
    title = key(notes.first("title") or "")
    if not title:
        return []
    most = 2 * len(title) + 10  # white space and punctuation do not count
    return [i for i, line in enumerate(lines) if len(line.text) <= most and key(line.text) == title]
