"""Finding the terms of a glossary in a text: every place is looked up once, in a dictionary."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from langdu.translation.glossary.term import Found, Term

#: Languages whose terms are found whether their letters are small or capital.
_CASELESS: Final = frozenset({"en", "ru"})
_BLANKS: Final = MappingProxyType({ord(blank): " " for blank in "\u00a0\u202f\u2009\t\n\r"})
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
#: Letters of scripts that set no spaces between words.
_UNSPACED: Final = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
#: What stands before a unit: 12亩, 三百余户, 5个村.
_COUNTED: Final = re.compile("[0-9０-９一二三四五六七八九十百千万亿两几余多半个]")
#: What Korean attaches to a noun, up to the end of the word.
_PARTICLES: Final = re.compile(
    "(?:들|님)?(?:은|는|이|가|을|를|의|에|에서|에게|에서는|에는|께서|으로|로|으로서|로서|으로써|로써|"
    "와|과|도|만|까지|부터|보다|처럼|마다|이나|나|이며|며|이고|고|이라고|라고|이라는|라는|이란|란|"
    "이다|인|입니다|이었다|였다)?(?![\uac00-\ud7a3])"
)


@dataclass(frozen=True, slots=True)
class Matcher:
    """The terms of one pair of languages, ready to be looked up."""

    terms: Mapping[str, Term]
    lengths: Mapping[str, tuple[int, ...]]
    lang: str

    @classmethod
    def of(cls, terms: Iterable[Term], lang: str) -> "Matcher":
        """Of terms whose sources are in ``lang``; of two with one source the later counts."""
        by_form = {fold(term.source, lang): term for term in terms}
        lengths: dict[str, set[int]] = {}
        for form in by_form:
            lengths.setdefault(form[0], set()).add(len(form))
        ordered = {first: tuple(sorted(sizes)) for first, sizes in lengths.items()}
        return cls(by_form, ordered, lang)

    def find(self, text: str) -> tuple[Found, ...]:
        """The terms of a text in its order, the longest first where several overlap."""
        folded = fold(text, self.lang)
        found = [
            Found(term, start, start + size)
            for start, first in enumerate(folded)
            if first in self.lengths and not (start and _goes_on(folded[start - 1], first))
            for size in self.lengths[first]
            if start + size <= len(folded)
            and (term := self.terms.get(folded[start : start + size]))
            and self._ends_word(folded, start + size)
            and (size > 1 or _may_be_short(term, folded, start))
            and (term.kind != "label" or _is_label(folded, start, start + size))
        ]
        found.sort(key=lambda one: (one.start - one.end, one.start))
        free = bytearray(b"\x01") * len(folded)
        kept = []
        for one in found:
            if all(free[one.start : one.end]):
                free[one.start : one.end] = bytes(one.end - one.start)
                kept.append(one)
        return tuple(sorted(kept, key=lambda one: one.start))

    def _ends_word(self, text: str, end: int) -> bool:
        """Whether no word is cut there: a term is a whole word where words are seen."""
        if end < len(text) and _goes_on(text[end - 1], text[end]):
            return self.lang == "ko" and bool(_PARTICLES.match(text, end))
        return True


def fold(text: str, lang: str) -> str:
    """The text as it is looked up, as long as it was."""
    text = text.translate(_BLANKS)
    if lang not in _CASELESS:
        return text
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _may_be_short(term: Term, text: str, start: int) -> bool:
    """Whether a term of one character is meant: 里 and 元 are parts of many words.

    What a user names is; a shipped one where it is counted, or stands by itself.
    """
    return (
        not term.shipped
        or text.strip() == text[start]
        or (start > 0 and bool(_COUNTED.match(text, start - 1)))
    )


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit touches it: ``首页 > 教育``, ``时间:2020-03-30``."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()


def _goes_on(before: str, after: str) -> bool:
    """Whether two neighbours are of one word: letters of one script that sets spaces."""
    kind = _script(before)
    return bool(kind) and kind == _script(after)


def _script(letter: str) -> str:
    if _HANGUL.match(letter):
        return "hangul"
    return "" if _UNSPACED.match(letter) or not letter.isalnum() else "alphabet"
