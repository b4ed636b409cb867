"""What says sentences with a network, clause by clause, until it is closed."""

from collections.abc import Callable, Sequence
from threading import Lock
from types import TracebackType
from typing import Final, Self

from langdu.errors import Cancelled, SpeechError
from langdu.speech.neural.clauses import Clause
from langdu.speech.neural.network import Run
from langdu.speech.neural.samples import joined
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Sound, is_speakable, silence

#: How long text without a word lasts, in seconds.
_SHORT: Final = 0.2


class NeuralSpeaker:
    """One voice at one speed.

    ``to_clauses`` gives the phonemes of a text; ``say_clause`` their sound, or :class:`Cancelled`;
    ``let_go`` is called once, at closing.
    """

    def __init__(
        self,
        to_clauses: Callable[[str, Sequence[Reading]], Sequence[Clause]],
        say_clause: Callable[[str, Run], Sound],
        let_go: Callable[[], None],
        sample_rate: int,
        rate: float,
    ) -> None:
        self._to_clauses = to_clauses
        self._say_clause = say_clause
        self._let_go = let_go
        self._sample_rate = sample_rate
        self._rate = rate
        self._run = Run()
        self._lock = Lock()

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
        """The sound of a sentence, without silence around it.

        Raises :class:`SpeechError` where the network or eSpeak NG fails, or at closing.
        """
        with self._lock:
            self._check_open()
            if not is_speakable(text):
                return silence(_SHORT, self._sample_rate)
            try:
                return self._say(text, readings)
            except (Cancelled, SpeechError):
                self._check_open()
                raise

    def _say(self, text: str, readings: Sequence[Reading]) -> Sound:
        parts = [part for part in self._to_clauses(text, readings) if is_speakable(part.phonemes)]
        if not parts:  # signs that have no sound in this language
            return silence(_SHORT, self._sample_rate)
        sounds = [self._say_clause(part.phonemes, self._run) for part in parts]
        return joined(sounds, [part.rest / self._rate for part in parts])

    def _check_open(self) -> None:
        if self._run.cancelled:
            raise SpeechError("this speaker is closed: open another one")

    def close(self) -> None:
        """Say no more, also what is being said; a second time is harmless."""
        if not self._run.cancelled:
            self._run.cancel()
            self._let_go()
