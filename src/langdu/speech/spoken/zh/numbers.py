"""Figures as Chinese words.

两 stands at the head of a number before 千, 万 and 亿; 二 before 百 and 十 and within a number:
两千二百, 三万二千. So 吕叔湘, 现代汉语八百词, for careful speech. 两 before measure words depends
on what follows, so callers decide it.
"""

from typing import Final

DIGITS: Final = "零一二三四五六七八九"
#: 一 on the telephone, where it sounds like 七.
PHONE: Final = "零幺二三四五六七八九"
_STEPS: Final = ("", "十", "百", "千")
_SCALES: Final = ("", "万", "亿", "万亿")
#: Longer numbers are codes: nobody reads them as numbers.
LONGEST: Final = 16


def digits(figures: str, names: str = DIGITS) -> str:
    """Digit by digit; what is no digit is left out."""
    return "".join(names[int(figure)] for figure in figures if figure.isdecimal())


def number(figures: str, *, counted: bool = False) -> str:
    """A number as it is written, with commas and decimals: 1,200.50 → 一千二百点五零.

    ``counted``: a measure word follows, so that 2 is 两. Figures after a zero in front are read one
    by one.
    """
    whole, point, decimals = figures.partition(".")
    whole = "".join(char for char in whole if char.isdecimal())
    if point:
        return f"{cardinal(whole or '0')}点{digits(decimals)}"
    return "两" if counted and whole == "2" else cardinal(whole)


def cardinal(whole: str) -> str:
    """A whole number: 10010 → 一万零一十."""
    if len(whole) > LONGEST or (whole.startswith("0") and len(whole) > 1):
        return digits(whole)
    groups = [int(whole[max(0, end - 4) : end]) for end in range(len(whole), 0, -4)]
    words = ""
    gap = False
    for scale in range(len(groups) - 1, -1, -1):
        group = groups[scale]
        if not group:
            gap = bool(words)
            # 亿 is said once where 万亿 and 亿 have the same group: 一万亿, 一万零二亿
            continue
        if words and (gap or group < 1000):
            words += "零"
        words += _group(group, leading=not words, scaled=scale > 0) + _scale(scale, groups)
        gap = False
    return words or "零"


def _scale(scale: int, groups: list[int]) -> str:
    """万 of 亿: only the last group before 亿 says 亿 (一万二千亿)."""
    if scale == 3:
        return "万" if groups[2] else "万亿"
    return _SCALES[scale]


def _group(group: int, *, leading: bool, scaled: bool) -> str:
    """A group of four figures."""
    if leading and scaled and group == 2:
        return "两"
    words = ""
    gap = False
    figures = str(group)
    for place, figure in zip(range(len(figures) - 1, -1, -1), map(int, figures), strict=True):
        if not figure:
            gap = True
            continue
        words += "零" if gap and words else ""
        gap = False
        if leading and not words and place == 1 and figure == 1:
            words = "十"
        elif leading and not words and place == 3 and figure == 2:
            words = "两千"
        else:
            words += DIGITS[figure] + _STEPS[place]
    return words
