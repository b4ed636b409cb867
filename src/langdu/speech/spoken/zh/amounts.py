"""Numbers with what they measure: percent, money, units; and every other number."""

import re
from typing import Final

from langdu.speech.spoken.scanner import Rule, after, before
from langdu.speech.spoken.zh.numbers import number
from langdu.speech.spoken.zh.patterns import JOINT, NUMBER, SCALE, WHOLE, is_counted
from langdu.speech.spoken.zh.units import CURRENCIES, PER, UNITS, any_of

_END: Final = "(?![A-Za-z0-9²³])"
_PERCENT: Final = re.compile(rf"(?P<n>{NUMBER})\s?(?P<sign>[%‰])")
#: 10-20%: the sign is that of both.
_PERCENT_SHARED: Final = re.compile(rf"(?P<n>{NUMBER})(?={JOINT}{NUMBER}\s?%)")
_AFTER_PERCENT: Final = re.compile(rf"(?<![0-9.,])[0-9][0-9.,]*{JOINT}$")
_MONEY: Final = re.compile(
    rf"(?:{any_of(CURRENCIES)})\s?(?P<n>{NUMBER})(?P<scale>{SCALE})?(?P<named>元|美元|港元|欧元|英镑)?"
)
_MONEY_AFTER: Final = re.compile(
    rf"(?P<n>{NUMBER})(?P<scale>{SCALE})?\s?(?P<unit>RMB|CNY|USD|EUR)(?![A-Za-z])"
)
_SIGN: Final = re.compile(rf"{any_of(CURRENCIES)}")
_RATE: Final = re.compile(rf"(?P<n>{NUMBER})(?P<scale>{SCALE})?\s?(?P<unit>{any_of(PER)}){_END}")
_UNIT: Final = re.compile(rf"(?P<n>{NUMBER})(?P<scale>{SCALE})?\s?(?P<unit>{any_of(UNITS)}){_END}")
#: A unit after 万 that was read with its number, or one that stands alone.
_UNIT_ALONE: Final = re.compile("(?P<unit>km²|㎢|㎡|m²|m³|℃|℉)")
_SLASH: Final = re.compile(r"/{1,8}(?P<word>(?=[\u4e00-\u9fff]))?")
_WHOLE_MONEY: Final = re.compile(rf"(?P<n>{WHOLE})\.00(?=元)")
_UNIT_AFTER: Final = re.compile(rf"(?<=[余多])\s?(?P<unit>{any_of(UNITS)}){_END}")
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
    return _amount(match).removesuffix("点零零") + (match["named"] or CURRENCIES[sign])


def _rate(match: re.Match[str]) -> str:
    per, unit = PER[match["unit"]]
    words = _amount(match) + unit
    if re.search("(?:时速|流速|风速)[为达约是]?$", before(match)):
        return words
    ranged = re.search(rf"[0-9]{JOINT}$", before(match))
    return f"{words}每{per}" if ranged else f"每{per}{words}"


def _per(match: re.Match[str]) -> str:
    """元/吨 is 元每吨; another slash is a pause."""
    per = match["word"] is not None and _PER_BEFORE.search(before(match))
    return "每" if per else "、"


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
    Rule(_MONEY_AFTER, lambda m: _amount(m) + CURRENCIES[m["unit"]]),
    Rule(_RATE, _rate),
    Rule(_UNIT, lambda m: _amount(m) + UNITS[m["unit"]]),
    Rule(_UNIT_AFTER, lambda m: UNITS[m["unit"]]),
    Rule(_WHOLE_MONEY, lambda m: number(m["n"])),
    Rule(_UNIT_ALONE, lambda m: UNITS[m["unit"]]),
    Rule(_FRACTION, _fraction),
    Rule(_SLASH, _per),
    Rule(_NUMBER, _number),
)
