"""When the clauses of a sentence are heard.

The length of the spoken text before a clause says about when it begins; the silence that engines
make at punctuation says when exactly. All punctuation is laid beside all silences, so that the
pause before a quotation is not taken for that at a comma. docs/audio-files.md says how exact it is.
"""

from dataclasses import dataclass
from typing import Any, Final

from langdu.clauses import clause_starts, length
from langdu.speech.spoken import Spoken
from langdu.speech.voice import Sound

#: How finely a sound is looked at, in seconds.
_FRAME: Final = 0.005
#: A frame is quiet below this share of the loudest one (-30 dB): neural voices are never quite so.
_QUIET: Final = 0.03
#: Shorter silences, in seconds, are those before p, t and k (eSpeak NG: 0.05 at normal speed).
_SHORTEST: Final = 0.06
#: What it costs, in seconds of being elsewhere than expected, to hold that punctuation was read
#: without a pause, and that a silence (so many times its own length) has none.
_NO_PAUSE: Final = 0.25
_NO_SIGN: Final = 1.5
#: So many signs or silences without a partner may follow each other.
_LOOK_BACK: Final = 3
#: What is heard as a pause; a sign of ASCII only before white space.
_PAUSES: Final = frozenset(',;:，、；：。！？!?…—–（）()“”《》「」『』"')


@dataclass(frozen=True, slots=True)
class _Silence:
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class _Sign:
    """Punctuation that may be heard: the written position after it, and when by the text alone."""

    at: int
    guess: float


def clause_times(spoken: Spoken, sound: Sound, rate: float = 1.0) -> tuple[tuple[int, float], ...]:
    """For each clause after the first: where it begins in the written text, and when (in seconds).

    The times do not decrease, and lie within the sound. ``rate``: how much faster than normal it is
    spoken, since pauses become shorter with it.
    """
    starts = clause_starts(spoken.written)
    if not starts:
        return ()
    first, last, silences = _listen(sound, _SHORTEST / rate)
    guesses, audible = _expected(spoken, starts, first, last)
    signs = [_Sign(at, guesses[at]) for at in sorted(audible)]
    heard = _align(signs, silences, _NO_PAUSE / rate)
    return tuple((at, _time(at, guesses, heard, first, last)) for at in starts)


def _expected(
    spoken: Spoken, starts: tuple[int, ...], first: float, last: float
) -> tuple[dict[int, float], set[int]]:
    """When the text alone puts each clause and what follows other punctuation; which are heard."""
    passed = 0.0
    before: dict[int, float] = {}
    audible: set[int] = set()
    pending = list(starts)
    pause = False
    for char, following, (begin, _) in zip(
        spoken.text, spoken.text[1:] + " ", spoken.sources, strict=True
    ):
        if pending and begin >= pending[0]:
            while pending and begin >= pending[0]:
                at = pending.pop(0)
                before[at] = passed
            if pause:
                audible.add(at)
            pause = False
        elif pause and char.isalnum():
            before[begin] = passed
            audible.add(begin)
            pause = False
        passed += length(char)
        if char in _PAUSES and (char > "\x7f" or following.isspace()):
            pause = passed > 0
        elif not char.isspace():
            pause = False
    pace = (last - first) / (passed or 1.0)
    return {at: first + weight * pace for at, weight in before.items()}, audible


def _align(signs: list[_Sign], silences: list[_Silence], no_pause: float) -> dict[int, float]:
    """Which sign is heard as which silence: for those that are, where the silence ends."""
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
    skipped = [0.0]
    for run in silences:
        skipped.append(skipped[-1] + _NO_SIGN * (run.end - run.begin))
    for i, sign in enumerate(signs):
        for j, run in enumerate(silences):
            options: list[tuple[float, tuple[int, int] | None]] = [
                (i * no_pause + skipped[j] + abs(run.end - sign.guess), None)
            ]
            for back_i in range(max(0, i - _LOOK_BACK), i):
                for back_j in range(max(0, j - _LOOK_BACK), j):
                    cost = best[back_i, back_j][0]
                    cost += (i - back_i - 1) * no_pause + skipped[j] - skipped[back_j + 1]
                    expected = sign.guess - signs[back_i].guess
                    cost += abs(run.end - silences[back_j].end - expected)
                    options.append((cost, (back_i, back_j)))
            best[i, j] = min(options, key=lambda option: option[0])
    ends = [
        (cost + (len(signs) - i - 1) * no_pause + skipped[-1] - skipped[j + 1], (i, j))
        for (i, j), (cost, _) in best.items()
    ]
    nothing = len(signs) * no_pause + skipped[-1]
    cost, place = min(ends, default=(nothing, None))
    heard: dict[int, float] = {}
    at = place if cost < nothing else None
    while at is not None:
        heard[signs[at[0]].at] = silences[at[1]].end
        at = best[at][1]
    return heard


def _time(
    at: int, guess: dict[int, float], heard: dict[int, float], first: float, last: float
) -> float:
    """When a clause begins: where its silence ends, or between the neighbours that have one."""
    if at in heard:
        return heard[at]
    before = max((sign for sign in heard if sign < at), default=None)
    after = min((sign for sign in heard if sign > at), default=None)
    low, low_guess = (first, first) if before is None else (heard[before], guess[before])
    high, high_guess = (last, last) if after is None else (heard[after], guess[after])
    share = (guess[at] - low_guess) / (high_guess - low_guess) if high_guess > low_guess else 0.0
    return low + share * (high - low)


def _listen(sound: Sound, shortest: float) -> tuple[float, float, list[_Silence]]:
    """When the voice begins and ends, and the silences between."""
    import numpy

    size = max(1, round(_FRAME * sound.sample_rate))
    samples: numpy.ndarray[Any, Any] = numpy.frombuffer(sound.pcm, numpy.int16)
    whole = len(samples) // size
    frames = numpy.abs(samples[: whole * size].astype(numpy.int32)).reshape(whole, size)
    loudness = frames.max(axis=1) if whole else frames
    loud = numpy.flatnonzero(loudness > loudness.max(initial=0) * _QUIET)
    if not len(loud):
        return 0.0, sound.seconds, []
    second = sound.sample_rate / size
    gaps = numpy.flatnonzero(numpy.diff(loud) > shortest * second)
    silences = [
        _Silence(float((loud[gap] + 1) / second), float(loud[gap + 1] / second)) for gap in gaps
    ]
    return float(loud[0] / second), float((loud[-1] + 1) / second), silences
