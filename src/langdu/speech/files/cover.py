"""The picture on a sound file."""

from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Final

from langdu.errors import SpeechError

#: What players show: the first bytes of a JPEG and of a PNG.
_KINDS: Final = MappingProxyType({b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"})
#: The most bytes of a cover. Players load it whole, and in front of the sound.
_LARGEST: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture: ``kind`` is ``image/jpeg`` or ``image/png``."""

    kind: str
    data: bytes


def read_cover(path: str | PathLike[str]) -> Cover:
    """The cover in a file. Raises :class:`SpeechError` for more than 10 MB, or another format."""
    path = Path(path)
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise SpeechError(f"cannot read the cover {path}: {error.strerror or error}") from error
    if len(data) > _LARGEST:
        raise SpeechError(f"the cover {path} is larger than 10 MB: give a smaller picture")
    for beginning, kind in _KINDS.items():
        if data.startswith(beginning):
            return Cover(kind, data)
    raise SpeechError(f"the cover {path} is no JPEG or PNG: players show these only")
