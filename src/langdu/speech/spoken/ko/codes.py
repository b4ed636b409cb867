"""Telephone numbers, emergency calls, names with numbers, web and mail addresses."""

import re
from typing import Final

from langdu.speech.spoken.addresses import MAIL, URL, host
from langdu.speech.spoken.figures import DASHED, DOTTED
from langdu.speech.spoken.ko.numbers import WORDS
from langdu.speech.spoken.scanner import Rule, before

_PHONE: Final = re.compile(
    r"(?:\(?(?P<area>0[0-9]{1,2})\)?[-\s)]\s?(?P<a>[0-9]{3,4})[-\s.]|(?P<short>1[0-9]{3})-)(?P<b>[0-9]{4})"
    "(?![0-9-])"
)
_CALL: Final = re.compile(
    r"(?P<n>1[0-9]{2})(?=(?:에|로|으로)?\s?(?:신고|구급|소방|상담|구조|센터|전화))"
)
#: 세종대로 110-3, 동선동 114-1
_LOT: Final = re.compile(r"(?P<a>[0-9]{1,4})-(?P<b>[0-9]{1,3})(?![0-9-]|\s?[명개일년월원%])")
_STREET: Final = re.compile(r"[가-힣0-9](?:로|길|동|리|가|번지)\s$")
_VIRUS: Final = re.compile(r"-?19(?![0-9])")


def _phone(match: re.Match[str]) -> str | None:
    if re.search(r"[0-9-]$", before(match)):
        return None
    parts = [match["area"], match["a"], match["short"], match["b"]]
    return ", ".join(WORDS.code(part) for part in parts if part)


def _dotted(address: str) -> str:
    return _said(address).replace(".", " 점 ")


def _said(latin: str) -> str:
    """The figures of a name digit by digit, apart from its letters."""
    return " ".join(re.sub("[0-9]+", lambda m: f" {WORDS.code(m[0])} ", latin).split())


def _start(match: re.Match[str]) -> bool:
    return not re.search(r"[A-Za-z0-9.@_-]$", before(match))


def _url(match: re.Match[str]) -> str | None:
    if not _start(match):
        return None
    named = match["bare"] is not None  # example.org in a sentence is a name
    return ("" if named else "링크, ") + _dotted(host(match))


def _lot(match: re.Match[str]) -> str | None:
    if not _STREET.search(before(match)):
        return None
    return f"{WORDS.cardinal(match['a'])} 다시 {WORDS.cardinal(match['b'])}"


RULES: Final = (
    Rule(
        MAIL, lambda m: f"메일, {_said(m['name'])} 골뱅이 {_dotted(host(m))}" if _start(m) else None
    ),
    Rule(URL, _url),
    Rule(_PHONE, _phone),
    Rule(_LOT, _lot),
    Rule(DOTTED, lambda m: " 점 ".join(map(WORDS.cardinal, m[0].split(".")))),
    Rule(DASHED, lambda m: ", ".join(map(WORDS.code, m[0].split("-")))),
    Rule(_CALL, lambda m: WORDS.code(m["n"]) if not re.search("[0-9.,]$", before(m)) else None),
    Rule(_VIRUS, lambda m: "일구" if before(m).endswith("코로나") else None),
)
