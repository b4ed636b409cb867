"""Telephone numbers, web and mail addresses."""

import re
from typing import Final

from langdu.speech.spoken.addresses import MAIL, URL, host
from langdu.speech.spoken.figures import DASHED, DOTTED
from langdu.speech.spoken.ru.numbers import cardinal, spelled
from langdu.speech.spoken.scanner import Rule, before

_SEP: Final = r"[\s\u00a0-]?"
_PHONE: Final = re.compile(
    rf"(?P<trunk>\+7|8){_SEP}\(?(?P<area>[0-9]{{3}})\)?{_SEP}(?P<a>[0-9]{{3}}){_SEP}(?P<b>[0-9]{{2}}){_SEP}"
    r"(?P<c>[0-9]{2})(?![0-9])"
)
_ABROAD: Final = re.compile(r"\+(?P<n>[0-9]{1,3}(?:[\s-][0-9]{2,4}){2,4})(?![0-9-])")


def _phone(match: re.Match[str]) -> str | None:
    if re.search(r"[0-9.,-]$", before(match)):
        return None
    trunk = "плюс семь" if match["trunk"] == "+7" else "восемь"
    return ", ".join([trunk, *map(_part, match.group("area", "a", "b", "c"))])


def _part(figures: str) -> str:
    """The figures of a telephone number are read as numbers; zeros in front are said."""
    zeros = len(figures) - len(figures.lstrip("0"))
    rest = [cardinal(figures[zeros:])] if zeros < len(figures) else []
    return " ".join(["ноль"] * zeros + rest)


def _dotted(address: str) -> str:
    return _said(address).replace(".", " точка ")


def _said(latin: str) -> str:
    """The figures of a name digit by digit, apart from its letters."""
    return " ".join(re.sub("[0-9]+", lambda m: f" {spelled(m[0])} ", latin).split())


def _start(match: re.Match[str]) -> bool:
    return not re.search(r"[A-Za-z0-9.@_-]$", before(match))


def _mail(match: re.Match[str]) -> str | None:
    words = f"почта, {_said(match['name'])} собака {_dotted(host(match))}"
    return words if _start(match) else None


def _url(match: re.Match[str]) -> str | None:
    if not _start(match):
        return None
    named = match["bare"] is not None  # example.org in a sentence is a name
    return ("" if named else "ссылка, ") + _dotted(host(match))


RULES: Final = (
    Rule(MAIL, _mail),
    Rule(URL, _url),
    Rule(_PHONE, _phone),
    Rule(DOTTED, lambda m: " точка ".join(map(cardinal, m[0].split(".")))),
    Rule(DASHED, lambda m: ", ".join(map(_part, m[0].split("-")))),
    Rule(_ABROAD, lambda m: "плюс " + ", ".join(map(_part, re.split(r"[\s-]", m["n"])))),
)
