"""Parallel text: a file of lines that are each other's translations."""

from dataclasses import dataclass
from pathlib import Path

from langdu.languages import LANGUAGES, normalize


class BadFile(Exception):
    """The file is no parallel text; the message is one line that says where and why."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """Source lines, and for each target language as many references."""

    source: str
    lines: tuple[str, ...]
    references: dict[str, tuple[str, ...]]


def read(file: Path) -> Parallel:
    """Read tab-separated values, in UTF-8.

    The first line has the codes of the languages, the source's first (``zh``, tab, ``en``); every
    other line a text and its references. Quotation marks are nothing special. Empty lines are
    passed over. Raises :class:`BadFile`.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadFile(f"{file} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise BadFile(f"{file} is not UTF-8: its byte {error.start} is none of it") from None
    rows = [
        (number, [cell.strip() for cell in line.split("\t")])
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]
    if not rows:
        raise BadFile(f"{file} is empty")
    codes = _codes(file, rows[0][1])
    for number, cells in rows[1:]:
        if len(cells) != len(codes):
            raise BadFile(
                f"{file}, line {number}: {len(cells)} cells, where the first line has {len(codes)}"
            )
        if not all(cells):
            raise BadFile(f"{file}, line {number}: a cell is empty")
    if len(rows) == 1:
        raise BadFile(f"{file} has no line of text after its first")
    columns = list(zip(*(cells for _, cells in rows[1:]), strict=True))
    return Parallel(codes[0], columns[0], dict(zip(codes[1:], columns[1:], strict=True)))


def _codes(file: Path, cells: list[str]) -> list[str]:
    codes = [normalize(cell) for cell in cells]
    for code, cell in zip(codes, cells, strict=True):
        if code not in LANGUAGES:
            raise BadFile(
                f"{file}, line 1: {cell[:20]!r} is none of {', '.join(LANGUAGES)}; the first "
                "line has the languages' codes, between tabs, the source's first"
            )
    if len(codes) < 2 or len(set(codes)) < len(codes):
        raise BadFile(f"{file}, line 1: two or more different languages belong there")
    return codes
