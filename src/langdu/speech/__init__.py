"""Speak: article → sound and the time of each sentence, by any engine.

Names are loaded when they are first used: the processes that speak are children which import this
package, and what they do not need would delay their first word.
"""

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from langdu.speech.audio import Audio as Audio
    from langdu.speech.audio import timeline_path as timeline_path
    from langdu.speech.audio_files import FORMATS as FORMATS
    from langdu.speech.espeak.voice import EspeakVoice as EspeakVoice
    from langdu.speech.espeak.voice import phonemes as phonemes
    from langdu.speech.fake import FakeVoice as FakeVoice
    from langdu.speech.output import Output as Output
    from langdu.speech.output import SoundCard as SoundCard
    from langdu.speech.output import find_output as find_output
    from langdu.speech.player import play as play
    from langdu.speech.pyttsx3_voice import Pyttsx3Voice as Pyttsx3Voice
    from langdu.speech.synthesis import sounds as sounds
    from langdu.speech.synthesis import synthesize as synthesize
    from langdu.speech.voice import FASTEST as FASTEST
    from langdu.speech.voice import SLOWEST as SLOWEST
    from langdu.speech.voice import Sound as Sound
    from langdu.speech.voice import Speaker as Speaker
    from langdu.speech.voice import Voice as Voice
    from langdu.speech.voice import VoiceInfo as VoiceInfo

#: Module → the public names that come from it.
_PUBLIC: Final = MappingProxyType(
    {
        "langdu.speech.audio": "Audio timeline_path",
        "langdu.speech.audio_files": "FORMATS",
        "langdu.speech.espeak.voice": "EspeakVoice phonemes",
        "langdu.speech.fake": "FakeVoice",
        "langdu.speech.output": "Output SoundCard find_output",
        "langdu.speech.player": "play",
        "langdu.speech.pyttsx3_voice": "Pyttsx3Voice",
        "langdu.speech.synthesis": "sounds synthesize",
        "langdu.speech.voice": "FASTEST SLOWEST Sound Speaker Voice VoiceInfo",
    }
)
_HOME: Final = MappingProxyType(
    {name: module for module, names in _PUBLIC.items() for name in names.split()}
)

__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'langdu.speech' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
