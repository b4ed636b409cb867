"""An article, its files and its audio → what the site knows of them.

The places of the files are those that ``publish`` writes below ``articles/<slug>/``.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from langdu.article import Article, Heading, block_text
from langdu.batching.entries import AudioEntry, ChapterEntry, EditionEntry, Entry, FileEntry
from langdu.speech.files.about import chapters_of
from langdu.timeline import Timeline

#: Characters of a summary.
_LONGEST: Final = 200
#: A tenth of a second is as exact as a chapter need be, and the same in every run.
_DIGITS: Final = 1


def entry_of(slug: str, source: Article, editions: Iterable[EditionEntry]) -> Entry:
    """The entry of an article; ``source`` is the article that the others were translated from."""
    return Entry(
        slug,
        tuple(editions),
        url=source.url,
        site=source.site,
        published=source.published,
        updated=source.updated,
        column=source.column,
    )


def edition_of(
    slug: str,
    article: Article,
    files: Mapping[str, str] | None = None,
    audio: AudioEntry | None = None,
) -> EditionEntry:
    """The entry of one edition.

    ``files`` leads from a format to the file's name in the folder of the language
    (``{"epub": "article.epub"}``); the page, ``html``, is not among them.
    """
    translation = article.translation
    folder = f"articles/{slug}/{article.lang}"
    return EditionEntry(
        article.lang,
        article.title,
        summary_of(article),
        f"{folder}/index.html",
        machine=translation is not None,
        demo=translation is not None and translation.demo,
        formats=tuple(FileEntry(name, f"{folder}/{file}") for name, file in (files or {}).items()),
        audio=audio,
    )


def audio_of(slug: str, article: Article, timeline: Timeline, size: int) -> AudioEntry:
    """The entry of an edition's audio, whose file has ``size`` bytes."""
    chapters = chapters_of(article, timeline)
    return AudioEntry(
        f"articles/{slug}/audio/{article.lang}.mp3",
        size,
        round(timeline.duration, _DIGITS),
        tuple(ChapterEntry(round(c.start, _DIGITS), c.title) for c in chapters),
    )


def summary_of(article: Article) -> str:
    """The beginning of the text on one line: headings left out, cut after a sentence or a word."""
    texts = (block_text(b) for b in article.blocks if not isinstance(b, Heading))
    words = ""
    for text in texts:
        words = " ".join(f"{words} {text}".split())
        if len(words) > _LONGEST:
            return _cut(words)
    return words


def _cut(words: str) -> str:
    """At most the longest of it, with a sign that there is more."""
    front = words[: _LONGEST - 1]
    space = front.rfind(" ", _LONGEST * 3 // 4)
    return (front[:space] if space > 0 else front).rstrip() + "…"
