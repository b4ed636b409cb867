"""The pictures of an article: what an article may make langdu read, and what not.

An article is other people's text, and so are the addresses in it: a file outside the article's own
folder, or an address of the reader's own network, must not end up in a published page.
"""

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from langdu.errors import LoadError
from langdu.loading.raw import too_large

if TYPE_CHECKING:  # httpx is slow to import
    from langdu.loading.web import Fetcher

#: A picture of more bytes than this is refused.
MAX_IMAGE: Final = 20 * 1024 * 1024


class ImageReader:
    """Reads pictures: from public addresses, and from files below ``root`` if there is one.

    ``allow_private`` lets it fetch from private, loopback and link-local addresses too (a portal
    that publishes its own intranet). Pictures are fetched in one session, which lasts until
    :meth:`close`; use the reader in ``with``.
    """

    def __init__(
        self, root: Path | None = None, *, allow_private: bool = False, timeout: float = 20.0
    ) -> None:
        self._root = root.resolve() if root else None
        self._allow_private = allow_private
        self._timeout = timeout
        self._fetcher: Fetcher | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the session; the next picture begins another."""
        if self._fetcher:
            self._fetcher.close()
            self._fetcher = None

    def __call__(self, url: str, /) -> bytes:
        """The bytes at an address. Raises :class:`LoadError` or :class:`FetchError`."""
        try:
            scheme = urlsplit(url).scheme.lower()
        except ValueError:
            raise LoadError(f"{url!r} is not a valid address") from None
        if scheme in ("http", "https"):
            return self._fetch(url)
        if scheme == "file":
            return self._read(url)
        if scheme == "data":
            return _decode_data(url)
        raise LoadError(f"pictures are not read from {scheme or 'relative'} addresses")

    def _read(self, url: str) -> bytes:
        path = Path(url2pathname(urlsplit(url).path)).resolve()
        if self._root is None or not path.is_relative_to(self._root):
            raise LoadError(f"{path.name} is not in the article's own folder")
        try:
            if path.stat().st_size > MAX_IMAGE:
                raise LoadError(too_large(path.name, MAX_IMAGE))
            return path.read_bytes()
        except OSError as error:
            raise LoadError(f"{path.name} cannot be read: {error.strerror}") from None

    def _fetch(self, url: str) -> bytes:
        from langdu.loading.web import IMAGE, Fetcher, FetchSettings

        if self._fetcher is None:
            settings = FetchSettings.for_one(self._timeout, allow_private=self._allow_private)
            self._fetcher = Fetcher(dataclasses.replace(settings, max_bytes=MAX_IMAGE))
        return self._fetcher.fetch(url, IMAGE).data


def _decode_data(url: str) -> bytes:
    import base64
    import binascii

    head, comma, body = url.partition(",")
    data = unquote_to_bytes(body)
    if not comma or len(data) > 2 * MAX_IMAGE:
        raise LoadError("a picture's data: address is broken or too long")
    try:
        return base64.b64decode(data, validate=False) if head.endswith(";base64") else data
    except binascii.Error:
        raise LoadError("a picture's data: address is broken") from None
