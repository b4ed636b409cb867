"""A site to try: our sample articles, long enough to scroll, with real sound files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import soundfile

from langdu import publish
from langdu.article import Article, Check, Paragraph, Sentence
from langdu.timeline import Clause, Cue, Timeline
from tests.publishing.samples import LANGS, article

#: Seconds for which a sentence is heard, and the pause after it.
SENTENCE, PAUSE = 1.6, 0.4
_RATE = 16_000

_LINES = {
    "zh": ("管理员推着书车走过长廊，", "把还回来的书一本一本放回架上；夜读的人还没有走。"),
    "en": ("The librarian pushes a cart along the hall, ", "and puts the books back. "),
    "ja": ("司書はワゴンを押して廊下を歩き、", "返された本を一冊ずつ棚に戻します。"),
    "ko": ("사서는 수레를 밀며 복도를 지나, ", "돌아온 책을 한 권씩 꽂습니다. "),
    "ru": ("Библиотекарь везёт тележку по коридору, ", "ставя книги на полки. "),
}


def long_article(lang: str, paragraphs: int = 30) -> Article:
    """The sample article, and then paragraphs of two sentences with two clauses."""
    checks = (Check("b3.s1", "number", "22点", None),)
    short = article(lang, checks=() if lang == "zh" else checks)
    more = tuple(
        Paragraph(
            f"c{n}",
            tuple(Sentence(f"c{n}.s{m}", f"{n}. " + "".join(_LINES[lang])) for m in (1, 2)),
        )
        for n in range(1, paragraphs + 1)
    )
    return replace(short, blocks=short.blocks + more)


@dataclass(frozen=True)
class Tone:
    """A real sound file: a quiet tone under a timeline."""

    timeline: Timeline

    def save(self, path: Path) -> None:
        times = np.arange(int(self.timeline.duration * _RATE)) / _RATE
        wave = 0.05 * np.sin(2 * np.pi * 220 * times)
        soundfile.write(path, wave.astype(np.float32), _RATE, format="MP3")


def tone(article: Article) -> Tone:
    """Every sentence as long as the others, with its clauses where its commas are."""
    cues = tuple(_cues(article))
    return Tone(Timeline(article.lang, cues[-1].end + PAUSE, cues))


def _cues(article: Article) -> Iterator[Cue]:
    for number, sentence in enumerate(article.segments):
        start = number * (SENTENCE + PAUSE)
        comma = max(map(sentence.text.find, ("，", ", ", "、")))
        clauses = (Clause(comma + 1, start + SENTENCE / 2),) if comma >= 0 else ()
        yield Cue(sentence.id, start, start + SENTENCE, clauses=clauses)


def publish_site(folder: Path) -> Path:
    """Write five editions into the folder; Chinese and English have sound, the others none."""
    editions = [long_article(lang) for lang in LANGS]
    audio = {a.lang: tone(a) for a in editions if a.lang in ("zh", "en")}
    publish(editions, to=folder, audio=audio)
    return folder
