"""т. д., им., ул.: words that are written short."""

import re
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.ru.governing import GOVERNED, preposition
from langdu.speech.spoken.ru.morphology import inflected
from langdu.speech.spoken.ru.numbers import Case
from langdu.speech.spoken.scanner import Rule, after, before

_GAP: Final = r"[\s\u00a0]{0,2}"
_PHRASES: Final = MappingProxyType(
    {"т.д.": "так далее", "т.п.": "тому подобное", "т.е.": "то есть", "т.к.": "так как"}
    | {
        "т.н.": "так называемый",
        "т.ч.": "том числе",
        "н.э.": "нашей эры",
        "т.о.": "таким образом",
        "с.г.": "сего года",
    }
    | {"др.": "другие", "пр.": "прочее", "им.": "имени", "напр.": "например", "см.": "смотри"}
    | {
        "ср.": "сравни",
        "проф.": "профессор",
        "акад.": "академик",
        "тел.": "телефон",
        "доц.": "доцент",
    }
    | {
        "гр.": "гражданин",
        "тов.": "товарищ",
        "чел.": "человек",
        "вв.": "века",
        "прим.": "примечание",
    }
    | {"руб.": "рублей", "экз.": "экземпляров", "млн.": "миллионов", "кв.м": "квадратных метров"}
)
#: Before a name: in the case that the preposition takes.
_PLACES: Final = MappingProxyType(
    {"ул.": "улица", "г.": "город", "пл.": "площадь", "пер.": "переулок", "обл.": "область"}
    | {
        "р-н": "район",
        "с.": "село",
        "д.": "деревня",
        "пос.": "посёлок",
        "р.": "река",
        "о.": "остров",
    }
    | {
        "оз.": "озеро",
        "просп.": "проспект",
        "пр.": "проспект",
        "пр-т": "проспект",
        "наб.": "набережная",
    }
)
#: Before a number.
_NUMBERED: Final = MappingProxyType(
    {"д.": "дом", "кв.": "квартира", "стр.": "страница", "рис.": "рисунок", "табл.": "таблица"}
    | {"ст.": "статья", "п.": "пункт", "пп.": "пункты", "ч.": "часть", "гл.": "глава", "т.": "том"}
    | {"корп.": "корпус", "оф.": "офис", "вып.": "выпуск", "с.": "страница"}
)


def _spaced(short: str) -> str:
    return re.escape(short).replace(r"\.", rf"\.{_GAP}").removesuffix(_GAP)


def _any(words: MappingProxyType[str, str]) -> str:
    return "|".join(_spaced(word) for word in sorted(words, key=len, reverse=True))


_PHRASE: Final = re.compile(rf"(?P<short>{_any(_PHRASES)})(?![А-Яа-яЁё-])")
_PLACE: Final = re.compile(rf"(?P<short>{_any(_PLACES)})(?P<gap>{_GAP})(?=[А-ЯЁ«])")
_NUMBER: Final = re.compile(rf"(?P<short>{_any(_NUMBERED)})(?P<gap>{_GAP})(?=[0-9])")


def _start(match: re.Match[str]) -> bool:
    return not re.search(r"[A-Za-zА-Яа-яЁё0-9.-]$", before(match))


def _phrase(match: re.Match[str]) -> str | None:
    short = re.sub(r"[\s\u00a0]", "", match["short"])
    if (
        short == "пр."
        and re.match(r"[\s\u00a0]?[А-ЯЁ]", after(match))
        and not re.search(r"и[\s\u00a0]$", before(match))
    ):
        return None  # пр. Мира
    return _PHRASES.get(short) if _start(match) else None


def _region(match: re.Match[str]) -> str | None:
    """Московская обл.: in the case of the adjective before it."""
    ending = re.search(r"[а-яё](ая|ой|ую)[\s\u00a0]$", before(match))
    return {"ой": "области"}.get(ending[1], "область") if ending else None


def _inflected(match: re.Match[str], words: MappingProxyType[str, str]) -> str | None:
    if not _start(match):
        return None
    word = preposition(match)
    cases: tuple[Case, ...] = ("datv",) if word == "по" else GOVERNED.get(word, ("nomn",))
    # in, on: where something is, far more often than whither
    case = "loct" if "loct" in cases else cases[0]
    return f"{inflected(words[match['short']], 'sing', case)} "


RULES: Final = (
    Rule(re.compile(r"обл\.?(?![А-Яа-яЁё])"), _region),
    Rule(_PHRASE, _phrase),
    Rule(_NUMBER, lambda m: _inflected(m, _NUMBERED)),
    Rule(_PLACE, lambda m: _inflected(m, _PLACES)),
)
