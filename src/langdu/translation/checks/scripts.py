"""Runs of letters of one script, and what of a text need not be translated."""

import re
from types import MappingProxyType
from typing import Final

#: Runs of a script, with the signs that join its words.
RUNS: Final = MappingProxyType(
    {
        "han": re.compile(
            "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff][\u3005\u3400-\u4dbf\u4e00-\u9fff]*"
        ),
        "kana": re.compile("[\u3041-\u3096\u30a1-\u30fa][\u3041-\u30ff]*"),
        "hangul": re.compile("[\uac00-\ud7a3]+(?: [\uac00-\ud7a3]+)*"),
        "cyrillic": re.compile("[\u0400-\u04ff]+(?:[ -][\u0400-\u04ff]+)*"),
        "latin": re.compile("[A-Za-z\u00c0-\u024f]+(?:[ '’-][A-Za-z\u00c0-\u024f]+)*"),
    }
)
#: The scripts that a language is written with.
OWN: Final = MappingProxyType(
    {
        "zh": frozenset({"han"}),
        "en": frozenset({"latin"}),
        "ja": frozenset({"han", "kana"}),
        "ko": frozenset({"hangul"}),
        "ru": frozenset({"cyrillic"}),
    }
)
#: Addresses, names of files and of accounts.
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.)[^\s，。；、）)》」\"”]+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+|[@#][\w-]+"
    r"|(?<![\w-])[\w-]+\.(?:com|cn|org|net|gov|edu|jp|kr|ru|pdf|docx?|xlsx?|zip|jpg|png|mp[34])\b"
)
#: The original of a word behind it, and titles of works: Shen Mingyuan (沈明远), 《红楼梦》.
_ASIDE: Final = re.compile(r"\([^()]{1,60}\)|（[^（）]{1,60}）|《[^《》]{1,60}》|\[[^\[\]]{1,60}\]")


def without_asides(text: str) -> str:
    """The text without addresses, brackets and titles of works; other places stay the same."""
    plain = _ADDRESS.sub(_blank, text)
    return _ASIDE.sub(_blank, plain)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def letters(text: str, scripts: frozenset[str]) -> int:
    """How many letters of these scripts a text has."""
    return sum(len(run) for script in scripts for run in RUNS[script].findall(text))
