"""Installing Argos packages: checked as a whole first, then in place in one step.

argostranslate's own installer unpacks any archive where it says; a package is other people's file.
"""

import os
import re
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import IO, Final

from langdu.errors import PackageError
from langdu.translation.packages.index import Progress, download, fetch_index, newest
from langdu.translation.packages.installed import (
    PAIR,
    Package,
    default_directory,
    installed,
    parse_pair,
    read,
)

#: A package that unpacks to more than this is refused; real ones are 60–150 MB.
MAX_UNPACKED: Final = 2 * 1024**3
#: int8 weights hardly compress; a file that shrinks this much is a bomb, not a model.
MAX_RATIO: Final = 100
_MAX_FILES: Final = 2000
_SAFE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,100}")


def add(
    wanted: Sequence[str],
    *,
    directory: Path | None = None,
    index: str | None = None,
    progress: Progress | None = None,
) -> list[Package]:
    """Install packages: pairs (``zh-en``) from the index, or ``.argosmodel`` files.

    Every pair is looked up before the first download. Raises :class:`PackageError` where a
    package is refused or the index or a download cannot be had, :class:`MissingModel` where the
    index does not offer a pair.
    """
    root = directory or default_directory()
    files = [name for name in wanted if name.endswith(".argosmodel")]
    pairs = [parse_pair(name) for name in wanted if name not in files]
    offers = fetch_index(index) if pairs else []
    chosen = [newest(offers, pair) for pair in pairs]
    added = [install(Path(name), directory=root) for name in files]
    for offer in chosen:
        with tempfile.TemporaryDirectory(prefix="langdu-") as folder:
            file = Path(folder) / f"translate-{offer.source}_{offer.target}.argosmodel"
            download(offer, file, progress)
            expected = (offer.source, offer.target)
            added.append(install(file, directory=root, expected=expected))
    return added


def install(
    file: Path, *, directory: Path | None = None, expected: tuple[str, str] | None = None
) -> Package:
    """Install one ``.argosmodel`` file; other packages of the same pair give way to it.

    Raises :class:`PackageError` for a file that is damaged, unsafe (a path that escapes, a link,
    a bomb), no translation package, or not for the ``expected`` pair; nothing is left behind.
    """
    root = directory or default_directory()
    try:
        root.mkdir(parents=True, exist_ok=True)
        # Beside the packages and not among them: argostranslate stumbles over stray folders.
        with (
            tempfile.TemporaryDirectory(prefix=".langdu-", dir=root.parent) as work,
            zipfile.ZipFile(file) as archive,
        ):
            top = _check_archive(archive, file.name)
            _unpack(archive, Path(work))
            folder = Path(work) / top
            package = _check_package(folder, file.name, expected)
            _refuse_unloadable(folder, file.name)
            return _put(package, root, Path(work) / "old")
    except FileNotFoundError:
        raise PackageError(f"no such file: {file}") from None
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise PackageError(f"{file.name} is no Argos package or damaged: {error}") from None
    except OSError as error:
        raise PackageError(f"{file.name} cannot be installed in {root}: {error}") from None


def _check_archive(archive: zipfile.ZipFile, name: str) -> str:
    """Refuse what must not be unpacked; give the name of the one folder at the top."""
    entries = archive.infolist()
    tops = {PurePosixPath(entry.filename).parts[0] for entry in entries if entry.filename}
    for entry in entries:
        path = PurePosixPath(entry.filename)
        unsafe = path.is_absolute() or ".." in path.parts or "\\" in entry.filename
        if unsafe or ":" in entry.filename or stat.S_ISLNK(entry.external_attr >> 16):
            raise PackageError(f"{name} holds a path that leads out of it: refused")
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * packed + 1024**2:
        raise PackageError(f"{name} would unpack to {unpacked} bytes: refused")
    if len(tops) != 1 or len(entries) > _MAX_FILES:
        raise PackageError(f"{name} is no Argos package: it must hold one folder")
    top = tops.pop()
    if not _SAFE_NAME.fullmatch(top):
        raise PackageError(f"{name} is no Argos package: its folder has an unsafe name")
    return top


def _unpack(archive: zipfile.ZipFile, folder: Path) -> None:
    """Unpack what was checked, and no more of each file than the archive declares."""
    for entry in archive.infolist():
        target = folder / entry.filename
        if entry.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as packed, target.open("wb") as out:
            _copy(packed, out, entry.file_size)


def _copy(packed: IO[bytes], out: IO[bytes], limit: int) -> None:
    shutil.copyfileobj(packed, out)
    if out.tell() > limit:
        raise PackageError("a file of the package is larger than it says: refused")


def _check_package(folder: Path, name: str, expected: tuple[str, str] | None) -> Package:
    package = read(folder)
    tokenizer = any((folder / file).is_file() for file in ("sentencepiece.model", "bpe.model"))
    if not package or not tokenizer or not (folder / "model" / "model.bin").is_file():
        raise PackageError(f"{name} is no Argos translation package")
    if not PAIR.fullmatch(f"{package.source}-{package.target}"):
        raise PackageError(f"{name} names no language pair")
    if expected and (package.source, package.target) != expected:
        said, is_for = "-".join(expected), f"{package.source}-{package.target}"
        raise PackageError(f"{name} should be for {said} but is for {is_for}: refused")
    return package


def _refuse_unloadable(folder: Path, name: str) -> None:
    """Load the model once: what cannot be loaded must not take the place of one that can."""
    from langdu.translation.engines.ctranslate2_model import load

    try:
        load(folder, threads=1)
    except (RuntimeError, ValueError, OSError) as error:
        raise PackageError(f"{name} is damaged: {' '.join(str(error).split())[:200]}") from None


def _put(package: Package, root: Path, aside: Path) -> Package:
    """Move the package to its place; what it replaces goes aside and then away."""
    aside.mkdir()
    for old in installed(root):
        if (old.source, old.target) == (package.source, package.target):
            os.replace(old.path, aside / old.path.name)  # noqa: PTH105 - says that it replaces
    target = root / package.path.name
    if target.exists():
        os.replace(target, aside / f"{target.name}.other")  # noqa: PTH105
    os.replace(package.path, target)  # noqa: PTH105
    placed = read(target)
    if placed is None:
        raise PackageError(f"{target.name} vanished while it was installed")
    return placed
