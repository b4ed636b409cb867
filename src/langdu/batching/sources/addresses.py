"""The key of a source: one spelling for an address, a path or a text without a name."""

import hashlib
import os
import re
import unicodedata
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

#: What campaigns add to an address, and feeds with them; the page is the same without.
_CAMPAIGN: Final = re.compile(r"utm_[a-z_]+|fbclid|gclid|yclid|spm|mc_[ce]id", re.IGNORECASE)
#: An address that is its own key: most are, and taking one apart costs a hundred times as much.
_NORMAL: Final = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*(?:/[A-Za-z0-9_~-][\w~.-]*)*/?", re.ASCII
)
_HOST: Final = re.compile(r"[\w.:-]+")
_ESCAPE: Final = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED: Final = frozenset(
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
)
#: Hexadecimal digits of the digest that names a text without a name: 128 bits.
_DIGEST: Final = 32


def is_address(text: str) -> bool:
    """Whether a text begins as an address on the web does."""
    return text[:8].lower().startswith(("http://", "https://"))


def address_key(url: str) -> str:
    """An address in one spelling: RFC 3986, 6.2.2 and 6.2.3, without fragment and campaign.

    Scheme and host are in lower case, hosts of other scripts in Punycode; the usual port, ``..`` in
    paths, escapes of what needs none, names and passwords are gone. The order of a query stays, for
    servers may mean something by it. Raises :class:`ValueError` for what is no address.
    """
    if _NORMAL.fullmatch(url) and "/" in url[8:] and "xn--" not in url:
        return url
    import httpx  # slow to import

    try:
        address = httpx.URL(url.strip())
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from None
    if address.scheme not in ("http", "https") or not _HOST.fullmatch(address.host):
        raise ValueError("it names no host")
    shown = str(address.copy_with(fragment=None, username=None, password=None))
    head, mark, query = shown.partition("?")
    head += "/" if head.count("/") == 2 else ""
    kept = [part for part in query.split("&") if part and not _campaign(part)]
    return _ESCAPE.sub(_plain, head + (mark + "&".join(kept) if kept else ""))


def path_key(path: Path, folder: Path) -> str:
    """A file's path from the list's folder on, so that both may move together."""
    try:
        name = os.path.relpath(path, folder)
    except ValueError:  # on another drive of Windows
        name = str(path)
    # a name that is no text keeps its bytes as escapes
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "file:" + unicodedata.normalize("NFC", text.replace(os.sep, "/"))


def text_key(data: bytes) -> str:
    """The digest of a text that has neither an address nor a path."""
    return "sha256:" + hashlib.sha256(data).hexdigest()[:_DIGEST]


def joined(base: str | None, link: str) -> str | None:
    """The address that a link leads to, or ``None`` where that is no page of the web."""
    from urllib.parse import urljoin

    link = "".join(link.split())  # as browsers do, and feeds break lines in addresses
    try:
        address = urljoin(base, link) if base else link
        return address if is_address(address) and urlsplit(address).hostname else None
    except ValueError:  # half a bracket where a host should be
        return None


def _campaign(part: str) -> bool:
    return _CAMPAIGN.fullmatch(part.partition("=")[0]) is not None


def _plain(match: re.Match[str]) -> str:
    byte = int(match[1], 16)
    return chr(byte) if byte in _UNRESERVED else f"%{match[1].upper()}"
