"""Japanese is read as Japanese: kana for kanji before eSpeak NG gets it."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from langdu.speech import Pyttsx3Voice
from langdu.speech.japanese import Readings
from tests.speech.spoken.tables import cases

KANA = Readings()

READINGS = [
    ("かなだけ", "かなだけ"),
    ("区内には1万7000世帯が暮らしている。", "クナイにわいちまんななせんせたいがクラシている。"),
    ("2025年6月18日に公開された。", "にせんにじゅうごねんろくがつじゅうはちにちにコーカイされた。"),
    ("3日に届き、20日に終わる。", "みっかにトドキ、はつかにオワル。"),
    ("髙橋さんと山﨑さん", "タカハシさんとヤマザキさん"),
    ("12日間で98.5%に達した。", "じゅうににちかんできゅうじゅうはってんごパーセントにタッシた。"),
]


@pytest.mark.parametrize(("written", "read"), READINGS)
def test_readings(written: str, read: str) -> None:
    assert Readings()(written) == read


def test_numbers_sound_as_a_person_says_them() -> None:
    kana = Readings()
    table = cases(Path(__file__).parent / "spoken" / "ja_sounds.tsv")
    assert len(table) >= 80
    told = [(case.written, kana(case.written), case.spoken) for case in table]
    assert [wrong for wrong in told if wrong[1] != wrong[2]] == []


PARTS = "一 二 十 百 千 万 〇 点 日 人 分 本 四半 月 年 は へ ・ 々 1 2,000 % 八百屋 ー が".split()


@example("〇一人点一")
@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=2), max_size=10).map("".join))
def test_no_text_raises_or_keeps_a_numeral(text: str) -> None:
    assert not re.search("[〇一二三四五六七八九十百千万億兆0-9]{2}", KANA(text))


def test_a_long_text_is_read_to_its_end() -> None:
    assert Readings()("区内" * 30_000).endswith("クナイ")


def test_kanji_sound_like_their_kana() -> None:
    """Without readings eSpeak NG says some three words for every kanji."""
    with Pyttsx3Voice().open("ja") as speaker:
        kanji = speaker.say("図書館で新聞を読む。").seconds
        kana = speaker.say("としょかんでしんぶんをよむ。").seconds
    assert kanji == pytest.approx(kana, rel=0.15)
