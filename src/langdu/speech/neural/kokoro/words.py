"""The pinyin of Chinese words: pypinyin's phrases, and for others its characters, some mended.

pypinyin gives a character outside its phrases the reading that its dictionary has first, which for
some is the rarer one. Readings that come with a text go before all of this.
"""

from types import MappingProxyType
from typing import Final

#: Within all words: 质朴, 漯河, 珲春, which are wrong in its phrases as well.
_ALWAYS: Final = MappingProxyType({"朴": "pu3", "漯": "luo4", "珲": "hun2"})
#: Within words that are no phrases of pypinyin: 评为, 列为.
_WITHIN: Final = MappingProxyType({"为": "wei2"})
#: Characters that are a word of their own: 稳步 地, 跑 得 快.
_ALONE: Final = MappingProxyType({"地": "de5", "得": "de5", "长": "chang2"})
#: 长 after one of these is long, and not the head of something.
_HOW_LONG: Final = frozenset("很更最太较不多全")


def syllables(word: str) -> list[str]:
    """A syllable with its tone digit for each character, empty for a character without any."""
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
