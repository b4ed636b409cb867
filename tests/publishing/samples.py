"""Articles of our own with every kind of block, in five languages."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

from langdu.article import (
    Article,
    Attachment,
    Cell,
    Check,
    Code,
    Figure,
    Heading,
    List,
    ListItem,
    Mark,
    Model,
    Paragraph,
    Quote,
    Sentence,
    Table,
    Translation,
)
from langdu.timeline import Cue, Timeline

S = Sentence

#: title, alternative text, caption, heading, two sentences, item, nested item, table caption,
#: two headers, quotation, label of the attachment
_TEXTS = {
    "zh": (
        "小镇图书馆开放夜读",
        "读者坐在长桌旁看书",
        "图为夜读现场。",
        "为什么开到深夜",
        ("图书馆每天22点闭馆。", "水的化学式是H2O，重阳节（重阳）也开放。"),
        ("带上借书证", "学生证也可以"),
        "开放时间",
        ("星期", "时间"),
        "“灯亮着，心就安。”",
        "借阅表格",
    ),
    "en": (
        "The town library opens for night readers",
        "Readers at a long table",
        "Night reading in the hall. ",
        "Why so late",
        ("The library closes at 22:00 every day. ", "Water is H2O, and holidays are open too."),
        ("Bring a card", "A student card will do"),
        "Opening hours",
        ("Day", "Hours"),
        "“While the lamp is lit, the heart is at ease.”",
        "Lending form",
    ),
    "ja": (
        "町の図書館が夜の読書を始める",
        "長い机で本を読む人たち",
        "夜の読書のようす。",
        "なぜ遅くまで開けるのか",
        ("図書館は毎日22時に閉まります。", "水はH2Oで、祝日も開いています。"),
        ("利用者カードを持ってくる", "学生証でもよい"),
        "開館時間",
        ("曜日", "時間"),
        "「明かりがあれば、心が落ち着く。」",
        "貸出用紙",
    ),
    "ko": (
        "마을 도서관, 밤에도 문을 연다",
        "긴 책상에서 책을 읽는 사람들",
        "밤 독서 모습. ",
        "왜 늦게까지 여는가",
        ("도서관은 매일 22시에 닫습니다. ", "물은 H2O이고 공휴일에도 엽니다."),
        ("회원증을 가져오기", "학생증도 가능"),
        "여는 시간",
        ("요일", "시간"),
        "“불이 켜져 있으면 마음이 놓인다.”",
        "대출 신청서",
    ),
    "ru": (
        "Городская библиотека открыта ночью",
        "Читатели за длинным столом",
        "Ночное чтение в зале. ",
        "Почему так поздно",
        ("Библиотека закрывается в 22:00. ", "Вода — это H2O, в праздники тоже открыто."),
        ("Взять билет", "Подойдёт и студенческий"),
        "Часы работы",
        ("День", "Часы"),
        "«Пока горит лампа, на душе спокойно.»",
        "Бланк",
    ),
}
LANGS = tuple(_TEXTS)


def article(lang: str = "zh", *, demo: bool = False, checks: tuple[Check, ...] = ()) -> Article:
    """The sample article; languages other than Chinese are translations."""
    title, alt, caption, heading, para, items, times, heads, quote, label = _TEXTS[lang]
    formula = para[1].index("H2O")
    marks: tuple[Mark, ...] = (
        Mark("link", 0, 2, "https://example.org/water?a=1&b=2"),
        Mark("sub", formula + 1, formula + 2),
        Mark("strong", formula, formula + 3),
        Mark("note", formula + 3, formula + 3, "一个氧原子。"),
    )
    if lang == "zh":
        holiday = para[1].index("重阳节")
        marks += (Mark("ruby", holiday, holiday + 3, "chóng yáng jié"),)
    nested = List("b5.i1.l", True, 3, (ListItem("b5.i1.l.i1", (S("b5.i1.l.i1.s1", items[1]),)),))
    rows = (
        (
            Cell("b6.r1.c1", (S("b6.r1.c1.s1", heads[0]),), header=True),
            Cell("b6.r1.c2", (S("b6.r1.c2.s1", heads[1]),), header=True, colspan=2),
        ),
        (
            Cell("b6.r2.c1", (S("b6.r2.c1.s1", "1–5"),), header=True, rowspan=2),
            Cell("b6.r2.c2", (S("b6.r2.c2.s1", "9:00"),)),
            Cell("b6.r2.c3", (S("b6.r2.c3.s1", "22:00"),)),
        ),
        (Cell("b6.r3.c1", (S("b6.r3.c1.s1", "13:00"),), colspan=2),),
    )
    made = Translation("zh", "argos", (Model(f"translate-zh_{lang}", "1.9", demo),), checks)
    return Article(
        lang=lang,
        title=title,
        url="https://portal.example/a/1.html",
        site="小镇门户",
        published="2020-03-30T10:42",
        source="小镇日报",
        author="李雷",
        column=("首页", "文化"),
        blocks=(
            Figure("b1", "https://portal.example/a/1.png", alt, (S("b1.s1", caption),)),
            Heading("b2", 3, (S("b2.s1", heading),)),
            Paragraph("b3", (S("b3.s1", para[0]), S("b3.s2", para[1], marks))),
            Heading("b4", 5, (S("b4.s1", heading),)),
            List("b5", False, 1, (ListItem("b5.i1", (S("b5.i1.s1", items[0]),), nested),)),
            Table("b6", (S("b6.c1", times),), rows),
            Quote("b7", (S("b7.s1", quote),)),
            Code("b8", "open --at 9\n  # ``` 开门\n"),
            Attachment("b9", "https://portal.example/form.doc", (S("b9.s1", label),)),
            Attachment("b10", "javascript:alert(1)", (S("b10.s1", label),)),
        ),
        translation=None if lang == "zh" else made,
    )


def all_articles() -> list[Article]:
    return [article(lang) for lang in LANGS]


def small() -> Article:
    """A short translated article, for golden files that a person can read."""
    full = article("en", checks=(Check("b3.s1", "number", "22点", None),))
    return replace(full, blocks=full.blocks[1:3] + full.blocks[5:6])


def png(size: int = 1) -> bytes:
    """A real white picture of ``size`` by ``size`` pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    data = zlib.compress((b"\0" + b"\x99" * size) * size)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


TIMELINE = Timeline("en", 272.4, (Cue("title", 0.0, 2.0),))


@dataclass(frozen=True)
class FakeAudio:
    """Audio that is only a few bytes."""

    timeline: Timeline = TIMELINE
    error: OSError | None = None

    def save(self, path: Path) -> None:
        assert path.suffix == ".mp3"
        path.write_bytes(b"ID3")
        path.with_suffix(".timeline.json").write_text("by the way")
        if self.error:
            raise self.error
