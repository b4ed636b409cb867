"""What is surely not the article, before its text is looked for: hidden parts, menus, widgets.

Elements are told by what HTML, ARIA and their own names say they are. None of that is believed of
an element that holds much of the page's prose: a body "with-sidebar" is no side bar.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final

from lxml import etree

from langdu.extraction.containers import is_container
from langdu.extraction.outline import FILM_BOX, Outline, Suspect

_TAGS: Final = frozenset({"nav", "aside", "footer", "dialog", "menu"})
_ROLES: Final = frozenset(
    "navigation complementary banner contentinfo search dialog alertdialog menu menubar toolbar "
    "tablist tooltip".split()
)
#: A style that shows nothing of an element.
HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FILMS: Final = ("video", "audio", "iframe", "embed")
_TELLING_KEYS: Final = frozenset("class id style hidden aria-hidden role".split())
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
    "teaser teasers carousel slider control controls controlbar controlbox dfp adslot adunit "
    "noprint survey toast tooltip hint reactions emojis subscribebox newslettersignup "
    "editsection navbox ambox metadata catlinks "
    "promoted cta disclaimer disclosure donate donation membership regwall textresizer "
    "fontresizer nextup upnext moreon followus copylink likes likebox postnav authorinfo "
    "aboutauthor author authors keywords signature signatures "
    # 广告 二维码 免责 版权 面包屑 相关 热门推荐 点赞 收藏 翻页 · 関連 パンくず, in Latin letters
    "guanggao ggw erweima mianze banquan mbx xgwz xgbd rmtj bshare dianzan shoucang fanye "
    "kanren osusume pankuzu topicpath snsbtn relation reporter journalist cmt "
    "reklama kommentarii podelitsya seealso".split()
)
#: Words that are furniture's wherever in a name they stand: "two-related-articles".
_ANYWHERE: Final = frozenset(
    "related recommended recommend recommendation recommendations recirc newsletter newsletters "
    "subscribe subscription promo sponsored advert advertisement advertising outbrain taboola "
    "signup disqus "
    "noprint readmore mostread".split()
)
#: The box of a film or a sound: the words in it are the player's, the film is the article's.
_PLAYERS: Final = frozenset("videoplayer jwplayer mplayer audioplayer".split())
_PLAYED: Final = frozenset("video audio media jw html5 live music".split())
#: Two words that say so together; what is not for print is not the article.
_PAIRS: Final = frozenset(
    tuple(pair.split("-"))
    for pair in (
        "most-read most-popular most-viewed read-more read-next read-also you-may more-from "
        "more-stories more-on more-news sign-up side-bar pop-up also-read also-like see-also "
        "prev-next next-prev post-nav author-box author-bio author-info author-card screen-reader "
        "visually-hidden detail-bottom no-print not-print print-none print-hidden print-hide "
        "hidden-print"
    ).split()
)
#: A name without any of these words is no furniture's.
_TELLING: Final = _FURNITURE | _PLAYERS | {"player"} | {second for _, second in _PAIRS}
#: Words that say what an element has, not what it is.
_ABOUT: Final = frozenset("with has no non is enable enabled off and w label flag".split())
_MAX_NAMES: Final = 2000
_TOKEN: Final = re.compile("[A-Z]?[a-z0-9]+|[A-Z0-9]+")
#: An element so named holds the text even where it is also called a widget.
_CONTENT: Final = frozenset(
    "article articlebody content body main text entry story post embed tweet".split()
)
#: Posts that an article quotes.
_QUOTED: Final = frozenset(("tweet", "embed", "embedded", "blockquote", "pullquote"))
#: Readers' comments may be most of a page's prose and are still not the article.
_NEVER_KEPT: Final = frozenset("comment comments commentlist disqus pinglun".split())
#: An element that holds this share of the page's prose is not furniture, whatever it is called.
_MUCH: Final = 0.4
#: So many suspects stand in the box of a film at most.
_IN_A_BOX: Final = 40
#: So much prose, in Latin letters, is an article where an ``<article>`` holds it.
_AN_ARTICLE: Final = 1000


def doomed(page: Outline, worths: Sequence[float]) -> list[Suspect]:
    """The suspects that go, none inside another: those that hold little of the page's prose."""
    prose = list(accumulate((max(worth, 0.0) for worth in worths), initial=0.0))
    most = _MUCH * prose[-1]
    out: list[Suspect] = []
    until = -1
    inside: set[etree._Element] = set()
    for number, suspect in enumerate(page.suspects, 1):
        if suspect.first < until and _is_inside(suspect.element, inside):
            continue
        if suspect.reason is FILM_BOX and not _holds_player(page.suspects, number):
            continue
        held = prose[suspect.last] - prose[suspect.first]
        if held > most and held and not _is_comments(suspect.element):
            continue
        if held > _AN_ARTICLE and _is_viewer(suspect.element):
            continue
        out.append(suspect)
        inside.add(suspect.element)
        until = suspect.last
    return out


def _is_viewer(element: etree._Element) -> bool:
    """Whether an element shows the one article in it: portals open articles in a modal window."""
    articles = element.iter("article")
    return next(articles, None) is not None and next(articles, None) is None


def _holds_player(suspects: Sequence[Suspect], number: int) -> bool:
    """Whether one of the few suspects that follow a box in the page is a player inside it."""
    box = suspects[number - 1]
    for other in suspects[number : number + _IN_A_BOX]:
        if other.first > box.last:
            break
        if "player" in other.reason and box.element in other.element.iterancestors():
            return True
    return False


def take_out(element: etree._Element) -> None:
    """Remove an element from its tree, and leave the films that were in it."""
    films = list(element.iter(*_FILMS))
    if element.tag not in _FILMS and films and element.getparent() is not None:
        for child in list(element):
            element.remove(child)
        element.text = None
        for film in films:
            film.tail = None
            element.append(film)
    else:
        remove(element)


def _is_inside(element: etree._Element, doomed: set[etree._Element]) -> bool:
    return any(ancestor in doomed for ancestor in element.iterancestors())


def remove(element: etree._Element) -> None:
    """Leave nothing of an element but the text after it.

    An empty element stays in its place: joining the texts around it would cost more with each of
    many neighbours, and they may hold characters that lxml reads but does not write.
    """
    if element.getparent() is not None:
        element.clear(keep_tail=True)  # type: ignore[call-arg]  # the stubs are older
        element.tag = "wbr"


class Suspicion:
    """Tells why an element is probably not of the article, or ``None``.

    One for each page. It sees every name there is, so it also keeps the elements whose names are
    to be watched for.
    """

    def __init__(self, watch: Callable[[str], bool] = lambda _: False) -> None:
        self.watched: list[etree._Element] = []
        self._watch = watch
        self._names_watched: set[str] = set()
        #: Classes that say nothing and are not watched for: most elements have only such.
        self._harmless: set[str] = set()

    def __call__(self, element: etree._Element, /) -> str | None:
        """The reason, as one would say it of the element."""
        tag = element.tag
        if tag in _KEPT_ROOTS:
            return None
        if tag in _TAGS and not _signs_quote(element, tag):
            self._told(element)  # a <nav> may hold the path
            return f"a <{tag}> element"
        keys = element.keys()
        if len(keys) == 1 and keys[0] == "class" and element.get("class") in self._harmless:
            return None
        return self._told(element) if not _TELLING_KEYS.isdisjoint(keys) else None

    def _told(self, element: etree._Element) -> str | None:
        get = element.get
        names = get("class")
        name = self._damning_name(names) if names else None
        identity = get("id")
        if identity and name is None:
            name = self._damning_name(identity)
        if names in self._names_watched or identity in self._names_watched:
            self.watched.append(element)
        if name is not None and not is_container(element):
            return name if name is FILM_BOX else f"named {name!r}"
        style = get("style")
        if (
            (style and ("none" in style or "hidden" in style) and HIDDEN_STYLE.search(style))
            or get("aria-hidden") == "true"
            or get("hidden") is not None
        ):
            return "hidden on the page"
        role = get("role")
        if role and role.strip().lower() in _ROLES:
            return f"its role is {role.strip().lower()}"
        return None

    def _damning_name(self, names: str) -> str | None:
        """The first of some names that is furniture's."""
        if names in self._harmless:
            return None
        found = _damning(names)
        if self._watch(names):
            self._names_watched.add(names)
        elif found is None:
            self._harmless.add(names)
        return found


@lru_cache(maxsize=20_000)
def _damning(names: str) -> str | None:
    """The first of some names that is furniture's.

    Remembered: what names say does not depend on the page, and the pages of a site share them.
    """
    words = tokens(names) if len(names) < _MAX_NAMES else []
    if not _TELLING.isdisjoint(words) and _QUOTED.isdisjoint(words):
        found = next((name for name in names.split() if _hits(tokens(_unhashed(name)))), None)
        if found is not None:
            return found
    if "video" in words and _ABOUT.isdisjoint(words):
        return FILM_BOX
    return "hidden" if "hidden" in names and _is_hidden(names.split()) else None


def _unhashed(name: str) -> str:
    """A name without what CSS modules add to it: ``styles_Dateline__Yahhb`` is a dateline."""
    base, _, suffix = name.rpartition("__")
    if not base or suffix.islower():
        return name
    return base.removeprefix("styles_")


def _is_hidden(classes: list[str]) -> bool:
    """Whether classes hide an element, and none shows it again on a wider screen."""
    return "hidden" in classes and not any(":" in name for name in classes)


def tokens(names: str) -> list[str]:
    """The words of one name or several: postComments and post-comments have two."""
    found: list[str] = _TOKEN.findall(names)
    return found if names.islower() else [word.lower() for word in found]


def _hits(words: list[str]) -> bool:
    if not words:
        return False
    if _ABOUT.isdisjoint(words):
        if words[-1] in _FURNITURE or not _ANYWHERE.isdisjoint(words):
            return True
        if words[-1] in _PLAYERS or (words[-1] == "player" and not _PLAYED.isdisjoint(words)):
            return True
        if words[0] in _FURNITURE and _CONTENT.isdisjoint(words):
            return True
    return len(words) > 1 and not _PAIRS.isdisjoint(pairwise(words))


def _is_comments(element: etree._Element) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return any(word in _NEVER_KEPT for name in names.split() for word in tokens(name)[:1])


def _signs_quote(element: etree._Element, tag: str) -> bool:
    """Whether a footer says whose the quotation is that it stands in."""
    above = element.getparent()
    return tag == "footer" and above is not None and above.tag in ("blockquote", "figure")
