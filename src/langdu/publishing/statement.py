"""The accessibility statement that is published with every article.

It says what this release of langdu was checked with; ``checked.json`` beside this file is written
by the gate of the repository (``make statement``), and only when the gate found nothing. It names
the code that was checked; where that is not the code that runs, the statement says so.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from langdu.publishing.assets import FOLDER, linked
from langdu.publishing.dates import human_date
from langdu.publishing.labels import endonym, labels
from langdu.publishing.labels_statement import statement_words
from langdu.publishing.rendering import render

FILENAME: Final = "accessibility.html"
_RECORD: Final = "checked.json"
_CODE: Final = (".py", ".j2", ".css", ".js", ".xml", ".json")


@dataclass(frozen=True, slots=True)
class Checker:
    """A program, its version and how many pages, books or states of them it looked at."""

    name: str
    version: str
    looks: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What was done: the day (ISO 8601), langdu's version, the programs, and langdu's own checks.

    ``browser`` is the one that the checks of pages ran in; ``changed``: the code that publishes is
    not that which was checked.
    """

    date: str
    version: str
    browser: str
    checkers: tuple[Checker, ...]
    own: int
    changed: bool = False


@cache
def code_digest() -> str:
    """A SHA-256 of all that makes pages and books: the files of this package, by their names."""
    digest = hashlib.sha256()
    for name, file in sorted(_code(files("langdu.publishing"), "")):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{name} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _code(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{path}{entry.name}"
        if entry.is_dir():
            yield from _code(entry, f"{name}/")
        elif entry.name.endswith(_CODE) and name != _RECORD:
            yield name, entry


def checked() -> Checked | None:
    """What this release was checked with; ``None`` for a build that was not."""
    text = (files("langdu.publishing") / _RECORD).read_text(encoding="utf-8")
    data: dict[str, Any] | None = json.loads(text)
    if data is None:
        return None
    return Checked(
        data["date"],
        data["langdu"],
        data["browser"],
        tuple(Checker(c["name"], c["version"], c["looks"]) for c in data["checkers"]),
        data["own"],
        changed=data["code"] != code_digest(),
    )


def write_statement(done: Checked | None) -> str:
    """The page for what was :func:`checked`, with a part for each language of the interface."""
    return render(
        "statement.html.j2",
        title=labels("en")["statement"],
        tag="en",
        links=(),
        assets=linked(f"{FOLDER}/"),
        data=None,
        word_blocks=(),
        several=False,
        done=done,
        parts=[
            (labels(code), endonym(code), human_date(done.date, code) if done else "", words)
            for code, words in statement_words().items()
        ],
    )
