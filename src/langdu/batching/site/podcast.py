"""A podcast: RSS 2.0 of the newest spoken articles in one language, with chapters.

Beside RSS the elements of Apple (``itunes``) and of Podcasting 2.0 (``podcast``): chapters are a
file of JSON for each episode. Apple's own directory also wants a picture of the show
(``itunes:image``), which langdu has not.
"""

import json
import uuid
from typing import TYPE_CHECKING, Final

from langdu.batching.entries import AudioEntry
from langdu.batching.site.addresses import Base, entry_id
from langdu.batching.site.catalogue import Row
from langdu.batching.site.moments import moment, rfc822
from langdu.batching.site.shelves import Library
from langdu.batching.site.words import words
from langdu.batching.site.xml import add, document, root
from langdu.publishing.labels import labels, page_tag
from langdu.publishing.safe import one_line

if TYPE_CHECKING:  # lxml is slow to import
    from lxml.etree import _Element

_ITUNES: Final = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST: Final = "https://podcastindex.org/namespace/1.0"
_ATOM: Final = "http://www.w3.org/2005/Atom"
#: podcastindex.org: the namespace of a show's ``podcast:guid``.
_GUIDS: Final = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
#: The category of Apple's list that holds for news of any kind.
_CATEGORY: Final = "News"
#: Episodes of a show.
_NEWEST: Final = 300


def podcast(library: Library, name: str, base: Base) -> dict[str, bytes]:
    """The files: the feed and the chapters of its episodes; none where nothing is spoken."""
    rows = library.catalogue.newest(library.lang, _NEWEST, spoken=True)
    if not rows:
        return {}
    lang = library.lang
    path = f"{lang}/podcast.xml"
    rss = root("rss", None, itunes=_ITUNES, podcast=_PODCAST, atom=_ATOM)
    rss.set("version", "2.0")
    channel = add(rss, "channel", space="")
    _channel(channel, lang, name, base, path)
    dates = [date for row in rows if (date := moment(row.date, row.source_lang))]
    if dates:
        add(channel, "lastBuildDate", rfc822(max(dates)))
    files: dict[str, bytes] = {}
    for row in rows:
        audio = row.edition.audio
        assert audio  # noqa: S101 - for the type checker
        item = _item(channel, row, audio, base)
        if audio.chapters:
            place = f"{lang}/chapters/{row.entry.slug}.json"
            files[place] = _chapters(audio)
            kind = "application/json+chapters"
            add(item, "chapters", space=_PODCAST, url=base.file(place), type=kind)
    return {path: document(rss), **files}


def _channel(channel: "_Element", lang: str, name: str, base: Base, path: str) -> None:
    code = labels(lang).code
    title = words(code)["spoken"].format(n=name)
    address = base.file(path)
    add(channel, "title", title)
    add(channel, "link", base.of(f"{lang}/index.html"))
    add(channel, "description", title)
    add(channel, "language", page_tag(lang))
    add(channel, "generator", "langdu")
    add(channel, "link", space=_ATOM, rel="self", type="application/rss+xml", href=address)
    add(channel, "author", name, space=_ITUNES)
    add(channel, "category", space=_ITUNES).set("text", _CATEGORY)
    add(channel, "explicit", "false", space=_ITUNES)
    add(channel, "type", "episodic", space=_ITUNES)
    guid = uuid.uuid5(_GUIDS, address.partition("://")[2].rstrip("/"))
    add(channel, "guid", str(guid), space=_PODCAST)


def _item(channel: "_Element", row: Row, audio: AudioEntry, base: Base) -> "_Element":
    edition = row.edition
    item = add(channel, "item")
    t = labels(edition.lang)
    title = one_line(edition.title) or t["untitled"]
    about = one_line(edition.summary) or title
    add(item, "title", title)
    add(item, "link", base.of(edition.href))
    add(item, "guid", entry_id(row.entry.slug, edition.lang), isPermaLink="false")
    if date := moment(row.date, row.source_lang):
        add(item, "pubDate", rfc822(date))
    add(item, "description", f"{about} [{t['machine']}]" if edition.machine else about)
    size = str(audio.bytes)
    add(item, "enclosure", url=base.file(audio.href), length=size, type="audio/mpeg")
    add(item, "duration", str(max(1, round(audio.seconds))), space=_ITUNES)
    add(item, "explicit", "false", space=_ITUNES)
    return item


def _chapters(audio: AudioEntry) -> bytes:
    """Chapters as Podcasting 2.0 has them (JSON Chapters 1.2)."""
    rows = [{"startTime": c.start, "title": one_line(c.title)} for c in audio.chapters]
    data = {"version": "1.2.0", "chapters": rows}
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"
