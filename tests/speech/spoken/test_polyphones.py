"""Chinese polyphones, judged by what eSpeak NG itself says that it will say."""

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from langdu.speech.respelling import respelled
from langdu.speech.spoken import spoken_form
from langdu.speech.spoken.form import Reading
from langdu.speech.spoken.zh.polyphones import readings

espeakng_loader = pytest.importorskip("espeakng_loader")

TABLE = Path(__file__).parent / "polyphones.tsv"
#: A syllable as eSpeak NG writes it: what sounds, the tone, n or ng.
SYLLABLE = re.compile(
    r"((?:\((?:en|cmn)\))?[^0-9|_\s]*?)(55|35|214|21|51|11)(n(?=[_|]|[^'aeiouAEIOUy@&i,]|$)|N)?"
)
NEUTRAL, THIRD = "11", "214"


@dataclass(frozen=True, slots=True)
class Word:
    sentence: str
    word: str
    pinyin: str


def words() -> list[Word]:
    lines = TABLE.read_text(encoding="utf-8").split("\n")
    return [Word(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def shipped() -> list[tuple[str, str]]:
    text = files("langdu.speech.spoken.zh").joinpath("words.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if "\t" in line]


def phonemes(texts: list[str], voice: str = "cmn") -> list[str]:
    """What ``espeak_TextToPhonemes`` gives, asked in a process of its own."""
    child = subprocess.run(
        [sys.executable, "-m", "tests.speech.spoken.phonemes", voice],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
    )
    answers: list[str] = json.loads(child.stdout)
    return answers


def syllables(said: str) -> list[tuple[str, str]]:
    found = SYLLABLE.finditer(said.strip())
    return [(re.sub("[',:%=]", "", m[1]) + (m[3] or ""), m[2]) for m in found]


def same(heard: tuple[str, str], wanted: tuple[str, str], following: str, char: str) -> bool:
    """Equal, but for what connected speech changes: neutral and third tones, 一, 不."""
    if heard[0] != wanted[0]:
        return False
    tones = {heard[1], wanted[1]}
    light = NEUTRAL in tones and char != "地"  # 地 as de is another word than dì
    third = tones <= {THIRD, "35", "21"} and following == THIRD
    return len(tones) == 1 or light or third or char in "一不"


def engine(text: str, given: tuple[Reading, ...]) -> str:
    return respelled(text, given, "zh", espeak=True)


def judge(cases: list[Word], given: list[str]) -> list[Word]:
    """The cases that sound otherwise than their pinyin."""
    pinyin = [engine("字", (Reading(0, 1, case.pinyin),)) for case in cases]
    said = phonemes([*given, *pinyin])
    wrong = []
    for case, sentence, word in zip(cases, said, said[len(cases) :], strict=False):
        heard, wanted = syllables(sentence), syllables(word)
        at = case.sentence.index(case.word)
        tones = [tone for _, tone in heard] + [""]
        right = (
            "(en)" not in sentence
            and len(heard) == len(case.sentence)
            and len(wanted) == len(case.word)
            and all(
                same(heard[at + i], wanted[i], tones[at + i + 1], char)
                for i, char in enumerate(case.word)
            )
        )
        if not right:
            wrong.append(case)
    return wrong


def test_polyphones_and_names_in_context() -> None:
    cases = words()
    assert len(cases) >= 120
    given = []
    for case in cases:
        spoken = spoken_form(case.sentence, "zh")
        assert spoken.text == case.sentence
        given.append(engine(spoken.text, spoken.readings))
    wrong = judge(cases, given)
    assert len(wrong) <= 0.03 * len(cases), wrong


def test_without_the_readings_many_are_wrong() -> None:
    cases = words()
    wrong = judge(cases, [case.sentence for case in cases])
    assert len(wrong) > 0.2 * len(cases)  # otherwise the words are needed no more


def test_every_shipped_word_sounds_like_its_pinyin_and_is_needed() -> None:
    cases = [Word(f"他说{word}的", word, pinyin) for word, pinyin in shipped()]
    given = [
        engine(case.sentence, (Reading(2, 2 + len(case.word), case.pinyin),)) for case in cases
    ]
    assert judge(cases, given) == []
    bare = {
        case.word
        for frame in ("他说{}的", "在{}里", "{}", "孩子{}了", "担当{}好")
        for case in judge(
            [Word(frame.format(word), word, pinyin) for word, pinyin in shipped()],
            [frame.format(word) for word, _ in shipped()],
        )
    }
    assert {word for word, _ in shipped()} - bare == set()


@pytest.mark.parametrize(
    "text",
    [
        "各地进行规划",
        "南宁下调研员",
        "两个儿子",
        "被查书记",
        "他任局长",
        "清华教授",
        "便宜行事",
        "好好学习",
        "车行道",
        "以实践为党旗增辉",
        "为上级服务",
    ],
)
def test_words_are_not_seen_where_they_are_not(text: str) -> None:
    found = {text[reading.start : reading.end] for reading in readings(text)}
    assert found == set()


def test_only_wrong_words_are_replaced() -> None:
    text = "他们重走长征路，为人民服务"
    given = readings(text)
    assert engine(text, given) == "他们chong2zou3长征路，wei4ren2min2服务"
    assert respelled(text, given, "zh", espeak=False) == text


def test_a_word_within_a_longer_one() -> None:
    """Where pypinyin's phrase has it so: not in 便宜行事."""
    assert engine("曝光表", readings("曝光表")) == "bao4guang1表"
    assert engine("占便宜", readings("占便宜")) == "占pian2yi5"


@pytest.mark.parametrize("text", ["没有别的字", "英雄", "3个人", ""])
def test_pypinyin_is_loaded_only_where_it_is_needed(text: str) -> None:
    script = (
        "import sys; from langdu.speech.spoken import spoken_form; "
        f"spoken_form({text!r}, 'zh'); assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize(
    ("text", "expected"), [("A雄B", "A xong2 B"), ("英雄。", "英xong2。"), ("1穷", "1 qong2")]
)
def test_pinyin_stands_apart_from_latin_letters(text: str, expected: str) -> None:
    assert engine(text, readings(text)) == expected


@pytest.mark.parametrize(
    ("lang", "voice", "text"),
    [
        (
            "zh",
            "cmn",
            "2020-03-30 10:42，98%的英雄（3个）走了50km²，花了￥1.7万……一会儿，这儿有贫穷的兄弟",
        ),
        ("zh", "cmn", "气温-5℃，第Ⅲ级响应，①加强领导，3A级以外的景区，1/3的人"),
    ],
)
def test_no_english_but_for_latin_words(lang: str, voice: str, text: str) -> None:
    spoken = spoken_form(text, lang)
    given = respelled(spoken.text, spoken.readings, lang, espeak=True)
    without_latin = re.sub(r"(?<![a-z])[A-Z]+(?![a-z0-9])", "", given)
    (said,) = phonemes([without_latin], voice)
    assert "(en)" not in said
