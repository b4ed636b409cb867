"""Text that was copied and not translated, or that is in no language of the target.

* A script that the target is not written with: hanzi in English, Russian or Korean, hangul or
  Cyrillic where they do not belong, Latin sentences in Japanese.
* In Japanese, which has hanzi of its own: characters that are only written in China (发, 们), and
  sentences without any kana.

Names in brackets behind their translation, titles of works in 《》, addresses, acronyms, names in
Latin letters and single hanja of Korean headlines are not meant.
"""

import re
from collections.abc import Iterator
from typing import Final

from langdu.article import Check
from langdu.languages import LANGUAGES
from langdu.translation.checks.pair import Pair
from langdu.translation.checks.scripts import OWN, RUNS, letters, without_asides

#: The kind of what this check finds.
KIND: Final = "copied"
#: Hanzi in a row that a Japanese heading may have without kana (全国人民代表大会常務委員会 has 13);
#: a sentence that ends with a stop may have fewer.
_LONGEST_HEADING: Final = 20
_LONGEST_SENTENCE: Final = 8
_STOP: Final = re.compile(r"[。！？!?][”’」』）)\"']*\Z")
#: Latin words in a row: names have capitals, sentences have small words.
_SMALL_WORD: Final = re.compile(r"(?<![A-Za-z])[a-z]{2,}(?![A-Za-z])")
_SENTENCE_WORDS: Final = 4


def check(pair: Pair) -> Iterator[Check]:
    """One finding, the longest copied part; nothing for languages that langdu does not know."""
    if pair.target_lang not in OWN or pair.source_lang == pair.target_lang:
        return
    found = list(_copied(pair))
    if found:
        expected = f"text in {LANGUAGES[pair.target_lang].english}"
        yield Check(pair.id, KIND, expected, max(found, key=len))


def _copied(pair: Pair) -> Iterator[str]:
    own = OWN[pair.target_lang]
    plain = without_asides(pair.target)
    if not letters(plain, own) and letters(pair.source, OWN.get(pair.source_lang, frozenset())):
        plain = pair.target  # brackets excuse nothing where they are all
    for script in RUNS.keys() - own - {"latin"}:
        for run in RUNS[script].findall(plain):
            if not _may_stay(run, script, pair):
                yield run
    if "latin" not in own:
        yield from _latin(plain, pair)
    if pair.target_lang == "ja":
        yield from _chinese_in_japanese(plain, pair)


def _may_stay(run: str, script: str, pair: Pair) -> bool:
    """Hanja in Korean headlines (美, 中); and what was foreign in the source already."""
    if script == "han" and pair.target_lang == "ko" and len(run) == 1:
        return True
    return script not in OWN.get(pair.source_lang, frozenset()) and run in pair.source


def _latin(text: str, pair: Pair) -> Iterator[str]:
    """Latin letters that are more than a name: a sentence, or all there is in small letters."""
    silent = not letters(text, OWN[pair.target_lang])
    foreign = pair.source_lang != "en"
    for run in RUNS["latin"].findall(text):
        small = len(_SMALL_WORD.findall(run))
        words = len(run.split())
        sentence = small >= 2 and words >= _SENTENCE_WORDS
        if (sentence or (silent and small)) and not (foreign and run in pair.source):
            yield run


def _chinese_in_japanese(text: str, pair: Pair) -> Iterator[str]:
    simplified = [run for run in RUNS["han"].findall(text) if any(map(_only_in_china, run))]
    yield from simplified
    if not simplified and not RUNS["kana"].search(text):
        ends = bool(_STOP.search(pair.target.strip()))
        longest = _LONGEST_SENTENCE if ends else _LONGEST_HEADING
        if letters(text, frozenset({"han"})) > longest:
            yield text.strip()


def _only_in_china(character: str) -> bool:
    """Whether it is a simplified form that Japan does not write.

    Told by the national sets: it is in GB 2312, and neither in JIS X 0213 nor in Big5.
    """
    return (
        _has("gb2312", character)
        and not _has("euc_jis_2004", character)
        and not _has("big5", character)
    )


def _has(codec: str, character: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
