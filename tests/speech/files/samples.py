"""An article with everything a file says, and a voice whose sentences can be told apart."""

import math
from array import array
from collections.abc import Sequence
from pathlib import Path

from langdu.article import Article, Heading, Paragraph, Sentence
from langdu.speech import FakeVoice, Sound
from langdu.speech.fake import FakeSpeaker
from langdu.speech.spoken import Reading

RATE = 22_050


def _sentences(block: str, *texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(f"{block}.s{i}", text) for i, text in enumerate(texts, 1))


ARTICLE = Article(
    "zh",
    (
        Paragraph("b1", _sentences("b1", "山路修通了，村民高兴。", "车多了。")),
        Heading("b2", 2, _sentences("b2", "修路 ", "一年")),
        Paragraph("b3", _sentences("b3", "早上六点上山，晚上八点下山。")),
        Heading("b4", 3, _sentences("b4", "以后")),
        Paragraph("b5", _sentences("b5", "苹果运到城里去卖。")),
    ),
    title="山区公路\n通车",
    url="https://portal.example/t1.html",
    site="示例网",
    published="2020-03-30T10:42",
    source="示例日报",
)
ENGLISH = Article(
    "en",
    (
        Paragraph("b1", _sentences("b1", "The road is open, and people are glad.", "More cars.")),
        Heading("b2", 2, _sentences("b2", "A year ", "of work")),
        Paragraph("b3", _sentences("b3", "Up at six, down at eight.")),
        Heading("b4", 3, _sentences("b4", "Afterwards")),
        Paragraph("b5", _sentences("b5", "  ")),
    ),
    title="A mountain road opens",
)


class Tones(FakeVoice):
    """The nth sentence is a tone of ``pitch(n)`` Hz for 1.5 seconds."""

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> "Tone":
        super().open(lang, rate=rate, voice=voice)
        return Tone(self.said)


class Tone(FakeSpeaker):
    def __init__(self, said: list[str]) -> None:
        super().__init__(said, 0.05)
        self._count = said

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        step = 2 * math.pi * pitch(len(self._count)) / RATE
        self._count.append(text)
        samples = (round(9000 * math.sin(step * i)) for i in range(RATE * 3 // 2))
        return Sound(array("h", samples).tobytes(), RATE)


def pitch(number: int) -> float:
    return 400.0 + 150 * number


def png(path: Path) -> bytes:
    """The smallest picture there is: 1 × 1 grey pixel."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    data += chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
    path.write_bytes(data)
    return data
