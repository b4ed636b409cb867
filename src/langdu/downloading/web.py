"""How files are asked for: over httpx, within limits.

Plain http is used where an address is given that way (a mirror on an intranet), with a warning, as
anyone on the way may then change a file; a redirect from https to http is refused.
"""

from collections.abc import Callable
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final

from langdu.downloading.failures import DownloadFailure
from langdu.errors import reason

if TYPE_CHECKING:  # importing langdu loads no httpx
    import httpx

#: Seconds to reach a server, and to wait for more of its answer.
_CONNECT_TIMEOUT: Final = 20.0
_READ_TIMEOUT: Final = 60.0
#: Argos's links lead to their file at once, those of release pages by one or two redirects.
_MAX_REDIRECTS: Final = 5


def client() -> "httpx.Client":
    """A client for an index and its files."""
    import httpx

    return httpx.Client(
        timeout=httpx.Timeout(_READ_TIMEOUT, connect=_CONNECT_TIMEOUT),
        follow_redirects=True,
        max_redirects=_MAX_REDIRECTS,
        headers={"Accept-Encoding": "identity"},  # ranges and sizes are of the file as it is
    )


def check_way(
    answer: "httpx.Response", note: Callable[[str], None], *, vouched: bool = False
) -> None:
    """Refuse a way that leaves https, or ends packed; ``note`` is told of one over plain http.

    ``vouched``: a checksum will tell whether the file is the right one. Raises
    :class:`DownloadFailure`.
    """
    hops = [*(step.url for step in answer.history), answer.url]
    plain = [url for url in hops if url.scheme != "https"]
    if plain and len(plain) < len(hops) and hops[0].scheme == "https":
        raise DownloadFailure(f"{shown(hops[0])} leads from https to http: refused")
    if answer.headers.get("content-encoding", "identity") != "identity":
        raise DownloadFailure(f"{shown(answer.url)} packs what it sends: refused")
    if plain and not vouched and not _is_this_machine(plain[0].host):
        note(f"{shown(plain[0])} is plain http: anyone on the way may have changed it")


def validators(answer: "httpx.Response") -> tuple[str, str]:
    """The ETag and the date by which a server knows what it sent; empty where there is none.

    What is not ASCII is none: it cannot be sent back as it came.
    """
    values = [answer.headers.get(name, "") for name in ("etag", "last-modified")]
    etag, modified = (value if value.isascii() else "" for value in values)
    return etag, modified


def shown(url: "httpx.URL | str") -> str:
    """An address as messages show it: without a password."""
    import httpx

    try:
        full = httpx.URL(url)
    except httpx.InvalidURL:
        return str(url).rpartition("@")[2]
    return str(full.copy_with(username=None, password=None)) if full.userinfo else str(full)


def what_failed(error: Exception) -> str:
    """One line of what went wrong: a server's refusal by its number and name."""
    import httpx

    if isinstance(error, httpx.HTTPStatusError):
        return f"{error.response.status_code} {error.response.reason_phrase}".strip()
    return reason(error)


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
