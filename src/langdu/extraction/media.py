"""Pictures and films in a page: their real addresses, and which of them are only decoration."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from lxml import etree

from langdu.extraction import urls
from langdu.extraction.drafts import Draft, Rich
from langdu.extraction.text import collapse, has_letters

#: Where scripts that load pictures late keep the address; the ones before ``src`` win over it,
#: since ``src`` then holds a placeholder. In the order of how often pages have them.
_LAZY: Final = (
    "data-src data-img data-original data-lazyload _src data-actualsrc data-lazy-src data-url "
    "data-original-src data-echo data-hi-res-src data-lazy original file".split()
)
_MORE: Final = ("table", "pre", "blockquote", "video", "iframe", "ul", "ol")
_SMALL: Final = 48
_PLACEHOLDER: Final = re.compile(
    r"(?:^|[/_-])(?:blank|spacer|pixel|loading|lazy|placeholder|transparent|grey|1x1|icon|logo"
    r"|arrow|bullet|emoji|smiley|avatar|gravatar|tracking|btn|button|qrcode|ewm)[^/]{0,30}$",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\s*+(\d{1,5})(?:\.\d+)?\s*+(?:px)?\s*\Z")
_STYLE_SIZE: Final = re.compile(r"(?:^|;)\s*(?:width|height)\s*:\s*(\d{1,4})(?:\.\d+)?px", re.I)
_FILE: Final = re.compile(r"[\w.%()-]*\.(?:jpe?g|png|gif|webp|bmp|svg|tiff?|avif)\Z", re.IGNORECASE)
_SERIAL: Final = re.compile(
    r"[\W_]*+(?:img|image|dsc|pic|photo|微信图片|图片|w|p)?[\W_\d]*\Z", re.I
)
_EMPTY_ALTS: Final = frozenset(
    "图片 图 配图 插图 image img photo picture pic 画像 写真 이미지 사진 фото изображение".split()
)
_PLAYERS: Final = re.compile(
    r"youtube|youtu\.be|vimeo|bilibili|youku|iqiyi|v\.qq\.com|player|video|rutube|dailymotion",
    re.IGNORECASE,
)


def image_address(img: etree._Element, base: str | None) -> str | None:
    """The address of the picture that a reader of the page would see."""
    for name in (*_LAZY, "src"):
        value = attribute(img, name)
        # an unfilled placeholder of a script, or a flag (data-lazy="true"), is no address
        if not value or (name != "src" and not re.search(r"[./]", value)):
            continue
        if name == "src" and value.startswith("data:") and attribute(img, "srcset"):
            break
        return urls.image(value, base)
    for name in ("data-srcset", "srcset"):
        first = attribute(img, name).split(",")[0].split()
        if first:
            return urls.image(first[0], base)
    return None


def attribute(element: etree._Element, name: str) -> str:
    """An attribute's value, the empty text where there is none."""
    return element.get(name) or ""


def holds_more(element: etree._Element) -> bool:
    """Whether a ``<figure>`` is more than a picture with its caption."""
    return next(element.iter(*_MORE), None) is not None


def is_decoration(img: etree._Element, address: str | None) -> bool:
    """Whether a picture is an icon, a spacer or a tracker, by its size or its name."""
    sizes = [m[1] for name in ("width", "height") if (m := _NUMBER.match(attribute(img, name)))]
    sizes += _STYLE_SIZE.findall(attribute(img, "style")[:2000])
    if any(int(size) < _SMALL for size in sizes):
        return True
    if address is None:
        return False
    if address.startswith("data:"):
        return len(address) < 400  # a transparent pixel, not a picture
    return bool(_PLACEHOLDER.search(urlsplit(address).path.rsplit("/", 1)[-1].rsplit(".", 1)[0]))


def alternative(text: str, address: str | None) -> str | None:
    """An alternative text that says something: not empty, not a file's name."""
    line = collapse(text)
    if not line or not has_letters(line) or line.lower() in _EMPTY_ALTS:
        return None
    if _FILE.match(line) or _SERIAL.match(line):
        return None
    name = unquote(urlsplit(address or "").path.rsplit("/", 1)[-1])
    return None if line in (name, name.rsplit(".", 1)[0]) else line


def figure(img: etree._Element, base: str | None) -> Draft | None:
    """A picture as a draft without caption, or ``None`` for decoration."""
    address = image_address(img, base)
    if address is None and (base or not attribute(img, "src")):
        return None  # with a base, an address that leads nowhere is no picture
    if is_decoration(img, address):
        return None
    return Draft("figure", image=address, alt=alternative(attribute(img, "alt"), address))


def pictures(element: etree._Element, base: str | None) -> Iterator[Draft]:
    """All pictures inside an element, each once."""
    seen = set()
    for img in element.iter("img", "amp-img"):
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
