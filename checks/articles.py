"""Generated articles: every kind of block in five languages with failed checks, and a long one."""

from dataclasses import replace

from langdu.article import Article, Check, Heading, Paragraph, Sentence
from tests.publishing import samples
from tests.publishing.hostile_text import all_in_one

#: What the checks of a translation would have found in the sample: a number, a name, an empty text.
_CHECKS = (
    Check("title", "term", "夜读", None),
    Check("b1.s1", "name", "夜读", "night"),
    Check("b3.s1", "number", "22", None),
    Check("b5.i1.s1", "empty", None, None),
    Check("b6.c1", "length", "4", "40"),
)
_PARAGRAPHS = 220


def with_every_block() -> list[Article]:
    """The sample in five languages; the translations have sentences that failed a check."""
    return [samples.article(lang, checks=() if lang == "zh" else _CHECKS) for lang in samples.LANGS]


def long() -> list[Article]:
    """A long article and its translation: a heading every ten paragraphs."""
    zh = "第{n}天，镇上的图书馆又添了{m}本书，读者比前一天多了不少，馆员们忙到很晚才锁门回家。"
    en = "On day {n} the town library received {m} more books, and its readers stayed until late. "
    source = samples.article("zh")
    translation = samples.article("en").translation
    made = replace(samples.article("en"), blocks=_long(en, "Week {n}"), translation=translation)
    return [replace(source, blocks=_long(zh, "第{n}周")), made]


def hostile() -> list[Article]:
    """Every hostile pattern in two editions; some stand between words that have readings."""
    english = all_in_one()
    chinese = replace(english, lang="zh", translation=None)
    between = "</script><img src=x onerror=alert(1)>".join(("图书馆", "今晚", "开放夜读。"))
    words = Paragraph("z1", (Sentence("z1.s1", between), Sentence("z1.s2", f"‘{between}`${{1}}`")))
    return [replace(each, blocks=(words, *each.blocks)) for each in (chinese, english)]


def _long(sentence: str, heading: str) -> tuple[Heading | Paragraph, ...]:
    blocks: list[Heading | Paragraph] = []
    for n in range(1, _PARAGRAPHS + 1):
        name = f"b{n}"
        if n % 10 == 1:
            blocks.append(
                Heading(name, 2, (Sentence(f"{name}.s1", heading.format(n=n // 10 + 1)),))
            )
            continue
        sentences = tuple(
            Sentence(f"{name}.s{m}", sentence.format(n=n, m=m * n)) for m in range(1, 6)
        )
        blocks.append(Paragraph(name, sentences))
    return tuple(blocks)
