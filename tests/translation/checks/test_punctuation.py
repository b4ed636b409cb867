"""Punctuation in the style of the target: hand-written cases, and what holds for any text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from langdu.translation.checks.punctuation import follow, in_style

#: (language, source, translation, in style)
CHANGED = [
    # full-width marks in languages with ASCII ones
    (
        "en",
        "全区行动，成效显著。",
        "The district acted，with success。",
        "The district acted, with success.",
    ),
    ("en", "时间：2020年", "Time：2020", "Time: 2020"),
    ("ru", "口罩、设备", "маски、оборудование", "маски, оборудование"),
    ("ko", "口罩、设备", "마스크、설비", "마스크, 설비"),
    ("en", "居民（图）", "Residents（photo）", "Residents (photo)"),
    ("en", "居民（图）说。", "Residents （ photo ） said.", "Residents (photo) said."),
    ("ko", "居民（图）说。", "주민（사진）은 말했다。", "주민(사진)은 말했다."),
    ("en", "【云溪区】新景", "【Yunxi District】New scenery", "[Yunxi District] New scenery"),
    ("ko", "【云溪区】新景", "【윈시구】새 풍경", "[윈시구] 새 풍경"),
    ("en", "增长98.5％。", "up 98.5％。", "up 98.5%."),
    ("en", "真的？！", "Really？！", "Really?!"),
    ("en", "12：30开会。", "Meeting at 12：30。", "Meeting at 12:30."),
    # quotation marks
    ("en", "“想干事”的干部", "“want to work” officials", '"want to work" officials'),
    ("en", "市民的书", "the citizens’ book", "the citizens' book"),
    ("en", "《红楼梦》", "《Dream of the Red Chamber》", '"Dream of the Red Chamber"'),
    ("ru", "“想干事”", '"хочет работать"', "«хочет работать»"),
    ("ru", "“想干事”", "“хочет работать”", "«хочет работать»"),
    ("ru", "“有‘心’。”", "“есть ‘сердце’”.", "«есть „сердце“»."),
    ("ja", "“想干事”", '"働きたい"', "「働きたい」"),
    ("ja", "“有‘心’”", "“‘心’がある”", "「『心』がある」"),
    ("ko", "“想干事”", '"일하고 싶다"', "“일하고 싶다”"),
    ("ko", "‘亮起来’", "'환하게'를", "‘환하게’를"),
    # Japanese and Chinese marks
    ("ja", "口罩、设备。", "マスク, 設備.", "マスク、設備。"),
    ("ja", "口罩，设备。", "マスク，設備。", "マスク、設備。"),
    ("ja", "时间：2020年", "日付:2020年", "日付：2020年"),
    ("ja", "居民（图）", "住民 (写真)", "住民（写真）"),
    ("ja", "说。", "述べた 。", "述べた。"),
    ("ja", "世卫组织，世界", "WHO, 世界", "WHO、世界"),
    ("zh", "In 2020, he said.", "2020年,他说.", "2020年，他说。"),
    # ellipsis and dash
    ("en", "辛苦付出……", "hard work……", "hard work…"),
    ("en", "付出……绿园", "work……Luyuan", "work… Luyuan"),
    ("en", "西大门——长春", "West Gate——Changchun", "West Gate — Changchun"),
    ("ru", "辛苦……", "труд.", "труд…"),
    # the end
    ("en", "高效充电", "Efficient charging.", "Efficient charging"),
    ("ru", "高效充电", "Зарядка.", "Зарядка"),
    ("ja", "高效充电", "充電した。", "充電した"),
    ("en", "周桂兰说。", "Zhou Guilan said", "Zhou Guilan said."),
    ("ja", "周桂兰说。", "周桂蘭は述べた", "周桂蘭は述べた。"),
    ("ru", "周桂兰说。", "сказала Чжоу Гуйлань,", "сказала Чжоу Гуйлань."),
    ("en", "如何选拔干部？", "How are officials chosen.", "How are officials chosen?"),
    ("ko", "如何选拔干部?", "간부를 어떻게 뽑는가", "간부를 어떻게 뽑는가?"),
    ("ja", "如何选拔？", "どう選ぶ。", "どう選ぶ？"),
    ("en", "加油！", "Go", "Go!"),
    ("en", "“灯亮了。”", '"The lights are on"', '"The lights are on."'),
    ("en", "要“想干事”。", 'Let them "want to work"', 'Let them "want to work."'),
    ("ru", "“灯亮了。”", "«Свет горит»", "«Свет горит»."),
    ("ko", "“灯亮了。”", "“불이 켜졌다”", "“불이 켜졌다.”"),
    ("en", "（摄）", "(photo.)", "(photo)"),
    ("en", "来源：", "Source", "Source:"),
    ("ja", "来源:", "出典", "出典："),
    # spaces
    ("en", "说，好。", "He said , good .", "He said, good."),
    ("ru", "好（图）。", "хорошо ( фото ) .", "хорошо (фото)."),
]
#: (language, source, translation that is right as it is)
KEPT = [
    ("en", "高效充电", "Efficient charging"),
    ("en", "共1.7万余名。", "Over 17,000, 1.7 times as many."),
    ("ru", "98.5%，1.7倍。", "98,5 % и 1,7 раза."),
    ("en", "12:30开会。", "The meeting is at 12:30."),
    ("ja", "12:30开会。", "会議は12:30に始まり、1,200人が来る。"),
    ("ja", "17000", "1万7,000"),
    ("en", "见https://portal.example/a,b?c=1。", "See https://portal.example/a,b?c=1."),
    ("ja", "见portal", "https://portal.example/(ページ).html を見る"),
    ("en", "写信a.b@portal.example", "Write to a.b@portal.example"),
    ("en", "⟦0⟧说。", "⟦0⟧ said."),
    ("en", "{0}：{1}", "{0}: {1}"),
    ("ru", "2020年", "2020 г."),
    ("en", "某某公司", "Shen and Co., Ltd."),
    ("en", "上午九点", "9 a.m."),
    ("en", "好。真好", "Good. Very good."),
    ("ja", "如何？", "どう選ぶのか。"),
    ("ja", "……", "……"),
    ("ja", "付出……", "努力を払った……"),
    ("en", "好！", "Is it good?"),
    ("en", "市民的书。", "the citizens' book."),
    ("ru", "“好”。", "«хорошо»."),
    ("ko", "《红楼梦》", "《홍루몽》"),
    ("en", "", ""),
    ("en", "……", "…"),
    ("fr", "好。", "« bon » ，"),
    ("en", "IBM Inc. and others etc.", "IBM and others"),
]


@pytest.mark.parametrize(("lang", "source", "text", "styled"), CHANGED)
def test_changed(lang: str, source: str, text: str, styled: str) -> None:
    assert in_style(text, source, lang) == styled


@pytest.mark.parametrize(("lang", "source", "text"), KEPT)
def test_kept(lang: str, source: str, text: str) -> None:
    assert in_style(text, source, lang) == text


LETTERS = st.sampled_from("aZé7市区のアг Яя가나1")
MARKS = st.sampled_from("，、；：？！。,;:?!. …—（）()【】[]《》「」『』“”‘’\"'«»„％%\u3000-·～")
TEXTS = st.lists(LETTERS | MARKS, max_size=25).map("".join) | st.text(max_size=12)
LANGS = st.sampled_from(["zh", "en", "ja", "ko", "ru"])


@given(TEXTS, TEXTS, LANGS)
@settings(max_examples=1500, deadline=None)
@example("‘“a”’。", "a。", "ru")
@example("a ", "a：）", "zh")
def test_twice_is_once_and_no_letter_is_lost(text: str, source: str, lang: str) -> None:
    once = in_style(text, source, lang)
    assert in_style(once, source, lang) == once
    assert [c for c in once if c.isalnum()] == [c for c in text if c.isalnum()]


@given(TEXTS, LANGS, st.data())
@settings(max_examples=300, deadline=None)
def test_a_span_keeps_its_letters(text: str, lang: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    styled = in_style(text, text, lang)
    first, last = follow(text, styled, start, end)
    assert 0 <= first <= last <= len(styled)
    assert [c for c in styled[first:last] if c.isalnum()] == [
        c for c in text[start:end] if c.isalnum()
    ]


def test_a_span_follows() -> None:
    before, source = "The“old streets”，lit", "让“老街”，亮"
    after = in_style(before, source, "en")
    assert after == 'The"old streets", lit'
    start, end = follow(before, after, 4, 15)
    assert after[start:end] == "old streets"
    assert follow(before, after, 0, len(before)) == (0, len(after))
    start, end = follow(before, after, 7, 7)
    assert start == end
