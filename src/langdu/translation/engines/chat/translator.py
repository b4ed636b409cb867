"""The ``chat`` engine: any OpenAI-compatible server (Ollama, llama.cpp, vLLM)."""

import re
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from langdu.article import Model
from langdu.errors import MissingModel, PluginError, TranslationError, one_line
from langdu.languages import LANGUAGES, normalize
from langdu.translation.engines.chat.answers import longest, read
from langdu.translation.engines.chat.prompt import messages
from langdu.translation.engines.chat.shapes import SHAPES, response_format
from langdu.translation.engines.chat.streaming import Reply, read_reply
from langdu.translation.engines.online.pieces import Piece, batches, joined, pieces_of
from langdu.translation.engines.online.service import Refused, Service, key_of
from langdu.translation.engines.options import check_known, number
from langdu.translation.translator import PLAIN, Request, Translated

#: The environment variable with the server's key.
KEY: Final = "LANGDU_CHAT_API_KEY"
#: Characters and sentences of one question: what small models answer without losing ids.
LETTERS: Final = 1_200
_SENTENCES: Final = 16
#: Seconds between two tokens; the first one comes after the whole prompt was read.
TIMEOUT: Final = 120.0
_SEED: Final = 7
#: Where avoid_repeats asks for it; 0 to 2, OpenAI's own advice is 0.1 to 1.
_PENALTY: Final = 0.5
#: An answer may be written in escapes (``\u4e91``), six characters for one.
_ESCAPES: Final = 6
_EVERY: Final = frozenset((a, b) for a in LANGUAGES for b in LANGUAGES if a != b)
#: HTTP statuses with which servers refuse a field that they do not know; and what they say where
#: they fail over it.
_UNKNOWN_FIELD: Final = frozenset({400, 415, 422, 501})
_FAILS_OVER_IT: Final = re.compile("format|schema|grammar|json", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Known:
    """The model as we ask for it, and as the server calls it."""

    name: str
    id: str


class ChatTranslator:
    """Translates with a language model that speaks OpenAI's protocol for chats.

    ``url``: up to and without ``/chat/completions`` (``http://127.0.0.1:11434/v1``). ``model``: its
    name; not needed where the server has one only. ``api_key``: that of the environment variable
    ``LANGDU_CHAT_API_KEY`` otherwise. ``timeout``: seconds between two tokens. ``pairs``: the pairs
    that the model is good at; all of langdu's languages otherwise. ``letters``: characters of one
    question. ``sleep`` waits before another try. Safe to share between threads.
    """

    name = "chat"

    def __init__(
        self,
        url: str,
        *,
        model: str | None = None,
        api_key: str | None = None,
        timeout: float = TIMEOUT,
        pairs: Iterable[tuple[str, str]] = _EVERY,
        letters: int = LETTERS,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        key = key_of(api_key, KEY)
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._key = bool(key)
        self._service = Service(self.name, url, timeout=timeout, headers=headers, sleep=sleep)
        self._model = model
        self._pairs = frozenset(pairs)
        self._letters = max(1, letters)
        self._lock = threading.Lock()
        self._known: _Known | None = None
        self._shape = 0

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """Make one of text options: ``url``, ``model``, ``timeout``, ``pairs``, ``batch``."""
        check_known(cls.name, options, "url model timeout pairs batch")
        if not options.get("url"):
            raise PluginError(
                "the engine 'chat' needs a server: --engine-option url=http://127.0.0.1:11434/v1 "
                "(Ollama), :8080/v1 (llama.cpp), :8000/v1 (vLLM)"
            )
        letters = number(cls.name, options, "batch", LETTERS)
        if not 100 <= letters <= 100_000:
            raise PluginError("batch of the engine 'chat' is 100 to 100000 characters")
        return cls(
            options["url"],
            model=options.get("model"),
            timeout=number(cls.name, options, "timeout", TIMEOUT),
            pairs=_pairs(options["pairs"]) if "pairs" in options else _EVERY,
            letters=int(letters),
        )

    def pairs(self) -> frozenset[tuple[str, str]]:
        """All pairs of langdu's languages, or those that it was made with."""
        return self._pairs

    def model(self, source: str, target: str) -> Model:
        """The model; its version is its id as the server reports it."""
        self._check(source, target)
        known = self._resolve()
        return Model(known.name, known.id)

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        """Translate texts in questions of a few sentences each."""
        self._check(source, target)
        pieces = pieces_of(texts, self._letters)
        answers = [
            answer
            for batch in batches(pieces, self._letters, _SENTENCES)
            for answer in self._batch(batch, source, target, request)
        ]
        return [Translated(text) for text in joined(pieces, answers, len(texts), target)]

    def close(self) -> None:
        """Let the connections go; the model is looked up again."""
        self._service.close()
        with self._lock:
            self._known = None

    def _check(self, source: str, target: str) -> None:
        if (source, target) not in self._pairs:
            raise MissingModel(
                f"the engine 'chat' was not asked to translate from {source!r} to {target!r}; "
                "its option pairs says what it does"
            )

    def _batch(
        self, batch: Sequence[Piece], source: str, target: str, request: Request
    ) -> list[str]:
        """The translations of a batch; what an answer lacks is asked for once more."""
        sentences = {place: piece.words for place, piece in enumerate(batch, 1)}
        around = _around(batch, request.context)
        found: dict[int, str] = {}
        wrong = ""
        for last in (False, True):
            missing = {key: text for key, text in sentences.items() if key not in found}
            asked = messages(
                missing, source, target, around=around, terms=request.terms, wrong=wrong
            )
            reply = self._ask(asked, missing, request)
            reading = read(reply.text, missing, last=last)
            found |= reading.texts
            if len(found) == len(sentences):
                return [found[key] for key in sentences]
            wrong = reply.stopped or reading.wrong
        first = next(text for key, text in sentences.items() if key not in found)
        raise TranslationError(
            f"the model {self._resolve().name!r} gave no usable translation of "
            f"{one_line(first)[:40]!r}, asked twice: of the last answer, {wrong}"
        )

    def _ask(
        self, asked: list[dict[str, str]], sentences: Mapping[int, str], request: Request
    ) -> Reply:
        """One answer, in the firmest shape that the server takes; it is remembered."""
        most = _ESCAPES * sum(map(longest, sentences.values()))
        body: dict[str, Any] = {
            "model": self._resolve().name,
            "messages": asked,
            "temperature": 0,
            "seed": _SEED,
            "stream": True,
        }
        if request.avoid_repeats:
            body["frequency_penalty"] = _PENALTY
        for rank, shape in list(enumerate(SHAPES))[self._shape :]:
            try:
                reply = self._service.ask(
                    "POST",
                    "chat/completions",
                    {**body, **response_format(shape, list(sentences))},
                    lambda response: read_reply(self._service, response, most, request.cancelled),
                    request.cancelled,
                )
            except Refused as error:
                if shape == SHAPES[-1] or not _over_shape(error):
                    raise self._explained(error) from None
                continue
            with self._lock:
                self._shape = max(self._shape, rank)
            return reply
        raise AssertionError("the last shape answers or raises")

    def _resolve(self) -> _Known:
        with self._lock:  # six threads on a first call must ask once
            if self._known is None:
                self._known = self._look_up()
            return self._known

    def _look_up(self) -> _Known:
        try:
            said = self._service.get("models")
        except Refused as error:
            if self._model and error.status not in (401, 403):
                return _Known(self._model, self._model)  # a proxy may have no list
            raise self._explained(error) from None
        rows = said.get("data") if isinstance(said, dict) else None
        names = [
            row["id"]
            for row in (rows if isinstance(rows, list) else ())
            if isinstance(row, dict) and isinstance(row.get("id"), str)
        ]
        if self._model:
            same = [name for name in names if name.split(":")[0] == self._model]  # Ollama: x:latest
            exact = [name for name in names if name == self._model]
            alone = names if len(names) == 1 else []  # llama.cpp takes any name for its one model
            return _Known(self._model, (exact or same or alone or [self._model])[0])
        if len(names) != 1:
            some = one_line(", ".join(names[:8])) or "none"
            raise TranslationError(
                f"{self._service.place} has {len(names)} models ({some}); "
                "choose one with --engine-option model=NAME"
            )
        return _Known(names[0], names[0])

    def _explained(self, error: Refused) -> TranslationError:
        """What the user can do about an error."""
        if error.status in (401, 403):
            what = "refuses the key" if self._key else "asks for a key"
            said = error.reason or error.status
            return TranslationError(f"{self._service.place} {what} ({said}); set {KEY}")
        if error.status == 404:
            return TranslationError(
                f"{self._service.place} has no such model or is no chat server at that url "
                f"({error.reason or 404}); look at its model names, and at /v1 in the url"
            )
        return error


def _over_shape(error: Refused) -> bool:
    """Whether an error may mean that the server does not know the shape that was asked for."""
    fails = error.status == 500 and _FAILS_OVER_IT.search(error.reason)
    return error.status in _UNKNOWN_FIELD or bool(fails)


def _around(
    batch: Sequence[Piece], context: tuple[tuple[str, str], ...]
) -> dict[int, tuple[str, str]]:
    """The neighbours of each sentence that do not stand beside it in the batch anyway."""
    if not context:
        return {}
    words = ["", *(piece.words for piece in batch), ""]
    found = {}
    for place, piece in enumerate(batch, 1):
        before, after = (said.strip() for said in context[piece.text])
        found[place] = (
            before if before != words[place - 1] else "",
            after if after != words[place + 1] else "",
        )
    return found


def _pairs(text: str) -> frozenset[tuple[str, str]]:
    """``zh-en,en-ja`` → the pairs."""
    pairs = []
    for words in text.replace(",", " ").split():
        source, _, target = words.partition("-")
        if not (source.isalpha() and target.isalpha()) or source == target:
            raise PluginError(f"pairs of the engine 'chat' are like zh-en,en-ja, not {words!r}")
        pairs.append((normalize(source), normalize(target)))
    return frozenset(pairs)
