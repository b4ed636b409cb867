"""What a voice is to langdu: anything that turns a text of its language into sound.

A :class:`Voice` is an engine; :meth:`Voice.open` gives a :class:`Speaker` of one language at one
speed, which says sentences one by one until it is closed.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Protocol, Self, runtime_checkable
from unicodedata import category

from langdu.errors import SpeechError
from langdu.speech.spoken.form import Reading

#: The multiples of a voice's normal speed that every engine obeys: engines clamp what lies beyond
#: without saying so (eSpeak NG at 80 and 450 words a minute, Windows near 55 and 445).
SLOWEST: Final = 0.5
FASTEST: Final = 2.5

_SAMPLE_BYTES: Final = 2
#: Samples within this distance of zero are silence; engines end with exact or dithered zeros.
_SILENCE_LEVEL: Final = 8
#: What is kept of a sentence's closing silence, in seconds, so that no last consonant is clipped.
_KEPT_TAIL: Final = 0.02


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice that an engine has; ``lang`` is a language code as langdu writes it (``zh``).

    ``quality``: ``basic`` is understood but sounds like a machine, ``natural`` like a person,
    ``system`` is as good as the operating system's. ``licence``: the voice's own, as SPDX writes
    it, or ``system`` for what came with the operating system. ``None`` where it is unknown.
    """

    id: str
    name: str
    lang: str
    engine: str
    quality: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True)
class Sound:
    """Mono sound: ``pcm`` holds signed 16-bit samples in the machine's byte order."""

    pcm: bytes
    sample_rate: int

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.pcm) / _SAMPLE_BYTES / self.sample_rate

    def without_tail(self) -> "Sound":
        """The sound without its closing silence; a sound that is all silence stays as it is.

        The silence that engines put after a sentence differs with engine, speed and punctuation,
        so langdu takes it away and sets pauses of its own.
        """
        samples = array("h", self.pcm)
        end = len(samples)
        while end and -_SILENCE_LEVEL <= samples[end - 1] <= _SILENCE_LEVEL:
            end -= 1
        if not end:
            return self
        kept = end + round(_KEPT_TAIL * self.sample_rate)
        return Sound(self.pcm[: kept * _SAMPLE_BYTES], self.sample_rate)


def silence(seconds: float, sample_rate: int) -> Sound:
    """Silence of a length."""
    return Sound(bytes(round(seconds * sample_rate) * _SAMPLE_BYTES), sample_rate)


def is_speakable(text: str) -> bool:
    """Whether a text has anything to say: not only white space, punctuation and controls."""
    return any(category(char)[0] not in "PZC" for char in text)


def check_rate(rate: float) -> float:
    """Give a rate back. Raises :class:`SpeechError` where it is not 0.5 to 2.5."""
    if not SLOWEST <= rate <= FASTEST:
        raise SpeechError(
            f"the rate {rate:g} is not possible: choose one from {SLOWEST:g} to {FASTEST:g}"
        )
    return rate


class Speaker(Protocol):
    """One language, voice and speed of an engine. Close it, or use it in ``with``."""

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        """The sound of one sentence in its spoken form, always with the same sample rate.

        ``readings``: how words of it sound that engines read wrong; an engine that cannot be told
        ignores them. A text without anything to say gives a short silence. Raises
        :class:`SpeechError` where the engine fails, or where the speaker is closed.
        """
        ...

    def close(self) -> None:
        """Let the engine go; a second time is harmless.

        It may be called while another thread waits in :meth:`say`, which then raises soon.
        """
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


@runtime_checkable
class Voice(Protocol):
    """A speech engine."""

    @property
    def name(self) -> str:
        """The engine's name."""
        ...

    def voices(self) -> tuple[VoiceInfo, ...]:
        """The voices that it has here. Raises :class:`SpeechError` where it does not start."""
        ...

    def open(self, lang: str, *, rate: float = 1.0, voice: str | None = None) -> Speaker:
        """A speaker of a language (in any spelling: ``zh``, ``zh-CN``, ``cmn``).

        ``rate`` is a multiple of the voice's normal speed, from 0.5 to 2.5; ``voice`` the id or
        name of a voice that speaks the language, chosen by the engine if ``None``. Raises
        :class:`MissingVoice` rather than let a voice read what it cannot, and
        :class:`SpeechError` where the engine does not start or the rate is not possible.
        """
        ...


@runtime_checkable
class Interruptible(Protocol):
    """A speaker whose sound depends on what it said before, and whose engine may be replaced.

    Where a sound must be the same every time, synthesis looks at ``interruptions`` and begins
    again.
    """

    @property
    def interruptions(self) -> int:
        """How often a text had to be said again, so that the order is not the one asked for."""
        ...


@runtime_checkable
class Parallel(Protocol):
    """A voice that reads an article faster with several speakers at once."""

    @property
    def lanes(self) -> int:
        """How many; a fixed number, because the sound of an article may depend on it."""
        ...
