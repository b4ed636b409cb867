"""The pictures of a book: what EPUB knows, and whether one moves."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from langdu.errors import PublishError
from langdu.publishing.editions import Edition
from langdu.publishing.images import image_type

#: The core media types of EPUB 3.3 for pictures; AVIF is none of them and would need a fallback.
_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"}
)
#: What begins each frame of a GIF, and what only moving WebP and PNG files have.
_GIF_FRAME: Final = b"\x21\xf9\x04"
_WEBP_ANIMATION: Final = b"ANIM"
_PNG_ANIMATION: Final = b"acTL"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the book: its path there, its media type and its bytes."""

    path: str
    type: str
    data: bytes

    @property
    def moves(self) -> bool:
        """Whether it has several frames: nobody looked whether they flash."""
        if self.type == "image/gif":
            return self.data.count(_GIF_FRAME) > 1
        if self.type == "image/webp":
            return _WEBP_ANIMATION in self.data[:64]
        return self.type == "image/png" and _PNG_ANIMATION in self.data.partition(b"IDAT")[0]


def pictures(edition: Edition) -> dict[str, Picture]:
    """Figure → its picture, of those that were copied and that a book may hold.

    Raises :class:`PublishError` where a copy cannot be read.
    """
    found = {}
    for figure, href in edition.images.items():
        if edition.folder is None:
            continue
        data = read(edition.folder, href)
        extension = image_type(data) or ""
        if extension in _TYPES:
            name = f"images/{href.rpartition('/')[2]}"
            found[figure] = Picture(name, _TYPES[extension], data)
    return found


def read(folder: Path, href: str) -> bytes:
    """The bytes of a file of this publication, by its address from an edition's folder.

    Raises :class:`PublishError`.
    """
    path = Path(os.path.normpath(folder / href))  # the edition's folder may be yet to be made
    try:
        return path.read_bytes()
    except OSError as error:
        raise PublishError(f"cannot read {path}: {error.strerror or error}") from error
