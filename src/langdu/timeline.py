"""When each sentence is heard: shared by speech, captions, pages and EPUB.

Times are in seconds from the beginning of the audio. The JSON form is ``langdu/timeline/1``.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from langdu.errors import ArticleError

SCHEMA: Final = "langdu/timeline/1"


@dataclass(frozen=True, slots=True)
class Clause:
    """From the character ``at`` of its sentence on, a clause is heard from ``start``."""

    at: int
    start: float


@dataclass(frozen=True, slots=True)
class Cue:
    """The sentence ``id`` is heard from ``start`` to ``end`` (the pause after it is not in it).

    ``lang``: its language, where a reading has several; the same ``id`` is then heard in each.
    ``clauses``: the second clause of the sentence and the later ones, where it has several.
    """

    id: str
    start: float
    end: float
    lang: str | None = None
    clauses: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The cues of one audio in the order in which they are heard, and its whole length."""

    lang: str
    duration: float
    cues: tuple[Cue, ...]

    def to_dict(self) -> dict[str, Any]:
        """The timeline as plain data; times are rounded to a tenth of a millisecond."""
        head = {"schema": SCHEMA, "lang": self.lang, "duration": round(self.duration, 4)}
        return {**head, "cues": [_row(cue) for cue in self.cues]}

    def to_json(self) -> str:
        """The timeline as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> "Timeline":
        """Read a timeline. Raises :class:`ArticleError` where it is not one."""
        try:
            data = json.loads(text)
            if data["schema"] != SCHEMA:
                raise ArticleError(f"the timeline's schema is not {SCHEMA!r}")
            return cls(str(data["lang"]), float(data["duration"]), tuple(_cues(data["cues"])))
        except (ValueError, TypeError, KeyError) as error:
            raise ArticleError(f"this is not a timeline: {error!r}") from None


def _row(cue: Cue) -> dict[str, Any]:
    """A cue as plain data; what it has not is left out, as it was before there were such fields."""
    row: dict[str, Any] = {"id": cue.id, "start": round(cue.start, 4), "end": round(cue.end, 4)}
    if cue.lang is not None:
        row["lang"] = cue.lang
    if cue.clauses:
        row["clauses"] = [[clause.at, round(clause.start, 4)] for clause in cue.clauses]
    return row


def _cues(rows: Iterable[dict[str, Any]]) -> Iterable[Cue]:
    for row in rows:
        lang = row.get("lang")
        clauses = (Clause(int(at), float(start)) for at, start in row.get("clauses") or ())
        yield Cue(
            str(row["id"]),
            float(row["start"]),
            float(row["end"]),
            None if lang is None else str(lang),
            tuple(clauses),
        )
