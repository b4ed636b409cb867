"""The voice ``espeak``: eSpeak NG's own library, one sentence at a time, and its phonemes."""

from collections.abc import Sequence
from typing import Final

from langdu.speech.child_engine import ChildEngine, offers
from langdu.speech.child_speaker import ChildSpeaker
from langdu.speech.preparing import EspeakText
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import VoiceInfo

LICENCE: Final = "GPL-3.0-or-later"
_WORKER: Final = "langdu.speech.espeak.worker"


class EspeakVoice:
    """Reads with libespeak-ng in a process of its own, without pyttsx3 between.

    ``timeout``: the seconds that the process gets to start and for each sentence, to which 0.02 s
    a character are added.
    """

    name = "espeak"
    #: Processes that read one article together: see synthesis.sounds.
    lanes = 2

    def __init__(self, *, timeout: float = 20.0) -> None:
        self._engine = ChildEngine(self.name, _WORKER, timeout)

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices of the library. Raises :class:`SpeechError` where there is none."""
        hello = self._engine.hello()
        bundled = hello.header["library"] == "bundled"
        engine = "espeak-ng" if bundled else "espeak-ng (the system's library)"
        return tuple(
            VoiceInfo(offer.id, offer.name, offer.lang, engine, "basic", LICENCE)
            for offer in offers(hello)
        )

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> "EspeakSpeaker":
        """A speaker in a fresh process, so that the same texts sound the same every time.

        Raises :class:`MissingVoice` and :class:`SpeechError`; see :class:`Voice`.
        """
        child, setting, _ = self._engine.open(lang, rate=rate, voice=voice)
        return EspeakSpeaker(self._engine, child, setting, EspeakText(lang))


class EspeakSpeaker(ChildSpeaker):
    """One voice at one speed, whose phonemes one can read."""

    def phonemes(self, text: str, readings: Sequence[Reading] = (), *, ipa: bool = False) -> str:
        """How a text will sound, clauses separated by ``" | "``.

        In eSpeak NG's names (``ni214X'Au214_|``), where ``(en)`` shows that the rules of English
        go on reading; or in IPA. Raises :class:`SpeechError`.
        """
        with self._lock:
            job = {"phonemes": self._prepare(text, readings), "ipa": ipa}
            return str(self._answer(job, text).header["phonemes"])


def phonemes(text: str, lang: str, readings: Sequence[Reading] = (), *, ipa: bool = False) -> str:
    """How eSpeak NG pronounces a text: see :meth:`EspeakSpeaker.phonemes`.

    It starts a process; for many texts open a speaker. Raises :class:`MissingVoice` and
    :class:`SpeechError`.
    """
    with EspeakVoice().open(lang) as speaker:
        return speaker.phonemes(text, readings, ipa=ipa)
