"""Installing Firefox's models: from the index, or from a folder with a model's files.

A model is made ready in a folder beside the others, loaded once, and moved in by one renaming.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from langdu.downloading.places import downloads_directory
from langdu.errors import MissingModel, PackageError, reason
from langdu.translation.engines.firefox.downloading import download
from langdu.translation.engines.firefox.installed import (
    FirefoxModel,
    default_directory,
    describe,
    found,
    installed,
    read,
    workplace,
)
from langdu.translation.engines.firefox.local import copy_files
from langdu.translation.engines.firefox.probing import refuse_unloadable
from langdu.translation.engines.firefox.registry import Offer, best, fetch_index
from langdu.translation.engines.firefox.student import engine
from langdu.translation.packages.installed import PAIR, parse_pair
from langdu.translation.packages.space import check_space
from langdu.translation.packages.watching import SILENT, Watcher

#: What the files of a model are called here, by their role in the index.
NAMES: Final = {
    "model": "model.bin",
    "lex": "lex.bin",
    "vocab": "vocab.spm",
    "srcvocab": "source.spm",
    "trgvocab": "target.spm",
}


def add(
    wanted: Sequence[str],
    *,
    directory: Path | None = None,
    index: str | None = None,
    again: bool = False,
    watcher: Watcher = SILENT,
) -> list[FirefoxModel]:
    """Install models: pairs (``zh-en``) from the index, or folders with a model's files.

    Every pair is looked up before the first download; a model takes the place of another of its
    pair. One that is installed, sound, and what the index has is kept, unless ``again``. Raises
    :class:`~langdu.MissingModel` where the index lacks a pair, :class:`~langdu.PackageError` where
    the index or a file cannot be had or is not what it should be, :class:`~langdu.PluginError`
    where fxtranslate is not installed. Nothing half is installed; what was downloaded before a
    connection broke is taken up the next time.
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
    chosen = [best(offers, pair) for pair in dict.fromkeys(pairs)]
    try:
        models = [_install(root, partial(copy_files, folder), watcher) for folder in folders]
        for offer in chosen:
            here = None if again else _kept(root, offer)
            if here:
                watcher.kept(here)
            fetch = partial(_fetch, offer=offer, watcher=watcher)
            models.append(here or _install(root, fetch, watcher))
    except OSError as error:
        raise PackageError(f"the model cannot be installed in {root}: {error}") from None
    return models


def update(
    wanted: Sequence[str] = (),
    *,
    directory: Path | None = None,
    index: str | None = None,
    watcher: Watcher = SILENT,
) -> list[FirefoxModel]:
    """Bring the models of these pairs, or all that came from the index, up to date.

    Raises :class:`~langdu.MissingModel` where one is not installed, and what :func:`add` raises.
    """
    here = installed(directory)
    names = ["-".join(parse_pair(name)) for name in wanted]
    for name in names:
        if name not in {"-".join(model.pair) for model in here}:
            raise MissingModel(f"no Firefox model for {name} is installed")
    names = names or ["-".join(model.pair) for model in here if model.version]
    return add(names, directory=directory, index=index, watcher=watcher)


def _kept(root: Path, offer: Offer) -> FirefoxModel | None:
    """The installed model that an offer is; ``None`` where there is none, or a broken one."""
    for model in installed(root):
        is_it = (model.pair, model.version) == ((offer.source, offer.target), offer.version)
        if is_it and model.architecture == offer.architecture:
            with contextlib.suppress(PackageError):
                model.check()
                return model
    return None


def _install(root: Path, make: Callable[[Path], None], watcher: Watcher) -> FirefoxModel:
    with workplace(root, watcher) as work:
        ready = work / "model"
        ready.mkdir()
        make(ready)
        model = read(ready)
        if model is None:
            raise PackageError("the model lacks a part")
        _refuse_unloadable(model)
        placed = _put(model, root, work)
    watcher.added(placed)
    return placed


def _fetch(ready: Path, *, offer: Offer, watcher: Watcher) -> None:
    """Download the files of an offer to a folder, and write what they are."""
    name = f"firefox-{offer.source}_{offer.target}"
    total = sum(file.packed_size for file in offer.files)
    check_space(ready.parent.parent, total + sum(file.size for file in offer.files), name)
    before = 0

    def report(done: int) -> None:
        watcher.downloading(name, before + done, total)

    for file in offer.files:
        waiting = downloads_directory() / f"firefox-{file.packed_sha256}.part"
        download(file, ready / NAMES[file.role], waiting, report)
        before += file.packed_size
    describe(ready, offer.source, offer.target, offer.version, offer.architecture, "student")


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
        raise PackageError(f"{model.name} cannot be loaded: {reason(error)}") from None


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
