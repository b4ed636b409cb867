"""The languages that langdu knows: tags, names, script.

Codes are ISO 639-1 as engines and file names use them; :attr:`Language.tag` is the BCP 47 tag
(RFC 5646) that goes into ``lang`` attributes.
"""

import re
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

#: Runs of one script; ``letters`` are those of all scripts together.
_SCRIPTS: Final = MappingProxyType(
    {
        "han": re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+"),
        "kana": re.compile("[\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u31f0-\u31ff]+"),
        "hangul": re.compile("[\uac00-\ud7a3]+"),
        "cyrillic": re.compile("[\u0400-\u0481\u048a-\u04ff]+"),
        "latin": re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]+"),
        "letters": re.compile(r"[^\W\d_]+"),
    }
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
    """The language of some text by its script, or ``None`` where there are no letters of these five
    languages' scripts, or fewer than of others.

    A seventh of kana means Japanese: Chinese text quotes a name in kana but is not written with it,
    and Japanese has a third or more. Hangul means Korean unless hanzi are far more.
    """
    text = " ".join(texts)
    if text.isascii():
        return "en" if _SCRIPTS["latin"].search(text) else None
    counts = {name: sum(map(len, runs.findall(text))) for name, runs in _SCRIPTS.items()}
    han, kana, hangul, cyrillic = (counts[name] for name in ("han", "kana", "hangul", "cyrillic"))
    latin = counts["latin"]
    known = han + kana + hangul + cyrillic + latin
    if counts["letters"] - known > known:
        return None  # Arabic, Hindi, Greek, …
    letters = han + kana + hangul + cyrillic + latin / 4  # a Latin word is four letters or more
    if not letters:
        return None
    if kana > letters / 7 and kana > hangul:
        return "ja"
    if hangul > letters / 20 and hangul > han / 4:
        return "ko"
    shares = {"zh": float(han), "ru": float(cyrillic), "en": latin / 4}
    return max(shares, key=lambda code: shares[code])
