"""the website example dot com: the host of a web address; a mail address whole."""

import re
from typing import Final

from langdu.speech.spoken.addresses import MAIL, URL, host
from langdu.speech.spoken.en.numbers import digits
from langdu.speech.spoken.scanner import Rule, before

_NAMED: Final = re.compile(r"(?:website|site|address|URL|at)(?:\sis)?:?\s$", re.IGNORECASE)


def _url(match: re.Match[str]) -> str | None:
    left = before(match)
    if re.search(r"[A-Za-z0-9.@_-]$", left):
        return None
    name = _said(host(match))
    if not name:
        return None
    return name if _NAMED.search(left) else f"the website {name}"


def _mail(match: re.Match[str]) -> str | None:
    if re.search(r"[A-Za-z0-9.@_-]$", before(match)):
        return None
    name = re.sub("[A-Z]{2,}", lambda m: " ".join(m[0]), match["name"])
    return f"{_said(name)} at {_said(host(match))}"


def _said(text: str) -> str:
    words = re.sub("[0-9]+", lambda m: f" {digits(m[0])} ", text)
    words = re.sub(r"\s+(?=-|$)|(?<=-)\s+", "", words)
    return " ".join(words.replace(".", " dot ").split())


RULES: Final = (Rule(MAIL, _mail), Rule(URL, _url))
