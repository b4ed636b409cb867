"""A voice for tests, ours and yours: no engine, no wait, always the same tones."""

from array import array
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import Final, Self

from langdu.errors import MissingVoice, SpeechError
from langdu.languages import LANGUAGES, normalize
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Sound, VoiceInfo, check_rate, is_speakable, silence

_PERIOD: Final = 64  # samples of one wave: 250 Hz at the sample rate that follows
_SAMPLE_RATE: Final = 16_000
_SHORT: Final = 0.1


class FakeVoice:
    """Says a text as a tone whose length is that of the text: 50 ms a character at rate 1.

    ``languages`` are those that it claims; ``said`` records every text, in order.
    """

    name = "fake"

    def __init__(
        self, languages: Iterable[str] = tuple(LANGUAGES), *, seconds_per_character: float = 0.05
    ) -> None:
        self._languages = tuple(map(normalize, languages))
        self._seconds = seconds_per_character
        self.said: list[str] = []

    def voices(self) -> tuple[VoiceInfo, ...]:
        """One voice for each language, ``fake-zh``, with the name ``Fake zh``."""
        return tuple(
            VoiceInfo(f"fake-{lang}", f"Fake {lang}", lang, self.name) for lang in self._languages
        )

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> "FakeSpeaker":
        """A speaker. Raises :class:`MissingVoice` for what it does not claim."""
        check_rate(rate)
        code = normalize(lang)
        names = {f"fake-{code}", f"Fake {code}"}
        if code not in self._languages or (voice is not None and voice not in names):
            raise MissingVoice(f"the fake voice has no {voice or 'voice'} for {code!r}")
        return FakeSpeaker(self.said, self._seconds / rate)


class FakeSpeaker:
    """Says texts as tones until it is closed."""

    def __init__(self, said: list[str], seconds_per_character: float) -> None:
        self._said = said
        self._seconds = seconds_per_character
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        """A tone as long as the text, or a short silence."""
        if self._closed:
            raise SpeechError("this speaker is closed: open another one")
        self._said.append(text)
        if not is_speakable(text):
            return silence(_SHORT, _SAMPLE_RATE)
        samples = max(1, round(len(text.strip()) * self._seconds * _SAMPLE_RATE))
        wave = array("h", (8000 if i < _PERIOD // 2 else -8000 for i in range(_PERIOD)))
        tone = wave * (samples // _PERIOD + 1)
        return Sound(tone[:samples].tobytes(), _SAMPLE_RATE)

    def close(self) -> None:
        """Say no more."""
        self._closed = True
