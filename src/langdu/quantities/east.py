"""The forms that Chinese, Japanese and Korean share: an :class:`East` gives the words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from langdu.quantities.exact import add, multiply
from langdu.quantities.myriads import Run, read
from langdu.quantities.quantity import Approx, Day, Kind, Quantity
from langdu.quantities.scanner import Form, Found, Reading
from langdu.quantities.units import CURRENCIES

_CODE: Final = re.compile(
    r"(?:https?://|www\.)[^\s，。；]{1,400}|[\w.+-]{1,64}@[\w.-]{1,255}"
    r"|(?:GB|ISO|IEC|ISBN|ISSN|DB|RFC)(?:/[A-Z]{1,3})?[. :：]{0,2}\d[\d.\-/—X]{0,40}"
    r"|(?:[A-Za-z]{1,12}|[A-Z][A-Za-z/-]{0,16}-)\d[\w./-]{0,40}",
    re.ASCII,
)
_AMOUNT_IN_CODE: Final = re.compile(r"[\d.,]+\s?(?:[%％万亿億兆元만억조원円]|多|余)")
_NUMBERED: Final = re.compile(
    r"(?![12][0-9]{3}([-－.．/])[01]?[0-9]\1[0-3]?[0-9](?![0-9]))(?:"  # but a date is one
    r"[0-9]{1,6}(?:[.．][0-9]{1,6}){2,8}(?![0-9])"  # 1.2.3
    r"|[0-9]{2,6}(?:[-－][0-9]{2,8}){2,4}(?![0-9-])"  # 400-123-4567
    r"|[0-9]{3,4}[-－][0-9]{7,8}(?![0-9-])|1[3-9][0-9]{9}(?![0-9])"
    r"|[0-9]{17}[0-9X](?![0-9])|\+[0-9][0-9 ()-]{8,18}[0-9]"
    r"|0[0-9]{1,23}(?:-[0-9]{3,8}){0,3}(?![0-9.,．:：/月日时時分年点點秒시월일분년초])"  # 0431
    r"|[0-9]{1,24}[°′″](?!C)|[0-9]{25,})"
)
#: 5G, 3A; but 5km is a length.
_LETTERED: Final = re.compile(
    r"[0-9]{1,6}(?=[A-Za-z])(?!(?:km|cm|mm|kg|ml|mg|m[²³23]?|t|g|kW|MW|GW|W|kWh|L|l|ha)(?![A-Za-z]))"
    r"[A-Za-z][\w-]{0,20}",
    re.ASCII,
)
#: 1ムー当たり, 1무당: for each, which other languages say without a number.
_PER: Final = re.compile(r"当たり|あたり|につき|ごと|당(?![가-힣])")
_SLASHED: Final = re.compile("(?<![0-9/])(?P<a>[0-9]{1,2})/(?P<b>[0-9]{1,3})(?![0-9/])")
_DOTTED_DAY: Final = re.compile(
    "(?<![0-9])(?P<m>[0-9]{1,2})[·•・](?P<d>[0-9]{1,2})(?![0-9年月日回位号级級학등차])"
)
_QUOTED: Final = re.compile("[“「『‘《][^”」』’》]{0,14}$")
#: A stop before the closing mark ends a sentence that somebody said: no slogan.
_QUOTE_ENDS: Final = re.compile("[^“「『‘《]{0,14}(?<![。！？])[”」』’》]")
#: Units that halves are added to: 两年半, 3小时半.
_SPANS: Final = frozenset(["year", "month", "week", "day", "hour"])
_HALVED: Final = frozenset(
    ["year", "month", "week", "day", "hour", "jin", "mu", "km", "ton", "kg", "m"]
)


@dataclass(frozen=True, slots=True)
class East:
    """The words of one language. Patterns are matched right where the number ends or begins.

    ``units`` are matched longest first; ``counters`` make a numeral a number; ``inner`` are
    approximations between the number and what follows (the groups ``over`` and ``about``);
    ``vague_before`` makes a scale no number (数百), ``rising_before`` a soft one (上百);
    ``place_after``: the numeral is of a name. ``and_half`` stands between a number and its unit
    (两个半小时), ``half_after`` behind the unit (两年半).
    """

    numerals: Mapping[str, Decimal]
    units: re.Pattern[str]
    unit_names: Mapping[str, str]
    counters: re.Pattern[str]
    inner: re.Pattern[str]
    stop: re.Pattern[str] | None
    currency_before: re.Pattern[str]
    vague_before: re.Pattern[str]
    place_after: re.Pattern[str] = re.compile("(?!)")
    rising_before: re.Pattern[str] = re.compile("(?!)")
    and_half: re.Pattern[str] = re.compile("(?!)")
    half_after: re.Pattern[str] = re.compile("(?!)")
    gap: str = ""


def unit_pattern(names: Mapping[str, str], end: str = "") -> re.Pattern[str]:
    """A pattern of all names of units, the longest first; Latin ones end at their last letter."""
    words = sorted(names, key=len, reverse=True)
    each = "|".join(re.escape(w) + (r"(?![A-Za-z])" if w[-1].isascii() else "") for w in words)
    return re.compile(rf"\s?(?P<unit>{each}){end}")


def numbered(text: str, at: int) -> Reading | None:
    """Versions, telephone numbers and what begins with a zero are no quantities."""
    match = _NUMBERED.match(text, at)
    return Reading(match.end()) if match else None


def code(text: str, at: int) -> Reading | None:
    """Codes with letters and addresses are no quantities: GB/T 2312-1980, G20, v2.0."""
    if match := _LETTERED.match(text, at):
        return Reading(match.end())
    match = _CODE.match(text, at)
    if match and match[0][-1:].isascii():
        digits = re.search("[0-9]", match[0])
        if digits and _AMOUNT_IN_CODE.match(text, at + digits.start()):
            return Reading(at + digits.start())
        return Reading(match.end())
    return None


def slashed(text: str, at: int) -> Reading | None:
    """1/3."""
    match = _SLASHED.match(text, at)
    if not match or not 0 < int(match["a"]) < int(match["b"]):
        return None
    value = Fraction(int(match["a"]), int(match["b"]))
    quantity = Quantity("fraction", value, at, match.end())
    return Reading(match.end(), (Found(quantity, match.span()),))


def dotted_day(text: str, at: int) -> Reading | None:
    """“9·18”, 3·15: a day by its name, soft."""
    match = _DOTTED_DAY.match(text, at)
    if not match or not 1 <= int(match["m"]) <= 12 or not 1 <= int(match["d"]) <= 31:
        return None
    day = Day(None, int(match["m"]), int(match["d"]))
    quantity = Quantity("date", day, at, match.end(), soft=True)
    return Reading(match.end(), (Found(quantity, match.span()),))


def number(text: str, words: East) -> Decimal | None:
    """The value of a text that is a number and nothing else."""
    run = read(text, 0, words.numerals)
    return run.value if run and run.end == len(text) else None


def quoted(text: str, start: int, end: int) -> bool:
    """Whether the characters stand in a short quotation: a slogan."""
    before = text[max(0, start - 15) : start]
    return bool(_QUOTED.search(before) and _QUOTE_ENDS.match(text, end))


def amount(words: East) -> Form:
    """Numbers with scale, approximation and unit: 1.7万余名, 8500多万亩, 人民币5.26亿余元."""

    def form(text: str, at: int) -> Reading | None:
        currency = words.currency_before.match(text, at)
        start = currency.end() if currency else at
        run = read(text, start, words.numerals, stop=words.stop, gap=words.gap)
        if run is None:
            return None
        return _amount(text, at, start, run, words, currency["unit"] if currency else None)

    return form


def _amount(
    text: str, at: int, start: int, run: Run, words: East, currency: str | None
) -> Reading | None:
    value, end, scale, inner = run.value, run.end, run.scale, ""
    near = words.inner.match(text, end)
    approx: Approx | None = None
    if near:
        approx = "over" if near.lastgroup == "over" else "about"
        end = near.end()
        beyond = read(text, end, words.numerals, stop=words.stop)
        if beyond and beyond.bare and not beyond.figures:  # 8500多万
            value, scale = multiply(value, beyond.value), multiply(scale, beyond.value)
            end, inner = beyond.end, near[0]
    if half := words.and_half.match(text, end):
        value, end, inner = add(value, Decimal("0.5")), half.end(), half[0]
    unit = words.units.match(text, end)
    counted = bool(unit or currency or words.counters.match(text, end))
    core = end if inner else run.end
    soft = _is_soft(text, at, run, words, counted=counted, near=bool(near))
    if soft is None:
        return Reading(run.end)
    name = currency or (unit["unit"] if unit else None)
    kind, name = kind_of(words.unit_names[name] if name else None)
    end = unit.end() if unit else core
    if not half and name in _HALVED and (half := words.half_after.match(text, end)):
        value, end, inner = add(value, Decimal("0.5")), half.end(), half[0]
    if near and near[0] in "几幾":
        soft = True  # 十几个 is also said as "a dozen"
    if run.value == 1 and not half and unit and (name in _SPANS or _PER.match(text, end)):
        soft = True  # この1年 is also "the past year"
    if kind == "percent" and unit and unit["unit"] == "‰":
        value = multiply(value, Decimal("0.1"))
    found = Found(
        Quantity(kind, value, at, end, unit=name, approx=approx, soft=soft and not half),
        core=(start, core),
        inner=inner,
        scale=scale,
        plain=bool(half) or (text[start:core].isascii() and run.figures and not run.scaled),
    )
    return Reading(end, (found,))


def kind_of(unit: str | None) -> tuple[Kind, str | None]:
    """The kind that a unit makes of a number, and the unit that is then left."""
    if unit == "percent":
        return "percent", None
    if unit == "pp":
        return "percent", unit
    return ("money" if unit in CURRENCIES else "number"), unit


def _is_soft(
    text: str, at: int, run: Run, words: East, *, counted: bool, near: bool
) -> bool | None:
    """Whether a number is soft; ``None``: it is no number at all."""
    if run.figures:
        return run.value == 1 and not run.scaled and bool(words.counters.match(text, run.end))
    if run.bare and words.rising_before.search(text[max(0, at - 1) : at]):
        return True  # 上百 is also said as "hundreds"
    vague = words.vague_before.search(text[max(0, at - 2) : at])
    if vague and (run.bare or run.value == 10):
        return None  # 数百, 几十
    if run.bare:
        sure = near or re.search("[近逾约約超过過达]$", text[max(0, at - 1) : at])
        return None if not (sure or counted) else not sure
    if run.value == 0 or (run.value == 1 and not counted):
        return None
    if run.letters == 1 and words.place_after.match(text, run.end):
        return True  # 三间村 is a village
    counted = counted or near or (run.value >= 1000 and run.letters > 1)
    return run.value == 1 or not counted or quoted(text, at, run.end)
