"""Chinese style: 1.7万, 2020年3月30日, 三分之一 (GB/T 15835-2011, figures in publications)."""

from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities.quantity import Clock, plain
from langdu.quantities.styles.east import EastStyle
from langdu.quantities.writing import grouped, scaled

_SCALES: Final = ((12, "万亿"), (8, "亿"), (4, "万"))
#: Eleven figures in a row are read as a telephone's; the standard allows groups of three too.
_LIKE_A_TELEPHONE: Final = 10**10
_UNITS: Final = MappingProxyType(
    dict(
        pair.split("=")
        for pair in (
            "km2=平方公里 m2=平方米 hectare=公顷 mu=亩 m3=立方米 km=公里 cm=厘米 mm=毫米 nmi=海里 "
            "mile=英里 m=米 "
            "ton=吨 kg=公斤 jin=斤 g=克 l=升 ml=毫升 celsius=℃ kwh=千瓦时 gigawatt=吉瓦 "
            "megawatt=兆瓦 kw=千瓦 w=瓦 "
            "hour=小时 minute=分钟 second=秒 day=天 week=周 month=个月 year=年 percent=% "
            "pp=个百分点 CNY=元 USD=美元 "
            "EUR=欧元 GBP=英镑 JPY=日元 KRW=韩元 RUB=卢布 HKD=港元 TWD=新台币"
        ).split()
    )
)


def hanzi(value: int) -> str:
    """A number from 1 to 9999 in numerals."""
    text, zero = "", False
    for power, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, power)
        if digit:
            one = digit == 1 and word == "十" and not text
            text += ("零" if zero else "") + ("" if one else "零一二三四五六七八九"[digit]) + word
        zero = not digit and bool(text)
    return text


def _number(value: Decimal, short: bool) -> str:
    if short and (found := scaled(value, _SCALES)):
        return plain(found[0]) + found[1]
    if value >= _LIKE_A_TELEPHONE:
        return grouped(value, ",", ".")
    return plain(value)


def _fraction(value: Fraction) -> str:
    above, below = value.numerator, value.denominator
    if below > 100:
        return f"{above}/{below}"
    return f"{hanzi(below)}分之{hanzi(above)}"


def _time(value: Clock) -> str:
    if value.either_half:
        minutes = f"{value.minute}分" if value.minute else "钟"
        return f"{value.hour}点{minutes}"
    return str(value)


class _Chinese(EastStyle):
    __slots__ = ()

    def amount(self, number: str, value: Decimal, unit: str) -> str:
        """A written number with its unit; 1500年 would be a year."""
        if unit == "year" and len(number) == 4 and number.isdigit():
            return number + "年间"
        return f"{number}{self.units[unit]}"

    def decade(self, value: Decimal) -> str:
        """20世纪90年代."""
        if value < 100:
            return f"{value}年代"
        if not value % 100:
            return f"{value}年代"
        return f"{int(value) // 100 + 1}世纪{int(value) % 100}年代"


STYLE: Final = _Chinese(
    write_number=_number,
    write_fraction=_fraction,
    write_time=_time,
    units=_UNITS,
    year_word="年",
    month_word="月",
    day_word="日",
    decade_word="年代",
    ordinal_word="第",
    century_word="世纪",
    quarter_words=("第", "季度"),
    dash="至",
    years_dash="—",
)
