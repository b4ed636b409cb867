"""Inline marks on a translation: on the right words where that is sure, else on the sentence.

Sure is what can be seen (a number, a name, a term, words that came through unchanged) and what the
model's attention links strongly, with no strong link into the same words from elsewhere.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from langdu.article import Mark
from langdu.languages import is_spaced
from langdu.translation.translator import Link

#: Attention below this is a guess. Measured on the demo models: right links have .4 and more.
SURE: Final = 0.4
#: The weight of what is seen on both sides.
SEEN: Final = 1.0
#: So much of the marked source must be linked for the place to be sure.
_COVERED: Final = 0.5
#: Kinds that keep the whole sentence where their words are not found; the others only make sense
#: on their own words.
_ON_THE_SENTENCE: Final = frozenset({"link", "note", "strong", "em"})
#: A word that goes on a name.
_CAPITAL: Final = re.compile(r" [A-ZÀ-ÞА-ЯЁ][\w'’-]*")


def compose(first: Sequence[Link], second: Sequence[Link]) -> tuple[Link, ...]:
    """Links of two steps as links of one: source of the first → target of the second."""
    links = []
    for onward in second:
        for back in first:
            if back.target[0] < onward.source[1] and onward.source[0] < back.target[1]:
                weight = back.weight * onward.weight
                if weight >= SURE / 2:
                    links.append(Link(back.source, onward.target, weight))
    return tuple(links)


def place_marks(
    source: str, marks: Sequence[Mark], text: str, lang: str, links: Sequence[Link]
) -> tuple[Mark, ...]:
    """The marks of a translated sentence.

    ``source`` is the source sentence without its outer white space, and ``marks`` are its;
    ``text`` is the translation, and ``links`` join the characters of the two.
    """
    placed = []
    for mark in marks:
        span = _span(source, mark, text, lang, links)
        if span is None and mark.kind in _ON_THE_SENTENCE:
            span = (0, len(text))
        if span:
            placed.append(replace(mark, start=span[0], end=span[1]))
    return tuple(placed)


def _span(
    source: str, mark: Mark, text: str, lang: str, links: Sequence[Link]
) -> tuple[int, int] | None:
    if mark.start == 0 and mark.end >= len(source):
        return (0, len(text)) if mark.kind in _ON_THE_SENTENCE else None
    if mark.kind == "ruby":  # a reading belongs to the word that it reads
        return None
    words = source[mark.start : mark.end]
    if same := _unchanged(source, words, text, lang):
        return same
    if mark.kind not in _ON_THE_SENTENCE:
        return None
    return _seen(source, mark, links) or _linked(mark, text, lang, links)


def _unchanged(source: str, words: str, text: str, lang: str) -> tuple[int, int] | None:
    """Where words stand that came through unchanged, if they stand once on both sides."""
    words = words.strip()
    if not words or source.count(words) != 1 or text.count(words) != 1:
        return None
    start = text.index(words)
    end = start + len(words)
    cut = words[0].isalnum() and text[max(0, start - 1) : start].isalnum()
    cut = cut or (words[-1].isalnum() and text[end : end + 1].isalnum())
    return None if cut and is_spaced(lang) else (start, end)


def _seen(source: str, mark: Mark, links: Sequence[Link]) -> tuple[int, int] | None:
    """Where the marked words are seen: all their letters belong to numbers, names or terms.

    What the model's attention says beside that is worth less.
    """
    seen = [link for link in links if link.weight == SEEN]
    inside = [link for link in seen if mark.start <= link.source[0] <= link.source[1] <= mark.end]
    places = {place for link in inside for place in range(*link.source)}
    letters = {
        place for place in range(mark.start, min(mark.end, len(source))) if source[place].isalnum()
    }
    if not inside or not letters <= places:
        return None
    start = min(link.target[0] for link in inside)
    end = max(link.target[1] for link in inside)
    others = [link for link in seen if link not in inside]
    crossed = any(link.target[0] < end and start < link.target[1] for link in others)
    return None if crossed else (start, end)


def _linked(mark: Mark, text: str, lang: str, links: Sequence[Link]) -> tuple[int, int] | None:
    strong = [link for link in links if link.weight >= SURE]
    inside = [link for link in strong if _overlap(link, mark) * 2 > _length(link)]
    covered = {
        place
        for link in inside
        for place in range(max(link.source[0], mark.start), min(link.source[1], mark.end))
    }
    if not inside or len(covered) < _COVERED * (mark.end - mark.start):
        return None
    start = min(link.target[0] for link in inside)
    end = max(link.target[1] for link in inside)
    others = [link for link in strong if link not in inside]
    if any(link.target[0] < end and start < link.target[1] for link in others):
        return None
    if not is_spaced(lang):
        return start, end
    start, end = _whole_words(text, start, end)
    return start, _whole_name(text, start, end, others)


def _whole_name(text: str, start: int, end: int, others: Sequence[Link]) -> int:
    """The end of a name whose first word was linked: He Xiaolan, of which only He was sure."""
    last = text[start:end].rpartition(" ")[2]
    while last[:1].isupper() and (word := _CAPITAL.match(text, end)):
        if any(link.target[0] < word.end() and end < link.target[1] for link in others):
            break
        end = word.end()
    return end


def _length(link: Link) -> int:
    return link.source[1] - link.source[0]


def _overlap(link: Link, mark: Mark) -> int:
    return max(0, min(link.source[1], mark.end) - max(link.source[0], mark.start))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
