"""Files that take their places together, or not at all."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from langdu.errors import SpeechError


@contextmanager
def replacing(path: Path) -> Iterator[Callable[[Path], Path]]:
    """Files that take their places together at the end, and only if all went well.

    It gives a function that leads from a final path to the temporary one to write, in the same
    folder, which is made where it is missing. Raises :class:`SpeechError` naming ``path`` where
    something cannot be written; then nothing has changed.
    """
    places: list[tuple[Path, Path]] = []

    def temporary(final: Path) -> Path:
        # not tempfile: its files are for their owner only, and audio is there to be published
        final.parent.mkdir(parents=True, exist_ok=True)
        place = final.with_name(f".{secrets.token_hex(4)}-{final.name}")
        places.append((place, final))
        return place

    try:
        with writable(path):
            yield temporary
            for place, final in places:
                os.replace(place, final)  # noqa: PTH105 - the name by which the step is known
    finally:
        for place, _ in places:
            with suppress(OSError):
                place.unlink(missing_ok=True)


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """Raises :class:`SpeechError` naming ``path`` where something cannot be written."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise SpeechError(f"cannot write {path}: {reason}; choose another place") from error
