"""Russian style: 17 000, 1,2 млн, 30 марта 2020 г. (А. Э. Мильчин, Справочник издателя и автора;
ГОСТ 8.417-2002 for units). Spaces within a quantity do not break.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities.quantity import Clock, Day, plain
from langdu.quantities.writing import grouped, scaled

_NBSP: Final = "\u00a0"
_SCALES: Final = ((12, "трлн"), (9, "млрд"), (6, "млн"))
_MONTHS: Final = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
).split()
_MONTHS_ALONE: Final = (
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
).split()
#: One form for all numbers, or those with 1, with 2 to 4 (and decimals), and with 5 and more.
_UNITS: Final = MappingProxyType(
    {
        name: tuple(form.replace("_", _NBSP) for form in forms.split("/"))
        for name, forms in (
            pair.split("=")
            for pair in (
                "km2=км² m2=м² hectare=га mu=му m3=м³ km=км cm=см mm=мм m=м ton=т kg=кг l=л ml=мл "
                "nmi=морская_миля/морские_мили/морских_миль mile=миля/мили/миль "
                "jin=цзинь/цзиня/цзиней g=грамм/грамма/граммов celsius=°C kwh=кВт·ч gigawatt=ГВт "
                "megawatt=МВт kw=кВт w=ватт/ватта/ватт hour=час/часа/часов "
                "minute=минута/минуты/минут second=секунда/секунды/секунд day=день/дня/дней "
                "week=неделя/недели/недель month=месяц/месяца/месяцев year=год/года/лет percent=% "
                "pp=п._п. CNY=юань/юаня/юаней USD=доллар_США/доллара_США/долларов_США EUR=евро "
                "GBP=фунт_стерлингов/фунта_стерлингов/фунтов_стерлингов JPY=иена/иены/иен "
                "KRW=вона/воны/вон RUB=рубль/рубля/рублей "
                "HKD=гонконгский_доллар/гонконгских_доллара/гонконгских_долларов "
                "TWD=тайваньский_доллар/тайваньских_доллара/тайваньских_долларов"
            ).split()
        )
    }
)


@dataclass(frozen=True, slots=True)
class _Russian:
    dash: str = "–"

    def number(self, value: Decimal, *, short: bool) -> str:
        if short and (found := scaled(value, _SCALES)):
            return grouped(found[0], _NBSP, ",", least=5) + _NBSP + found[1]
        return grouped(value, _NBSP, ",", least=5)

    def amount(self, number: str, value: Decimal, unit: str) -> str:
        forms = _UNITS[unit]
        many = number.endswith(tuple(word for _, word in _SCALES))
        return number + _NBSP + (forms[-1] if many or len(forms) == 1 else forms[_form(value)])

    def ordinal(self, value: Decimal, unit: str | None) -> str:
        word = {"century": " век", "quarter": " квартал"}.get(unit or "", "")
        return plain(value) + "-й" + word

    def fraction(self, value: Fraction) -> str:
        return str(value)

    def year(self, first: Decimal, until: Decimal | None) -> str:
        if until is None:
            return f"{plain(first)}{_NBSP}г."
        return f"{plain(first)}{self.dash}{plain(until)}{_NBSP}гг."

    def decade(self, value: Decimal) -> str:
        return f"{plain(value)}-е{_NBSP}годы"

    def date(self, first: Day, until: Day | None) -> str:
        if until is None:
            return _day(first)
        if until.day and first.month and (first.year, first.month) == (until.year, until.month):
            return f"{first.day}{self.dash}{_day(until)}"
        return _day(first) + _NBSP + self.dash + " " + _day(until)

    def time(self, value: Clock) -> str:
        return str(value)


def _form(value: Decimal) -> int:
    """Which form of a noun goes with a number."""
    if value % 1:
        return 1
    last, two = int(value % 10), int(value % 100)
    if last == 1 and two != 11:
        return 0
    return 1 if 2 <= last <= 4 and not 12 <= two <= 14 else 2


def _day(day: Day) -> str:
    if day.month is None:
        return f"{day.day}-го{_NBSP}числа"
    year = f"{_NBSP}{day.year}{_NBSP}г." if day.year is not None else ""
    if day.day is None:
        return _MONTHS_ALONE[day.month - 1] + year
    return f"{day.day}{_NBSP}{_MONTHS[day.month - 1]}{year}"


STYLE: Final = _Russian()
