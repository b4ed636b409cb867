"""What English and Russian share: a number, then a unit that names what it counts."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from langdu.quantities.east import kind_of
from langdu.quantities.exact import multiply
from langdu.quantities.quantity import Quantity
from langdu.quantities.scanner import Form, Found, Reading


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was read: ``text[start:end]``.

    ``words``: it has no figures. ``scale``: the scale word that it ends with, as a number.
    """

    value: Decimal
    end: int
    words: bool
    scale: Decimal = Decimal(1)
    plain: bool = False


Reader = Callable[[str, int], Number | None]
#: Reads a unit right after a number: its name, and where it ends.
UnitReader = Callable[[str, int], tuple[str, int] | None]


def by_initial(words: Iterable[str]) -> str:
    """A pattern of words in any case, by their first letters: much faster to pass over than a
    list, for the regular expression engine looks at one set of letters for each.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=len, reverse=True):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    each = (f"[{a}{a.upper()}](?i:{'|'.join(rest)})" for a, rest in rests.items())
    return "(?:" + "|".join(each) + ")"


def amount(
    read: Reader,
    unit_at: UnitReader,
    currency_before: re.Pattern[str],
    currencies: Mapping[str, str],
    letters: Mapping[str, Decimal],
) -> Form:
    """Numbers with currency or unit.

    ``currency_before`` has the group ``unit``, whose text in lower case is in ``currencies``
    (empty: it says no currency for sure). ``letters`` scale an amount of money ($5m).
    """

    def form(text: str, at: int) -> Reading | None:
        currency = currency_before.match(text, at)
        start = currency.end() if currency else at
        number = read(text, start)
        if number is None:
            return None
        value, end, scale, plain = number.value, number.end, number.scale, number.plain
        letter = letters.get(text[end : end + 1]) if currency and scale == 1 else None
        if letter and not text[end + 1 : end + 2].isalnum():
            value, end, scale, plain = multiply(value, letter), end + 1, letter, False
        core = (start, end)
        unit = unit_at(text, end)
        kind, name = kind_of(unit[0] if unit else None)
        if currency:
            name = name if kind == "money" else currencies[currency["unit"].lower()] or None
            unit, kind = unit if kind == "money" else None, "money"
        soft = number.words and value <= 1
        end = unit[1] if unit else end
        quantity = Quantity(kind, value, at, end, unit=name, soft=soft)
        return Reading(end, (Found(quantity, core, scale=scale, plain=plain),))

    return form
