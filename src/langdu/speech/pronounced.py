"""A voice that knows a user's pronunciations.

They go with the voice and not with the text, so that whatever reads aloud need not know of them.
"""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from langdu.speech.pronounce import Pronunciations, merged
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Sound, Speaker, Voice, VoiceInfo


class PronouncedVoice:
    """Another voice; its speakers say the user's words as the user wants them."""

    lanes: int  # of an engine that has several; others have no such attribute

    def __init__(self, voice: Voice, pronunciations: Pronunciations) -> None:
        self._voice = voice
        self._pronunciations = pronunciations
        if hasattr(voice, "lanes"):
            self.lanes = voice.lanes

    @property
    def name(self) -> str:
        """The engine's name."""
        return self._voice.name

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The engine's voices."""
        return self._voice.voices()

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> Speaker:
        """A speaker of the engine; see :class:`Voice`."""
        speaker = self._voice.open(lang, rate=rate, voice=voice)
        return _PronouncedSpeaker(speaker, self._pronunciations, lang)


class _PronouncedSpeaker:
    def __init__(self, speaker: Speaker, pronunciations: Pronunciations, lang: str) -> None:
        self._speaker = speaker
        self._pronunciations = pronunciations
        self._lang = lang

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def interruptions(self) -> int:
        """How often the engine had to say a text again, where it counts that."""
        return int(getattr(self._speaker, "interruptions", 0))

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        own = self._pronunciations.readings(text, self._lang)
        return self._speaker.say(text, merged(own, readings))

    def close(self) -> None:
        self._speaker.close()


def pronounced(voice: Voice, pronunciations: Pronunciations) -> Voice:
    """The voice with the pronunciations, or as it is where there are none."""
    return PronouncedVoice(voice, pronunciations) if pronunciations.words else voice
