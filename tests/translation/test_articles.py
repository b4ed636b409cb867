"""Articles: same ids, shared steps, nothing published as silence."""

import pytest
from hypothesis import given, settings

from langdu.article import Article, Figure, Mark, Paragraph, Sentence
from langdu.errors import MissingModel, TranslationError
from langdu.translation import Request, Translated, translate_article
from langdu.translation.fake import FakeTranslator
from langdu.translation.paths import shortest
from langdu.translation.translator import PLAIN
from tests.strategies import articles

ARTICLE = Article(
    "zh",
    (
        Figure("b1", "https://a.example/1.png", "一座桥", (Sentence("b1.s1", "桥。"),)),
        Paragraph("b2", (Sentence("b2.s1", "第一句。"), Sentence("b2.s2", "第二句。"))),
    ),
    title="题目",
)


def test_all_segments_are_translated_with_the_same_ids() -> None:
    english = translate_article(ARTICLE, ["en"], FakeTranslator())["en"]
    assert [(s.id, s.text) for s in english.segments] == [
        ("title", "[zh>en 题目]"),
        ("b1.alt", "[zh>en 一座桥]"),
        ("b1.s1", "[zh>en 桥.]"),
        ("b2.s1", "[zh>en 第一句.] "),  # English sentences have a space between them
        ("b2.s2", "[zh>en 第二句.]"),
    ]
    assert english.lang == "en"
    assert english.translation is not None
    assert (english.translation.source, english.translation.engine) == ("zh", "fake")
    assert [model.name for model in english.translation.models] == ["fake-zh_en"]


def test_the_shared_step_is_taken_once() -> None:
    translator = FakeTranslator()
    found = translate_article(ARTICLE, ["en", "ja", "ko", "ru"], translator)
    assert list(found) == ["en", "ja", "ko", "ru"]
    first = [call for call in dict.fromkeys(translator.calls) if call[2] == 5]
    assert first == [("zh", "en", 5), ("en", "ja", 5), ("en", "ko", 5), ("en", "ru", 5)]
    assert found["ja"].title == "[en>ja [zh>en 题目]]"
    assert found["ja"].translation is not None
    assert len(found["ja"].translation.models) == 2


def test_an_empty_translation_is_flagged_and_keeps_the_source() -> None:
    translator = FakeTranslator({"第一句。": ""})
    english = translate_article(ARTICLE, ["en"], translator)["en"]
    first = english.sentences[1]
    assert first.text == "第一句。"
    assert first.marks == (Mark("lang", 0, 4, "zh"),)
    assert english.translation is not None
    found = [
        (one.kind, one.expected) for one in english.translation.checks if one.sentence == first.id
    ]
    assert found == [("empty", "第一句。")]


def test_a_missing_way_names_what_to_install_before_any_work() -> None:
    translator = FakeTranslator(pairs=frozenset({("zh", "en")}))
    translator.name = "argos"
    with pytest.raises(MissingModel, match="langdu models add zh-en en-ja"):
        translate_article(ARTICLE, ["en", "ja"], translator)
    assert translator.calls == []


def test_translating_into_its_own_language_is_refused() -> None:
    with pytest.raises(TranslationError, match="already in 'zh'"):
        translate_article(ARTICLE, ["zh_CN"], FakeTranslator())


def test_an_engine_that_drops_a_sentence_is_caught() -> None:
    class Dropping(FakeTranslator):
        def translate(
            self, texts: object, source: str, target: str, request: Request = PLAIN
        ) -> list[Translated]:
            return []

    with pytest.raises(TranslationError, match="gave 0 translations for 5 sentences"):
        translate_article(ARTICLE, ["en"], Dropping())


@settings(deadline=None)  # the first one reads the glossary
@given(articles())
def test_any_article_keeps_its_ids_and_its_structure(article: Article) -> None:
    target = "ja" if article.lang != "ja" else "en"
    pairs = frozenset({(article.lang, target)})
    translated = translate_article(article, [target], FakeTranslator(pairs=pairs))[target]
    assert [s.id for s in translated.segments] == [s.id for s in article.segments]
    assert [type(block) for block in translated.blocks] == [type(b) for b in article.blocks]
    for sentence in translated.segments:
        assert all(0 <= m.start <= m.end <= len(sentence.text) for m in sentence.marks)


@pytest.mark.parametrize(
    ("pairs", "way"),
    [
        ({("zh", "en"), ("en", "ja")}, ("zh", "en", "ja")),
        ({("zh", "en"), ("en", "ja"), ("zh", "ja")}, ("zh", "ja")),
        ({("zh", "ko"), ("ko", "ja"), ("zh", "en"), ("en", "ja")}, ("zh", "en", "ja")),
        ({("ja", "zh")}, None),
        (set(), None),
    ],
)
def test_ways(pairs: set[tuple[str, str]], way: tuple[str, ...] | None) -> None:
    assert shortest(pairs, "zh", "ja") == way
