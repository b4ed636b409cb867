"""English style: 17,000, 1.2 million, March 30, 2020, 3:20 p.m. (The Chicago Manual of Style)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities.quantity import Clock, Day, plain
from langdu.quantities.writing import grouped, scaled

_SCALES: Final = ((12, " trillion"), (9, " billion"), (6, " million"))
_MONTHS: Final = (
    "January February March April May June July August September October November December"
).split()
#: Singular and plural, or one form for both.
_UNITS: Final = MappingProxyType(
    {
        name: (words.split("/")[0].replace("_", " "), words.split("/")[-1].replace("_", " "))
        for name, words in (
            pair.split("=")
            for pair in (
                "km2=square_kilometer/square_kilometers m2=square_meter/square_meters "
                "hectare=hectare/hectares mu=mu m3=cubic_meter/cubic_meters "
                "km=kilometer/kilometers "
                "cm=centimeter/centimeters mm=millimeter/millimeters mile=mile/miles "
                "m=meter/meters "
                "nmi=nautical_mile/nautical_miles ton=ton/tons kg=kilogram/kilograms jin=jin "
                "g=gram/grams l=liter/liters ml=milliliter/milliliters celsius=°C "
                "kwh=kilowatt-hour/kilowatt-hours gigawatt=gigawatt/gigawatts "
                "megawatt=megawatt/megawatts kw=kilowatt/kilowatts w=watt/watts hour=hour/hours "
                "minute=minute/minutes second=second/seconds day=day/days week=week/weeks "
                "month=month/months year=year/years pp=percentage_point/percentage_points CNY=yuan "
                "USD=US_dollar/US_dollars EUR=euro/euros GBP=pounds_sterling JPY=yen KRW=won "
                "RUB=ruble/rubles HKD=Hong_Kong_dollars TWD=New_Taiwan_dollars"
            ).split()
        )
    }
)


@dataclass(frozen=True, slots=True)
class _English:
    dash: str = "–"

    def number(self, value: Decimal, *, short: bool) -> str:
        if short and (found := scaled(value, _SCALES)):
            return grouped(found[0], ",", ".") + found[1]
        return grouped(value, ",", ".")

    def amount(self, number: str, value: Decimal, unit: str) -> str:
        if unit == "percent":
            return number + "%"
        return f"{number} {_UNITS[unit][value != 1]}"

    def ordinal(self, value: Decimal, unit: str | None) -> str:
        number = int(value)
        if unit == "quarter" and 1 <= number <= 4:
            return f"Q{number}"
        teen = 10 < number % 100 < 20
        end = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{end}" + (f" {unit}" if unit else "")

    def fraction(self, value: Fraction) -> str:
        return str(value)

    def year(self, first: Decimal, until: Decimal | None) -> str:
        return plain(first) + (self.dash + plain(until) if until is not None else "")

    def decade(self, value: Decimal) -> str:
        return f"{value}s"

    def date(self, first: Day, until: Day | None) -> str:
        if until is None:
            return _day(first)
        if until.day and first.month and (first.year, first.month) == (until.year, until.month):
            year = f", {first.year}" if first.year is not None else ""
            return f"{_MONTHS[first.month - 1]} {first.day}{self.dash}{until.day}{year}"
        return _day(first) + self.dash + _day(until)

    def time(self, value: Clock) -> str:
        if value.either_half or value.hour == 24:
            return str(value)
        hour = value.hour % 12 or 12
        return f"{hour}{str(value)[2:]} {'a.m.' if value.hour < 12 else 'p.m.'}"


def _day(day: Day) -> str:
    if day.month is None:
        return f"the {_English().ordinal(Decimal(day.day or 0), None)}"
    month = _MONTHS[day.month - 1]
    if day.day is None:
        return f"{month} {day.year}" if day.year is not None else month
    return f"{month} {day.day}" + (f", {day.year}" if day.year is not None else "")


STYLE: Final = _English()
