"""Reading a glossary's table: CSV or TSV in UTF-8, a column for each language.

::

    zh,en,ja,ko,ru,kind,note
    云溪区,Yunxi District,雲渓区,윈시구,район Юньси,place,
    一网通办,one-stop online service|unified online services,,,,,slogan of 2018

The header names two languages or more in any spelling that langdu knows, and may have ``kind`` and
``note``. ``|`` separates forms that are all right, the first one is preferred. Empty cells, empty
lines and lines that start with ``#`` are passed over.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Final

from langdu.errors import GlossaryError
from langdu.languages import LANGUAGES, normalize
from langdu.translation.glossary.term import KINDS, Entry

#: A larger file is no glossary: 50,000 rows in five languages have about 5 MB.
MAX_BYTES: Final = 16 * 1024**2
#: Rows of one file.
MAX_ROWS: Final = 100_000
#: Characters of one form: names and phrases, no sentences of a memory.
MAX_FORM: Final = 200
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]")
_SPELLINGS: Final = MappingProxyType({"organization": "organisation"})


def read_table(file: Path) -> list[Entry]:
    """The rows of a file. Raises :class:`~langdu.GlossaryError` with file and line."""
    return parse_table(_text(file), file.name)


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise GlossaryError(f"{file}: the glossary cannot be read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise GlossaryError(f"{file}: too large for a glossary (over {MAX_BYTES >> 20} MB)")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(f"{file}:{line}: a glossary must be in UTF-8, this is not") from None


def parse_table(text: str, name: str, *, shipped: bool = False) -> list[Entry]:
    """The rows of a text; ``name`` is what messages call it."""
    lines = text.splitlines(keepends=True)
    rows = _rows(lines, name)
    first = next(rows, None)
    if first is None:
        raise GlossaryError(f"{name}: empty; a glossary starts with a header such as zh,en,ja")
    columns = _header(first[1], f"{name}:{first[0]}")
    entries = []
    for line, cells in rows:
        entries.append(_entry(cells, columns, f"{name}:{line}", shipped))
        if len(entries) > MAX_ROWS:
            raise GlossaryError(f"{name}:{line}: more than {MAX_ROWS} rows")
    return entries


def _rows(lines: list[str], name: str) -> Iterator[tuple[int, list[str]]]:
    """(number of the line, its cells), without empty lines and comments."""
    header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    delimiter = max("\t;,", key=header.count)
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            # A line at a time: a quotation mark that is never closed must not eat the file.
            cells = next(csv.reader([line], delimiter=delimiter, strict=True))
        except csv.Error as error:
            raise GlossaryError(f"{name}:{number}: not a line of CSV: {error}") from None
        if any(cell.strip() for cell in cells):
            yield number, [cell.strip() for cell in cells]


def _header(cells: list[str], where: str) -> list[str]:
    columns = [_column(cell, where) for cell in cells]
    for column in columns:
        if columns.count(column) > 1:
            raise GlossaryError(f"{where}: the column {column!r} is there twice")
    if sum(column in LANGUAGES for column in columns) < 2:
        raise GlossaryError(f"{where}: the header must name two languages, such as zh,en")
    return columns


def _column(cell: str, where: str) -> str:
    name = cell.lower()
    if name in ("kind", "note"):
        return name
    if (code := normalize(cell)) in LANGUAGES:
        return code
    known = " ".join(LANGUAGES)
    raise GlossaryError(f"{where}: unknown column {cell!r}; there are: {known} kind note")


def _entry(cells: list[str], columns: list[str], where: str, shipped: bool) -> Entry:
    if len(cells) > len(columns):
        raise GlossaryError(f"{where}: {len(cells)} cells, but the header has {len(columns)}")
    row = dict(zip(columns, cells, strict=False))
    kind = (row.get("kind") or "term").lower()
    kind = _SPELLINGS.get(kind, kind)
    if kind not in KINDS:
        raise GlossaryError(f"{where}: unknown kind {kind!r}; there are: {' '.join(KINDS)}")
    forms = {
        column: forms
        for column, cell in row.items()
        if column in LANGUAGES and (forms := _forms(cell, where))
    }
    if len(forms) < 2:
        raise GlossaryError(f"{where}: a row needs a term in two languages")
    return Entry(forms, kind, where, shipped)


def _forms(cell: str, where: str) -> tuple[str, ...]:
    forms = dict.fromkeys(" ".join(form.split()) for form in cell.split("|"))
    for form in forms:
        if len(form) > MAX_FORM:
            raise GlossaryError(f"{where}: a term has more than {MAX_FORM} characters")
        if _CONTROL.search(form):
            raise GlossaryError(f"{where}: a term has a control character")
        if form and not any(map(_says_something, form)):
            raise GlossaryError(f"{where}: {form!r} is no term: it is punctuation only")
    return tuple(form for form in forms if form)


def _says_something(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "S"
