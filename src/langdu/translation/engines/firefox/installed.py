"""Firefox's models on this machine: what is installed, and removing it.

A model is a folder with ``firefox.json`` (its languages, version, and each file's size and
SHA-256) and its files under names of ours: ``model.bin``, ``vocab.spm`` or ``source.spm`` and
``target.spm``, ``lex.bin``; or, converted from a teacher's file, a CTranslate2 model.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from langdu.errors import MissingModel, PackageError
from langdu.translation.engines.firefox.registry import code, version_key
from langdu.translation.packages.installed import parse_pair
from langdu.translation.packages.locking import held
from langdu.translation.packages.watching import SILENT, Watcher

MANIFEST: Final = "firefox.json"


@dataclass(frozen=True, slots=True)
class FirefoxModel:
    """An installed model.

    ``kind``: ``student`` or ``ctranslate2``; ``size`` in bytes; ``files``: names and SHA-256.
    """

    path: Path
    source: str
    target: str
    version: str
    architecture: str
    kind: str
    size: int
    files: tuple[tuple[str, str], ...]
    demo: bool = False

    @property
    def name(self) -> str:
        """What it is called: ``firefox-zh_en``."""
        return f"firefox-{self.source}_{self.target}"

    @property
    def pair(self) -> tuple[str, str]:
        """The languages: from, to."""
        return self.source, self.target

    def check(self) -> None:
        """Raise :class:`PackageError` where a file is not what was installed."""
        for name, sha256 in self.files:
            try:
                with (self.path / name).open("rb") as file:
                    sound = hashlib.file_digest(file, "sha256").hexdigest() == sha256
            except OSError:
                sound = False
            if not sound:
                raise PackageError(
                    f"the model {self.name} is damaged ({name}); install it again with: "
                    f"langdu models add --engine firefox {self.source}-{self.target}"
                )


def default_directory() -> Path:
    """Where models are installed: langdu's folder among the user's data."""
    from platformdirs import user_data_path

    return user_data_path("langdu", appauthor=False) / "firefox"


def installed(directory: Path | None = None) -> list[FirefoxModel]:
    """The installed models, by pair, the newest of each. What is no model is passed over."""
    root = directory or default_directory()
    newest: dict[tuple[str, str], FirefoxModel] = {}
    for model in sorted(found(root), key=lambda model: version_key(model.version)):
        newest[model.pair] = model
    return [newest[pair] for pair in sorted(newest)]


def found(root: Path) -> list[FirefoxModel]:
    """All models in a folder."""
    folders = sorted(root.iterdir()) if root.is_dir() else []
    return [model for folder in folders if folder.name[:1] != "." and (model := read(folder))]


def read(folder: Path) -> FirefoxModel | None:
    """The model in a folder; ``None`` where there is none."""
    try:
        data: Any = json.loads((folder / MANIFEST).read_bytes())
        source, target = code(data["from"]), code(data["to"])
        files = tuple((Path(name).name, str(sha256)) for name, sha256 in data["files"].items())
        size = sum((folder / name).stat().st_size for name, _ in files)
        version, architecture = str(data["version"]), str(data["architecture"])
        kind = str(data["kind"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not source or not target or not files:
        return None
    return FirefoxModel(folder, source, target, version, architecture, kind, size, files)


def describe(
    folder: Path, source: str, target: str, version: str, architecture: str, kind: str
) -> None:
    """Write the ``firefox.json`` of a folder that holds all its files."""
    files = {}
    for path in sorted(folder.iterdir()):
        with path.open("rb") as file:
            files[path.name] = hashlib.file_digest(file, "sha256").hexdigest()
    facts = {"from": source, "to": target, "version": version, "architecture": architecture}
    (folder / MANIFEST).write_text(json.dumps({**facts, "kind": kind, "files": files}, indent=1))


@contextmanager
def workplace(root: Path, watcher: Watcher = SILENT) -> Iterator[Path]:
    """An empty folder on the disk of the models in ``root``, which is locked meanwhile."""
    root.mkdir(parents=True, exist_ok=True)
    with (
        held(root / ".langdu.lock", f"the models in {root}", watcher),
        tempfile.TemporaryDirectory(prefix=".langdu-", dir=root) as work,
    ):
        yield Path(work)


def remove(wanted: Sequence[str], *, directory: Path | None = None) -> list[FirefoxModel]:
    """Remove the models of pairs (``zh-en``).

    Raises :class:`MissingModel` where one is not installed; then none is removed.
    """
    root = directory or default_directory()
    pairs = list(dict.fromkeys(parse_pair(name) for name in wanted))
    here = {model.pair for model in found(root)}
    for pair in pairs:
        if pair not in here:
            raise MissingModel(f"no Firefox model for {'-'.join(pair)} is installed")
    try:
        with workplace(root) as work:
            gone = [model for model in found(root) if model.pair in pairs]
            for number, model in enumerate(gone):
                os.replace(model.path, work / str(number))  # noqa: PTH105 - says what it does
    except OSError as error:
        raise PackageError(f"the models in {root} cannot be changed: {error}") from None
    return gone
