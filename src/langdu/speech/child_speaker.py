"""A speaker whose engine is a process that may die or hang: that costs one more try, no sentence.

Reading goes on with a new process, which is told the voice again.
"""

from collections.abc import Callable, Sequence
from threading import Lock
from types import TracebackType
from typing import Any, Final, Self, TypeAlias

from langdu.errors import SpeechError
from langdu.speech.child import Answer, Child, ChildFailure
from langdu.speech.child_engine import ChildEngine, Setting, check_voice
from langdu.speech.pieces import pieces
from langdu.speech.spoken.form import Reading
from langdu.speech.voice import Sound, is_speakable, silence

#: How long text without a word lasts, in seconds.
_SHORT: Final = 0.2
#: Seconds more for each character: engines take 1 to 2 ms, on a machine that may be ten times
#: slower than the one where that was measured.
_PER_CHARACTER: Final = 0.02
#: The sample rate of a silence before the engine has told its own: eSpeak NG's.
_USUAL_SAMPLE_RATE: Final = 22_050

#: Makes of a spoken text and its readings what the engine reads right.
Preparing: TypeAlias = Callable[[str, Sequence[Reading]], str]


class ChildSpeaker:
    """One voice at one speed."""

    def __init__(
        self, engine: ChildEngine, child: Child, setting: Setting, prepare: Preparing
    ) -> None:
        self._engine = engine
        self._child: Child | None = child
        self._setting = setting
        self._prepare = prepare
        self._sample_rate = _USUAL_SAMPLE_RATE
        self._interruptions = 0
        self._closed = False
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

    @property
    def pid(self) -> int | None:
        """The id of the process that speaks now, if there is one."""
        return self._child.pid if self._child else None

    @property
    def interruptions(self) -> int:
        """How often a text had to be said again: see :class:`.voice.Interruptible`."""
        return self._interruptions

    def say(self, text: str, readings: Sequence[Reading] = ()) -> Sound:
        """The sound of a sentence, without the silence that the engine puts after it.

        Raises :class:`SpeechError` where a second process fails as well.
        """
        with self._lock:
            if not is_speakable(text):
                self._check_open()
                return silence(_SHORT, self._sample_rate)
            parts = [
                self._answer({"text": piece}, piece).body
                for piece in pieces(self._prepare(text, readings))
            ]
            pcm = b"".join(parts)
            if not pcm:  # the engine knows none of its characters
                return silence(_SHORT, self._sample_rate)
            return Sound(pcm, self._sample_rate).without_tail()

    def _answer(self, job: dict[str, Any], text: str) -> Answer:
        """The answer to a job about a text, tried twice."""
        why = ""
        for _ in range(2):
            self._check_open()
            try:
                return self._answer_once(job, text)
            except ChildFailure as failure:
                why = str(failure)
                self._interruptions += 1
        self._check_open()
        raise SpeechError(
            f"the voice {self._setting.voice} failed twice at “{_excerpt(text)}” ({why}): "
            "try another one of: langdu voices"
        )

    def _check_open(self) -> None:
        if self._closed:
            raise SpeechError("this speaker is closed: open another one")

    def _answer_once(self, job: dict[str, Any], text: str) -> Answer:
        timeout = self._engine.timeout + _PER_CHARACTER * len(text)
        child = self._child or self._restart()
        try:
            answer = child.ask(job, timeout)
            if "error" in answer.header:
                raise ChildFailure(str(answer.header["error"]))
            check_voice(answer, self._setting)
        except BaseException:  # Ctrl-C too: an answer that nobody took would be the next one's
            self._child = None
            child.close()
            raise
        self._interruptions += bool(answer.header.get("again"))
        self._sample_rate = int(answer.header.get("sample_rate", self._sample_rate))
        return answer

    def _restart(self) -> Child:
        child = self._engine.start()
        try:
            self._child = child  # at once, so that close() finds it
            if self._closed:
                raise ChildFailure("the speaker is closed")
            self._engine.greet(child)
            self._engine.set(child, self._setting)
        except BaseException:
            self._child = None
            child.close()
            raise
        return child

    def close(self) -> None:
        """End the process; a second time is harmless."""
        self._closed = True
        child, self._child = self._child, None
        if child:
            child.close()


def _excerpt(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"
