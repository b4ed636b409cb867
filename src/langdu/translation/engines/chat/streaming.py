"""An answer while it is written: server-sent events, or all of it at once.

The events are read here and not with a library: a line of comment that keeps a connection alive
must not count as an answer, a line has to end some time, and the work can be called off between
two tokens.
"""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import httpx

from langdu.errors import Cancelled, TranslationError, one_line
from langdu.translation.engines.online.service import MOST_WORDS, Refused, Service

#: Characters of thoughts that a model may write before its answer.
_THOUGHTS: Final = 100_000
#: Bytes of one event.
_EVENT: Final = 1024**2


@dataclass(frozen=True, slots=True)
class Reply:
    """What a model wrote. ``stopped``: why it is not all of it (empty: it is)."""

    text: str
    stopped: str = ""


def read_reply(
    service: Service, response: httpx.Response, most: int, cancelled: Callable[[], bool]
) -> Reply:
    """Read an answer, and no more than ``most`` characters of it beside thoughts.

    The server's timeout is for the time between two tokens.
    """
    if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
        return _reply(service, service.whole(response), most)
    text = ""
    for event in _events(service, response, cancelled):
        _refuse(service, event)
        choice, said = _choice(event, "delta")
        text += said or ""
        if _too_long(text, most):
            return Reply(text, "it is far longer than the text")
        if choice.get("finish_reason"):
            return Reply(text, _cut(choice))
    return Reply(text)


def _reply(service: Service, said: Any, most: int) -> Reply:
    _refuse(service, said)
    choice, text = _choice(said, "message")
    if text is None:
        raise TranslationError(f"{service.place} answers unlike a chat server: it gives no message")
    return Reply(text, "it is far longer than the text" if _too_long(text, most) else _cut(choice))


def _events(
    service: Service, response: httpx.Response, cancelled: Callable[[], bool]
) -> Iterator[Any]:
    """The JSON of each event, until ``[DONE]``."""
    rest = b""
    heard = time.monotonic()
    for chunk in response.iter_bytes():
        if cancelled():
            raise Cancelled("the translation was called off")
        *lines, rest = (rest + chunk).split(b"\n")
        if len(rest) > _EVENT:
            raise TranslationError(f"{service.place} sends an event of more than {_EVENT} bytes")
        for line in lines:
            data = line.removeprefix(b"data:").strip()
            if not line.startswith(b"data:") or not data:
                continue
            if data == b"[DONE]":
                return
            heard = time.monotonic()
            yield _parsed(service, data)
        if time.monotonic() - heard > service.timeout:
            raise service.late()
    raise httpx.RemoteProtocolError("the answer ended in the middle")  # worth another try


def _parsed(service: Service, data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise TranslationError(f"{service.place} sends an event that is no JSON") from None


def _choice(said: Any, part: str) -> tuple[dict[str, Any], str | None]:
    """The first choice and the text of its ``part``; OpenAI's last event has no choice."""
    choices = said.get("choices") if isinstance(said, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else {}
    choice = choice if isinstance(choice, dict) else {}
    message = choice.get(part)
    text = message.get("content") if isinstance(message, dict) else None
    return choice, text if isinstance(text, str) else None


def _refuse(service: Service, said: Any) -> None:
    """Raise what a server says is wrong in an answer that began well."""
    error = said.get("error") if isinstance(said, dict) else None
    if error:
        words = error.get("message") if isinstance(error, dict) else error
        reason = one_line(words if isinstance(words, str) else "no reason given")[:MOST_WORDS]
        raise Refused(f"{service.place} failed: {reason}", 500, reason)


def _cut(choice: dict[str, Any]) -> str:
    return "the server cut it off" if choice.get("finish_reason") == "length" else ""


def _too_long(text: str, most: int) -> bool:
    if len(text) <= most:
        return False
    if not text.lstrip().startswith("<think"):
        return True
    end = text.find("</think")
    thoughts, answer = (len(text), 0) if end < 0 else (end, len(text) - end)
    return thoughts > _THOUGHTS or answer > most
