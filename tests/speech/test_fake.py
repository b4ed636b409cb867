"""The fake voice keeps the contract that the real ones keep."""

import pytest

from langdu.errors import MissingVoice
from langdu.speech import FakeVoice
from tests.speech.contract import VoiceContract


class TestFakeVoice(VoiceContract):
    @pytest.fixture
    def voice(self) -> FakeVoice:
        return FakeVoice()


def test_it_is_as_long_as_its_text_and_remembers_it() -> None:
    voice = FakeVoice(["zh"], seconds_per_character=0.1)
    with voice.open("zh") as speaker:
        assert speaker.say("一二三四五").seconds == pytest.approx(0.5)
    assert voice.said == ["一二三四五"]


def test_it_claims_what_it_is_told_to() -> None:
    voice = FakeVoice(["zh"])
    assert [info.lang for info in voice.voices()] == ["zh"]
    with pytest.raises(MissingVoice):
        voice.open("en")
