"""Which voice reads what, with the tags of several systems."""

import pytest

from langdu.errors import MissingVoice
from langdu.speech.choosing import Offer, choose, code_of

ESPEAK = [
    Offer("sit/yue", "Chinese (Cantonese)", ("yue",)),
    Offer("sit/cmn-latn-pinyin", "Chinese (Mandarin, latin as Pinyin)", ("cmn-latn-pinyin",)),
    Offer("mb/mb-cn1", "chinese-mb-cn1", ("cmn",)),
    Offer("sit/cmn", "Chinese (Mandarin, latin as English)", ("cmn",)),
    Offer("gmw/en-029", "English (Caribbean)", ("en-029",)),
    Offer("gmw/en", "English (Great Britain)", ("en-gb",)),
    Offer("gmw/en-us", "English (America)", ("en-us",)),
    Offer("iro/chr", "Cherokee ", ("chr-US-Qaaa-x-west",)),
]
MAC = [
    Offer("com.apple.voice.sinji", "Sin-ji", ("zh_HK",)),
    Offer("com.apple.voice.meijia", "Mei-Jia", ("zh_TW",)),
    Offer("com.apple.voice.tingting", "Ting-Ting", ("zh_CN",)),
    Offer("com.apple.voice.daniel", "Daniel", ("en_GB",)),
    Offer("com.apple.voice.alex", "Alex", ("en_US",)),
    Offer("com.apple.voice.kyoko", "Kyoko", ("ja_JP",)),
]
WINDOWS = [
    Offer("HKLM\\Zira", "Microsoft Zira Desktop - English (United States)", ("en-US",)),
    Offer("HKLM\\Huihui", "Microsoft Huihui Desktop", ("zh-CN",)),
    Offer("HKLM\\Odd", "A voice without a language", ()),
]


@pytest.mark.parametrize(
    ("offers", "lang", "expected"),
    [
        (ESPEAK, "zh", "sit/cmn"),
        (ESPEAK, "cmn", "sit/cmn"),
        (ESPEAK, "zh-Hans", "sit/cmn"),
        (ESPEAK, "yue", "sit/yue"),
        (ESPEAK, "en", "gmw/en-us"),
        (ESPEAK, "en-GB", "gmw/en"),
        (ESPEAK, "en_029", "gmw/en-029"),
        (MAC, "zh", "com.apple.voice.tingting"),
        (MAC, "zh-TW", "com.apple.voice.meijia"),
        (MAC, "en", "com.apple.voice.alex"),
        (MAC, "ja", "com.apple.voice.kyoko"),
        (WINDOWS, "zh", "HKLM\\Huihui"),
    ],
)
def test_the_best_voice(offers: list[Offer], lang: str, expected: str) -> None:
    assert choose(offers, lang).id == expected


def test_cantonese_alone_does_not_read_mandarin() -> None:
    with pytest.raises(MissingVoice, match=r"Chinese \(zh\)"):
        choose(MAC[:1], "zh")
    assert [code_of(tag) for tag in ("zh_HK", "zh-Hant-HK", "zh-MO", "zh-TW")] == [
        *["yue"] * 3,
        "zh",
    ]


def test_english_alone_does_not_read_chinese() -> None:
    with pytest.raises(MissingVoice, match="langdu voices"):
        choose(WINDOWS[:1], "zh")


@pytest.mark.parametrize("wanted", ["sit/cmn-latn-pinyin", "SIT/CMN-Latn-Pinyin"])
def test_a_voice_by_its_id(wanted: str) -> None:
    assert choose(ESPEAK, "zh", wanted).id == "sit/cmn-latn-pinyin"


def test_a_voice_by_its_name() -> None:
    assert choose(ESPEAK, "chr", "cherokee").id == "iro/chr"
    assert choose(MAC, "zh", "ting-ting").id == "com.apple.voice.tingting"


def test_a_voice_of_another_language() -> None:
    with pytest.raises(MissingVoice, match=r"speaks English \(en\) and not Chinese \(zh\)"):
        choose(MAC, "zh", "Alex")


def test_a_voice_whose_language_is_unknown_reads_what_it_is_told_to() -> None:
    assert choose(WINDOWS, "zh", "HKLM\\Odd").id == "HKLM\\Odd"
