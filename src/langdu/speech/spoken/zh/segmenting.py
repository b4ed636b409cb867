"""Where the words of a Chinese text are, as far as two readers agree.

Known are pypinyin's 47,000 phrases, the common words that it lacks (``common.txt``) and those of
``words.txt``.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

#: Characters of a word; longer phrases are sayings, whose words are known as well.
_LONGEST: Final = 8


def words_of(text: str) -> Iterator[tuple[int, int]]:
    """The places of the words on which a reader from the left and one from the right agree.

    Each takes the longest that is known; where they differ (下 调研, 下调 研), characters come one
    by one. pypinyin's own segmenter reads from the left only, gives beginnings of words as words,
    and takes the square of a text's length.
    """
    from_right = set(_from_right(text))
    for start, end in _from_left(text):
        if (start, end) in from_right:
            yield start, end
        else:
            yield from ((at, at + 1) for at in range(start, end))


def phrase_pinyin(phrase: str) -> list[str]:
    """The pinyin of one of pypinyin's phrases, with tone digits; empty where it is none."""
    from pypinyin.contrib.tone_convert import to_tone3
    from pypinyin.phrases_dict import phrases_dict

    readings = phrases_dict.get(phrase, [])
    return [to_tone3(syllable[0], neutral_tone_with_five=True) for syllable in readings]


def lines(name: str) -> list[str]:
    """The lines of a table beside this module, without remarks."""
    table = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line for line in table.split("\n") if line and not line.startswith("#")]


def _from_left(text: str) -> Iterator[tuple[int, int]]:
    known = _known()
    at = 0
    while at < len(text):
        ends = range(min(len(text), at + _LONGEST), at + 1, -1)
        end = next((end for end in ends if text[at:end] in known), at + 1)
        yield at, end
        at = end


def _from_right(text: str) -> Iterator[tuple[int, int]]:
    known = _known()
    at = len(text)
    while at > 0:
        starts = range(max(0, at - _LONGEST), at - 1)
        start = next((start for start in starts if text[start:at] in known), at - 1)
        yield start, at
        at = start


@cache
def _known() -> frozenset[str]:
    from pypinyin.phrases_dict import phrases_dict

    own = (line.split("\t")[0] for line in lines("words.txt"))
    common = " ".join(lines("common.txt")).split()
    phrases = (phrase for phrase in phrases_dict if len(phrase) <= _LONGEST)
    return frozenset(own).union(common, phrases)
