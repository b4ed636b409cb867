"""Plays one sentence after the other in a thread of its own, and reports what is heard."""

from collections.abc import Callable
from threading import Condition, Thread
from typing import Final

from langdu.speech.output import Card
from langdu.speech.terminal.making import Job, Maker
from langdu.speech.terminal.state import Began, Event, Failed, Finished, Play, Waits
from langdu.speech.voice import Sound, silence

#: Silence after the last sentence, in seconds: what the card has taken is not yet heard.
_TAIL: Final = 0.4
#: Sentences that are made while one is heard. The second one is for short ones, such as the cells
#: of a table, which are heard sooner than a slow voice makes the next.
_AHEAD: Final = 2


class _OutOfDate(Exception):
    """The run that is played is no longer the one that is wanted."""


class Player:
    """A run of sentences at a time; a new one, a pause or a halt is obeyed within a sentence.

    Its methods give at once, from any thread. ``report`` is called from the player's own thread.
    Between two sentences of a run nobody is asked: the next one follows after its pause.
    """

    def __init__(self, card: Card, maker: Maker, report: Callable[[Event], None]) -> None:
        self._card = card
        self._maker = maker
        self._report = report
        self._run: Play | None = None
        self._stepwise = False
        self._closed = False
        self._changed = Condition()
        self._thread = Thread(target=self._work, name="langdu-playing", daemon=True)
        self._thread.start()

    def play(self, run: Play) -> None:
        """Read from a line on, in the place of what is read now."""
        self._maker.want(self._jobs(run, run.at))
        self._replace(run, run.stepwise)
        self._card.resume()

    def halt(self) -> None:
        """Play nothing more until the next run."""
        self._replace(None, self._stepwise)

    def _replace(self, run: Play | None, stepwise: bool) -> None:
        with self._changed:
            self._run = run
            self._stepwise = stepwise
            self._card.stop()
            self._changed.notify_all()
        self._maker.wake()

    def pause(self) -> None:
        """Hold the sound."""
        self._card.pause()

    def resume(self) -> None:
        """Go on where it was held."""
        self._card.resume()

    def stepwise(self, on: bool) -> None:
        """Wait after this sentence, and each that follows, or do not."""
        self._stepwise = on

    def close(self) -> None:
        """Be silent at once, and end."""
        with self._changed:
            self._closed = True
            self._run = None
            self._card.close()
            self._changed.notify_all()
        self._maker.wake()

    def join(self) -> None:
        """Wait until the thread has ended; after :meth:`close` it does so soon."""
        self._thread.join()

    def _work(self) -> None:
        while (run := self._wanted_run()) is not None:
            try:
                self._play(run)
            except _OutOfDate:
                continue
            except Exception as error:  # voice or card: it belongs to the person
                self._report(Failed(run.run, error))
            with self._changed:
                if self._run is run:
                    self._run = None

    def _wanted_run(self) -> Play | None:
        with self._changed:
            self._changed.wait_for(lambda: self._run is not None or self._closed)
            return self._run

    def _play(self, run: Play) -> None:
        last = len(run.script) - 1
        for at in range(run.at, last + 1):
            jobs = self._jobs(run, at)
            self._want(run, jobs)
            sound = self._maker.get(jobs[0], lambda: self._run is run)
            if sound is None:
                raise _OutOfDate
            self._hear(run, sound, Began(run.run, at, sound.seconds))
            if self._stepwise and self._run is run:
                self._report(Waits(run.run))
                return
            pause = run.script.lines[at].pause / run.rate if at < last else _TAIL
            self._hear(run, silence(pause, sound.sample_rate))
        self._report(Finished(run.run))

    def _want(self, run: Play, jobs: list[Job]) -> None:
        with self._changed:
            if self._run is not run:
                raise _OutOfDate
            self._maker.want(jobs)

    def _hear(self, run: Play, sound: Sound, news: Event | None = None) -> None:
        """Play a sound to its end. Raises :class:`_OutOfDate` where the run was replaced."""
        with self._changed:  # nobody replaces the run between the look and the beginning
            if self._run is not run:
                raise _OutOfDate
            if news:
                self._report(news)
            self._card.begin(sound)
        self._card.wait()
        if self._run is not run:
            raise _OutOfDate

    @staticmethod
    def _jobs(run: Play, at: int) -> list[Job]:
        lines = run.script.lines[at : at + 1 + _AHEAD]
        return [Job(line.lang, run.rate, line) for line in lines]
