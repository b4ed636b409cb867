"""Forms that only Korean has: native numerals, and Sino-Korean ones in Hangul."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from langdu.quantities import korean_words as table
from langdu.quantities.east import East, kind_of
from langdu.quantities.east_forms import time_of_day
from langdu.quantities.exact import multiply
from langdu.quantities.myriads import HANGUL, read
from langdu.quantities.quantity import Approx, Clock, Quantity
from langdu.quantities.scanner import Found, Reading


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_ONES: Final = _any(table.NATIVE_ONES)
_TENS: Final = _any(table.NATIVE_TENS)
NATIVE: Final = f"(?:(?:{_TENS})(?:{_ONES})?|{_ONES})"
_NATIVE: Final = re.compile(f"(?:(?P<tens>{_TENS})(?P<ones>{_ONES})?|(?P<one>{_ONES}))")
SINO: Final = "[일이삼사오육칠팔구십백천만억]{2,16}"
_SINO: Final = re.compile(SINO)
_ADJACENT: Final = re.compile(_any(table.ADJACENT))
FRACTION: Final = "[이삼사오육칠팔구십]분의"
_FRACTION: Final = re.compile(
    r"(?P<below>[이삼사오육칠팔구십])분의\s?(?P<above>[일이삼사오육칠팔구])"
)
#: A scale by itself is a number where it surely counts: 백여 명, 천 명.
SCALE: Final = (
    r"(?:[십백천]?만|[십백천억])"
    r"(?=여\s?[가-힣]|\s(?:명|개|가구|마리|그루|건|곳|권|년|원|위안|달러|톤)(?![가-힣]{3}))"
)
_SCALE: Final = re.compile(rf"(?P<n>{SCALE})(?P<over>여)?")
_HOUR: Final = re.compile(r"\s?시(?![가-힣]{0,2}간)(?:\s?(?P<half>반)|\s?(?P<mi>[0-9]{1,2})분)?")
_FOLLOWED: Final = re.compile(r"\s[가-힣]")
#: 두 시간 반, but no 반기 or 반대.
AND_HALF: Final = re.compile(
    r"\s?반(?![가-힣])|\s?반(?=밖에|이나|이상|가량|정도|쯤|짜리|여|이면)|\s?반(?=[을의이에만간과동](?![가-힣]{2}))"
)
_NTH: Final = re.compile(r"\s?번째")


def native_value(text: str, at: int) -> tuple[Decimal, int] | None:
    """A native numeral and where it ends: 스물두, 세."""
    match = _NATIVE.match(text, at)
    if not match:
        return None
    ones = match["ones"] or match["one"]
    value = table.NATIVE_TENS[match["tens"]] if match["tens"] else Decimal(0)
    return value + (table.NATIVE_ONES[ones] if ones else 0), match.end()


def native_clock(halves: Mapping[str, str], text: str, at: int) -> Reading | None:
    """오후 세 시 반: a part of the day, then a native numeral."""
    part = next((part for part in halves if text.startswith(part, at)), None)
    if part is None:
        return None
    start = at + len(part)
    start += text[start : start + 1] == " "
    numeral = native_value(text, start)
    hour = _HOUR.match(text, numeral[1]) if numeral else None
    if numeral is None or hour is None:
        return None
    minute = 30 if hour["half"] else int(hour["mi"] or 0)
    clock = time_of_day(int(numeral[0]), minute, None, halves[part], said=False)
    return _one(Quantity("time", clock, at, hour.end())) if clock else None


def native(words: East, text: str, at: int) -> Reading | None:
    """세 개, 스무 명, 두 번째, 세 시 반; two of them without a counter are soft (두 나라)."""
    numeral = native_value(text, at)
    if numeral is None:
        return None
    value, end = numeral
    if (hour := _HOUR.match(text, end)) and value <= 12:
        minute = 30 if hour["half"] else int(hour["mi"] or 0)
        if minute > 59:
            return None
        clock = Clock(int(value), minute, either_half=True)
        return _one(Quantity("time", clock, at, hour.end()))
    if nth := _NTH.match(text, end):
        return _one(Quantity("ordinal", value, at, nth.end(), soft=value <= 2))
    unit = words.units.match(text, end)
    if unit and unit["unit"] in ("시간", "달", "해", "살", "주", "주일", "배"):
        name = words.unit_names[unit["unit"]]
        if half := AND_HALF.match(text, unit.end()):
            value += Decimal("0.5")
        end = half.end() if half else unit.end()
        return _one(Quantity("number", value, at, end, unit=name, soft=value == 1))
    counted = words.counters.match(text, end)
    if counted and not (counted[0] in table.SYLLABLES and text[end] != " "):
        return _one(Quantity("number", value, at, end, soft=value == 1))
    if text[at:end] in table.SURE and _FOLLOWED.match(text, end):
        return _one(Quantity("number", value, at, end, soft=True))
    return None


def adjacent(words: East, text: str, at: int) -> Reading | None:
    """두세 명, 서너 개: two neighbouring numerals are a range, as vague as it is said."""
    match = _ADJACENT.match(text, at)
    if not match:
        return None
    low, end = table.ADJACENT[match[0]], match.end()
    unit = words.units.match(text, end)
    if not unit and not words.counters.match(text, end):
        return None
    kind, name = kind_of(words.unit_names[unit["unit"]] if unit else None)
    end = unit.end() if unit else end
    until = Decimal(low + 1)
    return _one(
        Quantity(kind, Decimal(low), at, end, unit=name, until=until, soft=True, approx="about")
    )


def sino(words: East, text: str, at: int) -> Reading | None:
    """삼십 명, 이백오십 개: only with a counter or unit after them are these surely numbers."""
    if (match := _FRACTION.match(text, at)) and match["above"] != match["below"]:
        share = Fraction(int(HANGUL[match["above"]]), int(HANGUL[match["below"]]))
        return _one(Quantity("fraction", share, at, match.end()))
    if scale := _SCALE.match(text, at):
        value = HANGUL[scale["n"][0]]
        for char in scale["n"][1:]:
            value = multiply(value, HANGUL[char])
        over: Approx | None = "over" if scale["over"] else None
        end = scale.end("n")
        return _one(Quantity("number", value, at, end, approx=over, soft=not over))
    match = _SINO.match(text, at)
    run = read(text, at, HANGUL) if match else None
    if run is None or not run.scaled or run.bare or run.letters < 2:
        return None
    unit = words.units.match(text, run.end)
    if not unit and not words.counters.match(text, run.end):
        return None
    kind, name = kind_of(words.unit_names[unit["unit"]] if unit else None)
    end = unit.end() if unit else run.end
    quantity = Quantity(kind, run.value, at, end, unit=name)
    return Reading(end, (Found(quantity, (at, run.end), scale=run.scale, plain=False),))


def _one(quantity: Quantity) -> Reading:
    return Reading(quantity.end, (Found(quantity, (quantity.start, quantity.end)),))
