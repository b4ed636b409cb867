"""Japanese style: 1万7,000, 2020年3月30日, 3分の1 (公用文作成の考え方, Agency for Cultural
Affairs, 2022: 兆・億・万 as words, commas at every three figures).
"""

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities.quantity import Clock
from langdu.quantities.styles.east import EastStyle, myriads
from langdu.quantities.writing import grouped

_UNITS: Final = MappingProxyType(
    dict(
        pair.split("=")
        for pair in (
            "km2=平方キロメートル m2=平方メートル hectare=ヘクタール mu=ムー m3=立方メートル "
            "km=キロメートル "
            "cm=センチメートル mm=ミリメートル nmi=海里 mile=マイル m=メートル ton=トン "
            "kg=キログラム jin=斤 g=グラム "
            "l=リットル ml=ミリリットル celsius=℃ kwh=キロワット時 gigawatt=ギガワット "
            "megawatt=メガワット "
            "kw=キロワット w=ワット hour=時間 minute=分間 second=秒 day=日間 week=週間 month=か月 "
            "year=年間 percent=% "
            "pp=ポイント CNY=元 USD=ドル EUR=ユーロ GBP=ポンド JPY=円 KRW=ウォン RUB=ルーブル "
            "HKD=香港ドル "
            "TWD=台湾ドル"
        ).split()
    )
)


def _comma(value: Decimal) -> str:
    return grouped(value, ",", ".")


def _number(value: Decimal, short: bool) -> str:
    if short and value % 1 == 0 and 10_000 <= value < 10**16:
        return myriads(value, "万億兆", "", _comma)
    return _comma(value)


def _fraction(value: Fraction) -> str:
    return f"{value.denominator}分の{value.numerator}"


def _time(value: Clock) -> str:
    minutes = f"{value.minute}分" if value.minute or value.second is not None else ""
    seconds = f"{value.second}秒" if value.second is not None else ""
    half = "" if value.either_half or not 1 <= value.hour <= 12 else "午前"
    if value.hour == 12:
        half = "" if value.either_half else "午後"
    return f"{half}{value.hour}時{minutes}{seconds}"


STYLE: Final = EastStyle(
    write_number=_number,
    write_fraction=_fraction,
    write_time=_time,
    units=_UNITS,
    year_word="年",
    month_word="月",
    day_word="日",
    decade_word="年代",
    ordinal_word="第",
    century_word="世紀",
    quarter_words=("第", "四半期"),
    dash="～",
    years_dash="～",
)
