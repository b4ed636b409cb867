"""The index pages: the newest articles, a month, a column, the choice of a language."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import quote

from langdu.batching.site.addresses import relative
from langdu.batching.site.catalogue import Row, column_of
from langdu.batching.site.shelves import UNDATED, Library, Page, Shelf
from langdu.batching.site.words import words
from langdu.languages import guess, normalize
from langdu.publishing.assets import linked
from langdu.publishing.dates import human_date
from langdu.publishing.labels import Labels, endonym, labels, page_tag
from langdu.publishing.rendering import environment
from langdu.publishing.safe import one_line

#: The feeds of a language, by the names of their files.
FEED: Final = "feed.xml"
PODCAST: Final = "podcast.xml"

Href = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A page in another language. ``same``: it is about the same as this one."""

    lang: str
    name: str
    href: str
    current: bool
    same: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """An article of a list; ``href`` is relative to the site."""

    title: str
    href: str
    date: str
    datetime: str
    column: str
    column_tag: str | None
    length: str
    machine: bool
    demo: bool
    summary: str


@dataclass(frozen=True, slots=True)
class ShelfLink:
    """A month or a column to go to; ``tag`` where its name is in another language."""

    name: str
    href: str
    tag: str | None = None


class Listings:
    """The pages of all languages: path → HTML.

    ``feeds``: the files that a page may name, by their paths relative to the site.
    """

    def __init__(self, libraries: Sequence[Library], name: str, feeds: Collection[str]) -> None:
        self._libraries = libraries
        self._name = name
        self._feeds = frozenset(feeds)
        self._paths = {library.lang: _paths(library) for library in libraries}

    def paths(self) -> Iterator[str]:
        """Where the pages will be."""
        yield "index.html"
        for lang, paths in self._paths.items():
            yield from (f"{lang}/{path}" for path in paths)

    def pages(self) -> Iterator[tuple[str, str]]:
        """Every page of every language, and the one that leads to the languages."""
        yield "index.html", self._choice()
        for library in self._libraries:
            lang = library.lang
            yield f"{lang}/index.html", self._start(library)
            for shelf in library.shelves:
                for page, rows in library.filled(shelf):
                    yield f"{lang}/{page.path}", self._shelf(library, shelf, page, rows)

    def _choice(self) -> str:
        langs = [library.lang for library in self._libraries]
        links = [self._link(lang, "index.html", lang, "index.html") for lang in langs]
        lang = langs[0] if langs else "en"
        return self._render("choice.html.j2", lang, "index.html", links)

    def _start(self, library: Library) -> str:
        path = f"{library.lang}/index.html"
        t, href = labels(library.lang), _from(path)
        months = [
            (year, [_month_link(shelf, library.lang, t, href) for shelf in shelves])
            for year, shelves in groupby(library.months, lambda shelf: shelf.folder[:4])
        ]
        columns = [_column_link(shelf, library.lang, href) for shelf in library.columns]
        return self._render(
            "start.html.j2",
            library.lang,
            path,
            self._links(library.lang, "index.html", path),
            items=self._items(library.newest, path, t),
            months=months,
            columns=columns,
        )

    def _shelf(self, library: Library, shelf: Shelf, page: Page, rows: Iterable[Row]) -> str:
        lang = library.lang
        path = f"{lang}/{page.path}"
        t, href = labels(lang), _from(path)
        name = _shelf_name(shelf, t)
        number = words(t.code)["page"].format(n=page.number) if page.older or page.newer else ""
        return self._render(
            "shelf.html.j2",
            lang,
            path,
            self._links(lang, page.path, path),
            title=f"{name}{f', {number}' if number else ''} — {self._name}",
            heading=name,
            heading_tag=_foreign(shelf.lang, lang) if shelf.folder.startswith("columns/") else None,
            number=number,
            start=href(f"{lang}/index.html"),
            newer=href(f"{lang}/{page.newer}") if page.newer else None,
            older=href(f"{lang}/{page.older}") if page.older else None,
            items=self._items(rows, path, t),
        )

    def _items(self, rows: Iterable[Row], path: str, t: Labels) -> str:
        """The list of a page: made by itself, for through a page's blocks it goes slowly."""
        items = [_item(row, t) for row in rows]
        template = environment("langdu.batching.site").get_template("items.html.j2")
        return template.render(
            items=items,
            up="../" * path.count("/"),
            t=t,
            w=words(t.code),
            demo=any(item.demo for item in items),
            machine=any(item.machine for item in items),
        )

    def _links(self, lang: str, path: str, here: str) -> list[LanguageLink]:
        return [self._link(library.lang, path, lang, here) for library in self._libraries]

    def _link(self, other: str, path: str, lang: str, here: str) -> LanguageLink:
        """The way to the same page in another language, or to its first one.

        Full pages of a shelf are the same only where they hold the same articles.
        """
        mine, theirs = self._paths[lang].get(path), self._paths[other].get(path)
        same = theirs is not None and (path.endswith("index.html") or mine == theirs)
        target = f"{other}/{path if same else 'index.html'}"
        current = other == lang and here != "index.html"
        return LanguageLink(page_tag(other), endonym(other), relative(target, here), current, same)

    def _render(
        self, template: str, lang: str, path: str, links: list[LanguageLink], **values: object
    ) -> str:
        t, href = labels(lang), _from(path)
        feeds = {
            kind: href(f"{lang}/{file}")
            for kind, file in (("feed", FEED), ("podcast", PODCAST))
            if path != "index.html" and f"{lang}/{file}" in self._feeds
        }
        given: Mapping[str, object] = {
            "title": self._name,
            "name": self._name,
            "name_tag": _other_tag(self._name, lang),
            "tag": page_tag(lang),
            "t": t,
            "w": words(t.code),
            "links": [link for link in links if link.same],
            "languages": links,
            "feeds": feeds,
            "assets": linked(href("assets/reader.css").removesuffix("reader.css")),
            "several": False,
            "word_blocks": (),
            "data": None,
        }
        page = environment("langdu.batching.site").get_template(template)
        return page.render({**given, **values}) + "\n"


def _other_tag(text: str, lang: str) -> str | None:
    """The tag of a text that is plainly in another language than its page."""
    code = guess([text])
    return page_tag(code) if code and code != normalize(lang) else None


def _paths(library: Library) -> dict[str, bytes]:
    """The pages of a language, and a digest of the articles of each."""
    pages = {
        page.path: hashlib.blake2b("\n".join(slugs).encode(), digest_size=8).digest()
        for shelf in library.shelves
        for page, slugs in library.held(shelf)
    }
    return {"index.html": b"", **pages}


def _from(path: str) -> Href:
    return lambda target: relative(target, path)


def _item(row: Row, t: Labels) -> ItemView:
    audio = row.edition.audio
    return ItemView(
        one_line(row.edition.title) or t["untitled"],
        quote(row.edition.href),
        human_date(row.date, t.code) if row.date else "",
        row.date,
        " › ".join(column_of(row.entry)),
        _foreign(row.source_lang, row.edition.lang),
        words(t.code)["heard"].format(n=_length(audio.seconds)) if audio else "",
        row.edition.machine,
        row.edition.demo,
        one_line(row.edition.summary),
    )


def _length(seconds: float) -> str:
    """Minutes and seconds, or hours too, as players show them."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _month_link(shelf: Shelf, lang: str, t: Labels, href: Href) -> ShelfLink:
    return ShelfLink(_shelf_name(shelf, t), href(f"{lang}/{shelf.folder}/index.html"))


def _column_link(shelf: Shelf, lang: str, href: Href) -> ShelfLink:
    tag = _foreign(shelf.lang, lang)
    return ShelfLink(" › ".join(shelf.name), href(f"{lang}/{shelf.folder}/index.html"), tag)


def _shelf_name(shelf: Shelf, t: Labels) -> str:
    if shelf.folder == UNDATED:
        return words(t.code)["undated"]
    if shelf.folder.startswith("columns/"):
        return " › ".join(shelf.name)
    return human_date(shelf.name[0], t.code)


def _foreign(source: str, lang: str) -> str | None:
    """The tag of a text that nobody translated, on a page in another language."""
    return None if source == lang else page_tag(source)
