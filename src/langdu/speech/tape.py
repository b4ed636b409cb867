"""Sounds one after the other, and the times that come of it."""

from dataclasses import replace

from langdu.errors import SpeechError
from langdu.speech.clause_times import clause_times
from langdu.speech.reading import Utterance
from langdu.speech.spoken import Spoken
from langdu.speech.voice import Sound, silence
from langdu.timeline import Clause, Cue, Timeline


class Tape:
    """Counts what is put one after the other, in bytes, so that times never drift from the sound.

    It keeps no sound: whoever adds one writes what it gives back.
    """

    def __init__(self, lang: str, rate: float) -> None:
        self._lang = lang
        self._rate = rate
        self._written = 0
        self._cues: list[Cue] = []
        self.sample_rate = 0

    def add(self, utterance: Utterance, spoken: Spoken, sound: Sound) -> bytes:
        """The samples of an utterance and of the pause after it."""
        self.sample_rate = self.sample_rate or sound.sample_rate
        if sound.sample_rate != self.sample_rate:
            raise SpeechError("the voice changed its sample rate within an article: use another")
        rest = silence(utterance.pause / self._rate, self.sample_rate)
        second = 2 * self.sample_rate
        start, end = self._written / second, (self._written + len(sound.pcm)) / second
        clauses = clause_times(spoken, sound, self._rate)
        self._cues.append(
            Cue(
                utterance.sentence.id,
                start,
                end,
                utterance.lang,
                tuple(Clause(at, start + time) for at, time in clauses),
            )
        )
        self._written += len(sound.pcm) + len(rest.pcm)
        return sound.pcm + rest.pcm

    def timeline(self) -> Timeline:
        """The times of all that was added."""
        seconds = self._written / 2 / self.sample_rate
        cues = tuple(self._cues)
        if len({cue.lang for cue in cues}) == 1:  # then the timeline's own says it
            cues = tuple(replace(cue, lang=None) for cue in cues)
        return Timeline(self._lang, seconds, cues)
