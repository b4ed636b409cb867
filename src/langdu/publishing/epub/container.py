"""The container: a ZIP file in which ``mimetype`` comes first, the same bytes for the same book."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

#: The earliest time that a ZIP file can name; the time of writing has no place in a book.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
#: A plain file that everybody may read.
_MODE: Final = 0o100644 << 16
#: Pictures and MP3 are packed already.
_PACKED: Final = (".png", ".jpg", ".gif", ".webp", ".mp3")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the container: its path and its bytes."""

    path: str
    data: bytes


def container(entries: Iterable[Entry]) -> bytes:
    """The bytes of the EPUB file (EPUB 3.3, section 4.2: OCF ZIP container)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        # unpacked and without extra fields, so that the type of the file is at its byte 30
        _add(archive, Entry("mimetype", b"application/epub+zip"), zipfile.ZIP_STORED)
        for entry in entries:
            packed = entry.path.endswith(_PACKED)
            _add(archive, entry, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, entry: Entry, method: int) -> None:
    info = zipfile.ZipInfo(entry.path, _EPOCH)
    info.compress_type = method
    info.external_attr = _MODE
    info.create_system = 3  # the same on every system
    archive.writestr(info, entry.data)
