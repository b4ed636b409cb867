"""Signs between and before figures: ranges, negative numbers, sums, comparisons."""

import re
from types import MappingProxyType
from typing import Final
from unicodedata import normalize

from langdu.speech.spoken.scanner import Rule, after, before
from langdu.speech.spoken.zh.numbers import cardinal
from langdu.speech.spoken.zh.patterns import JOINT, NUMBER

_DASH: Final = "[-—–~〜]"
#: Words of a time of day or a day after which a range may go on: 8:00-晚上10:00.
_OF_DAY: Final = "(?:次日|翌日|当[日天]|第二天)?(?:凌晨|清晨|早[上晨]?|[上中下]午|傍晚|晚[上间]?)?"
_RANGE: Final = re.compile(rf"\s?(?:——|{_DASH})\s?(?={_OF_DAY}[0-9]|[-+]?[0-9¥$€£第])")
_RANGE_BEFORE: Final = re.compile(
    r"(?:[0-9%‰℃°²³㎡′″]|[0-9万亿][年月日号时点分秒度元个人天岁米层届期章条页级万亿千百吨亩斤]|[0-9][A-Za-z]{1,3})$"
)
_MINUS: Final = re.compile(rf"-(?=\s?{NUMBER}\s?[=＝])")
_SIGN: Final = re.compile(r"-(?=[0-9])")
_CODE: Final = re.compile(r"-(?=[0-9])")
_DEGREES: Final = rf"[0-9.]{{1,8}}(?:{JOINT}[-+]?[0-9.]{{1,8}})?\s?"
_COLD: Final = re.compile(rf"{_DEGREES}(?:℃|°C|摄氏度)")
_COLD_DEGREES: Final = re.compile(rf"{_DEGREES}度")
_COLD_WORD: Final = re.compile(r"(?:气温|温度|零下|最低|最高)(?:[为是在达到降至约]|\s){0,3}$")
_SUM: Final = re.compile(r"\s?(?P<sign>[+=×÷*])\s?(?=[0-9A-Za-z(（])")
_COMPARED: Final = re.compile(r"\s?(?P<sign>[<>≥≤≈±≦≧])\s?=?(?=\s?[-+]?[0-9])")
_WORDS: Final = MappingProxyType(
    {"+": "加", "=": "等于", "×": "乘", "÷": "除以", "*": "乘", "<": "小于", ">": "大于"}
    | {
        "≥": "大于等于",
        "≤": "小于等于",
        "≧": "大于等于",
        "≦": "小于等于",
        "≈": "约等于",
        "±": "正负",
    }
)
_POWER: Final = re.compile("[²³]")
#: 4x100
_BY: Final = re.compile(r"\s?[xX]\s?(?=[0-9])")
_AND: Final = re.compile(r"\s?&\s?(?=\S)")
_VULGAR: Final = re.compile("[¼½¾⅐-⅞]")
_ANGLES: Final = MappingProxyType({"′": "分", "″": "秒"})
_OTHERS: Final = MappingProxyType({"%": "百分号", "‰": "千分号", "°": "度", "+": "加", "×": "乘"})


def _range(match: re.Match[str]) -> str | None:
    return "到" if _RANGE_BEFORE.search(before(match)) else None


def _minus(match: re.Match[str]) -> str | None:
    return "减" if re.search(r"[0-9]\s?$", before(match)) else None


def _negative(match: re.Match[str]) -> str | None:
    left = before(match)
    if re.search("[A-Za-z]$", left):
        return ""  # COVID-19
    cold = _COLD.match(after(match)) or (
        _COLD_WORD.search(left) and _COLD_DEGREES.match(after(match))
    )
    if cold:
        return "" if left.endswith("零下") else "零下"
    if not re.search(r"[\u4e00-\u9fff]$", left):
        return "负"
    amount = re.match(rf"{NUMBER}\s?(?:%|度|[万亿])", after(match))
    return "负" if amount or left[-1] in "为是至到约达了于" else ""  # 歼-20 is a name


def _sum(match: re.Match[str]) -> str | None:
    left = before(match)
    if match["sign"] == "+" and not re.search(r"[\w)）]$", left):
        return "正"
    if not re.search(r"[0-9A-Za-z)）²³\u4e00-\u9fff%]$", left):
        return None
    if match["sign"] in "*" and not re.search("[0-9]$", left):
        return None
    return _WORDS[match["sign"]]


def _power(match: re.Match[str]) -> str:
    return "平方" if match[0] == "²" else "立方"


def _vulgar(match: re.Match[str]) -> str:
    above, below = normalize("NFKC", match[0]).split("⁄")
    return f"{cardinal(below)}分之{cardinal(above)}"


#: 周一-周五
_DAYS: Final = re.compile(
    rf"\s?(?:——|{_DASH})\s?(?=(?:周|星期)[一二三四五六日天]|[一二三四五六七八九十]{{1,2}}月)"
)
_DAYS_BEFORE: Final = re.compile("(?:(?:周|星期)[一二三四五六日天]|[一二三四五六七八九十]月)$")


RULES: Final = (
    Rule(_MINUS, _minus),
    Rule(_RANGE, _range),
    Rule(_DAYS, lambda m: "到" if _DAYS_BEFORE.search(before(m)) else None),
    Rule(_SIGN, _negative),
    Rule(_SUM, _sum),
    Rule(_BY, lambda m: "乘" if re.search(r"[0-9][米m厘毫]?$", before(m)) else None),
    Rule(_COMPARED, lambda m: _WORDS[m["sign"]]),
    Rule(_POWER, _power),
    Rule(_VULGAR, _vulgar),
    Rule(re.compile("[′″]"), lambda m: _ANGLES[m[0]] if before(m)[-1:].isdecimal() else None),
    Rule(re.compile(r"\s?@\s?"), lambda m: "艾特"),
    Rule(_AND, lambda m: "和" if re.search(r"\S$", before(m)) else None),
    Rule(re.compile("[%‰°+×]"), lambda m: _OTHERS[m[0]]),
)
