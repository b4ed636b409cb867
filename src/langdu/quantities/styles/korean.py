"""Korean style: 1만 7000, 2020년 3월 30일 (한글 맞춤법 제44항: numbers are spaced at every 만)."""

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities.quantity import Clock, plain
from langdu.quantities.styles.east import EastStyle, myriads

_UNITS: Final = MappingProxyType(
    dict(
        pair.split("=")
        for pair in (
            "km2=제곱킬로미터 m2=제곱미터 hectare=헥타르 mu=무 m3=세제곱미터 km=킬로미터 "
            "cm=센티미터 mm=밀리미터 "
            "nmi=해리 mile=마일 m=미터 ton=톤 kg=킬로그램 jin=근 g=그램 l=리터 ml=밀리리터 "
            "celsius=℃ kwh=킬로와트시 "
            "gigawatt=기가와트 megawatt=메가와트 kw=킬로와트 w=와트 hour=시간 minute=분간 "
            "second=초 day=일간 week=주 "
            "month=개월 year=년간 percent=% pp=%포인트 CNY=위안 USD=달러 EUR=유로 GBP=파운드 "
            "JPY=엔 KRW=원 RUB=루블 "
            "HKD=홍콩달러 TWD=대만달러"
        ).split()
    )
)


def _number(value: Decimal, short: bool) -> str:
    if short and value % 1 == 0 and 10_000 <= value < 10**16:
        return myriads(value, "만억조", " ", plain)
    return plain(value)


def _fraction(value: Fraction) -> str:
    return f"{value.denominator}분의 {value.numerator}"


def _time(value: Clock) -> str:
    hour, half = value.hour, ""
    if not value.either_half:
        half = "오전 " if hour < 12 else "오후 "
        hour = hour if hour <= 12 else hour - 12
    minutes = f" {value.minute}분" if value.minute or value.second is not None else ""
    seconds = f" {value.second}초" if value.second is not None else ""
    return f"{half}{hour}시{minutes}{seconds}"


STYLE: Final = EastStyle(
    write_number=_number,
    write_fraction=_fraction,
    write_time=_time,
    units=_UNITS,
    year_word="년",
    month_word="월",
    day_word="일",
    decade_word="년대",
    ordinal_word="제",
    century_word="세기",
    quarter_words=("", "분기"),
    dash="~",
    years_dash="~",
    space=" ",
)
