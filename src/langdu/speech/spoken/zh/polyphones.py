"""How words sound that eSpeak NG reads wrong.

pypinyin's 47,000 phrases keep together what belongs together; of the words that they leave, those
of ``words.txt`` get their pinyin. Two things depend on what stands around: surnames, which are read
in their own way (任书记, 单主任, 曾志伟), and 以 … 为 ….
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.form import Reading
from langdu.speech.spoken.zh.persons import persons
from langdu.speech.spoken.zh.segmenting import lines, phrase_pinyin, words_of

_HAN: Final = re.compile("[\u3400-\u9fff]+")
#: Characters that as a surname sound otherwise.
_SURNAMES: Final = MappingProxyType(
    {"任": "ren2", "曾": "zeng1", "解": "xie4", "区": "ou1", "单": "shan4", "查": "zha1"}
    | {"仇": "qiu2", "华": "hua4", "朴": "piao2", "覃": "qin2", "翟": "zhai2", "葛": "ge3"}
    | {"纪": "ji3", "应": "ying1", "乐": "yue4", "燕": "yan1", "宁": "ning4", "缪": "miao4"}
)
#: What stands after a surname alone: as one speaks to people, and offices. An office makes a
#: surname at the beginning of a clause only (被查书记), and never of 任 (他任局长).
_POLITE: Final = re.compile(
    "先生|女士|小姐|太太|同志|老师|教授|博士|医生|大夫|院士|师傅|警官|大爷|大妈|阿姨|奶奶|爷爷|叔叔|某某"
)
_OFFICES: Final = re.compile(
    "书记|主任|主席|总理|总统|[部省市县区镇乡局处科厅校院所站队组]长|经理|法官|记者"
)
_BEFORE_PERSONS: Final = frozenset("和与及跟同对向给请由让的是为到把找问见替了叫")
#: 以 … 为 with these is wéi; before others it is wèi (以行动为党旗增辉).
_ROLES: Final = re.compile(
    "中心|核心|主[体题线导]?|目标|抓手|载体|契机|基[础点石]|重点|导向|引领|牵引|龙头|依托|根本|己任|荣|鉴|镜|准"
    "|例|代表|支撑|突破口|原则|宗旨|动力|纽带|平台|家|师|本|题|切入点|出发点|落脚点|底线|前提|标准|单位|界|首|先"
    "|耻|戒|伴|友|要|上|辅|限|据|由|名|证|媒|桥|笔|傲|乐|生|底色|背景|指引|指导|统领|保障|引擎|主攻"
)
_BY: Final = re.compile("以[^，。；：、！？,.;:!?以]{1,24}$")


@dataclass(frozen=True, slots=True)
class _Table:
    words: Mapping[str, str]  # word → pinyin
    pattern: re.Pattern[str]  # a place where a word of several characters may be


def readings(text: str) -> tuple[Reading, ...]:
    """The words of a text that eSpeak NG reads wrong, in order."""
    return tuple(_readings(text))


def _readings(text: str) -> Iterator[Reading]:
    table = _table()
    cut = words_of if table.pattern.search(text) else _characters
    for run in _HAN.finditer(text):
        named = persons(run[0], _SURNAMES)
        for start, end in _apart(cut(run[0]), named, run[0], table.words):
            if end - start == 1 and start in named:
                at = run.start() + start
                yield Reading(at, at + 1, _SURNAMES[run[0][start]])
                continue
            yield from _reading(text, run.start() + start, run.start() + end, table.words)


def _apart(
    spans: Iterable[tuple[int, int]], named: Container[int], text: str, words: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """The spans, with the surnames at ``named`` cut off, but for words that have their pinyin."""
    for start, end in spans:
        if start in named and text[start:end] not in words:
            yield start, start + 1
            yield from ((at, at + 1) for at in range(start + 1, end))
        else:
            yield start, end


def _characters(text: str) -> Iterator[tuple[int, int]]:
    """Each on its own: where nothing is to be seen, pypinyin need not be loaded (0.2 s)."""
    return ((at, at + 1) for at in range(len(text)))


def _reading(text: str, start: int, end: int, words: Mapping[str, str]) -> Iterator[Reading]:
    word = text[start:end]
    sounds = words.get(word) or _surname(text, start, word) or _role(text, start, word)
    if sounds and not _splits(text, end, word):
        yield Reading(start, end, sounds)
        return
    at = 0
    while at < len(word):
        part = _part(word, at, words)
        if part:
            yield Reading(start + at, start + at + len(part), words[part])
        at += len(part) or 1


def _part(word: str, at: int, words: Mapping[str, str]) -> str:
    """The word within a longer one that sounds there as it does alone, by pypinyin."""
    for length in range(len(word) - at, 1, -1):
        part = word[at : at + length]
        if part in words and _agree(part, phrase_pinyin(word)[at : at + length], words[part]):
            return part
    return word[at] if word[at] in words else ""


def _agree(part: str, syllables: list[str], pinyin: str) -> bool:
    """Whether both are the same, but for neutral tones and the tones of 一 and 不."""
    pairs = list(zip(part, syllables, pinyin.split(" "), strict=False))
    return len(pairs) == len(part) and all(
        one[:-1] == other[:-1] and (one == other or "5" in one + other or char in "一不")
        for char, one, other in pairs
    )


def _splits(text: str, end: int, word: str) -> bool:
    """两个儿子 is no 个儿."""
    return word.endswith("儿") and text[end : end + 1] in tuple("子童女科媳孙")


def _surname(text: str, at: int, word: str) -> str | None:
    if word not in _SURNAMES:
        return None
    left = text[at - 1 : at]
    clause = not _HAN.search(left)
    polite = (clause or left in _BEFORE_PERSONS) and _POLITE.match(text, at + 1)
    office = clause and word != "任" and _OFFICES.match(text, at + 1)
    return _SURNAMES[word] if polite or office else None


def _role(text: str, at: int, word: str) -> str | None:
    named = word == "为" and _ROLES.match(text, at + 1) and _BY.search(text[max(0, at - 26) : at])
    return "wei2" if named else None


@cache
def _table() -> _Table:
    rows = [line.split("\t") for line in lines("words.txt")]
    words = {row[0]: row[1] for row in rows if len(row) > 1}
    several = "|".join(word for word in words if len(word) > 1)
    persons = f"[{''.join(_SURNAMES)}](?:{_POLITE.pattern}|{_OFFICES.pattern})"
    pattern = re.compile(f"{several}|{persons}|为(?:{_ROLES.pattern})")
    return _Table(MappingProxyType(words), pattern)
