"""The pictures of an article: what an article may make langdu read, and what not.

An article is other people's text, and so are the addresses in it: a file outside the article's own
folder, or an address of the reader's own network, must not end up in a published page.
"""

import ipaddress
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import url2pathname

from langdu.errors import FetchError, LoadError

if TYPE_CHECKING:  # httpx is slow to import
    import httpx

#: A picture of more bytes than this is refused.
MAX_IMAGE: Final = 20 * 1024 * 1024
_MAX_REDIRECTS: Final = 5


class ImageReader:
    """Reads pictures: from public addresses, and from files below ``root`` if there is one.

    ``allow_private`` lets it fetch from private, loopback and link-local addresses too (a portal
    that publishes its own intranet). A name is looked up before each request and each redirect;
    that the connection then goes to the same address is not yet held.
    """

    def __init__(
        self, root: Path | None = None, *, allow_private: bool = False, timeout: float = 20.0
    ) -> None:
        self._root = root.resolve() if root else None
        self._allow_private = allow_private
        self._timeout = timeout

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
                raise LoadError(f"{path.name} is larger than {MAX_IMAGE} bytes")
            return path.read_bytes()
        except OSError as error:
            raise LoadError(f"{path.name} cannot be read: {error.strerror}") from None

    def _fetch(self, url: str) -> bytes:
        import httpx

        def check(request: httpx.Request) -> None:
            if not self._allow_private:
                _refuse_private(request.url.host)

        try:
            with (
                httpx.Client(
                    timeout=self._timeout,
                    follow_redirects=True,
                    max_redirects=_MAX_REDIRECTS,
                    event_hooks={"request": [check]},
                ) as client,
                client.stream("GET", url) as answer,
            ):
                answer.raise_for_status()
                return _limited(answer, url)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            raise FetchError(f"{url} cannot be fetched: {reason}") from None


def _limited(answer: "httpx.Response", url: str) -> bytes:
    data = bytearray()
    for chunk in answer.iter_bytes():
        data += chunk
        if len(data) > MAX_IMAGE:
            raise FetchError(f"{url} is larger than {MAX_IMAGE} bytes")
    return bytes(data)


def _refuse_private(host: str) -> None:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} cannot be found: {error}") from None
    for *_, address in found:
        if not ipaddress.ip_address(str(address[0]).split("%")[0]).is_global:
            raise FetchError(
                f"{host} is an address of a private network: refused without --allow-private"
            )


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
