"""A download that may be broken off and gone on with: its bytes, and whose they are.

It lies in the cache between runs. Its bytes are of use only with what the server said of the file
they are a part of; and whole or not, they are believed only after checks of the whole.
"""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Origin:
    """The file that the bytes are a part of; ``total`` in bytes where the server said it."""

    etag: str
    modified: str
    total: int | None

    @property
    def validator(self) -> str:
        """What ``If-Range`` takes (RFC 9110, 13.1.5): a strong ETag, else the date."""
        weak = self.etag.startswith("W/")
        return self.etag if self.etag and not weak else self.modified


@dataclass(frozen=True, slots=True)
class Partial:
    """A file of bytes and, beside it, one with their origin. Its name has the hash of the link."""

    file: Path

    @property
    def size(self) -> int:
        """The bytes that are there."""
        return self.file.stat().st_size if self.file.is_file() else 0

    @property
    def origin(self) -> Origin | None:
        """Whose the bytes are; ``None`` where nothing is there, or nobody knows whose."""
        try:
            origin = Origin(**json.loads(self._notes.read_bytes()))
            usable = isinstance(origin.etag, str) and isinstance(origin.modified, str)
            fits = origin.total is None or self.size <= origin.total
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return origin if usable and fits and self.size else None

    def begin(self, origin: Origin) -> None:
        """Away with what is there; the bytes to come are of ``origin``."""
        self.discard()  # first: bytes must never lie beside the notes of others
        new = self._notes.with_suffix(".new")
        new.write_text(json.dumps(asdict(origin)), encoding="ascii")
        os.replace(new, self._notes)  # noqa: PTH105

    def keep(self) -> None:
        """The file is whole: what was noted of its server goes."""
        self._notes.unlink(missing_ok=True)

    def discard(self) -> None:
        """Take both files away."""
        self.file.unlink(missing_ok=True)
        self._notes.unlink(missing_ok=True)

    @property
    def _notes(self) -> Path:
        return self.file.with_suffix(".json")
