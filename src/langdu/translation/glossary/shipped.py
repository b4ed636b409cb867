"""The glossary that ships: what Chinese portals say every day, in five languages.

Written by hand for langdu. Names of organs are the ones that they use themselves in English
(National Development and Reform Commission), other languages as their press has them.
"""

from importlib.resources import files

from langdu.translation.glossary.table import parse_table
from langdu.translation.glossary.term import Entry


def shipped_entries() -> list[Entry]:
    """The rows of all tables under ``data``, in the order of their names."""
    folder = files("langdu.translation.glossary") / "data"
    tables = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".csv")),
        key=lambda file: file.name,
    )
    return [
        entry
        for table in tables
        for entry in parse_table(table.read_text(encoding="utf-8"), table.name, shipped=True)
    ]
