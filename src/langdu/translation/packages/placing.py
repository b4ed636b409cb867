"""Putting packages in their place and taking them away, each in one step.

A package is made ready in a folder beside the packages and moved in by one renaming. It never takes
the name of one that is there: whoever is reading the old one gets all of it or an error, never half
of each, and a process that is killed in between leaves two whole packages and not none.
"""

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from langdu.errors import MissingModel
from langdu.translation.packages.installed import (
    Package,
    default_directory,
    found,
    parse_pair,
)
from langdu.translation.packages.locking import held
from langdu.translation.packages.space import NoRoom
from langdu.translation.packages.watching import SILENT, Watcher


@contextmanager
def workplace(root: Path, watcher: Watcher) -> Iterator[Path]:
    """An empty folder on the same disk as the packages in ``root``, which is locked meanwhile.

    What a killed process left in it goes first. Raises OSError.
    """
    root.mkdir(parents=True, exist_ok=True)
    root = root.resolve()
    name = f".{root.name}.langdu-work"
    work = _beside(root) / name
    # the lock is a file: argostranslate stumbles over folders that are no packages, not over files
    with held(root / ".langdu.lock", f"the packages in {root}", watcher):
        for place in (root.parent, root):
            _clear(place / name)
        work.mkdir()
        try:
            yield work
        finally:
            _clear(work)


def put(package: Package, root: Path, work: Path) -> Package:
    """Move a package from the workplace to its place; others of its pair give way to it."""
    target = _free_name(package, root)
    os.replace(package.path, target)  # noqa: PTH105 - says what it does
    placed = replace(package, path=target)
    take_away([one for one in found(root) if one.pair == placed.pair and one != placed], work)
    return placed


def take_away(packages: Sequence[Package], work: Path) -> None:
    """Move packages to the workplace, and so away."""
    for number, package in enumerate(packages):
        os.replace(package.path, work / f"old-{number}")  # noqa: PTH105


def remove(
    wanted: Sequence[str], *, directory: Path | None = None, watcher: Watcher = SILENT
) -> list[Package]:
    """Remove the packages of pairs, broken ones as well.

    Raises :class:`MissingModel` where one is not installed (then none is removed).
    """
    root = directory or default_directory()
    pairs = list(dict.fromkeys(parse_pair(name) for name in wanted))
    if not root.is_dir():
        raise MissingModel(f"no package for {'-'.join(pairs[0])} is installed")
    try:
        with workplace(root, watcher) as work:
            packages = found(root)
            chosen = [package for pair in pairs for package in _of(packages, pair)]
            take_away(chosen, work)
            return chosen
    except OSError as error:
        raise NoRoom(f"the packages in {root} cannot be changed: {error}") from None


def _of(packages: list[Package], pair: tuple[str, str]) -> list[Package]:
    matching = [package for package in packages if package.pair == pair]
    if not matching:
        raise MissingModel(f"no package for {'-'.join(pair)} is installed")
    return matching


def _beside(root: Path) -> Path:
    """Where to work: beside the packages, or among them where they are a disk of their own."""
    parent = root.parent
    same_disk = parent.stat().st_dev == root.stat().st_dev
    return parent if same_disk and os.access(parent, os.W_OK) else root


def _free_name(package: Package, root: Path) -> Path:
    version = re.sub(r"[^A-Za-z0-9]+", "_", package.version).strip("_")
    name = f"{package.name}-{version}" if version else package.name
    number, target = 1, root / name
    while target.exists() or target.is_symlink():
        number += 1
        target = root / f"{name}.{number}"
    return target


def _clear(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)
