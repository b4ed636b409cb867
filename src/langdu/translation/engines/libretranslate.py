"""The ``libretranslate`` engine: a LibreTranslate server of one's own."""

import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Self

from langdu.article import Model
from langdu.errors import MissingModel, TranslationError
from langdu.languages import normalize
from langdu.translation.engines import libretranslate_protocol as protocol
from langdu.translation.engines.libretranslate_protocol import Limits
from langdu.translation.engines.online.pieces import Piece, batches, joined, pieces_of
from langdu.translation.engines.online.service import Refused, Service, key_of
from langdu.translation.engines.options import check_known, number
from langdu.translation.translator import PLAIN, Request, Translated

#: The environment variable with the server's key.
KEY: Final = "LANGDU_LIBRETRANSLATE_API_KEY"
#: Where LibreTranslate listens unless it is told otherwise.
URL: Final = "http://127.0.0.1:5000"


class LibreTranslator:
    """Translates with a LibreTranslate server.

    ``url``: where it is; LibreTranslate's own default otherwise. ``api_key``: that of the
    environment variable ``LANGDU_LIBRETRANSLATE_API_KEY`` otherwise. ``timeout``: seconds that a
    request may take. ``sleep`` waits before another try. Safe to share between threads. Nothing
    but the sentences, the languages and the key is sent.
    """

    name = "libretranslate"

    def __init__(
        self,
        url: str | os.PathLike[str] = URL,
        *,
        api_key: str | None = None,
        timeout: float = 60,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._key = key_of(api_key, KEY)
        self._service = Service(self.name, str(url), timeout=timeout, headers={}, sleep=sleep)
        self._lock = threading.Lock()
        self._pairs: protocol.Pairs | None = None
        self._limits = Limits()

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Self:
        """Make one of text options: ``url``, ``timeout``."""
        check_known(cls.name, options, "url timeout")
        return cls(options.get("url", URL), timeout=number(cls.name, options, "timeout", 60))

    def pairs(self) -> frozenset[tuple[str, str]]:
        """The pairs that the server has. Raises :class:`~langdu.TranslationError` without one."""
        return frozenset(self._known())

    def model(self, source: str, target: str) -> Model:
        """The pair; which models the server has, and in which version, it does not say."""
        self._codes(source, target)
        return Model(f"libretranslate-{source}_{target}")

    def translate(
        self, texts: Sequence[str], source: str, target: str, request: Request = PLAIN
    ) -> list[Translated]:
        """Translate texts in as many requests as the server's limits need."""
        codes = self._codes(source, target)
        pieces = pieces_of(texts, self._limits.letters)
        answers: list[list[str]] = []
        for batch in batches(pieces, protocol.MOST_LETTERS, protocol.MOST_TEXTS):
            answers += self._ask(batch, codes, request)
        best = joined(pieces, [first for first, *_ in answers], len(texts), target)
        others: dict[int, list[str]] = {}
        for piece, (_, *more) in zip(pieces, answers, strict=True):
            others[piece.text] = [] if piece.text in others else more  # a part's are no text's
        return [
            Translated(text, None, tuple(map(Translated, others.get(index, ()))))
            for index, text in enumerate(best)
        ]

    def close(self) -> None:
        """Let the connections go; what the server said of itself is asked again."""
        self._service.close()
        with self._lock:
            self._pairs = None

    def _ask(self, batch: list[Piece], codes: tuple[str, str], request: Request) -> list[list[str]]:
        """The translation of each piece and its alternatives, by limits that are learnt."""
        limits = self._limits
        if len(batch) > limits.texts:
            half = len(batch) // 2
            return [
                *self._ask(batch[:half], codes, request),
                *self._ask(batch[half:], codes, request),
            ]
        if any(len(piece.words) > limits.letters for piece in batch):
            return [self._in_parts(piece, codes, request) for piece in batch]
        body: dict[str, Any] = {
            "q": [piece.words for piece in batch],
            "source": codes[0],
            "target": codes[1],
            "format": "text",
            "alternatives": max(0, min(request.hypotheses - 1, limits.alternatives)),
        }
        if self._key:
            body["api_key"] = self._key
        try:
            said = self._service.post("translate", body, request.cancelled)
        except Refused as error:
            learnt = protocol.learnt(error, body, limits)
            if learnt is None:
                raise self._explained(error) from None
            with self._lock:
                self._limits = self._limits.within(learnt)
            return self._ask(batch, codes, request)
        try:
            return protocol.answers(said, len(batch))
        except ValueError as error:
            raise TranslationError(
                f"{self._service.place} answers unlike LibreTranslate ({error} for {len(batch)} "
                "sentences); nothing was kept"
            ) from None

    def _in_parts(self, piece: Piece, codes: tuple[str, str], request: Request) -> list[str]:
        """One piece that turned out to be too long for the server, cut again."""
        parts = pieces_of([piece.words], self._limits.letters)
        plain = replace(request, hypotheses=1)
        answers = [
            answer[0]
            for batch in batches(parts, protocol.MOST_LETTERS, self._limits.texts)
            for answer in self._ask(batch, codes, plain)
        ]
        return joined(parts, answers, 1, normalize(codes[1]))

    def _codes(self, source: str, target: str) -> tuple[str, str]:
        known = self._known()
        try:
            return known[source, target]
        except KeyError:
            raise MissingModel(
                f"{self._service.place} does not translate from {source!r} to {target!r}; "
                f"start that LibreTranslate with --load-only {source},{target} or without it"
            ) from None

    def _known(self) -> protocol.Pairs:
        with self._lock:  # six threads on a first call must ask once
            if self._pairs is None:
                try:
                    self._pairs, self._limits = self._introduce()
                except Refused as error:
                    raise self._explained(error) from None
            return self._pairs

    def _introduce(self) -> tuple[protocol.Pairs, Limits]:
        languages = self._service.get("languages")
        settings = self._service.get("frontend/settings")
        try:
            codes = protocol.pairs(languages)
            letters = int(settings["charLimit"])
        except (TypeError, KeyError, ValueError, AttributeError, OverflowError):
            raise TranslationError(
                f"{self._service.place} is no LibreTranslate server; name the address that shows "
                "its page"
            ) from None
        limits = Limits() if letters <= 0 else Limits(min(letters, protocol.MOST_LETTERS))
        return codes, limits

    def _explained(self, error: Refused) -> TranslationError:
        """What the user can do about an error."""
        keyless = error.status == 400 and "API key" in error.reason
        if error.status in (401, 403) or keyless:
            what = "refuses the key" if self._key else "asks for a key"
            return TranslationError(
                f"{self._service.place} {what} ({error.reason or error.status}); set {KEY}"
            )
        if error.status == 404:
            return TranslationError(
                f"{self._service.place} is no LibreTranslate server (404); name the address that "
                "shows its page"
            )
        return error
