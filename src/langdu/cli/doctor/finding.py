"""What is said about one thing that was looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing: whether it is there, what it is, and the command or step that brings it.

    ``area`` is its heading: ``langdu``, ``extras``, ``translation``, ``speech``, ``sound`` or
    ``places``. ``fix`` is ``None`` where nothing is to be done.
    """

    area: str
    what: str
    ok: bool
    detail: str
    fix: str | None = None
