"""Speak: article → sound and the time of each sentence, by any engine."""

from langdu.speech.audio import Audio
from langdu.speech.fake import FakeVoice
from langdu.speech.files import FORMATS
from langdu.speech.files.texts import timeline_path
from langdu.speech.output import Output, SoundCard, find_output
from langdu.speech.player import play
from langdu.speech.pyttsx3_voice import Pyttsx3Voice
from langdu.speech.recorder import record
from langdu.speech.synthesis import synthesize
from langdu.speech.voice import FASTEST, SLOWEST, Sound, Speaker, Voice, VoiceInfo

__all__ = [
    "FASTEST",
    "FORMATS",
    "SLOWEST",
    "Audio",
    "FakeVoice",
    "Output",
    "Pyttsx3Voice",
    "Sound",
    "SoundCard",
    "Speaker",
    "Voice",
    "VoiceInfo",
    "find_output",
    "play",
    "record",
    "synthesize",
    "timeline_path",
]
