"""Ruby is read once."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from langdu.article import Mark, Sentence
from langdu.speech.fake import FakeSpeaker
from langdu.speech.japanese import Readings
from langdu.speech.reading import Utterance
from langdu.speech.respelling import respelled
from langdu.speech.spoken.form import Reading
from langdu.speech.spoken.ruby import spoken_sentence
from langdu.speech.synthesis import say
from langdu.speech.voice import Sound

TEXT = "3月に大和さんと生田へ。"


def ruby(start: int, end: int, value: str) -> Mark:
    return Mark("ruby", start, end, value)


def test_the_reading_moves_with_what_is_read_otherwise() -> None:
    sentence = Sentence("b1.s1", "12月に大和さんと。", (ruby(4, 6, "やまと"),))
    spoken = spoken_sentence(sentence, "ja")
    assert spoken.text == "十二月に大和さんと。"
    assert spoken.readings == (Reading(4, 6, "やまと"),)
    said = respelled(spoken.text, spoken.readings, "ja", espeak=True)
    assert Readings()(said) == "じゅうにがつにやまとさんと。"


def test_several_in_any_order() -> None:
    marks = (ruby(8, 10, "いくた"), ruby(3, 5, "ヤマト"), Mark("strong", 0, 2))
    found = spoken_sentence(Sentence("b1.s1", TEXT, marks), "ja-JP").readings
    assert [(reading.start, reading.sounds) for reading in found] == [(3, "ヤマト"), (8, "いくた")]


def test_what_is_no_reading_or_has_no_place_is_left_out() -> None:
    marks = (ruby(0, 2, "さんがつ"), ruby(3, 5, "Yamato"), ruby(8, 8, "いくた"))
    assert spoken_sentence(Sentence("b1.s1", TEXT, marks), "ja").readings == ()
    assert spoken_sentence(Sentence("b1.s1", TEXT, (ruby(3, 5, "やまと"),)), "en").readings == ()


class Listening(FakeSpeaker):
    """Keeps the readings that it was given."""

    def __init__(self) -> None:
        super().__init__([], 0.01)
        self.given: list[Reading] = []

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        self.given.extend(readings)
        return super().say(text, readings)


def test_a_voice_is_given_the_reading() -> None:
    speaker = Listening()
    say(speaker, Utterance(Sentence("b1.s1", "大和です。", (ruby(0, 2, "やまと"),)), 0.0), "ja")
    assert speaker.given == [Reading(0, 2, "やまと")]


def test_hanja_with_its_hangul() -> None:
    spoken = spoken_sentence(Sentence("b1.s1", "朝鮮의 3명", (ruby(0, 2, "조선"),)), "ko")
    assert spoken.text == "朝鮮의 세 명"
    assert spoken.readings == (Reading(0, 2, "조선"),)


@given(
    st.text(max_size=12), st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=4)
)
def test_readings_are_in_order_whatever_the_marks_are(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = tuple(ruby(start, end, "かな") for start, end in spans)
    readings = spoken_sentence(Sentence("b1.s1", text, marks), "ja").readings
    ends = [at for reading in readings for at in (reading.start, reading.end)]
    assert ends == sorted(ends)
    assert all(reading.start < reading.end for reading in readings)
