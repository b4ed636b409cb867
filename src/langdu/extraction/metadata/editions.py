"""The language editions that a page itself links to: English 日本語 한국어 Русский."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from lxml import etree

from langdu.languages import LANGUAGES, normalize

#: What links to editions are called, in lower case, beside the languages' own names.
_NAMES: Final = MappingProxyType(
    {language.endonym.lower(): language.code for language in LANGUAGES.values()}
    | {
        "english": "en",
        "eng": "en",
        "en": "en",
        "英文": "en",
        "英文版": "en",
        "english version": "en",
    }
    | {"英语": "en", "日文": "ja", "日文版": "ja", "日语": "ja", "日本语": "ja", "japanese": "ja"}
    | {"韩文": "ko", "韩文版": "ko", "韩语": "ko", "한글": "ko", "조선어": "ko", "korean": "ko"}
    | {
        "俄文": "ru",
        "俄文版": "ru",
        "俄语": "ru",
        "рус": "ru",
        "russian": "ru",
        "русская версия": "ru",
    }
    | {
        "简体": "zh",
        "简体中文": "zh",
        "繁體中文": "zh",
        "繁体": "zh",
        "中文版": "zh",
        "中文简体": "zh",
    }
    | {"chinese": "zh", "中国語": "zh", "중국어": "zh", "китайский": "zh", "汉语": "zh"}
)


#: No name of a language is longer, with white space around it.
_MAX_NAME: Final = 60
_EDGES: Final = " \t\r\n\xa0\u3000|·[]"


def named(text: str) -> str | None:
    """The language that a link's text names, or ``None``."""
    return _NAMES.get(text.strip(_EDGES).lower()) if len(text) < _MAX_NAME else None


def editions(codes: Iterable[str], own: str) -> tuple[str, ...]:
    """Each language once, in the order found, without the page's own."""
    return tuple(dict.fromkeys(code for code in codes if code != own and code in LANGUAGES))


def linked_editions(root: etree._Element) -> Iterator[str]:
    """The languages of the links that name one, and of the alternates in the head."""
    for link in root.iter("a"):
        said = _said(link)
        if code := named(said) if said else named(link.get("title") or ""):
            yield code
    for link in root.iter("link"):
        if "alternate" in (link.get("rel") or "").lower().split():
            code = normalize(link.get("hreflang") or "")
            if code:
                yield code


def _said(link: etree._Element) -> str:
    """What a link says itself, or the first element in it: a language has one word."""
    text = link.text
    if text is None or (len(link) and text.isspace()):
        return (link[0].text or "") if len(link) else ""
    return text
