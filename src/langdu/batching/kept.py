"""What was fetched for an article, kept beside it: no page is asked for twice.

Fetching is the driver's alone, so that it can be polite; who works on an article finds here what
was fetched, and asks for the rest by raising :class:`Missing`.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from langdu.batching.places import digest, write
from langdu.batching.troubles import Refused
from langdu.errors import FetchError

if TYPE_CHECKING:  # it imports httpx
    from langdu.loading.images import ImageReader
    from langdu.loading.web import Answer

_LEVEL: Final = 6


@dataclass(frozen=True, slots=True)
class Wish:
    """An address to fetch, of a page or of a picture."""

    url: str
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an address could not be had; ``passing``: time may heal it."""

    reason: str
    passing: bool = True

    def error(self) -> FetchError:
        """As an error."""
        return FetchError(self.reason) if self.passing else Refused(self.reason)


class Missing(Exception):
    """An address that was not fetched yet."""

    def __init__(self, wish: Wish) -> None:
        super().__init__(wish)
        self.wish = wish


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of answers: one file each, a line of JSON and the body, which is compressed."""

    folder: Path

    def has(self, url: str) -> bool:
        """Whether the answer of an address is here."""
        return self._path(url).exists()

    def find(self, url: str) -> "Answer | None":
        """The answer of an address; ``None`` where it is not here, or broken."""
        from langdu.loading.web import Answer

        try:
            head, _, body = self._path(url).read_bytes().partition(b"\n")
            about = json.loads(head)
            return Answer(about["url"], zlib.decompress(body), about["type"], about["charset"])
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError, zlib.error):
            return None

    def add(self, url: str, answer: "Answer") -> None:
        """Keep an answer."""
        about = {"url": answer.url, "type": answer.media_type, "charset": answer.charset}
        body = zlib.compress(answer.data, _LEVEL)
        write(self._path(url), json.dumps(about).encode() + b"\n" + body)

    def _path(self, url: str) -> Path:
        return self.folder / digest(url)


@dataclass(slots=True)
class KeptPages:
    """Stands in for a fetcher: gives pages that are kept, and remembers which were asked for.

    ``failures``: addresses that cannot be had.
    """

    kept: Kept
    failures: Mapping[str, Refusal]
    seed: "Answer | None" = None
    asked: list[bytes] = field(default_factory=list)

    def fetch(self, url: str, expected: Any = None) -> "Answer":
        """A page. Raises :class:`Missing`, or :class:`~langdu.FetchError` where it failed."""
        if self.seed and url == self.seed.url:
            answer = self.seed
        elif url in self.failures:
            raise self.failures[url].error()
        elif (found := self.kept.find(url)) is None:
            raise Missing(Wish(url))
        else:
            answer = found
        self.asked.append(answer.data)
        return answer

    def content(self) -> str:
        """The digest of all pages that were asked for."""
        return digest(*self.asked)


@dataclass(frozen=True, slots=True)
class KeptPictures:
    """Gives pictures: those of the web that are kept, and those of the article's own folder."""

    kept: Kept
    failures: Mapping[str, Refusal]
    local: "ImageReader"

    def __call__(self, url: str, /) -> bytes:
        """A picture. Raises :class:`Missing`, or :class:`~langdu.LoadError` where it failed."""
        if not is_remote(url):
            return self.local(url)
        if url in self.failures:
            raise self.failures[url].error()
        answer = self.kept.find(url)
        if answer is None:
            raise Missing(Wish(url, picture=True))
        return answer.data


def is_remote(url: str) -> bool:
    """Whether an address is on the web."""
    return url.strip().lower().startswith(("http://", "https://"))
