"""The pictures that lie beside a page on a disk: their bytes are a part of what pages are made of.

Their names start from the page's folder, so that both may move together.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from langdu.article import Article, Figure
from langdu.batching.places import digest
from langdu.errors import LoadError
from langdu.loading.images import ImageReader


def pictures_beside(page: Path | None, article: Article) -> tuple[str, ...]:
    """The names of an article's pictures that are files below the folder of its page."""
    if page is None:
        return ()
    folder = page.resolve().parent
    images = (block.image for block in article.blocks if isinstance(block, Figure) and block.image)
    paths = (_path(image) for image in images if image.lower().startswith("file:"))
    inside = (path for path in paths if path and path.is_relative_to(folder))
    return tuple(
        dict.fromkeys(os.path.relpath(path, folder).replace(os.sep, "/") for path in inside)
    )


def look_at(page: Path | None, names: Iterable[str]) -> str:
    """The digest of these pictures as they are now; one that cannot be read counts as empty."""
    if page is None or not names:
        return ""
    folder = page.resolve().parent
    with ImageReader(folder) as read:
        return digest(*(part for name in names for part in (name, _bytes(read, folder / name))))


def _bytes(read: ImageReader, path: Path) -> bytes:
    try:
        return read(path.as_uri())
    except LoadError:
        return b""


def _path(url: str) -> Path | None:
    try:
        return Path(url2pathname(urlsplit(url).path)).resolve()
    except (ValueError, OSError):
        return None
