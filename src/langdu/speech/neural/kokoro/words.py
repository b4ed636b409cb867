"""The pinyin of Chinese words: pypinyin's phrases, and for others its characters, some mended.

pypinyin gives a character outside its phrases the reading that its dictionary has first, which for
some is the rarer one. Readings that come with a text go before all of this.
"""

import re
from types import MappingProxyType
from typing import Final

#: Within all words: 质朴, 漯河, 珲春, which are wrong in its phrases as well.
_ALWAYS: Final = MappingProxyType({"朴": "pu3", "漯": "luo4", "珲": "hun2"})
#: Within words that are no phrases of pypinyin: 评为, 列为.
_WITHIN: Final = MappingProxyType({"为": "wei2"})
#: Characters that are a word of their own: 稳步 地, 跑 得 快.
_ALONE: Final = MappingProxyType({"地": "de5", "得": "de5", "长": "chang2"})
#: Names that pypinyin has no phrase for, or a wrong one: counties, and people of the past.
_NAMES: Final = MappingProxyType(
    {"单县": "shan4 xian4", "单田芳": "shan4 tian2 fang1", "曾国藩": "zeng1 guo2 fan1"}
    | {"曾国荃": "zeng1 guo2 quan2", "曾巩": "zeng1 gong3", "仇英": "qiu2 ying1"}
    | {"解缙": "xie4 jin4", "华佗": "hua4 tuo2", "任弼时": "ren2 bi4 shi2"}
)
#: 得 behind one of these, or at the beginning of a clause, is děi, “must”: 我得去, 还得等.
_MUST: Final = re.compile("(?:^|[我你您他她它咱们家谁就还也都总可先又才准])$")
#: … unless one of these follows, before which it is dé, “get”: 他得了第一, 谁得奖.
_GOT: Final = re.compile("[了过到奖分票胜病出知失益逞]")
#: 长 after one of these is long, and not the head of something.
_HOW_LONG: Final = frozenset("很更最太较不多全")


def syllables(word: str) -> list[str]:
    """A syllable with its tone digit for each character, empty for a character without any."""
    if word in _NAMES:
        return _NAMES[word].split()
    from pypinyin import Style, lazy_pinyin
    from pypinyin.phrases_dict import phrases_dict

    found = lazy_pinyin(
        word, style=Style.TONE3, neutral_tone_with_five=True, v_to_u=True, errors="ignore"
    )
    if len(found) != len(word):  # some have none: one by one, to know which
        return [syllables(char)[0] for char in word] if len(word) > 1 else [""]
    mended = dict(_ALWAYS)
    if word not in phrases_dict:
        mended |= _ALONE if len(word) == 1 else _WITHIN
    if len(word) == 2 and word[0] in _HOW_LONG:
        mended["长"] = "chang2"
    return [mended.get(char, one) for char, one in zip(word, found, strict=True)]


def syllables_at(run: str, start: int, word: str) -> list[str]:
    """The syllables of a word that stands at ``start`` of a run of characters.

    What stands around it decides how a 得 of its own sounds: de, děi or dé.
    """
    if word == "得" and _MUST.search(run[:start]):
        return ["de2" if _GOT.match(run, start + 1) else "dei3"]
    return syllables(word)
