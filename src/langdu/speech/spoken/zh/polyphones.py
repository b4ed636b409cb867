"""How words sound that eSpeak NG reads wrong.

pypinyin's 47,000 phrases keep together what belongs together; of the words that they leave, those
of ``words.txt`` get their pinyin. Two things depend on what stands around: surnames, which are read
in their own way (任书记, 单主任), and 以 … 为 ….
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Final

from langdu.speech.spoken.form import Reading

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
#: Characters of a word; longer phrases are sayings, whose words are known as well.
_LONGEST: Final = 8
_BY: Final = re.compile("以[^，。；：、！？,.;:!?以]{1,24}$")


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: Mapping[str, str]  # word → pinyin
    known: frozenset[str]  # these, and all that keeps characters together

    def cut(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of the words on which a reader from the left and one from the right agree.

        Each takes the longest that is known; where they differ (下 调研, 下调 研), characters come
        one by one. pypinyin's own segmenter reads from the left only, gives beginnings of words as
        words, and takes the square of a text's length.
        """
        from_right = set(self._from_right(text))
        for start, end in self._from_left(text):
            if (start, end) in from_right:
                yield start, end
            else:
                yield from ((at, at + 1) for at in range(start, end))

    def _from_left(self, text: str) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(text):
            ends = range(min(len(text), at + _LONGEST), at + 1, -1)
            end = next((end for end in ends if text[at:end] in self.known), at + 1)
            yield at, end
            at = end

    def _from_right(self, text: str) -> Iterator[tuple[int, int]]:
        at = len(text)
        while at > 0:
            starts = range(max(0, at - _LONGEST), at - 1)
            start = next((start for start in starts if text[start:at] in self.known), at - 1)
            yield start, at
            at = start


def readings(text: str) -> tuple[Reading, ...]:
    """The words of a text that eSpeak NG reads wrong, in order."""
    return tuple(_readings(text))


def _readings(text: str) -> Iterator[Reading]:
    for run in _HAN.finditer(text):
        for start, end in _lexicon().cut(run[0]):
            yield from _reading(text, run.start() + start, run.start() + end)


def _reading(text: str, start: int, end: int) -> Iterator[Reading]:
    words, word = _lexicon().words, text[start:end]
    sounds = words.get(word) or _surname(text, start, word) or _role(text, start, word)
    if sounds and not _splits(text, end, word):
        yield Reading(start, end, sounds)
        return
    for place, char in enumerate(word, start):
        if char in words:
            yield Reading(place, place + 1, words[char])


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
def _lexicon() -> _Lexicon:
    from pypinyin.phrases_dict import phrases_dict

    rows = [line.split("\t") for line in _lines("words.txt")]
    words = {row[0]: row[1] for row in rows if len(row) > 1}
    common = " ".join(_lines("common.txt")).split()
    phrases = (phrase for phrase in phrases_dict if len(phrase) <= _LONGEST)
    known = frozenset(row[0] for row in rows).union(common, phrases)
    return _Lexicon(MappingProxyType(words), known)


def _lines(name: str) -> list[str]:
    table = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in table.split("\n") if line and not line.startswith("#")]
