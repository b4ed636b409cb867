"""Years, months and days: 2019年 · 2019-2021年 · 2020-03-30 · “3·15”."""

import re
from typing import Final

from langdu.speech.spoken.scanner import Rule, after, before
from langdu.speech.spoken.zh.numbers import cardinal, digits
from langdu.speech.spoken.zh.patterns import JOINT, MEASURE, OPENING, SCALE

_YEAR: Final = r"(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})"
_MONTH: Final = r"(?:1[0-2]|0?[1-9])"
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_ISO: Final = re.compile(
    rf"(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>{_MONTH})(?P=s)(?P<d>{_DAY})(?![0-9]|[-/.][0-9])"
    r"(?:T|\s*)(?=[0-2]?[0-9][:：][0-5][0-9])"
    rf"|(?P<y2>{_YEAR})(?P<s2>[-/.])(?P<m2>{_MONTH})(?P=s2)(?P<d2>{_DAY})(?![0-9]|[-/.][0-9])"
)
_MONTH_OF: Final = re.compile(rf"(?P<y>{_YEAR})[-/](?P<m>0[1-9]|1[0-2])(?![0-9]|[-/.][0-9]|年)")
#: A year, with those after it as far as 年 or its like: 2019-2021年, 2019、2020年.
_NAMED: Final = re.compile(
    rf"(?P<y>{_YEAR})(?=(?:{JOINT}{_YEAR})*\s?(?:年(?![级间])|届|[级版](?!台阶)|财年|学年|赛季))"
)
_AGES: Final = re.compile(r"\s?年\s?(?:的|悠久|多)*(?:历史|文明|之久|古)")
_ERA: Final = re.compile(r"[0-9]{1,4}(?=\s?年)")
_SHORT: Final = re.compile(rf"[0-9]{{2}}(?=年{_MONTH}月)")
_ALONE: Final = re.compile(
    rf"(?P<y>(?:19|20)[0-9]{{2}})(?![0-9.,:：%％‰/-]|\s?(?:{MEASURE}|{SCALE}|[余多几年]|[A-Za-z℃°²㎡]))"
)
#: ’98抗洪
_CLIPPED: Final = re.compile(
    rf"['’](?P<y>[0-9]{{2}})(?=年|[\u4e00-\u9fff]{{2}})(?!\s?(?:{MEASURE}|{SCALE}|[余多几岁]))"
)
#: 2019-2021: without 年, but nothing else goes from one year to a later one.
_SPAN: Final = re.compile(
    rf"(?P<y>(?:19|20)[0-9]{{2}})\s?[-—–~]\s?(?P<z>(?:19|20)[0-9]{{2}})(?![0-9.,:：%‰/-]|\s?(?:{MEASURE}|{SCALE}|[余多几年届]))"
)
#: 05月25日
_ZERO: Final = re.compile("0(?P<n>[1-9])(?=[月日])")
#: 2024 / 中国, and 2024全国两会, but 2000左右.
_NAMING: Final = re.compile(
    r"(?!左右|上下|以[上下内外]|之[间内]|[号元款型路]|不[到足等])(?:\s?/\s)?[\u4e00-\u9fff]{2}"
)
_SLASH: Final = re.compile(rf"(?P<m>{_MONTH})/(?P<d>{_DAY})(?![0-9/])")
_COMPACT: Final = re.compile(
    r"(?P<y>19[0-9]{2}|20[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9.,-])"
    rf"(?!\s?(?:{MEASURE}|{SCALE}|[余多几年%]))"
)
_HOLIDAY: Final = re.compile(
    r"[0-9]{1,2}\.[0-9]{1,2}(?=劳动节|国庆|妇女节|青年节|儿童节|建党节|建军节)"
)
_EVENT: Final = re.compile(r"(?P<m>[0-9]{1,2})[·•・](?P<d>[0-9]{1,2})(?![0-9])")


def _iso(match: re.Match[str]) -> str:
    year, month, day = (match[name] or match[name + "2"] for name in "ymd")
    return _date(year, month, day)


def _date(year: str, month: str, day: str) -> str:
    return f"{digits(year)}年{cardinal(str(int(month)))}月{cardinal(str(int(day)))}日"


def _compact(match: re.Match[str]) -> str:
    return _date(match["y"], match["m"], match["d"])


def _named(match: re.Match[str]) -> str | None:
    if match["y"].endswith("00") and _AGES.match(match.string, match.end()):
        return None
    return digits(match["y"])


def _era(match: re.Match[str]) -> str | None:
    return digits(match[0]) if re.search(r"公元前?\s?$|(?<!公)元前$", before(match)) else None


def _short(match: re.Match[str]) -> str | None:
    return None if before(match)[-1:].isdecimal() else digits(match[0])


def _alone(match: re.Match[str]) -> str | None:
    """A year before a name is its own: 《2020…》, 〔2019〕, 2020东京奥运会, 聚焦2024全国两会."""
    left = before(match)
    recent = "1990" <= match["y"] <= "2039"
    named = (
        (recent or not left) and not re.search("[!-~]$|第$", left) and _NAMING.match(after(match))
    )
    return digits(match["y"]) if named or left[-1:] in tuple(OPENING) else None


def _span(match: re.Match[str]) -> str | None:
    if before(match)[-1:].isdecimal() or match["y"] >= match["z"]:
        return None
    return f"{digits(match['y'])}到{digits(match['z'])}"


def _slash(match: re.Match[str]) -> str | None:
    dated = re.search(r"(?:截[至止]|日期|时间|[于在至])[：:为\s]?$", before(match))
    if not dated and not re.match(r"\s?(?:[前后起]|星期|周[一二三四五六日])", after(match)):
        return None
    return f"{cardinal(str(int(match['m'])))}月{cardinal(str(int(match['d'])))}日"


RULES: Final = (
    Rule(_ISO, _iso),
    Rule(_MONTH_OF, lambda m: f"{digits(m['y'])}年{cardinal(str(int(m['m'])))}月"),
    Rule(_NAMED, _named),
    Rule(_ERA, _era),
    Rule(_SHORT, _short),
    Rule(_SPAN, _span),
    Rule(_ZERO, lambda m: None if before(m)[-1:].isdecimal() else cardinal(m["n"])),
    Rule(_ALONE, _alone),
    Rule(_CLIPPED, lambda m: None if before(m)[-1:].isalnum() else digits(m["y"])),
    Rule(_SLASH, _slash),
    Rule(_COMPACT, _compact),
    Rule(_HOLIDAY, lambda m: digits(m[0])),
    Rule(_EVENT, lambda m: digits(m[0])),
)
