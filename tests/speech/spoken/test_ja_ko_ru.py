"""What is read out in Japanese, Korean and Russian: tables, and what holds for every text."""

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from langdu.speech.japanese import Readings
from langdu.speech.spoken import spoken_form
from tests.speech.spoken.tables import Case, cases
from tests.speech.spoken.test_polyphones import phonemes

FOLDER = Path(__file__).parent
LANGUAGES = ("ja", "ko", "ru")
#: What the rules look at, so that random texts meet them.
PARTS = (
    "2019 2 12 007 1,5 17 000 98% ％ 3:2 10:42 15.30 : ( ) （ ） “ ” « » … ... — - – ~ 〜 / + = ± "
    "km² м² ㎡ ℃ °C $ ¥ € ₽ руб. GDP A XXI IV II Ⅲ ① www.example.kr a@b.ru http:// . , "
    "。 、 １２ 👍 ² \n \u00a0 ١ × & № § ※ → "
    "年 月 日 時 分 人 本 個 万 億 千 第 ヶ 月 から 十 一 三 点 〒 "
    "년 월 일 시 분 명 개 번째 대 만 억 천 제 여 에서 · (월) 中 大韓 코로나19 119에 "
    "год году г. гг. марта в с до по на около 5-й 90-х 10-летний т.д. и т. ул. им. д. млн тыс. век "
    "РФ США "
    "12345678901234567890 недели районов ч.л. кв.м 2 п.п."
).split(" ")
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(max_size=3), max_size=12).map("".join)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_enough_cases(lang: str) -> None:
    assert len(cases(FOLDER / f"{lang}.tsv")) >= 100


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_is_read_as_a_person_reads_it(lang: str) -> None:
    def told(case: Case) -> str:
        got = spoken_form(case.written, lang).text
        return "" if got == case.spoken else f"{case.written!r}: {got!r}, not {case.spoken!r}"

    assert [wrong for case in cases(FOLDER / f"{lang}.tsv") if (wrong := told(case))] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=TEXTS)
def test_no_text_raises_leaves_a_digit_or_loses_its_place(lang: str, text: str) -> None:
    spoken = spoken_form(text, lang)
    assert spoken.written == text
    assert not any(char.isdecimal() for char in spoken.text)
    assert len(spoken.sources) == len(spoken.text)
    assert list(spoken.sources) == sorted(spoken.sources)
    assert all(0 <= start < end <= len(text) for start, end in spoken.sources)


#: Without figures, as people write.
PROSE = {
    "ja": "彼は 行った 「 」 （ ） …… 、 。 ！ GDP 三本 一点七万人 A&B 👍 ℃ % 【 】 東京〜大阪",
    "ko": "그는 갔다 “ ” ( ) … , . ! GDP 세 개 일점칠만 A&B http://a.kr/x 👍 ℃ % 中 대한(大韓)",
    "ru": "он пошёл « » ( ) … , . ! ВВП GDP две недели A&B http://a.ru/x 👍 % № т.д. им. США",
}
SENTENCES = {
    lang: st.lists(st.sampled_from(words.split(" ")), max_size=10).map(
        ("" if lang == "ja" else " ").join
    )
    for lang, words in PROSE.items()
}


@settings(derandomize=True)  # signs without sense may be read otherwise the second time
@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_what_was_read_out_is_read_again_as_it_is(lang: str, data: st.DataObject) -> None:
    once = spoken_form(data.draw(SENTENCES[lang]), lang).text
    assert spoken_form(once, lang).text == once


UNITS = ("1", " ", "1,", "1-", "1.", "A", "(", "…", "1/", "a.", "(1", "1~", "1:")


@pytest.mark.parametrize(
    ("lang", "unit"),
    [(lang, unit) for lang in LANGUAGES for unit in UNITS]
    + [("ja", unit) for unit in ("1年", "第1、", "1万", "〜")]
    + [("ko", unit) for unit in ("1개", "1만 ", "大", "1·", "제1")]
    + [
        ("ru", unit)
        for unit in ("1 г. ", "т. ", "XI ", "в 1 ", "1 и ", "1 000 ", "и новых ", "ул. ")
    ],
)
def test_the_time_grows_with_the_text(lang: str, unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        start = process_time()
        spoken_form(text, lang)
        return process_time() - start

    seconds(500)  # what is made once is made
    small = min(seconds(500) for _ in range(3))
    large = min(seconds(4000) for _ in range(2))
    assert large < 8 * 4 * max(small, 0.0005)  # its square would take 64 times as long


PLACES = {
    "ja": ("全国で1.7万人が", "一点七万", ("1.7万", "1.7万人")),
    "ko": ("모두 12명이 왔다", "열두 명", ("12명",)),
    "ru": ("всего 17 000 человек", "семнадцать тысяч", ("17 000",)),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_keeps_its_place(lang: str) -> None:
    written, words, sources = PLACES[lang]
    spoken = spoken_form(written, lang)
    at = spoken.text.index(words)
    start, end = spoken.written_span(at, at + len(words))
    assert written[start:end] in sources


#: What stands in articles between words.
SIGNS = (
    "@ # * / \\ | ~ 〜 + = & < > · ・ « » “ ” 《 》 「 」 ■ ● ▲ ▶ ◆ ★ ♡ → ※ ⓒ © ® ™ "
    "— – ― − ½ ¾ ² ㈱ № § ℃ % ‰ … ¥ € $"
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sign_is_named_in_english(lang: str) -> None:
    pytest.importorskip("espeakng_loader")
    word = {"ja": "かな", "ko": "가나", "ru": "дом"}[lang]
    read = Readings() if lang == "ja" else str
    texts = [
        read(spoken_form(form.format(word, sign), lang).text)
        for sign in SIGNS.split()
        for form in ("{0}{1}{0}", "{0} {1} {0}", "{1} {0}")
    ]
    said = phonemes(texts, lang)
    told = [(text, sound) for text, sound in zip(texts, said, strict=True) if "(en)" in sound]
    assert told == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_espeak_reads_all_in_the_language_but_latin_words(lang: str) -> None:
    """No English, and no "Chinese letter", which is what it says of what it cannot read."""
    pytest.importorskip("espeakng_loader")
    read = Readings() if lang == "ja" else str
    spoken = [spoken_form(case.written, lang).text for case in cases(FOLDER / f"{lang}.tsv")]
    texts = [read(text) for text in spoken if not re.search("[A-Za-z]", text)]
    assert len(texts) > 90
    said = phonemes(texts, lang)
    assert [
        (text, sound)
        for text, sound in zip(texts, said, strict=True)
        if "(en)" in sound or "l'et@" in sound
    ] == []
