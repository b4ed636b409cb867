"""Reading any text: never an error, spans in order, time that grows with the length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.quantities import find

LANGS = ("zh", "en", "ja", "ko", "ru")
#: What quantities are made of, so that random texts hold many.
PIECES = (
    "0 1 5 12 2020 17,000 1.7 ３ . , ， : - – ～ 至 / % ％ $ ¥ € 一 二 两 三 十 百 千 万 "
    "亿 億 兆 〇 第 半 余 多 几 "
    "分之 成 年 月 日 点 时 分 世纪 年代 上午 元 个 名 亩 “ ” a half third twenty hundred "
    "thousand million and "
    "of March May 3rd p.m. 90s noon 만 억 천 개 세 스물 년 월 일 시 분의 제 오후 원 тысяч "
    "млн двадцать пять "
    "третий марта 2-й век XXI г. руб. с по половиной 割 第 つ ひとつ 午後 時 から GB/T "
    "v2.0 +7 http:// ° ½ "
    "\u00a0 \u2009 \n ٣ ² 𝟗 é"
).split(" ")
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(st.sampled_from(PIECES), st.just(" ")), max_size=24).map("".join),
)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_text_raises_and_spans_are_in_order(text: str) -> None:
    for lang in LANGS:
        end = 0
        for quantity in find(text, lang):
            assert end <= quantity.start < quantity.end <= len(text)
            assert quantity.key
            end = quantity.end


def test_a_span_is_the_quantity_and_nothing_else() -> None:
    text = (
        "约有1.7万余名党员，投入人民币300万元，用时30余年，2020年3月30日上午9点半结束，增长3.5%。"
    )
    spans = [text[quantity.start : quantity.end] for quantity in find(text, "zh")]
    assert spans == ["1.7万", "人民币300万元", "30余年", "2020年3月30日", "上午9点半", "3.5%"]
    text = "More than 17,000 people gave $5 million for 10 hectares on March 30, 2020."
    spans = [text[quantity.start : quantity.end] for quantity in find(text, "en")]
    assert spans == ["17,000", "$5 million", "10 hectares", "March 30, 2020"]


def test_a_language_that_langdu_cannot_read_has_no_quantities() -> None:
    assert find("17 000 maisons", "fr") == ()


def test_values_are_exact_whatever_their_length() -> None:
    (quantity,) = find("共12345678901234567890.123456789万元", "zh")
    assert quantity.key == "123456789012345678901234.56789"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "piece",
    ["9", "万", "1,", "“三", "3月", "5-", "A1", "twenty "],
)
def test_time_grows_with_the_length(lang: str, piece: str) -> None:
    """Measured against itself: eight times the text may cost twenty times the time, not sixty."""

    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find(text, lang)
        return time.process_time() - start

    cost(1000)
    small, large = cost(2_000), cost(16_000)
    assert large < 20 * small + 0.3


@pytest.mark.parametrize("piece", ["9", "万"])
def test_a_megabyte_of_one_character(piece: str) -> None:
    assert [quantity.key for lang in LANGS for quantity in find(piece * 1_000_000, lang)] == []
