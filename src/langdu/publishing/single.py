"""All editions in one HTML file: pictures, sound, style, script and words are in it."""

import base64
from collections.abc import Iterator, Mapping, Sequence
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Final

from langdu.article import Article
from langdu.publishing.assets import inline
from langdu.publishing.edition_view import edition_view
from langdu.publishing.editions import AudioFile, Edition, Sound
from langdu.publishing.files import write
from langdu.publishing.images import NO_IMAGES, ImageSource, copy_images
from langdu.publishing.page_data import Place, reader_data, storage_key
from langdu.publishing.pages import links_to
from langdu.publishing.rendering import render
from langdu.publishing.site import Publication, in_order, save_audio, silent_audio
from langdu.publishing.words import NoAids, WordAids, words_json

FILENAME: Final = "reader.html"

_TYPES: Final = MappingProxyType(
    {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp"}
    | {"avif": "image/avif", "mp3": "audio/mpeg"}
)


def data_uri(file: Path) -> str:
    """A picture or an MP3 as an address that holds it."""
    content = base64.b64encode(file.read_bytes()).decode()
    return f"data:{_TYPES[file.suffix[1:]]};base64,{content}"


def write_single(editions: Sequence[Edition], aids: WordAids) -> str:
    """The editions of one article, the source first, as one page.

    Their pictures and sounds are :func:`data_uri` s. Without its script the page shows all of
    them, one below the other; with it, one at a time. Raises :class:`~langdu.errors.PublishError`
    for ids that no page can have.
    """
    first = editions[0]
    links = links_to(first.languages, first.article, lambda lang: f"#{_prefix(lang)}_article")
    source = links[0] if not links[0].machine else None
    views = [
        edition_view(e, source if e.article.translation else None, _prefix(e.article.lang))
        for e in editions
    ]
    return render(
        "page.html.j2",
        title=views[0].title,
        tag=views[0].tag,
        t=views[0].t,
        links=links,
        url=views[0].url,
        assets=inline(),
        data=reader_data(first.article, _places(editions), storage_key(first)),
        files={},
        editions=views,
        several=True,
        word_blocks=[(e.article.lang, words_json(e.article, aids)) for e in editions],
    )


def _places(editions: Sequence[Edition]) -> Iterator[Place]:
    for edition in editions:
        prefix = _prefix(edition.article.lang)
        yield Place(edition.article, f"#{prefix}_article", None, prefix, edition.sound)


def _prefix(lang: str) -> str:
    """What begins the ids of an edition; no id of an article has a colon."""
    return f"{lang}:"


def publish_single(
    articles: Sequence[Article],
    to: str | PathLike[str],
    *,
    audio: Mapping[str, AudioFile] | None = None,
    images: ImageSource | None = None,
    aids: WordAids | None = None,
) -> Publication:
    """Write an article and its translations into the folder ``to`` as one file, ``reader.html``.

    The arguments are those of :func:`~langdu.publishing.site.publish`. Raises
    :class:`~langdu.errors.PublishError`.
    """
    ordered = in_order(articles)
    tracks = audio or {}
    with TemporaryDirectory(prefix="langdu-") as name:
        parts = Path(name)
        copied = copy_images(ordered[0], images, parts) if images else NO_IMAGES
        pictures = {figure: data_uri(parts / file) for figure, file in copied.names.items()}
        sounds = {
            a.lang: _sound(tracks[a.lang], a.lang, parts) for a in ordered if a.lang in tracks
        }
    editions = [Edition(a, languages=ordered, images=pictures, sounds=sounds) for a in ordered]
    file = write(Path(to) / FILENAME, write_single(editions, aids or NoAids()))
    return Publication((file,), (*copied.warnings, *silent_audio(tracks, ordered)))


def _sound(track: AudioFile, lang: str, folder: Path) -> Sound:
    file = save_audio(track, lang, folder)[0]
    return Sound(data_uri(file), track.timeline.duration, track.timeline)
