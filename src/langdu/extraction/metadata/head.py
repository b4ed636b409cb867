"""The meta elements of the head: those of Chinese portals, Open Graph, Dublin Core and others.

Names are compared without case and white space around them: pages have ``PubDate``, ``pubdate``
and ``"og:time "``. Empty values and repetitions say nothing.
"""

import html
import re
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from lxml import etree

from langdu.extraction import urls
from langdu.extraction.dates import read_date
from langdu.extraction.notes import Notes
from langdu.extraction.text import collapse

#: Field of the article → names of metas, the surest first. What ends in ``_weak`` counts when
#: nothing else is found: ``author`` of TRS is the clerk who typed the article in (so on 6 of
#: 31 Chinese pages, and the writer on none), ``date`` may be that of the last change.
_FIELDS: Final = MappingProxyType(
    {
        "title": "articletitle",
        "og_title": "og:title twitter:title dc.title dcterms.title headline",
        "published": (
            "pubdate firstpublishedtime article:published_time og:published_time publishdate "
            "publishedtime datepublished date.published dc.date.issued dcterms.created dc.date "
            "dcterms.date parsely-pub-date sailthru.date publish_date publish-date published_time "
            "cxenseparse:recs:publishtime article.published weibo:article:create_at "
            "bytedance:published_time"
        ),
        "published_weak": "og:time date",
        "updated": (
            "lastmodifiedtime article:modified_time og:updated_time bytedance:updated_time "
            "datemodified last-modified dcterms.modified weibo:article:update_at"
        ),
        "source": "contentsource source article:source mediaid",
        "author_weak": "author article:author dc.creator parsely-author byl sailthru.author",
        "editor": "editor",
        "keywords": "keywords news_keywords article:tag",
        "site": "sitename og:site_name application-name",
        "column": "columnname lanmu",
        "url": "og:url",
    }
)
_BY_NAME: Final = MappingProxyType(
    {
        name: (field, rank)
        for field, names in _FIELDS.items()
        for rank, name in enumerate(names.split())
    }
)
_TAG: Final = re.compile(r"<[^<>]{0,300}>")
#: Such a tag stands within a word, and no space is to be seen there.
_INLINE_TAG: Final = re.compile(
    r"</?(?:font|span|b|i|em|strong|u|a)(?:\s[^<>]{0,300})?>", re.IGNORECASE
)


def read_head(root: etree._Element, base: str | None, notes: Notes) -> None:
    """Note what metas say, and the canonical address."""
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            _canonical("link canonical", link.get("href") or "", base, notes)
    found: list[tuple[int, str, str, str]] = []
    for meta in root.iter("meta"):
        for name in (meta.get("name"), meta.get("property")):
            entry = _BY_NAME.get(name.strip().lower()) if name else None
            if entry:
                found.append((entry[1], entry[0], str(name).strip(), meta.get("content") or ""))
                break
    for _, field, name, content in sorted(found, key=lambda item: item[0]):
        where, value = f"meta {name}", plain(content)
        if field.startswith(("published", "updated")):
            notes.fact(field, where, read_date(value))
        elif field == "url":
            _canonical(where, value, base, notes)
        else:
            notes.fact(field, where, value)


def _canonical(where: str, href: str, base: str | None, notes: Notes) -> None:
    """Note the address, unless every page of the site has the front page's as its own."""
    url = urls.link(href, base)
    if url and (urlsplit(url).path.strip("/") or not base or not urlsplit(base).path.strip("/")):
        notes.fact("canonical", where, url)


def plain(content: str) -> str:
    """A value without the HTML that some systems write into it."""
    text = html.unescape(content) if "&" in content else content
    if "<" in text:
        text = _TAG.sub(" ", _INLINE_TAG.sub("", text))
    return collapse(text)
