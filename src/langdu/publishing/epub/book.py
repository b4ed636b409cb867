"""An edition → the bytes of an EPUB file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from langdu.article import Article
from langdu.errors import PublishError
from langdu.publishing.building import Builder, flag_views
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
from langdu.publishing.facts import metadata, notices, provenance, source_tag
from langdu.publishing.inline import plain
from langdu.publishing.labels import labels, page_tag
from langdu.publishing.pages import check_article
from langdu.publishing.safe import one_line, safe_url
from langdu.publishing.views import BlockView, FigureView


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
    for article in (edition.article, *([other.article] if other else [])):
        check_article(article)
    held = pictures(edition)
    shown = {figure: picture.path for figure, picture in held.items()}
    build = Builder(replace(edition, images=shown))
    blocks = build.blocks()
    book = _Book(edition.article, other, build, blocks, held, soundtrack(edition, other, blocks))
    return container(book.entries())


@dataclass(frozen=True, slots=True)
class _Book:
    """What a book is made of; each method makes one of its files."""

    article: Article
    other: Second | None
    build: Builder
    blocks: tuple[BlockView, ...]
    pictures: Mapping[str, Picture]
    sound: Soundtrack

    def entries(self) -> Iterator[Entry]:
        """The files, in the order in which they lie in the container."""
        text = self.text()
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
            inside.append(Entry("article.smil", self.overlay()))
        inside += [Entry(path, data) for path, data in sorted(self.files().items())]
        inside += self.sound.files
        yield from (Entry(f"EPUB/{entry.path}", entry.data) for entry in inside)

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets; that of the overlay only where there is one."""
        return ("style.css", "overlay.css") if self.sound.clips else ("style.css",)

    @property
    def common(self) -> dict[str, object]:
        """What every document may name."""
        words = labels(self.article.lang)
        return {
            "t": words,
            "w": book_words(words.code),
            "tag": page_tag(self.article.lang),
            "title": one_line(self.article.title),
            "site": one_line(self.article.site),
            "source_tag": source_tag(self.article),
            "url": safe_url(self.article.url, mail=False),
            "styles": self.styles,
            "other": self.other,
            "second": self.other.span if self.other else _none,
        }

    def files(self) -> dict[str, bytes]:
        """The pictures by their paths: two figures may share one."""
        return {picture.path: picture.data for picture in self.pictures.values()}

    def text(self) -> bytes:
        """The article itself."""
        words = labels(self.article.lang)
        return render(
            "article.xhtml.j2",
            **self.common,
            article=self.article,
            facts=metadata(self.article, words),
            provenance=provenance(self.article, words),
            notices=notices(self.article, words),
            blocks=self.blocks,
            notes=self.build.notes(),
            flags=flag_views(self.article, self.build.flags, words),
            title_flag=self.build.flags.get("title"),
        )

    def nav(self) -> bytes:
        """The table of contents and the landmarks."""
        words = labels(self.article.lang)
        sections: list[Place] = []
        if self.build.notes():
            sections.append(Place("_notes", words["notes"], 2))
        if self.build.flags:
            sections.append(Place("_checks", words["flag_title"], 2))
        places = contents(self.blocks)
        return render("nav.xhtml.j2", **self.common, places=places, sections=sections)

    def cover(self) -> bytes:
        """The cover: title and site, drawn."""
        title = one_line(self.article.title) or labels(self.article.lang)["untitled"]
        site = cover_text(one_line(self.article.site)[:60], self.article.lang)
        main = cover_text(title, self.article.lang)
        return render("cover.svg.j2", **self.common, main=main, under=site.lines[:2])

    def overlay(self) -> bytes:
        """The media overlay."""
        return render("article.smil.j2", passages=self.sound.passages)

    def package(self, text: bytes) -> bytes:
        """The package document: metadata, manifest, spine. ``text`` is the document of the text."""
        article, other = self.article, self.other.article if self.other else None
        return render(
            "package.opf.j2",
            **self.common,
            article=article,
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
        found = about.Found(
            pictures=len(self.pictures),
            undescribed=sum(map(_undescribed, self.blocks)),
            moving=any(picture.moves for picture in self.pictures.values()),
            headings=bool(contents(self.blocks)),
            ruby=b"<ruby>" in text,  # of an article's own text nothing becomes an element
            notes=bool(self.build.notes()),
            heard=self.sound.heard if self.sound.clips else None,
        )
        return about.access(self.article, found, book_words(labels(self.article.lang).code))


def _none(id: str) -> None:
    """The sentence in the second language of a book that has one language."""


def _undescribed(view: BlockView) -> bool:
    """Whether it is a picture that nothing stands for in words."""
    if not isinstance(view, FigureView) or not view.src:
        return False
    spans = [*view.spans, *([view.alt] if view.alt else [])]
    return not one_line("".join(plain(span.nodes) for span in spans))
