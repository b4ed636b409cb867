"""Numbers of East Asia: figures, numerals and the scales 万 億 兆, mixed as they are written.

1.7万 · 1万7,000 · 三百零五 · 两万五 · 12亿3456万 · 1만 7천
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from langdu.quantities.exact import add, multiply
from langdu.quantities.scanner import LONGEST

_WIDE: Final = str.maketrans("０１２３４５６７８９．，％：", "0123456789.,%:")
DIGIT: Final = "[0-9０-９]"
#: Groups of three, by a comma; by a full-width one only where two groups make it sure.
DIGITS: Final = re.compile(
    rf"(?:{DIGIT}{{1,3}}(?:,{DIGIT}{{3}}){{1,8}}|{DIGIT}{{1,3}}(?:[，,]{DIGIT}{{3}}){{2,8}}"
    rf"|{DIGIT}{{1,24}})(?!{DIGIT})(?:[.．]{DIGIT}{{1,40}}(?![0-9０-９]))?"
)
#: 五点五, 一点二万; but 五点五分 is a time.
_POINT: Final = re.compile("[点點](?P<d>[零〇一二三四五六七八九]{1,6})(?![分刻十百千拾佰仟点點])")
#: 3만 5월: the second number is of another thing.
_NOT_ON: Final = re.compile("[년일시](?!간)|월|[%％:：-]")
_ZERO, _ONE, _TEN, _MYRIAD = Decimal(0), Decimal(1), Decimal(10), Decimal(10_000)

HAN: Final = MappingProxyType(
    {char: Decimal(i) for i, char in enumerate("〇一二三四五六七八九")}
    | {"零": _ZERO, "○": _ZERO, "两": Decimal(2), "兩": Decimal(2)}
    | {char: Decimal(i) for i, char in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
    | {"十": _TEN, "百": Decimal(100), "千": Decimal(1000), "拾": _TEN, "佰": Decimal(100)}
    | {"仟": Decimal(1000), "万": _MYRIAD, "萬": _MYRIAD, "亿": Decimal(10**8)}
    | {"億": Decimal(10**8), "兆": Decimal(10**12)}
)
HANGUL: Final = MappingProxyType(
    {char: Decimal(i) for i, char in enumerate("영일이삼사오육칠팔구")}
    | {"십": _TEN, "백": Decimal(100), "천": Decimal(1000), "만": _MYRIAD}
    | {"억": Decimal(10**8), "조": Decimal(10**12)}
)


@dataclass(frozen=True, slots=True)
class Run:
    """A number as it was read: ``text[start:end]``.

    ``figures``: it has figures; ``scaled``: it has scale words. ``scale``: the product of the scale
    words where it is one coefficient with them, else 1. ``bare``: a scale without a coefficient.
    """

    value: Decimal
    end: int
    figures: bool
    scaled: bool
    scale: Decimal
    bare: bool
    letters: int


def figures(text: str) -> Decimal:
    """Figures with separators, of full width or not. ``text`` is a match of :data:`DIGITS`."""
    return Decimal(text.translate(_WIDE).replace(",", ""))


def ascii_figures(text: str) -> str:
    """The text with its full-width figures, points and percent signs in ASCII."""
    return text.translate(_WIDE)


@dataclass(slots=True)
class _Sum:
    """The sum while it is read: finished scales, the part below the last scale, a coefficient."""

    total: Decimal = _ZERO
    section: Decimal = _ZERO
    current: Decimal | None = None
    small: Decimal = _MYRIAD
    big: Decimal = Decimal(10**20)
    product: Decimal = _ONE
    parts: list[str] = field(default_factory=list)

    def number(self, value: Decimal) -> bool:
        if self.current is not None:
            return False
        self.current = value
        return True

    def decimals(self, digits: str) -> None:
        tail = Decimal("0." + "".join(str(HAN[char]) for char in digits))
        self.current = add(self.current or _ZERO, tail)

    def scale(self, scale: Decimal) -> bool:
        self.product = multiply(self.product, scale)
        if scale < _MYRIAD:
            if scale >= self.small:
                return False
            coefficient = _ONE if self.current is None else self.current
            self.section = add(self.section, multiply(coefficient, scale))
            self.small = scale
        else:
            section = add(self.section, self.current or _ZERO)
            if scale == self.big and section:  # 386万7000万 is no number
                return False
            if scale >= self.big:  # 万亿: the one scales the other
                self.total = multiply(add(self.total, section), scale)
            elif section or self.current is None:
                self.total = add(self.total, multiply(section or _ONE, scale))
            self.section, self.small, self.big = _ZERO, _MYRIAD, scale
        self.current = None
        return True


def read(
    text: str,
    at: int,
    numerals: Mapping[str, Decimal],
    *,
    stop: re.Pattern[str] | None = None,
    gap: str = "",
) -> Run | None:
    """The number at a place, as long as it is well formed; ``None`` where there is none.

    ``stop``: words that begin like a scale and are none (千克). ``gap``: what may stand between a
    scale and the next smaller number (a space in 1만 7천).
    """
    sum_, i, last = _Sum(), at, ""
    while i < len(text) and i - at < LONGEST:
        char = text[i]
        if digits := DIGITS.match(text, i):
            if last == "d" or not sum_.number(figures(digits[0])):
                return None
            i, last = digits.end(), "d"
        elif (value := numerals.get(char)) is None:
            if char == gap and last == "S" and _goes_on(text, i + 1, sum_.big):
                i += 1
                continue
            break
        elif stop and stop.match(text, i):
            break
        elif value < _TEN:
            if value and not sum_.number(value):
                return None
            i, last = i + 1, "n" if value else "0"
        else:
            if not sum_.scale(value):
                return None
            i, last = i + 1, "S" if value >= _MYRIAD else "s"
        sum_.parts.append(last)
        i = _decimals(text, i, sum_)
    else:
        if i - at >= LONGEST:
            return None
    if not sum_.parts or (sum_.parts[-1] == "0" and len(sum_.parts) > 1):
        return None
    return _run(sum_, i, bare=numerals.get(text[at], _ZERO) > _TEN)


def _decimals(text: str, at: int, sum_: _Sum) -> int:
    """Where the decimals end that follow a numeral, if some do."""
    point = _POINT.match(text, at) if sum_.parts[-1] in "n0s" else None
    if not point:
        return at
    sum_.decimals(point["d"])
    sum_.parts.append("p")
    return point.end()


def _goes_on(text: str, at: int, below: Decimal) -> bool:
    digits = DIGITS.match(text, at)
    if digits is None or figures(digits[0]) >= below:
        return False
    return not _NOT_ON.match(text, digits.end())


def _run(sum_: _Sum, end: int, *, bare: bool) -> Run:
    shape = "".join(sum_.parts)
    rest = sum_.current if sum_.current is not None else _ZERO
    if shape.endswith(("sn", "Sn")) and sum_.product > _TEN and "d" not in shape:
        tenth = sum_.small if shape.endswith("sn") else sum_.big  # 三百五, 两万五
        rest = multiply(rest, tenth / 10)
    value = add(add(sum_.total, sum_.section), rest)
    simple = bool(re.fullmatch("[dn]?[sS]+|[n0]p[sS]+", shape))
    return Run(
        value=value,
        end=end,
        figures="d" in shape,
        scaled="s" in shape or "S" in shape,
        scale=sum_.product if simple else _ONE,
        bare=bare,
        letters=len(shape),
    )
