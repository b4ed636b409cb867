"""What is surely not the article, before its text is looked for: hidden parts, menus, widgets.

Elements are told by what HTML, ARIA and their own names say they are. None of that is believed of
an element that holds much of the page's prose: a body "with-sidebar" is no side bar.
"""

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from langdu.extraction.containers import is_container
from langdu.extraction.flatten import SILENT
from langdu.extraction.result import Removal
from langdu.extraction.text import excerpt

_TAGS: Final = frozenset({"nav", "aside", "footer", "dialog", "menu"})
_ROLES: Final = frozenset(
    "navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar "
    "tablist tooltip".split()
)
_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: Never text, but a heading's ruby, the metadata and the pictures are read from them.
_KEPT_SILENT: Final = frozenset({"rp", "rt", "head"})
_KEPT_ROOTS: Final = frozenset({"html", "body", "main", "article"})

#: Whole words of a class or id ("post-comments" has two) that name parts around an article.
_FURNITURE: Final = frozenset(
    "comment comments commentlist disqus reply replies respond share shares sharing sharebar "
    "social socials addthis sns bdsharebuttonbox related relate relates recommend recommended "
    "recommendation recommendations recirc recirculation sidebar promo promos promotion sponsor "
    "sponsored advert adverts advertisement advertising ad ads adsense adbox banner breadcrumb "
    "breadcrumbs crumb crumbs navbar nav navigation menu footer masthead pagination pager popup "
    "modal overlay lightbox cookie cookies consent gdpr newsletter subscribe subscription signup "
    "paywall login toolbar tools widget outbrain taboola print qrcode ewm tags taglist "
    "tagcloud trending popular mostread hotnews morenews readmore skip screenreader "
    "toc copyright icp friendlink "
    "byline authorbox authorbio bio contributors timestamp dateline postmeta credits "
    "jiathis bdshare fenxiang dayin fontsize pinglun xgxw xgyd xiangguan tuijian rdph correction "
    "jiucuo pageturn prevnext ranking feedback rating ratings vote poll "
    "teaser teasers carousel slider".split()
)
#: Names made of several words.
_COMPOUND: Final = re.compile(
    r"most-(?:read|popular|viewed)|read-(?:more|next|also)|you-may|more-(?:from|stories|on|news)"
    r"|sign-up|side-bar|pop-up|also-(?:read|like)|see-also|prev-next|next-prev|post-nav"
    r"|author-(?:box|bio|info|card)|screen-reader|visually-hidden|detail-bottom"
)
#: Words that say what an element has, not what it is.
_ABOUT: Final = frozenset("with has no non is enable enabled off and w label flag".split())
_SPLIT: Final = re.compile(r"[^a-z0-9]+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: An element so named holds the text even where it is also called a widget.
_CONTENT: Final = frozenset("article articlebody content body main text entry story post".split())
#: Readers' comments may be most of a page's prose and are still not the article.
_NEVER_KEPT: Final = frozenset("comment comments commentlist disqus pinglun".split())
#: An element that holds this share of the page's prose is not furniture, whatever it is called.
_MUCH: Final = 0.4


def prune(
    root: etree._Element,
    share: Callable[[etree._Element], float],
    note: Callable[[Removal], None],
) -> None:
    """Take out of the tree what is not content, in place, and note every removal with its text.

    ``share`` tells which part of the page's prose an element holds, from 0 to 1.
    """
    walker = etree.iterwalk(root, events=("start",))
    doomed: list[tuple[etree._Element, str]] = []
    for _, element in walker:
        reason = _reason(element)
        if reason and share(element) > _MUCH and not _is_comments(element):
            continue
        if reason is not None:
            doomed.append((element, reason))
            walker.skip_subtree()
    for element, reason in doomed:
        if reason:
            text = excerpt(_front(element))
            if text:
                note(Removal("furniture", reason, text))
        remove(element)


def remove(element: etree._Element) -> None:
    """Remove an element and keep the text after it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    element.tail = None
    parent.remove(element)


def _front(element: etree._Element) -> str:
    """The first characters of an element's text, without building all of it."""
    parts: list[str] = []
    size = 0
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, part in walker:
        silent = part.tag in SILENT
        if event == "start" and silent:
            walker.skip_subtree()
        text = (
            part.text
            if event == "start" and not silent
            else part.tail
            if event == "end" and part is not element
            else None
        )
        if text:
            parts.append(text)
            size += len(text.strip())
            if size > 200:
                break
    return " ".join(parts)


def _reason(element: etree._Element) -> str | None:
    """Why an element goes: a text, the empty text for what never shows, ``None`` to keep it."""
    tag = element.tag
    if tag in SILENT:
        return None if tag in _KEPT_SILENT else ""
    if tag in _KEPT_ROOTS:
        return None
    if tag in _TAGS:
        return f"a <{tag}> element"
    attributes = element.attrib
    if not attributes:
        return None
    style = element.get("style")
    if (
        "hidden" in attributes
        or element.get("aria-hidden") == "true"
        or (style and _HIDDEN_STYLE.search(style))
    ):
        return "hidden on the page"
    role = element.get("role")
    if role and role.strip().lower() in _ROLES:
        return f"its role is {role.strip().lower()}"
    return _named(element)


def _named(element: etree._Element) -> str | None:
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    if len(names) < 2 or len(names) > 2000 or is_container(element):
        return None
    for name in names.split():
        if _hits(_words(name)):
            return f"named {name!r}"
    return None


def _words(name: str) -> list[str]:
    return [word for word in _SPLIT.split(_CAMEL.sub("-", name).lower()) if word]


def _hits(words: list[str]) -> bool:
    if not words or any(word in _ABOUT for word in words):
        return False
    if words[-1] in _FURNITURE:
        return True
    if words[0] in _FURNITURE and not any(word in _CONTENT for word in words):
        return True
    return len(words) > 1 and _COMPOUND.search("-".join(words)) is not None


def _is_comments(element: etree._Element) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return any(word in _NEVER_KEPT for name in names.split() for word in _words(name)[:1])
