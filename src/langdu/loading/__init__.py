"""A source becomes a page: a URL, a path, bytes, a file object or standard input.

Nothing is interpreted here beyond what is needed to have text: see :mod:`langdu.extraction`.
"""

import os
import re
from typing import TYPE_CHECKING, BinaryIO, Final, TextIO

from langdu.errors import LoadError
from langdu.loading.kinds import kind_of, refuse_binary, refuse_data
from langdu.loading.raw import MAX_BYTES, Raw, from_file_object, from_path, from_stdin
from langdu.page import Page

if TYPE_CHECKING:  # httpx is slow to import
    from langdu.loading.web import Fetcher

__all__ = ["MAX_BYTES", "Source", "load_page", "page_of", "web_address"]

Source = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | TextIO

#: Two letters at least: ``C:\\page.html`` is a path.
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}:")


def load_page(
    source: Source,
    *,
    timeout: float = 20.0,
    allow_private: bool = False,
    fetcher: "Fetcher | None" = None,
) -> Page:
    """Read a source and decode it.

    A text that begins with ``http://`` or ``https://`` is fetched, ``-`` is standard input, any
    other text is a path. ``timeout`` is in seconds, for each step of fetching. A URL that leads to
    an address of a private network is refused unless ``allow_private`` is set. With a ``fetcher``,
    its session and its settings are used instead. Raises
    :class:`~langdu.errors.LoadError` for what cannot be read or is not text, and its kind
    :class:`~langdu.errors.FetchError` for what the network or a server refuses.
    """
    address = web_address(source)
    if address is None:
        return page_of(_read(source))
    from langdu.loading import fetching  # httpx is slow to import

    if fetcher:
        return page_of(fetching.raw(fetcher.fetch(address), address))
    return page_of(fetching.fetch(address, timeout, allow_private=allow_private))


def page_of(raw: Raw) -> Page:
    """Decode what was read. Raises :class:`~langdu.errors.LoadError` for what is not text."""
    if isinstance(raw.data, str):
        from langdu.loading.decoding import clean

        text, encoding = clean(raw.data), raw.charset or "utf-8"
    else:
        from langdu.loading.decoding import decode

        refuse_binary(raw.data, raw.name)
        text, encoding = decode(raw.data, raw.charset)
    if not text.strip():
        raise LoadError(f"{raw.name} is empty")
    kind = kind_of(text)
    if kind != "json":
        refuse_data(text, raw.name)
    return Page(text, kind, url=raw.url, base=raw.url or raw.base, encoding=encoding)


def web_address(source: Source) -> str | None:
    """The address on the web that a source is, if it is one."""
    name = source.strip() if isinstance(source, str) else ""
    return name if name.lower().startswith(("http://", "https://")) else None


def _read(source: Source) -> Raw:
    match source:
        case bytes() | bytearray() | memoryview():
            return Raw("the page", bytes(source))
        case str():
            return _read_name(source)
        case os.PathLike():
            return from_path(os.fspath(source))
        case _ if hasattr(source, "read"):
            return from_file_object(source)
    raise LoadError(f"a page cannot be loaded from {type(source).__name__}")


def _read_name(source: str) -> Raw:
    if source == "-":
        return from_stdin()
    name = source.strip()
    scheme = _SCHEME.match(name)
    if scheme and not os.path.lexists(source):
        hint = "give the path itself" if scheme.group().lower() == "file:" else "use http or https"
        raise LoadError(f"addresses that begin with {scheme.group()} are not read: {hint}")
    return from_path(source)
