"""Phonemes of eSpeak NG, from a process of its own that is started again once where it ends."""

import re
from collections.abc import Sequence
from threading import Lock
from typing import Final

from langdu.errors import SpeechError
from langdu.speech.child import Child, ChildFailure

_WORKER: Final = "langdu.speech.espeak.worker"
#: Seconds to start, and for a text: eSpeak NG takes milliseconds.
_TIMEOUT: Final = 30.0
#: How eSpeak NG marks in phonemes that it changes the language.
_SWITCH: Final = re.compile(r"\([a-z][a-z-]*\)")


class EspeakPhonemes:
    """Asks for the phonemes of a language. Close it: then its process is gone."""

    def __init__(self) -> None:
        self._child: Child | None = None
        self._closed = False
        self._lock = Lock()

    def __call__(self, texts: Sequence[str], voice: str, tie: str = "") -> list[str]:
        """The IPA of texts in order, spoken by eSpeak NG's ``voice`` (``en-us``).

        ``tie`` stands between the letters of one sound (``t^ʃ``). Raises :class:`SpeechError`
        where eSpeak NG does not start, lacks the voice or fails twice.
        """
        job = {
            "ipa_of": [text.replace("\0", " ") for text in texts],
            "language": voice,
            "tie": tie,
        }
        why = ""
        with self._lock:
            for _ in range(2):
                try:
                    answer = self._ready().ask(job, _TIMEOUT)
                except ChildFailure as failure:
                    self._drop()
                    why = str(failure)
                    continue
                except BaseException:  # Ctrl-C: an answer that nobody took would be the next one's
                    self._drop()
                    raise
                if "error" in answer.header:
                    raise SpeechError(str(answer.header["error"]))
                return [_SWITCH.sub("", phonemes) for phonemes in answer.header["phonemes"]]
        raise SpeechError(f"eSpeak NG gives no phonemes ({why}): install espeakng-loader")

    def _ready(self) -> Child:
        if self._closed:
            raise ChildFailure("it is closed")
        if self._child is None:
            try:
                self._child = Child(_WORKER)
            except OSError as error:
                raise ChildFailure(str(error.strerror or error)) from error
            hello = self._child.answer(_TIMEOUT)
            if "error" in hello.header:
                raise ChildFailure(str(hello.header["error"]))
        return self._child

    def _drop(self) -> None:
        child, self._child = self._child, None
        if child:
            child.close()

    def close(self) -> None:
        """End the process; a second time is harmless."""
        self._closed = True
        self._drop()
