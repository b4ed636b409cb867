"""Where eSpeak NG is: the library of the package espeakng-loader, else the system's."""

import os
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: eSpeak NG keeps its data path in 160 bytes and gives up on a longer one.
_LONGEST: Final = 140


@dataclass(frozen=True, slots=True)
class Place:
    """A library, and the folder of its ``espeak-ng-data`` (empty: it knows where they are)."""

    library: str
    data: str


def bundled(folder: Path) -> "Place | None":
    """The package's library, if there is one for this machine.

    ``folder`` is for a link to its data, where those lie too deep for eSpeak NG.
    """
    try:
        import espeakng_loader
    except (ImportError, OSError):
        return None
    data = _short(Path(espeakng_loader.get_data_path()), folder)
    return Place(espeakng_loader.get_library_path(), str(data.parent))


def find(folder: Path) -> Place:
    """The package's library, else the system's. Raises :class:`OSError` where there is none."""
    found = bundled(folder)
    if found is not None:
        return found
    system = find_library("espeak-ng")
    if system is None:
        raise OSError("there is no library espeak-ng on this system")
    return Place(system, "")


def _short(data: Path, folder: Path) -> Path:
    """The data's path, or that of a link to it where it is too long for eSpeak NG."""
    if len(os.fsencode(data)) <= _LONGEST:
        return data
    link = folder / data.name
    link.symlink_to(data, target_is_directory=True)
    return link
