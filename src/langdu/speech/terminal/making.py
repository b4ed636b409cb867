"""Sounds are made ahead of being heard, and what is no longer wanted is called off."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from threading import Condition, Lock, Thread
from time import monotonic
from types import TracebackType
from typing import Final, Self

from langdu.errors import SpeechError
from langdu.languages import normalize
from langdu.speech.reading import Utterance
from langdu.speech.synthesis import say
from langdu.speech.voice import Sound, Speaker, Voice

#: Speakers that are kept: two languages that one switches between. Each may be a process.
_SPEAKERS: Final = 2
#: Sounds that are kept: the one that is heard, the one before it, and those ahead. A minute of
#: speech is 2.6 MB.
_SOUNDS: Final = 6
#: Seconds that a sentence which nobody wants any more may still take while another one is waited
#: for: about what a new process costs, so that short sentences do not cost one.
_GRACE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Job:
    """A sentence to be made."""

    lang: str
    rate: float
    utterance: Utterance


class Speakers:
    """The open speakers of a voice, a few at a time. Close it: then no process is left.

    ``name``: which of the engine's voices reads the first language that is asked
    for; other languages have the engine's own choice.
    """

    def __init__(self, voice: Voice, name: str | None = None) -> None:
        self._voice = voice
        self._name = name
        self._named: str | None = None
        self._open: OrderedDict[tuple[str, float], Future[Speaker]] = OrderedDict()
        self._pool = ThreadPoolExecutor(_SPEAKERS, thread_name_prefix="langdu-voice")
        self._lock = Lock()
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

    def warm(self, lang: str, rate: float) -> "Future[Speaker]":
        """Begin to open a speaker, if there is none yet; what was used longest ago goes."""
        with self._lock:
            if self._closed:
                raise SpeechError("the voice is closed")
            key = (normalize(lang), rate)
            if key not in self._open:
                self._named = self._named or key[0]
                name = self._name if key[0] == self._named else None
                self._open[key] = self._pool.submit(
                    lambda: self._voice.open(lang, rate=rate, voice=name)
                )
            self._open.move_to_end(key)
            gone = [self._open.popitem(last=False)[1] for _ in range(len(self._open) - _SPEAKERS)]
            opened = self._open[key]
        _close(gone)
        return opened

    def drop(self, lang: str, rate: float) -> None:
        """Close a speaker, which ends a sentence in the making, so that a new one is opened."""
        with self._lock:
            gone = self._open.pop((normalize(lang), rate), None)
        _close([gone] if gone else [])

    def keep_only(self, lang: str) -> None:
        """Close the speakers of other languages."""
        with self._lock:
            others = [key for key in self._open if key[0] != normalize(lang)]
            gone = [self._open.pop(key) for key in others]
        _close(gone)

    def close(self) -> None:
        """Close every speaker, and wait for those that are just being opened."""
        with self._lock:
            self._closed = True
            gone = list(self._open.values())
            self._open.clear()
        _close(gone)
        self._pool.shutdown()


def _close(speakers: Sequence["Future[Speaker]"]) -> None:
    for future in speakers:
        if not future.cancel():
            future.add_done_callback(_close_one)


def _close_one(future: "Future[Speaker]") -> None:
    if not future.cancelled() and not future.exception():
        future.result().close()


class Maker:
    """Makes the sentences that are wanted, in their order, in a thread of its own."""

    def __init__(self, speakers: Speakers, *, grace: float = _GRACE) -> None:
        self._speakers = speakers
        self._grace = grace
        self._wanted: tuple[Job, ...] = ()
        self._making: Job | None = None
        self._abandoned: Job | None = None
        self._made: OrderedDict[Job, Sound | Exception] = OrderedDict()
        self._changed = Condition()
        self._closed = False
        self._thread = Thread(target=self._work, name="langdu-making", daemon=True)
        self._thread.start()

    def want(self, jobs: Sequence[Job]) -> None:
        """What is wanted from now on, the most urgent first; nothing else is begun."""
        with self._changed:
            self._wanted = tuple(jobs)
            self._changed.notify_all()

    def get(self, job: Job, still: Callable[[], bool]) -> Sound | None:
        """Wait for a wanted sound; ``None`` when it is ``still`` wanted no longer.

        Raises what the voice raised; the next time it is tried again. A sentence that nobody wants
        and that stands in the way is called off.
        """
        patience = monotonic() + self._grace
        with self._changed:
            while still() and not self._closed:
                if job in self._made:
                    return self._take(job)
                stale = self._making
                if stale is not None and stale not in self._wanted and monotonic() >= patience:
                    self._abandon(stale)
                left = patience - monotonic()
                self._changed.wait(left if stale and left > 0 else None)
            return None

    def wake(self) -> None:
        """Let who waits look whether the sound is still wanted."""
        with self._changed:
            self._changed.notify_all()

    def _take(self, job: Job) -> Sound:
        made = self._made[job]
        if isinstance(made, Exception):
            del self._made[job]
            self._changed.notify_all()  # it is wanted again
            raise made
        self._made.move_to_end(job)
        return made

    def _abandon(self, job: Job) -> None:
        if self._abandoned != job:
            self._abandoned = job
            self._speakers.drop(job.lang, job.rate)

    def _work(self) -> None:
        while (job := self._next()) is not None:
            made: Sound | Exception | None
            try:
                speaker = self._speakers.warm(job.lang, job.rate).result()
                made = say(speaker, job.utterance, job.lang)
            except CancelledError:  # the speaker was closed before it was open
                made = None
            except Exception as error:  # whatever an engine raises belongs to who waits for it
                made = error
                self._speakers.drop(job.lang, job.rate)  # a speaker that failed is not used again
            self._keep(job, made)

    def _next(self) -> Job | None:
        with self._changed:
            while not self._closed:
                for job in self._wanted:
                    if job not in self._made:
                        self._making = job
                        return job
                self._changed.wait()
            return None

    def _keep(self, job: Job, made: Sound | Exception | None) -> None:
        with self._changed:
            abandoned = self._abandoned == job and isinstance(made, Exception)
            self._making = self._abandoned = None
            if made is not None and not abandoned:
                self._made[job] = made
            while len(self._made) > _SOUNDS:
                stale = next((j for j in self._made if j not in self._wanted), None)
                del self._made[stale or next(iter(self._made))]
            self._changed.notify_all()

    def close(self) -> None:
        """End the thread, with the sentence that it is making; the speakers are closed first."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        with suppress(SpeechError):
            self._speakers.close()
        self._thread.join()
