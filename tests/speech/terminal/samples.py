"""Small articles of our own to read aloud."""

from langdu.article import (
    Article,
    Block,
    Cell,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Sentence,
    Table,
    Translation,
    map_segments,
)
from langdu.speech.terminal.script import Script
from langdu.speech.terminal.state import State


def sentences(id: str, *texts: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(f"{id}.s{n}", text) for n, text in enumerate(texts, 1))


BLOCKS: tuple[Block, ...] = (
    Paragraph("b1", sentences("b1", "小镇修了新路。", "路边种了树。", "居民都说好。")),
    Heading("b2", 2, sentences("b2", "为什么修路")),
    Paragraph("b3", sentences("b3", "旧路太窄。", "下雨就积水。")),
    List(
        "b4",
        False,
        1,
        (
            ListItem("b4.i1", sentences("b4.i1", "第一，加宽。", "两边各一米。")),
            ListItem("b4.i2", sentences("b4.i2", "第二，排水。")),
        ),
    ),
    Heading("b5", 2, sentences("b5", "花了多少")),
    Table(
        "b6",
        (),
        (
            (
                Cell("b6.r1.c1", sentences("b6.r1.c1", "石料")),
                Cell("b6.r1.c2", sentences("b6.r1.c2", "三万元")),
            ),
            (
                Cell("b6.r2.c1", sentences("b6.r2.c1", "人工")),
                Cell("b6.r2.c2", sentences("b6.r2.c2", "五万元")),
            ),
        ),
    ),
    Figure("b7", None, "新路上的孩子", sentences("b7", "图为放学路上。")),
)
ARTICLE = Article("zh", BLOCKS, title="小镇的新路")


def in_language(lang: str) -> Article:
    """The article with every text marked by a language, as a translation is one."""
    changed = map_segments(ARTICLE, lambda s: Sentence(s.id, f"{lang} {s.text}"))
    return Article(lang, changed.blocks, changed.title, translation=Translation("zh", "somebody"))


def state(*langs: str, at: int = 0) -> State:
    scripts = (Script.of(ARTICLE), *(Script.of(in_language(lang)) for lang in langs))
    return State(scripts, "zh", at, languages=("zh", "en", "ja", "ko", "ru"))
