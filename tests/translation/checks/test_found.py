"""What the checks find in sentences of our own, and what they leave in peace."""

import pytest

from langdu.article import Article, Check, Paragraph, Sentence
from langdu.translation.checks.articles import check_article


def article(lang: str, *texts: str) -> Article:
    """An article of one sentence a paragraph."""
    sentences = (Sentence(f"b{i}.s1", text) for i, text in enumerate(texts, 1))
    return Article(lang, tuple(Paragraph(one.id[:-3], (one,)) for one in sentences))


def found(lang: str, source: str, target: str, translation: str) -> list[Check]:
    """The findings of one sentence, without advice."""
    checks = check_article(article(lang, source), article(target, translation))
    return [one for one in checks if one.kind != "advice"]


@pytest.mark.parametrize(
    ("source", "target", "translation"),
    [
        ("拨打12345热线，24小时有人接听。", "en", "Call the 12345 hotline, 24 hours a day."),
        ("拨打12345热线，24小时有人接听。", "ru", "Звоните на горячую линию 12345 круглосуточно."),
        (
            "上午8点至11点半、下午2点至5点对外开放。",
            "ru",
            "Открыто с 8:00 до 11:30 и с 14:00 до 17:00.",
        ),
        ("七一勋章获得者张三来到村里。", "ko", "'7·1 훈장' 수훈자 장싼이 마을에 왔다."),
    ],
)
def test_what_people_write_is_left_in_peace(source: str, target: str, translation: str) -> None:
    assert found("zh", source, target, translation) == []


def test_a_hotline_with_another_number() -> None:
    (one,) = found("zh", "拨打12345热线。", "en", "Call the 12354 hotline.")
    assert (one.kind, one.expected, one.found) == ("number", "12345", "12354")


def test_a_year_that_became_a_number_of_people() -> None:
    (one,) = found("zh", "2019年表彰了干部。", "ja", "2,019人の幹部を表彰した。")
    assert (one.expected, one.found) == ("2019", "2019")


def test_a_name_that_stands_in_place_of_another_is_told_once() -> None:
    source = article("zh", "西新镇很大。", "绿园区的干部解决了一批问题。")
    target = article("en", "Xixin Town is big.", "Xixin Town solved problems of the officials.")
    names = [one.found for one in check_article(source, target) if one.kind == "name"]
    assert names == ["Xixin Town"]
