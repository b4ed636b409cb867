"""The memory, corrections of a person, and what is translated again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from langdu.article import Article, Mark, Paragraph, Sentence, Table
from langdu.translation import Aids, Link, Request, Translated, translate_article
from langdu.translation.fake import FakeTranslator
from langdu.translation.glossary import Glossary
from langdu.translation.memory import Memory
from langdu.translation.translator import PLAIN

ENGLISH = {
    "今天全部复工。": "All work has resumed today.",
    "请看通知。": "See the notice.",
    "All work has resumed today.": "今日、全面的に操業を再開した。",
    "See the notice.": "通知をご覧ください。",
}


def article(*texts: str) -> Article:
    sentences = tuple(Sentence(f"b1.s{n}", text) for n, text in enumerate(texts, 1))
    return Article("zh", (Paragraph("b1", sentences),))


ARTICLE = article("今天全部复工。", "请看通知。")


class Recording(FakeTranslator):
    """Remembers the very texts that it was asked for."""

    def __init__(self) -> None:
        super().__init__(ENGLISH)
        self.asked: list[tuple[str, str]] = []

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        self.asked += [(target, text) for text in texts]
        return super().translate(texts, source, target, request)


@pytest.fixture
def aids(tmp_path: Path) -> Aids:
    return Aids(Glossary.load(shipped=False), Memory(tmp_path / "memory.sqlite3"))


def texts(found: Article) -> list[str]:
    return [sentence.text.strip() for sentence in found.sentences]


def test_a_second_run_asks_the_engine_for_nothing(aids: Aids) -> None:
    first = translate_article(ARTICLE, ["en", "ja"], Recording(), aids=aids)
    again = Recording()
    second = translate_article(ARTICLE, ["en", "ja"], again, aids=aids)
    assert second == first
    assert again.asked == []


def test_only_changed_sentences_are_translated_again(aids: Aids) -> None:
    translate_article(ARTICLE, ["en"], Recording(), aids=aids)
    engine = Recording()
    edited = article("请看通知。", "新的句子。", "今天全部复工。")
    translate_article(edited, ["en"], engine, aids=aids)
    assert {text for _, text in engine.asked} == {"新的句子。"}


def test_a_step_before_a_remembered_one_is_not_taken(aids: Aids) -> None:
    translate_article(ARTICLE, ["ja"], Recording(), aids=aids)
    engine = Recording()
    translate_article(article("今天全部复工。", "新的句子。"), ["ja"], engine, aids=aids)
    assert ("en", "今天全部复工。") not in engine.asked


def test_a_persons_correction_wins_and_goes_on_into_other_languages(aids: Aids) -> None:
    assert aids.memory is not None
    translate_article(ARTICLE, ["en"], Recording(), aids=aids)
    aids.memory.set("zh", "en", "请看通知。", "Please see the notice.")
    engine = Recording()
    found = translate_article(ARTICLE, ["en", "ja"], engine, aids=aids)
    assert texts(found["en"])[1] == "Please see the notice."
    assert ("ja", "Please see the notice.") in engine.asked


def test_another_glossary_is_another_translation(aids: Aids, tmp_path: Path) -> None:
    translate_article(ARTICLE, ["en"], Recording(), aids=aids)
    table = tmp_path / "terms.csv"
    table.write_text("zh,en\n通知,circular\n", encoding="utf-8")
    engine = Recording()
    found = translate_article(
        ARTICLE, ["en"], engine, aids=replace(aids, glossary=Glossary.load([table], shipped=False))
    )
    assert {text for _, text in engine.asked} == {"请看通知。", "请看 circular 。"}
    origin = found["en"].translation
    assert origin is not None
    assert [(c.kind, c.expected) for c in origin.checks] == [("term", "circular (通知)")]


def test_an_empty_answer_is_not_remembered(aids: Aids) -> None:
    class Silent(Recording):
        def _one(self, text: str, source: str, target: str) -> str:
            return ""

    translate_article(ARTICLE, ["en"], Silent(), aids=aids)
    found = translate_article(ARTICLE, ["en"], Recording(), aids=aids)
    assert texts(found["en"]) == ["All work has resumed today.", "See the notice."]


def test_marks_land_the_same_on_a_second_run(aids: Aids) -> None:
    class Linking(Recording):
        def translate(
            self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
        ) -> list[Translated]:
            found = super().translate(texts, source, target, request)
            links = (Link((2, 4), (8, 14), 0.9),) if request.links else ()
            return [replace(one, links=links) for one in found]

    link = Mark("link", 2, 4, "https://a.example/")
    marked = Article("zh", (Paragraph("b1", (Sentence("b1.s1", "请看通知。", (link,)),)),))
    first = translate_article(marked, ["en"], Linking(), aids=aids)["en"]
    (mark,) = first.sentences[0].marks
    assert first.sentences[0].text[mark.start : mark.end] == "notice"
    assert translate_article(marked, ["en"], Recording(), aids=aids)["en"] == first


def test_tables_and_titles_are_checked_like_every_sentence(aids: Aids) -> None:
    table = Table("b1", (Sentence("b1.c1", "共3项"),), ())
    found = translate_article(
        Article("zh", (table,), title="共5项"),
        ["en"],
        FakeTranslator({"共3项": "4 items", "共5项": "6 items"}),
        aids=aids,
    )["en"]
    assert found.translation is not None
    assert [(c.sentence, c.kind, c.expected, c.found) for c in found.translation.checks] == [
        ("title", "number", "5", "6"),
        ("b1.c1", "number", "3", "4"),
    ]
