"""Several speakers that say the sentences of one article at once, in an order that never varies.

The sound of eSpeak NG depends on what its process said before. So each speaker, a lane, always
gets the same sentences in the same order; and where one of its processes had to be replaced, the
lane begins again: it says what it said already to a new process, which nobody hears, and goes on in
the same state.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Final, Generic, TypeVar

from langdu.errors import SpeechError
from langdu.speech.reading import Utterance
from langdu.speech.voice import Interruptible, Speaker

#: Sentences that a lane may be ahead of the listener. They keep it at work while a long sentence
#: of another lane is waited for; a minute of speech is 2.6 MB.
_AHEAD: Final = 6
#: How often a lane begins again before it gives up.
_BEGINNINGS: Final = 5
#: Seconds between two looks at whether the end was called for.
_LOOK: Final = 0.1
#: An article shorter than this for each lane is read by one: a process takes as long to start as it
#: takes to say a few hundred characters.
_WORTH: Final = 400

#: What is made of a sentence: its sound, and maybe more.
_Made = TypeVar("_Made")


def deal(utterances: Sequence[Utterance], lanes: int) -> tuple[int, ...]:
    """Which lane says each sentence: the one that has the fewest characters so far."""
    lengths = [len(utterance.sentence.text) for utterance in utterances]
    loads = [0] * max(1, min(lanes, sum(lengths) // _WORTH))
    dealt = []
    for length in lengths:
        lane = loads.index(min(loads))
        loads[lane] += length
        dealt.append(lane)
    return tuple(dealt)


def said_in_lanes(
    utterances: Sequence[Utterance],
    lanes: int,
    open_speaker: Callable[[], Speaker],
    say: Callable[[Speaker, Utterance], _Made],
) -> Generator[_Made]:
    """What ``say`` makes of sentences, in their order. Close it: then every process is gone.

    Raises what ``open_speaker`` and ``say`` raise, at the sentence where it happens.
    """
    dealt = deal(utterances, lanes)
    shares = [
        [one for one, lane in zip(utterances, dealt, strict=True) if lane == index]
        for index in range(max(dealt, default=-1) + 1)
    ]
    running = [_Lane(share, open_speaker, say) for share in shares]
    try:
        for lane in dealt:
            yield running[lane].take()
    finally:
        for lane_ in running:
            lane_.stop()
        for lane_ in running:
            lane_.join()


@dataclass(frozen=True, slots=True)
class _Failed:
    """Why nothing was made of a sentence."""

    error: BaseException


class _Lane(Generic[_Made]):
    """A thread that says its share of the sentences, some of them ahead of being taken."""

    def __init__(
        self,
        share: Sequence[Utterance],
        open_speaker: Callable[[], Speaker],
        say: Callable[[Speaker, Utterance], _Made],
    ) -> None:
        self._share = share
        self._open = open_speaker
        self._say = say
        self._speaker: Speaker | None = None
        self._made: Queue[_Made | _Failed] = Queue(_AHEAD)
        self._ended = Event()
        self._thread = Thread(target=self._work, name="langdu-lane", daemon=True)
        self._thread.start()

    def take(self) -> _Made:
        """What was made of the next sentence. Raises what was raised where it was made."""
        while True:
            with suppress(Empty):  # waits in short turns, so that Ctrl-C is heard everywhere
                made = self._made.get(timeout=_LOOK)
                if isinstance(made, _Failed):
                    raise made.error
                return made

    def stop(self) -> None:
        """Call for the end, also within a sentence."""
        self._ended.set()
        speaker = self._speaker
        if speaker:
            speaker.close()

    def join(self) -> None:
        """Wait for the end."""
        self._thread.join()

    def _work(self) -> None:
        try:
            self._reopen()
            for index in range(len(self._share)):
                self._put(self._make(index))
        except BaseException as error:  # it belongs to who takes the sentence
            self._put(_Failed(error))
        finally:
            if self._speaker:
                self._speaker.close()

    def _make(self, index: int) -> _Made:
        made = self._next(index)
        for _ in range(_BEGINNINGS):
            if not _is_interrupted(self._speaker):
                return made
            self._reopen()
            for earlier in range(index):
                self._next(earlier)
            made = self._next(index)
        if not _is_interrupted(self._speaker):
            return made
        raise SpeechError(
            f"sentence {self._share[index].sentence.id}: the process that speaks ended "
            f"{_BEGINNINGS + 1} times: free some memory, or choose another voice with: "
            "langdu voices"
        )

    def _next(self, index: int) -> _Made:
        if self._ended.is_set() or self._speaker is None:
            raise SpeechError("the reading was stopped")
        return self._say(self._speaker, self._share[index])

    def _reopen(self) -> None:
        if self._speaker:
            self._speaker.close()
        self._speaker = self._open()
        if self._ended.is_set():  # stop() may have come before the speaker was there
            raise SpeechError("the reading was stopped")

    def _put(self, made: _Made | _Failed) -> None:
        while not self._ended.is_set():
            with suppress(Full):
                return self._made.put(made, timeout=_LOOK)


def _is_interrupted(speaker: Speaker | None) -> bool:
    return isinstance(speaker, Interruptible) and speaker.interruptions > 0
