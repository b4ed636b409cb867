"""Kana as Kokoro's phonemes (the inventory of misaki, with which Kokoro was trained)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final


def _table(text: str) -> Mapping[str, str]:
    words = text.split()
    return MappingProxyType(dict(zip(words[::2], words[1::2], strict=True)))


_SOUNDS: Final = _table("""
あ a い i う ɯ え e お o ぁ a ぃ i ぅ ɯ ぇ e ぉ o
か ka き kʲi く kɯ け ke こ ko が ɡa ぎ ɡʲi ぐ ɡɯ げ ɡe ご ɡo ゕ ka ゖ ke
さ sa し ɕi す sɨ せ se そ so ざ ʣa じ ʥi ず zɨ ぜ ʣe ぞ ʣo
た ta ち ʨi つ ʦɨ て te と to だ da ぢ ʥi づ zɨ で de ど do
な na に ɲi ぬ nɯ ね ne の no
は ha ひ çi ふ ɸɯ へ he ほ ho ば ba び bʲi ぶ bɯ べ be ぼ bo ぱ pa ぴ pʲi ぷ pɯ ぺ pe ぽ po
ま ma み mʲi む mɯ め me も mo や ja ゆ jɯ よ jo ゃ ja ゅ jɯ ょ jo
ら ɾa り ɾʲi る ɾɯ れ ɾe ろ ɾo わ βa ゎ βa ゐ i ゑ e を o ゔ vɯ
いぇ je うぃ βi うぇ βe うぉ βo
きぇ kʲe きゃ kʲa きゅ kʲɨ きょ kʲo ぎゃ ɡʲa ぎゅ ɡʲɨ ぎょ ɡʲo
くぁ kᵝa くぃ kᵝi くぇ kᵝe くぉ kᵝo ぐぁ ɡᵝa ぐぃ ɡᵝi ぐぇ ɡᵝe ぐぉ ɡᵝo
しぇ ɕe しゃ ɕa しゅ ɕɨ しょ ɕo じぇ ʥe じゃ ʥa じゅ ʥɨ じょ ʥo
ちぇ ʨe ちゃ ʨa ちゅ ʨɨ ちょ ʨo ぢゃ ʥa ぢゅ ʥɨ ぢょ ʥo
つぁ ʦa つぃ ʦʲi つぇ ʦe つぉ ʦo てぃ tʲi てゅ tʲɨ でぃ dʲi でゅ dʲɨ とぅ tɯ どぅ dɯ
にぇ ɲe にゃ ɲa にゅ ɲɨ にょ ɲo ひぇ çe ひゃ ça ひゅ çɨ ひょ ço
びゃ bʲa びゅ bʲɨ びょ bʲo ぴゃ pʲa ぴゅ pʲɨ ぴょ pʲo
ふぁ ɸa ふぃ ɸʲi ふぇ ɸe ふぉ ɸo ふゅ ɸʲɨ ふょ ɸʲo みゃ mʲa みゅ mʲɨ みょ mʲo
りゃ ɾʲa りゅ ɾʲɨ りょ ɾʲo ゔぁ va ゔぃ vʲi ゔぇ ve ゔぉ vo ゔゅ bʲɨ ゔょ bʲo
ー ː っ ʔ
""")
#: How ん sounds before the first letter of the next sound.
_NASALS: Final = MappingProxyType(
    dict.fromkeys("mpb", "m")
    | dict.fromkeys("kɡ", "ŋ")
    | dict.fromkeys("ɲʨʥ", "ɲ")
    | dict.fromkeys("ntdɾz", "n")
)
_SMALL: Final = "ゃゅょぁぃぅぇぉゎ"
_KATAKANA: Final = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}


def hiragana(text: str) -> str:
    """The text with hiragana for its katakana."""
    return text.translate(_KATAKANA)


def sounds(kana: str) -> str:
    """The phonemes of a word in kana; what is no kana has none."""
    text = hiragana(kana)
    out: list[str] = []
    position = 0
    while position < len(text):
        sound, width = _at(text, position)
        out.append(sound)
        position += width
    return "".join(
        _NASALS.get("".join(out[i + 1 :])[:1], "ɴ") if sound == "ん" else sound
        for i, sound in enumerate(out)
    )


def _at(text: str, position: int) -> tuple[str, int]:
    """The sound of one or two kana, and how many they are; ん is told by what follows."""
    pair = text[position : position + 2]
    if pair in _SOUNDS and len(pair) == 2:
        return _SOUNDS[pair], 2
    first = _SOUNDS.get(pair[0], "ん" if pair[0] == "ん" else "")
    if len(pair) == 2 and pair[1] in _SMALL and len(first) > 1:
        return first[:-1] + _SOUNDS[pair[1]], 2
    return first, 1
