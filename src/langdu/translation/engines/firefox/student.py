"""A student model in memory: Firefox's own kind, run by fxtranslate.

fxtranslate's objects may be touched by the thread that made them and no other, not even to be
freed. So each model has a thread of its own, and whoever wants a translation asks it.
"""

import re
import threading
import weakref
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Final

from langdu.errors import Cancelled, PluginError, reason
from langdu.languages import is_spaced

#: Pieces of a text that are translated at once. Students are trained on sentences of up to 127
#: pieces and drop the rest of a longer one without a word.
MAX_PIECES: Final = 120
_REMEMBERED: Final = 256
_CLAUSE: Final = re.compile(r"(?<=[，、；：。！？])|(?<=[,;:.!?])(?=\s)")


def engine() -> Any:
    """fxtranslate. Raises :class:`PluginError` where it is not installed."""
    try:
        import fxtranslate
        import sentencepiece as _  # noqa: F401 - needed as well, and told here
    except ImportError:
        raise PluginError(
            "fxtranslate is not installed; install it with: pip install 'langdu[firefox]'"
        ) from None
    return fxtranslate


@dataclass(frozen=True, slots=True)
class _Job:
    texts: Sequence[str]
    cancelled: Callable[[], bool]
    done: Future[list[str]] = field(default_factory=Future)


class Student:
    """A model of a folder (``model.bin``, its vocabularies, and ``lex.bin`` if there is one).

    Safe to use from several threads, which wait for one another. Raises RuntimeError, ValueError
    or OSError for files that cannot be loaded.
    """

    def __init__(self, folder: Path, target: str) -> None:
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._is_closed = False
        ready: Future[list[str]] = Future()
        self._thread = threading.Thread(
            target=_serve, args=(folder, target, self._jobs, ready), daemon=True
        )
        self._thread.start()
        self._stop = weakref.finalize(self, self._jobs.put, None)
        ready.result()

    def translate(self, texts: Sequence[str], cancelled: Callable[[], bool]) -> list[str]:
        """Translate texts.

        Raises :class:`Cancelled` soon after ``cancelled()``, which the model's thread asks, says
        yes, and RuntimeError where the model fails or was closed meanwhile.
        """
        gone = threading.Event()
        job = _Job(texts, lambda: gone.is_set() or cancelled())
        with self._lock:  # behind the end of the queue nobody would answer
            if self._is_closed:
                raise RuntimeError("it was closed meanwhile")
            self._jobs.put(job)
        try:
            return job.done.result()
        finally:
            gone.set()  # whoever was interrupted while waiting wants no more of it

    def close(self) -> None:
        """Free the model, when what was asked before is done."""
        with self._lock:
            self._is_closed = True
            self._stop()
        self._thread.join()


def _serve(
    folder: Path, target: str, jobs: SimpleQueue[_Job | None], ready: Future[list[str]]
) -> None:
    """Load the model, then do one job after another until there is none to come.

    An error goes to whoever waits as a new object: one that was caught here would hold this frame,
    and with it the model, in another thread.
    """
    try:
        translate = _loaded(folder, target)
    except BaseException as error:
        ready.set_exception(_told(error))
        return
    ready.set_result([])
    while (job := jobs.get()) is not None:
        try:
            job.done.set_result([translate(text, job.cancelled) for text in job.texts])
        except BaseException as error:
            job.done.set_exception(_told(error))
        del job


def _told(error: BaseException) -> Exception:
    """The error in a form that others catch: Rust's panics are no Exception."""
    if isinstance(error, Cancelled | PluginError):
        return type(error)(*error.args)
    return RuntimeError(reason(error))


def _loaded(folder: Path, target: str) -> Callable[[str, Callable[[], bool]], str]:
    """What translates a text with the model of a folder, unless it is called off."""
    fxtranslate = engine()
    from sentencepiece import SentencePieceProcessor

    shared = folder / "vocab.spm"
    files = (shared, shared) if shared.is_file() else (folder / "source.spm", folder / "target.spm")
    source, goal = (file.read_bytes() for file in files)
    lexicon = folder / "lex.bin"
    processor = SentencePieceProcessor(model_proto=source)
    SentencePieceProcessor(model_proto=goal)  # fxtranslate takes anything for a vocabulary
    model = fxtranslate.Translator(
        (folder / "model.bin").read_bytes(),
        source,
        goal,
        lexicon.read_bytes() if lexicon.is_file() else None,
    )
    between = " " if is_spaced(target) else ""
    once = lru_cache(_REMEMBERED)(model.translate)  # articles repeat headings and labels

    unknown = processor.unk_id()

    def count(text: str) -> int:
        # SentencePiece makes one piece of unknown letters in a row, fxtranslate one of each
        pieces = processor.encode(text, out_type=str)
        ids = processor.encode(text)
        return sum(
            len(piece) if number == unknown else 1
            for piece, number in zip(pieces, ids, strict=True)
        )

    def translate(text: str, cancelled: Callable[[], bool]) -> str:
        done = []
        for piece in cut(text, count, MAX_PIECES):
            if cancelled():
                raise Cancelled("the translation was called off")
            if piece.strip():
                done.append(once(piece.strip()).strip())
        return between.join(done)

    return translate


def cut(text: str, count: Callable[[str], int], limit: int) -> list[str]:
    """Cut a text that is longer than ``limit`` by ``count`` at its clauses, else in the middle."""
    if count(text) <= limit or len(text) < 2:
        return [text]
    clauses = _CLAUSE.split(text)
    parts: list[str] = []
    for clause in clauses if len(clauses) > 1 else halves(text):
        if parts and count(parts[-1] + clause) <= limit:
            parts[-1] += clause
        else:
            parts.append(clause)
    if len(parts) == 1:
        parts = halves(text)
    return [piece for part in parts for piece in cut(part, count, limit)]


def halves(text: str) -> list[str]:
    """Two halves of a text, between words if it has any near its middle."""
    middle = len(text) // 2
    space = text.rfind(" ", middle // 2, middle)
    at = space + 1 if space >= 0 else middle
    return [text[:at], text[at:]]
