"""Readings over words, and traditional characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.readings import WordAids

AIDS = WordAids()
HAN = st.text(
    "的一是不了人我在有他这为之大来以个中上们天地得行长重发银〇，。！1.万é\u3400𠮷", max_size=30
)
KANA = st.text("三本日人食べる町の図書館が2025年1.7万〇、。々引っ越しア", max_size=30)


def written(text: str, lang: str) -> str:
    return " ".join(f"{word}={kana}" for word, kana in AIDS.readings(text, lang))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他把头发理了。", "他=tā 把=bǎ 头发=tóufà 理=lǐ 了=le"),
        ("银行行长", "银行行长=yínhángháng zhǎng".replace(" ", "")),
        ("西安和天安门", "西安=xī’ān 和=hé 天安门=tiān’ānmén"),
        ("女儿不知道", "女儿=nǚ’ér 不=bù 知道=zhīdào"),
        ("以人民为中心", "以=yǐ 人民=rénmín 为=wéi 中心=zhōngxīn"),  # by langdu's correction
        ("有1.7万户", "有=yǒu 万户=wànhù"),
        ("Wi-Fi 98%", ""),
    ],
)
def test_pinyin_by_word(text: str, expected: str) -> None:
    assert written(text, "zh") == expected
    assert written(text, "zh-CN") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("食べに行く", "食=た 行=い"),
        ("お茶を飲み、引っ越しした", "茶=ちゃ 飲=の 引っ越=ひっこ"),
        ("木が3本、友は2人", "木=き 3本=さんぼん 友=とも 2人=ふたり"),
        ("2025年9月", "年=ねん 月=がつ"),
        ("ひらがなとカタカナ", ""),
    ],
)
def test_furigana_by_word(text: str, expected: str) -> None:
    assert written(text, "ja") == expected


def test_other_languages_have_none() -> None:
    assert AIDS.readings("漢字", "ko") == AIDS.readings("word", "en") == ()
    assert AIDS.traditional("图书馆", "ja") == "图书馆"


def test_traditional_characters() -> None:
    assert AIDS.traditional("皇后的头发干净，里面是软件", "zh") == ("皇后的頭髮乾淨，裡面是軟件")


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.tuples(HAN, st.just("zh")), st.tuples(KANA, st.just("ja"))))
def test_words_are_found_in_their_order(given_: tuple[str, str]) -> None:
    text, lang = given_
    at = 0
    for word, reading in AIDS.readings(text, lang):
        assert word
        assert reading.strip()
        at = text.index(word, at) + len(word)
