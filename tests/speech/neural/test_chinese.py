"""Chinese as Kokoro's phonemes."""

import pytest
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_tone3

from langdu.errors import SpeechError
from langdu.speech.neural.kokoro.pinyin import sounds
from langdu.speech.neural.kokoro.vocabulary import vocabulary
from langdu.speech.neural.kokoro.words import syllables, syllables_at
from langdu.speech.neural.kokoro.zh import ChinesePhonemes
from langdu.speech.spoken.form import Reading


@pytest.fixture
def chinese() -> ChinesePhonemes:
    return ChinesePhonemes(lambda latin: f"<{latin}>")


@pytest.mark.parametrize(
    ("syllable", "phonemes"),
    [
        ("zhong1", "ꭧʊ→ŋ"),
        ("shi4", "ʂɨ↘"),
        ("zi5", "ʦɨ"),
        ("ji3", "ʨi↓"),
        ("xue2", "ɕɥe↗"),
        ("lü4", "ly↘"),
        ("lv4", "ly↘"),
        ("lu:e4", "lɥe↘"),
        ("nu3", "nu↓"),
        ("yuan2", "ɥɛ↗n"),
        ("yong4", "jʊ↘ŋ"),
        ("you3", "jou↓"),
        ("liu2", "ljou↗"),
        ("gui1", "kwei→"),
        ("wen2", "wə↗n"),
        ("dun4", "twə↘n"),
        ("er2", "ɚ↗"),
        ("huar1", "xwa→ɚ"),
        ("wo3", "wo↓"),
        ("bo1", "pwo→"),
        ("ma", "ma"),
    ],
)
def test_a_syllable(syllable: str, phonemes: str) -> None:
    assert sounds(syllable) == phonemes


def test_every_syllable_of_the_dictionary_has_known_phonemes() -> None:
    spelled = {one for entry in PINYIN_DICT.values() for one in entry.split(",")}
    syllables = {to_tone3(one, neutral_tone_with_five=True, v_to_u=True) for one in spelled}
    assert len(syllables) > 1400
    syllables.discard("wong4")  # of one character that no scheme of pinyin has
    assert {phoneme for syllable in syllables for phoneme in sounds(syllable)} <= set(vocabulary())


@pytest.mark.parametrize("wrong", ["", "x", "zhx1", "zh", "ma6", "r", "你"])
def test_no_syllable(wrong: str) -> None:
    with pytest.raises(ValueError, match="no syllable"):
        sounds(wrong)


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("重要", "zhong4 yao4"),
        ("评为", "ping2 wei2"),
        ("为", "wei4"),
        ("很长", "hen3 chang2"),
        ("县长", "xian4 zhang3"),
        ("质朴", "zhi4 pu3"),
        ("地", "de5"),
        ("大地", "da4 di4"),
        ("单县", "shan4 xian4"),
        ("曾国藩", "zeng1 guo2 fan1"),
    ],
)
def test_the_pinyin_of_words(word: str, spelled: str) -> None:
    assert " ".join(syllables(word)) == spelled


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("我得去一趟", "dei3"),
        ("大家得小心", "dei3"),
        ("还得等", "dei3"),
        ("得三个小时", "dei3"),
        ("他得了第一", "de2"),
        ("谁得奖", "de2"),
        ("跑得很快", "de5"),
        ("说得好", "de5"),
        ("做得到位", "de5"),
    ],
)
def test_how_de_sounds(text: str, sound: str) -> None:
    assert syllables_at(text, text.index("得"), "得") == [sound]


def test_de_within_a_text(chinese: ChinesePhonemes) -> None:
    assert sounds("dei3") in chinese("这条路，得三个月。")
    assert sounds("dei3") in chinese("路还得修。").replace(" ", "")


def test_words_and_marks(chinese: ChinesePhonemes) -> None:
    assert chinese("大家好，今天“朗读”。") == "ta↘ʨja→ xau↓, ʨi→ntʰjɛ→n “la↓ŋtu↗”."


def test_latin_words_are_english(chinese: ChinesePhonemes) -> None:
    assert chinese("看GDP和New York吧") == "kʰa↘n <GDP> xɤ↗ <New York> pa"


def test_figures_are_read_one_by_one(chinese: ChinesePhonemes) -> None:
    assert chinese("10") == "i→li↗ŋ"


def test_what_has_no_sound_is_left_out(chinese: ChinesePhonemes) -> None:
    assert chinese("😀好\U0003134aの") == "xau↓"
    assert chinese("😀") == ""


def test_readings_replace_their_characters_only(chinese: ChinesePhonemes) -> None:
    text = "重走长征路"
    told = chinese(text, [Reading(0, 2, "chong2 zou3")])
    assert told.replace(" ", "").startswith("ꭧʰʊ↗ŋʦou↓ꭧʰa↗ŋ")
    assert told.replace(" ", "").endswith(sounds("lu4"))


def test_a_reading_with_another_number_of_syllables(chinese: ChinesePhonemes) -> None:
    assert chinese("花儿开", [Reading(0, 2, "huar1")]).replace(" ", "") == "xwa→ɚkʰai→"


def test_a_reading_that_is_no_pinyin_is_an_error(chinese: ChinesePhonemes) -> None:
    with pytest.raises(SpeechError, match="foo9"):
        chinese("重走", [Reading(0, 1, "foo9")])
