"""Addresses of pages: which are fetched, where a redirect leads, how an error names one."""

from typing import Final
from urllib.parse import urlsplit

import httpx

from langdu.errors import FetchError, reason
from langdu.loading.web.commands import Head

_SCHEMES: Final = ("http", "https")
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


def parse(text: str) -> httpx.URL:
    """A page's address. Raises :class:`FetchError` for all but http and https."""
    try:
        url = httpx.URL(text.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{text!r} is not a valid address: {reason(error)}") from None
    return _fetchable(url, repr(text))


def shown(url: httpx.URL) -> str:
    """An address without the name and password that may be in it."""
    return str(url.copy_with(username=None, password=None))


def redirect(head: Head, url: httpx.URL) -> httpx.URL | None:
    """Where an answer sends its reader. Raises :class:`FetchError` where nobody may follow."""
    if head.status not in _REDIRECTS:
        return None
    raw = next((value for name, value in head.headers.raw if name.lower() == b"location"), None)
    if not raw:
        return None
    # Servers write what they like here; browsers keep bytes that are no ASCII as they are.
    location = "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in raw)
    try:
        scheme = urlsplit(location).scheme.lower()
        if scheme not in ("", *_SCHEMES):
            raise _other_scheme(shown(url), scheme)
        target = url.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{shown(url)} redirects to no valid address: {reason(error)}") from None
    if (target.scheme, target.netloc) != (url.scheme, url.netloc):
        target = target.copy_with(username=None, password=None)
    return _fetchable(target, shown(url))


def origin(url: httpx.URL) -> str:
    """Scheme, host and port: what a robots.txt holds for."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def _fetchable(url: httpx.URL, name: str) -> httpx.URL:
    if url.scheme not in _SCHEMES:
        raise _other_scheme(name, url.scheme)
    if not url.host:
        raise FetchError(f"{name} is not a valid address: it names no host")
    return url


def _other_scheme(name: str, scheme: str) -> FetchError:
    return FetchError(f"{name} leads to an address that is not http or https: {scheme}:")
