"""Installing Firefox's models: from the index, or from a folder with a model's files.

A model is made ready in a folder beside the others, loaded once, and moved in by one renaming.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from langdu.errors import PackageError
from langdu.translation.engines.firefox.downloading import download
from langdu.translation.engines.firefox.installed import (
    FirefoxModel,
    default_directory,
    describe,
    found,
    read,
    workplace,
)
from langdu.translation.engines.firefox.local import copy_files
from langdu.translation.engines.firefox.probing import refuse_unloadable
from langdu.translation.engines.firefox.registry import Offer, best, fetch_index
from langdu.translation.engines.firefox.student import engine
from langdu.translation.packages.installed import PAIR, parse_pair

#: Called with a model's name, the bytes that are there, and their number.
Progress = Callable[[str, int, int | None], None]

#: What the files of a model are called here, by their role in the index.
NAMES: Final = {
    "model": "model.bin",
    "lex": "lex.bin",
    "vocab": "vocab.spm",
    "srcvocab": "source.spm",
    "trgvocab": "target.spm",
}
#: Bytes to leave free on the disk: one that is full to the brim breaks other programs.
_MARGIN: Final = 64 * 1024**2


def add(
    wanted: Sequence[str],
    *,
    directory: Path | None = None,
    index: str | None = None,
    progress: Progress | None = None,
) -> list[FirefoxModel]:
    """Install models: pairs (``zh-en``) from the index, or folders with a model's files.

    Every pair is looked up before the first download; a model takes the place of another of its
    pair. Raises :class:`~langdu.MissingModel` where the index lacks a pair,
    :class:`~langdu.PackageError` where the index or a file cannot be had or is not what it should
    be, :class:`~langdu.PluginError` where fxtranslate is not installed. Nothing half is installed;
    what was downloaded before a connection broke is taken up the next time.
    """
    root = directory or default_directory()
    pairs = [parse_pair(name) for name in wanted if PAIR.fullmatch(name.strip().lower())]
    folders = [Path(name) for name in wanted if not PAIR.fullmatch(name.strip().lower())]
    for folder in folders:
        if not folder.is_dir():
            raise PackageError(f"{folder} is neither a language pair (zh-en) nor a folder")
    if pairs:
        engine()
    offers = fetch_index(index) if pairs else []
    makers: list[Callable[[Path], None]] = [partial(copy_files, folder) for folder in folders]
    makers += [
        partial(_fetch, offer=best(offers, pair), progress=progress)
        for pair in dict.fromkeys(pairs)
    ]
    try:
        return [_install(root, make) for make in makers]
    except OSError as error:
        raise PackageError(f"the model cannot be installed in {root}: {error}") from None


def _install(root: Path, make: Callable[[Path], None]) -> FirefoxModel:
    with workplace(root) as work:
        ready = work / "model"
        ready.mkdir()
        make(ready)
        model = read(ready)
        if model is None:
            raise PackageError("the model lacks a part")
        _refuse_unloadable(model)
        return _put(model, root, work)


def _fetch(ready: Path, *, offer: Offer, progress: Progress | None) -> None:
    """Download the files of an offer to a folder, and write what they are."""
    name = f"firefox-{offer.source}_{offer.target}"
    total = sum(file.packed_size for file in offer.files)
    needed = total + sum(file.size for file in offer.files) + _MARGIN
    if (free := shutil.disk_usage(ready).free) < needed:
        raise PackageError(
            f"{name} needs {needed / 1e6:.0f} MB in {ready.parent.parent}, and only "
            f"{free / 1e6:.0f} MB are free"
        )
    before = 0

    def report(done: int) -> None:
        if progress:
            progress(name, before + done, total)

    for file in offer.files:
        partial_file = _downloads() / f"{file.packed_sha256}.part"
        download(file, ready / NAMES[file.role], partial_file, report)
        before += file.packed_size
    describe(ready, offer.source, offer.target, offer.version, offer.architecture, "student")


def _downloads() -> Path:
    from platformdirs import user_cache_path

    folder = user_cache_path("langdu", appauthor=False) / "firefox"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _refuse_unloadable(model: FirefoxModel) -> None:
    """Load the model once: what cannot be loaded must not take the place of one that can."""
    from langdu.translation.engines.firefox.engine import load

    if model.kind == "student":
        engine()
        refuse_unloadable(model.path, model.target, model.name)
        return
    try:
        load(model, threads=1)
    except (RuntimeError, ValueError, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise PackageError(f"{model.name} cannot be loaded: {reason}") from None


def _put(model: FirefoxModel, root: Path, work: Path) -> FirefoxModel:
    """Move a model to its place under a name of its own; others of its pair go then."""
    digest = hashlib.sha256("".join(sha256 for _, sha256 in model.files).encode()).hexdigest()
    target = root / f"{model.source}-{model.target}-{digest[:12]}"
    others = [other for other in found(root) if other.pair == model.pair and other.path != target]
    if target.exists():  # the very same files, perhaps damaged since
        os.replace(target, work / "same")  # noqa: PTH105 - says what it does
    os.replace(model.path, target)  # noqa: PTH105
    for number, other in enumerate(others):
        os.replace(other.path, work / str(number))  # noqa: PTH105
    placed = read(target)
    if placed is None:
        raise PackageError(f"{target.name} vanished while it was installed")
    return placed
