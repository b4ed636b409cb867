"""The meta elements of the head: those of Chinese portals, Open Graph, Dublin Core and others.

Names are compared without case and white space around them: pages have ``PubDate``, ``pubdate``
and ``"og:time "``. Empty values and repetitions say nothing.
"""

import html
import re
from types import MappingProxyType
from typing import Final

from lxml import etree

from langdu.extraction import urls
from langdu.extraction.dates import read_date
from langdu.extraction.notes import Notes
from langdu.extraction.text import collapse

#: Field of the article → names of metas, the surest first. ``author`` of TRS is the clerk who
#: typed the article in, but nothing tells that page from one that names its writer.
_FIELDS: Final = MappingProxyType(
    {
        "title": "articletitle",
        "og_title": "og:title twitter:title dc.title dcterms.title headline",
        "published": (
            "pubdate firstpublishedtime article:published_time og:published_time publishdate "
            "publishedtime datepublished date.published dc.date.issued dcterms.created dc.date "
            "dcterms.date parsely-pub-date sailthru.date publish_date publish-date published_time "
            "cxenseparse:recs:publishtime article.published og:time weibo:article:create_at "
            "bytedance:published_time date"
        ),
        "updated": (
            "lastmodifiedtime article:modified_time og:updated_time bytedance:updated_time "
            "datemodified last-modified dcterms.modified weibo:article:update_at"
        ),
        "source": "contentsource source article:source mediaid",
        "author": "author article:author dc.creator parsely-author byl sailthru.author",
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


def read_head(root: etree._Element, base: str | None, notes: Notes) -> None:
    """Note what metas say, and the canonical address."""
    found: list[tuple[int, str, str, str]] = []
    for meta in root.iter("meta"):
        names = (meta.get("name"), meta.get("property"), meta.get("itemprop"))
        for name in names:
            entry = _BY_NAME.get((name or "").strip().lower())
            if entry:
                found.append((entry[1], entry[0], str(name).strip(), meta.get("content") or ""))
                break
    for _, field, name, content in sorted(found, key=lambda item: item[0]):
        _note(field, f"meta {name}", plain(content), base, notes)
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            notes.fact("canonical", "link canonical", urls.link(link.get("href") or "", base))


def plain(content: str) -> str:
    """A value without the HTML that some systems write into it."""
    text = html.unescape(content) if "&" in content else content
    return collapse(_TAG.sub(" ", text) if "<" in text else text)


def _note(field: str, where: str, content: str, base: str | None, notes: Notes) -> None:
    if field in ("published", "updated"):
        notes.fact(field, where, read_date(content))
    elif field == "url":
        notes.fact("canonical", where, urls.link(content, base))
    elif field == "author" and (content.startswith("http") or "@" in content):
        return  # a profile's address is nobody's name
    else:
        notes.fact(field, where, content)
