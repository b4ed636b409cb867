"""Installing Argos packages: checked as a whole first, then in place in one step."""

import struct
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from langdu.errors import MissingModel, PackageError
from langdu.translation.packages import archive as archives
from langdu.translation.packages.contents import check_package, why_unloadable
from langdu.translation.packages.downloading import (
    MAX_DOWNLOAD,
    discard,
    download,
    downloads,
    verify,
)
from langdu.translation.packages.index import Offer, newest
from langdu.translation.packages.index_cache import fetch_index
from langdu.translation.packages.installed import (
    PAIR,
    Package,
    default_directory,
    installed,
    parse_pair,
    version_key,
)
from langdu.translation.packages.placing import put, workplace
from langdu.translation.packages.space import NoRoom, check_space
from langdu.translation.packages.watching import SILENT, Watcher

#: What zipfile raises where an archive is damaged.
_BROKEN_ZIP: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def add(
    wanted: Sequence[str],
    *,
    directory: Path | None = None,
    index: str | None = None,
    again: bool = False,
    watcher: Watcher = SILENT,
) -> list[Package]:
    """Install packages: pairs (``zh-en``) from the index, or ``.argosmodel`` files.

    Every pair is looked up before the first download. A pair whose installed package is as new as
    the index's, and loads, is left as it is, unless ``again``. Raises :class:`PackageError` where a
    package is refused or the index or a download cannot be had, :class:`MissingModel` where the
    index does not offer a pair; what ``watcher`` was told to be added stays.
    """
    root = directory or default_directory()
    wanted = list(dict.fromkeys(wanted))
    files = [name for name in wanted if _is_file(name)]
    pairs = list(dict.fromkeys(parse_pair(name) for name in wanted if name not in files))
    offers = fetch_index(index, watcher) if pairs else []
    chosen = [newest(offers, pair) for pair in pairs]
    added = []
    for name in files:
        added.append(install(Path(name), directory=root, watcher=watcher))
        watcher.added(added[-1])
    return added + [_add_offer(offer, root, again, watcher) for offer in chosen]


def update(
    wanted: Sequence[str] = (),
    *,
    directory: Path | None = None,
    index: str | None = None,
    watcher: Watcher = SILENT,
) -> list[Package]:
    """Install what the index has in newer versions, of some installed pairs or of all.

    Raises what :func:`add` does, and :class:`MissingModel` for a pair that is not installed.
    """
    root = directory or default_directory()
    here = list(dict.fromkeys(package.pair for package in installed(root)))
    pairs = list(dict.fromkeys(parse_pair(name) for name in wanted)) or here
    for pair in pairs:
        if pair not in here:
            raise MissingModel(f"no package for {'-'.join(pair)} is installed")
    offers = fetch_index(index, watcher) if pairs else []
    chosen = []
    for pair in pairs:
        try:
            chosen.append(newest(offers, pair))
        except MissingModel as error:  # a package from a file: nothing newer is known of it
            watcher.note(str(error))
    return [_add_offer(offer, root, False, watcher) for offer in chosen]


def install(
    file: Path,
    *,
    directory: Path | None = None,
    expected: tuple[str, str] | None = None,
    name: str | None = None,
    watcher: Watcher = SILENT,
) -> Package:
    """Install one ``.argosmodel`` file; other packages of the same pair give way to it.

    Raises :class:`PackageError` for a file that is damaged, unsafe (a path that escapes, a link,
    a bomb), no translation package, or not for the ``expected`` pair; nothing is left behind. It
    calls the package ``name``, or by its file.
    """
    root = directory or default_directory()
    name = name or file.name
    if not file.is_file():
        raise PackageError(f"no such file: {file}")
    try:
        _check_file(file, name)
        with zipfile.ZipFile(file) as archive:
            top = archives.check(file, archive, name)
            with workplace(root, watcher) as work:
                check_space(work, archives.unpacked_size(archive), name)
                archives.unpack(archive, work, name)
                return put(check_package(work / top, name, expected), root, work)
    except _BROKEN_ZIP as error:
        raise PackageError(f"{name} is no Argos package or damaged: {error}") from None
    except OSError as error:
        raise NoRoom(f"{name} cannot be installed in {root}: {error}") from None


def _add_offer(offer: Offer, root: Path, again: bool, watcher: Watcher) -> Package:
    """Download and install, unless it is here. Two processes that want the same do it once."""
    with downloads(offer, watcher) as folder:
        here = [package for package in installed(root) if package.pair == offer.pair]
        if here and not again and _is_good(here[-1], offer):
            watcher.kept(here[-1])
            return here[-1]
        package = _download_and_install(offer, root, folder, watcher)
    if version_key(package.version) != version_key(offer.version):
        watcher.note(
            f"{offer.name} is version {package.version or '?'} by its own account, "
            f"{offer.version or '?'} by the index's"
        )
    watcher.added(package)
    return package


def _download_and_install(offer: Offer, root: Path, folder: Path, watcher: Watcher) -> Package:
    got = download(offer, folder, watcher)
    try:
        return _install_download(offer, got.file, root, watcher)
    except NoRoom:
        raise
    except PackageError:
        if not got.resumed:
            raise
    # the pieces may have been of two files: once more, in one piece
    watcher.note(f"{offer.name} is damaged after a broken download: downloading it anew")
    return _install_download(offer, download(offer, folder, watcher).file, root, watcher)


def _install_download(offer: Offer, file: Path, root: Path, watcher: Watcher) -> Package:
    try:
        verify(offer, file)
        package = install(
            file, directory=root, expected=offer.pair, name=offer.name, watcher=watcher
        )
    except NoRoom:
        raise  # it may be good: the next time need not download it again
    except PackageError:
        discard(file)
        raise
    discard(file)
    return package


def _is_good(package: Package, offer: Offer) -> bool:
    as_new = version_key(package.version) >= version_key(offer.version)
    return as_new and not package.demo and why_unloadable(package) is None


def _is_file(name: str) -> bool:
    return not PAIR.fullmatch(name.strip().lower()) and (
        name.endswith(".argosmodel") or Path(name).exists()
    )


def _check_file(file: Path, name: str) -> None:
    if file.stat().st_size > MAX_DOWNLOAD:
        raise PackageError(f"{name} is larger than {MAX_DOWNLOAD} bytes: refused")
    archives.check_contents(file, name)
