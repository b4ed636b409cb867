"""Dates, years and times in the case that the sentence gives them."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.ru.governing import cases, preposition
from langdu.speech.spoken.ru.morphology import measured
from langdu.speech.spoken.ru.numbers import Case, cardinal, ordinal
from langdu.speech.spoken.scanner import Rule, before

_MONTHS: Final = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
_MONTH: Final = f"(?:{'|'.join(_MONTHS)})(?![а-яё])"
_GAP: Final = r"[\s\u00a0]?"
_DASH: Final = rf"{_GAP}[-–—]{_GAP}"
_YEAR_WORD: Final = (
    r"(?P<word>год(?:ами|ах|ам|ов|ом|а|у|е|ы)?(?![А-Яа-яё])|гг?(?:\.|(?![А-Яа-яё])))"
)
_NUMERIC: Final = re.compile(
    r"(?:(?P<d1>[0-3]?[0-9])\.(?P<m1>[01][0-9])\.(?P<y1>[12][0-9]{3})"
    r"|(?P<y2>[12][0-9]{3})-(?P<m2>[01]?[0-9])-(?P<d2>[0-3]?[0-9]))(?![0-9]|[.-][0-9])"
)
_DAY_MONTH: Final = re.compile(
    rf"(?P<n>[0-3]?[0-9])(?:{_DASH}(?P<m>[0-3]?[0-9]))?[\s\u00a0](?P<month>{_MONTH})"
    rf"(?:[\s\u00a0](?P<year>[12][0-9]{{3}})(?![0-9])(?:{_GAP}(?:года(?![а-яё])|г\.))?)?"
)
#: "с 1 по 5 марта": the first day is one as well.
_DAY: Final = re.compile(
    rf"(?P<n>[0-3]?[0-9])(?=[\s\u00a0](?:по|до|на|и|или)[\s\u00a0][0-3]?[0-9][\s\u00a0]{_MONTH})"
)
_YEAR: Final = re.compile(
    rf"(?P<n>1[0-9]{{3}}|2[01][0-9]{{2}})(?:(?:{_DASH}|/)(?P<m>1[0-9]{{3}}|2[01][0-9]{{2}}|(?<=/)[0-9]{{2}}))?{_GAP}"
    rf"(?P<kind>(?:учебн|финансов|отчётн|бюджетн|календарн)[а-яё]{{2,3}}[\s\u00a0])?{_YEAR_WORD}"
)
_YEAR_BEFORE: Final = re.compile(
    rf"(?P<n>1[0-9]{{3}}|2[01][0-9]{{2}})(?=[\s\u00a0](?:по|до|и|или)[\s\u00a0][12][0-9]{{3}}{_GAP}"
    r"(?:год|гг?\.))"
)
#: A year that nothing is said of: в 2020, к 2030.
_YEAR_ALONE: Final = re.compile(
    r"(?P<n>19[0-9]{2}|20[0-9]{2})(?=[.,;:!?)»]|$|[\s\u00a0](?:и|или|по|до|[А-ЯЁ])(?![0-9]))(?![.,:][0-9])"
)
_CLOCK: Final = re.compile(
    r"(?P<hour>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?![0-9:])"
)
#: 15.30 after a preposition of time, with nothing that it could measure.
_DOTTED: Final = re.compile(
    r"(?P<hour>[01]?[0-9]|2[0-4])\.(?P<minute>[0-5][0-9])(?P<second>)(?![0-9.%])"
    r"(?=[.,;!?)]|$|[\s\u00a0](?:по|до|в|на|и|состо|мск|начн|нача)[\s\u00a0а-я])"
)
#: 4 мая, 12.00
_DATE_BEFORE: Final = re.compile(
    rf"{_MONTH}(?:[\s\u00a0][0-9]{{4}}[\s\u00a0]г(?:\.|ода))?,[\s\u00a0]$"
)
_SCORE: Final = re.compile(r"(?P<a>[0-9]{1,3}):(?P<b>[0-9]{1,3})(?![0-9:])")
_UNTIL: Final = re.compile(r"[-–—](?=[0-9]{1,2}:[0-9]{2})")
#: Forms of год that leave one case only.
_FORMS: Final[Mapping[str, Case]] = MappingProxyType(
    {
        "год": "nomn",
        "года": "gent",
        "годом": "ablt",
        "годы": "nomn",
        "годов": "gent",
        "годам": "datv",
        "годами": "ablt",
        "годах": "loct",
    }
)
_SINGULAR: Final[Mapping[Case, str]] = MappingProxyType(
    {"nomn": "год", "gent": "года", "datv": "году", "accs": "год", "ablt": "годом", "loct": "году"}
)
_PLURAL: Final[Mapping[Case, str]] = MappingProxyType(
    {
        "nomn": "годы",
        "gent": "годов",
        "datv": "годам",
        "accs": "годы",
        "ablt": "годами",
        "loct": "годах",
    }
)


def _day_case(match: re.Match[str]) -> Case:
    """A date without preposition says when, in the genitive."""
    allowed = cases(match)
    if allowed[0] in ("nomn", "gent"):
        return "gent"
    return "nomn" if allowed[0] == "accs" else allowed[0]


def _numeric(match: re.Match[str]) -> str | None:
    day, month = int(match["d1"] or match["d2"]), int(match["m1"] or match["m2"])
    if not (1 <= month <= 12 and 1 <= day <= 31) or re.search(r"[0-9][.-]?$", before(match)):
        return None
    year = int(match["y1"] or match["y2"])
    return _date(day, _MONTHS[month - 1], year, _day_case(match))


def _date(day: int, month: str, year: int | None, case: Case) -> str:
    words = f"{ordinal(day, case, 'neut')} {month}"
    return words if year is None else f"{words} {ordinal(year, 'gent')} года"


def _day_month(match: re.Match[str]) -> str | None:
    case = _day_case(match)
    first, last = int(match["n"]), int(match["m"] or match["n"])
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    year = int(match["year"]) if match["year"] else None
    head = f"{ordinal(first, case, 'neut')} – " if match["m"] else ""
    return head + _date(last, match["month"], year, case)


def _year(match: re.Match[str]) -> str:
    written = match["word"]
    case = _year_case(match, written)
    plural = written in ("гг", "гг.") or written in ("годы", "годов", "годам", "годами", "годах")
    short = written.startswith("г") and not written.startswith("го")
    said = (_PLURAL if plural else _SINGULAR)[case] if short else written
    first = f"{ordinal(int(match['n']), case)} – " if match["m"] else ""
    kind = match["kind"] or ""
    last = match["m"] or match["n"]
    year = int(last if len(last) > 2 else match["n"][:2] + last)  # 2024/25
    return f"{first}{ordinal(year, case)} {kind}{said}"


def _year_case(match: re.Match[str], written: str) -> Case:
    word = preposition(match)
    if written == "году":
        return "datv" if word in ("к", "ко", "по", "согласно") else "loct"
    if written in _FORMS:
        return _FORMS[written]
    if word in ("в", "во", "о", "об", "при"):
        return "loct"
    case = cases(match)[0]
    # "весной 2020 г.", "план 2020 г.": after a noun
    return "gent" if case == "nomn" and word and written in ("г", "г.") else case


def _year_before(match: re.Match[str]) -> str:
    word = preposition(match)
    return ordinal(int(match["n"]), "loct" if word in ("в", "во") else cases(match)[0])


def _year_alone(match: re.Match[str]) -> str | None:
    if preposition(match) not in ("в", "к", "с", "до", "по", "после"):
        return None
    return _year_before(match)


def _clock(match: re.Match[str]) -> str | None:
    if re.search("[0-9:]$", before(match)):
        return None
    case = cases(match)[0]
    words = measured(str(int(match["hour"])), "час", case)
    for part, unit in (("minute", "минута"), ("second", "секунда")):
        value = int(match[part] or 0)
        words += f" {measured(str(value), unit, case)}" if value else ""
    return words


def _dotted(match: re.Match[str]) -> str | None:
    timed = preposition(match) in ("в", "до", "с", "к", "около") or _DATE_BEFORE.search(
        before(match)
    )
    return _clock(match) if timed else None


RULES: Final = (
    Rule(_NUMERIC, _numeric),
    Rule(_DAY_MONTH, _day_month),
    Rule(_DAY, lambda m: ordinal(int(m["n"]) or 1, _day_case(m), "neut")),
    Rule(_YEAR, _year),
    Rule(_YEAR_BEFORE, _year_before),
    Rule(_YEAR_ALONE, _year_alone),
    Rule(_CLOCK, _clock),
    Rule(_DOTTED, _dotted),
    Rule(_SCORE, lambda m: f"{cardinal(m['a'])} – {cardinal(m['b'])}"),
    Rule(_UNTIL, lambda m: " – " if re.search(":[0-9]{2}$", before(m)) else None),
)
