"""Where things are: below the site's address, or from one of its files to another."""

import posixpath
import uuid
from dataclasses import dataclass
from urllib.parse import quote

from langdu.errors import PublishError
from langdu.publishing.safe import safe_url


@dataclass(frozen=True, slots=True)
class Base:
    """The address that the site's folder is at, with a slash at its end."""

    url: str

    def of(self, href: str) -> str:
        """The address of a file of the site; of a folder where the file is its index."""
        return self.url + quote(href.removesuffix("index.html") if is_index(href) else href)

    def file(self, href: str) -> str:
        """The address of a file of the site by its own name."""
        return self.url + quote(href)


def base_of(url: str) -> Base:
    """The base of an address. Raises :class:`PublishError` for what can be none."""
    safe = safe_url(url, mail=False)
    if not safe or "?" in safe or "#" in safe:
        raise PublishError(
            f"{url[:200]!r} is no address for a site: write one like https://portal.example/news/"
        )
    import httpx  # slow to import

    try:
        ascii_url = str(httpx.URL(safe))  # feeds and sitemaps want URLs, not IRIs
    except httpx.InvalidURL as error:
        raise PublishError(f"{url[:200]!r} is no address for a site: {error}") from None
    return Base(ascii_url if ascii_url.endswith("/") else f"{ascii_url}/")


def is_index(href: str) -> bool:
    """Whether a folder's address leads to the file too."""
    return posixpath.basename(href) == "index.html"


def relative(href: str, page: str) -> str:
    """The way from a page to a file, both relative to the site's folder."""
    if href.partition("/")[0] != page.partition("/")[0]:  # nothing in common: most ways
        return quote("../" * page.count("/") + href)
    return quote(posixpath.relpath(href, posixpath.dirname(page) or "."))


def entry_id(slug: str, lang: str) -> str:
    """The name of an article's edition, the same wherever the site lies (RFC 4122, version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"langdu:{slug}#{lang}").urn
