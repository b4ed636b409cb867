"""What a list names: one source, or one thing that is wrong with it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from langdu.batching.sources.slugs import slug_of
from langdu.loading.raw import Raw, from_path

TroubleKind: TypeAlias = Literal["bad", "cut", "duplicate"]


@dataclass(frozen=True, slots=True)
class Source:
    """A page to read: in ``data``, else in the file ``path``, else at ``url``.

    ``key`` is the same for the same source in every list and every run: its address in one
    spelling, the path of a file from the list's folder on, or the digest of text that has no name.
    ``place`` is what an error calls it (``list.txt, line 7``). Beside ``data`` or ``path``,
    ``url`` is the address that they came from, and ``charset`` what its server declared.
    ``title`` and ``published`` are what the list says of it: hints, and no more.
    """

    key: str
    place: str
    url: str | None = None
    path: Path | None = None
    data: bytes | None = None
    charset: str | None = None
    title: str | None = None
    published: str | None = None

    @property
    def slug(self) -> str:
        """The name of its folder: readable, safe on every file system, its own alone."""
        return slug_of(self.key)

    @property
    def fetched(self) -> bool:
        """Whether the source must be fetched from ``url``."""
        return self.path is None and self.data is None

    def raw(self) -> Raw:
        """The bytes of a source that needs no fetching: see :func:`langdu.loading.page_of`.

        Raises :class:`~langdu.errors.LoadError` for a file that cannot be read.
        """
        if self.data is not None:
            return Raw(self.url or self.place, self.data, charset=self.charset, url=self.url)
        if self.path is None:
            raise ValueError(f"{self.url} must be fetched")
        return replace(from_path(str(self.path)), url=self.url)


@dataclass(frozen=True, slots=True)
class Trouble:
    """A line, an element or a record of the list that gives no source; the others still do.

    ``cut``: a part of the list that could not be read, and nobody knows what is in it;
    ``duplicate``: its source was there before (told once for each source, however often it comes).
    """

    kind: TroubleKind
    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"
