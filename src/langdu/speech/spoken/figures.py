"""How figures are written, and how Japanese and Korean group them by ten thousands."""

import re
from dataclasses import dataclass
from typing import Final

#: 17,000 · 12: bounded, so that no text of commas costs the square of its length.
WHOLE: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,8}(?![0-9])|[0-9]+)"
#: 12.5, but not the 1.2 of 1.2.3.
NUMBER: Final = rf"{WHOLE}(?:\.[0-9]{{1,30}}(?!\.?[0-9]))?"
#: 1.2.3 or 10-4-3: versions, addresses of machines, numbers of files.
DOTTED: Final = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6}){2,5}(?![0-9])")
DASHED: Final = re.compile(r"[0-9]{1,8}(?:-[0-9]{1,8}){2,5}(?![0-9])")
#: Longer numbers are codes: nobody reads them as numbers.
LONGEST: Final = 16


@dataclass(frozen=True, slots=True)
class Myriads:
    """The words for numbers of a language that counts in ten thousands.

    ``codes`` are the digits of codes and telephone numbers, ``digits`` those of all else; ``joint``
    stands between groups of four figures. ``one_before`` are the scales that say their
    one (一万, 일억), ``one_in_thousand`` tells whether a group before a scale says it (一千万).
    """

    digits: str
    codes: str
    point: str
    joint: str
    one_before: frozenset[str]
    one_in_thousand: bool
    steps: tuple[str, str, str, str]
    scales: tuple[str, str, str, str]

    def code(self, figures: str) -> str:
        """Digit by digit, as on the telephone; what is no digit is left out."""
        return "".join(self.codes[int(figure)] for figure in figures if figure.isdecimal())

    def number(self, figures: str) -> str:
        """A number with commas and decimals: 1,200.50."""
        whole, point, decimals = figures.replace(",", "").partition(".")
        words = self.cardinal(whole)
        if not point:
            return words
        return words + "".join([self.point, *(self.digits[int(figure)] for figure in decimals)])

    def cardinal(self, whole: str) -> str:
        """A whole number; figures after a zero in front, and very long ones, one by one."""
        if len(whole) > LONGEST or (whole.startswith("0") and len(whole) > 1):
            return self.code(whole)
        groups = [int(whole[max(0, end - 4) : end]) for end in range(len(whole), 0, -4)]
        words = [self.scaled(group, self.scales[place]) for place, group in enumerate(groups)]
        return self.joint.join(word for word in reversed(words) if word) or self.digits[0]

    def scaled(self, group: int, scale: str) -> str:
        """One to four figures with their scale, which may be none."""
        if not group:
            return ""
        if group == 1 and scale and scale not in self.one_before:
            return scale
        return self._group(group, scale) + scale

    def _group(self, group: int, scale: str) -> str:
        words = ""
        for place, figure in zip((3, 2, 1, 0), map(int, f"{group:04}"), strict=True):
            if not figure:
                continue
            said = figure > 1 or not place or (place == 3 and scale and self.one_in_thousand)
            words += (self.digits[figure] if said else "") + self.steps[place]
        return words
