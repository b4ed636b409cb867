"""Argos packages on this machine: what is installed, and removing it.

Places and names are argostranslate's own (its environment variable ``ARGOS_PACKAGES_DIR`` works),
so that argostranslate finds what langdu installs, and the other way round.
"""

import json
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from langdu.errors import MissingModel, PackageError, PluginError

#: How a language pair, or the package of one, is written.
PAIR: Final = re.compile(r"(?:translate-)?([a-z]{2,3})[-_]([a-z]{2,3})")


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


def installed(directory: Path | None = None) -> list[Package]:
    """The installed translation packages, by pair. What is no package is passed over."""
    root = directory or default_directory()
    folders = sorted(root.iterdir()) if root.is_dir() else []
    packages = [package for folder in folders if (package := read(folder))]
    return sorted(packages, key=lambda package: (package.source, package.target, package.version))


def read(folder: Path) -> Package | None:
    """The package in a folder; ``None`` where there is none."""
    try:
        data = json.loads((folder / "metadata.json").read_bytes())
        source, target = data["from_code"], data["to_code"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not isinstance(source, str) or not isinstance(target, str):
        return None
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    version = str(data.get("package_version") or "")
    return Package(folder, source, target, version, data.get("demo") is True, size)


def remove(wanted: Sequence[str], *, directory: Path | None = None) -> list[Package]:
    """Remove the packages of pairs. Raises :class:`MissingModel` where one is not installed."""
    packages = installed(directory)
    chosen: list[Package] = []
    for name in wanted:
        pair = parse_pair(name)
        matching = [package for package in packages if (package.source, package.target) == pair]
        if not matching:
            raise MissingModel(f"no package for {pair[0]}-{pair[1]} is installed")
        chosen += matching
    for package in dict.fromkeys(chosen):
        with tempfile.TemporaryDirectory(prefix=".langdu-", dir=package.path.parent.parent) as work:
            os.replace(package.path, Path(work) / package.path.name)  # noqa: PTH105
    return list(dict.fromkeys(chosen))
