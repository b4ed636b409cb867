"""Publish: the editions of one article into one folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from types import MappingProxyType
from typing import Final

from langdu.article import Article
from langdu.errors import PublishError
from langdu.publishing.assets import FOLDER, SCRIPT, STYLE, reader_style
from langdu.publishing.bundling import reader_script
from langdu.publishing.checking import check_article
from langdu.publishing.editions import AudioFile, Edition, Sound, Writer
from langdu.publishing.files import replacing, write
from langdu.publishing.fragment import SCOPED, scoped_style
from langdu.publishing.images import NO_IMAGES, Copied, ImageSource, copy_images
from langdu.publishing.labels import Labels, labels
from langdu.publishing.pages import write_index
from langdu.publishing.safe import one_line
from langdu.publishing.statement import FILENAME as STATEMENT
from langdu.publishing.statement import checked, write_statement
from langdu.publishing.words import FILENAME as WORDS
from langdu.publishing.words import NoAids, WordAids, write_words
from langdu.publishing.writers import WRITERS, choose, rendered

#: The formats that readers open in a browser.
PAGES: Final = frozenset({"html", "fragment"})


@dataclass(frozen=True, slots=True)
class Publication:
    """What was written, in the order of writing, and what could not be as it should."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def publish(
    articles: Sequence[Article],
    to: str | PathLike[str],
    *,
    formats: Sequence[str] = ("html",),
    audio: Mapping[str, AudioFile] | None = None,
    images: ImageSource | None = None,
    writers: Mapping[str, Writer] = WRITERS,
    aids: WordAids | None = None,
) -> Publication:
    """Write an article and its translations into the folder ``to``.

    ``audio`` leads from a language to its spoken edition; ``images`` gives the bytes of pictures,
    which are copied (without it, or where it fails, pages link to the original picture); ``aids``
    gives readings and traditional characters, which pages offer (without it they do not). The same
    input gives the same bytes. Every file appears whole or not at all; files of earlier runs that
    this one does not write stay. Raises :class:`~langdu.errors.PublishError`.
    """
    chosen = choose((formats,) if isinstance(formats, str) else tuple(formats), writers)
    editions = in_order(articles)
    fitting = {a.lang: _fitting(chosen, Edition(a, languages=editions)) for a in editions}
    _check_needs(chosen, fitting)
    tracks = audio or {}
    sounds = {a.lang: _sound(a, tracks[a.lang]) for a in editions if a.lang in tracks}
    folder = Path(to)
    shown = any(writer.pictures for writer in chosen.values())
    copied = _pictures(editions[0], images, folder) if shown else NO_IMAGES
    files = [*copied.files]
    for lang in sounds:  # before the books that hold them
        files += save_audio(tracks[lang], lang, folder / "audio")
    for article in editions:
        edition = Edition(
            article,
            languages=editions,
            images={figure: f"../images/{name}" for figure, name in copied.names.items()},
            sounds=sounds,
            files=_beside(fitting[article.lang], labels(article.lang)),
            assets=f"../{FOLDER}/",
            folder=folder / article.lang,
        )
        for name, writer in fitting[article.lang].items():
            content = rendered(name, writer, edition)
            files.append(write(folder / article.lang / writer.filename, content))
    if PAGES & {*chosen}:
        files += _around(editions, folder, aids or NoAids())
    if "html" in chosen:
        files.append(write(folder / "index.html", write_index(editions)))
        files.append(write(folder / STATEMENT, write_statement(checked())))
    if "fragment" in chosen:
        files.append(write(folder / FOLDER / SCOPED, scoped_style()))
    return Publication(tuple(files), (*copied.warnings, *silent_audio(tracks, editions)))


def silent_audio(tracks: Iterable[str], editions: Sequence[Article]) -> tuple[str, ...]:
    """The warnings for audio in languages that are not published."""
    silent = sorted({*tracks} - {article.lang for article in editions})
    return tuple(f"audio for {one_line(lang)!r}: no such edition; left out" for lang in silent)


def in_order(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles, the source first, when they belong together. Raises :class:`PublishError`."""
    if not articles:
        raise PublishError("nothing to publish; give at least one article")
    seen: set[str] = set()
    for article in articles:
        check_article(article)
        # a folder's name must differ by more than case: not every file system tells case apart
        if article.lang.lower() in seen:
            raise PublishError(f"two articles are in {article.lang!r}; give one for each language")
        seen.add(article.lang.lower())
    first, *others = ordered = sorted(articles, key=lambda a: a.translation is not None)
    for other in others:
        if [block.id for block in other.blocks] != [block.id for block in first.blocks]:
            raise PublishError(
                f"the article in {other.lang!r} has other blocks than that in {first.lang!r}; "
                "publish an article with its own translations"
            )
    return tuple(ordered)


def _fitting(chosen: Mapping[str, Writer], edition: Edition) -> dict[str, Writer]:
    """The formats that the edition can be written in."""
    return {n: w for n, w in chosen.items() if not w.fits or w.fits(edition)}


def _check_needs(chosen: Mapping[str, Writer], fitting: Mapping[str, Mapping[str, Writer]]) -> None:
    for name, writer in chosen.items():
        if not any(name in fits for fits in fitting.values()):
            raise PublishError(f"the format {name!r} needs {writer.needs}")


def _pictures(article: Article, images: ImageSource | None, folder: Path) -> Copied:
    return copy_images(article, images, folder / "images") if images else NO_IMAGES


def _sound(article: Article, audio: AudioFile) -> Sound:
    return Sound(f"../audio/{article.lang}.mp3", audio.timeline.duration, audio.timeline)


def _around(editions: Sequence[Article], folder: Path, aids: WordAids) -> Iterator[Path]:
    """What pages and fragments load."""
    yield write(folder / FOLDER / STYLE, reader_style())
    yield write(folder / FOLDER / SCRIPT, reader_script())
    for article in editions:
        yield write(folder / article.lang / WORDS, write_words(article, aids))


def save_audio(audio: AudioFile, lang: str, folder: Path) -> list[Path]:
    """Write the audio of an edition and its timeline; the MP3 comes first."""
    path = folder / f"{lang}.mp3"
    with replacing(path) as temporary:
        audio.save(temporary)
    return [path, write(folder / f"{lang}.timeline.json", audio.timeline.to_json())]


def _beside(chosen: Mapping[str, Writer], words: Labels) -> Mapping[str, str]:
    """The other formats that a page can link to: their titles and addresses."""
    others = ((name, writer) for name, writer in chosen.items() if name not in PAGES)
    return MappingProxyType({words.format(n, w.title): w.filename for n, w in others})
