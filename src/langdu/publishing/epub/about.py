"""What is said about a book in its package: Dublin Core, and accessibility metadata that is true.

The vocabulary is that of EPUB Accessibility 1.1 and Schema.org's accessibility properties. No
conformance is claimed (``dcterms:conformsTo``): that takes somebody who has looked.
"""

import hashlib
import os
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from langdu.article import Article, Code, Figure, block_text
from langdu.article_json import to_json
from langdu.errors import PublishError
from langdu.publishing.dates import machine_date
from langdu.publishing.labels import page_tag
from langdu.publishing.safe import one_line, safe_url

#: For an article that names no date: the earliest time that a ZIP file knows.
_NO_DATE: Final = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Found:
    """What a book turned out to hold.

    ``undescribed``: pictures with neither a description nor a caption. ``heard``: ids of segments
    that its overlay has, or ``None`` without one.
    """

    pictures: int
    undescribed: int
    moving: bool
    headings: bool
    ruby: bool
    notes: bool
    heard: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """Schema.org's properties of the same names, and the sentences of the summary."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazard: str
    summary: tuple[str, ...]


def access(article: Article, found: Found, words: Mapping[str, str]) -> Access:
    """How a book can be read, by what it holds.

    ``auditory`` is no mode of its content: an overlay is a second way to it, so it is among what
    suffices, and only where everything is heard.
    """
    described = not found.undescribed
    spoken = found.heard is not None and _all_heard(article, found.heard)
    code = any(isinstance(block, Code) for block in article.blocks)
    sufficient = {
        "textual": described,
        "textual,visual": found.pictures,
        "auditory": spoken and described and not (code or found.notes),
    }
    features = {
        "tableOfContents": True,
        "readingOrder": True,
        "displayTransformability": True,
        "structuralNavigation": found.headings,
        "alternativeText": found.pictures and described,
        "rubyAnnotations": found.ruby,
        "synchronizedAudioText": spoken,
    }
    summary = {
        "sum_text": True,
        "sum_audio": spoken,
        "sum_some_audio": found.heard and not spoken,
        "sum_described": found.pictures and described,
        "sum_undescribed": found.undescribed,
        "sum_moving": found.moving,
        "sum_unclaimed": True,
    }
    return Access(
        ("textual", "visual") if found.pictures else ("textual",),
        _true(sufficient),
        _true(features),
        "unknown" if found.moving else "none",
        tuple(words[name].format(n=found.undescribed) for name in _true(summary)),
    )


def _true(facts: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(name for name, holds in facts.items() if holds)


def _all_heard(article: Article, heard: frozenset[str]) -> bool:
    """Whether every segment with something to say is heard.

    A picture's description that repeats its caption is not read, and need not be.
    """
    captions = {
        block.id: one_line(block_text(block))
        for block in article.blocks
        if isinstance(block, Figure)
    }
    return all(
        segment.id in heard
        or not any(map(str.isalnum, segment.text))
        or captions.get(segment.id.removesuffix(".alt")) == one_line(segment.text)
        for segment in article.segments
    )


def identifier(article: Article, other: Article | None) -> str:
    """A UUID (version 5) that stays when the article is published again: from its address and
    languages, or from its content where it has no address."""
    place = safe_url(article.url, mail=False)
    place = place or hashlib.sha256(to_json(article).encode("utf-8", "replace")).hexdigest()
    languages = "+".join(a.lang for a in (article, other) if a)
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'langdu:epub:{languages}:{place}')}"


def modified(article: Article) -> str:
    """``dcterms:modified``: ``SOURCE_DATE_EPOCH`` where that is set, else the article's own date.

    No clock: the same article gives the same book. Dates without a zone are taken for UTC. Raises
    :class:`PublishError` for a ``SOURCE_DATE_EPOCH`` that is no number of seconds.
    """
    time = _epoch() or _date(article.updated) or _date(article.published) or _NO_DATE
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".rjust(20, "0")


def _epoch() -> datetime | None:
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError):
        raise PublishError(
            f"SOURCE_DATE_EPOCH is {one_line(value)[:40]!r}; set it to seconds since 1970, or unset"
        ) from None


def _date(value: str | None) -> datetime | None:
    date = machine_date(value)
    if not date:
        return None
    full = date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date
    time = datetime.fromisoformat(full.replace("Z", "+00:00"))
    try:
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except OverflowError:  # the first and the last hours that there are
        return None


def languages(articles: Sequence[Article]) -> tuple[str, ...]:
    """The tags for ``dc:language``, the main one first."""
    return tuple(dict.fromkeys(page_tag(article.lang) for article in articles))


def published(article: Article) -> str | None:
    """``dc:date``: the day on which the source was published, as W3CDTF."""
    date = machine_date(article.published)
    return date[:10] if date else None
