"""The index of Argos packages: what it offers, and downloading it.

Its address is argostranslate's own setting (``ARGOS_PACKAGE_INDEX``) unless another is given.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from langdu.errors import MissingModel, PackageError
from langdu.translation.packages.installed import settings

#: A download of more bytes than this is refused; real packages are 60–150 MB.
MAX_DOWNLOAD: Final = 2 * 1024**3

#: Called with a package's name, the bytes that are there and, where it is known, their number.
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that an index offers."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]


def default_index() -> str:
    """The address of the index: argostranslate's own setting."""
    return str(settings().remote_package_index)


def fetch_index(address: str | None = None) -> list[Offer]:
    """What the index at ``address`` (a URL; argostranslate's own by default) offers."""
    import httpx

    address = address or default_index()
    if address.endswith("/"):
        address += "index.json"
    try:
        answer = httpx.get(address, timeout=20, follow_redirects=True)
        answer.raise_for_status()
        rows = answer.json()
        offers = [offer for row in rows if (offer := _offer(row))]
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise PackageError(
            f"the index of packages cannot be had from {address} ({_reason(error)}); check the "
            "connection, give another with --index URL, or add a .argosmodel file"
        ) from None
    except (ValueError, TypeError, AttributeError):
        raise PackageError(f"{address} is no index of Argos packages") from None
    return offers


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__


def _offer(row: dict[str, Any]) -> Offer | None:
    source, target = row.get("from_code"), row.get("to_code")
    links = [link for link in row.get("links", ()) if str(link).startswith(("http://", "https://"))]
    if not (isinstance(source, str) and isinstance(target, str) and links):
        return None
    return Offer(source, target, str(row.get("package_version") or ""), tuple(links))


def newest(offers: Iterable[Offer], pair: tuple[str, str]) -> Offer:
    """The newest offer of a pair. Raises :class:`MissingModel`."""
    matching = [offer for offer in offers if (offer.source, offer.target) == pair]
    if not matching:
        raise MissingModel(f"the index offers no package for {pair[0]}-{pair[1]}")
    return max(matching, key=lambda offer: _version_key(offer.version))


def _version_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,9}", version))


def download(offer: Offer, file: Path, progress: Progress | None) -> None:
    """Download a package, from the first of its links that works.

    Raises :class:`PackageError`.
    """
    import httpx

    name, reason = file.stem, "it has no link"
    for link in offer.links:
        try:
            with httpx.stream("GET", link, timeout=60, follow_redirects=True) as answer:
                answer.raise_for_status()
                length = answer.headers.get("content-length", "")
                total = int(length) if length.isdigit() else None
                _save(answer.iter_bytes(), file, name, total, progress)
                return
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            reason = _reason(error)
    raise PackageError(f"{name} cannot be downloaded: {reason}")


def _save(
    chunks: Iterable[bytes], file: Path, name: str, total: int | None, progress: Progress | None
) -> None:
    done = 0
    with file.open("wb") as out:
        for chunk in chunks:
            done += len(chunk)
            if done > MAX_DOWNLOAD:
                raise PackageError(f"{name} is larger than {MAX_DOWNLOAD} bytes: refused")
            out.write(chunk)
            if progress:
                progress(name, done, total)
