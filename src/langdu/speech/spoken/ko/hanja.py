"""Hanja: a gloss is not read again, and the single characters of headlines are.

No well-kept package has their Korean readings (hanja asks for pytest and coveralls at run time,
hanjadict ships no data), so that longer words in hanja stay as they are.
"""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.scanner import Rule, after, before

#: Countries, parties and offices as headlines shorten them.
_READINGS: Final = MappingProxyType(
    dict(
        zip(
            "美中日北韓英佛獨露與野靑前現故新對反親脫大小男女黨軍檢警車株銀人社發尹李文朴說逆無外內",
            "미중일북한영불독러여야청전현고신대반친탈대소남여당군검경차주은인사발윤이문박설역무외내",
            strict=True,
        )
    )
)
_GLOSS: Final = re.compile(r"\s?[(（〔\[][\u3400-\u9fff·\s]{1,20}[)）〕\]]")
_SINGLE: Final = re.compile("[\u3400-\u9fff]")
_HANJA: Final = re.compile("[\u3400-\u9fff]{2,}")


def _single(match: re.Match[str]) -> str | None:
    if re.match("[\u3400-\u9fff]", after(match)) or re.search("[\u3400-\u9fff]$", before(match)):
        return None
    return _READINGS.get(match[0])


RULES: Final = (
    Rule(_GLOSS, lambda m: "" if re.search("[가-힣]$", before(m)) else None),
    Rule(_SINGLE, _single),
    Rule(_HANJA, lambda m: m[0]),
)
