"""Captions: the text of a reading in pieces that one can read while they are heard.

A piece is a sentence, or clauses of it where it would be on screen for more than 7 seconds or be
longer than 40 Chinese characters (80 Latin letters): the most that guidelines for subtitles give
two lines. A clause that is too long itself is cut between words where they are separated, and in
Chinese and Japanese at particles, if there are any near.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Final

from langdu.article import Article
from langdu.clauses import clause_starts, length
from langdu.cutting import soft_cut, width
from langdu.errors import ArticleError
from langdu.languages import normalize, tag_of
from langdu.timeline import Cue, Timeline

#: The longest that a caption stands, in seconds.
LONGEST: Final = 7.0
#: The most that it holds, in Chinese characters; two Latin letters are as wide as one.
WIDEST: Final = 40.0


@dataclass(frozen=True, slots=True)
class Caption:
    """A text to show from ``start`` to ``end``, in seconds.

    ``sentence`` is the id of the sentence that it belongs to, and ``part`` counts the captions of
    it from 1.
    """

    sentence: str
    part: int
    start: float
    end: float
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class _Piece:
    begin: int
    end: int
    start: float
    stop: float
    width: float

    @property
    def fits(self) -> bool:
        return self.width <= WIDEST and self.stop - self.start <= LONGEST


def captions_of(articles: Sequence[Article], timeline: Timeline) -> tuple[Caption, ...]:
    """The captions of a reading of one article, or of an article and its translation.

    Raises :class:`ArticleError` where the timeline has a sentence that no article has.
    """
    texts = {
        (normalize(article.lang), sentence.id): sentence.text
        for article in articles
        for sentence in article.segments
    }
    return tuple(
        caption
        for cue in timeline.cues
        for caption in _of_sentence(cue, normalize(cue.lang or timeline.lang), texts)
    )


def _of_sentence(cue: Cue, lang: str, texts: dict[tuple[str, str], str]) -> Iterator[Caption]:
    text = texts.get((lang, cue.id))
    if text is None:
        raise ArticleError(f"the timeline has the sentence {cue.id!r}, and the article has not")
    clock = _Clock(text, cue, lang)
    borders = [at for at, _ in clock.anchors[1:-1]]
    pieces = [
        part
        for begin, end in zip([0, *borders], [*borders, len(text)], strict=True)
        for part in _cut(text, begin, end, lang, clock)
    ]
    shown = 0
    for piece in _joined(pieces, clock):
        if line := " ".join(text[piece.begin : piece.end].split()):
            shown += 1
            yield Caption(cue.id, shown, piece.start, piece.stop, line, lang)


class _Clock:
    """When a character of a sentence is heard: between the clauses, by the length of the text.

    And how wide a part of the sentence is. Both are sums from its beginning, so that neither costs
    more in a long text.
    """

    def __init__(self, text: str, cue: Cue, lang: str) -> None:
        self._text = text
        self._widths = [0.0, *accumulate(width(char, lang) for char in text)]
        self._passed = [0.0, *accumulate(map(length, text))]
        timed = [(c.at, c.start) for c in cue.clauses if 0 < c.at < len(text)]
        ends = [(0, cue.start), (len(text), cue.end)]
        if not timed:
            timed = [(at, self._between(at, *ends)) for at in clause_starts(text)]
        self.anchors = [ends[0], *timed, ends[1]]
        self._positions = [at for at, _ in self.anchors]

    def time(self, at: int) -> float:
        """When the character ``at`` begins."""
        other = max(1, bisect_left(self._positions, at))
        return self._between(at, self.anchors[other - 1], self.anchors[other])

    def width(self, begin: int, end: int) -> float:
        """How wide a part is, without white space at its ends."""
        while begin < end and self._text[begin].isspace():
            begin += 1
        while begin < end and self._text[end - 1].isspace():
            end -= 1
        return self._widths[end] - self._widths[begin]

    def _between(self, at: int, one: tuple[int, float], other: tuple[int, float]) -> float:
        low, high = self._passed[one[0]], self._passed[other[0]]
        share = (self._passed[at] - low) / (high - low) if high > low else 0.0
        return one[1] + share * (other[1] - one[1])


def _piece(begin: int, end: int, clock: _Clock) -> _Piece:
    return _Piece(begin, end, clock.time(begin), clock.time(end), clock.width(begin, end))


def _cut(text: str, begin: int, end: int, lang: str, clock: _Clock) -> list[_Piece]:
    """A clause in as many pieces as it needs, where the text lets it be cut."""
    pieces: list[_Piece] = []
    while not (piece := _piece(begin, end, clock)).fits:
        needed = ceil(max(piece.width / WIDEST, (piece.stop - piece.start) / LONGEST))
        wanted = begin + max(1, (end - begin) // needed)
        at = soft_cut(text, begin, wanted, _most(begin, end, clock), end, lang)
        if at is None:
            break
        pieces.append(_piece(begin, at, clock))
        begin = at
    return [*pieces, piece]


def _most(begin: int, end: int, clock: _Clock) -> int:
    """The last position up to which a caption from ``begin`` fits."""
    at = begin + 1
    while at < end and _piece(begin, at + 1, clock).fits:
        at += 1
    return at


def _joined(pieces: list[_Piece], clock: _Clock) -> list[_Piece]:
    """Neighbours joined into the fewest captions that fit, and these of like length."""
    best: list[tuple[float, list[_Piece]]] = [(0.0, [])]
    for last in range(len(pieces)):
        options = []
        for first in range(last, -1, -1):
            joined = _piece(pieces[first].begin, pieces[last].end, clock)
            if first < last and not joined.fits:
                break
            cost, before = best[first]
            options.append((cost + 1 + (joined.width / WIDEST) ** 2, [*before, joined]))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1][1]


def to_vtt(captions: Sequence[Caption]) -> str:
    """Captions as WebVTT (W3C). Each has its sentence's id; other languages are marked."""
    several = len({caption.lang for caption in captions}) > 1
    blocks = ["WEBVTT\n"]
    for caption in captions:
        text = caption.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        name = caption.sentence
        if several:
            name += f"-{caption.lang}"
            text = f"<lang {tag_of(caption.lang)}>{text}</lang>"
        if caption.part > 1:
            name += f"-{caption.part}"
        blocks.append(f"{name}\n{_span(caption, '.')}\n{text}\n")
    return "\n".join(blocks)


def to_srt(captions: Sequence[Caption]) -> str:
    """Captions as SubRip, which numbers them and has neither marks nor escapes."""
    return "\n".join(
        f"{number}\n{_span(caption, ',')}\n{caption.text.replace('-->', '→')}\n"
        for number, caption in enumerate(captions, 1)
    )


def _span(caption: Caption, point: str) -> str:
    start = round(caption.start * 1000)
    end = max(start + 1, round(caption.end * 1000))  # a caption without length is an error in both
    return f"{_clock(start, point)} --> {_clock(end, point)}"


def _clock(milliseconds: int, point: str) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{thousandths:03}"
