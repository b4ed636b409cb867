"""A source becomes a page: a URL, a path, bytes, a file object or standard input.

Nothing is interpreted here beyond what is needed to have text: see :mod:`langdu.extraction`.
"""

import os
import re
from typing import BinaryIO, Final, TextIO

from langdu.errors import LoadError
from langdu.loading.kinds import kind_of, refuse_binary
from langdu.loading.raw import MAX_BYTES, Raw, from_file_object, from_path, from_stdin
from langdu.page import Page

__all__ = ["MAX_BYTES", "Source", "load_page"]

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | TextIO

#: Two letters at least: ``C:\\page.html`` is a path.
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:")


def load_page(source: Source, *, timeout: float = 20.0) -> Page:
    """Read a source and decode it.

    A text that begins with ``http://`` or ``https://`` is fetched, ``-`` is standard input, any
    other text is a path. ``timeout`` is in seconds, for each step of fetching. Raises
    :class:`~langdu.errors.LoadError` for what cannot be read or is not text, and its kind
    :class:`~langdu.errors.FetchError` for what the network or a server refuses.
    """
    raw = _read(source, timeout)
    if isinstance(raw.data, str):
        from langdu.loading.decoding import clean

        text, encoding = clean(raw.data), raw.charset or "utf-8"
    else:
        from langdu.loading.decoding import decode

        refuse_binary(raw.data, raw.name)
        text, encoding = decode(raw.data, raw.charset)
    if not text.strip():
        raise LoadError(f"{raw.name} is empty")
    return Page(text, kind_of(text), url=raw.url, base=raw.url or raw.base, encoding=encoding)


def _read(source: Source, timeout: float) -> Raw:
    match source:
        case bytes() | bytearray() | memoryview():
            return Raw("the page", bytes(source))
        case str():
            return _read_name(source, timeout)
        case os.PathLike():
            return from_path(os.fspath(source))
        case _ if hasattr(source, "read"):
            return from_file_object(source)
    raise LoadError(f"a page cannot be loaded from {type(source).__name__}")


def _read_name(source: str, timeout: float) -> Raw:
    if source == "-":
        return from_stdin()
    name = source.strip()
    if name.lower().startswith(("http://", "https://")):
        from langdu.loading.fetching import fetch  # httpx is slow to import

        return fetch(name, timeout)
    scheme = _SCHEME.match(name)
    if scheme and not os.path.lexists(source):
        hint = "give the path itself" if scheme.group().lower() == "file:" else "use http or https"
        raise LoadError(f"addresses that begin with {scheme.group()} are not read: {hint}")
    return from_path(source)
