"""What is written is read again with the same value, and has the language's style."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.quantities import Clock, Day, Quantity, compare, find, write
from langdu.quantities.units import CURRENCIES, UNITS

LANGS = ("zh", "en", "ja", "ko", "ru")
NUMBERS = st.one_of(
    st.integers(0, 10_000),
    st.integers(0, 10**14),
    st.sampled_from([12_000_000, 17_000, 120_000, 1_200_000_000, 10**12, 100_005, 30_000]),
).map(Decimal)
DECIMALS = st.one_of(NUMBERS, st.decimals(0, 99_999, places=2).map(Decimal.normalize))
WRITTEN = sorted((set(UNITS) - {"decade", "quarter"}) | CURRENCIES)


def quantity(kind: str, value: object, unit: str | None = None, until: object = None) -> Quantity:
    return Quantity(kind, value, 0, 0, unit=unit, until=until)  # type: ignore[arg-type]


def is_no_year(asked: Quantity) -> bool:
    """1900 alone is also a year, and so is 1001 год."""
    assert isinstance(asked.value, Decimal)
    return asked.unit not in (None, "year") or not 1000 <= asked.value < 3000


AMOUNTS = st.builds(
    lambda value, unit: quantity("money" if unit in CURRENCIES else "number", value, unit),
    DECIMALS,
    st.one_of(st.none(), st.sampled_from(WRITTEN)),
).filter(is_no_year)
DAYS = (
    st.dates()
    .map(lambda day: Day(day.year, day.month, day.day))
    .filter(lambda day: 1000 <= (day.year or 0) < 3000)
)
PLAIN = st.one_of(
    AMOUNTS,
    st.decimals(0, 200, places=1).map(lambda value: quantity("percent", value.normalize())),
    st.integers(1, 500).map(lambda value: quantity("ordinal", Decimal(value))),
    st.integers(1, 21).map(lambda value: quantity("ordinal", Decimal(value), "century")),
    st.integers(1, 4).map(lambda value: quantity("ordinal", Decimal(value), "quarter")),
    st.integers(1900, 2099).map(lambda value: quantity("year", Decimal(value))),
    st.integers(190, 202).map(lambda value: quantity("year", Decimal(value * 10), "decade")),
    st.tuples(st.integers(1, 9), st.integers(2, 20))
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: quantity("fraction", Fraction(*pair))),
    DAYS.map(lambda day: quantity("date", day)),
    DAYS.map(lambda day: quantity("date", replace(day, year=None))),
    DAYS.map(lambda day: quantity("date", replace(day, day=None))),
    st.builds(Clock, st.integers(0, 23), st.integers(0, 59)).map(lambda t: quantity("time", t)),
)
RANGES = st.one_of(
    st.tuples(st.integers(1, 400), st.integers(401, 90_000)).map(
        lambda pair: quantity("number", Decimal(pair[0]), "km", Decimal(pair[1]))
    ),
    st.tuples(st.integers(1, 40), st.integers(41, 90)).map(
        lambda pair: quantity("percent", Decimal(pair[0]), None, Decimal(pair[1]))
    ),
    st.tuples(st.integers(1900, 1990), st.integers(1991, 2050)).map(
        lambda pair: quantity("year", Decimal(pair[0]), None, Decimal(pair[1]))
    ),
)


@settings(max_examples=250, deadline=None)
@given(PLAIN)
def test_what_is_written_is_read_again(asked: Quantity) -> None:
    for lang in LANGS:
        text = write(asked, lang)
        (found,) = find(text, lang)
        assert (found.start, found.end) == (0, len(text)), text
        assert (found.kind, found.value, found.unit) == (asked.kind, asked.value, asked.unit), text


@settings(max_examples=100, deadline=None)
@given(RANGES)
def test_ranges_are_read_again(asked: Quantity) -> None:
    for lang in LANGS:
        text = write(asked, lang)
        (found,) = find(text, lang)
        assert (found.key, found.kind, found.unit) == (asked.key, asked.kind, asked.unit), text


@pytest.mark.parametrize(
    "source", ["3月", "14日", "1月12日至14日", "3点20分", "90年代", "2020年1月2日至5日"]
)
def test_what_is_said_in_part_agrees(source: str) -> None:
    asked = find(source, "zh")
    for lang in LANGS:
        compared = compare(asked, find(write(asked[0], lang), lang))
        assert compared.missing == compared.extra == (), (lang, write(asked[0], lang))


STYLES = """
17000名|1.7万|17,000|1万7,000|1만 7000|17 000
1200万元|1200万元|12 million yuan|1,200万元|1200만 위안|12 млн юаней
1.25亿吨|1.25亿吨|125 million tons|1億2,500万トン|1억 2500만톤|125 млн т
2020年3月30日|2020年3月30日|March 30, 2020|2020年3月30日|2020년 3월 30일|30 марта 2020 г.
三分之一|三分之一|1/3|3分の1|3분의 1|1/3
百分之五|5%|5%|5%|5%|5 %
3至5天|3至5天|3–5 days|3～5日間|3~5일간|3–5 дней
下午3时20分|15:20|3:20 p.m.|15時20分|오후 3시 20분|15:20
21天|21天|21 days|21日間|21일간|21 день
22天|22天|22 days|22日間|22일간|22 дня
12.5公顷|12.5公顷|12.5 hectares|12.5ヘクタール|12.5헥타르|12,5 га
第12届|第12|12th|第12|제12|12-й
第二季度|第2季度|Q2|第2四半期|2분기|2-й квартал
二十世纪90年代|20世纪90年代|1990s|1990年代|1990년대|1990-е годы
2019—2021年|2019—2021年|2019–2021|2019～2021年|2019~2021년|2019–2021 гг.
1234567人|1234567|1,234,567|123万4,567|123만 4567|1 234 567
"""


@pytest.mark.parametrize("row", STYLES.strip().split("\n"))
def test_each_language_has_its_style(row: str) -> None:
    source, *expected = row.split("|")
    (asked,) = find(source, "zh")
    assert [write(asked, lang).replace("\u00a0", " ") for lang in LANGS] == expected


def test_a_long_number_does_not_look_like_a_telephone_number_in_chinese() -> None:
    asked = quantity("number", Decimal(13_000_000_001))
    written = write(asked, "zh")
    assert written == "13,000,000,001"
    assert [found.value for found in find(written, "zh")] == [asked.value]
