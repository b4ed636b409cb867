"""Numbers with what they measure: percent, money, units; and every other number."""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.scanner import Rule, after, before
from langdu.speech.spoken.zh.numbers import number
from langdu.speech.spoken.zh.patterns import JOINT, NUMBER, SCALE, is_counted

_CURRENCIES: Final = MappingProxyType(
    {"US$": "美元", "HK$": "港元", "$": "美元", "¥": "元", "RMB": "元", "CNY": "元"}
    | {"€": "欧元", "£": "英镑", "USD": "美元", "EUR": "欧元"}
)
#: Legal units by the names of GB 3100; kg is 公斤 and km 公里, as people say.
_UNITS: Final = MappingProxyType(
    {"km²": "平方公里", "km2": "平方公里", "㎢": "平方公里", "km": "公里", "m²": "平方米", "m2": "平方米"}
    | {"㎡": "平方米", "m³": "立方米", "m3": "立方米", "cm²": "平方厘米", "cm2": "平方厘米", "㎝": "厘米"}
    | {"cm³": "立方厘米", "cm": "厘米", "mm": "毫米", "㎜": "毫米", "nm": "纳米", "μm": "微米", "m": "米"}
    | {"㎞": "公里", "㎏": "公斤", "kg": "公斤", "KG": "公斤", "mg": "毫克", "μg": "微克", "µg": "微克"}
    | {"g": "克", "t": "吨", "ha": "公顷", "ml": "毫升", "mL": "毫升", "L": "升", "l": "升", "KM": "公里"}
    | {"kWh": "千瓦时", "MWh": "兆瓦时", "kW": "千瓦", "KW": "千瓦", "MW": "兆瓦", "GW": "吉瓦", "W": "瓦"}
    | {"kV": "千伏", "V": "伏", "mAh": "毫安时", "Hz": "赫兹", "kHz": "千赫", "MHz": "兆赫", "GHz": "吉赫"}
    | {"dB": "分贝", "hPa": "百帕", "kPa": "千帕", "MPa": "兆帕", "Pa": "帕", "℃": "摄氏度", "°C": "摄氏度"}
    | {"°F": "华氏度", "℉": "华氏度", "°": "度", "kcal": "千卡", "kJ": "千焦", "h": "小时", "min": "分钟"}
    | {"s": "秒"}
)
_PER: Final = MappingProxyType(
    {"km/h": ("小时", "公里"), "m/s": ("秒", "米"), "kg/m³": ("立方米", "公斤"), "mg/L": ("升", "毫克")}
    | {"μg/m³": ("立方米", "微克"), "µg/m³": ("立方米", "微克"), "mg/m³": ("立方米", "毫克")}
    | {"km/s": ("秒", "公里"), "kg/亩": ("亩", "公斤"), "m³/s": ("秒", "立方米")}
)


def _any(words: MappingProxyType[str, str] | MappingProxyType[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_END: Final = "(?![A-Za-z0-9²³])"
_PERCENT: Final = re.compile(rf"(?P<n>{NUMBER})\s?(?P<sign>[%‰])")
#: 10-20%: the sign is that of both.
_PERCENT_SHARED: Final = re.compile(rf"(?P<n>{NUMBER})(?={JOINT}{NUMBER}\s?%)")
_AFTER_PERCENT: Final = re.compile(rf"(?<![0-9.,])[0-9][0-9.,]*{JOINT}$")
_MONEY: Final = re.compile(
    rf"(?:{_any(_CURRENCIES)})\s?(?P<n>{NUMBER})(?P<scale>{SCALE})?(?P<named>元|美元|港元|欧元|英镑)?"
)
_MONEY_AFTER: Final = re.compile(
    rf"(?P<n>{NUMBER})(?P<scale>{SCALE})?\s?(?P<unit>RMB|CNY|USD|EUR)(?![A-Za-z])"
)
_SIGN: Final = re.compile(rf"{_any(_CURRENCIES)}")
_RATE: Final = re.compile(rf"(?P<n>{NUMBER})(?P<scale>{SCALE})?\s?(?P<unit>{_any(_PER)}){_END}")
_UNIT: Final = re.compile(rf"(?P<n>{NUMBER})(?P<scale>{SCALE})?\s?(?P<unit>{_any(_UNITS)}){_END}")
#: A unit after 万 that was read with its number, or one that stands alone.
_UNIT_ALONE: Final = re.compile(rf"(?P<unit>km²|㎢|㎡|m²|m³|℃|°C|℉){_END}")
_PER_WORD: Final = re.compile(r"/(?=[\u4e00-\u9fff])")
_PER_BEFORE: Final = re.compile(r"[0-9万亿千百几][\u4e00-\u9fff²³A-Za-z]{1,4}$")
_FRACTION: Final = re.compile(r"(?P<a>[0-9]{1,3})/(?P<b>[0-9]{1,3})(?![0-9/.])")
_NUMBER: Final = re.compile(NUMBER)


def _amount(match: re.Match[str]) -> str:
    scale = match["scale"] or ""
    return number(match["n"], counted=scale[:1] in tuple("千万亿") or not scale) + scale


def _percent(match: re.Match[str]) -> str:
    words = number(match["n"])
    if match["sign"] == "‰":
        return f"千分之{words}"
    if _AFTER_PERCENT.search(before(match)):
        return words
    return "百分之" + ("百" if match["n"] == "100" else words)


def _money(match: re.Match[str]) -> str:
    sign = match[0][: match.start("n") - match.start()].strip()
    return _amount(match) + (match["named"] or _CURRENCIES[sign])


def _rate(match: re.Match[str]) -> str:
    per, unit = _PER[match["unit"]]
    words = _amount(match) + unit
    ranged = re.search(rf"[0-9]{JOINT}$", before(match))
    return f"{words}每{per}" if ranged else f"每{per}{words}"


def _per(match: re.Match[str]) -> str:
    return "每" if _PER_BEFORE.search(before(match)) else "、"


def _fraction(match: re.Match[str]) -> str:
    above, below = int(match["a"]), int(match["b"])
    if 0 < above < below:
        return f"{number(str(below))}分之{number(str(above))}"
    return f"{number(match['a'])}、{number(match['b'])}"


def _number(match: re.Match[str]) -> str:
    counted = is_counted(match.string, match.start(), match.end())
    if counted and after(match).startswith("两"):
        counted = False  # 二两
    return number(match[0], counted=counted)


RULES: Final = (
    Rule(_PERCENT, _percent),
    Rule(_PERCENT_SHARED, lambda m: f"百分之{number(m['n'])}"),
    Rule(_MONEY, _money),
    Rule(_MONEY_AFTER, lambda m: _amount(m) + _CURRENCIES[m["unit"]]),
    Rule(_RATE, _rate),
    Rule(_UNIT, lambda m: _amount(m) + _UNITS[m["unit"]]),
    Rule(_UNIT_ALONE, lambda m: _UNITS[m["unit"]]),
    Rule(_FRACTION, _fraction),
    Rule(_PER_WORD, _per),
    Rule(_NUMBER, _number),
)
