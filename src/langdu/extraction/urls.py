"""Addresses in a page: made absolute, and dropped where following them would be no reading."""

import re
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

_BLANKS: Final = re.compile(r"[\t\n\r]+")
_WEB: Final = ("http", "https")
#: Most links are whole addresses, in which nothing is to be resolved.
_WHOLE: Final = re.compile(r"https?://[a-z0-9][a-z0-9.:-]*(?:/(?![^?#]*/\.)[^\s\\]*)?\Z")
_IMAGE_DATA: Final = "data:image/"
#: An article does not carry pictures of many megabytes in its text.
_MAX_DATA: Final = 4_000_000


def absolute(address: str, base: str | None) -> str | None:
    """The address resolved against the page's base, or ``None`` where that is not possible."""
    address = _BLANKS.sub("", address.strip())
    if not address or address.startswith("#"):
        return None
    if address.startswith("//") and base and base.startswith("file:"):
        return f"https:{address}"  # a page that was saved, not a file on another machine
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return None


def place(address: str, base: str | None) -> str | None:
    """The name of a place in the page itself, where an address leads to one."""
    page, _, name = address.strip().partition("#")
    if page and absolute(page, base) != (base or "").partition("#")[0]:
        return None
    return unquote(name) or None


def link(address: str, base: str | None) -> str | None:
    """A link's target: http, https or mailto; a file only beside a page that is itself a file."""
    if _WHOLE.match(address):
        return address
    found = absolute(address, base)
    if found and _allowed(found, base, (*_WEB, "mailto")):
        return found
    return None


def image(address: str, base: str | None) -> str | None:
    """A picture's address: http, https, a ``data:image``, or a file beside a local page."""
    if address.strip()[:11].lower() == _IMAGE_DATA:
        return address.strip() if len(address) < _MAX_DATA else None
    found = absolute(address, base)
    return found if found and _allowed(found, base, _WEB) else None


def file_name(address: str) -> str:
    """The last part of an address's path, the empty text where the address is none."""
    try:
        return urlsplit(address).path.rsplit("/", 1)[-1]
    except ValueError:
        return ""


def _allowed(address: str, base: str | None, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme in _WEB and not parts.netloc:
        return False
    local = bool(base) and str(base).startswith("file:")
    return parts.scheme in schemes or (local and parts.scheme == "file")
