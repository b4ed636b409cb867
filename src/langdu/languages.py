"""The languages that langdu knows: tags, names, script.

Codes are ISO 639-1 as engines and file names use them; :attr:`Language.tag` is the BCP 47 tag
(RFC 5646) that goes into ``lang`` attributes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Language:
    """One language. ``spaced``: its words are separated by spaces."""

    code: str
    tag: str
    endonym: str
    english: str
    spaced: bool


LANGUAGES: Final = MappingProxyType(
    {
        language.code: language
        for language in (
            Language("zh", "zh-Hans", "中文", "Chinese", spaced=False),
            Language("en", "en", "English", "English", spaced=True),
            Language("ja", "ja", "日本語", "Japanese", spaced=False),
            Language("ko", "ko", "한국어", "Korean", spaced=True),
            Language("ru", "ru", "Русский", "Russian", spaced=True),
        )
    }
)

#: What pages, systems and people write for a language, in lower case, where it is not its code.
_ALIASES: Final = MappingProxyType(
    {"cmn": "zh", "chs": "zh", "cn": "zh", "jp": "ja", "jpn": "ja", "kr": "ko", "kor": "ko"}
    | {"rus": "ru", "eng": "en", "chi": "zh", "zho": "zh"}
    | {language.endonym.lower(): language.code for language in LANGUAGES.values()}
    | {language.english.lower(): language.code for language in LANGUAGES.values()}
)


def normalize(tag: str) -> str:
    """The code of a language tag in any spelling: ``zh_CN``, ``cmn``, ``zh-Hans``, ``日本語``.

    A language that langdu does not know keeps its own primary subtag in lower case.
    """
    primary = tag.strip().lower().replace("_", "-").split("-")[0]
    return _ALIASES.get(primary, primary)


def tag_of(code: str) -> str:
    """The BCP 47 tag to write into a ``lang`` attribute for a code."""
    language = LANGUAGES.get(code)
    return language.tag if language else code


def is_spaced(code: str) -> bool:
    """Whether words of the language are separated by spaces (true where unknown)."""
    language = LANGUAGES.get(code)
    return language.spaced if language else True


def guess(texts: Iterable[str]) -> str | None:
    """The language of some text by its script, or ``None`` where there are no letters.

    A seventh of kana means Japanese: Chinese text quotes a name in kana but is not written with it,
    and Japanese has a third or more. Hangul means Korean unless hanzi are far more.
    """
    han = kana = hangul = cyrillic = latin = 0
    for text in texts:
        for char in text:
            if "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf":
                han += 1
            elif "\u3041" <= char <= "\u30fa" or "\u31f0" <= char <= "\u31ff":
                kana += 1
            elif "\uac00" <= char <= "\ud7a3":
                hangul += 1
            elif "\u0400" <= char <= "\u04ff":
                cyrillic += 1
            elif char.isalpha():
                latin += 1
    letters = han + kana + hangul + cyrillic + latin / 4  # a Latin word is four letters or more
    if not letters:
        return None
    if kana > letters / 7 and kana > hangul:
        return "ja"
    if hangul > letters / 20 and hangul > han / 4:
        return "ko"
    counts = {"zh": float(han), "ru": float(cyrillic), "en": latin / 4}
    return max(counts, key=lambda code: counts[code])
