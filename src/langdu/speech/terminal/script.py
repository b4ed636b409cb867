"""What is read of one language edition, line by line, and how far it is to the end (pure)."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import Final

from langdu.article import Article, Heading, Sentence, Translation
from langdu.languages import normalize
from langdu.speech.reading import Utterance, bilingual_order, reading_order

#: Seconds of speech a character at the normal speed, until the voice has shown its own: pyttsx3
#: with eSpeak NG at 175 words a minute.
_PACE: Final = MappingProxyType({"zh": 0.24, "ja": 0.16, "ko": 0.14, "en": 0.06, "ru": 0.055})
_OTHER_PACE: Final = 0.08
#: The part of a sentence's id that names its paragraph: its block, list item or table row.
_PARAGRAPH: Final = re.compile(r"[^.]+(?:\.[ir]\d+)*")


@dataclass(frozen=True)
class Script:
    """One language edition as it is read, or two at once. ``lang`` is the first one's code.

    ``origin`` says who translated it; a person's and a machine's work are both named.
    """

    lang: str
    title: str
    lines: tuple[Utterance, ...]
    headings: frozenset[str]
    origin: str | None = None

    @classmethod
    def of(cls, article: Article) -> "Script":
        """Raises :class:`SpeechError` where there is nothing to read."""
        return cls._of(article, reading_order(article))

    @classmethod
    def of_both(cls, article: Article, also: Article, *, after: bool = False) -> "Script":
        """Each sentence of ``article`` after the same one of ``also``; ``after``: before it.

        Raises :class:`SpeechError` as :func:`bilingual_order` does.
        """
        return cls._of(article, bilingual_order(article, also, after=after))

    @classmethod
    def _of(cls, article: Article, lines: tuple[Utterance, ...]) -> "Script":
        headings = frozenset(b.id for b in article.blocks if isinstance(b, Heading))
        title = article.title or lines[0].sentence.text
        return cls(normalize(article.lang), title, lines, headings, _origin(article.translation))

    def __len__(self) -> int:
        return len(self.lines)

    def sentence(self, at: int) -> Sentence:
        """The sentence of a line."""
        return self.lines[at].sentence

    @cached_property
    def _paragraphs(self) -> tuple[int, ...]:
        """The first lines of paragraphs."""
        names = [paragraph_of(line.sentence.id) for line in self.lines]
        return tuple(at for at, name in enumerate(names) if at == 0 or name != names[at - 1])

    @cached_property
    def _sections(self) -> tuple[int, ...]:
        """The first lines of sections: the beginning, and every heading."""
        starts = (a for a in self._paragraphs if self.sentence(a).id.split(".")[0] in self.headings)
        return tuple(dict.fromkeys((0, *starts)))

    def paragraph(self, at: int) -> range:
        """The lines of the paragraph in which a line stands."""
        return range(_start(self._paragraphs, at), _following(self._paragraphs, at, len(self)))

    def step(self, at: int, unit: str, direction: int) -> int | None:
        """Where one gets by going one unit on or back; ``None`` where there is no more.

        ``unit`` is ``sentence``, ``paragraph`` or ``section``. Back from within a paragraph or a
        section leads to its own beginning first, as with chapters of a film.
        """
        if unit == "sentence":
            return at + direction if 0 <= at + direction < len(self) else None
        starts = self._paragraphs if unit == "paragraph" else self._sections
        if direction > 0:
            to = _following(starts, at, len(self))
            return to if to < len(self) else None
        if at == 0:
            return None
        start = _start(starts, at)
        return start if start < at else _start(starts, at - 1)

    def find(self, id: str) -> int | None:
        """The line of a sentence."""
        return next((at for at, line in enumerate(self.lines) if line.sentence.id == id), None)

    def same_place(self, other: "Script", at: int) -> int:
        """The line that says what line ``at`` of another edition says, or the next that both have.

        Editions differ by a line where a picture's description repeats its caption in one of them.
        """
        here: dict[str, int] = {}
        for n, line in enumerate(self.lines):
            here.setdefault(line.sentence.id, n)  # the first of two languages
        following = (here.get(line.sentence.id) for line in other.lines[at:])
        return next((n for n in following if n is not None), len(self) - 1)

    @cached_property
    def _characters(self) -> tuple[int, ...]:
        return tuple(accumulate((len(line.sentence.text) for line in self.lines), initial=0))

    @cached_property
    def _pauses(self) -> tuple[float, ...]:
        return tuple(accumulate((line.pause for line in self.lines), initial=0.0))

    @property
    def usual_pace(self) -> float:
        """Seconds a character at the normal speed, before anything was heard."""
        return _PACE.get(self.lang, _OTHER_PACE)

    def seconds_after(self, at: int, pace: float, rate: float) -> float:
        """How long what follows line ``at`` takes, pauses included, at a pace and a rate."""
        characters = self._characters[-1] - self._characters[at + 1]
        return (characters * pace + self._pauses[-1] - self._pauses[at]) / rate


def paragraph_of(id: str) -> str:
    """The paragraph of a sentence: ``b3.s2`` → ``b3``, ``b4.i1.s1`` → ``b4.i1``."""
    found = _PARAGRAPH.match(id)
    return found.group() if found else id


def _origin(translation: Translation | None) -> str | None:
    if translation is None:
        return None
    demo = ", a demo model that knows its own page only" if translation.demo else ""
    return f"translated by {translation.engine}{demo}"


def _start(starts: tuple[int, ...], at: int) -> int:
    return starts[bisect_right(starts, at) - 1]


def _following(starts: tuple[int, ...], at: int, end: int) -> int:
    after = bisect_right(starts, at)
    return starts[after] if after < len(starts) else end
