"""English: what leads to a quantity, and the forms to try there."""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from langdu.quantities import english_dates as dates
from langdu.quantities import english_words as table
from langdu.quantities.east import code, numbered
from langdu.quantities.english_numbers import read
from langdu.quantities.fixed import fixed, skip
from langdu.quantities.quantity import Quantity
from langdu.quantities.scanner import Found, Grammar, Reading
from langdu.quantities.west import amount, by_initial

_NAMES: Final = MappingProxyType(
    {
        word.replace("_", mark): unit
        for unit, *words in (line.split() for line in table.UNITS.split("\n") if line.strip())
        for word in words
        for mark in (" ", "-")
    }
    | dict(table.SIGNS)
)


def _any(words: Mapping[str, object] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_UNITS: Final = re.compile(
    r"(?:\s|-|(?=[%％℃°A-Za-z]))"
    rf"(?P<unit>{_any([name for name in _NAMES if name not in table.SIGNS or name.isalpha()])})"
    r"(?![A-Za-z²³0-9])",
    re.IGNORECASE,
)
_SIGNS: Final = re.compile(rf"(?P<unit>{_any(dict(table.SIGNS))})\s?(?=\d)", re.IGNORECASE)
_PART: Final = re.compile(
    rf"(?:(?P<n>(?:an?|one|two|three|four|five|six|seven|eight|nine|\d{{1,2}})(?=[\s-]))[\s-]|)(?P<part>{_any(dict(table.PARTS))})(?![A-Za-z])",
    re.IGNORECASE,
)
#: After "a third" where it is a share and no turn.
_SHARE: Final = re.compile(
    r"\s(?:of|more|less|fewer|higher|lower|larger|smaller|bigger|up|down|compared|from|over)\b"
)
_RATIO: Final = re.compile(r"(?P<a>\d{1,3})/(?P<b>\d{1,3})(?![\d/])", re.ASCII)
_ORDINAL: Final = re.compile(
    r"(?:(?P<n>\d{1,3}(?:,\d{3})*|\d{1,6})(?:st|nd|rd|th)"
    rf"|(?:(?P<tens>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-)?(?P<word>{_any(dict(table.ORDINALS))}))"
    r"(?![A-Za-z])(?:[\s-](?P<unit>century|centuries|quarters?)(?![A-Za-z]))?",
    re.IGNORECASE | re.ASCII,
)
_VAGUE_DOZEN: Final = re.compile(
    r"(?:(?<=than )|(?<=over )|(?<=about )|(?<=around ))a dozen(?![A-Za-z])", re.IGNORECASE
)
_ONE_BEFORE: Final = re.compile(r"(?:\b(?:an?|one|half a)|\b1|[0-9]\.[0-9]+)$", re.IGNORECASE)
_QUARTER: Final = re.compile(r"Q(?P<n>[1-4])(?!\w|\.\w)")


def unit(text: str, at: int) -> tuple[str, int] | None:
    """The unit right after a number."""
    match = _UNITS.match(text, at)
    if not match:
        return None
    if match["unit"] == "second" and text[at] == " " and not _ONE_BEFORE.search(text[:at][-8:]):
        return None  # three second prizes
    return _NAMES[match["unit"].lower()], match.end()


def year(text: str, at: int) -> Reading | None:
    """A year, but not 2000 km."""
    reading = dates.year(text, at)
    if reading and text[reading.end - 1] != "s" and (after := unit(text, reading.end)):
        return reading if after[0] in ("KRW", "second", "minute") else None  # in 2019 won …
    return reading


def fraction(text: str, at: int) -> Reading | None:
    """1/3 · one third · two-thirds · three quarters of · a third of."""
    if match := _RATIO.match(text, at):
        above, below = int(match["a"]), int(match["b"])
        if not 0 < above < below:
            return Reading(match.end())
    elif (match := _PART.match(text, at)) and match["n"]:
        word, below = match["n"].lower(), table.PARTS[match["part"].lower()]
        above = int(word) if word.isdigit() else int(table.CARDINALS.get(word, Decimal(1)))
        plural = match["part"].lower().endswith(("s", "ves"))
        if plural != (above > 1):
            return None
        if word in ("a", "an") and below != 2 and not _SHARE.match(text, match.end()):
            return None
    else:
        return None
    value = Fraction(above, below)
    end = match.end()
    soft = below == 2 and above == 1 and match[0].lower().startswith("a")
    quantity = Quantity("fraction", value, at, end, soft=soft)
    return Reading(end, (Found(quantity, (at, end)),))


def first_quarters(text: str, at: int) -> Reading | None:
    """The first three quarters are nine months, and no fraction."""
    match = re.compile(r"first\s(two|three)\squarters", re.IGNORECASE).match(text, at)
    if not match:
        return None
    value, span = table.CARDINALS[match[1].lower()], match.span(1)
    quantity = Quantity("number", value, *span, unit="quarter", soft=True)
    return Reading(match.end(), (Found(quantity, span),))


def ordinal(text: str, at: int) -> Reading | None:
    """3rd · third · twenty-first century · second quarter · Q2."""
    if match := _QUARTER.match(text, at):
        return _ordinal(match, Decimal(match["n"]), "quarter", soft=False)
    match = _ORDINAL.match(text, at)
    if not match:
        return None
    unit = (match["unit"] or "").lower()
    name = "century" if unit.startswith("cent") else "quarter" if unit else None
    if match["n"]:
        return _ordinal(match, Decimal(match["n"].replace(",", "")), name, soft=False)
    value = table.ORDINALS[match["word"].lower()]
    if match["tens"]:
        if value >= 10:
            return None
        value += table.CARDINALS[match["tens"].lower()]
    soft = (value <= 2 and name is None) or text[match.end() : match.end() + 1] == ","
    return _ordinal(match, value, name, soft=soft)


def _ordinal(match: re.Match[str], value: Decimal, unit: str | None, *, soft: bool) -> Reading:
    quantity = Quantity("ordinal", value, *match.span(), unit=unit, soft=soft)
    return Reading(match.end(), (Found(quantity, match.span()),))


def vague_dozen(text: str, at: int) -> Reading | None:
    """More than a dozen: soft, for 十几 is not twelve."""
    match = _VAGUE_DOZEN.match(text, at)
    if not match:
        return None
    quantity = Quantity("number", Decimal(12), *match.span(), soft=True)
    return Reading(match.end(), (Found(quantity, match.span()),))


_LEADS: Final = by_initial(
    [*table.CARDINALS, *table.ORDINALS, *table.PARTS, *table.MONTHS, *dates.DECADES, *table.LEADS]
)
#: A figure, unless letters stand before it; but mid-1990s is a decade.
_FIGURE: Final = (
    r"(?:(?<![\w.])(?<![A-Za-z][-/])|(?<=mid-)|(?<=pre-)|(?<=post-)|(?<=early-)|(?<=late-)"
    r"|(?<=agnitude-))[0-9]"
)
_MARKS: Final = "".join(sign for sign in table.SIGNS if len(sign) == 1)

GRAMMAR: Final = Grammar(
    lead=re.compile(
        rf"\b(?:{_LEADS}(?![A-Za-z])|(?:RMB|CNY|USD|EUR|[UHN][SKT]\$)\s?(?=[0-9])|https?:|www\."
        r"|(?:GB|ISO|IEC|ISBN|ISSN|RFC)(?:/[A-Z])?[ :-]{1,2}[0-9]|Q[1-4])"
        rf"|{_FIGURE}|(?<!\w)(?:['’][2-9]0s|\+(?=[0-9])|[{_MARKS}]\s?(?=[0-9]))"
    ),
    token=re.compile(r"[0-9][0-9.,]*|\w+"),
    at_figures=(
        dates.date,
        numbered,
    ),
    at_words=(
        numbered,
        dates.date,
        dates.in_words,
        skip(rf"(?i:(?:{table.SKIPPED}))(?![A-Za-z])"),
        first_quarters,
        vague_dozen,
        fixed(table.FIXED, end=r"(?![A-Za-z])(?!\sa\s(?:hundred|thousand|[mbtr]+illion|dozen))"),
    ),
    forms=(
        dates.time,
        fraction,
        ordinal,
        year,
        skip("[0-9]{1,6}[A-Z](?![a-z])[A-Za-z0-9-]{0,20}"),  # 5G
        amount(read, unit, _SIGNS, table.SIGNS, table.LETTERS),
        code,
    ),
    between=re.compile(r"\s?[-−–—~]\s?|\sto\s|\sthrough\s|\sor\s"),
    listed=re.compile(r"\s?[,–—-]\s?|\s(?:and|to|through)\s"),
    before=re.compile(
        r"(?i:\b(?P<under>less than|fewer than|under|below|no(?:t)? more than|at most|up to|within)"
        r"|\b(?P<over>more than|over|above|at least|exceed(?:s|ed|ing)?|upwards of|in excess of"
        r"|no (?:less|fewer) than)"
        r"|\b(?P<about>about|around|some|approximately|nearly|almost|roughly|close to|circa"
        r"|an estimated))"
        r"\s(?:an?\s|the\s)?$"
    ),
    after=re.compile(
        r"(?i:(?P<over>\+|-plus|-odd|(?:\s[a-z]{1,14})?\sor more|(?:\s[a-z]{1,14})?\sor above)"
        r"|(?P<under>\sor less|\sor fewer)|(?P<about>\sor so))"
    ),
    frost_before=re.compile(r"(?:\bminus\s|(?<![A-Za-z0-9)%°])[-−－])$", re.IGNORECASE),
    frost_after=re.compile(
        r"(?:\sdegrees?)?(?:\s(?:Celsius|centigrade))?"
        r"(?:\sbelow(?:\s(?:zero|freezing))?(?![a-z])|\sof frost)",
        re.IGNORECASE,
    ),
    degrees=re.compile(r"\s?(?:degrees?|below (?:zero|freezing)|°)"),
)
