"""Japanese as Kokoro's phonemes."""

import pytest

from langdu.speech.neural.kokoro.ja import JapanesePhonemes, long_vowels, pronunciation
from langdu.speech.neural.kokoro.kana import sounds
from langdu.speech.neural.kokoro.vocabulary import vocabulary
from langdu.speech.spoken.form import Reading


@pytest.fixture(scope="module")
def japanese() -> JapanesePhonemes:
    return JapanesePhonemes(lambda latin: f"<{latin}>")


@pytest.mark.parametrize(
    ("kana", "phonemes"),
    [
        ("きょー", "kʲoː"),
        ("ガッコー", "ɡaʔkoː"),
        ("しんぶん", "ɕimbɯɴ"),
        ("さんか", "saŋka"),
        ("おんな", "onna"),
        ("かんじ", "kaɲʥi"),
        ("ほんや", "hoɴja"),
        ("ファイル", "ɸaiɾɯ"),
        ("ウィーク", "βiːkɯ"),
        ("ヴァン", "vaɴ"),
        ("すぃ", "si"),
        ("漢A", ""),
    ],
)
def test_kana(kana: str, phonemes: str) -> None:
    assert sounds(kana) == phonemes


def test_every_kana_has_known_phonemes() -> None:
    syllabary = [chr(code) for code in (*range(0x3041, 0x3097), *range(0x30A1, 0x30F7), 0x30FC)]
    assert all(sounds(one) for one in syllabary)
    both = "".join(sounds(one + other) for one in syllabary for other in syllabary)
    assert set(both) <= set(vocabulary())


@pytest.mark.parametrize(
    ("kana", "said"),
    [
        ("とうきょう", "とーきょー"),
        ("せいじ", "せーじ"),
        ("おおきい", "おーきー"),
        ("あう", "あう"),
    ],
)
def test_long_vowels(kana: str, said: str) -> None:
    assert long_vowels(kana) == said


@pytest.mark.parametrize(
    ("surface", "reading", "kind", "ended", "said"),
    [
        ("は", "ハ", "助詞", False, "わ"),
        ("へ", "ヘ", "助詞", False, "え"),
        ("こんにちは", "コンニチハ", "感動詞", False, "こんにちわ"),
        ("母", "ハハ", "名詞", False, "はは"),
        ("思う", "オモウ", "動詞", True, "おもう"),
        ("行こう", "イコウ", "動詞", False, "いこー"),
        ("招い", "マネイ", "動詞", False, "まねい"),
    ],
)
def test_pronunciation(surface: str, reading: str, kind: str, ended: bool, said: str) -> None:
    assert pronunciation(surface, reading, kind, ended=ended) == said


def test_a_sentence(japanese: JapanesePhonemes) -> None:
    said = japanese("東京の学校では、新しい部屋です。")
    assert said == "toːkʲoː no ɡaʔkoː de βa, ataɾaɕiː heja desɨ."


def test_latin_words_are_english(japanese: JapanesePhonemes) -> None:
    assert "<GDP>" in japanese("GDPは")


def test_readings(japanese: JapanesePhonemes) -> None:
    assert japanese("今日は", [Reading(0, 2, "きょう")]) == "kʲoː βa"


def test_a_text_longer_than_the_analyser_takes(japanese: JapanesePhonemes) -> None:
    assert japanese("学校" * 20_000).replace(" ", "").count("ɡaʔkoː") == 20_000
