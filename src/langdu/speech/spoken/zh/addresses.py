"""网址 example点cn: the host of a web address; a mail address whole."""

import re
from typing import Final

from langdu.speech.spoken.addresses import MAIL, URL, host
from langdu.speech.spoken.scanner import Rule, before
from langdu.speech.spoken.zh.letters import spelled
from langdu.speech.spoken.zh.numbers import digits

_WEB: Final = re.compile(r"(?:网址|网站|地址|官网|链接)(?:[：:为是]|\s)*$")
_MAIL: Final = re.compile(r"(?:邮箱|邮件|电邮|[Ee]-?mail|信箱|地址)(?:[：:为是]|\s)*$")


def _url(match: re.Match[str]) -> str | None:
    left = before(match)
    if re.search(r"(?:[A-Za-z0-9.@_-]|艾特)$", left):
        return None
    name = _said(host(match))
    if not name:
        return None
    return name if _WEB.search(left) else f"网址 {name}"


def _mail(match: re.Match[str]) -> str | None:
    left = before(match)
    if re.search(r"[A-Za-z0-9.@_-]$", left):
        return None
    name = re.sub("[A-Z]{2,}", lambda m: spelled(m[0]), match["name"])
    words = f"{_said(name)}艾特{_said(host(match))}"
    return words if _MAIL.search(left) else f"邮箱 {words}"


def _said(text: str) -> str:
    """Figures one by one, and its dots, of which engines say nothing."""
    return re.sub("[0-9]+", lambda m: digits(m[0]), text).replace(".", "点")


RULES: Final = (Rule(MAIL, _mail), Rule(URL, _url))
