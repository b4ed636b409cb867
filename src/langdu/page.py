"""The page: what loading gives and extraction takes."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

PageKind: TypeAlias = Literal["html", "text", "json", "markdown"]


@dataclass(frozen=True, slots=True)
class Page:
    """A source as text, before anything is known about its content.

    ``url`` is the final address after redirects, or ``None`` for a source that is not on the web.
    ``base`` is what relative addresses resolve against: the URL, or the ``file://`` URI of a local
    file. ``encoding`` is the one that the text was decoded from.
    """

    text: str
    kind: PageKind = "html"
    url: str | None = None
    base: str | None = None
    encoding: str = "utf-8"
