"""10:42 is a time, 3:2 a score; 14时05分 has its zero."""

import re
from typing import Final

from langdu.speech.spoken.scanner import Rule, after, before
from langdu.speech.spoken.zh.numbers import cardinal, digits, number
from langdu.speech.spoken.zh.patterns import MEASURE

_TIME: Final = re.compile(
    r"(?P<h>2[0-4]|1[0-9]|0?[0-9])(?P<colon>[:：∶])(?P<m>[0-5][0-9])"
    r"(?:[:：∶](?P<s>[0-5][0-9]))?(?![0-9]|[:：∶][0-9]|\.[0-9])"
)
_RATIO: Final = re.compile(
    r"(?P<a>[0-9]+(?:\.[0-9]+)?)\s?(?P<colon>[:：∶])\s?(?P<b>[0-9]+(?:\.[0-9]+)?)(?![:：∶]?[0-9])"
)
#: 3:2:1, where no time has been found.
_SHARES: Final = re.compile(r"[0-9]{1,6}(?:\s?[:：∶]\s?[0-9]{1,6}){2,5}(?![:：∶]?[0-9])")
#: 3-0: a score only beside words of sport.
_SCORE: Final = re.compile(r"(?P<a>[0-9]{1,3})[-—–](?P<b>[0-9]{1,3})(?![0-9%年月日:：/.-])")
_WON_AFTER: Final = re.compile(
    r".{0,12}?(?:胜(?!任|利)|击败|打败|击退|力克|逆转|告负|不敌|淘汰|横扫|落败|获胜|战平|夺冠|拿下|结束|收官)"
)
_MINUTE: Final = re.compile(r"0[1-9](?=分)")
_RATIO_BEFORE: Final = re.compile(
    r"(?:比分|[胜负平]|[战击]败|比例|之比|配比|领先|落后|大比分)(?:[为是约在：:\s]|[^\W0-9_]{0,2})$"
)
_RATIO_AFTER: Final = re.compile(
    r"\s?(?:[战获大险完力再]?胜|击败|负(?!责|债|担|面|荷|增|数)|力克|逆转|领先|落后|的?比[分例]|的优势|告负|平(?![方均米整])|不敌|淘汰|横扫)"
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
    return _ratio_of(match)


def _score(match: re.Match[str]) -> str | None:
    with_ = before(match)[-1:] in ("以", "分") and _WON_AFTER.match(after(match))
    return _ratio_of(match) if with_ or _is_ratio(match) else None


def _ratio_of(match: re.Match[str]) -> str:
    return f"{number(match['a'])}比{number(match['b'])}"


#: 9秒83: hundredths of a second are decimals.
_HUNDREDTHS: Final = re.compile("[0-9]{2}(?![0-9分秒个%])")


RULES: Final = (
    Rule(_HUNDREDTHS, lambda m: digits(m[0]) if re.search("[0-9]秒$", before(m)) else None),
    Rule(_TIME, _time),
    Rule(_RATIO, _ratio),
    Rule(_SHARES, lambda m: "比".join(map(number, re.findall("[0-9]+", m[0])))),
    Rule(_SCORE, _score),
    Rule(_MINUTE, lambda m: _two(m[0])),
)
