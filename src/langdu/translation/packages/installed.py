"""Argos packages on this machine: what is installed.

Places and names are argostranslate's own (its environment variable ``ARGOS_PACKAGES_DIR`` works),
so that argostranslate finds what langdu installs, and the other way round.
"""

import contextlib
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from langdu.errors import PackageError, PluginError

_T = TypeVar("_T")

#: How a language pair, or the package of one, is written.
PAIR: Final = re.compile(r"(?:translate-)?([a-z]{2,3})[-_]([a-z]{2,3})")
#: A language's code, in a package and in an index. Folders are named after it: no other text is.
CODE: Final = re.compile(r"[a-z]{2,3}")
#: Bytes of a ``metadata.json``; a real one has some hundred.
_MAX_METADATA: Final = 1024**2
_VERSION: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,30}")


@dataclass(frozen=True, slots=True)
class Package:
    """An installed package; ``size`` in bytes."""

    path: Path
    source: str
    target: str
    version: str
    demo: bool
    size: int

    @property
    def name(self) -> str:
        """Argos's name of it: ``translate-zh_en``."""
        return f"translate-{self.source}_{self.target}"

    @property
    def pair(self) -> tuple[str, str]:
        """The languages: from, to."""
        return self.source, self.target

    @property
    def complete(self) -> bool:
        """Whether all is there that a package consists of (not whether it is sound)."""
        tokenizers = ("sentencepiece.model", "bpe.model")
        has_tokenizer = any((self.path / name).is_file() for name in tokenizers)
        return has_tokenizer and (self.path / "model" / "model.bin").is_file()


def default_directory() -> Path:
    """Where packages are installed: argostranslate's own folder."""
    return Path(settings().package_data_dir)


def settings() -> Any:
    """argostranslate's settings. Raises :class:`PluginError` where it is not installed."""
    try:
        from argostranslate import settings as found
    except ImportError:
        raise PluginError(
            "argostranslate is not installed; install it with: pip install 'langdu[translate]'"
        ) from None
    except OSError as error:  # it makes its folders when it is imported
        raise PackageError(f"argostranslate cannot make its folders: {error}") from None
    return found


def parse_pair(text: str) -> tuple[str, str]:
    """``zh-en``, ``zh_en`` or ``translate-zh_en`` → ``("zh", "en")``."""
    found = PAIR.fullmatch(text.strip().lower())
    if not found:
        raise PackageError(f"{text!r} is no language pair; write it as zh-en")
    return found[1], found[2]


def version_key(version: str) -> tuple[int, ...]:
    """By which versions are compared: 1.10 is newer than 1.9, and 1.9.0 is 1.9."""
    parts = [int(part) for part in re.findall(r"\d{1,9}", version)]
    while parts and not parts[-1]:
        parts.pop()
    return tuple(parts)


def installed(directory: Path | None = None) -> list[Package]:
    """The installed translation packages, by pair, the newest of a pair last.

    What is no package, or not a whole one, is passed over.
    """
    return _list(directory or default_directory(), lambda package: package.complete)


def found(root: Path) -> list[Package]:
    """The packages in a folder, those that lack a part as well, in the order of ``installed``."""
    return _list(root, lambda package: True)


def _list(root: Path, wanted: Callable[[Package], bool]) -> list[Package]:
    while True:
        folders = sorted(root.iterdir()) if root.is_dir() else []
        # a folder with a dot is a package on its way in or out
        folders = [folder for folder in folders if not folder.name.startswith(".")]
        packages = [p for folder in folders if (p := read(folder)) and wanted(p)]
        # one that was replaced meanwhile was read too late, and what replaced it listed too early
        if all(os.path.lexists(folder) for folder in folders):
            return sorted(packages, key=lambda p: (p.pair, version_key(p.version)))


def read(folder: Path) -> Package | None:
    """The package in a folder, whole or not; ``None`` where there is none."""
    try:
        with (folder / "metadata.json").open("rb") as file:
            data = json.loads(file.read(_MAX_METADATA))
        source, target = data["from_code"], data["to_code"]
        are_codes = CODE.fullmatch(source) and CODE.fullmatch(target)
        version = str(data.get("package_version") or "")
        kind = data.get("type", "translate")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if not are_codes or kind != "translate":
        return None
    if not _VERSION.fullmatch(version):
        version = ""
    return Package(folder, source, target, version, data.get("demo") is True, _size(folder))


def load_current(package: Package, load: Callable[[Path], _T]) -> tuple[Package, _T]:
    """``load`` a package from its folder; where it was replaced meanwhile, what replaced it.

    Raises what ``load`` does (RuntimeError, ValueError or OSError).
    """
    while True:
        try:
            return package, load(package.path)
        except (RuntimeError, ValueError, OSError):
            others = [one for one in installed(package.path.parent) if one.pair == package.pair]
            if not others or others[-1].path == package.path:
                raise
            package = others[-1]


def _size(folder: Path) -> int:
    total = 0
    for where, _, names in os.walk(folder):  # which passes over what vanishes under its hands
        for name in names:
            with contextlib.suppress(FileNotFoundError):
                total += (Path(where) / name).stat().st_size
    return total
