"""Small questions about text that several rules ask."""

import re
import unicodedata
from types import MappingProxyType
from typing import Final

#: Spaces of every width, and the characters that have none at all.
_SPACES: Final = re.compile(r"\s+")
#: Any of these in a text is looked at more closely; most texts have none.
_MAYBE_INVISIBLE: Final = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
_INVISIBLE: Final = re.compile(
    # joiners are letters' own in Arabic and Indic scripts, and hold emoji together
    "[\u200c\u200d](?![\u0600-\u0fff\ufe0f\u2600-\u27bf\U0001f000-\U0001faff])"
    "|[\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
_CJK: Final = re.compile("[\u2e80-\u30ff\u31f0-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")
_WIDE: Final = re.compile("[\u2e80-\U0010ffff]")
_LETTER: Final = re.compile(r"[^\W_]")
_ALNUM: Final = re.compile(r"[^\W_]+")
#: ASCII letters and digits in lower case, and nothing of all else.
_ASCII_KEY: Final = MappingProxyType(
    {code: chr(code).lower() if chr(code).isalnum() else None for code in range(128)}
)
_STOPS: Final = "。！？!?.…；;"
_CLOSERS: Final = "”’」』）)】》〉»］]\"'"
_COMMAS: Final = re.compile("[，。！？；、,.!?;]")


def visible(text: str) -> str:
    """Without control, direction and zero-width characters."""
    return _INVISIBLE.sub("", text) if _MAYBE_INVISIBLE.search(text) else text


def collapse(text: str) -> str:
    """One space for every run of white space (U+3000 and NBSP too), none at the ends."""
    return " ".join(visible(text).split())


def width(text: str) -> int:
    """How much a text says, in Latin letters: a Chinese character is about two and a half.

    Parallel texts of Chinese and English stand at about 1 to 2.5 to 3 characters; without that,
    thresholds made for English throw short Chinese paragraphs away.
    """
    if text.isascii() or not _WIDE.search(text):
        return len(text)
    return len(text) + 3 * len(_CJK.findall(text)) // 2


def cjk_share(text: str) -> float:
    """The share of Han, kana and hangul among the characters."""
    return len(_CJK.findall(text)) / len(text) if text else 0.0


def has_letters(text: str) -> bool:
    """Whether there is any letter or digit."""
    return _LETTER.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does: a stop, perhaps inside closing quotes."""
    bare = text.rstrip().rstrip(_CLOSERS)
    return bare.endswith(tuple(_STOPS)) or text.rstrip().endswith(tuple(_STOPS))


def has_commas(text: str) -> bool:
    """Whether there is punctuation that sentences have and labels have not."""
    return _COMMAS.search(text) is not None


def key(text: str) -> str:
    """What two spellings of the same text have in common: letters and digits, in one form."""
    if text.isascii():
        return text.translate(_ASCII_KEY)
    return "".join(_ALNUM.findall(unicodedata.normalize("NFKC", text).casefold()))


def may_begin(text: str, firsts: str) -> bool:
    """Whether the :func:`key` of a text can begin with one of some characters; quick to say no."""
    first = text[:1]
    return first.lower() in firsts if first.isascii() and first.isalnum() else True


def excerpt(text: str, size: int = 60) -> str:
    """The beginning of a text, to show what was removed."""
    line = collapse(text[: size * 8])
    return line if len(line) <= size else line[: size - 1] + "…"
