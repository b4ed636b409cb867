"""What a writer gets: one edition of an article and what lies around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeAlias

from langdu.article import Article
from langdu.timeline import Timeline


class AudioFile(Protocol):
    """A spoken edition: when each sentence is heard, and a way to write it as a file."""

    @property
    def timeline(self) -> Timeline:
        """When each sentence is heard."""
        ...

    def save(self, path: Path, /) -> object:
        """Write the audio to ``path``, in the format that its suffix names."""
        ...


@dataclass(frozen=True, slots=True)
class Sound:
    """The audio beside a page: its address from there, its length in seconds, its times."""

    href: str
    duration: float
    timeline: Timeline | None = None

    @property
    def embedded(self) -> bool:
        """Whether the audio is in the page itself, and too large to be there twice."""
        return self.href.startswith("data:")


@dataclass(frozen=True, slots=True)
class Edition:
    """An article on its own, or in a folder with its other languages, pictures and audio.

    ``languages`` holds all editions of the folder, this one included, the source first; ``images``
    leads from a figure's id to a relative address; ``sounds`` from a language to the audio of its
    edition; ``files`` from a format to a file beside it. ``assets`` is the address of the folder
    that holds the style and script of the pages; without it a page holds its own. ``folder``:
    where the edition's own files go, from which a book finds the pictures and audio to hold.
    """

    article: Article
    languages: tuple[Article, ...] = ()
    images: Mapping[str, str] = field(default_factory=dict)
    sounds: Mapping[str, Sound] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    assets: str | None = None
    folder: Path | None = None

    @property
    def sound(self) -> Sound | None:
        """The audio of this edition."""
        return self.sounds.get(self.article.lang)


@dataclass(frozen=True, slots=True)
class Writer:
    """A format: the name that readers know it by, its file extension and what renders it.

    ``pictures``: it shows the copies of an article's pictures. ``fits``: whether an edition can be
    written in it; where none can, what it ``needs`` is missing, and that is an error.
    """

    title: str
    extension: str
    render: Render
    stem: str = "article"
    pictures: bool = False
    fits: Fits | None = None
    needs: str = "another article"

    @property
    def filename(self) -> str:
        """The file's name in the folder of its language."""
        return f"{self.stem}.{self.extension}"


Render: TypeAlias = Callable[[Edition], str | bytes]
Fits: TypeAlias = Callable[[Edition], bool]
