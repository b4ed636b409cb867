"""English as Kokoro's phonemes, and the process that eSpeak NG is in."""

import os
import signal
import sys

import pytest

from langdu.errors import SpeechError
from langdu.speech.neural.espeak import EspeakPhonemes
from langdu.speech.neural.kokoro.en import EnglishPhonemes
from langdu.speech.neural.kokoro.vocabulary import vocabulary
from langdu.speech.neural.punctuation import parts, plain
from langdu.speech.spoken.form import Reading

TEXT = "The county office, opened a “new” reading room (twice): it's 3.5 miles off... isn't it?"


@pytest.mark.parametrize("voice", ["en-us", "en-gb"])
def test_every_phoneme_is_known(espeak: EspeakPhonemes, voice: str) -> None:
    said = EnglishPhonemes(espeak, voice)(TEXT)
    assert set(said) <= set(vocabulary())
    assert [mark for mark in said if mark in ",“”():?"] == list(",“”():?")


def test_the_letters_of_kokoro(espeak: EspeakPhonemes) -> None:
    american, british = EnglishPhonemes(espeak, "en-us"), EnglishPhonemes(espeak, "en-gb")
    assert american("Hello, world!") == "həlˈO, wˈɜɹld!"
    assert british("Hello, world!") == "həlˈQ, wˈɜːld!"
    assert american("My boy may go now") == "mI bˈY mˈA ɡˌO nˈW"


def test_abbreviations_within_another_language_are_spelled(espeak: EspeakPhonemes) -> None:
    english = EnglishPhonemes(espeak, "en-us")
    assert english.spelled("WHO") == english("W H O")
    assert english.spelled("A") == "ˈA"
    assert english.spelled("Hello") == english("Hello")


def test_readings_are_respelled(espeak: EspeakPhonemes) -> None:
    english = EnglishPhonemes(espeak, "en-us")
    assert english("a lead pipe", [Reading(2, 6, "led")]) == english("a led pipe")


def test_marks_within_numbers_are_no_marks() -> None:
    found = parts(plain("At 10:42，3.5 km。“Yes!”"))
    assert "".join(part.text for part in found) == "At 10:42,3.5 km.“Yes!”"
    assert [part.text for part in found if part.marks] == [".“", "!”"]


def test_an_unknown_voice(espeak: EspeakPhonemes) -> None:
    with pytest.raises(SpeechError, match="no voice 'xx-none'"):
        espeak(["a"], "xx-none")
    assert espeak(["a"], "en-us")


def test_no_language_switches_are_left(espeak: EspeakPhonemes) -> None:
    (said,) = espeak(["Привет, hello"], "ru")
    assert "(" not in said
    assert "en" not in said


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_killed_process_is_replaced(espeak: EspeakPhonemes) -> None:
    before = espeak(["hello"], "en-us")
    child = espeak._child
    assert child
    os.kill(child.pid, signal.SIGKILL)
    assert espeak(["hello"], "en-us") == before


def test_a_closed_one_says_so() -> None:
    asking = EspeakPhonemes()
    asking.close()
    asking.close()
    with pytest.raises(SpeechError, match="closed"):
        asking(["hello"], "en-us")
