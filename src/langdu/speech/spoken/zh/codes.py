"""Figures that are names, read one by one: telephone numbers (with 幺), post codes, routes."""

import re
from typing import Final

from langdu.speech.spoken.scanner import Rule, after, before
from langdu.speech.spoken.zh.numbers import PHONE, cardinal, digits, number
from langdu.speech.spoken.zh.patterns import MEASURE, SCALE

_MOBILE: Final = re.compile(
    r"(?P<a>1[3-9][0-9])[-\s]?(?P<b>[0-9]{4})[-\s]?(?P<c>[0-9]{4})(?![0-9]|[-.][0-9])"
)
_LANDLINE: Final = re.compile(
    r"(?:[（(](?P<x>0[0-9]{2,3})[)）]\s?|(?P<a>0[0-9]{2,3})\s?[-—–]\s?)(?P<b>[0-9]{7,8})"
    r"(?:[-—转](?P<c>[0-9]{1,5}))?(?![0-9])"
)
_FREE: Final = re.compile(r"(?P<a>[48]00)-(?P<b>[0-9]{3,4})-(?P<c>[0-9]{3,4})(?![0-9-])")
_FIGURES: Final = re.compile(r"[0-9]{3,}(?:-[0-9]{3,})*(?![0-9.,])")
_CALL_BEFORE: Final = re.compile(
    r"(?:电话|热线|手机|传真|拨打|致电|拨|打|呼叫|报警)(?:号码|号)?[：:为是“【「\s]{0,3}"
    r"(?:[0-9-]{3,12}\s?[、/，,或和]\s?)?$"
)
_CALL_AFTER: Final = re.compile(
    "[”】」]?(?:热线|电话|专线|客服|政务服务便民|便民|报警|急救|消防|火警|指挥中心|接警|民警|网站|平台)"
)
_CODE_BEFORE: Final = re.compile(
    r"(?:编号|代码|邮编|邮政编码|证号|许可证|备案号|号码|账号|帐号|卡号|尾号|密码|验证码|编码|单号|序列号|QQ群?|微信群?|群号"
    r"|波音|空客|空中客车)[号码：:为是“\s-]{0,3}$"
)
#: GB/T 19001-2016
_STANDARD: Final = re.compile(
    r"(?P<body>(?:GBZ?|DB|ISO|IEC|HJ|NY|YY|JG[JT]|JT[GJ]?|CJJ?|SL|QB)[0-9]{0,2}(?P<t>/[TZ])?)\s?"
    r"(?P<n>[0-9]{3,6}(?:\.[0-9]{1,3})?)(?:\s?[-—–]\s?(?P<y>[0-9]{4})|)(?![0-9.-])"
)
#: +86-731-88822222
_ABROAD: Final = re.compile(
    r"\+(?:86(?:[-\s]?[(（]?[0-9]{2,11}[)）]?){1,4}|[0-9]{1,3}(?:-[0-9]{2,11}){1,4})(?![0-9-])"
)
_ROAD_AFTER: Final = re.compile(
    r"(?:线|[国省县乡]道|(?:[\u4e00-\u9fff]{1,4}|（[\u4e00-\u9fff]{1,6}）)?(?:高速|公路))"
)
#: 985工程, 985、211高校
_SCHEME: Final = re.compile(
    r"[1-9][0-9][1-9](?=(?:[、/和与][1-9][0-9][1-9])?[”」]?(?:工程|计划|高校|院校|大学))"
)
_ROUTE: Final = re.compile(r"[0-9]{3,4}(?=[国省县乡]道|路(?![人程面段途])|次(?:列车|航班|高铁))")
#: Numbers that everybody knows as those of services.
_SERVICE: Final = re.compile(
    rf"(?:12306|12315|12320|12333|12348|12369|12388)"
    rf"(?![0-9.,个])(?!\s?(?:{MEASURE}|{SCALE}|[余多几%]))"
)
_ROOM: Final = re.compile(r"[0-9]{3,4}(?=室|房间|号房)")
_PLATE: Final = re.compile(r"(?<=[\u4e00-\u9fff][A-Z])[·•.]?(?=[0-9A-Z]{5}(?![0-9A-Z]))")
_QUOTED: Final = re.compile("[0-9]{3}(?=[”」』])")
_BORN: Final = re.compile(r"[0-9][05](?=(?:[、和与至到][0-9][05])?后(?![面来天年续期台者方勤]))")
_CHAIN: Final = re.compile(r"[0-9]+(?:-[0-9]+){2,}")
_LONG: Final = re.compile(r"[0-9]{10,}(?:[Xx](?![A-Za-z]))?")
_DOTTED: Final = re.compile(r"[0-9]+(?:\.[0-9]+){2,}")
_AFTER_LETTERS: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?(?!\.[0-9])")
_NUMBERED: Final = re.compile("(?:[图表式例题]|附件)[0-9]+$")


def _call(figures: str) -> str:
    return digits(figures, PHONE)


def _groups(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return "，".join(_call(groups[name]) for name in "xabc" if groups.get(name))


def _figures(match: re.Match[str]) -> str | None:
    if len(match[0]) <= 13 and (
        _CALL_BEFORE.search(before(match)) or _CALL_AFTER.match(after(match))
    ):
        return "，".join(map(_call, match[0].split("-")))
    if _CODE_BEFORE.search(before(match)):
        return "杠".join(map(digits, match[0].split("-")))
    return None


def _long(match: re.Match[str]) -> str | None:
    """So many figures are a code, unless they are round."""
    counts = len(match[0]) < 12 and re.match(rf"\s?(?:{MEASURE}|{SCALE}|[余多%])", after(match))
    if match[0].endswith("0000") or counts:
        return None
    return digits(match[0]) + ("X" if match[0][-1] in "Xx" else "")


def _after_letters(match: re.Match[str]) -> str | None:
    """C919 and 京A·12345 one by one, A4 and PM2.5 as numbers."""
    if re.search(r"[\u4e00-\u9fff][A-Z][·•.]$", before(match)):
        return digits(match[0])
    if not re.search("(?<![0-9][TxX])(?<=[A-Za-z])-?$", before(match)):
        return None
    whole = match[0].partition(".")[0]
    if re.search("(?<![A-Za-z0-9])[GSXY]$", before(match)) and _ROAD_AFTER.match(after(match)):
        return digits(match[0])  # G60沪昆高速
    return digits(whole) if len(whole) > 2 and whole == match[0] else number(match[0])


def _abroad(match: re.Match[str]) -> str | None:
    if re.search("[0-9A-Za-z]$", before(match)):
        return None
    first, *others = re.findall(r"86(?=[0-9]{9,11})|[0-9]+", match[0])
    return "，".join(["加" + digits(first), *map(_call, others)])


def _standard(match: re.Match[str]) -> str | None:
    if re.search(r"[A-Za-z]$|[0-9]\s?$", before(match)):
        return None
    letters = " ".join(
        char if char.isalpha() else digits(char) for char in match["body"] if char != "/"
    )
    number_ = "点".join(map(digits, match["n"].split(".")))
    return f"{letters} {number_}" + (f"杠{digits(match['y'])}" if match["y"] else "")


def _dotted(match: re.Match[str]) -> str:
    """Four numbers are the address of a machine, one by one; others are a version."""
    parts = match[0].split(".")
    address = len(parts) == 4 and any(len(part) == 3 for part in parts)
    return "点".join(map(digits if address else cardinal, parts))


#: 京ICP备05022684号-3
_FILED: Final = re.compile("(?P<n>[0-9]{6,14})号(?:-(?P<m>[0-9]{1,2}))?")


def _filed(match: re.Match[str]) -> str | None:
    if not re.search(r"备\s?$", before(match)):
        return None
    return digits(match["n"]) + "号" + (f"杠{digits(match['m'])}" if match["m"] else "")


#: B1-20060139
_SERIAL: Final = re.compile("(?P<a>[A-Z]{1,3})(?P<b>[0-9]{1,3})-(?P<c>[0-9]{5,})(?![0-9-])")


def _serial(match: re.Match[str]) -> str | None:
    if re.search("[A-Za-z0-9]$", before(match)):
        return None
    return f"{' '.join(match['a'])}{digits(match['b'])}杠{digits(match['c'])}"


RULES: Final = (
    Rule(_SERIAL, _serial),
    Rule(_FILED, _filed),
    Rule(_STANDARD, _standard),
    Rule(_ABROAD, _abroad),
    Rule(_MOBILE, _groups),
    Rule(_LANDLINE, _groups),
    Rule(_FREE, _groups),
    Rule(_FIGURES, _figures),
    Rule(_SERVICE, lambda m: None if re.search("[A-Z·]$", before(m)) else _call(m[0])),
    Rule(_LONG, _long),
    Rule(_CHAIN, lambda m: "杠".join(map(digits, m[0].split("-")))),
    Rule(_ROOM, lambda m: digits(m[0])),
    Rule(_PLATE, lambda m: "" if m[0] else None),
    Rule(_QUOTED, lambda m: digits(m[0]) if before(m)[-1:] in tuple("“「『") else None),
    Rule(_BORN, lambda m: digits(m[0])),
    Rule(_SCHEME, lambda m: digits(m[0])),
    Rule(_ROUTE, lambda m: digits(m[0])),
    Rule(_DOTTED, _dotted),
    Rule(_AFTER_LETTERS, _after_letters),
    Rule(re.compile("[-—](?=[0-9])"), lambda m: "杠" if _NUMBERED.search(before(m)) else None),
)
