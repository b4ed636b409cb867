"""A folder of HTML files: all below it, in the order of their names."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from langdu.batching.sources.making import Item
from langdu.errors import ListError

_SUFFIXES: Final = (".html", ".htm", ".shtml", ".xhtml", ".xht")


def folder_items(folder: Path) -> Iterator[Item]:
    """The pages of a folder and of those in it.

    Hidden files and folders are left out, and links to folders, which may lead in a circle. One
    folder's names are held at a time. Raises :class:`ListError` where the folder cannot be read.
    """
    try:
        names = _listed(folder)
    except OSError as error:
        raise ListError(f"the folder {folder} cannot be read: {error.strerror}") from None
    yield from _walk(names)


def _walk(names: list[Path]) -> Iterator[Item]:
    waiting = names[::-1]
    while waiting:
        path = waiting.pop()
        if not path.is_dir():
            yield Item(str(path), path=path)
            continue
        try:
            waiting += _listed(path)[::-1]
        except OSError as error:
            yield Item(str(path), trouble=f"cannot be read: {error.strerror}", cut=True)


def _listed(folder: Path) -> list[Path]:
    with os.scandir(folder) as found:
        return sorted(Path(entry.path) for entry in found if _taken(entry))


def _taken(entry: "os.DirEntry[str]") -> bool:
    if entry.name.startswith("."):
        return False
    if entry.is_dir(follow_symlinks=False):
        return True
    return entry.name.lower().endswith(_SUFFIXES) and entry.is_file()
