"""Numbers with what they count or measure; and every other number."""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.ko.counters import COUNTERS, GREAT_AFTER, NATIVE, NUMBERED
from langdu.speech.spoken.ko.numbers import QUANTITY, native, sino
from langdu.speech.spoken.scanner import Rule, after, before

_JOINT: Final = r"\s?[-–—~∼〜]\s?"
_UNITS: Final = MappingProxyType(
    {
        "km²": "제곱킬로미터",
        "km2": "제곱킬로미터",
        "㎢": "제곱킬로미터",
        "km": "킬로미터",
        "㎞": "킬로미터",
    }
    | {"m²": "제곱미터", "m2": "제곱미터", "㎡": "제곱미터", "m³": "세제곱미터", "m3": "세제곱미터"}
    | {
        "㎥": "세제곱미터",
        "m": "미터",
        "cm": "센티미터",
        "㎝": "센티미터",
        "mm": "밀리미터",
        "㎜": "밀리미터",
    }
    | {
        "kg": "킬로그램",
        "㎏": "킬로그램",
        "mg": "밀리그램",
        "g": "그램",
        "t": "톤",
        "ha": "헥타르",
        "㏊": "헥타르",
    }
    | {
        "L": "리터",
        "ℓ": "리터",
        "mL": "밀리리터",
        "ml": "밀리리터",
        "kWh": "킬로와트시",
        "kW": "킬로와트",
    }
    | {
        "MW": "메가와트",
        "GW": "기가와트",
        "W": "와트",
        "V": "볼트",
        "Hz": "헤르츠",
        "kHz": "킬로헤르츠",
    }
    | {
        "MHz": "메가헤르츠",
        "GHz": "기가헤르츠",
        "GB": "기가바이트",
        "MB": "메가바이트",
        "TB": "테라바이트",
    }
    | {
        "dB": "데시벨",
        "hPa": "헥토파스칼",
        "㎍": "마이크로그램",
        "㎖": "밀리리터",
        "㎎": "밀리그램",
        "㎾": "킬로와트",
        "μg": "마이크로그램",
        "°": "도",
        "kcal": "킬로칼로리",
    }
    | {
        "%p": "퍼센트포인트",
        "%P": "퍼센트포인트",
        "%포인트": "퍼센트포인트",
        "%": "퍼센트",
        "‰": "퍼밀",
    }
)
_DEGREES: Final = MappingProxyType({"℃": "섭씨", "°C": "섭씨", "℉": "화씨", "°F": "화씨"})
_SPEEDS: Final = MappingProxyType(
    {"km/h": ("시속", "킬로미터"), "㎞/h": ("시속", "킬로미터"), "m/s": ("초속", "미터")}
    | {"km/s": ("초속", "킬로미터"), "㎍/㎥": ("세제곱미터당", "마이크로그램")}
    | {"μg/m³": ("세제곱미터당", "마이크로그램"), "mg/L": ("리터당", "밀리그램")}
)
_MONEY: Final = MappingProxyType(
    {"US$": "달러", "$": "달러", "₩": "원", "€": "유로", "£": "파운드", "¥": "엔", "￥": "엔"}
)


def _any(words: MappingProxyType[str, str] | MappingProxyType[str, tuple[str, str]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_MANY: Final = rf"(?P<n>{QUANTITY})(?:{_JOINT}(?P<m>{QUANTITY}))?"
#: A unit of letters is no part of a word.
_END: Final = "(?:(?<![A-Za-z0-9])|(?![A-Za-z0-9]))"
_COUNTED: Final = re.compile(
    rf"{_MANY}(?P<odd>여)?\s?(?P<unit>{COUNTERS})(?P<named>(?=\s?(?:{NUMBERED})))?"
)
_MEASURED: Final = re.compile(rf"{_MANY}(?P<odd>여)?\s?(?P<unit>{_any(_UNITS)}){_END}")
_RATE: Final = re.compile(rf"{_MANY}\s?(?P<unit>{_any(_SPEEDS)}){_END}")
_DEGREE: Final = re.compile(rf"(?P<minus>-)?{_MANY}\s?(?P<unit>{_any(_DEGREES)}){_END}")
_PAID: Final = re.compile(
    rf"(?P<unit>{_any(_MONEY)})\s?(?P<n>{QUANTITY})(?P<named>\s?(?:원|달러))?"
)
_UNIT_ALONE: Final = re.compile(rf"(?P<unit>{_any(_UNITS)}){_END}")
_ALONE: Final = frozenset("km² km2 ㎢ ㎞ m² ㎡ ㎥ ㎝ ㎜ ㎏ ㏊ ㎍ % %p".split())
_FRACTION: Final = re.compile(r"(?P<a>[0-9]{1,3})/(?P<b>[0-9]{1,3})(?![0-9/.])")
_MINUS: Final = re.compile(r"-(?=[0-9])")
#: 9시~17시, 서울~부산
_RANGE: Final = re.compile(r"\s?(?:[-–—~∼〜]\s?(?=[0-9])|[~∼〜]\s?(?=[가-힣]))")
_SUM: Final = re.compile(r"\s?(?P<sign>[+=×÷])\s?(?=[0-9])")
_SUMS: Final = MappingProxyType({"+": "더하기", "=": "는", "×": "곱하기", "÷": "나누기"})
#: 서울=연합뉴스, 홍길동 기자 = 정부는
_EQUALS: Final = re.compile(r"\s?=\s?(?=[가-힣])")
_PLUS_MINUS: Final = re.compile(r"±\s?(?=[0-9])")
_BARE: Final = re.compile(QUANTITY)
_WHOLE: Final = re.compile("[0-9]{1,2}")


def _is_native(figures: str, limit: int) -> bool:
    return bool(_WHOLE.fullmatch(figures)) and 0 < int(figures) <= limit


def _counted(match: re.Match[str]) -> str:
    words = _with_counter(match)
    return f"{words} " if after(match)[:1].isdecimal() else words  # 1박2일


def _with_counter(match: re.Match[str]) -> str:
    first, last, unit = match["n"], match["m"], match["unit"]
    if match["odd"]:
        return f"{_span(first, last)}여 {unit}"
    if _sino_only(match) or not _is_native(first, NATIVE.get(unit, 0)):
        return _sino_counted(first, last, unit, glued=_is_great(match) or _is_fraction(match))
    if last is None:
        return _native_counted(first, unit)
    if not _is_native(last, NATIVE[unit]):
        return _sino_counted(first, last, unit, glued=False)
    return f"{_native_counted(first, unit)}에서 {_native_counted(last, unit)}"


def _native_counted(figures: str, unit: str) -> str:
    if unit == "번째" and int(figures) == 1:
        return "첫 번째"
    return f"{native(int(figures))} {unit}"


def _sino_only(match: re.Match[str]) -> bool:
    ordinal = re.search(r"제\s?$", before(match)) is not None
    # 20대, 3대3, 3대 1
    versus = re.match(r"\s?[0-9]", after(match)) is not None
    other = match["unit"] == "대" and (match["n"][-1] == "0" or versus)
    return ordinal or other or match["named"] is not None or _is_great(match)


def _is_great(match: re.Match[str]) -> bool:
    if match["unit"] != "대" or match["n"][-1] == "0":
        return False
    return GREAT_AFTER.match(after(match)) is not None


def _is_fraction(match: re.Match[str]) -> bool:
    return match["unit"] == "분" and re.match(r"의\s?[0-9]", after(match)) is not None


def _sino_counted(first: str, last: str | None, unit: str, *, glued: bool) -> str:
    if unit == "월" and last is None:
        return {"6": "유월", "10": "시월"}.get(
            first.lstrip("0"), f"{sino(first.lstrip('0') or '0')}월"
        )
    return _span(first, last) + ("" if glued else " ") + unit


def _span(first: str, last: str | None) -> str:
    return sino(first) if last is None else f"{sino(first)}에서 {sino(last)}"


def _measured(match: re.Match[str]) -> str:
    odd = "여" if match["odd"] else ""
    return f"{_span(match['n'], match['m'])}{odd} {_UNITS[match['unit']]}"


def _rate(match: re.Match[str]) -> str:
    head, unit = _SPEEDS[match["unit"]]
    said = "" if re.search(rf"{head}\s?$", before(match)) else f"{head} "
    return f"{said}{_span(match['n'], match['m'])} {unit}"


def _degree(match: re.Match[str]) -> str:
    span = _span(match["n"], match["m"])
    left = before(match).rstrip()
    if match["minus"]:
        return f"{'' if left.endswith('영하') else '영하 '}{span} 도"
    said = left.endswith(("영하", "영상", "섭씨", "화씨", "도 ~", "~", "-"))
    return f"{'' if said else _DEGREES[match['unit']] + ' '}{span} 도"


def _paid(match: re.Match[str]) -> str:
    return f"{sino(match['n'])} {_MONEY[match['unit']]}"


def _unit_alone(match: re.Match[str]) -> str | None:
    unit = match["unit"]
    inside = unit[0].isascii() and unit[0].isalpha() and re.search("[A-Za-z]$", before(match))
    return None if unit not in _ALONE or inside else _UNITS[unit]


def _minus(match: re.Match[str]) -> str | None:
    left = before(match)
    return "마이너스 " if not left or left[-1].isspace() or left[-1] in "(~" else None


def _range(match: re.Match[str]) -> str | None:
    return "에서 " if re.search(r"[0-9가-힣%℃㎡㎞㎏]$", before(match)) else None


RULES: Final = (
    Rule(_FRACTION, lambda m: f"{sino(m['b'])}분의 {sino(m['a'])}"),
    Rule(_PAID, _paid),
    Rule(_DEGREE, _degree),
    Rule(_RATE, _rate),
    Rule(_MEASURED, _measured),
    Rule(_COUNTED, _counted),
    Rule(_BARE, lambda m: sino(m[0])),
    Rule(_UNIT_ALONE, _unit_alone),
    Rule(_MINUS, _minus),
    Rule(_RANGE, _range),
    Rule(_EQUALS, lambda m: ", " if m[0][0].isspace() else " "),
    Rule(_PLUS_MINUS, lambda _: "플러스마이너스 "),
    Rule(_SUM, lambda m: f" {_SUMS[m['sign']]} "),
)
