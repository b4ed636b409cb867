"""Japanese is read as Japanese: kana for kanji before eSpeak NG gets it."""

import pytest

from langdu.speech import Pyttsx3Voice
from langdu.speech.japanese import Readings

READINGS = [
    ("かなだけ", "かなだけ"),
    ("区内には1万7000世帯が暮らしている。", "クナイには1まん7000セタイがクラシている。"),
    ("2025年6月18日に公開された。", "2025ネン6ガツ18にちにコウカイされた。"),
    ("3日に届き、20日に終わる。", "みっかにトドキ、はつかにオワル。"),
    ("12日間で98.5%に達した。", "12にちかんで98.5パーセントにタッシた。"),
]


@pytest.mark.parametrize(("written", "read"), READINGS)
def test_readings(written: str, read: str) -> None:
    assert Readings()(written) == read


def test_a_long_text_is_read_to_its_end() -> None:
    assert Readings()("区内" * 30_000).endswith("クナイ")


def test_kanji_sound_like_their_kana() -> None:
    """Without readings eSpeak NG says some three words for every kanji."""
    with Pyttsx3Voice().open("ja") as speaker:
        kanji = speaker.say("図書館で新聞を読む。").seconds
        kana = speaker.say("としょかんでしんぶんをよむ。").seconds
    assert kanji == pytest.approx(kana, rel=0.15)
