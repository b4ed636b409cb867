"""Japanese counters and how they sound after numbers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final, Literal

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})

#: First kana → its row, its voiced form, and for は its form after っ.
FIGURES: Final = MappingProxyType(
    {kana: ("か", voiced, kana) for kana, voiced in zip("かきくけこ", "がぎぐげご", strict=True)}
    | {kana: ("さ", voiced, kana) for kana, voiced in zip("さしすせそ", "ざじずぜぞ", strict=True)}
    | {kana: ("た", voiced, kana) for kana, voiced in zip("たちつてと", "だぢづでど", strict=True)}
    | {
        kana: ("は", voiced, half)
        for kana, voiced, half in zip("はひふへほ", "ばびぶべぼ", "ぱぴぷぺぽ", strict=True)
    }
    | {kana: ("ぱ", kana, kana) for kana in "ぱぴぷぺぽ"}
)
#: The ends of numbers that become っ before a row.
GEMINATE: Final = MappingProxyType(
    {
        "か": (
            "いち",
            "ろく",
            "はち",
            "じゅう",
            "ひゃく",
            "さんびゃく",
            "ろっぴゃく",
            "はっぴゃく",
        ),
        "さ": ("いち", "はち", "じゅう"),
        "た": ("いち", "はち", "じゅう"),
        "は": (
            "いち",
            "ろく",
            "はち",
            "じゅう",
            "ひゃく",
            "さんびゃく",
            "ろっぴゃく",
            "はっぴゃく",
        ),
        "ぱ": ("ろく", "はち", "じゅう"),
    }
)


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter's kana.

    ``after_three``: whether it becomes voiced (さんぼん) or half-voiced (さんぷん) after さん.
    ``figures``: figures that sound otherwise before it (よ for よん). ``special``: whole readings.
    ``plain``: a loan word, before which いち and はち stay. ``native``: one and two of it are
    ひと and ふた.
    """

    sound: str
    after_three: Literal["", "soft", "hard"] = ""
    figures: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    special: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    plain: bool = False
    native: bool = False


def _plain() -> dict[str, Counter]:
    table = """
    枚 まい 台 だい 名 めい 歳 さい 才 さい 回 かい 回目 かいめ 回戦 かいせん 件 けん 個 こ
    冊 さつ 校 こう 級 きゅう 点 てん 店舗 てんぽ 社 しゃ 隻 せき 頭 とう 等 とう 位 い 度 ど
    番 ばん 番目 ばんめ 号 ごう 号機 ごうき 倍 ばい 割 わり 秒 びょう 秒間 びょうかん 週 しゅう
    週間 しゅうかん 世帯 せたい 世紀 せいき 世代 せだい 世 せい 周年 しゅうねん カ月 かげつ
    ヶ月 かげつ か月 かげつ カ国 かこく か国 かこく ヶ国 かこく か所 かしょ カ所 かしょ
    ヶ所 かしょ 箇所 かしょ か年 かねん カ年 かねん ヶ年 かねん か村 かそん 条 じょう 項 こう
    章 しょう 節 せつ 巻 かん 課 か 戸 こ 棟 とう 両 りょう 着 ちゃく 通 つう 種類 しゅるい
    種 しゅ 段階 だんかい 段 だん 部 ぶ 基 き 機 き 曲 きょく 句 く 県 けん 都市 とし 市 し
    町 ちょう 丁目 ちょうめ 区 く 次 じ 期 き 期生 きせい 四半期 しはんき 代 だい 年代 ねんだい
    連覇 れんぱ 試合 しあい 対 たい 選手 せんしゅ 得点 とくてん 席 せき 曜 よう 面 めん 問 もん
    例 れい 局 きょく 隊 たい 団体 だんたい 党 とう 派 は 議席 ぎせき 階級 かいきゅう 番地 ばんち
    番線 ばんせん 語 ご 字 じ 文字 もじ
    """
    words = table.split()
    return {written: Counter(sound) for written, sound in zip(words[::2], words[1::2], strict=True)}


def _loans() -> dict[str, Counter]:
    table = """
    パーセント ぱーせんと ポイント ぽいんと ページ ぺーじ キロ きろ キロメートル きろめーとる
    キログラム きろぐらむ キロワット きろわっと キロワット時 きろわっとじ カロリー かろりー
    ケース けーす ヘクタール へくたーる センチ せんち センチメートル せんちめーとる トン とん
    チーム ちーむ テラバイト てらばいと
    """
    words = table.split()
    return {
        written: Counter(sound, plain=True)
        for written, sound in zip(words[::2], words[1::2], strict=True)
    }


def _native() -> dict[str, Counter]:
    table = """
    桁 けた 坪 つぼ 通り とおり 袋 ふくろ 部屋 へや 皿 さら 株 かぶ 玉 たま 束 たば 晩 ばん 粒 つぶ
    切れ きれ 品 しな 握り にぎり 回り まわり 言 こと 息 いき 区切り くぎり 苦労 くろう
    """
    words = table.split()
    return {
        written: Counter(sound, native=True, plain=True)
        for written, sound in zip(words[::2], words[1::2], strict=True)
    } | {"箱": Counter("はこ", after_three="hard", native=True)}


def _changing() -> dict[str, Counter]:
    counters = {
        written: Counter(sound, after_three="soft")
        for written, sound in (
            ("本", "ほん"),
            ("匹", "ひき"),
            ("杯", "はい"),
            ("票", "ひょう"),
            ("遍", "へん"),
            ("階", "かい"),
            ("軒", "けん"),
            ("階建て", "かいだて"),
            ("足", "そく"),
        )
    }
    counters |= {
        written: Counter(sound, after_three="hard")
        for written, sound in (
            ("分", "ふん"),
            ("分間", "ふんかん"),
            ("泊", "はく"),
            ("発", "はつ"),
            ("歩", "ほ"),
            ("品目", "ひんもく"),
            ("編", "へん"),
            ("班", "はん"),
        )
    }
    return counters


def _figured() -> dict[str, Counter]:
    clock = MappingProxyType({"よん": "よ", "なな": "しち", "きゅう": "く"})
    months = MappingProxyType({"よん": "し", "なな": "しち", "きゅう": "く"})
    years = MappingProxyType({"よん": "よ"})
    return {
        "時": Counter("じ", figures=clock),
        "時間": Counter("じかん", figures=clock),
        "時間半": Counter("じかんはん", figures=clock),
        "月": Counter("がつ", figures=months),
        "年": Counter("ねん", figures=years),
        "年間": Counter("ねんかん", figures=years),
        "年度": Counter("ねんど", figures=years),
        "年生": Counter("ねんせい", figures=years),
        "年ぶり": Counter("ねんぶり", figures=years),
        "円": Counter("えん", figures=years),
        "人": Counter("にん", figures=years),
        "人目": Counter("にんめ", figures=years),
        "羽": Counter("わ"),
    }


def _later(counters: dict[str, Counter]) -> dict[str, Counter]:
    """三年後: after a span of time 後 is ご."""
    spans = "秒 分 時間 時間半 週 週間 カ月 ヶ月 か月 年 年間 世紀".split()
    return {
        f"{span}後": replace(counters[span], sound=f"{counters[span].sound}ご") for span in spans
    }


#: The days of a month that have names of their own; the others are the number and にち.
DAYS: Final = MappingProxyType(
    {"二": "ふつか", "三": "みっか", "四": "よっか", "五": "いつか", "六": "むいか", "七": "なのか"}
    | {"八": "ようか", "九": "ここのか", "十": "とおか", "十四": "じゅうよっか", "二十": "はつか"}
    | {"二十四": "にじゅうよっか"}
)
#: What may stand behind 日, and how it sounds.
DAY_ENDINGS: Final = MappingProxyType(
    {"日": "", "日間": "かん", "日目": "め", "日中": "ちゅう", "日後": "ご"}
)
_TABLE: Final = {**_plain(), **_loans(), **_native(), **_changing(), **_figured()}
TABLE: Final[Mapping[str, Counter]] = MappingProxyType(
    {**_TABLE, **_later(_TABLE)} | {written: Counter("にち") for written in DAY_ENDINGS}
)
COUNTERS: Final = "|".join(re.escape(word) for word in sorted(TABLE, key=len, reverse=True))
