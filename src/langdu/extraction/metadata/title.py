"""The title: the head's own, the heading that the page shows, or ``<title>`` without the site."""

import re
from typing import Final

from lxml import etree

from langdu.extraction.metadata.head import plain
from langdu.extraction.notes import Notes
from langdu.extraction.outline import Line
from langdu.extraction.text import collapse, key

_SEPARATOR: Final = re.compile(
    r"\s[-–—|·»:]\s|\s?[_|｜»]+\s?|\s?-{2,}\s?|\s?::\s?|(?<=[^\x00-\x7f])\s?[-–]\s?(?=[^\x00-\x7f])"
)
_SITE: Final = re.compile(
    r"(?:网|网站|门户|门户网站|人民政府|政府网|频道|日报|晚报|新闻中心|电视台|官网|首页|ニュース|新聞|公式サイト|뉴스|신문|일보)\Z"
    r"|\.(?:com|cn|net|org|ru|jp|kr|gov)\b",
    re.IGNORECASE,
)
_MAX: Final = 300


def read_title(root: etree._Element, lines: list[Line], notes: Notes) -> None:
    """Note the title, unless a meta of the portal has said it already."""
    whole = _title_element(root)
    shown = _shown(lines)
    site = key(notes.first("site") or "")
    claims = [text for field in ("og_title", "headline") if (text := notes.first(field))]
    for text in shown:
        said = len(key(text)) > 3 and key(text) in key(whole)
        if said or any(key(text) == key(claim) for claim in claims):
            notes.fact("title", "heading", text)
            return
    for claim in claims:
        notes.fact("title", "meta", without_site(claim, site))
    if whole:
        notes.fact("title", "<title>", without_site(whole, site))
    for text in shown[:1]:
        notes.fact("title", "heading", text)


def without_site(text: str, site: str) -> str:
    """A title without the names of site and columns after it."""
    line = collapse(text)
    cuts = [(m.start(), m.end()) for m in _SEPARATOR.finditer(line)]
    end = len(line)
    for start, stop in reversed(cuts):
        last = line[stop:end].strip()
        head = line[:start].strip()
        named = key(last) == site or (site and key(last) in site) or _SITE.search(last)
        # a short end after a much longer title is the site's name; "A - B" alone is a title
        if head and (not last or named or len(key(last)) * 2 < len(key(head))):
            end = start
        else:
            break
    return line[:end].strip()


def _title_element(root: etree._Element) -> str:
    for element in root.iter("title"):
        parent = element.getparent()
        if parent is not None and parent.tag == "svg":
            continue
        text = plain("".join(map(str, element.itertext())))
        if text:
            return text[:_MAX]
    return ""


def _shown(lines: list[Line]) -> list[str]:
    """Texts of h1, then of h2 and of elements called a title, in the order of the page."""
    ranked: list[tuple[int, str]] = []
    for line in lines:
        if len(line.text) <= _MAX:
            rank = _rank(line.owner)
            if rank is not None and len(key(line.text)) > 1:
                ranked.append((rank, line.text))
    best = sorted(ranked, key=lambda item: item[0])
    return [text for rank, text in best if rank == 0 or len(best) < 400]


def _rank(owner: etree._Element) -> int | None:
    tag = owner.tag
    if tag == "h1":
        return 0
    if tag in ("h2", "h3"):
        return 1
    for name in (owner.get("class"), owner.get("id")):
        if name and ("title" in (lowered := name.lower()) or "biaoti" in lowered):
            return 2
    return None
