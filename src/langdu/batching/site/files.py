"""The site's own files: written where they differ, removed where they are no more.

The book ``.langdu/site.json`` names the files that are the site's. It names all old and new ones
before they are written, and the new ones alone when the old are gone: killed in between, the
next run knows of every file. No file is held: each is written as it is made.
"""

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from langdu.errors import PublishError

_BOOK: Final = Path(".langdu") / "site.json"
_SCHEMA: Final = "langdu/site/1"
#: Files that this package makes; a book that names another is damaged, or somebody else's work.
_OURS: Final = re.compile(
    r"(?:[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*|assets|sitemaps)(?:/[a-z0-9][a-z0-9-]*){0,2}/"
    r"[a-z0-9][a-z0-9-]*\.[a-z]+|(?:index\.html|sitemap\.xml|robots\.txt)"
)


class SiteFiles:
    """The files of one build below ``folder``: :meth:`expect`, :meth:`put`, :meth:`finish`.

    All of them raise :class:`~langdu.errors.PublishError`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before = self._known()
        self._noted = set(self._before)
        self._names: set[str] = set()
        self._written: list[Path] = []

    def __len__(self) -> int:
        return len(self._names)

    def expect(self, paths: Iterable[str]) -> None:
        """Note that there will be files at these paths; some of them may not come."""
        if new := set(paths) - self._noted:
            self._noted |= new
            self._note(self._noted)

    def put(self, path: str, content: str | bytes) -> None:
        """Have a file at ``path``, relative to the folder."""
        self.expect([path])
        self._names.add(path)
        data = content.encode() if isinstance(content, str) else content
        place = self._folder / path
        if _bytes(place) != data:
            _write(place, data)
            self._written.append(place)

    def finish(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Remove what is no more: what was written, what removed."""
        gone = sorted(self._before - self._names)
        removed = tuple(path for path in (self._folder / name for name in gone) if _remove(path))
        if self._noted != self._names:
            self._note(self._names)
        return tuple(sorted(self._written)), removed

    def _known(self) -> set[str]:
        """The files of the last build that may be removed."""
        try:
            data: Any = json.loads((self._folder / _BOOK).read_bytes())
            names = data["files"] if data["schema"] == _SCHEMA else []
            return {name for name in names if isinstance(name, str) and _OURS.fullmatch(name)}
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return set()  # no book, or a damaged one: nothing is removed, and it is made anew

    def _note(self, names: set[str]) -> None:
        rows = json.dumps({"schema": _SCHEMA, "files": sorted(names)}, indent=0)
        _write(self._folder / _BOOK, f"{rows}\n".encode())


def _write(path: Path, data: bytes) -> None:
    """Have a file whole or not at all.

    What a killed run leaves is named after the file, so the next one, which must write that file
    too, uses it up. A site has one builder at a time, and thousands of small files: this takes a
    third of the time of :func:`langdu.publishing.files.write`.
    """
    temporary = path.with_name(f".{path.name}.new")
    try:
        try:
            temporary.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
        os.replace(temporary, path)  # noqa: PTH105 - the name by which the step is known
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        reason = error.strerror or str(error)
        raise PublishError(f"cannot write {path}: {reason}; choose another folder") from None


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise PublishError(f"cannot read {path}: {error.strerror}") from None


def _remove(path: Path) -> bool:
    """Remove a file, what a killed run left of it, and folders that are empty then."""
    there = path.exists()
    try:
        path.unlink(missing_ok=True)
        path.with_name(f".{path.name}.new").unlink(missing_ok=True)
    except OSError as error:
        raise PublishError(f"cannot remove {path}: {error.strerror}") from None
    with suppress(OSError):  # not empty
        for folder in list(path.parents)[:3]:
            folder.rmdir()
    return there
