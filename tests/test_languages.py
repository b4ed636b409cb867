"""Languages: spelling of tags, guessing by script."""

import pytest

from langdu.languages import guess, is_spaced, normalize, tag_of


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("zh_CN", "zh"),
        ("cmn", "zh"),
        ("zh-Hans-CN", "zh"),
        ("JA", "ja"),
        ("한국어", "ko"),
        ("Русский", "ru"),
        ("en-GB", "en"),
        ("fr-FR", "fr"),
        ("English", "en"),
    ],
)
def test_any_spelling(tag: str, code: str) -> None:
    assert normalize(tag) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("今天的会议在三楼举行，名为“あした”的乐队也来了，大家一起讨论明年的计划和安排。", "zh"),
        ("新しい図書館が四月に開館する。", "ja"),
        ("새 도서관이 4월에 문을 연다.", "ko"),
        ("Новая библиотека откроется в апреле.", "ru"),
        ("The new library opens in April.", "en"),
        ("12345 !!", None),
        ("افتتحت المكتبة الجديدة WiFi أبوابها أمس", None),
        ("नया पुस्तकालय अप्रैल में खुलेगा।", None),
        ("Thư viện mới mở cửa vào tháng tư, Łódź.", "en"),
    ],
)
def test_guess(text: str, code: str | None) -> None:
    assert guess([text]) == code


def test_tags_and_spaces() -> None:
    assert (tag_of("zh"), tag_of("fr")) == ("zh-Hans", "fr")
    assert [is_spaced(code) for code in ("zh", "ja", "ko", "fr")] == [False, False, True, True]
