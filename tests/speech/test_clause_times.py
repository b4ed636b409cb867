"""When clauses are heard: the silence at a comma says it, the text where there is none."""

import math
from array import array

import pytest

from langdu.speech import Pyttsx3Voice, Sound
from langdu.speech.clause_times import clause_times
from langdu.speech.spoken import Change, Spoken, apply, spoken_form
from langdu.speech.voice import silence

RATE = 16_000


def sound(*parts: float) -> Sound:
    """Tones of these lengths in seconds, and between them silences: the negative ones."""
    pcm = b""
    for part in parts:
        if part < 0:
            pcm += silence(-part, RATE).pcm
        else:
            wave = (round(8000 * math.sin(i * 0.3)) for i in range(round(part * RATE)))
            pcm += array("h", wave).tobytes()
    return Sound(pcm, RATE)


def times(text: str, made: Sound, lang: str = "zh", rate: float = 1.0) -> list[float]:
    return [time for _, time in clause_times(spoken_form(text, lang), made, rate)]


def test_the_end_of_the_silence() -> None:
    """Even far from where the text alone would put it."""
    text = "一二三，四五六，七八九。"
    assert times(text, sound(0.6, -0.15, 1.2, -0.15, 0.6)) == pytest.approx([0.75, 2.1], abs=0.01)
    assert [at for at, _ in clause_times(apply(text, ()), sound(3.0))] == [4, 8]


def test_by_the_text_where_there_is_no_silence() -> None:
    assert times("一二三，四五六，七八九。", sound(3.0)) == pytest.approx([1.0, 2.0], abs=0.02)


def test_short_silences_before_consonants_are_none() -> None:
    made = sound(0.4, -0.04, 0.56, -0.15, 0.9, -0.04, 0.4)
    assert times("一二三四五，六七八九十。", made) == pytest.approx([1.15], abs=0.01)


def test_the_pause_of_a_quotation_is_not_that_of_a_comma() -> None:
    made = sound(0.6, -0.15, 0.6, -0.15, 0.8)
    found = times("他们说“路通了”，大家高兴。", made)
    assert found == pytest.approx([1.5], abs=0.01)


def test_a_reading_that_is_longer_than_what_is_written() -> None:
    text = "17000户，三千人。"
    spoken = apply(text, [Change(0, 5, "一万七千一万七千一万七千")])
    written = clause_times(spoken_form("1户，三千人。", "zh"), sound(4.0))
    assert clause_times(spoken, sound(4.0))[0][1] > written[0][1] + 1


def test_pauses_shrink_with_the_speed() -> None:
    made = sound(0.3, -0.03, 0.3, -0.05, 0.2)
    assert times("一二三四五六，七八。", made, rate=2.0) == pytest.approx([0.68], abs=0.01)


@pytest.mark.parametrize("made", [Sound(b"", RATE), silence(0.001, RATE), silence(1.0, RATE)])
def test_no_sound(made: Sound) -> None:
    for time in times("一，二。", made):
        assert 0 <= time <= made.seconds
    assert clause_times(Spoken("", "", ()), made) == ()


def test_a_real_voice() -> None:
    """Before every clause eSpeak NG is silent for a tenth of a second, and then speaks."""
    text = "三月以来，各村组织村民清理河道，修整梯田，受益群众达到三千余户。"
    with Pyttsx3Voice().open("zh") as speaker:
        made = speaker.say(text)
    found = times(text, made)
    assert len(found) == 3
    samples = array("h", made.pcm)
    for time in found:
        at = round(time * made.sample_rate)
        assert (
            max(map(abs, samples[at - made.sample_rate // 10 : at - made.sample_rate // 40])) < 400
        )
        assert max(map(abs, samples[at : at + made.sample_rate // 10])) > 1000
