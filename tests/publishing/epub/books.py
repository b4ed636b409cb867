"""Books to check: every kind of block, five languages, with and without sound, hostile text."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from langdu.article import Article, Check, Figure, Heading, Mark, Paragraph, Sentence
from langdu.publishing import publish
from langdu.timeline import Clause, Cue, Timeline
from tests.publishing.hostile_text import FEW as HOSTILE
from tests.publishing.hostile_text import everywhere_once as everywhere
from tests.publishing.samples import LANGS, article, png

RATE = 16_000
#: How long a sentence is heard in these books, and the pause after it, in seconds.
SENTENCE, PAUSE = 0.5, 0.2


@dataclass(frozen=True)
class Silence:
    """A spoken edition in which nothing is said: a real MP3, and times for all sentences."""

    timeline: Timeline

    def save(self, path: Path) -> None:
        import lameenc

        encoder = lameenc.Encoder()
        encoder.set_bit_rate(32)
        encoder.set_in_sample_rate(RATE)
        encoder.set_channels(1)
        encoder.silence()
        samples = bytes(2 * round(self.timeline.duration * RATE))
        path.write_bytes(encoder.encode(samples) + encoder.flush())


def spoken(source: Article) -> Silence:
    """The edition, spoken."""
    length = SENTENCE + PAUSE
    cues = tuple(
        Cue(s.id, at * length, at * length + SENTENCE, clauses=(Clause(0, at * length),))
        for at, s in enumerate(source.segments)
    )
    return Silence(Timeline(source.lang, len(cues) * length, cues))


def editions() -> list[Article]:
    """The sample article in five languages, with a flagged sentence in the translations."""
    flag = (Check("b3.s1", "number", "22点", None),)
    return [article(lang, checks=flag if lang != "zh" else ()) for lang in LANGS]


def many_headings() -> Article:
    """Headings of all levels, a refrain, and a title of many words."""
    levels = (2, 3, 4, 6, 2, 5, 5, 2)
    blocks = [Heading(f"b{n}", level, (Sentence(f"b{n}.s1", f"Part {n}"),))
              for n, level in enumerate(levels, 1)]  # fmt: skip
    marks = (Mark("ruby", 0, 2, "とうきょう"), Mark("lang", 0, 4, "ja"))
    text = Sentence("b20.s1", "東京の町", marks)
    return Article("en", (*blocks, Paragraph("b20", (text,))), title="A long title " * 30)


def bare() -> Article:
    """What nobody described, without title, date and address."""
    figure = Figure("b1", "https://portal.example/1.png", None, ())
    return Article("sw", (figure, Figure("b2", "https://portal.example/1.png", "", ())))


def books(folder: Path) -> Iterator[Path]:
    """All of them, written into a folder."""
    both = ("epub", "epub-bilingual")
    five = editions()
    sound = {edition.lang: spoken(edition) for edition in five}
    told = publish(five, folder / "spoken", formats=both, audio=sound, images=lambda url: png(8))
    yield from told.files
    silent = publish(five, folder / "silent", formats=both)
    yield from silent.files
    for name, one in {"headings": many_headings(), "bare": bare()}.items():
        yield from publish([one], folder / name, formats=["epub"], images=lambda url: png(8)).files
    for number, text in enumerate(HOSTILE):
        hostile = everywhere(text)
        voice = {hostile.lang: spoken(hostile)}
        place = folder / f"hostile-{number}"
        yield from publish([hostile], place, formats=["epub"], audio=voice).files
        twin = replace(hostile, lang="zh", translation=None)
        assert hostile.translation
        translated = replace(hostile, translation=replace(hostile.translation, source="zh"))
        made = publish([twin, translated], place / "2", formats=["epub-bilingual"])
        yield from made.files


if __name__ == "__main__":
    for file in books(Path(sys.argv[1])):
        if file.suffix == ".epub":
            sys.stdout.write(f"{file}\n")
