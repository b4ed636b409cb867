"""Where two pages meet: cut sentences are whole again, what every page repeats is there once."""

import pytest

from langdu.article import Mark, Paragraph
from langdu.extraction.drafts import Draft, DraftKind, Rich
from langdu.extraction.html import finish
from langdu.extraction.notes import Notes
from langdu.extraction.pages.joining import adds_nothing
from langdu.extraction.part import Part
from langdu.extraction.result import Origin

LONG = (
    "村里请来的木匠修好了水轮，又把石槽里的淤泥清理干净，孩子们第一次看见它转起来，"
    "老人们想起了从前，都说"
)
ON = "这声音和小时候一模一样，大家站在溪边听了很久才慢慢散去，谁也不愿意先走。"
NUMBERED = "（二）农具的故事，要从三十年前村里办展览的时候讲起，那时的管理员还是个年轻人。"
WHEEL = (
    "水車が回り始めると、子どもたちは歓声を上げ、村の人々は昔のことを思い出しながら、"
    "川のそばに立って長い間その音を"
)
HEARD = "静かに聞いていた。誰も先に帰ろうとはせず、日が暮れるまで水車の話をして過ごした。"
THEN = "The carpenter mended the wheel of the mill that had stood still for thirty years and then"
WENT = "went home to his village beyond the hills."
OPEN = "The mill is open on three days of the week, and on each there is something to see:"
PLOTNIK = "Плотник починил колесо мельницы, которая стояла без дела больше тридцати лет, и потом"


def part(*texts: str | Draft, facts: tuple[Origin, ...] = ()) -> Part:
    notes = Notes()
    notes.facts = list(facts)
    drafts = [text if isinstance(text, Draft) else Draft("paragraph", Rich(text)) for text in texts]
    return Part(drafts, notes, None, "https://portal.example/a.html")


def joined(*parts: Part) -> list[str]:
    article = finish(parts).article
    return [
        "".join(s.text for s in b.sentences) for b in article.blocks if isinstance(b, Paragraph)
    ]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        (LONG, ON, True),
        (LONG + "，", "这声音真好听。", True),
        (LONG + "。", ON, False),
        (LONG, "二、看农具", False),
        (LONG, NUMBERED, False),
        (LONG, NUMBERED.replace("（二）", "二、"), False),
        ("林一舟", ON, False),
        (LONG, "2024年3月5日", False),
        (WHEEL, HEARD, True),
    ],
)
def test_chinese_and_japanese(before: str, after: str, whole: bool) -> None:
    got = joined(part("先有一段。", before), part(after, "后有一段。"))
    assert got[1:-1] == ([before + after] if whole else [before, after])


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        (THEN, WENT, True),
        (PLOTNIK, "ушёл домой, в свою деревню за холмами.", True),
        (THEN + ".", WENT, False),
        (THEN, "He " + WENT, False),
        ("Photo: A. Miller", WENT, False),
        (OPEN, "bring your own bread, and the miller will bake it.", False),
    ],
)
def test_languages_with_small_letters(before: str, after: str, whole: bool) -> None:
    got = joined(part(before), part(after))
    assert got == ([f"{before} {after}"] if whole else [before, after])


def test_marks_move_with_their_text() -> None:
    before = "The carpenter mended the wheel of the mill that had stood still for thirty years and"
    after = Draft("paragraph", Rich("then went home.", (Mark("em", 5, 9),)))
    (sentence,) = finish([part(before), part(after)]).article.sentences
    (mark,) = sentence.marks
    assert sentence.text[mark.start : mark.end] == "went"


def test_only_paragraphs_are_joined() -> None:
    before = "The carpenter mended the wheel of the mill that had stood still for thirty years and"
    kinds: tuple[DraftKind, ...] = ("heading", "quote")
    for kind in kinds:
        blocks = finish([part(before), part(Draft(kind, Rich("then a heading")))]).article.blocks
        assert len(blocks) == 2


def test_frames_are_kept_once() -> None:
    got = joined(
        part("编者按", "一。", "二。", "转述请说明出处"),
        part("编者按", "三。", "转述请说明出处"),
        part("编者按", "四。", "转述请说明出处"),
    )
    assert got == ["编者按", "一。", "二。", "三。", "四。", "转述请说明出处"]


def test_short_lines_that_come_again_inside_stay() -> None:
    assert joined(part("一。", "略。", "二。"), part("三。", "略。", "四。")) == [
        "一。", "略。", "二。", "三。", "略。", "四。"
    ]  # fmt: skip


def test_headings_have_the_level_that_they_have_in_the_whole() -> None:
    def heading(text: str, level: int) -> Draft:
        return Draft("heading", Rich(text), level=level)

    article = finish(
        [
            part(heading("一、开门", 2), heading("（一）水轮", 3), "一。"),
            part(heading("（二）石磨", 3), "二。"),
        ]
    ).article
    levels = [block.level for block in article.blocks if hasattr(block, "level")]
    assert levels == [2, 3, 3]


def test_the_metadata_are_the_first_pages_and_the_editor_whoever_names_him() -> None:
    first = (Origin("title", "h1", "磨坊"), Origin("source", "bar", "青溪日报"))
    second = (Origin("title", "h1", "磨坊（2）"), Origin("source", "bar", "别处"))
    third = (Origin("keywords", "meta", "水轮"), Origin("editor", "credits", "林一舟"))
    extraction = finish(
        [part("一。", facts=first), part("二。", facts=second), part("三。", facts=third)]
    )
    article = extraction.article
    assert (article.title, article.source, article.editor) == ("磨坊", "青溪日报", "林一舟")
    assert article.keywords == ()
    assert "credits of page 3" in {origin.where for origin in extraction.origins}


def test_a_page_adds_nothing_when_all_of_it_is_there() -> None:
    picture = Draft("figure", image="https://portal.example/2.jpg")
    assert adds_nothing(part("二。", "一。"), [part("一。"), part("二。")])
    assert not adds_nothing(part("一。", picture), [part("一。")])
