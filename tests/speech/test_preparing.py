"""What engines get to read."""

import pytest

from langdu.speech.preparing import EspeakText, SystemText
from langdu.speech.spoken.form import Reading


@pytest.mark.parametrize(
    ("sounds", "given"),
    [
        ("chong2 zou3", "chong2zou3"),
        ("Nü3 er2", "nv3er2"),
        ("lu:e4", "lve4"),
        ("huar1", "hua1er5"),
        ("yi4 dianr3", "yi4dian3er5"),
        ("er2", "er2"),
    ],
)
def test_pinyin_as_espeak_writes_it(sounds: str, given: str) -> None:
    assert EspeakText("zh-CN")("在XX。", [Reading(1, 3, sounds)]) == f"在{given}。"


def test_the_voices_of_systems_get_no_pinyin_but_respellings() -> None:
    assert SystemText("zh")("重走", [Reading(0, 2, "chong2 zou3")]) == "重走"
    assert SystemText("ja")("市場へ", [Reading(0, 2, "いちば")]) == "いちばへ"


def test_controls_and_half_characters_are_spaces() -> None:
    assert SystemText("en")("a\x00b\ud800c\n", []) == "a b c"
