"""Arithmetic that never rounds, whatever the caller's decimal context is."""

from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

#: Twice the digits of the longest number that is read: no product is rounded.
_DIGITS: Final = 120


def multiply(a: Decimal, b: Decimal) -> Decimal:
    """``a`` times ``b``."""
    return Context(prec=_DIGITS).multiply(a, b)


def add(a: Decimal, b: Decimal) -> Decimal:
    """``a`` plus ``b``."""
    return Context(prec=_DIGITS).add(a, b)


def decimal(value: Fraction) -> Decimal | None:
    """The fraction as a decimal, or ``None`` where that has no end (1/3)."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return None
    return Context(prec=_DIGITS).divide(Decimal(value.numerator), Decimal(value.denominator))
