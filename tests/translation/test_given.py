"""Is a translation one of this article?"""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from langdu.article import Article, Code, Figure, Heading, Paragraph, Sentence, map_segments
from langdu.errors import TranslationError
from langdu.translation.given import check_given
from tests.strategies import articles

ARTICLE = Article(
    "zh",
    (
        Heading("b1", 2, (Sentence("b1.s1", "路"),)),
        Paragraph("b2", (Sentence("b2.s1", "新修了一条路。"), Sentence("b2.s2", "居民都说好。"))),
        Figure("b3", None, "一条路", ()),
        Code("b4", "x = 1"),
    ),
    title="新路",
)
ENGLISH = replace(
    map_segments(ARTICLE, lambda sentence: Sentence(sentence.id, f"en {sentence.id}")), lang="en"
)


@settings(max_examples=60)
@given(articles())
def test_any_article_may_be_written_anew_in_another_language(article: Article) -> None:
    written = map_segments(article, lambda sentence: replace(sentence, text="words", marks=()))
    check_given(article, replace(written, lang="fr", translation=None))


def without(article: Article, *names: str) -> Article:
    return replace(article, blocks=tuple(b for b in article.blocks if b.id not in names))


@pytest.mark.parametrize(
    ("translation", "reason"),
    [
        (replace(ENGLISH, lang="zh-Hans"), "in 'zh-Hans', as the article itself"),
        (replace(ENGLISH, title=None), "lacks 'title'"),
        (without(ENGLISH, "b2", "b4"), "lacks 'b2' of"),
        (without(ENGLISH, "b4"), "lacks 'b4'"),
        (replace(ENGLISH, blocks=(*ENGLISH.blocks, Code("b5", ""))), "'b5', which"),
        (
            replace(
                ENGLISH,
                blocks=(
                    ENGLISH.blocks[0],
                    Paragraph("b2", (Sentence("b2.s1", "One."),)),
                    *ENGLISH.blocks[2:],
                ),
            ),
            "lacks 'b2.s2'",
        ),
        (
            replace(ENGLISH, blocks=(*ENGLISH.blocks[:2], Figure("b3", None, None, ()))),
            "lacks 'b3.alt'",
        ),
        (replace(ENGLISH, blocks=ENGLISH.blocks[::-1]), "'b4' in the place of 'b1'"),
    ],
)
def test_what_is_none_is_told_by_the_first_id_that_differs(
    translation: Article, reason: str
) -> None:
    check_given(ARTICLE, ENGLISH)
    with pytest.raises(TranslationError) as refusal:
        check_given(ARTICLE, translation)
    assert reason in str(refusal.value)
