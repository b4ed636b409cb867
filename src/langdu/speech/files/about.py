"""What a sound file says about its article, and its chapters."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from langdu.article import Article, Heading, block_text
from langdu.languages import normalize
from langdu.speech.files.cover import Cover
from langdu.timeline import Timeline

#: The codes that sound files use for a language: ISO 639-2/T.
_CODES: Final = MappingProxyType({"zh": "zho", "en": "eng", "ja": "jpn", "ko": "kor", "ru": "rus"})
_UNDETERMINED: Final = "und"
#: Characters of a chapter's title: players show one line.
_LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class About:
    """The tags of a sound file; what is not known is ``None``.

    ``language`` is an ISO 639-2 code (``zho``); ``artist`` the author, else whom the article names
    as its source; ``album`` the site; ``date`` ISO 8601, as exact as the article's.
    """

    language: str = _UNDETERMINED
    title: str | None = None
    artist: str | None = None
    album: str | None = None
    date: str | None = None
    url: str | None = None
    cover: Cover | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, from ``start`` to ``end`` in seconds."""

    title: str
    start: float
    end: float


def about_article(article: Article, cover: Cover | None = None) -> About:
    """The tags of an article's sound file."""
    return About(
        _CODES.get(normalize(article.lang), _UNDETERMINED),
        _one_line(article.title),
        _one_line(article.author or article.source),
        _one_line(article.site),
        article.published,
        article.url,
        cover,
    )


def chapters_of(article: Article, timeline: Timeline) -> tuple[Chapter, ...]:
    """A chapter for the title and what follows it, and one for every heading that is heard.

    Where the reading begins within a section, what comes before the next heading is the first
    chapter. An article without headings has one chapter, or none if it has no title either.
    """
    starts = list(_starts(article, timeline))
    if not starts:
        return ()
    ends = [*(start for start, _ in starts[1:]), timeline.duration]
    return tuple(
        Chapter(title, start, end) for (start, title), end in zip(starts, ends, strict=True)
    )


def _starts(article: Article, timeline: Timeline) -> Iterator[tuple[float, str]]:
    heard: dict[str, float] = {}
    for cue in timeline.cues:
        heard.setdefault(cue.id, cue.start)
    headings = [
        (heard[block.sentences[0].id], _one_line(block_text(block)))
        for block in article.blocks
        if isinstance(block, Heading) and block.sentences and block.sentences[0].id in heard
    ]
    named = [(start, title) for start, title in headings if title]
    if not named or named[0][0] > 0:
        first = _one_line(article.title) or (_first_words(article, timeline) if named else None)
        if first:
            yield 0.0, first
    yield from named


def _first_words(article: Article, timeline: Timeline) -> str | None:
    texts = {sentence.id: sentence.text for sentence in article.segments}
    return next((_one_line(texts.get(cue.id)) for cue in timeline.cues), None)


def _one_line(text: str | None) -> str | None:
    """A text without line breaks and controls, shortened; ``None`` where nothing is left."""
    printable = "".join(char if char.isprintable() else " " for char in text or "")
    words = " ".join(printable.split())
    return (words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…") or None
