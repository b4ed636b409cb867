"""Bytes from the places that are not the network: paths, file objects, standard input."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from langdu.errors import LoadError

#: No article is longer: the whole of 战争与和平 is 4 MiB. What is longer is not an article.
MAX_BYTES: Final = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Raw:
    """What was read, and where: ``name`` is what an error calls it."""

    name: str
    data: bytes | str
    charset: str | None = None
    url: str | None = None
    base: str | None = None


def too_large(name: str, limit: int = MAX_BYTES) -> str:
    """The message for a source over the limit, which is in bytes."""
    mebibytes = limit // 1024 // 1024
    return f"{name} is larger than {f'{mebibytes} MiB' if mebibytes else f'{limit} bytes'}"


def from_path(name: str) -> Raw:
    """Read a local file. Raises :class:`LoadError`."""
    if not name.strip():
        raise LoadError("the path is empty: give a URL, a path or - for standard input")
    try:
        path = Path(name)
        if path.is_dir():
            raise LoadError(f"{name} is a folder, not a page")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        base = path.resolve().as_uri()
    except FileNotFoundError:
        raise LoadError(f"there is no file {name}") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or error
        raise LoadError(f"{name!r} cannot be read: {reason}") from None
    _check(name, data)
    return Raw(name, data, base=base)


def from_stdin() -> Raw:
    """Read standard input to its end. Raises :class:`LoadError`."""
    stream = getattr(sys.stdin, "buffer", sys.stdin)  # a test or a notebook may have replaced it
    if stream is None:
        raise LoadError("there is no standard input")
    return from_file_object(stream, "standard input")


def from_file_object(stream: IO[Any], name: str | None = None) -> Raw:
    """Read what an open file still holds; it stays open. Raises :class:`LoadError`."""
    own = getattr(stream, "name", None)
    label = name or (own if isinstance(own, str) else "the page")
    try:
        data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: closed, or bytes that are not its text
        raise LoadError(f"{label} cannot be read: {error}") from None
    if not isinstance(data, bytes | str):
        raise LoadError(f"{label} gives {type(data).__name__}, not text or bytes")
    _check(label, data)
    charset = getattr(stream, "encoding", None) if isinstance(data, str) else None
    return Raw(label, data, charset=charset, base=_base(own))


def _base(name: object) -> str | None:
    if not isinstance(name, str) or name.startswith("<"):
        return None
    path = Path(name)
    return path.resolve().as_uri() if path.is_file() else None


def _check(name: str, data: bytes | str) -> None:
    if not data:
        raise LoadError(f"{name} is empty")
    if len(data) > MAX_BYTES:
        raise LoadError(too_large(name))
