"""A URL's bytes, or one clear line that says why there are none."""

import time
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import httpx

from langdu.errors import FetchError
from langdu.loading.raw import MAX_BYTES, Raw, too_large

_MAX_REDIRECTS: Final = 10
#: A server that drips bytes would never meet the timeout of one step.
_STEPS: Final = 6
_TEXT_TYPES: Final = ("text/", "application/xhtml", "application/xml", "application/json")
#: Servers that do not know a file's type say one of these: what it is shows when it is read.
_UNKNOWN_TYPES: Final = frozenset({"", "application/octet-stream", "application/unknown"})


def fetch(url: str, timeout: float) -> Raw:
    """Fetch a page. ``timeout`` holds for each step, six times that for the whole.

    Raises :class:`FetchError`.
    """
    try:
        with (
            httpx.Client(
                timeout=timeout,
                follow_redirects=True,
                max_redirects=_MAX_REDIRECTS,
                headers={"User-Agent": _user_agent(), "Accept": "text/html,*/*;q=0.8"},
            ) as client,
            client.stream("GET", url) as response,
        ):
            _check(response, url)
            data = _read(response, url, time.monotonic() + _STEPS * timeout)
            return Raw(url, data, charset=response.charset_encoding, url=str(response.url))
    except httpx.TimeoutException:
        raise FetchError(f"{url} did not answer within {timeout:g} seconds") from None
    except httpx.TooManyRedirects:
        raise FetchError(f"{url} redirects more than {_MAX_REDIRECTS} times") from None
    except httpx.UnsupportedProtocol:
        raise FetchError(f"{url} leads to an address that is not http or https") from None
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{url!r} is not a valid address: {_line(error)}") from None
    except httpx.ConnectError as error:
        raise FetchError(f"{url} cannot be reached: {_line(error)}") from None
    except httpx.HTTPError as error:
        raise FetchError(f"{url} cannot be fetched: {_line(error)}") from None


def _user_agent() -> str:
    try:
        return f"langdu/{version('langdu')}"
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "langdu"


def _line(error: Exception) -> str:
    """An error as one line: some of those from below have several, some none."""
    return " ".join(str(error).split()) or type(error).__name__


def _check(response: httpx.Response, url: str) -> None:
    if response.status_code >= 400:
        status = f"{response.status_code} {response.reason_phrase}".strip()
        raise FetchError(f"{url} answered {status}")
    if response.is_redirect or response.status_code == 304:
        raise FetchError(f"{url} answered {response.status_code} without a page")
    kind = response.headers.get("content-type", "").split(";")[0].strip().lower()
    textual = kind.startswith(_TEXT_TYPES) or kind.endswith(("+xml", "+json"))
    if kind == "image/svg+xml" or not (textual or kind in _UNKNOWN_TYPES):
        raise FetchError(f"{url} is {kind}, not a page of text")
    size = response.headers.get("content-length", "")
    if size.isdecimal() and int(size[:20]) > MAX_BYTES:
        raise FetchError(too_large(url))


def _read(response: httpx.Response, url: str, deadline: float) -> bytes:
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > MAX_BYTES:
            raise FetchError(too_large(url))
        if time.monotonic() > deadline:
            raise FetchError(f"{url} sends too slowly")
    if not data:
        raise FetchError(f"{url} answered with an empty page")
    return bytes(data)
