"""10:42 is a time, 3:2 a score; 14时05分 has its zero."""

import re
from typing import Final

from langdu.speech.spoken.scanner import Rule, after, before
from langdu.speech.spoken.zh.numbers import cardinal, number
from langdu.speech.spoken.zh.patterns import MEASURE

_TIME: Final = re.compile(
    r"(?P<h>2[0-4]|1[0-9]|0?[0-9])(?P<colon>[:：∶])(?P<m>[0-5][0-9])"
    r"(?:[:：∶](?P<s>[0-5][0-9]))?(?![0-9]|[:：∶][0-9]|\.[0-9])"
)
_RATIO: Final = re.compile(
    r"(?P<a>[0-9]+(?:\.[0-9]+)?)\s?(?P<colon>[:：∶])\s?(?P<b>[0-9]+(?:\.[0-9]+)?)(?![:：∶]?[0-9])"
)
_MINUTE: Final = re.compile(r"0[1-9](?=分)")
_RATIO_BEFORE: Final = re.compile(
    r"(?:比分|[胜负平]|[战击]败|比例|之比|配比|领先|落后|大比分)(?:[为是约在：:\s]|[^\W0-9_]{0,2})$"
)
_RATIO_AFTER: Final = re.compile(
    r"\s?(?:[战获大险完力再]?胜|击败|负|力克|逆转|领先|落后|的?比[分例]|的优势|告负|平|不敌|淘汰|横扫)"
)
_NUMBERED: Final = re.compile("[件表图注例题问案步第章节]$")


def _is_ratio(match: re.Match[str]) -> bool:
    around = _RATIO_BEFORE.search(before(match)) or _RATIO_AFTER.match(after(match))
    return around is not None


def _time(match: re.Match[str]) -> str | None:
    if _is_ratio(match):
        return None
    if match["colon"] == "：" and (
        _NUMBERED.search(before(match)) or re.match(MEASURE, after(match))
    ):
        return None  # 附件1：10个
    words = number(str(int(match["h"])), counted=True) + "点"
    if match["m"] != "00" or match["s"]:
        words += _two(match["m"]) + "分"
    if match["s"]:
        seconds = match["s"]
        words += cardinal(str(int(seconds))) + "秒"
    return words


def _two(figures: str) -> str:
    return ("零" if figures[0] == "0" and figures != "00" else "") + cardinal(str(int(figures)))


def _ratio(match: re.Match[str]) -> str | None:
    if match["colon"] == "：" and not _is_ratio(match):
        return None
    return f"{number(match['a'])}比{number(match['b'])}"


RULES: Final = (
    Rule(_TIME, _time),
    Rule(_RATIO, _ratio),
    Rule(_MINUTE, lambda m: _two(m[0])),
)
