"""The links of a page that say that they turn it: numbers, 下一页, rel=next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import etree

from langdu.extraction import urls
from langdu.extraction.pages import labels
from langdu.extraction.pages.labels import Direction
from langdu.extraction.pages.place import Place, numbered, place

#: A pager's links have a word or two in them, and pages have no more of such links.
_PIECES: Final = 12
_LONGEST: Final = 80
_MOST: Final = 400
#: An address that may end in a page number, told without taking it apart.
_PAGED: Final = re.compile(r"(?:[_-]p?|/|=)\d{1,3}(?:\.[a-z]{2,6})?/?(?:[&#?]|\Z)", re.IGNORECASE)
#: Readers' comments have pagers of their own.
_COMMENTS: Final = ("comment", "pinglun", "reply", "respond", "disqus")
_COMMENTS_BELOW: Final = re.compile(
    r"[^\w]*(?:\d+\s)?(?:(?:网友|读者|最新|热门)?评论|網友評論|评论|留言|コメント|댓글|комментари|отзыв|comments?\b"
    r"|reviews?\b|responses?\b|replies\b|leave a (?:comment|reply))",
    re.IGNORECASE,
)
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
#: Their names may tell of comments that are somewhere in them.
_WHOLE: Final = frozenset(("html", "body", "main", "article"))


@dataclass(frozen=True, slots=True)
class Link:
    """A link that turns the page: to the page of a number, or in a direction."""

    address: str
    place: Place
    number: int | None
    direction: Direction | None


def turning(root: etree._Element, base: str | None, own: Place) -> list[Link]:
    """The links that say that they turn the page at ``own``, wherever they lead."""
    return list(islice(_turning(root, base, own), _MOST))


def _turning(root: etree._Element, base: str | None, own: Place) -> Iterator[Link]:
    first = not any(numbered(own))  # so all others have numbers
    of_comments = False
    for element in root.iter("a", "link", *_HEADINGS):
        if element.tag in _HEADINGS:
            of_comments = _COMMENTS_BELOW.match(_label(element)) is not None
            continue
        href = element.get("href")
        if of_comments or not href or (first and not _PAGED.search(href)):
            continue
        number, direction = _says(element)
        if number is None and direction is None:
            continue
        address = urls.link(href, base)
        where = place(address)
        if address is None or where is None:
            continue
        page, _, fragment = address.partition("#")
        if not _is_of_comments(element, fragment):
            yield Link(page, where, number, direction)


def _says(element: etree._Element) -> tuple[int | None, Direction | None]:
    rel = (element.get("rel") or "").lower().split()
    direction: Direction | None = None
    if "next" in rel:
        direction = "next"
    elif "prev" in rel or "previous" in rel:
        direction = "previous"
    if element.tag == "link":
        return None, direction
    label = _label(element)
    number = labels.number_in(label) if label else None
    return number, direction or (labels.direction(label) if label and number is None else None)


def _label(element: etree._Element) -> str:
    text = " ".join(" ".join(_pieces(element)).split())
    if text:
        return text if len(text) <= _LONGEST else ""
    said = element.get("title") or element.get("aria-label")
    if not said:
        picture = next(element.iter("img"), None)
        said = picture.get("alt") if picture is not None else None
    return (said or "").strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    """The first texts in an element: a page may nest links and headings as deep as it likes."""
    for part in islice(element.iter(), _PIECES):
        if part.text:
            yield part.text[: 2 * _LONGEST]
        if part.tail and part is not element:
            yield part.tail[: 2 * _LONGEST]


def _is_of_comments(element: etree._Element, fragment: str) -> bool:
    names = [fragment]
    for ancestor in (element, *islice(element.iterancestors(), 30)):
        if ancestor.tag not in _WHOLE:
            names += [ancestor.get("id") or "", ancestor.get("class") or ""]
    told = " ".join(names).lower()
    return any(word in told for word in _COMMENTS)
