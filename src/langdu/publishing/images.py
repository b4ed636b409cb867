"""Copies of an article's pictures: fetched by the caller, looked at here, named by block id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from langdu.article import Article, Figure
from langdu.errors import LangduError
from langdu.publishing.files import write
from langdu.publishing.safe import check_id, one_line

_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_AVIF: Final = frozenset({b"avif", b"avis"})


class ImageSource(Protocol):
    """Gives the bytes of the picture at an address that an article names.

    Addresses are those of the article, from wherever it came: refuse what must not be read (local
    files, private networks) by raising a :class:`~langdu.errors.LangduError`, as on any failure.
    """

    def __call__(self, url: str, /) -> bytes:
        """The picture."""
        ...


@dataclass(frozen=True, slots=True)
class Copied:
    """The pictures that were copied: block id → file name, and what went wrong with the others."""

    names: Mapping[str, str]
    files: tuple[Path, ...]
    warnings: tuple[str, ...]


NO_IMAGES: Final = Copied(MappingProxyType({}), (), ())


def image_type(data: bytes) -> str | None:
    """The file extension for what the bytes are, or ``None`` for no picture that is safe to show.

    SVG is refused: it is a document that can hold scripts.
    """
    for magic, extension in _MAGIC:
        if data.startswith(magic):
            return extension
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, 48, 4))}
    return "avif" if data[4:8] == b"ftyp" and brands & _AVIF else None


def copy_images(article: Article, source: ImageSource, folder: Path) -> Copied:
    """Copy the pictures of the figures into ``folder``; each address is asked for once."""
    names: dict[str, str] = {}
    files: list[Path] = []
    warnings: list[str] = []
    known: dict[str, str | None] = {}
    for figure, url in _pictures(article):
        if url not in known:
            try:
                known[url] = _copy(source(url), folder / check_id(figure.id), files)
            except LangduError as error:
                known[url] = None
                warnings.append(f"{figure.id}: no picture: {one_line(str(error))}")
            else:
                if known[url] is None:
                    kinds = "PNG, JPEG, GIF, WebP or AVIF"
                    warnings.append(f"{figure.id}: no picture: {one_line(url)} is not {kinds}")
        if name := known[url]:
            names[figure.id] = name
    return Copied(names, tuple(files), tuple(warnings))


def _pictures(article: Article) -> Iterable[tuple[Figure, str]]:
    return ((b, b.image) for b in article.blocks if isinstance(b, Figure) and b.image)


def _copy(data: bytes, stem: Path, files: list[Path]) -> str | None:
    extension = image_type(data)
    if extension is None:
        return None
    name = f"{stem.name}.{extension}"
    files.append(write(stem.with_name(name), data))
    return name
