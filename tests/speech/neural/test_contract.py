"""The contract, with networks of the tests: text, phonemes, cutting, cancelling are the real ones.

`make test-neural` runs it with real voices.
"""

from pathlib import Path

import pytest

from langdu.speech.neural.kokoro.voice import KokoroVoice
from langdu.speech.neural.piper.voice import PiperVoice
from tests.speech.contract import VoiceContract
from tests.speech.neural import networks


class TestKokoroVoice(VoiceContract):
    @pytest.fixture
    def voice(self, kokoro_folder: Path) -> KokoroVoice:
        return KokoroVoice(kokoro_folder)


class TestPiperVoice(VoiceContract):
    @pytest.fixture
    def voice(self, tmp_path: Path) -> PiperVoice:
        for name, espeak in (("zh_CN-hong-low", "cmn"), ("en_GB-ann-low", "en-gb-x-rp")):
            networks.piper(tmp_path, name, espeak)
        networks.piper(tmp_path, "ru_RU-anna-low", "ru")
        return PiperVoice(tmp_path)
