"""The accessibility statement that is published with every article.

It says what this release of langdu was checked with; ``checked.json`` beside this file is written
by the gate of the repository (``make statement``), and only when the gate found nothing.
"""

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Final

from langdu.publishing.assets import FOLDER, linked
from langdu.publishing.dates import human_date
from langdu.publishing.labels import endonym, labels
from langdu.publishing.labels_statement import statement_words
from langdu.publishing.rendering import render

FILENAME: Final = "accessibility.html"


@dataclass(frozen=True, slots=True)
class Checker:
    """A program, its version and how many pages, books or states of them it looked at."""

    name: str
    version: str
    looks: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What was done: the day (ISO 8601), langdu's version, the programs, and langdu's own checks.

    ``browser`` is the one that the checks of pages ran in.
    """

    date: str
    version: str
    browser: str
    checkers: tuple[Checker, ...]
    own: int


def checked() -> Checked | None:
    """What this release was checked with; ``None`` for a build that was not."""
    text = (files("langdu.publishing") / "checked.json").read_text(encoding="utf-8")
    data: dict[str, Any] | None = json.loads(text)
    if data is None:
        return None
    return Checked(
        data["date"],
        data["langdu"],
        data["browser"],
        tuple(Checker(c["name"], c["version"], c["looks"]) for c in data["checkers"]),
        data["own"],
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
