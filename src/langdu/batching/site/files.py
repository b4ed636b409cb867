"""The site's own files: written where they differ, removed where they are no more.

The book ``.langdu/site.json`` names the files that are the site's. It names all old and new ones
before the first is written, and the new ones alone when the old are gone: killed in between, the
next run knows of every file.
"""

import json
import os
import re
from collections.abc import Iterator
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
    """The files of one build below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, bytes] = {}

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def put(self, path: str, content: str | bytes) -> None:
        """Have a file at ``path``, relative to the folder."""
        self._files[path] = content.encode() if isinstance(content, str) else content

    def save(self) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
        """Write what differs and remove what is no more: what was written, what removed.

        Raises :class:`~langdu.errors.PublishError`.
        """
        before = self._known()
        paths = {path: self._folder / path for path in sorted(self._files)}
        gone = sorted(before - paths.keys())
        if gone or paths.keys() - before:
            self._note(before | paths.keys())
        different = {
            name: path for name, path in paths.items() if _bytes(path) != self._files[name]
        }
        for name, path in different.items():
            _write(path, self._files[name])
        removed = tuple(path for path in (self._folder / name for name in gone) if _remove(path))
        if gone:
            self._note(set(paths))
        return tuple(different.values()), removed

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
