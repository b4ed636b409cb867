"""The way of a text dump: find the title, read the lines around it, draft the body, refine."""

from langdu.errors import ExtractError
from langdu.extraction.assembly import assemble
from langdu.extraction.dates import read_date
from langdu.extraction.labels import is_bar, labelled
from langdu.extraction.metadata.breadcrumb import breadcrumb_line
from langdu.extraction.notes import Notes
from langdu.extraction.outline import refuse_masses
from langdu.extraction.plain_drafts import drafts_of
from langdu.extraction.plain_lines import TextLine, edition_codes, text_lines
from langdu.extraction.plain_title import find_title
from langdu.extraction.result import Extraction
from langdu.extraction.rules import apply_rules
from langdu.extraction.text import has_letters
from langdu.page import Page


def from_text(page: Page) -> Extraction:
    """The article of a text dump. Raises :class:`ExtractError`."""
    notes = Notes()
    lines = text_lines(page.text)
    refuse_masses(len(lines), "text")
    if not any(has_letters(line.text) for line in lines):
        raise ExtractError("the text holds no words")
    title, body = find_title(lines)
    if title is not None:
        notes.fact("title", "line above the bar or the text", lines[title].text)
    for line in lines[: title if title is not None else body]:
        _above(line, notes)
    drafts = apply_rules(drafts_of(lines[body:]), notes)
    if not drafts and title is not None:
        drafts = drafts_of(lines[title : title + 1])  # a text of one line is its own body
        notes.facts = [fact for fact in notes.facts if fact.field != "title"]
    if not drafts:
        raise ExtractError(f"no article is in the text: its {len(lines)} lines are menus and tools")
    return assemble(drafts, notes, declared=None, url=page.url)


def _above(line: TextLine, notes: Notes) -> None:
    path = breadcrumb_line(line.text)
    if path:
        notes.fact("path", "breadcrumb", "\n".join(path))
    for code in edition_codes(line.text):
        notes.fact("edition", "menu", code)
    if is_bar(line.text):
        for pair in labelled(line.text):
            notes.fact(pair.field, "bar", pair.value)
        notes.fact("published_near", "bar", read_date(line.text))
    reason = "the path of columns" if path else "stands above the title"
    notes.removal("above-title", reason, line.text)
