"""Forms that only Chinese has."""

import re
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from langdu.quantities.chinese_words import FESTIVALS
from langdu.quantities.east import East, kind_of, number, quoted
from langdu.quantities.exact import multiply
from langdu.quantities.myriads import HAN
from langdu.quantities.quantity import Day, Quantity
from langdu.quantities.scanner import Form, Found, Reading

_PLAN: Final = re.compile(
    '(?P<n>十[一二三四五])(?P<five>五)(?:(?<=[“"「『]十.五)(?=[”"」』])|(?=[”"」』]?(?:规划|規劃|时期|期间|计划|以来|末|开局|收官)))'
)
_FESTIVAL: Final = re.compile(
    f"(?P<name>{'|'.join(FESTIVALS)})"
    '(?=[”"」]?(?:勋章|讲话|表彰|慰问|献礼|节|前|假|期间|国际|劳动|青年|儿童|建党|建军|妇女|国庆|黄金周|精神|运动|事变))'
)
_REPEATED: Final = re.compile(r"一(\w)(?:一?\1)")
_PAIR: Final = re.compile(
    "(?P<a>[一二两三四五六七八])(?P<b>[二两三四五六七八九])(?P<scale>[十百千]?[万亿]?)(?![一二三四五六七八九])"
)

_DOUBLED: Final = re.compile("(?<=翻)[一两二]番|(?<=翻了)[一两二]番|一倍(?![以多])")
_ONE_TO_NINE: Final = "[1-9一二两三四五六七八九]"
_SMALL_MONEY: Final = re.compile(
    rf"(?P<n>{_ONE_TO_NINE})(?P<unit>毛钱?(?![巾笔衣线孩])|角钱|分钱)"
    rf"|(?P<yuan>[0-9]{{1,7}}|[一二两三四五六七八九十百]{{1,7}})"
    rf"(?:[元块](?P<jiao>{_ONE_TO_NINE})[角毛](?:(?P<fen>{_ONE_TO_NINE})分)?"
    rf"|块(?P<jiao2>{_ONE_TO_NINE})(?![0-9.一-龥]|\s)|块(?P<jiao3>{_ONE_TO_NINE})(?=一[斤公个亩]))"
)
_HEIGHT: Final = re.compile(
    "(?P<n>[一二两三四五六七八九1-9])米(?P<d>[一二三四五六七八九]{1,2}|[0-9]{1,2})(?![0-9.十百千万亿级米个])"
)
_AND_ONES: Final = re.compile("(?P<tens>[一二三四五六七八九])十有(?P<ones>[一二三四五六七八九])")
_DISCOUNT: Final = re.compile(
    "(?P<n>[一二三四五六七八九][一二三四五六七八九]?|[1-9](?:[.]?[1-9])?)折(?![叠线页痛断返旧腾射纸合服扣])"
)
_BORN_IN: Final = re.compile("(?<![0-9.])(?P<n>[016-9]0)后(?![0-9天年来续])")
_TENS_OF_YEARS: Final = re.compile("(?P<n>[五六七八九])旬")
_MONTHS: Final = MappingProxyType(
    {name: i for i, name in enumerate("一 二 三 四 五 六 七 八 九 十 十一 十二".split(), 1)}
)
_LUNAR: Final = re.compile("(?<=[农農阴陰][历曆])(?P<m>[一二三四五六七八九十]{1,2})月")


def plan(text: str, at: int) -> Reading | None:
    """十四五规划 is the 14th Five-Year Plan: both numbers, soft."""
    match = _PLAN.match(text, at)
    if not match:
        return None
    nth = HAN[match["n"][1]] + 10
    first = Quantity("ordinal", nth, at, match.end("n"), soft=True)
    second = Quantity("number", Decimal(5), match.start("five"), match.end("five"), soft=True)
    spans = ((first.start, first.end), (second.start, second.end))
    return Reading(match.end(), (Found(first, spans[0]), Found(second, spans[1])))


def festival(text: str, at: int) -> Reading | None:
    """“七一”前夕: a day by its name, soft."""
    match = _FESTIVAL.match(text, at)
    if not match:
        return None
    month, day = FESTIVALS[match["name"]]
    quantity = Quantity("date", Day(None, month, day), at, match.end("name"), soft=True)
    return Reading(quantity.end, (Found(quantity, (at, quantity.end)),))


def repeated(text: str, at: int) -> Reading | None:
    """一件件, 一天一天: each and every one, no number."""
    match = _REPEATED.match(text, at)
    return Reading(match.end()) if match else None


def doubled(text: str, at: int) -> Reading | None:
    """翻一番 is twice as much, 翻两番 four times: soft, for it is said in many ways."""
    match = _DOUBLED.match(text, at)
    if not match:
        return None
    value = Decimal(4) if match[0] in ("两番", "二番") else Decimal(2)
    span = match.span()
    return Reading(span[1], (Found(Quantity("number", value, *span, soft=True), span),))


def small_money(words: East) -> Form:
    """两毛钱: tenths of a yuan; 8分钱: hundredths; 45元8角."""

    def form(text: str, at: int) -> Reading | None:
        match = _SMALL_MONEY.match(text, at)
        if not match:
            return None
        tenths = {"分钱": "fen"}.get(match["unit"] or "", "jiao")
        jiao = match["jiao"] or match["jiao2"] or match["jiao3"]
        parts = {"yuan": match["yuan"], "jiao": jiao, "fen": match["fen"]}
        parts[tenths] = parts[tenths] or match["n"]
        value = Decimal(0)
        for part, worth in (("yuan", "1"), ("jiao", "0.1"), ("fen", "0.01")):
            value += (number(parts[part] or "", words) or 0) * Decimal(worth)
        span = match.span()
        quantity = Quantity("money", value, *span, unit="CNY")
        return Reading(span[1], (Found(quantity, span, inner="元"),))

    return form


def height(text: str, at: int) -> Reading | None:
    """一米二, 1米85: metres and their tenths or hundredths."""
    match = _HEIGHT.match(text, at)
    if not match:
        return None
    digits = "".join(str(HAN.get(char, char)) for char in match["n"] + "." + match["d"])
    span = match.span()
    return Reading(span[1], (Found(Quantity("number", Decimal(digits), *span, unit="m"), span),))


def and_ones(text: str, at: int) -> Reading | None:
    """八十有三: an age as it was once said."""
    match = _AND_ONES.match(text, at)
    if not match:
        return None
    value = HAN[match["tens"]] * 10 + HAN[match["ones"]]
    return Reading(match.end(), (Found(Quantity("number", value, *match.span()), match.span()),))


def discount(text: str, at: int) -> Reading | None:
    """打八折: 80 % of the price, which other languages call 20 % off; soft."""
    match = _DISCOUNT.match(text, at)
    if not match:
        return None
    digits = [HAN.get(char) or Decimal(char) for char in match["n"].replace(".", "")]
    value = digits[0] * 10 + (digits[1] if len(digits) > 1 else 0)
    span = match.span()
    quantity = Quantity("percent", value, *span, unit="discount", soft=True)
    return Reading(span[1], (Found(quantity, span),))


def born_in(text: str, at: int) -> Reading | None:
    """80后, 00后: people born in the decade, soft."""
    match = _BORN_IN.match(text, at)
    if not match:
        return None
    span = match.span()
    quantity = Quantity("year", Decimal(match["n"]), *span, unit="decade", soft=True)
    return Reading(span[1], (Found(quantity, span),))


def tens_of_years(text: str, at: int) -> Reading | None:
    """年过六旬: sixty years old, in other languages also "in his sixties"."""
    match = _TENS_OF_YEARS.match(text, at)
    if not match:
        return None
    quantity = Quantity("number", HAN[match["n"]] * 10, *match.span(), soft=True)
    return Reading(match.end(), (Found(quantity, match.span()),))


def lunar(text: str, at: int) -> Reading | None:
    """农历八月: a month of another calendar, said in many ways, so soft."""
    match = _LUNAR.match(text, at)
    month = _MONTHS.get(match["m"]) if match else None
    if not match or not month:
        return None
    quantity = Quantity("date", Day(None, month), *match.span(), soft=True)
    return Reading(match.end(), (Found(quantity, match.span()),))


def adjacent(words: East) -> Form:
    """三四天, 五六千元: two neighbouring numerals are a range, as vague as it is said."""

    def form(text: str, at: int) -> Reading | None:
        match = _PAIR.match(text, at)
        if not match:
            return None
        low, high = HAN[match["a"]], HAN[match["b"]]
        if high - low != 1 and match[0][:2] != "三五":
            return None
        for scale in match["scale"]:
            low, high = multiply(low, HAN[scale]), multiply(high, HAN[scale])
        unit = words.units.match(text, match.end())
        if not unit and not words.counters.match(text, match.end()) and not match["scale"]:
            return None
        kind, name = kind_of(words.unit_names[unit["unit"]] if unit else None)
        end = unit.end() if unit else match.end()
        soft = not match["scale"] or quoted(text, at, match.end())
        quantity = Quantity(kind, low, at, end, unit=name, until=high, soft=soft, approx="about")
        return Reading(end, (Found(quantity, (at, match.end())),))

    return form


def first_quarters(text: str, at: int) -> Reading | None:
    """前三季度: three quarters of a year, in other languages often "nine months"."""
    match = re.compile("前(?P<n>[二两三])个?季度").match(text, at)
    if not match:
        return None
    span = (match.start("n"), match.end("n"))
    quantity = Quantity("number", HAN[match["n"]], *span, unit="quarter", soft=True)
    return Reading(match.end(), (Found(quantity, span),))
