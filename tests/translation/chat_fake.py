"""A server of the tests that speaks OpenAI's protocol for chats, as llama.cpp and Ollama do."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.translation.servers import Answer, Asked


@dataclass
class FakeChat:
    """Translates into ``[text]``. ``first`` is said (a text) or answered before anything else;
    ``knows`` are the forms of ``response_format`` that it takes; others are refused.
    """

    models: tuple[str, ...] = ("tiny:latest",)
    knows: tuple[str, ...] = ("json_schema", "json_object", "schema")
    key: str = ""
    streams: bool = True
    first: list[Answer | str] = field(default_factory=list)

    def __call__(self, asked: Asked) -> Answer:
        if self.key and asked.headers.get("Authorization") != f"Bearer {self.key}":
            return error(401, "Invalid API Key")
        if asked.path == "/v1/models":
            return Answer(body={"object": "list", "data": [{"id": name} for name in self.models]})
        if asked.path != "/v1/chat/completions":
            return error(404, "File Not Found")
        if asked.body["model"] not in self.models:
            return error(404, f"model '{asked.body['model']}' not found")
        wanted = asked.body.get("response_format", {})
        if wanted and not {wanted["type"], *(["schema"] if "schema" in wanted else [])} <= {
            *self.knows
        }:
            return error(400, "'response_format' is not supported")
        said = self.first.pop(0) if self.first else translated(asked.body)
        if isinstance(said, Answer):
            return said
        return stream(said) if self.streams else whole(said)


def sentences(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The sentences that a question asks for."""
    rows = json.loads(body["messages"][-1]["content"])["sentences"]
    assert isinstance(rows, list)
    return rows


def translated(body: Mapping[str, Any]) -> str:
    return items({row["id"]: f"[{row['text']}]" for row in sentences(body)})


def items(texts: Mapping[Any, Any]) -> str:
    rows = [{"id": number, "text": text} for number, text in texts.items()]
    return json.dumps({"translations": rows}, ensure_ascii=False)


def events(text: str, *, finish: str | None = "stop", done: bool = True) -> Iterator[bytes]:
    """A text as a stream of a few characters at a time, with all that real servers send around."""
    yield event({"choices": [{"index": 0, "delta": {"role": "assistant", "content": None}}]})
    yield b": keep-alive\n\n"
    for start in range(0, len(text), 40):
        delta = {"content": text[start : start + 40]}
        yield event({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]})
    if finish:
        yield event({"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
    if done:
        yield event({"choices": [], "usage": {"total_tokens": 1}}) + b"data: [DONE]\n\n"


def event(value: Any) -> bytes:
    return b"data: " + json.dumps(value, ensure_ascii=False).encode() + b"\r\n\r\n"


def stream(text: str, *, finish: str | None = "stop", then: str = "end") -> Answer:
    parts = events(text, finish=finish, done=then == "end")
    return Answer(headers={"Content-Type": "text/event-stream"}, parts=parts, then=then)


def whole(text: str, finish: str = "stop") -> Answer:
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return Answer(body={"object": "chat.completion", "model": "tiny", "choices": [choice]})


def error(status: int, text: str) -> Answer:
    return Answer(status, {"error": {"message": text, "type": "error", "code": status}})
