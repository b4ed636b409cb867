"""What a site knows of an article: enough for its index pages, its sitemap and its feeds.

Every ``href`` is relative to the site's folder, with ``/`` between its parts and nothing escaped
(``articles/2020-03-30-…/en/index.html``). What is not known is ``None`` or an empty tuple.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any, Final, TypeVar

from langdu.errors import ArticleError

SCHEMA: Final = "langdu/entry/1"

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class ChapterEntry:
    """A chapter of an audio file, from ``start`` (in seconds)."""

    start: float
    title: str


@dataclass(frozen=True, slots=True)
class AudioEntry:
    """An audio file: its size in bytes, its length in seconds, its chapters."""

    href: str
    bytes: int
    seconds: float
    chapters: tuple[ChapterEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class FileEntry:
    """The edition in another format, by the name that ``publish`` knows it by (``epub``)."""

    format: str
    href: str


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """An article in one language; ``href`` is its page.

    ``summary`` is the beginning of its text, on one line. ``machine``: it is a translation;
    ``demo``: one by a demo model.
    """

    lang: str
    title: str | None
    summary: str
    href: str
    machine: bool = False
    demo: bool = False
    formats: tuple[FileEntry, ...] = ()
    audio: AudioEntry | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An article of the site, with its editions: the source first.

    ``url``, ``site``, ``published``, ``updated`` and ``column`` are those of the article; ``slug``
    names its folder below ``articles/``.
    """

    slug: str
    editions: tuple[EditionEntry, ...]
    url: str | None = None
    site: str | None = None
    published: str | None = None
    updated: str | None = None
    column: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The entry as plain data, ready for ``json``."""
        return {"schema": SCHEMA, **asdict(self)}

    def to_json(self) -> str:
        """The entry as one line of JSON: the same entry gives the same text."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    @classmethod
    def from_dict(cls, data: Any) -> "Entry":
        """Read an entry. Raises :class:`~langdu.errors.ArticleError` where it is not one."""
        try:
            if data["schema"] != SCHEMA:
                raise ArticleError(f"the entry's schema is not {SCHEMA!r}: make the site again")
            return cls(
                slug=_text(data["slug"]),
                editions=_all(_edition, data["editions"]),
                url=_words(data.get("url")),
                site=_words(data.get("site")),
                published=_words(data.get("published")),
                updated=_words(data.get("updated")),
                column=_all(_text, data.get("column")),
            )
        except (TypeError, KeyError, AttributeError, ValueError) as error:
            raise ArticleError(f"this is not the entry of an article: {error!r}") from None

    @classmethod
    def from_json(cls, text: str | bytes) -> "Entry":
        """Read an entry. Raises :class:`~langdu.errors.ArticleError` where it is not one."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ArticleError(f"the entry of an article is not JSON: {error}") from None
        return cls.from_dict(data)


def _edition(data: dict[str, Any]) -> EditionEntry:
    audio = data.get("audio")
    return EditionEntry(
        lang=_text(data["lang"]),
        title=_words(data.get("title")),
        summary=_text(data.get("summary", "")),
        href=_text(data["href"]),
        machine=data.get("machine") is True,
        demo=data.get("demo") is True,
        formats=_all(
            lambda row: FileEntry(_text(row["format"]), _text(row["href"])), data.get("formats")
        ),
        audio=None if audio is None else _audio(audio),
    )


def _audio(data: dict[str, Any]) -> AudioEntry:
    return AudioEntry(
        href=_text(data["href"]),
        bytes=int(data["bytes"]),
        seconds=float(data["seconds"]),
        chapters=_all(
            lambda row: ChapterEntry(float(row["start"]), _text(row["title"])), data.get("chapters")
        ),
    )


def _all(read: Callable[[Any], _T], rows: Iterable[Any] | None) -> tuple[_T, ...]:
    return tuple(map(read, rows or ()))


def _words(value: Any) -> str | None:
    return None if value is None else _text(value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value
