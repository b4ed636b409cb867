"""The title of a text dump: above the bar, below the breadcrumbs, or the first line."""

from typing import Final

from langdu.extraction.dates import read_date
from langdu.extraction.labels import is_bar, is_tools, labelled
from langdu.extraction.metadata.breadcrumb import breadcrumb_line
from langdu.extraction.plain_lines import TextLine, is_menu
from langdu.extraction.text import ends_sentence, has_letters, width

#: Menus above the title are long on some portals, but not longer.
_HEADER: Final = 80
_MAX_TITLE: Final = 220
_FIELDS: Final = frozenset({"published", "updated", "source", "author"})


def find_title(lines: list[TextLine]) -> tuple[int | None, int]:
    """The index of the title's line (or ``None``), and of the first line of the body."""
    bar = next((i for i, line in enumerate(lines[:_HEADER]) if _is_bar(line.text)), None)
    path = next((i for i, x in enumerate(lines[:_HEADER]) if breadcrumb_line(x.text)), None)
    if bar is not None and not _prose_before(lines, bar):
        for index in range(bar - 1, -1, -1):
            if _could_be(lines[index].text):
                return index, index + 1
    start = path + 1 if path is not None else 0
    for index in range(start, min(len(lines), start + _HEADER)):
        text = lines[index].text
        if is_menu(text) or _is_bar(text) or is_tools(text) or not has_letters(text):
            continue
        return (index, index + 1) if _could_be(text) and len(lines) > index + 1 else (None, index)
    return None, start


def _is_bar(text: str) -> bool:
    if not is_bar(text):
        return False
    return bool(read_date(text)) or any(pair.field in _FIELDS for pair in labelled(text))


def _could_be(text: str) -> bool:
    if not has_letters(text) or width(text) > _MAX_TITLE or (is_bar(text) and labelled(text)):
        return False
    if is_menu(text) or is_tools(text) or breadcrumb_line(text):
        return False
    return not text.endswith(("。", "；", "，", ";", ",")) and (
        not ends_sentence(text) or text.endswith(("?", "!", "？", "！", "…", "」", "”", "》", "）"))
    )


def _prose_before(lines: list[TextLine], index: int) -> bool:
    """Whether there is running text above: the bar found is then the tail's."""
    return any(ends_sentence(line.text) and width(line.text) > 120 for line in lines[:index])
