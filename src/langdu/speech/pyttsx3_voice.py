"""The voices that pyttsx3 reaches: eSpeak NG on Linux, the system's own on Windows and macOS."""

import sys
from typing import Final

from langdu.speech.child import Answer
from langdu.speech.child_engine import ChildEngine, offers
from langdu.speech.child_speaker import ChildSpeaker
from langdu.speech.preparing import EspeakText, SystemText
from langdu.speech.voice import VoiceInfo

_WORKER: Final = "langdu.speech.pyttsx3_worker"
_ESPEAK_LICENCE: Final = "GPL-3.0-or-later"


class Pyttsx3Voice:
    """Reads with pyttsx3 in a process of its own.

    ``timeout``: the seconds that the process gets to start and for each sentence, to which 0.02 s
    a character are added.
    """

    name = "pyttsx3"
    #: Processes that read one article together: see synthesis.sounds. Measured on Linux only.
    lanes = 2 if sys.platform.startswith("linux") else 1

    def __init__(self, *, timeout: float = 20.0) -> None:
        self._engine = ChildEngine(self.name, _WORKER, timeout)

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices of this system. Raises :class:`SpeechError` where it has no speech."""
        hello = self._engine.hello()
        engine = _engine_name(hello)
        about = ("basic", _ESPEAK_LICENCE) if _is_espeak(hello) else ("system", "system")
        return tuple(
            VoiceInfo(offer.id, offer.name.strip(), offer.lang, engine, *about)
            for offer in offers(hello)
        )

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> ChildSpeaker:
        """A speaker in a fresh process, so that the same texts sound the same every time.

        Raises :class:`MissingVoice` and :class:`SpeechError`; see :class:`Voice`.
        """
        child, setting, hello = self._engine.open(lang, rate=rate, voice=voice)
        prepare = EspeakText(lang) if _is_espeak(hello) else SystemText(lang)
        return ChildSpeaker(self._engine, child, setting, prepare)


def _is_espeak(hello: Answer) -> bool:
    return bool(hello.header["driver"] == "espeak")


def _engine_name(hello: Answer) -> str:
    driver = str(hello.header["driver"])
    if driver != "espeak":
        return f"pyttsx3/{driver}"
    bundled = hello.header["library"] == "bundled"
    return "pyttsx3/espeak-ng" if bundled else "pyttsx3/espeak (the system's library)"
