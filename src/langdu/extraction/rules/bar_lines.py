"""Lines that say who wrote it, when, and how often it was read: By Jane Roe | May 5, 2024 10:15.

A line is taken apart at its strokes and dots; each part has to be something that a bar says, and
what is left of a part without the known names and the words of dates has to be nothing.
"""

import re
from dataclasses import dataclass
from typing import Final

from langdu.extraction.dates import is_date
from langdu.extraction.labels import bar_from, is_tools

#: A name has full stops only behind its initials: M. Tully, J.R. Roe, Dr. Roe.
_NAME: Final = r"(?:[^.!?。\n]|(?<=\b\w)\.|(?<=\b[DM]r)\.|(?<=\bMrs)\.)"
_BYLINE: Final = re.compile(
    # names begin with a capital, and "By the river" is a heading
    r"(?:by|(?:posted|written|(?:medically )?reviewed) by|от|автор:?)\s"
    r"(?:(?=staff|our)|(?-i:(?![a-zа-яё])))" + _NAME + r"{2,60}\Z"
    r"|[^.!?。]{2,40}\s기자(?:\s+[\w.+-]{1,60}@[\w.-]{1,60})?\Z"
    r"|from the section\s[^.!?]{2,40}\Z"
    r"|(?:advertisement|advert|реклама|広告|광고|广告|share this(?: article| story| post)?)\Z",
    re.IGNORECASE,
)
#: How long it takes, how often it was read, what number the page has.
_COUNTER: Final = re.compile(
    r"\d{1,3}[ -]?min(?:ute)?s?[ -]read|\d{1,3} мин(?:ут[аы]?)? чтения|(?:\d{1,6}\s)?comments?"
    r"|\d{1,6}\s(?:комментари[йяев]{1,2}|просмотр(?:ов|а)?|shares|views)|댓글\s?\d{1,6}"
    r"|(?:阅读|浏览|评论|点击)(?:量|数|次数)?\s?\d{1,8}|ページ(?:番号|ID)\s?[:：]?\s?\d{2,12}",
    re.IGNORECASE,
)
#: 2024-05-20 14:33 · 新华社
_DATE_AND_NAME: Final = re.compile(
    r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?\s?(?:\d\d?:\d\d(?::\d\d)?)?"
    r"\s?[·|｜•\s]\s?[^，。,.!?！？]{1,16}\Z"
)
#: (People's Daily Online) 11:35, November 23, 2022 · 「人民網日本語版」2023年8月11日
_IN_BRACKETS: Final = re.compile(
    r"[（(\[【「『][^（）()\[\]【】「」『』]{2,40}[）)\]】」』]\s?(?=.*\d)"
)
_STROKES: Final = re.compile(r"\n|\s?[|｜•·]\s?|\s(?:/|—|–|-)\s")
_MONTHS: Final = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "янв фев мар апр июн июл авг сен сент окт ноя дек "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro "
    "januar februar märz april mai juni juli oktober dezember janvier février mars avril juin "
    "juillet août septembre octobre novembre décembre gennaio febbraio aprile maggio giugno "
    "luglio settembre ottobre dicembre 月 월"
)
_WEEKDAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
    "lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta feira "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi "
    "vendredi samedi dimanche lunedì martedì mercoledì giovedì venerdì sabato domenica "
    "月 火 水 木 金 土 日 월 화 수 목 금 토 일 星期一 星期二 星期三 星期四 星期五 星期六 星期日 "
    "星期天 周一 周二 周三 周四 周五 周六 周日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日"
)
#: What stands between names, dates and times.
_SMALL: Final = (
    "by on at and in of the st nd rd th am pm a m p t z utc gmt bst cet cest eet est edt cst cdt "
    "mst mdt pst pdt et ct mt pt ist jst kst msk от в и мск г года de del el à às a las y e um uhr "
    "den der le h 年 日 时 時 分 秒 点 년 일 시 분 上午 下午 午前 午後 오전 오후 北京时间"
)
_VERBS: Final = frozenset(
    "published updated posted modified last опубликовано обновлено изменено publicado actualizado "
    "atualizado publié aktualisiert 发布 发表 更新 公開 入力 입력 수정 등록 승인".split()
)
_MONTH: Final = frozenset(_MONTHS.split())
_WHEN: Final = _MONTH | _VERBS | frozenset(f"{_WEEKDAYS} {_SMALL}".split())
_WORD: Final = re.compile(r"[^\W\d_]+")
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}[:：.h]\d\d(?!\d)|\d\s?[ap]\.?m\b")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_FIGURES: Final = re.compile(r"(?<!\d)\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)")
_MAX: Final = 200


@dataclass(frozen=True, slots=True)
class Known:
    """Names that the page is known to have, in lower case, the longest first: its authors', and
    those of sites and sources, which say nothing without a date."""

    authors: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def is_byline(line: str, names: Known) -> bool:
    """Whether a line tells who, when or how often, and nothing else."""
    if len(line) > _MAX:
        return False
    if _BYLINE.match(line) or is_date(line) or _DATE_AND_NAME.match(line):
        return True
    parts = [part for part in _STROKES.split(line) if part.strip()]
    if sum(map(is_date, parts)) > 1:
        return False  # two days are a span of time: 29 November 2018 | 20 January 2019
    return _is_part(line, names) or (len(parts) > 1 and _are_parts(parts, names))


def _are_parts(parts: list[str], names: Known) -> bool:
    said = [_is_part(part, names) or bool(_BYLINE.match(part)) for part in parts]
    return any(said) and all(
        told or is_tools(part) or bar_from(part) == 0 or part.lower() in names.others
        for told, part in zip(said, parts, strict=True)
    )


def _is_part(part: str, names: Known) -> bool:
    """Whether nothing is left without labelled values, counters, names, and words of dates."""
    start = bar_from(part)
    rest = (part if start is None else part[:start]).lower()
    bare = _COUNTER.sub(" ", rest)
    if not bare.strip(" ,，.、;|·"):
        return bare != rest
    bare = _IN_BRACKETS.sub(" ", bare)
    unsigned = _without(bare, names.authors)
    without = _without(unsigned, names.others)
    words = _WORD.findall(without)
    if any(word not in _WHEN for word in words):
        return False
    if unsigned != bare and not any(c.isdigit() for c in without):
        return unsigned == without
    return _is_dated(without, words, named=without != bare)


def _without(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = text.replace(name, " ")
    return text


def _is_dated(text: str, words: list[str], *, named: bool) -> bool:
    """Whether a text of such words has a day, with a year or a time of the day."""
    timed = _CLOCK.search(text) is not None
    if timed and not _VERBS.isdisjoint(words):
        return True
    if _FIGURES.search(text):
        return True
    day = _DAY.search(text) is not None and not _MONTH.isdisjoint(words)
    return day and (timed or named or _YEAR.search(text) is not None)
