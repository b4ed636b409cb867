"""Telephone numbers, postal codes, web and mail addresses."""

import re
from typing import Final

from langdu.speech.spoken.addresses import MAIL, URL, host
from langdu.speech.spoken.figures import DASHED, DOTTED
from langdu.speech.spoken.ja.numbers import WORDS
from langdu.speech.spoken.scanner import Rule, before

_PHONE: Final = re.compile(
    r"[(（]?(?P<a>0[0-9]{1,4})(?:[-‐–]|[)）]\s?)(?P<b>[0-9]{1,4})[-‐–](?P<c>[0-9]{3,4})(?![0-9-])"
)
_POST: Final = re.compile(r"〒\s?(?P<a>[0-9]{3})-(?P<b>[0-9]{4})(?![0-9])")
_CALL: Final = re.compile(r"(?P<n>11[02-9]|171|188|189|104)(?:番(?!目|[線地号]|[0-9])|(?=通報))")


def _phone(match: re.Match[str]) -> str | None:
    if re.search(r"[0-9-]$", before(match)):
        return None
    return "、".join(map(WORDS.code, match.group("a", "b", "c")))


def _dotted(address: str) -> str:
    return _said(address).replace(".", " ドット ")


def _said(latin: str) -> str:
    """The figures of a name digit by digit, apart from its letters."""
    return " ".join(re.sub("[0-9]+", lambda m: f" {WORDS.code(m[0])} ", latin).split())


def _start(match: re.Match[str]) -> bool:
    return not re.search(r"[A-Za-z0-9.@_-]$", before(match))


def _mail(match: re.Match[str]) -> str | None:
    words = f"メール、{_said(match['name'])} アットマーク {_dotted(host(match))}"
    return words if _start(match) else None


def _url(match: re.Match[str]) -> str | None:
    if not _start(match):
        return None
    named = match["bare"] is not None  # example.org in a sentence is a name
    return ("" if named else "リンク、") + _dotted(host(match))


def _call(match: re.Match[str]) -> str | None:
    """110番 and 119番 are numbers by custom, the others figures."""
    if re.search(r"(?:第|[0-9.,])$", before(match)):
        return None
    figures = match["n"]
    return (WORDS.cardinal if figures in ("110", "119") else WORDS.code)(figures) + "番"


RULES: Final = (
    Rule(MAIL, _mail),
    Rule(URL, _url),
    Rule(_POST, lambda m: f"郵便番号、{WORDS.code(m['a'])}、{WORDS.code(m['b'])}"),
    Rule(_PHONE, _phone),
    Rule(DOTTED, lambda m: "点".join(map(WORDS.code, m[0].split(".")))),
    Rule(DASHED, lambda m: "、".join(map(WORDS.code, m[0].split("-")))),
    Rule(_CALL, _call),
)
