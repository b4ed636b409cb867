"""What a page says about its article: head, JSON-LD, the lines around the text, its links."""

from collections.abc import Sequence

from lxml import etree

from langdu.extraction.metadata.breadcrumb import breadcrumb_line, read_path
from langdu.extraction.metadata.choice import choose
from langdu.extraction.metadata.editions import editions
from langdu.extraction.metadata.head import read_head
from langdu.extraction.metadata.json_ld import read_json_ld
from langdu.extraction.metadata.machine_dates import read_scripts
from langdu.extraction.metadata.microdata import read_microdata
from langdu.extraction.metadata.page_lines import read_cells, read_page_lines
from langdu.extraction.metadata.title import read_title
from langdu.extraction.notes import Notes
from langdu.extraction.outline import Line

__all__ = ["breadcrumb_line", "choose", "editions", "read_metadata"]


def read_metadata(
    root: etree._Element,
    lines: list[Line],
    base: str | None,
    notes: Notes,
    *,
    paths: Sequence[etree._Element] = (),
    microdata: bool = True,
) -> None:
    """Note all facts of a page, the surest first.

    ``paths``: elements whose names say that they hold the path of columns. ``microdata``: whether
    the page can have any.
    """
    read_head(root, base, notes)
    read_json_ld(root, notes)
    if microdata:
        read_microdata(root, notes)
    if "\n" not in (notes.first("path") or ""):
        read_path(paths, lines, notes)
    read_cells(lines, notes)
    read_title(root, lines, notes)
    read_page_lines(root, lines, notes)
    if not any(fact.field.startswith("published") for fact in notes.facts):
        read_scripts(root, notes)
