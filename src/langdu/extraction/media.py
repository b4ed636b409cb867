"""Pictures and films in a page: their real addresses, and which of them are only decoration."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final
from urllib.parse import unquote

from lxml import etree

from langdu.extraction import formulas, urls
from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.pruning import HIDDEN_STYLE
from langdu.extraction.srcset import widest
from langdu.extraction.text import collapse, has_letters

#: Where scripts that load pictures late keep the address; the ones before ``src`` win over it,
#: since ``src`` then holds a placeholder. In the order of how often pages have them.
_LAZY: Final = (
    "data-src data-img data-original data-lazyload _src data-actualsrc data-lazy-src data-url "
    "data-original-src data-echo data-hi-res-src data-lazy original file".split()
)
PICTURES: Final = ("img", "amp-img")
#: A ``<figure>`` with one of these is more than a picture with its caption.
MORE: Final = ("figure", "table", "pre", "blockquote", "video", "iframe", "ul", "ol")
#: Where a sentence goes on behind a picture in it.
GOES_ON: Final = frozenset(",.;:)，。；：、）」』”》")
_SMALL: Final = 48
_DECORATION: Final = re.compile(
    r"(?:^|[/_-])(?:blank|spacer|pixel|loading|lazy|placeholder|transparent|grey|1x1|icon|logo"
    r"|arrow|bullet|emoji|smiley|avatar|gravatar|tracking|btn|button|qrcode|ewm)[^/]{0,30}$|^share$",
    re.IGNORECASE,
)
_PLACEHOLDER: Final = re.compile(
    r"(?:^|[/_-])(?:blank|spacer|pixel|pre-?load|load|loading|loader|lazy|lazyload|placeholder"
    r"|transparent|gr[ea]y|white|dot|1x1|s)[\d_x-]{0,12}\.(?:gif|png|svg|jpe?g|webp)\Z",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile("[./]")
#: A picture in the text of a page is not smaller, in characters of base64.
_MIN_DATA: Final = 400
_FACE: Final = re.compile(r"emoji|smiley", re.IGNORECASE)
_WRITTEN: Final = re.compile(r"emoji|smiley|(?:^|[\s_-])(?:math|tex|latex|formula)", re.IGNORECASE)
_MAX_WRITTEN: Final = 120
_MAX_SOURCES: Final = 12
_NUMBER: Final = re.compile(r"\s*+(\d{1,5})(?:\.\d+)?\s*+(?:px)?\s*\Z")
_STYLE_SIZE: Final = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*(\d{1,4})(?:\.\d+)?px", re.I)
_FILE: Final = re.compile(r"[\w.%()-]*\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?|avif)\Z", re.IGNORECASE)
_SERIAL: Final = re.compile(
    r"[\W_]*+(?:img|image|dsc|pic|photo|微信图片|图片|w|p)?[\W_\d]*\Z", re.I
)
_EMPTY_ALTS: Final = frozenset(
    "图片 图 配图 插图 image img photo picture pic 画像 写真 이미지 사진 фото изображение".split()
)
#: An advertisement says so in its alternative text, where nothing else does.
_ADVERTS: Final = frozenset(
    "广告 廣告 广告图片 広告 광고 реклама advertisement advert ad ads publicidad anzeige".split()
)
_PLAYERS: Final = re.compile(
    r"youtube|youtu\.be|vimeo|bilibili|youku|iqiyi|v\.qq\.com|player|video|rutube|dailymotion",
    re.IGNORECASE,
)


def image_address(img: etree._Element, base: str | None) -> str | None:
    """The address of the picture that a reader of the page would see.

    What a script is to load comes first, then ``src`` unless it is a placeholder, then the widest
    of the candidates of ``srcset``, then those of the ``<picture>`` or ``<noscript>`` around.
    """
    for name in _LAZY:
        value = attribute(img, name)
        # an unfilled placeholder of a script, or a flag (data-lazy="true"), is no address
        if value and _ADDRESS.search(value) and not value.startswith(("{", "[", "data:")):
            return urls.image(value, base)
    source = attribute(img, "src")
    if source and not _is_placeholder(source):
        return urls.image(source, base)
    for name in ("data-srcset", "data-lazy-srcset", "srcset"):
        if found := widest(attribute(img, name)):
            return urls.image(found, base)
    found = _around(img)
    return urls.image(found or source, base) if found or source else None


def _around(img: etree._Element) -> str | None:
    """What stands around an ``<img>`` without an address of its own."""
    parent = img.getparent()
    for _ in range(_MAX_SOURCES):  # to libxml2 a <source> holds what follows it
        if parent is not None and parent.tag == "source":
            parent = parent.getparent()
    if parent is not None and parent.tag == "picture":
        for source in islice(parent.iter("source"), _MAX_SOURCES):
            for name in ("srcset", "data-srcset"):
                if found := widest(attribute(source, name)):
                    return found
    after = img.getnext()
    if after is not None and after.tag == "noscript":
        plain = next(after.iter("img"), None)
        if plain is not None and attribute(plain, "src"):
            return attribute(plain, "src")
    return None


def _is_placeholder(address: str) -> bool:
    """Whether an address is of nothing that one could see: a script has yet to write another."""
    if address.startswith("data:"):
        return len(address) < _MIN_DATA or "svg" in address[:30]
    return bool(_PLACEHOLDER.search(urls.file_name(address)[:200]))


def written(img: etree._Element) -> str:
    """What a picture writes in a line of text: a face, a formula. Empty for other pictures."""
    names = attribute(img, "class")
    if not names or not _WRITTEN.search(names):
        return ""
    text = formulas.readable(attribute(img, "alt"))
    if _FACE.search(names) and has_letters(text):
        return ""  # the name of a face, not the face
    return text if len(text) <= _MAX_WRITTEN else ""


def is_formula(img: etree._Element) -> bool:
    """Whether a picture is of a formula."""
    names = attribute(img, "class")
    return bool(names and _WRITTEN.search(names)) and not _FACE.search(names)


def attribute(element: etree._Element, name: str) -> str:
    """An attribute's value, the empty text where there is none."""
    return element.get(name) or ""


def is_decoration(img: etree._Element, address: str | None) -> bool:
    """Whether a picture is an icon, a spacer or a tracker, by its size or its name, or hidden.

    What is hidden until a script has loaded it has its address elsewhere than in ``src``.
    """
    sizes = [m[1] for name in ("width", "height") if (m := _NUMBER.match(attribute(img, name)))]
    style = attribute(img, "style")[:2000]
    sizes += _STYLE_SIZE.findall(style)
    if any(int(size) < _SMALL for size in sizes):
        return True
    if HIDDEN_STYLE.search(style) and not any(attribute(img, name) for name in _LAZY):
        return True
    if address is None:
        return False
    if address.startswith("data:"):
        return len(address) < _MIN_DATA  # a transparent pixel, not a picture
    return bool(_DECORATION.search(urls.file_name(address).rsplit(".", 1)[0]))


def alternative(text: str, address: str | None) -> str | None:
    """An alternative text that says something: not empty, not a file's name."""
    line = collapse(text)
    if not line or not has_letters(line) or line.lower() in _EMPTY_ALTS:
        return None
    if _FILE.match(line) or _SERIAL.match(line):
        return None
    name = unquote(urls.file_name(address or ""))
    return None if line in (name, name.rsplit(".", 1)[0]) else line


def figure(img: etree._Element, base: str | None) -> Draft | None:
    """A picture as a draft without caption, or ``None`` for decoration."""
    address = image_address(img, base)
    if address is None and (base or not attribute(img, "src")):
        return None  # with a base, an address that leads nowhere is no picture
    if is_decoration(img, address) or _is_advert(img):
        return None
    return Draft("figure", image=address, alt=alternative(attribute(img, "alt"), address))


def _is_advert(img: etree._Element) -> bool:
    return collapse(attribute(img, "alt")).lower() in _ADVERTS


def pictures(element: etree._Element, base: str | None) -> Iterator[Draft]:
    """All pictures inside an element, each once."""
    seen = set()
    for img in element.iter(*PICTURES):
        draft = figure(img, base)
        if draft and draft.image not in seen:
            seen.add(draft.image)
            yield draft


def film(element: etree._Element, base: str | None) -> Draft | None:
    """A film or a sound as a labelled link, or ``None`` for other frames."""
    source = next(element.iter("source"), None)
    address = next(
        (
            value
            for where in (element, source)
            if where is not None
            for name in ("src", "data-src", "data-url")
            if (value := attribute(where, name))
        ),
        "",
    )
    if element.tag in ("iframe", "embed") and not _PLAYERS.search(address):
        return None
    href = urls.link(address, base)
    if href is None:
        return None
    label = collapse(attribute(element, "title") or attribute(element, "aria-label"))
    alt = "audio" if element.tag == "audio" else "video"
    return Draft("media", Rich(label), href=href, alt=alt)
