"""An edition → the bytes of an EPUB file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from langdu.article import Article
from langdu.errors import PublishError
from langdu.publishing.checking import check_article
from langdu.publishing.edition_view import edition_view
from langdu.publishing.editions import Edition
from langdu.publishing.epub import about
from langdu.publishing.epub.container import Entry, container
from langdu.publishing.epub.contents import Place, contents
from langdu.publishing.epub.cover import cover_text
from langdu.publishing.epub.labels_book import book_words
from langdu.publishing.epub.pairs import Second, second
from langdu.publishing.epub.pictures import Picture, pictures
from langdu.publishing.epub.rendering import render, source
from langdu.publishing.epub.soundtrack import Soundtrack, soundtrack
from langdu.publishing.inline import plain
from langdu.publishing.labels import page_tag
from langdu.publishing.safe import one_line
from langdu.publishing.views import BlockView, EditionView, FigureView


def write_epub(edition: Edition) -> bytes:
    """The edition as an EPUB 3 file, with a media overlay where it has sound.

    Raises :class:`PublishError` for ids that no book can have, sound that is no MP3, and a timeline
    that does not fit the article.
    """
    return _book(edition, None)


def write_bilingual(edition: Edition) -> bytes:
    """A translation with the original above each sentence, and one overlay for both.

    Raises :class:`PublishError` as :func:`write_epub` does, and where there is no original.
    """
    original = _original(edition)
    if original is None:
        raise PublishError("a bilingual book needs an article and its translation; give both")
    return _book(edition, second(original))


def has_two_languages(edition: Edition) -> bool:
    """Whether a bilingual book can be made of the edition: a translation beside its original."""
    return _original(edition) is not None


def _original(edition: Edition) -> Article | None:
    translation = edition.article.translation
    if translation is None:
        return None
    others = (a for a in edition.languages if a.lang != edition.article.lang and not a.translation)
    wanted = page_tag(translation.source)
    return next((a for a in others if page_tag(a.lang) == wanted), None)


def _book(edition: Edition, other: Second | None) -> bytes:
    if other:
        check_article(other.article)
    held = pictures(edition)
    shown = {figure: picture.path for figure, picture in held.items()}
    view = edition_view(replace(edition, images=shown), None)
    book = _Book(view, other, held, soundtrack(edition, other, view.blocks))
    return container(book.entries())


@dataclass(frozen=True, slots=True)
class _Book:
    """What a book is made of; each method makes one of its files."""

    view: EditionView
    other: Second | None
    pictures: Mapping[str, Picture]
    sound: Soundtrack

    def entries(self) -> Iterator[Entry]:
        """The files, in the order in which they lie in the container."""
        text = render("article.xhtml.j2", **self.common)
        yield Entry("META-INF/container.xml", source("container.xml"))
        inside = [
            Entry("package.opf", self.package(text)),
            Entry("nav.xhtml", self.nav()),
            Entry("cover.xhtml", render("cover.xhtml.j2", **self.common)),
            Entry("cover.svg", self.cover()),
            Entry("article.xhtml", text),
            *(Entry(sheet, source(sheet)) for sheet in self.styles),
        ]
        if self.sound.clips:
            inside.append(
                Entry("article.smil", render("article.smil.j2", passages=self.sound.passages))
            )
        files = {picture.path: picture.data for picture in self.pictures.values()}
        inside += [Entry(path, data) for path, data in sorted(files.items())]
        inside += self.sound.files
        yield from (Entry(f"EPUB/{entry.path}", entry.data) for entry in inside)

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets; that of the overlay only where there is one."""
        return ("style.css", "overlay.css") if self.sound.clips else ("style.css",)

    @property
    def common(self) -> dict[str, object]:
        """What every document may name."""
        view = self.view
        return {
            "e": view,
            "t": view.t,
            "w": book_words(view.t.code),
            "tag": view.tag,
            "title": view.title,
            "site": one_line(view.article.site),
            "source_tag": view.source_tag,
            "url": view.url,
            "styles": self.styles,
            "other": self.other,
            "second": self.other.span if self.other else _none,
        }

    def nav(self) -> bytes:
        """The table of contents and the landmarks."""
        sections: list[Place] = []
        if self.view.notes:
            sections.append(Place("_notes", self.view.t["notes"], 2))
        if self.view.flags:
            sections.append(Place("_checks", self.view.t["flag_title"], 2))
        places = contents(self.view.blocks)
        return render("nav.xhtml.j2", **self.common, places=places, sections=sections)

    def cover(self) -> bytes:
        """The cover: title and site, drawn."""
        lang = self.view.article.lang
        main = cover_text(self.view.title or self.view.t["untitled"], lang)
        site = cover_text(one_line(self.view.article.site)[:60], lang)
        return render("cover.svg.j2", **self.common, main=main, under=site.lines[:2])

    def package(self, text: bytes) -> bytes:
        """The package document: metadata, manifest, spine. ``text`` is the document of the text."""
        article, other = self.view.article, self.other.article if self.other else None
        return render(
            "package.opf.j2",
            **self.common,
            identifier=about.identifier(article, other),
            modified=about.modified(article),
            published=about.published(article),
            languages=about.languages([article, *([other] if other else [])]),
            author=one_line(article.author),
            subjects=[k for k in dict.fromkeys(map(one_line, article.keywords)) if k],
            engine=one_line(article.translation.engine) if article.translation else "",
            access=self.access(text),
            pictures=dict(sorted((p.path, p.type) for p in self.pictures.values())),
            sounds=[file.path for file in self.sound.files],
            duration=self.sound.duration,
        )

    def access(self, text: bytes) -> about.Access:
        """How the book can be read."""
        view = self.view
        found = about.Found(
            pictures=len(self.pictures),
            undescribed=sum(map(_undescribed, view.blocks)),
            moving=any(picture.moves for picture in self.pictures.values()),
            headings=bool(contents(view.blocks)),
            ruby=b"<ruby>" in text,  # of an article's own text nothing becomes an element
            notes=bool(view.notes),
            heard=self.sound.heard if self.sound.clips else None,
        )
        return about.access(view.article, found, book_words(view.t.code))


def _none(id: str) -> None:
    """The sentence in the second language of a book that has one language."""


def _undescribed(view: BlockView) -> bool:
    """Whether it is a picture that nothing stands for in words."""
    if not isinstance(view, FigureView) or not view.src:
        return False
    spans = [*view.spans, *([view.alt] if view.alt else [])]
    return not one_line("".join(plain(span.nodes) for span in spans))
